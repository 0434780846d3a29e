"""A server reached over ssh: releases as a folder target keeps them, sent by rsync.

A release begins on the server as a set of hard links to the one that is online. Then rsync brings
the sites that change up to date: it compares by checksum, not by time, so that any machine can
publish, and what was tampered with in such a site is mended; what differs travels as a difference.
The server then reads again what it received, and the link moves on only if that is what the build
verified. The lock is ``flock`` of a process on the server that ends with the connection.
"""

import io
import secrets
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from sitegen.publish.changes import Changes, Online
from sitegen.publish.faults import PublishFault
from sitegen.publish.layout import (
    HELD,
    NOT_A_FILE,
    RECORDS,
    RELEASES,
    UNFINISHED,
    complete,
    decode_held,
    encode_held,
    held_after,
    held_after_rollback,
    is_release,
    outdated,
    record_of,
    tree_of,
)
from sitegen.publish.records import (
    Release,
    decode_release,
    encode_release,
    next_release,
    release_name,
)
from sitegen.publish.ssh import scripts
from sitegen.publish.ssh.connection import Address, Connection, parse_address
from sitegen.publish.ssh.rsync import Rsync
from sitegen.publish.ssh.wire import as_input, as_list, from_list, read_files, read_sums, sum_line
from sitegen.publish.target import Source, Tell
from sitegen.publish.tree import Mark, RecordDamaged, Tree, decode_tree, inside
from sitegen.publish.turn import me, taken

_SINGLY = 4
"""How many trees are asked for one by one before all are."""


class RsyncTarget:
    """A folder on a server.

    Args:
        address: as ``provinsi.yml`` names it.
        keep: how many releases stay.
        ssh: the client.

    Raises:
        PublishFault: the address is none.
    """

    def __init__(self, address: str, keep: int, ssh: Sequence[str] = ("ssh",)) -> None:
        self.address, self.keep, self.ssh = parse_address(address), keep, tuple(ssh)

    @contextmanager
    def session(self, *, adopt: bool = False) -> Iterator["RsyncSession"]:
        """Connect, lock the folder and read its record."""
        holder = me()
        script = scripts.open_place(self.address.path, holder, adopt=adopt)
        with tempfile.TemporaryDirectory(prefix="sitegen-") as private:
            connection = Connection(self.ssh, self.address, private)
            rsync = Rsync(connection, private)
            with connection.held(script) as said:
                try:
                    name, records = read_files(said)
                except EOFError:
                    fault = connection.ended(scripts.CODES)
                    if fault.code == "terbit-terkunci":
                        fault = taken(str(fault.params["sebab"]))
                    raise fault from None
                session = RsyncSession(connection, rsync, holder, self.keep)
                session.start(name, records, adopt=adopt)
                yield session


class RsyncSession:
    """A folder on a server while it is locked."""

    def __init__(self, connection: Connection, rsync: Rsync, holder: str, keep: int) -> None:
        self._connection, self._rsync = connection, rsync
        self._path, self._holder, self._keep = connection.address.path, holder, keep
        self._trees: dict[str, Tree] = {}
        self._asked = 0
        self.online = Online()

    def start(self, name: str, records: Mapping[str, bytes], *, adopt: bool) -> None:
        """Take up what is online, by its record.

        Args:
            name: the release.
            records: its record, and what is held.
            adopt: start from an empty record where that one, or a tree it names, is damaged.
        """
        held = decode_held(records.get(HELD, b""))
        self.online = Online(held=held)
        if not name:
            return
        try:
            release = self._release(name, records.get(record_of(name), b""))
            if adopt:
                self._fetch(release.trees())
        except PublishFault as fault:
            if adopt and fault.code == "terbit-catatan-rusak":
                return
            raise
        self.online = release.online(held)

    def tree(self, place: str) -> tuple[Tree, Tree]:
        """Give what is online at a place, and its retired assets."""
        wanted = (self.online.sites[place], self.online.retired.get(place, ""))
        if missing := {d for d in wanted if d and d not in self._trees}:
            self._asked += 1
            known = {*self.online.sites.values(), *self.online.retired.values()}
            self._fetch(missing if self._asked <= _SINGLY else known - self._trees.keys())
        trees = [self._trees[digest] if digest else {} for digest in wanted]
        return trees[0], trees[1]

    def _fetch(self, digests: Iterable[str]) -> None:
        wanted = sorted(digests)
        lines = "".join(f"{tree_of(digest)}\n" for digest in wanted).encode()
        said = self._run(scripts.read_each(self._path), lines)
        _name, found = read_files(io.BytesIO(said))
        for digest in wanted:
            file = tree_of(digest)
            try:
                self._trees[digest] = decode_tree(found.get(file, b""), digest)
            except RecordDamaged as damaged:
                raise self._damaged(file) from damaged

    def _release(self, name: str, data: bytes) -> Release:
        try:
            return decode_release(data, name)
        except RecordDamaged as damaged:
            raise self._damaged(record_of(name)) from damaged

    def _damaged(self, file: str) -> PublishFault:
        return PublishFault(
            "terbit-catatan-rusak", berkas=f"{self._connection.address.shown}/{file}"
        )

    def foreign(self, paths: Iterable[str]) -> set[str]:
        """Give the paths at which something stands."""
        asked = as_list(paths)
        return set(from_list(self._run(scripts.standing(self._path), asked))) if asked else set()

    def apply(self, changes: Changes, source: Source, tell: Tell) -> str:
        """Make the release beside the others and let the link name it."""
        stage = f"{RELEASES}/{secrets.token_hex(8)}{UNFINISHED}"
        names, links = self._prepare(stage)
        _refuse_ways_through(links, changes, self._connection.address)
        name = release_name(names)
        release, trees = next_release(name, self.online, changes)
        leaving = [inside(c.place, path) for c in changes.sites for path in c.delete]
        if leaving:
            self._run(scripts.delete(self._path, self._holder, stage), as_list(leaving))
        sums = self._send(stage, changes, source, tell)
        held = held_after(self.online, changes)
        files = {tree_of(digest): data for digest, data in trees.items()}
        files |= {record_of(name): encode_release(release), HELD: encode_held(held)}
        files[scripts.sums_of(stage)] = sums
        gone = outdated([*names, name], name, self._keep)
        script = scripts.finish(self._path, self._holder, stage, name, gone)
        try:
            self._run(script, as_input(files))
        except PublishFault as fault:
            if fault.code == "terbit-berubah":
                fault.params["berkas"] = str(fault.params["sebab"]).partition(": FAILED")[0]
            raise
        self.online = release.online(held)
        return name

    def _prepare(self, stage: str) -> tuple[list[str], set[str]]:
        """Begin a release with what is online; give the names of all others, and links in it."""
        said = from_list(self._run(scripts.prepare(self._path, self._holder, stage)))
        records = [row[1:] for row in said if row[0] == "r"]
        names = complete([name.removesuffix(".json") for name in records], records)
        return names, {row[1:] for row in said if row[0] == "l"}

    def _send(self, stage: str, changes: Changes, source: Source, tell: Tell) -> bytes:
        """Bring the sites that change up to date; give the digests to check what was received."""
        files: dict[str, dict[str, tuple[str, Mark]]] = defaultdict(dict)
        sent: dict[str, Mark] = {}
        for change in changes.sites:
            sent |= {inside(change.place, path): change.tree[path] for path in change.send}
            for path in change.tree:
                root, name = source.file(change.place, path)
                files[root][name] = (change.place, change.tree[path])
        for root, wanted in files.items():
            for name in self._rsync.send(root, wanted, stage):
                place, mark = wanted[name]
                sent[name] = mark
                tell(place, mark.size)
        return b"".join(sum_line(name, mark) for name, mark in sent.items())

    def releases(self) -> list[Release]:
        """Give the releases that stand complete with a sound record, the newest first."""
        _name, found = read_files(io.BytesIO(self._run(scripts.read_releases(self._path))))
        # By name, not by file: "…Z.json" would come after "…Z-0001.json".
        named = {f.removeprefix(f"{RECORDS}/").removesuffix(".json"): d for f, d in found.items()}
        releases = []
        for name in sorted(filter(is_release, named), reverse=True):
            data = named[name]
            try:
                releases.append(decode_release(data, name))
            except RecordDamaged:
                continue
        return releases

    def rollback(self, release: Release) -> None:
        """Let the link name an older release."""
        held = held_after_rollback(self.online, release)
        script = scripts.back(self._path, self._holder, release.name)
        self._run(script, as_input({HELD: encode_held(held)}))
        self.online = release.online(held)

    def survey(self) -> Iterator[tuple[str, Mark]]:
        """Let the server read every file that is served."""
        listed, _, summed = self._run(scripts.survey(self._path)).partition(b"\0\0")
        found = read_sums(summed)
        for row in from_list(listed):
            kind, size, path = row.split(" ", 2)
            if kind == "f" and path in found:
                yield path, Mark(found[path], int(size))
            else:
                yield path, NOT_A_FILE

    def _run(self, script: str, given: bytes = b"") -> bytes:
        return self._connection.run(script, given, scripts.CODES)


def _refuse_ways_through(links: set[str], changes: Changes, address: Address) -> None:
    """Refuse to write or delete through a link that someone else put online.

    Raises:
        PublishFault: a link stands where a path needs a folder.
    """
    for change in changes.sites if links else ():
        for path in (*change.tree, *change.delete):
            parts = inside(change.place, path).split("/")
            for end in range(1, len(parts)):
                if (way := "/".join(parts[:end])) in links:
                    raise PublishFault("terbit-bukan-milik", tempat=f"{address.shown}/{way}")
