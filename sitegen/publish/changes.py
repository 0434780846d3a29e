"""What a publication must do: what is wanted, held against what is online. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sitegen.publish.tree import Tree, in_sending_order, is_asset

_NOTHING: Tree = {}


@dataclass(frozen=True, slots=True)
class Online:
    """What a target holds, by its own record.

    ``sites`` gives for each place the digest of its tree, ``retired`` that of the assets that its
    previous release used. ``held`` names trees that were rolled back: they do not go online again.
    """

    release: str = ""
    sites: Mapping[str, str] = field(default_factory=dict)
    retired: Mapping[str, str] = field(default_factory=dict)
    held: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one place; ``tree`` is empty where the site goes.

    ``retire`` are assets that stay for one more release, because a reader may hold a page that
    names them; they are no part of ``tree``. ``send`` and ``delete`` are in the order to follow.
    """

    place: str
    digest: str
    tree: Tree
    retire: Tree
    send: tuple[str, ...]
    delete: tuple[str, ...]

    @property
    def bytes(self) -> int:
        """The size of what is sent."""
        return sum(self.tree[path].size for path in self.send)


@dataclass(frozen=True, slots=True)
class Changes:
    """What becomes of a target: each place that changes, and the digests of all after it."""

    sites: tuple[Change, ...]
    after: Mapping[str, str]

    def __bool__(self) -> bool:
        return bool(self.sites)


def decide(
    wanted: Mapping[str, str],
    gone: frozenset[str],
    online: Online,
    wanted_tree: Callable[[str], Tree],
    online_tree: Callable[[str], tuple[Tree, Tree]],
    *,
    everything: bool = False,
) -> Changes:
    """Compare two indexes, and the trees of the places in which they differ.

    Args:
        wanted: the digest of each place that is to be online as built.
        gone: places to take offline. Any other place stays as it is.
        online: what the target holds.
        wanted_tree: gives the tree of a wanted place.
        online_tree: gives the tree that is online at a place, and its retired assets.
        everything: send also what the target says to hold.
    """
    changed = []
    for place in sorted({*wanted, *gone}, key=lambda p: (_height(p), p)):
        digest = "" if place in gone else wanted[place]
        if digest == online.sites.get(place, "") and not (everything and digest):
            continue
        tree = wanted_tree(place) if digest else _NOTHING
        before, retired = online_tree(place) if place in online.sites else (_NOTHING, _NOTHING)
        changed.append(_change(place, digest, tree, before, retired, everything=everything))
    after = {**online.sites, **wanted}
    return Changes(tuple(changed), {p: d for p, d in sorted(after.items()) if p not in gone})


def _height(place: str) -> int:
    """Sort KIM before kabupaten before the province, which links to both."""
    return -(place.count("/") + bool(place))


def _change(
    place: str, digest: str, tree: Tree, before: Tree, retired: Tree, *, everything: bool
) -> Change:
    there = {**retired, **before}
    send = [p for p, mark in tree.items() if everything or there.get(p) != mark]
    leaving = [p for p in before if p not in tree]
    retire = {p: before[p] for p in leaving if digest and is_asset(p)}
    delete = sorted(p for p in there if p not in tree and p not in retire)
    return Change(place, digest, tree, retire, in_sending_order(send), tuple(delete))
