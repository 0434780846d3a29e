"""A browser that sees the province at its own address, answered from the files on disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route, sync_playwright

from .findings import Finding
from .server import type_of
from .site import Site
from .tools import chromium

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
PROBES = (Path(__file__).parent / "probes.js").read_text(encoding="utf-8")
"""The script with the questions that checks ask a page."""
Scheme = Literal["light", "dark"]
_BLOCKED = "Service Worker registration blocked by Playwright"


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the system's Chromium."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        try:
            yield running
        finally:
            running.close()


class Visit:
    """One tab of one size and colour scheme; what goes wrong in it becomes findings."""

    def __init__(self, running: Browser, site: Site, width: int, scheme: Scheme) -> None:
        self._site, self._running = site, running
        self.faults: list[Finding] = []
        context = running.new_context(
            viewport={"width": width, "height": 800 if width < 800 else 900},
            color_scheme=scheme,
            bypass_csp=True,
            service_workers="block",
            reduced_motion="reduce",
            has_touch=width < 800,
            is_mobile=width < 800,
        )
        self._context = context
        context.route("**/*", self._answer)
        self.page: Page = context.new_page()
        self._shown = ""
        self.page.on("console", lambda message: self._said(message.type, message.text))
        self.page.on("pageerror", lambda e: self._fault("script", e.message))

    def open(self, path: str) -> Page:
        """Open a page of the province."""
        self._shown = path
        self.page.goto(self._site.url + path, wait_until="load")
        return self.page

    def close(self) -> None:
        """Close the tab."""
        self._context.close()

    def _answer(self, route: Route) -> None:
        address = route.request.url
        if address.startswith("data:"):
            route.continue_()
            return
        path = self._site.own(address)
        if path is None:
            self._fault("other-host", urlsplit(address).netloc)
            route.abort()
            return
        file = self._site.file_at(path)
        if file is None:
            self._fault("missing", path)
            route.fulfill(status=404, body="")
            return
        route.fulfill(status=200, body=file.read_bytes(), content_type=type_of(file))

    def _said(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"} and _BLOCKED not in text:
            self._fault("console", text)

    def _fault(self, rule: str, detail: str) -> None:
        self.faults.append(Finding("layout", rule, self._shown, detail=detail))
