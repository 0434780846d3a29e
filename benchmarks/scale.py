"""``make bench-scale``: does a build stay flat from 96 KIM to 3,555, the number in the country?

Each province is built from nothing, then with nothing changed, then with one berita edited. A run
that would take longer than is bearable, judged by the one before, gets fewer entries, and the table
says so.

``python benchmarks/scale.py [--quick] [--minutes N] [--theme NAME]``
"""

import argparse
import os
import shutil
import time

import report
import toolbox
from contestants import Work
from contestants.ours import Sitegen
from corpus import write_province
from measure import measure
from results import Results, Run
from scenarios import ENTRIES, QUICK_ENTRIES, QUICK_SIZES, SIZES, THEMES
from texts import Site
from verify import Counted

_PLACE = toolbox.workplace() / "scale"
_REPEATS = 3
_SPARE = 1.3
"""How much more room a build is given than the one before leads to expect."""


def run(theme: str, kim: int, entries: int, *, quick: bool) -> Results:
    """Build one province in each way, and keep what that took."""
    shutil.rmtree(_PLACE, ignore_errors=True)
    write_province(_PLACE / "corpus", kim, entries)
    ours, folder = Sitegen(theme), _PLACE / "workspace"
    folder.mkdir()
    no_sites: list[Site] = []
    ours.prepare(_PLACE / "corpus", no_sites, folder)
    shutil.rmtree(_PLACE / "corpus")
    name = f"scale-{theme}-{kim}"
    results = Results(name, kim, entries, False, toolbox.machine(), toolbox.versions())
    for work in (Work.COLD, Work.NOOP, Work.EDIT):
        command = ours.command(folder, work)
        assert command is not None
        for number in range(1 if work is Work.COLD else _REPEATS):
            if work is Work.EDIT:
                ours.edit(folder, f"Tambahan {number}.")
            taken = measure(command)
            results.runs.append(Run(ours.name, work.value, number, taken))
            print(
                f"{theme} {kim:5} KIM x {entries:3}  {work.value:20}"
                f"{taken.wall:8.2f} s {taken.cpu:8.2f} s CPU {taken.pss:7.0f} MB",
                flush=True,
            )
    results.counted[ours.name] = _counted(str(ours.output(folder)), results.articles)
    shutil.rmtree(_PLACE)
    results.write(quick=quick)
    return results


def _counted(output: str, articles: int) -> Counted:
    pages = files = weight = 0
    for folder, _, names in os.walk(output):
        files += len(names)
        pages += sum(name.endswith(".html") for name in names)
        weight += sum(os.path.getsize(os.path.join(folder, name)) for name in names)
    return Counted(articles, pages, files, weight)


def bearable(entries: int, kim: int, last: Results | None, minutes: float) -> int:
    """Give how many entries a KIM may have, so that time and disk suffice.

    Raises:
        SystemExit: not even one entry for each has room.
    """
    if last is None:
        return entries
    [(name, counted)] = last.counted.items()
    seconds = (last.median(name, Work.COLD.value, "wall") or 0) / last.articles
    weight = counted.bytes / last.articles * _SPARE
    free = toolbox.room(_PLACE.parent)
    most = min(minutes * 60 / (seconds * kim), free / (weight * kim))
    if most < 1:
        raise SystemExit(f"{kim} KIM: neither {minutes:.0f} minutes nor the room would suffice")
    return min(entries, int(most))


def main() -> None:
    """Build provinces of growing size, and write the report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="tiny, only to see that all works")
    parser.add_argument("--minutes", type=float, default=12, help="longest bearable build")
    parser.add_argument("--theme", choices=THEMES, help="this theme only")
    given = parser.parse_args()
    toolbox.install()
    for theme in (given.theme,) if given.theme else THEMES:
        last: Results | None = None
        for kim in QUICK_SIZES if given.quick else SIZES:
            started = time.monotonic()
            wanted = QUICK_ENTRIES if given.quick else ENTRIES
            entries = bearable(wanted, kim, last, given.minutes)
            last = run(theme, kim, entries, quick=given.quick)
            print(f"{theme} {kim} KIM: {(time.monotonic() - started) / 60:.1f} minutes", flush=True)
    print(report.write(quick=given.quick))


if __name__ == "__main__":
    main()
