"""A folder that a web server serves: each release beside the others, a link that names one.

The names are those of :mod:`sitegen.publish.layout`. The link is replaced by a rename (POSIX
``rename``), so every request meets one release or the next.
"""

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sitegen.engine.state import write_atomically
from sitegen.publish.changes import Change, Changes, Online
from sitegen.publish.faults import PublishFault, disk_fault
from sitegen.publish.folder.disk import (
    link,
    make_folder,
    make_folders,
    mark_of,
    open_to_readers,
    read,
    walk,
    write,
)
from sitegen.publish.layout import (
    CURRENT,
    HELD,
    HOLDER,
    LOCK,
    RECORDS,
    RELEASES,
    TREES,
    UNFINISHED,
    complete,
    decode_held,
    encode_held,
    held_after,
    held_after_rollback,
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
from sitegen.publish.sending import verified
from sitegen.publish.target import Source, Tell
from sitegen.publish.tree import Mark, RecordDamaged, Tree, decode_tree, inside
from sitegen.publish.turn import me, taken


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
            with FileLock(os.path.join(self.place, LOCK), timeout=0):
                write_atomically(os.path.join(self.place, HOLDER), me().encode())
                yield FolderSession(self.place, self.keep, adopt=adopt)
        except Timeout as busy:
            holder = read(os.path.join(self.place, HOLDER)) or b""
            raise taken(holder.decode("utf-8", "replace")) from busy
        except OSError as error:
            raise disk_fault(error, self.place) from error

    def _prepare(self, *, adopt: bool) -> None:
        try:
            there = os.listdir(self.place)
        except FileNotFoundError:
            os.makedirs(self.place)
            open_to_readers(self.place)
            there = []
        if there and RECORDS not in there and not adopt:
            raise PublishFault("terbit-bukan-milik", tempat=self.place)
        for folder in (RECORDS, TREES, RELEASES):  # the first of them says that the place is ours
            make_folder(os.path.join(self.place, folder))


class FolderSession:
    """A folder while it is locked."""

    def __init__(self, place: str, keep: int, *, adopt: bool) -> None:
        self._place, self._keep = place, keep
        self._current = os.path.join(place, CURRENT)
        self.online = self._read_online(adopt=adopt)

    def _read_online(self, *, adopt: bool = False) -> Online:
        """Read the record of what is served.

        Args:
            adopt: start from an empty record where that one, or a tree it names, is damaged.
        """
        held = decode_held(read(self._path(HELD)) or b"")
        try:
            name = os.path.basename(os.readlink(self._current))
        except FileNotFoundError:
            return Online(held=held)
        except OSError as error:
            raise PublishFault("terbit-bukan-milik", tempat=self._current) from error
        if not os.path.isdir(self._current):
            return Online(held=held)
        try:
            release = self._release(name)
            for digest in release.trees() if adopt else ():
                self._tree(digest)
        except PublishFault:
            if adopt:
                return Online(held=held)
            raise
        return release.online(held)

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
        stage = self._path(RELEASES, name + UNFINISHED)
        self._carry_over(stage, changes)
        for change in changes.sites:
            self._send(stage, change, source, tell)
        for digest, data in trees.items():
            write_atomically(self._path(tree_of(digest)), data)
        write_atomically(self._path(record_of(name)), encode_release(release))
        if hasattr(os, "sync"):
            os.sync()  # a release that a power cut left half on the disk must not be served
        os.rename(stage, self._path(RELEASES, name))
        self._hold(held_after(self.online, changes))
        self._switch(name)
        self._prune(name)
        self.online = self._read_online()
        return name

    def _carry_over(self, stage: str, changes: Changes) -> None:
        """Link what stays of the release before: what did not change, and what others put there."""
        make_folder(stage)
        leaving = {
            inside(change.place, path)
            for change in changes.sites
            for path in (*change.send, *change.delete)
        }
        before = os.path.realpath(self._current)
        for inner, folders, others in walk(before):
            kept = [name for name in others if inner + name not in leaving]
            if kept or not (folders or others):  # an empty folder waits for someone else's files
                make_folders(stage, inner, before)
            for name in kept:
                link(os.path.join(before, inner, name), os.path.join(stage, inner, name))

    def _send(self, stage: str, change: Change, source: Source, tell: Tell) -> None:
        made = set()
        for path in change.send:
            inner = inside(change.place, path)
            folder = os.path.dirname(inner)
            if folder not in made:
                make_folders(stage, folder)
                made.add(folder)
            mark = change.tree[path]
            write(os.path.join(stage, inner), verified(source, change.place, path, mark))
            tell(change.place, mark.size)

    def _switch(self, name: str) -> None:
        beside = self._current + UNFINISHED
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
        """Give the releases that stand complete with a sound record, the newest first."""
        return list(self._sound(reversed(self._names())))

    def _sound(self, names: Iterable[str]) -> Iterator[Release]:
        for name in names:
            with contextlib.suppress(PublishFault):
                yield self._release(name)

    def rollback(self, release: Release) -> None:
        """Let the link name an older release."""
        self._hold(held_after_rollback(self.online, release))
        self._switch(release.name)
        self.online = self._read_online()

    def _hold(self, held: frozenset[str]) -> None:
        if held != self.online.held:
            write_atomically(self._path(HELD), encode_held(held))

    def survey(self) -> Iterator[tuple[str, Mark]]:
        """Read every file that is served."""
        before = os.path.realpath(self._current)
        for inner, _folders, others in walk(before):
            for name in sorted(others):
                yield inner + name, mark_of(os.path.join(before, inner, name))

    def _names(self) -> list[str]:
        """Give the names of the releases that stand complete, sorted."""
        return complete(os.listdir(self._path(RELEASES)), os.listdir(self._path(RECORDS)))

    def _clear(self) -> None:
        """Remove what a killed publication left."""
        for name in os.listdir(self._path(RELEASES)):
            if name.endswith(UNFINISHED):
                shutil.rmtree(self._path(RELEASES, name))
        folders = set(os.listdir(self._path(RELEASES)))
        for name in os.listdir(self._path(RECORDS)):
            if name.endswith(".json") and name.removesuffix(".json") not in folders:
                os.unlink(self._path(RECORDS, name))

    def _prune(self, current: str) -> None:
        """Remove releases beyond those that are kept, and trees that no release needs."""
        names = self._names()
        gone = outdated(names, current, self._keep)
        for name in gone:
            unlisted = self._path(RELEASES, name + UNFINISHED)
            os.rename(self._path(RELEASES, name), unlisted)
            os.unlink(self._path(record_of(name)))
            shutil.rmtree(unlisted)
        needed = {d for r in self._sound(set(names) - set(gone)) for d in r.trees()}
        for name in os.listdir(self._path(TREES)):
            if name.removesuffix(".json") not in needed:
                os.unlink(self._path(TREES, name))

    def _release(self, name: str) -> Release:
        file = self._path(record_of(name))
        try:
            return decode_release(read(file) or b"", name)
        except RecordDamaged as damaged:
            raise PublishFault("terbit-catatan-rusak", berkas=file) from damaged

    def _tree(self, digest: str) -> Tree:
        if not digest:
            return {}
        file = self._path(tree_of(digest))
        try:
            return decode_tree(read(file) or b"", digest)
        except RecordDamaged as damaged:
            raise PublishFault("terbit-catatan-rusak", berkas=file) from damaged

    def _path(self, *names: str) -> str:
        return os.path.join(self._place, *names)
