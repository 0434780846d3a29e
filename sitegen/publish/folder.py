"""A folder that a web server serves: each release beside the others, a link that names one.

::

    terbit -> rilis/20261125T031200Z    what the web server serves
    rilis/20261125T031200Z/             every file, hard links to the release before where equal
    catatan/20261125T031200Z.json       what that release holds
    catatan/pohon/<sha256>.json         the trees it names

The link is replaced by a rename (POSIX ``rename``), so every request meets one release or the next.
"""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from sitegen.engine.state import write_atomically
from sitegen.publish.changes import Change, Changes, Online
from sitegen.publish.faults import PublishFault, disk_fault
from sitegen.publish.records import (
    Release,
    decode_release,
    encode_release,
    next_release,
    release_name,
)
from sitegen.publish.target import Source, Tell
from sitegen.publish.tree import Mark, RecordDamaged, Tree, decode_tree, inside

CURRENT, RELEASES, RECORDS = "terbit", "rilis", "catatan"
_HELD, _LOCK = f"{RECORDS}/ditahan.txt", f"{RECORDS}/kunci"
_OURS = {CURRENT, RELEASES, RECORDS}
_UNFINISHED = ".tmp"


class FolderTarget:
    """A folder on this machine or on a mounted drive.

    Args:
        place: the folder; an absolute path.
        keep: how many releases stay.
    """

    def __init__(self, place: str, keep: int) -> None:
        self.place, self.keep = place, keep

    @contextmanager
    def session(self, *, adopt: bool = False) -> Iterator["FolderSession"]:
        """Lock the folder and read its record."""
        from filelock import FileLock, Timeout

        try:
            self._prepare(adopt=adopt)
            with FileLock(os.path.join(self.place, _LOCK), timeout=0):
                yield FolderSession(self.place, self.keep, adopt=adopt)
        except Timeout as busy:
            raise PublishFault("terbit-terkunci") from busy
        except OSError as error:
            raise disk_fault(error, self.place) from error

    def _prepare(self, *, adopt: bool) -> None:
        try:
            there = set(os.listdir(self.place))
        except FileNotFoundError:
            there = set()
        if there and RECORDS not in there and not adopt:
            raise PublishFault("terbit-bukan-milik", tempat=self.place)
        for folder in (RELEASES, RECORDS, f"{RECORDS}/pohon"):
            os.makedirs(os.path.join(self.place, folder), exist_ok=True)


class FolderSession:
    """A folder while it is locked."""

    def __init__(self, place: str, keep: int, *, adopt: bool = False) -> None:
        self._place, self._keep = place, keep
        self._current = os.path.join(place, CURRENT)
        try:
            self.online = self._read_online()
        except PublishFault:
            if not adopt:
                raise
            self.online = Online()

    def _read_online(self) -> Online:
        try:
            name = os.path.basename(os.readlink(self._current))
        except FileNotFoundError:
            return Online()
        except OSError as error:
            raise PublishFault("terbit-bukan-milik", tempat=self._current) from error
        held = (self._read(_HELD) or b"").decode().split()
        return self._release(name).online(frozenset(held))

    def tree(self, place: str) -> tuple[Tree, Tree]:
        """Give what is online at a place, and its retired assets."""
        return self._tree(self.online.sites[place]), self._tree(self.online.retired.get(place, ""))

    def foreign(self, paths: Iterable[str]) -> set[str]:
        """Give the paths at which something stands."""
        return {path for path in paths if os.path.lexists(os.path.join(self._current, path))}

    def apply(self, changes: Changes, source: Source, tell: Tell) -> str:
        """Make the release beside the others and let the link name it."""
        self._clear()
        name = release_name(self._names())
        release, trees = next_release(name, self.online, changes)
        stage = os.path.join(self._place, RELEASES, name + _UNFINISHED)
        changed = {change.place: change for change in changes.sites}
        self._carry_over(stage, changed)
        for change in changes.sites:
            self._send(stage, change, source, tell)
        for digest, data in trees.items():
            write_atomically(self._tree_file(digest), data)
        write_atomically(self._record(name), encode_release(release))
        if hasattr(os, "sync"):
            os.sync()  # a release that a power cut left half on the disk must not be served
        os.rename(stage, os.path.join(self._place, RELEASES, name))
        self._switch(name)
        self._prune()
        return name

    def _carry_over(self, stage: str, changed: Mapping[str, Change]) -> None:
        """Link what stays of the release before: what did not change, and what others put there."""
        os.makedirs(stage)
        if not os.path.lexists(self._current):
            return
        leaving = {
            inside(change.place, path)
            for change in changed.values()
            for path in (*change.send, *change.delete)
        }
        before = os.path.realpath(self._current)
        for folder, folders, files in os.walk(before):
            folders.sort()
            inner = os.path.relpath(folder, before).replace(os.sep, "/")
            here = "" if inner == "." else f"{inner}/"
            kept = [name for name in files if here + name not in leaving]
            if kept:
                os.makedirs(os.path.join(stage, here), exist_ok=True)
            for name in kept:
                _link(os.path.join(folder, name), os.path.join(stage, here, name))

    def _send(self, stage: str, change: Change, source: Source, tell: Tell) -> None:
        made = set()
        for path in change.send:
            root, name = source.file(change.place, path)
            target = os.path.join(stage, inside(change.place, path))
            folder = os.path.dirname(target)
            if folder not in made:
                os.makedirs(folder, exist_ok=True)
                made.add(folder)
            with contextlib.suppress(FileNotFoundError):
                os.unlink(target)  # what is linked to an older release must not be written through
            _copy(os.path.join(root, name), target, change.tree[path])
            tell(change.place, change.tree[path].size)

    def _switch(self, name: str) -> None:
        beside = self._current + _UNFINISHED
        with contextlib.suppress(FileNotFoundError):
            os.unlink(beside)
        try:
            os.symlink(os.path.join(RELEASES, name), beside, target_is_directory=True)
        except OSError as error:
            if os.name == "nt":
                raise PublishFault("terbit-tanpa-tautan", tempat=self._place) from error
            raise
        os.replace(beside, self._current)

    def releases(self) -> list[Release]:
        """Give the releases that stand complete, the newest first."""
        found = []
        for name in reversed(self._names()):
            with contextlib.suppress(PublishFault):  # one that cannot be read cannot come back
                found.append(self._release(name))
        return found

    def rollback(self, release: Release) -> None:
        """Let the link name an older release."""
        replaced = self.online.sites
        held = {d for place, d in replaced.items() if release.sites.get(place) != d}
        kept = (self.online.held | held) - set(release.sites.values())
        write_atomically(os.path.join(self._place, _HELD), "\n".join(sorted(kept)).encode())
        self._switch(release.name)
        self.online = self._read_online()

    def survey(self) -> Iterator[tuple[str, Mark]]:
        """Read every file that is served."""
        before = os.path.realpath(self._current)
        for folder, folders, files in os.walk(before):
            folders.sort()
            for name in sorted(files):
                full = os.path.join(folder, name)
                with open(full, "rb") as handle:
                    digest = hashlib.file_digest(handle, "sha256").hexdigest()
                path = os.path.relpath(full, before).replace(os.sep, "/")
                yield path, Mark(digest, os.path.getsize(full))

    def _names(self) -> list[str]:
        """Give the names of the releases that stand complete, sorted."""
        names = os.listdir(os.path.join(self._place, RELEASES))
        return sorted(n for n in names if os.path.exists(self._record(n)))

    def _clear(self) -> None:
        """Remove what a killed publication left."""
        folder = os.path.join(self._place, RELEASES)
        for name in os.listdir(folder):
            if name.endswith(_UNFINISHED):
                shutil.rmtree(os.path.join(folder, name))

    def _prune(self) -> None:
        """Remove releases beyond those that are kept, and trees that no release needs."""
        names = self._names()
        current = os.path.basename(os.readlink(self._current))
        gone = [name for name in names[: -self._keep] if name != current]
        for name in gone:
            unlisted = os.path.join(self._place, RELEASES, name + _UNFINISHED)
            os.unlink(self._record(name))
            os.rename(os.path.join(self._place, RELEASES, name), unlisted)
            shutil.rmtree(unlisted)
        needed = {digest for release in self.releases() for digest in release.trees()}
        folder = os.path.join(self._place, RECORDS, "pohon")
        for name in os.listdir(folder):
            if name.removesuffix(".json") not in needed:
                os.unlink(os.path.join(folder, name))

    def _record(self, name: str) -> str:
        return os.path.join(self._place, RECORDS, f"{name}.json")

    def _tree_file(self, digest: str) -> str:
        return os.path.join(self._place, RECORDS, "pohon", f"{digest}.json")

    def _release(self, name: str) -> Release:
        try:
            return decode_release(self._read(f"{RECORDS}/{name}.json") or b"", name)
        except RecordDamaged as damaged:
            raise PublishFault("terbit-catatan-rusak", berkas=self._record(name)) from damaged

    def _tree(self, digest: str) -> Tree:
        if not digest:
            return {}
        file = self._tree_file(digest)
        try:
            with open(file, "rb") as handle:
                return decode_tree(handle.read(), digest)
        except (RecordDamaged, FileNotFoundError) as damaged:
            raise PublishFault("terbit-catatan-rusak", berkas=file) from damaged

    def _read(self, name: str) -> bytes | None:
        try:
            with open(os.path.join(self._place, name), "rb") as handle:
                return handle.read()
        except FileNotFoundError:
            return None


def _link(source: str, target: str) -> None:
    """Give a file a second name; where the disk has no hard links, copy it."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _copy(source: str, target: str, mark: Mark) -> None:
    """Copy a file that holds what was verified.

    Raises:
        PublishFault: it was changed since.
    """
    with open(source, "rb") as handle:
        data = handle.read()
    if hashlib.sha256(data).hexdigest() != mark.sha256:
        raise PublishFault("terbit-berubah", berkas=source)
    with open(target, "wb") as handle:
        handle.write(data)
        if hasattr(os, "fchmod"):
            os.fchmod(handle.fileno(), 0o644)
