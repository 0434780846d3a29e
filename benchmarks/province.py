"""Measure the sites above the KIM of a workspace that was built: time, memory, heaviest pages.

``python benchmarks/province.py WORKSPACE`` builds the province, its largest kabupaten and its
largest KIM, each alone in a process of its own, from what the last build left; nothing is written.
Memory is the most that the process ever held (VmHWM), of which it held some before the build.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from sitegen.engine.jobs import with_summaries
from sitegen.engine.memo import SiteMemo
from sitegen.engine.survey import Options, survey
from sitegen.engine.task import DiskFiles, Places, build_result
from sitegen.site.weight import Scale
from sitegen.workspace import Workspace

_DAY = date(2026, 11, 24)


def peak() -> float:
    """Give the most memory this process ever held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(root: Path, site: str) -> dict[str, float | int | str]:
    """Build one site in this process, and give what it took."""
    workspace = Workspace(str(root))
    seen = survey(workspace, Options(workspace.output, _DAY))
    job = (seen.jobs.kim | seen.jobs.above)[site]
    if "/" not in site:
        built = {s: "" for s in seen.jobs.kim if (root / "output" / s / "kim.json").is_file()}
        job, _ = with_summaries(job, built, seen.jobs)
    with tempfile.TemporaryDirectory() as memory:
        places = Places(workspace.root, workspace.output, memory, memory)
        before, started = peak(), time.perf_counter()
        result, _ = build_result(job, DiskFiles(places), SiteMemo(memory, site), places)
    pages = {n: d for n, d in result.files.items() if n.endswith(".html") and isinstance(d, bytes)}
    scale = Scale("", {}, {})
    weights = {name: scale.weigh(data.decode()).page for name, data in pages.items()}
    heaviest = max(weights, key=lambda name: weights[name])
    return {
        "site": site or "/",
        "pages": len(pages),
        "mib": sum(len(d) for d in result.files.values() if isinstance(d, bytes)) / 2**20,
        "summaries": sum(
            (root / "output" / name.partition("/")[2]).stat().st_size for name in job.summaries
        )
        / 2**20,
        "heaviest": f"{heaviest} {weights[heaviest] / 1024:.1f} KB",
        "over": sum(d.code == "halaman-berat" for d in result.diagnostics),
        "seconds": time.perf_counter() - started,
        "before": before,
        "peak": peak(),
    }


def main() -> None:
    """Measure three sites, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--site", help="measure this one only, here, as JSON")
    given = parser.parse_args()
    if given.site is not None:
        print(json.dumps(measure(given.workspace, given.site.strip("/"))))
        return
    folders = [path.parent for path in (given.workspace / "output").glob("*/*/kim.json")]
    kim = max(folders, key=lambda path: sum(len(files) for _, _, files in os.walk(path)))
    kabupaten = max((path.parent for path in folders), key=lambda path: len(os.listdir(path)))
    for site in ("/", kabupaten.name, f"{kim.parent.name}/{kim.name}"):
        command = [sys.executable, __file__, str(given.workspace), "--site", site]
        shown = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        print(
            "{site}: {pages} pages ({mib:.1f} MiB) from {summaries:.1f} MiB of summaries in "
            "{seconds:.1f} s; memory {before:.0f} MiB before, {peak:.0f} MiB at most; "
            "heaviest page {heaviest}; {over} over their budget".format(**shown)
        )


if __name__ == "__main__":
    main()
