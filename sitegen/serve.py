"""Preview: watches the workspace, builds what changed, reloads the browser.

livereload gives the channel to the browser. Watching is ours: its own watcher misses new files
with an old date and drops a save made soon after another. A page that was fetched just before a
build ended asks once more, so that two quick saves are both seen.
"""

import asyncio
import html
import mimetypes
import os
import re
import socket
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import tornado.web
from filelock import Timeout
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.httpserver import HTTPServer
from watchfiles import DefaultFilter, watch

from sitegen.diagnostics import (
    Diagnostic,
    Severity,
    diagnose,
    in_order,
    render_text,
    site_of,
)
from sitegen.engine.build import build
from sitegen.engine.report import Report
from sitegen.engine.survey import Options, ProvinceUnreadable
from sitegen.i18n import _
from sitegen.workspace import Workspace

PORT = 8000
PORTS_TRIED = 20
_DEBOUNCE_MS = 60
_IDLE_MS = 100
_CSP = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


@dataclass(slots=True)
class Preview:
    """What the browser is shown: the folder of the last good build, and what was found."""

    workspace: Workspace
    folder: str
    version: int = 0
    findings: list[Diagnostic] = field(default_factory=list)
    base: str = ""

    def rebuild(self) -> Report | None:
        """Build with drafts; give the report, or ``None`` when nothing could be built."""
        options = Options(output=self.folder, drafts=True)
        report: Report | None = None
        try:
            report = build(self.workspace, options)
        except ProvinceUnreadable as unreadable:
            self.findings = in_order(unreadable.findings)
        except Timeout:
            raise
        except OSError as error:  # a full disk, say: the last good pages stay, and watching goes on
            place = os.path.basename(str(error.filename or self.folder))
            reason = error.strerror or type(error).__name__
            self.findings = [diagnose("tidak-tertulis", place, sebab=reason)]
        else:
            self.findings = in_order(report.diagnostics)
            self.base = report.base
        self.version += 1
        return report

    def notes_for(self, path: str) -> list[Diagnostic]:
        """Give the findings that the reader of a page should see, its own site's first."""
        site = "/".join(path.strip("/").split("/")[:2])
        near = [d for d in self.findings if site_of(d.file) == site]
        far = [d for d in self.findings if d not in near and d.severity is Severity.GALAT]
        shown = [d for d in near if d.severity is not Severity.SARAN] + far
        return sorted(shown, key=lambda d: d.severity is not Severity.GALAT)


class PageHandler(tornado.web.RequestHandler):
    """Serves the built folder; HTML gets the reload script and the findings."""

    def initialize(self, preview: Preview) -> None:
        """Take the preview that is shown."""
        self.preview = preview

    def get(self, path: str) -> None:
        """Answer with a file, a folder's page, or the page for what is missing."""
        self.set_header("Cache-Control", "no-store")
        target = os.path.normpath(os.path.join(self.preview.folder, *path.split("/")))
        inside = target == self.preview.folder or target.startswith(self.preview.folder + os.sep)
        if inside and os.path.isdir(target):
            if path and not path.endswith("/"):
                self.redirect(f"/{path}/")
                return
            target = os.path.join(target, "index.html")
        if not inside or not os.path.isfile(target):
            self.set_status(404)
            target = self._missing_page(path)
        kind = mimetypes.guess_type(target)[0] or "application/octet-stream"
        text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        try:
            with open(target, "rb") as handle:
                data = handle.read()
        except OSError:
            data = f"<!doctype html><title>404</title><body>{_('Belum ada halaman.')}".encode()
            self.set_header("Content-Type", "text/html; charset=utf-8")
            kind = "text/html"
        self.finish(self._dressed(data, path) if kind == "text/html" else data)

    def head(self, path: str) -> None:
        """Answer as for a GET; the body is left out by the server."""
        self.get(path)

    def _missing_page(self, path: str) -> str:
        """Give the nearest page for what is missing: the KIM's, the kabupaten's, the province's."""
        parts = path.strip("/").split("/")[:2]
        while parts and parts != [""]:
            candidate = os.path.join(self.preview.folder, *parts, "404.html")
            if ".." not in parts and os.path.isfile(candidate):
                return candidate
            parts.pop()
        return os.path.join(self.preview.folder, "404.html")

    def _dressed(self, data: bytes, path: str) -> bytes:
        data = _CSP.sub(b"", data, count=1)
        if self.get_status() == 404 and self.preview.base:
            data = data.replace(f'="{self.preview.base}'.encode(), b'="/')
        extra = overlay(self.preview.notes_for(path)) + _script(self.preview.version)
        before, mark, after = data.rpartition(b"</body>")
        return before + extra.encode() + mark + after if mark else data + extra.encode()


class VersionHandler(tornado.web.RequestHandler):
    """Tells the number of the last build."""

    def initialize(self, preview: Preview) -> None:
        """Take the preview that is shown."""
        self.preview = preview

    def get(self) -> None:
        """Answer with the number."""
        self.set_header("Cache-Control", "no-store")
        self.finish(str(self.preview.version))


def overlay(findings: Iterable[Diagnostic]) -> str:
    """Give the box that shows findings over a page; nothing when there are none."""
    shown = list(findings)
    if not shown:
        return ""
    bad = any(d.severity is Severity.GALAT for d in shown)
    lines = "\n".join(render_text(shown))
    title = _("{n} temuan pada isi").format(n=len(shown))
    return (
        f'<details id="sitegen-temuan"{" open" if bad else ""} lang="id" style="position:fixed;'
        "inset:auto 0 0 0;z-index:99;max-height:50vh;overflow:auto;background:#221a12;color:#fff;"
        f'border-top:4px solid {"#e5484d" if bad else "#e2a336"};font:14px/1.5 monospace">'
        f'<summary style="padding:.6rem 1rem;cursor:pointer">{html.escape(title)}</summary>'
        '<pre style="margin:0;padding:0 1rem 1rem;white-space:pre-wrap;background:none;'
        'color:#fff">'
        f"{html.escape(lines)}</pre></details>"
    )


def _script(version: int) -> str:
    """Give the script that listens for reloads, and asks a few times what it may have missed."""
    return (
        '<script>(function(){var s=document.createElement("script");'
        's.src="/livereload.js?port="+(location.port||80);document.head.appendChild(s);'
        f"var v={version};[200,700,1500,3000].forEach(function(t){{setTimeout(function(){{"
        'fetch("/.sitegen/versi").then(function(r){return r.text()}).then(function(n){'
        "if(+n>v)location.reload()}).catch(function(){})},t)})})()</script>"
    )


def local_address() -> str:
    """Give the address of this machine in its local network, or nothing where it has none."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        # Nothing is sent: connecting only asks the system which way it would go (RFC 5737).
        probe.connect(("192.0.2.1", 9))
        return str(probe.getsockname()[0])
    return ""


def open_socket(host: str, port: int | None) -> socket.socket:
    """Bind a port: the one that was asked for, else the first free one from :data:`PORT`.

    Raises:
        OSError: the port, or all that were tried, are in use.
    """
    candidates = [port] if port is not None else list(range(PORT, PORT + PORTS_TRIED))
    for candidate in candidates:
        try:
            listener = socket.create_server((host, candidate))
        except OSError:
            if candidate == candidates[-1]:
                raise
        else:
            listener.setblocking(False)
            return listener
    raise AssertionError("unreachable")


class _Inputs(DefaultFilter):
    """Ignores what editors leave beside a file while they save it."""

    ignore_entity_patterns = (*DefaultFilter.ignore_entity_patterns, r"\.tmp$", r"^\.")


def serve(
    preview: Preview,
    listener: socket.socket,
    say: Callable[[Report | None], None],
    stop: threading.Event,
) -> None:
    """Serve until ``stop`` is set; call ``say`` after each build.

    The page is served while a build runs, and a build that fails leaves the last good pages.
    """
    asyncio.run(_serve(preview, listener, say, stop))


async def _serve(
    preview: Preview,
    listener: socket.socket,
    say: Callable[[Report | None], None],
    stop: threading.Event,
) -> None:
    # What the handler class expects of livereload's own server.
    LiveReloadHandler.watcher = SimpleNamespace(filepath="")
    LiveReloadHandler.live_css = False
    handlers: list[Any] = [
        (r"/livereload", LiveReloadHandler),
        (r"/livereload.js", LiveReloadJSHandler),
        (r"/\.sitegen/versi", VersionHandler, {"preview": preview}),
        (r"/(.*)", PageHandler, {"preview": preview}),
    ]
    application = tornado.web.Application(handlers, log_function=str)
    server = HTTPServer(application)
    server.add_sockets([listener])
    loop = asyncio.get_running_loop()

    def reload() -> None:
        LiveReloadHandler.reload_waiters(path="*")

    def tell(report: Report | None) -> None:
        # Whoever reads what is said may be gone; the preview goes on.
        with suppress(BrokenPipeError):
            say(report)

    def work() -> None:
        folders = [preview.workspace.content, os.path.join(preview.workspace.root, "themes")]
        existing = [folder for folder in folders if os.path.isdir(folder)]
        # Watching begins before the first build, so that nothing saved meanwhile is missed.
        waiting = True
        for changes in watch(
            *existing,
            watch_filter=_Inputs(),
            debounce=_DEBOUNCE_MS,
            step=20,
            rust_timeout=_IDLE_MS,
            yield_on_timeout=True,
            stop_event=stop,
            raise_interrupt=False,
        ):
            waiting = waiting or bool(changes)
            if waiting:
                with suppress(Timeout):  # another build is under way; the next turn tries again
                    tell(preview.rebuild())
                    waiting = False
                    loop.call_soon_threadsafe(reload)

    worker = threading.Thread(target=work, name="sitegen-build", daemon=True)
    worker.start()
    try:
        while not stop.is_set():
            await asyncio.sleep(0.1)
    finally:
        stop.set()
        server.stop()
        await asyncio.to_thread(worker.join, 10)
