"""Reads the records that lie in the commits of a branch. See :mod:`sitegen.publish.git.target`."""

import re
from collections.abc import Iterable, Iterator, Mapping

from sitegen.publish.changes import Online
from sitegen.publish.faults import PublishFault
from sitegen.publish.git.store import Entry, Store
from sitegen.publish.records import Release, decode_release
from sitegen.publish.tree import RecordDamaged, Tree, decode_tree, inside

RECORDS = ".sitegen"
HELD, LATEST = f"{RECORDS}/ditahan.txt", f"{RECORDS}/terakhir.txt"
OUR_CNAME = f"{RECORDS}/CNAME"
_NAME = re.compile(r"\d{8}T\d{6}Z(?:-\d{4,})?")

Listing = Mapping[str, Entry]
"""The files of a commit by their paths."""


def record_file(release: str) -> str:
    """Give where the record of a release lies."""
    return f"{RECORDS}/{release}.json"


def tree_file(digest: str) -> str:
    """Give where a tree lies."""
    return f"{RECORDS}/pohon/{digest}.json"


def is_record(path: str) -> bool:
    """Say whether a file is ours and not meant for readers."""
    return path.startswith(f"{RECORDS}/")


class Records:
    """The records in a store. Its methods may raise ``PublishFault``."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._trees: dict[str, bytes] = {}

    def texts(self, listing: Listing, *paths: str) -> list[bytes]:
        """Read files of a commit; those that are not there are empty."""
        there = [path for path in paths if path in listing]
        read = dict(zip(there, self._store.blobs(listing[p].oid for p in there), strict=True))
        return [read.get(path, b"") for path in paths]

    def release(self, listing: Listing) -> Release:
        """Read the one release that a commit holds."""
        named = [path for path in listing if is_record(path) and _NAME.fullmatch(_stem(path))]
        if len(named) != 1:
            raise _damaged(RECORDS)
        try:
            return decode_release(self.texts(listing, named[0])[0], _stem(named[0]))
        except RecordDamaged as damaged:
            raise _damaged(named[0]) from damaged

    def latest(self, listing: Listing) -> list[str]:
        """Give the newest name that a release was given, if there is any."""
        return _NAME.findall(self.texts(listing, LATEST)[0].decode("ascii", "replace"))[:1]

    def learn(self, listing: Listing, online: Online) -> None:
        """Read the trees of a release at once: one by one each might be a connection."""
        named = {*online.sites.values(), *online.retired.values()} - self._trees.keys()
        digests = sorted(named)
        texts = self.texts(listing, *map(tree_file, digests))
        self._trees |= dict(zip(digests, texts, strict=True))

    def tree(self, digest: str) -> Tree:
        """Give a tree that was learnt; the empty digest names the empty tree."""
        if not digest:
            return {}
        try:
            return decode_tree(self._trees[digest], digest)
        except RecordDamaged as damaged:
            raise _damaged(tree_file(digest)) from damaged

    def foreign(self, listing: Listing, online: Online) -> dict[str, Entry]:
        """Give the files of a commit that the release in it does not own."""
        self.learn(listing, online)
        owned = {
            inside(place, path)
            for names in (online.sites, online.retired)
            for place, digest in names.items()
            for path in self.tree(digest)
        }
        return {p: entry for p, entry in listing.items() if p not in owned and not is_record(p)}


def parents(path: str) -> Iterator[str]:
    """Give the folders that a file lies in."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def in_the_way(listing: Listing, paths: Iterable[str]) -> set[str]:
    """Give those paths at which something stands, or whose folder is a file, or the reverse."""
    folders = {parent for path in listing for parent in parents(path)}
    return {
        path
        for path in paths
        if path in listing or path in folders or any(p in listing for p in parents(path))
    }


def _stem(path: str) -> str:
    return path.removeprefix(f"{RECORDS}/").removesuffix(".json")


def _damaged(file: str) -> PublishFault:
    return PublishFault("terbit-catatan-rusak", berkas=file)
