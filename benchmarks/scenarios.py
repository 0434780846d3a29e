"""Which corpora are built, by whom, and how often."""

from dataclasses import dataclass

from contestants import Contestant
from contestants.eleventy import Eleventy
from contestants.hugo import HugoOneSite, HugoPerKim
from contestants.ours import Sitegen
from contestants.pelican import Pelican
from toolbox import cores

THEMES = ("polos", "dasar")
SIZES, ENTRIES = (96, 960, 3555), 50
"""The provinces of ``make bench-scale``: numbers of KIM, and of berita in each if time allows."""
QUICK_SIZES, QUICK_ENTRIES = (3, 12, 30), 5
_QUICK_KIM, _QUICK_NEWS = 4, 10


@dataclass(frozen=True, slots=True)
class Scenario:
    """A corpus, who runs on it, and how often; slow ones run in the first round only."""

    name: str
    kim: int
    entries: int
    rounds: int
    peers: tuple[Contestant, ...]
    photos: bool = False
    slow_rounds: int = 1

    def quick(self) -> "Scenario":
        """Give a small version, for trying things out."""
        kim, entries = min(self.kim, _QUICK_KIM), min(self.entries, _QUICK_NEWS)
        kim, entries = (2, 3) if self.photos else (kim, entries)
        return Scenario(self.name, kim, entries, 2, self.peers, self.photos)


_PARALLEL = HugoPerKim(cores())
_HUGO = (HugoPerKim(1), _PARALLEL, HugoOneSite())
OURS: tuple[Contestant, ...] = tuple(Sitegen(theme) for theme in THEMES)
PEERS: tuple[Contestant, ...] = (*_HUGO, Pelican(), Eleventy())

SCENARIOS = (
    Scenario("10x100", 10, 100, 5, PEERS, slow_rounds=2),
    Scenario("96x100", 96, 100, 3, PEERS),
    Scenario("96x200", 96, 200, 3, (_PARALLEL, HugoOneSite())),
    # One round: a cold build takes minutes of one kind of work, in which noise averages out.
    Scenario("10x20-photos", 10, 20, 1, (_PARALLEL, HugoOneSite(), Eleventy()), photos=True),
)
