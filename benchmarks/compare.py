"""``make bench``: sitegen, Hugo, Pelican and Eleventy on the same texts, and ``docs/kinerja.md``.

Contestants take turns (A B A B), so that what happens to the machine happens to all of them; ratios
are taken within a round, and of those the median. Every run is a process of its own.

``python benchmarks/compare.py [--quick] [SCENARIO ...]``
"""

import argparse
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

import report
import toolbox
from contestants import Contestant, Work
from corpus import write_province
from measure import measure
from photos import add_photos
from results import Results, Run
from scenarios import OURS, PEERS, SCENARIOS, Scenario
from texts import Site, read_sites
from verify import count

_PLACE = toolbox.workplace() / "compare"


def run(scenario: Scenario, *, quick: bool) -> None:
    """Run one scenario, and keep what was measured after every round."""
    shutil.rmtree(_PLACE, ignore_errors=True)
    corpus = _PLACE / "corpus"
    write_province(corpus, scenario.kim, scenario.entries)
    if scenario.photos:
        add_photos(corpus)
    sites = read_sites(corpus)
    results = Results(
        scenario.name,
        scenario.kim,
        scenario.entries,
        scenario.photos,
        toolbox.machine(),
        toolbox.versions(),
    )
    contestants = [(one, _prepare(one, corpus, sites)) for one in (*OURS, *scenario.peers)]
    for number in range(scenario.rounds):
        for one, folder in contestants:
            if one.slow and number >= scenario.slow_rounds:
                continue
            _round(one, folder, number, results, sites)
        results.write(quick=quick)
    shutil.rmtree(_PLACE)


def _prepare(one: Contestant, corpus: Path, sites: Sequence[Site]) -> Path:
    folder = _PLACE / one.name.replace(",", "").replace(" ", "-").casefold()
    folder.mkdir(parents=True)
    one.prepare(corpus, sites, folder)
    return folder


def _round(
    one: Contestant, folder: Path, number: int, results: Results, sites: Sequence[Site]
) -> None:
    one.clear(folder)
    for work in Work:
        command = one.command(folder, work)
        if command is None:
            continue
        if work in (Work.EDIT, Work.EDIT_KNOWN):
            one.edit(folder, f"Tambahan {number}, {work.name}.")
        elif work is Work.THEME:
            one.change_theme(folder, f"Kaki {number}")
        taken = measure(command)
        results.runs.append(Run(one.name, work.value, number, taken))
        print(
            f"{results.name:13} {number + 1}  {one.name:20} {work.value:32}"
            f"{taken.wall:8.2f} s {taken.cpu:8.2f} s CPU {taken.pss:7.0f} MB",
            flush=True,
        )
        if work is Work.COLD and not number:
            results.counted[one.name] = count(one.output(folder), sites)


def warm_up() -> None:
    """Let every tool run once: compiled modules and binaries are then where they stay."""
    shutil.rmtree(_PLACE, ignore_errors=True)
    write_province(_PLACE / "corpus", 3, 3)
    sites = read_sites(_PLACE / "corpus")
    for one in (*OURS, *PEERS):
        folder = _prepare(one, _PLACE / "corpus", sites)
        command = one.command(folder, Work.COLD)
        assert command is not None
        measure(command)


def main() -> None:
    """Run the scenarios that were named, or all, and write the report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="tiny, only to see that all works")
    parser.add_argument("scenario", nargs="*", help=", ".join(s.name for s in SCENARIOS))
    given = parser.parse_args()
    known = {scenario.name for scenario in SCENARIOS}
    if unknown := set(given.scenario) - known:
        parser.error(f"no such scenario: {', '.join(sorted(unknown))}")
    toolbox.install()
    warm_up()
    for scenario in SCENARIOS:
        if given.scenario and scenario.name not in given.scenario:
            continue
        started = time.monotonic()
        run(scenario.quick() if given.quick else scenario, quick=given.quick)
        print(f"{scenario.name}: {(time.monotonic() - started) / 60:.1f} minutes", flush=True)
    print(report.write(quick=given.quick))


if __name__ == "__main__":
    main()
