"""Lighthouse, mobile: the four categories, and how soon a page paints on a slow phone."""

import json
import os
import subprocess
from typing import Any

from .findings import Finding, Ledger, table
from .server import BLANK
from .site import Page
from .tools import LIGHTHOUSE, chromium, program

KINDS = (
    "KIM: home",
    "KIM: list",
    "KIM: article, photo",
    "KIM: potensi",
    "KIM: aspirasi list",
    "KIM: aspirasi",
    "KIM: galeri",
    "kabupaten: home",
    "province: home",
    "province: KIM register",
)
LED = ("KIM: article, photo", "KIM: potensi")
"""Kinds whose largest paint is their lead picture."""
CATEGORIES = ("accessibility", "best-practices", "seo", "performance")
_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
    " --ignore-certificate-errors"
)
_SLOW = (
    "--throttling-method=simulate",
    "--throttling.rttMs=400",
    "--throttling.throughputKbps=400",
    "--throttling.cpuSlowdownMultiplier=4",
)
"""A phone with a processor four times slower on 400 kbps with 400 ms latency."""
_NEAR = 1.05
_LCP = 2900
_SHIFT = 0.0005
"""Less than this is shown as 0.000; half a pixel of a font may do it."""
_TRIES = 3


def chosen(pages: list[Page]) -> list[Page]:
    """Give the pages that Lighthouse looks at: some kinds of each theme."""
    return [page for page in pages if page.kind in KINDS]


def check(host: str, pages: list[Page], ledger: Ledger) -> None:
    """Score each page, and compare its performance with that of a blank page."""
    blank = _scores(_run(host + BLANK))
    rows = [("blank page", *_cells(blank))]
    for page in chosen(pages):
        address = host + "/" + page.path
        record = _run(address)
        for _ in range(_TRIES - 1):
            if _scores(record)["performance"] >= blank["performance"] - 1:
                break
            record = max(record, _run(address), key=lambda r: _scores(r)["performance"])
        scores = _scores(record)
        rows.append((f"{page.kind} [{page.theme}]", *_cells(scores)))
        for category in CATEGORIES:
            least = blank[category] - 1 if category == "performance" else 100
            if scores[category] < least:
                ledger.add(_faults(record, category, page))
    ledger.notes.append(table(("Lighthouse, mobile", *CATEGORIES), rows))


def check_slow(host: str, pages: list[Page], ledger: Ledger) -> None:
    """Compare first paint, lead picture and shift with a blank page on a slow line.

    Each is simulated some times; the best counts, for other work on a machine only delays.
    """
    blank = min(_times(_run(host + BLANK, *_SLOW)) for _ in range(_TRIES))
    rows = [("blank page", *_milliseconds(blank))]
    for page in chosen(pages):
        times: tuple[float, ...] = ()
        faults: list[str] = []
        for _ in range(_TRIES):
            again = _times(_run(host + "/" + page.path, *_SLOW))
            times = tuple(map(min, times, again)) if times else again
            faults = late(times[1] if page.kind in LED else 0, times[2])
            if times[0] > blank[0] * _NEAR:
                faults.append(f"first paint {times[0]:.0f} ms, a blank page {blank[0]:.0f} ms")
            if not faults:
                break
        rows.append((f"{page.kind} [{page.theme}]", *_milliseconds(times)))
        ledger.add(Finding("slow line", "simulated", page.path or "/", detail=f) for f in faults)
    head = ("400 kbps, 400 ms, CPU 4x (simulated)", "FCP ms", "LCP ms", "CLS")
    ledger.notes.append(table(head, rows))


def late(largest: float, shift: float) -> list[str]:
    """Say whether the largest paint comes late or the page shifts."""
    faults = []
    if largest > _LCP:
        faults.append(f"largest paint {largest:.0f} ms, at most {_LCP} ms")
    if shift >= _SHIFT:
        faults.append(f"layout shift {shift:.4f}")
    return faults


def _run(address: str, *options: str) -> dict[str, Any]:
    command = [program("node"), str(LIGHTHOUSE), address, "--output=json", "--quiet"]
    command += [f"--chrome-flags={_FLAGS}", f"--only-categories={','.join(CATEGORIES)}", *options]
    environment = {**os.environ, "CHROME_PATH": chromium(), "NO_UPDATE_NOTIFIER": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise RuntimeError(f"lighthouse failed on {address}\n{done.stderr[-2000:]}")
    record: dict[str, Any] = json.loads(done.stdout)
    return record


def _scores(record: dict[str, Any]) -> dict[str, int]:
    found = record["categories"]
    return {name: round((found[name]["score"] or 0) * 100) for name in CATEGORIES}


def _cells(scores: dict[str, int]) -> list[str]:
    return [str(scores[name]) for name in CATEGORIES]


def _times(record: dict[str, Any]) -> tuple[float, float, float]:
    names = ("first-contentful-paint", "largest-contentful-paint", "cumulative-layout-shift")
    first, largest, shift = (float(record["audits"][n].get("numericValue", -1)) for n in names)
    return first, largest, shift


def _milliseconds(times: tuple[float, ...]) -> tuple[str, str, str]:
    return f"{times[0]:.0f}", f"{times[1]:.0f}", f"{times[2]:.4f}"


def _faults(record: dict[str, Any], category: str, page: Page) -> list[Finding]:
    faults = []
    for reference in record["categories"][category]["auditRefs"]:
        audit = record["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
            items = audit.get("details", {}).get("items") or [{}]
            node = items[0].get("node", {}) if isinstance(items[0], dict) else {}
            value = audit.get("displayValue", "")
            detail = f"{audit['title']} {value}"
            where = str(node.get("selector", ""))
            faults.append(
                Finding("lighthouse", f"{category}: {audit['id']}", page.path, where, detail)
            )
    return faults
