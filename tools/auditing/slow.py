"""A slow line in a real browser: what is painted when, measured through the DevTools protocol."""

from statistics import median
from typing import Any

from playwright.sync_api import Browser

from .findings import Finding, Ledger, table
from .lighthouse import chosen
from .server import BLANK
from .site import Page

_BYTES_PER_SECOND = 400 * 1000 / 8
_LATENCY = 400
_SLOWER = 4
_LCP = 2900
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
    done([first ? first.startTime : 0, largest, shift, page.responseStart, page.responseEnd]);
  }, 500);
})"""


def check(running: Browser, host: str, pages: list[Page], ledger: Ledger) -> None:
    """Measure each page; a layout shift or a late largest paint is a fault."""
    rows = []
    for label, path in [
        ("blank page", BLANK),
        *((f"{p.kind} [{p.theme}]", "/" + p.path) for p in chosen(pages)),
    ]:
        tries = [_measure(running, host + path) for _ in range(_TRIES)]
        first, largest, shift, start, end = (median(t[i] for t in tries) for i in range(5))
        rows.append(
            (label, *(f"{value:.0f}" for value in (start, end, first, largest)), f"{shift:.3f}")
        )
        if shift > 0:
            ledger.add([Finding("slow line", "layout shift", path, detail=f"{shift:.4f}")])
        if largest > _LCP:
            ledger.add([Finding("slow line", "largest paint", path, detail=f"{largest:.0f} ms")])
    head = ("400 kbps, 400 ms, CPU 4x (measured)", "first byte", "last byte", "FCP", "LCP", "CLS")
    ledger.notes.append(table(head, rows))


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
