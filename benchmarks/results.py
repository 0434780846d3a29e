"""What was measured, as JSON in ``benchmarks/results/``, so that the report can be made again."""

import json
import statistics
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from measure import Taken
from toolbox import BENCH, ROOT
from verify import Counted

_KEPT = ROOT / "benchmarks" / "results"
_QUICK = BENCH / "quick"
_PROFILE = _KEPT / "profile.md"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one contestant; runs of the same round stood side by side in time."""

    contestant: str
    work: str
    round: int
    taken: Taken


@dataclass(slots=True)
class Results:
    """All runs over one corpus."""

    name: str
    kim: int
    entries: int
    photos: bool
    machine: Mapping[str, str]
    versions: Mapping[str, str]
    counted: dict[str, Counted] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)

    @property
    def articles(self) -> int:
        """How many texts the corpus has."""
        return self.kim * self.entries

    def taken(self, contestant: str, work: str) -> list[Taken]:
        """Give what every such run took, in the order of rounds."""
        return [r.taken for r in self.runs if (r.contestant, r.work) == (contestant, work)]

    def median(self, contestant: str, work: str, what: str) -> float | None:
        """Give the middle of ``wall``, ``cpu``, ``pss`` or ``rss``; none if there was no run."""
        values = [getattr(taken, what) for taken in self.taken(contestant, work)]
        return statistics.median(values) if values else None

    def ratio(self, one: tuple[str, str], other: tuple[str, str], what: str) -> float | None:
        """Give the middle of the ratios of runs of the same round: contestant and work by another.

        None when no round has both.
        """
        by_round: dict[int, dict[tuple[str, str], float]] = {}
        for run in self.runs:
            key = (run.contestant, run.work)
            by_round.setdefault(run.round, {})[key] = getattr(run.taken, what)
        values = [has[one] / has[other] for has in by_round.values() if one in has and other in has]
        return statistics.median(values) if values else None

    def write(self, *, quick: bool) -> None:
        """Keep the results."""
        folder = place(quick=quick)
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(asdict(self), indent=1, ensure_ascii=False)
        (folder / f"{self.name}.json").write_text(text + "\n", encoding="utf-8")


def place(*, quick: bool) -> Path:
    """Give the folder of the results; those of a quick try are not kept with the others."""
    return _QUICK if quick else _KEPT


def keep_profile(text: str) -> None:
    """Keep where the time of a build went."""
    _KEPT.mkdir(parents=True, exist_ok=True)
    _PROFILE.write_text(text + "\n", encoding="utf-8")


def read_profile() -> str:
    """Give the kept profile; nothing if there is none."""
    return _PROFILE.read_text("utf-8") if _PROFILE.is_file() else ""


def read(name: str, *, quick: bool) -> Results | None:
    """Give kept results; none if there are none."""
    file = place(quick=quick) / f"{name}.json"
    if not file.is_file():
        return None
    data = json.loads(file.read_text("utf-8"))
    runs = [Run(**{**run, "taken": Taken(**run["taken"])}) for run in data.pop("runs")]
    counted = {name: Counted(**value) for name, value in data.pop("counted").items()}
    return Results(**data, counted=counted, runs=runs)
