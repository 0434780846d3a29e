"""The records of a prefix in object storage: read when asked for, written in a safe order."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from sitegen.publish.faults import PublishFault
from sitegen.publish.objects.records import (
    CURRENT,
    KEPT,
    PLANS,
    RELEASES,
    TREES,
    Current,
    Plan,
    decode_current,
    decode_plan,
    encode_current,
    encode_plan,
    kept_name,
)
from sitegen.publish.objects.store import Found, Objects, Overtaken
from sitegen.publish.records import Release, decode_release, encode_release, release_name
from sitegen.publish.tree import Mark, RecordDamaged, Tree, decode_tree

_ONE_BY_ONE = 3
"""After so many trees that were read when asked for, all others are read at once."""


class Log:
    """What is online by the record, as it was when it was read.

    ``plan`` is that of a publication that was killed, ``anew`` says that the record was damaged
    and is begun again.

    Raises:
        PublishFault: it cannot be read, or is damaged and must not be begun again.
    """

    def __init__(self, objects: Objects, address: str, *, adopt: bool) -> None:
        self._objects, self._address = objects, address
        self._trees: dict[str, Tree] = {}
        self._asked = 0
        self._found = objects.read(CURRENT)
        self.current, self.release = Current(), Release("")
        self.plan: Plan = {}
        self.anew = False
        try:
            if self._found:
                self._read(self._found)
        except PublishFault as fault:
            if not adopt or fault.code != "terbit-catatan-rusak":
                raise
            self.current, self.release, self.plan = Current(), Release(""), {}
            self.anew = True

    @property
    def exists(self) -> bool:
        """Whether anything was ever recorded here."""
        return self._found is not None

    def _read(self, found: Found) -> None:
        with self._damage(CURRENT):
            self.current = decode_current(found.data)
        if self.current.release:
            self.release = self.read_release(self.current.release, self.current.proof)
        if self.current.plan:
            name = _json(PLANS, self.current.plan)
            plan = self._objects.read(name)
            with self._damage(name):
                self.plan = decode_plan(plan.data if plan else b"", name)

    def read_release(self, name: str, proof: str = "") -> Release:
        """Read the record of a release; ``proof`` is its SHA-256 where that is known."""
        path = _json(RELEASES, name)
        found = self._objects.read(path)
        data = found.data if found else b""
        with self._damage(path):
            if proof and hashlib.sha256(data).hexdigest() != proof:
                raise RecordDamaged(name)
            return decode_release(data, name)

    def names(self) -> list[str]:
        """Give the names of the releases that can be brought back, sorted."""
        if self.anew:
            return []
        return [name for name in self._listed() if name != self._unfinished]

    @property
    def _unfinished(self) -> str:
        """The release that a killed publication may have recorded without letting it be named."""
        return "" if self.current.plan == self.current.release else self.current.plan

    def new_name(self) -> str:
        """Give the name of the next release."""
        return release_name([*self._listed(), self.current.plan])

    def _listed(self) -> list[str]:
        found = self._objects.listing(RELEASES)
        return sorted(one.path.rpartition("/")[2].removesuffix(".json") for one in found)

    def recorded(self, place: str) -> tuple[Tree, Tree]:
        """Give the tree of a place and its retired assets, as the record has them."""
        tree, retired = self.release.sites.get(place, ""), self.release.retired.get(place, "")
        return self._tree(tree), self._tree(retired)

    def whole(self, release: Release) -> dict[tuple[str, str], Mark]:
        """Give every file of a release by place and path."""
        self._load(release.trees())
        return {
            (place, path): mark
            for sites in (release.retired, release.sites)
            for place, digest in sites.items()
            for path, mark in self._trees[digest].items()
        }

    def _tree(self, digest: str) -> Tree:
        if digest and digest not in self._trees:
            self._asked += 1
            self._load(self.release.trees() if self._asked > _ONE_BY_ONE else {digest})
        return self._trees[digest] if digest else {}

    def _load(self, digests: Iterable[str]) -> None:
        missing = sorted(set(digests) - self._trees.keys())
        trees = self._objects.each(self._read_tree, missing)
        self._trees.update(zip(missing, trees, strict=True))

    def _read_tree(self, digest: str) -> Tree:
        path = _json(TREES, digest)
        found = self._objects.read(path)
        with self._damage(path):
            return decode_tree(found.data if found else b"", digest)

    def add_trees(self, trees: Mapping[str, bytes]) -> None:
        """Write trees by their digests."""
        self._objects.each(
            lambda row: self._objects.write(_json(TREES, row[0]), row[1]), [*trees.items()]
        )

    def require_unchanged(self) -> None:
        """Refuse to build on what another publisher has replaced since it was read."""
        found = self._objects.read(CURRENT)
        if (found.data if found else b"") != (self._found.data if self._found else b""):
            raise PublishFault("terbit-didahului")

    def announce(self, name: str, plan: Plan) -> None:
        """Say which paths may be touched from now on."""
        self._objects.write(_json(PLANS, name), encode_plan(plan))
        older, unfinished = self.current.plan, self._unfinished
        self._point(replace(self.current, plan=name))
        self._objects.delete([_json(PLANS, older)] if older else [])
        self._objects.delete([_json(RELEASES, unfinished)] if unfinished else [])

    def finish(self, release: Release, held: frozenset[str], left: Plan) -> None:
        """Let the pointer name a release, and no plan but for places that are still unknown."""
        data = encode_release(release)
        plan = self.current.plan
        self._objects.write(_json(RELEASES, release.name), data)
        if left:
            self._objects.write(_json(PLANS, plan), encode_plan(left))
        proof = hashlib.sha256(data).hexdigest()
        self._point(Current(release.name, proof, held, plan if left else ""))
        if not left:
            self._objects.delete([_json(PLANS, plan)])
        self.release, self.plan = release, left

    def _point(self, current: Current) -> None:
        """Write the pointer, if it is still the one that was read."""
        data = encode_current(current)
        seen = self._found
        try:
            version = self._objects.write_if(CURRENT, data, seen.version if seen else None)
        except Overtaken as overtaken:
            raise PublishFault("terbit-didahului") from overtaken
        self._found, self.current = Found(data, version), current

    def prune(self, keep: int) -> None:
        """Delete releases beyond those that are kept, and what no release needs any more."""
        stay = {*self.names()[-keep:], self.release.name}
        gone = [name for name in self._listed() if name not in stay]
        if not gone:
            return
        older = self._objects.each(self.read_release, sorted(stay - {self.release.name}))
        # What lies at its path needs no copy, but where a publication was killed nothing is sure.
        sure = self.release.trees() - {
            digest
            for sites in (self.release.sites, self.release.retired)
            for place, digest in sites.items()
            if place in self.plan
        }
        needed = {digest for release in older for digest in release.trees()} - sure
        self._load(needed)
        kept = {kept_name(p, mark) for digest in needed for p, mark in self._trees[digest].items()}
        trees = {_json(TREES, digest) for digest in needed | self.release.trees()}
        plan = _json(PLANS, self.current.plan)
        self._objects.delete(
            [
                *(_json(RELEASES, name) for name in gone),
                *(one.path for one in self._objects.listing(TREES) if one.path not in trees),
                *(one.path for one in self._objects.listing(KEPT) if one.path not in kept),
                *(one.path for one in self._objects.listing(PLANS) if one.path != plan),
            ]
        )

    @contextmanager
    def _damage(self, path: str) -> Iterator[None]:
        try:
            yield
        except RecordDamaged as damaged:
            file = f"{self._address.rstrip('/')}/{path}"
            raise PublishFault("terbit-catatan-rusak", berkas=file) from damaged


def _json(folder: str, name: str) -> str:
    return f"{folder}/{name}.json"
