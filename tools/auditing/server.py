"""Serves a built province on loopback as a web server would: compressed, with its types."""

import gzip
import mimetypes
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from .site import Site
from .tools import certificate, program

BLANK = "/.kosong/"
"""The address of a page with nothing on it, to compare with."""
_BLANK = b"""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>Kosong</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Halaman kosong"><link rel="icon" href="data:,"></head>
<body><main><h1>Kosong</h1></main></body></html>
"""
_TYPES = {
    ".webmanifest": "application/manifest+json",
    ".ics": "text/calendar",
    ".webp": "image/webp",
    ".xml": "application/xml",
    ".js": "text/javascript",
}
_COMPRESSED = (".html", ".xml", ".json", ".js", ".svg", ".css", ".webmanifest", ".ics", ".txt")


def type_of(file: Path) -> str:
    """Give the media type of a file."""
    known = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    kind = known or "application/octet-stream"
    return f"{kind}; charset=utf-8" if file.suffix in _COMPRESSED else kind


@lru_cache(maxsize=512)
def _compress(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 9, mtime=0)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that hangs up, as it does when its page is closed."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serving(site: Site) -> Iterator[str]:
    """Serve a site; gives its address without a slash at the end."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if path == BLANK:
                self._answer(200, "text/html; charset=utf-8", gzip.compress(_BLANK, 9), True)
                return
            file = site.file_at(path)
            status = 200 if file else 404
            file = file or site.root / "404.html"
            compressed = file.suffix in _COMPRESSED
            body = _compress(file) if compressed else file.read_bytes()
            self._answer(status, type_of(file), body, compressed)

        def _answer(self, status: int, kind: str, body: bytes, compressed: bool) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            if compressed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = _Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def serving_securely(site: Site) -> Iterator[str]:
    """Serve a site over HTTP/2 with TLS, as its host will; gives its address likewise."""
    script = Path(__file__).parent / "serve_h2.mjs"
    with tempfile.NamedTemporaryFile(suffix=".html") as blank:
        blank.write(_BLANK)
        blank.flush()
        files = [str(file) for file in (script, site.root, *certificate(), blank.name)]
        with subprocess.Popen([program("node"), *files], stdout=subprocess.PIPE, text=True) as node:
            assert node.stdout
            try:
                yield f"https://127.0.0.1:{node.stdout.readline().strip()}"
            finally:
                node.terminate()
