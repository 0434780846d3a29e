"""A slow line in a real browser: what is painted when, measured through the DevTools protocol."""

from typing import Any

from playwright.sync_api import Browser

from .findings import Finding, Ledger, table
from .lighthouse import LED, chosen, late
from .server import BLANK
from .site import Page

_BYTES_PER_SECOND = 400 * 1000 / 8
_LATENCY = 400
_SLOWER = 4
_TRIES = 3
_WATCH = """() => new Promise((done) => {
  let largest = 0, shift = 0;
  new PerformanceObserver((l) => l.getEntries().forEach((e) => { largest = e.startTime; }))
    .observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((l) => l.getEntries().forEach((e) => { shift += e.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => {
    const first = performance.getEntriesByName("first-contentful-paint")[0];
    const page = performance.getEntriesByType("navigation")[0];
    done([first ? first.startTime : 0, largest, shift, page.responseEnd]);
  }, 500);
})"""


def check(running: Browser, host: str, pages: list[Page], ledger: Ledger) -> None:
    """Measure each page some times; the best counts, for other work on a machine only delays.

    First paint is shown, not judged: this throttle knows neither connections nor their first
    window, so that each byte costs time that on a real line it does not.
    """
    rows = [("blank page", *_cells(_measure(running, host + BLANK)))]
    for page in chosen(pages):
        best: tuple[float, ...] = ()
        faults: list[str] = []
        for _ in range(_TRIES):
            again = _measure(running, f"{host}/{page.path}")
            best = tuple(map(min, best, again)) if best else again
            if not (faults := late(best[1] if page.kind in LED else 0, best[2])):
                break
        rows.append((f"{page.kind} [{page.theme}]", *_cells(best)))
        ledger.add(Finding("slow line", "measured", page.path or "/", detail=f) for f in faults)
    head = ("400 kbps, 400 ms, CPU 4x (measured)", "FCP ms", "LCP ms", "CLS", "last byte")
    ledger.notes.append(table(head, rows))


def _cells(times: tuple[float, ...]) -> tuple[str, ...]:
    first, largest, shift, end = times
    return f"{first:.0f}", f"{largest:.0f}", f"{shift:.4f}", f"{end:.0f}"


def _measure(running: Browser, address: str) -> tuple[float, ...]:
    context = running.new_context(
        viewport={"width": 360, "height": 800},
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
        service_workers="block",
    )
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": _LATENCY,
            "downloadThroughput": _BYTES_PER_SECOND,
            "uploadThroughput": _BYTES_PER_SECOND,
        },
    )
    line.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    page.goto(address, wait_until="load")
    values: list[Any] = page.evaluate(_WATCH)
    context.close()
    return tuple(float(value) for value in values)
