"""Layout in a browser: no sideways scrolling, large text, targets, focus, quiet console."""

from playwright.sync_api import Browser

from .browser import PROBES, Visit
from .findings import Finding, Ledger
from .site import Page, Site

_MOST_STOPS = 200


def check(running: Browser, site: Site, pages: list[Page], ledger: Ledger) -> None:
    """Look at each page on a narrow phone, a phone, a phone with large text and a desk."""
    small = 0
    for width in (360, 1280):
        visit = Visit(running, site, width, "light")
        for page in pages:
            tab = visit.open(page.path)
            tab.evaluate(PROBES)
            look = _Look(page.path or "/", ledger)
            if width == 360:
                tab.set_viewport_size({"width": 320, "height": 640})
                look.note("sideways", "320 px", tab.evaluate("audit.sideways()"))
                tab.set_viewport_size({"width": 360, "height": 800})
                look.note("sideways", "360 px", tab.evaluate("audit.sideways()"))
            else:
                look.note("sideways", "1280 px", tab.evaluate("audit.sideways()"))
            targets = tab.evaluate("audit.targets()")
            look.note("target", f"{width} px", targets["close"])
            small += targets["small"] if width == 360 else 0
            tab.evaluate("audit.start()")
            for _ in range(_MOST_STOPS):
                tab.keyboard.press("Tab")
                stop = tab.evaluate("audit.focus()")
                if stop is None:
                    break
                look.note("focus", f"{width} px", stop)
            if width == 360:
                tab.evaluate("document.documentElement.style.fontSize = '200%'")
                look.note("large text", "200 %", tab.evaluate("audit.sideways()"))
                look.note("large text", "cut off", tab.evaluate("audit.cut()"))
        ledger.add(visit.faults)
        visit.close()
    ledger.notes.append(
        f"layout: {len(pages)} pages; on a phone {small} targets are smaller than 44 px"
        " and spaced as WCAG 2.5.8 asks, or in a sentence of their own line."
    )


class _Look:
    def __init__(self, page: str, ledger: Ledger) -> None:
        self._page, self._ledger = page, ledger

    def note(self, rule: str, size: str, found: list[dict[str, str]]) -> None:
        self._ledger.add(
            Finding("layout", f"{rule} ({size})", self._page, one["where"], one["detail"])
            for one in found
        )
