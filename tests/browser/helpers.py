"""A web server and a watched page, for tests in a browser."""

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

from tests.helpers import TODAY, environment

BELOW = "/kim/"
"""The path below which sites are served: not the root of the domain, as with many hosts."""

KABUPATEN, DASAR = "palangka-raya", "palangka-raya/kim-petak-bahandang"
KAHAYAN = "kotawaringin-barat/kim-karya-lada"
"""Two KIM of the sample province, one for each theme."""

PUBLISHED = "https://kim.contoh.id/"
"""The address that the sample province publishes at."""

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def browser_path() -> str | None:
    """Give the Chromium of this machine."""
    return next((found for name in _BROWSERS if (found := shutil.which(name))), None)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below :data:`BELOW`; what is missing gets the site's own page."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(BELOW):
            return str(Path(self.directory) / "tidak-dilayani")
        return super().translate_path("/" + path.removeprefix(BELOW))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        steps = urlsplit(self.path).path.removeprefix(BELOW).split("/")[:-1]
        places = [Path(self.directory, *steps[:n], "404.html") for n in range(len(steps), -1, -1)]
        page = next((place for place in places if place.is_file()), None)
        if code != 404 or page is None:
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):  # the reader went on before it came
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """Serve a folder while the block runs; give the address it stands at."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{BELOW}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def pages_of(output: Path, site: str) -> list[str]:
    """Give the addresses of a site's own pages, relative to it."""
    listed = json.loads((output / site / "manifest.json").read_text(encoding="utf-8"))["berkas"]
    return [n.removesuffix("index.html") for n in sorted(listed) if n.endswith("index.html")]


def export(sample: Path, target: Path) -> None:
    """Write the archive of a KIM of the sample province, as its officer does."""
    arguments = ["export", "--offline", DASAR, "--output", str(target), "-w", str(sample)]
    noon = datetime.combine(TODAY, time(5), UTC).timestamp()
    variables = environment(SOURCE_DATE_EPOCH=f"{noon:.0f}")
    subprocess.run([sys.executable, "-m", "sitegen", *arguments], env=variables, check=True)


@dataclass
class Watch:
    """Notes what goes wrong on a page: errors, failed requests, requests to anyone else."""

    page: Page
    home: str
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Listen to the page."""
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self._complain(f"error: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("request", self._request)
        self.page.on("response", self._response)

    def _complain(self, what: str) -> None:
        self.complaints.append(f"{self.page.url}: {what}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._complain(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((self.home, "data:")):
            self._complain(f"permintaan ke luar: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader went on before it came
            self._complain(f"gagal: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self._complain(f"{response.status}: {response.url}")
