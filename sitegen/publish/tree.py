"""The files of a site as published: paths, digests and sizes; named by one digest.

A tree is stored as canonical JSON under its own SHA-256, so what names it also proves it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sitegen.engine.manifest import is_safe
from sitegen.site.contract import MANIFEST

Tree = Mapping[str, "Mark"]
"""A site's files by their paths, relative to the site."""


class Mark(NamedTuple):
    """What a file holds: the SHA-256 of its bytes, and how many there are."""

    sha256: str
    size: int


class RecordDamaged(Exception):  # noqa: N818 - said as a sentence where it is caught
    """A record at a target is not what sitegen wrote."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def encode_tree(tree: Tree) -> bytes:
    """Give a tree as bytes; equal trees give equal bytes."""
    rows = {path: [mark.sha256, mark.size] for path, mark in sorted(tree.items())}
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def tree_digest(tree: Tree) -> str:
    """Give the SHA-256 that names a tree."""
    return hashlib.sha256(encode_tree(tree)).hexdigest()


def decode_tree(data: bytes, digest: str) -> dict[str, Mark]:
    """Bring back the tree that a digest names.

    Raises:
        RecordDamaged: the bytes are not those of that tree, or lead out of their folder.
    """
    if hashlib.sha256(data).hexdigest() != digest:
        raise RecordDamaged(digest)
    tree = {path: Mark(str(row[0]), int(row[1])) for path, row in json.loads(data).items()}
    if not all(is_safe(path) for path in tree):
        raise RecordDamaged(digest)
    return tree


def inside(place: str, path: str) -> str:
    """Give the path of a site's file in its target."""
    return f"{place}/{path}" if place else path


def in_sending_order(paths: Iterable[str]) -> tuple[str, ...]:
    """Sort a site's files so that nothing links to what is not there yet.

    Assets come first, then pages, the deepest first, so that lists follow what they list and the
    home page closes; then what machines read, and the manifest last.
    """
    return tuple(sorted(paths, key=lambda path: (*sending_rank(path), path)))


def sending_rank(path: str) -> tuple[int, int]:
    """Say after which others a file goes: all of a lower rank; those of one rank are equal."""
    depth = -path.count("/")
    twinned = path.removesuffix(".gz").removesuffix(".br")
    if twinned == MANIFEST:
        return 3, 0
    if twinned.endswith(".html"):
        return 1, depth
    if is_asset(path):
        return 0, depth
    return 2, depth


_MACHINE = (
    ".xml",
    ".json",
    ".txt",
    ".ics",
    ".webmanifest",
    ".csv",
    ".geojson",
    "sw.js",
    ".sig",
    ".minisig",
)


def is_asset(path: str) -> bool:
    """Say whether a file is used by pages, not read by itself: style, script, picture, icon."""
    name = path.removesuffix(".gz").removesuffix(".br")
    return not name.endswith((".html", *_MACHINE))
