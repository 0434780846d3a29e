"""A built site to object storage: what differs, in an order in which no page lacks what it names.

The manifest that lies with a site tells what is there. Before anything is touched, a claim says
which paths may be: who comes after an upload that was killed sends just those again.
"""

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sitegen.engine.manifest import is_safe
from sitegen.publish.faults import PublishFault, disk_fault
from sitegen.publish.objects.faults import told
from sitegen.publish.objects.headers import headers
from sitegen.publish.objects.records import CURRENT, ROOM
from sitegen.publish.objects.store import Objects, open_s3
from sitegen.publish.tree import Mark, Tree, in_sending_order, inside, sending_rank
from sitegen.site.contract import MANIFEST

if TYPE_CHECKING:
    from obstore.store import ObjectStore

_CLAIMS = f"{ROOM}/bangun"


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What an upload did; ``foreign`` is a path at which something stands that is not ours."""

    files: int = 0
    bytes: int = 0
    deleted: int = 0
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class Bucket:
    """Where a build's output goes: ``s3://bucket/prefix``, its service and region, if not usual.

    It travels to workers. The account does not: each machine has it in its own environment.
    """

    address: str
    endpoint: str = ""
    region: str = ""


class Shelf:
    """The output folder of a build as a prefix in a bucket. Every method may raise PublishFault."""

    def __init__(self, store: "ObjectStore", bucket: Bucket) -> None:
        self.bucket, self.address = bucket, bucket.address
        self._store, self.objects = store, Objects(store)

    def require_free(self) -> None:
        """Refuse a prefix to which ``sitegen publish`` brings releases: one record for one place.

        Raises:
            PublishFault: it is one, or cannot be read.
        """
        if self.objects.exists(CURRENT):
            raise PublishFault("terbit-bukan-milik", tempat=self.address)

    def bring(self, site: str, tree: Tree, folder: str) -> Uploaded:
        """Bring a site to what was built; a place that someone else took is left, and named.

        Args:
            site: its name, which is its folder in the prefix.
            tree: its files as built, the manifest included.
            folder: where they lie on this machine.
        """
        there, claimed = self._manifest(site), self._claim(site)
        if "/" in site:
            # One request tells of a whole KIM; what stands above would list the KIM below it too.
            listed = {one.path: one.size for one in self.objects.listing(site)}
            ours = {*there, *claimed}
            there = {p: m for p, m in there.items() if listed.get(inside(site, p)) == m.size}
            taken = {p for p in tree.keys() - ours if inside(site, p) in listed}
        else:
            taken = self._standing(site, tree.keys() - there.keys() - claimed)
        if taken:
            return Uploaded(foreign=min(taken))
        send = [p for p, mark in tree.items() if p in claimed or there.get(p) != mark]
        gone = sorted((there.keys() | claimed) - tree.keys())
        if not send and not gone:
            return Uploaded()
        claim = f"{_CLAIMS}/{site or '@'}.json"
        self.objects.write(claim, json.dumps(sorted({*send, *gone, *claimed})).encode())

        def put(path: str) -> None:
            data = _verified(folder, path, tree[path])
            target = inside(site, path)
            self.objects.write(target, data, headers(target))

        for _rank, group in groupby(in_sending_order(send), key=sending_rank):
            self.objects.each(put, group)
        self.objects.delete([inside(site, path) for path in gone])
        self.objects.delete([claim])
        return Uploaded(len(send), sum(tree[p].size for p in send), len(gone))

    def clear(self, site: str) -> int:
        """Take a site away: what its manifest or its claim names. Count the files."""
        gone = sorted(self._manifest(site).keys() | self._claim(site))
        # The manifest goes last: it tells what is left to do.
        gone = [path for path in gone if path != MANIFEST]
        self.objects.delete([inside(site, path) for path in gone])
        self.objects.delete([inside(site, MANIFEST), f"{_CLAIMS}/{site or '@'}.json"])
        return len(gone) + 1

    def sites(self) -> Iterator[str]:
        """Yield what may be KIM and kabupaten: folders of two levels, then of one."""
        owners = self._folders("")
        for owner in owners:
            yield from self._folders(owner)
        yield from owners

    def holds(self, site: str) -> bool:
        """Say whether a site of ours stands there."""
        return bool(self._manifest(site))

    def _folders(self, inside_of: str) -> list[str]:
        with told(missing=inside_of):
            found = self._store.list_with_delimiter(inside_of or None)
        return sorted(p.rstrip("/") for p in found["common_prefixes"] if not p.startswith(ROOM))

    def _manifest(self, site: str) -> Tree:
        path = inside(site, MANIFEST)
        found = self.objects.read(path)
        try:
            record = json.loads(found.data) if found else {}
            if record.get("situs") != site:
                return {}
            rows = record["berkas"].items()
            tree: Tree = {
                p: Mark(str(m["sha256"]), int(m["ukuran"])) for p, m in rows if is_safe(p)
            }
        except (ValueError, KeyError, TypeError, AttributeError):
            return {}
        assert found
        return {**tree, MANIFEST: Mark(hashlib.sha256(found.data).hexdigest(), len(found.data))}

    def _claim(self, site: str) -> set[str]:
        found = self.objects.read(f"{_CLAIMS}/{site or '@'}.json")
        try:
            rows = json.loads(found.data) if found else []
            return {path for path in map(str, rows) if is_safe(path)}
        except (ValueError, TypeError):
            return set()

    def _standing(self, site: str, paths: Collection[str]) -> set[str]:
        """Give those paths at which something stands."""
        asked = sorted(paths)
        there = self.objects.each(lambda path: self.objects.exists(inside(site, path)), asked)
        return {path for path, found in zip(asked, there, strict=True) if found}


def open_shelf(bucket: Bucket) -> Shelf:
    """Give what stands in a bucket.

    Raises:
        PublishFault: the environment sets what the library does not understand.
    """
    return Shelf(open_s3(bucket.address, bucket.endpoint, bucket.region), bucket)


def without_twins(tree: Tree) -> Tree:
    """Leave out the twins of ``--precompress``: object storage sends what is asked for by name."""
    return {p: m for p, m in tree.items() if not (p[-3:] in (".gz", ".br") and p[:-3] in tree)}


def _verified(folder: str, path: str, mark: Mark) -> bytes:
    place = os.path.join(folder, *path.split("/"))
    try:
        with open(place, "rb") as handle:
            data = handle.read()
    except OSError as error:
        raise disk_fault(error, place) from error
    if hashlib.sha256(data).hexdigest() != mark.sha256:
        raise PublishFault("terbit-berubah", berkas=place)
    return data


def tree_of(outputs: Iterable[tuple[str, tuple[int, int, str]]]) -> Tree:
    """Give the tree that a site's state tells."""
    return {path: Mark(digest, size) for path, (size, _changed, digest) in outputs}
