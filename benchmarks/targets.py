"""What speed is promised, and whether the measurements keep it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from contestants import Work
from contestants.hugo import ONE_SITE, PER_KIM
from results import Results

Found = Mapping[str, Results]
"""Results by their names; a scenario that did not run is not there."""
COLD, NOOP, EDIT, THEME = (w.value for w in (Work.COLD, Work.NOOP, Work.EDIT, Work.THEME))


@dataclass(frozen=True, slots=True)
class Target:
    """One promise: its measure for a theme is to be at most ``most``."""

    work: str
    promise: str
    most: float
    unit: str
    measure: Callable[[Found, str], float | None]

    def verdict(self, found: Found, theme: str) -> str:
        """Say what was measured with a theme, and whether it is enough."""
        value = self.measure(found, theme)
        if value is None:
            return "not measured"
        digits = 0 if self.unit == " MB" else 2
        return f"{value:.{digits}f}{self.unit}, {'met' if value <= self.most else '**not met**'}"


def ours(theme: str) -> str:
    """Give the name under which sitegen runs with a theme."""
    return f"sitegen, theme {theme}"


def hugo_per_kim(results: Results) -> str:
    """Give the name of the way of running Hugo once per KIM that was quicker."""
    names = sorted({r.contestant for r in results.runs if r.contestant.startswith(PER_KIM)})
    return min(names, key=lambda name: results.median(name, COLD, "wall") or 0, default=PER_KIM)


def _against(
    scenario: str, work: str, what: str, *, one_site: bool = False
) -> Callable[..., float | None]:
    def measure(found: Found, theme: str) -> float | None:
        if scenario not in found:
            return None
        results = found[scenario]
        peer = ONE_SITE if one_site else hugo_per_kim(results)
        return results.ratio((ours(theme), work), (peer, work), what)

    return measure


def _seconds(scenario: str, work: str) -> Callable[..., float | None]:
    def measure(found: Found, theme: str) -> float | None:
        return found[scenario].median(ours(theme), work, "wall") if scenario in found else None

    return measure


def _theme_to_cold(found: Found, theme: str) -> float | None:
    results = found.get("96x200")
    return results.ratio((ours(theme), THEME), (ours(theme), COLD), "wall") if results else None


def _memory(found: Found, theme: str) -> float | None:
    results = found.get(f"scale-{theme}-3555")
    return results.median(ours(theme), COLD, "pss") if results else None


def _growth(found: Found, theme: str) -> float | None:
    large, small = _memory(found, theme), found.get(f"scale-{theme}-96")
    before = small.median(ours(theme), COLD, "pss") if small else None
    return large / before if large and before else None


_PHOTOS = "10x20-photos"
TARGETS = (
    Target(
        "cold, text, 96×100",
        "at most 0.30 × the wall time of Hugo, one site per KIM",
        0.30,
        " ×",
        _against("96x100", COLD, "wall"),
    ),
    Target("", "and of its CPU time", 0.30, " ×", _against("96x100", COLD, "cpu")),
    Target(
        "",
        "at most 0.45 × the wall time of Hugo, one big site",
        0.45,
        " ×",
        _against("96x100", COLD, "wall", one_site=True),
    ),
    Target("", "and of its CPU time", 0.45, " ×", _against("96x100", COLD, "cpu", one_site=True)),
    Target(
        "cold with photos, 10×20",
        "at most 0.3 × the wall time of Hugo, one site per KIM",
        0.3,
        " ×",
        _against(_PHOTOS, COLD, "wall"),
    ),
    Target("", "and of its CPU time", 0.3, " ×", _against(_PHOTOS, COLD, "cpu")),
    Target(
        "one berita edited among 96×200",
        "at most 0.05 × Hugo's rebuild, one site per KIM",
        0.05,
        " ×",
        _against("96x200", EDIT, "wall"),
    ),
    Target("", "below 0.5 s", 0.5, " s", _seconds("96x200", EDIT)),
    Target("nothing changed, 96×200", "below 0.3 s", 0.3, " s", _seconds("96x200", NOOP)),
    Target(
        "theme changed, 96×200",
        "at most 0.3 × our own cold build",
        0.3,
        " ×",
        _theme_to_cold,
    ),
    Target("peak memory of the tree, 3,555×50", "below 300 MB", 300, " MB", _memory),
    Target("", "at most 1.2 × that of 96×50", 1.2, " ×", _growth),
)
