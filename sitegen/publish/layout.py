"""Releases beside each other on a disk, here or elsewhere: the names, and what is held. Pure.

::

    terbit -> rilis/20261125T031200Z    what the web server serves
    rilis/20261125T031200Z/             every file, hard links to the release before where equal
    catatan/20261125T031200Z.json       what that release holds
    catatan/pohon/<sha256>.json         the trees it names
    catatan/ditahan.txt                 trees that were rolled back
    catatan/kunci, catatan/pemegang     the lock, and who holds it

A release is complete when both its folder and its record stand there. The record comes before the
folder gets its name and goes after it lost it, so what a kill leaves is known for what it is.
"""

import re
from collections.abc import Iterable

from sitegen.publish.changes import Changes, Online
from sitegen.publish.records import Release
from sitegen.publish.tree import Mark

CURRENT, RELEASES, RECORDS = "terbit", "rilis", "catatan"
TREES = f"{RECORDS}/pohon"
HELD, LOCK, HOLDER = f"{RECORDS}/ditahan.txt", f"{RECORDS}/kunci", f"{RECORDS}/pemegang"
UNFINISHED = ".tmp"

NOT_A_FILE = Mark("", 0)
"""What a survey says of a link, a pipe or the like: it was never published."""


def record_of(release: str) -> str:
    """Give where the record of a release lies."""
    return f"{RECORDS}/{release}.json"


def tree_of(digest: str) -> str:
    """Give where a tree lies."""
    return f"{TREES}/{digest}.json"


def complete(folders: Iterable[str], records: Iterable[str]) -> list[str]:
    """Give the releases that have a folder and a record, sorted; other names are not ours.

    Args:
        folders: what stands in ``rilis/``.
        records: what stands in ``catatan/``.
    """
    recorded = {name.removesuffix(".json") for name in records if name.endswith(".json")}
    return sorted(filter(is_release, recorded.intersection(folders)))


def is_release(name: str) -> bool:
    """Say whether a name is one that :func:`~sitegen.publish.records.release_name` gives."""
    return re.fullmatch(r"\d{8}T\d{6}Z(-\d{4,})?", name, re.ASCII) is not None


def outdated(names: list[str], current: str, keep: int) -> list[str]:
    """Give the releases beyond those that stay: the newest, and the one that is online."""
    return [name for name in names[:-keep] if name != current]


def held_after_rollback(online: Online, release: Release) -> frozenset[str]:
    """Give the trees that are held once an older release is back."""
    replaced = {d for place, d in online.sites.items() if release.sites.get(place) != d}
    return (online.held | replaced) - set(release.sites.values())


def held_after(online: Online, changes: Changes) -> frozenset[str]:
    """Give the trees that are held once changes are online: what was forced is held no more."""
    return online.held - set(changes.after.values())


def encode_held(held: Iterable[str]) -> bytes:
    """Give held trees as bytes."""
    return "".join(f"{digest}\n" for digest in sorted(held)).encode()


def decode_held(data: bytes) -> frozenset[str]:
    """Bring back held trees."""
    return frozenset(data.decode("ascii", "replace").split())
