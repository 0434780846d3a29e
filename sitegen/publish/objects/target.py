"""Object storage that the world reads: files are replaced one by one, so the order makes it safe.

Assets go first, then pages, the deepest first, then what machines read, the manifests, then what
is no longer wanted goes, and the record changes last; the KIM before the kabupaten, the province
after both. What is replaced or deleted is copied aside at the store before, so an older release
comes back without an upload. A plan of what may be touched is written before the first file: who
comes after a publication that was killed sends just those files again.

Reading takes no lock: with nothing to do, two small objects are read. A publication holds a lease
(:mod:`~sitegen.publish.objects.lease`), and writes the pointer only if it is still the one that it
read, where the store knows conditions.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from sitegen.publish.changes import Changes, Online
from sitegen.publish.faults import PublishFault
from sitegen.publish.layout import held_after, held_after_rollback
from sitegen.publish.objects.headers import headers
from sitegen.publish.objects.lease import Lease, leased
from sitegen.publish.objects.log import Log
from sitegen.publish.objects.records import (
    KEPT,
    ROOM,
    UNKNOWN,
    Step,
    kept_name,
    merged,
    plan_of,
    unsure,
)
from sitegen.publish.objects.store import Objects
from sitegen.publish.records import Release, next_release
from sitegen.publish.sending import verified
from sitegen.publish.target import Source, Tell
from sitegen.publish.tree import Mark, Tree, inside

if TYPE_CHECKING:
    from obstore.store import ObjectStore

_UNSURE = "terputus"
"""Stands for the digest of a place in which a publication was killed: nothing wanted equals it."""
_FEW = 100
"""So many objects are asked for one by one; where more are in question, all are listed."""


class ObjectTarget:
    """A prefix in a bucket.

    Args:
        store: the bucket, below the prefix.
        address: what messages call it.
        keep: how many releases stay.
    """

    def __init__(self, store: "ObjectStore", address: str, keep: int) -> None:
        self.store, self.address, self.keep = store, address, keep

    @contextmanager
    def session(self, *, adopt: bool = False) -> Iterator["ObjectSession"]:
        """Read the record; the lease is taken when something is to be written."""
        objects = Objects(self.store)
        log = Log(objects, self.address, adopt=adopt)
        if not log.exists and not adopt and _in_use(objects):
            raise PublishFault("terbit-bukan-milik", tempat=self.address)
        yield ObjectSession(objects, log, self.keep)


def _in_use(objects: Objects) -> bool:
    return any(not one.path.startswith(f"{ROOM}/") for one in objects.listing())


class ObjectSession:
    """A prefix in a bucket, as it was when it was read."""

    def __init__(self, objects: Objects, log: Log, keep: int) -> None:
        self._objects, self._log, self._keep = objects, log, keep

    @property
    def online(self) -> Online:
        """What is online."""
        release, current = self._log.release, self._log.current
        sites = {**release.sites, **dict.fromkeys(self._log.plan, _UNSURE)}
        return Online(current.release, sites, release.retired, current.held)

    def tree(self, place: str) -> tuple[Tree, Tree]:
        """Give what is online at a place, and its retired assets."""
        tree, retired = self._log.recorded(place)
        touched = self._log.plan.get(place)
        return unsure(tree, retired, touched) if touched else (tree, retired)

    def foreign(self, paths: Iterable[str]) -> set[str]:
        """Give the paths at which something stands that no publication of ours brought."""
        ours = {inside(place, p) for place, touched in self._log.plan.items() for p in touched}
        asked = sorted(set(paths) - ours)
        if len(asked) <= _FEW:
            there = self._objects.each(self._objects.exists, asked)
            return {path for path, found in zip(asked, there, strict=True) if found}
        return {one.path for one in self._objects.listing()}.intersection(asked)

    def apply(self, changes: Changes, source: Source, tell: Tell) -> str:
        """Send what changed, in its order; the record last."""
        log = self._log
        changes = self._settled(changes)

        def read(step: Step) -> bytes:
            return verified(source, step.place, step.path, step.mark)

        def check(step: Step) -> None:
            read(step)

        steps = [Step(c.place, path, c.tree[path]) for c in changes.sites for path in c.send]
        gone = [(c.place, path) for c in changes.sites for path in c.delete]
        self._objects.each(check, steps)  # before anything is touched
        with leased(self._objects) as lease:
            log.require_unchanged()
            name = log.new_name()
            before = log.release.online(log.current.held)
            release, trees = next_release(name, before, changes)
            log.add_trees(trees)
            there = self._standing(changes)

            def send(step: Step) -> None:
                data = read(step)
                if there.get(step.target) == hashlib.md5(data, usedforsecurity=False).hexdigest():
                    return
                self._objects.write(step.target, data, headers(step.target))
                tell(step.place, len(data))

            self._move(lease, name, steps, gone, send)
            done = {change.place for change in changes.sites}
            left = {place: touched for place, touched in log.plan.items() if place not in done}
            log.finish(release, held_after(before, changes), left)
            log.prune(self._keep)
        return name

    def rollback(self, release: Release) -> None:
        """Bring an older release back from what was kept at the store."""
        log = self._log
        wanted, there = log.whole(release), log.whole(log.release)
        there |= {(place, p): UNKNOWN for place, touched in log.plan.items() for p in touched}
        steps = [Step(*key, mark) for key, mark in wanted.items() if there.get(key) != mark]
        gone = [key for key in there if key not in wanted]
        with leased(self._objects) as lease:
            log.require_unchanged()
            self._objects.each(self._require_kept, steps)  # before anything is touched
            self._move(lease, log.new_name(), steps, gone, self._bring)
            before = log.release.online(log.current.held)
            log.finish(release, held_after_rollback(before, release), {})

    def _move(
        self,
        lease: Lease,
        name: str,
        steps: Sequence[Step],
        gone: Sequence[tuple[str, str]],
        send: Callable[[Step], None],
    ) -> None:
        """Replace what is online, after all that it needs to be undone or completed is written."""
        lease.require()
        self._log.announce(name, merged(self._log.plan, plan_of(steps, gone)))
        self._keep_aside(steps, gone)
        leaving = self._make_room(steps, {inside(*key) for key in gone})

        def held(step: Step) -> None:
            lease.check()
            send(step)

        for _rank, group in groupby(sorted(steps, key=Step.order), key=Step.rank):
            self._objects.each(held, group)
        self._objects.delete(leaving)
        lease.require()

    def _settled(self, changes: Changes) -> Changes:
        """Give changes that hold nothing unknown.

        Assets of which it is not known what they hold cannot be brought back, so they go; a place
        that was killed in and is not in the changes stays as the record has it.
        """
        sites = []
        for change in changes.sites:
            lost = {path for path, mark in change.retire.items() if mark == UNKNOWN}
            retire = {path: mark for path, mark in change.retire.items() if path not in lost}
            delete = tuple(sorted({*change.delete, *lost}))
            sites.append(replace(change, retire=retire, delete=delete))
        recorded = self._log.release.sites
        after = {
            place: recorded.get(place, "") if digest == _UNSURE else digest
            for place, digest in changes.after.items()
        }
        return Changes(tuple(sites), {place: digest for place, digest in after.items() if digest})

    def _standing(self, changes: Changes) -> dict[str, str]:
        """Give the tags of what a killed publication may have sent: it need not go twice."""
        plan = self._log.plan
        touched = {inside(c.place, p) for c in changes.sites for p in plan.get(c.place, ())}
        if not touched:
            return {}
        return {one.path: one.tag for one in self._objects.listing() if one.path in touched}

    def _keep_aside(self, steps: Sequence[Step], gone: Sequence[tuple[str, str]]) -> None:
        """Copy what will be replaced or deleted to where an older release finds it.

        What is there already was kept by a publication that was killed: then the path itself may
        hold something newer by now.
        """
        coming = {(step.place, step.path): step.mark for step in steps}
        wanted = {}
        for place, path in (*coming, *gone):
            tree, retired = self._log.recorded(place)
            mark = tree.get(path) or retired.get(path)
            if mark and mark != coming.get((place, path)):
                wanted[kept_name(path, mark)] = inside(place, path)
        if wanted:
            kept = {one.path for one in self._objects.listing(KEPT)}
            missing = [(path, name) for name, path in wanted.items() if name not in kept]
            self._objects.each(lambda pair: self._objects.copy(*pair), missing)

    def _make_room(self, steps: Iterable[Step], gone: set[str]) -> list[str]:
        """Delete first what stands where a folder comes, or the other way round; give the rest.

        Object storage has no folders, but some servers keep its objects in them.
        """
        coming = {step.target for step in steps}
        folders = {folder for path in coming for folder in _folders(path)}
        early = {p for p in gone if p in folders or not coming.isdisjoint(_folders(p))}
        self._objects.delete(sorted(early))
        return sorted(gone - early)

    def _bring(self, step: Step) -> None:
        kept = kept_name(step.path, step.mark)
        if not self._objects.copy(kept, step.target):
            raise PublishFault("terbit-catatan-rusak", berkas=kept)

    def _require_kept(self, step: Step) -> None:
        """Refuse an older release of which a file is gone or was changed."""
        name = kept_name(step.path, step.mark)
        mark = self._mark(name)
        if mark is None and self._mark(step.target) == step.mark:
            # A publication was killed before it came to this file: it is where it was.
            self._objects.copy(step.target, name)
        elif mark != step.mark:
            raise PublishFault("terbit-catatan-rusak", berkas=name)

    def releases(self) -> list[Release]:
        """Give the releases that can be brought back, the newest first."""
        return self._objects.each(self._log.read_release, self._log.names()[::-1])

    def survey(self) -> Iterator[tuple[str, Mark]]:
        """Read every object that readers can meet."""
        paths = sorted(o.path for o in self._objects.listing() if not o.path.startswith(f"{ROOM}/"))
        for start in range(0, len(paths), _FEW):
            some = paths[start : start + _FEW]
            for path, mark in zip(some, self._objects.each(self._mark, some), strict=True):
                if mark:
                    yield path, mark

    def _mark(self, path: str) -> Mark | None:
        found = self._objects.read(path)
        if found is None:
            return None
        return Mark(hashlib.sha256(found.data).hexdigest(), len(found.data))


def _folders(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]
