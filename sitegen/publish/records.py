"""The record of a release: which tree stands at each place. One format for all targets."""

import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sitegen import __version__
from sitegen.engine.manifest import is_safe
from sitegen.publish.changes import Changes, Online
from sitegen.publish.tree import RecordDamaged, encode_tree, tree_digest

VERSION = 1


@dataclass(frozen=True, slots=True)
class Release:
    """What was online at one time.

    ``name`` begins with the moment in UTC and sorts by it. ``sites`` and ``retired`` are as in
    :class:`~sitegen.publish.changes.Online`.
    """

    name: str
    sites: Mapping[str, str] = field(default_factory=dict)
    retired: Mapping[str, str] = field(default_factory=dict)

    def trees(self) -> set[str]:
        """Give the digests of all trees that it needs."""
        return {*self.sites.values(), *self.retired.values()}

    def online(self, held: frozenset[str] = frozenset()) -> Online:
        """Give this release as what is online."""
        return Online(self.name, self.sites, self.retired, held)


def release_name(existing: Iterable[str], now: float | None = None) -> str:
    """Give a new name that sorts after all others, also when the clock was set back.

    Args:
        existing: the names that are taken.
        now: seconds since 1970; the clock's unless given.
    """
    name = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(now))
    latest = max(existing, default="")
    if latest < name:
        return name
    stem, _, number = latest.partition("-")
    return f"{stem}-{int(number or 0) + 1:04}"


def next_release(name: str, before: Online, changes: Changes) -> tuple[Release, dict[str, bytes]]:
    """Give the release that changes make, and the new trees it needs by their digests."""
    retired = {p: d for p, d in before.retired.items() if p in changes.after}
    trees = {}
    for change in changes.sites:
        retired.pop(change.place, None)
        for tree in (change.tree, change.retire):
            if tree:
                trees[tree_digest(tree)] = encode_tree(tree)
        if change.retire:
            retired[change.place] = tree_digest(change.retire)
    return Release(name, changes.after, retired), trees


def encode_release(release: Release) -> bytes:
    """Give a release as bytes."""
    record = {
        "versi": VERSION,
        "sitegen": __version__,
        "rilis": release.name,
        "situs": dict(release.sites),
        "tenggang": dict(release.retired),
    }
    return (json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def decode_release(data: bytes, name: str) -> Release:
    """Bring back a release.

    Raises:
        RecordDamaged: the bytes are no record of that release.
    """
    try:
        record = json.loads(data)
        if record["versi"] != VERSION or record["rilis"] != name:
            raise RecordDamaged(name)
        sites = {_safe(place): str(digest) for place, digest in record["situs"].items()}
        retired = {_safe(place): str(digest) for place, digest in record["tenggang"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RecordDamaged(name) from error
    return Release(name, sites, retired)


def _safe(place: str) -> str:
    """Refuse a place that leads out of the target."""
    if place and not is_safe(place):
        raise ValueError(place)
    return place
