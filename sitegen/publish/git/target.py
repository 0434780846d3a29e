"""A branch from which a host serves pages: GitHub, GitLab, Codeberg or Cloudflare Pages.

::

    index.html …                        the sites, each at its place
    .sitegen/20261125T031200Z.json      the release that the branch holds
    .sitegen/pohon/<sha256>.json        the trees it names
    .sitegen/ditahan.txt                trees that were rolled back
    .sitegen/terakhir.txt               the newest name of a release, also when an older one is back
    .sitegen/CNAME                      what of ../CNAME is ours

Each release is one commit on top of what is online, so the branch's history is the list of
releases. The push is a compare-and-swap: of two publishers the second is refused. Nothing but new
objects travels, and no file that is online is needed on this machine.
"""

import contextlib
import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property

from sitegen.engine.state import write_atomically
from sitegen.publish.changes import Changes, Online
from sitegen.publish.faults import PublishFault, disk_fault
from sitegen.publish.folder.disk import read
from sitegen.publish.git import message as git_message
from sitegen.publish.git.faults import mask
from sitegen.publish.git.pages import CNAME, NO_JEKYLL, cname
from sitegen.publish.git.records import (
    HELD,
    LATEST,
    OUR_CNAME,
    RECORDS,
    Records,
    in_the_way,
    is_record,
    record_file,
    tree_file,
)
from sitegen.publish.git.store import Branch, Draft, Edit, Entry, Store, open_store
from sitegen.publish.layout import (
    NOT_A_FILE,
    decode_held,
    encode_held,
    held_after,
    held_after_rollback,
)
from sitegen.publish.records import Release, encode_release, next_release, release_name
from sitegen.publish.sending import verified
from sitegen.publish.target import Source, Tell
from sitegen.publish.tree import Mark, Tree, inside
from sitegen.publish.turn import me, taken

DEFAULT_BRANCH = "gh-pages"
_SUBMODULE = "160000"
"""Git's mode of another repository inside this one; hosts serve its files too."""
_COMMITS_PER_RELEASE = 3
"""How far the history is read for each release that is kept: others may commit in between."""


class GitTarget:
    """A branch of a repository.

    Args:
        branch: where it is, here and elsewhere.
        keep: how many releases are offered; older ones stay in the history.
        cname: the ``CNAME`` it needs, empty for none; ``None`` leaves what is there.
    """

    def __init__(self, branch: Branch, keep: int, cname: bytes | None = None) -> None:
        self.branch, self.keep, self.cname = branch, keep, cname

    @contextmanager
    def session(self, *, adopt: bool = False) -> Iterator["GitSession"]:
        """Lock this machine's store of the branch, and read the branch's record."""
        from filelock import FileLock, Timeout

        store = self.branch.store
        holder = f"{store}.pemegang"
        try:
            os.makedirs(os.path.dirname(store), exist_ok=True)
            with FileLock(f"{store}.kunci", timeout=0):
                write_atomically(holder, me().encode())
                with contextlib.ExitStack() as opened:
                    yield self._read(opened, adopt=adopt)
        except Timeout as busy:
            raise taken((read(holder) or b"").decode("utf-8", "replace")) from busy
        except OSError as error:
            raise disk_fault(error, store) from error

    def _read(self, opened: contextlib.ExitStack, *, adopt: bool) -> "GitSession":
        """Open the store and read the record; a store that a power cut broke is made anew."""
        try:
            store = opened.enter_context(contextlib.closing(open_store(self.branch)))
            return GitSession(store, self, adopt=adopt)
        except PublishFault as fault:
            if fault.code != "terbit-gagal" or not os.path.isdir(self.branch.store):
                raise
        shutil.rmtree(self.branch.store)
        store = opened.enter_context(contextlib.closing(open_store(self.branch)))
        return GitSession(store, self, adopt=adopt)


def open_git(address: str, branch: str, keep: int, root: str, url: str | None) -> GitTarget:
    """Give the target of a repository.

    Args:
        address: as ``provinsi.yml`` has it: an address, ``host:path``, or a folder.
        branch: empty means the default.
        keep: how many releases are offered.
        root: the workspace; a folder is relative to it.
        url: where the root of the branch is read; ``None`` where that is not known.
    """
    if not _ELSEWHERE.match(address):
        address = os.path.normpath(os.path.join(root, os.path.expanduser(address)))
    branch = branch or DEFAULT_BRANCH
    key = hashlib.sha256(f"{address}\0{branch}".encode()).hexdigest()[:16]
    store = os.path.join(root, ".sitegen", "terbit", f"git-{key}")
    wanted = None if url is None else cname(url)
    return GitTarget(Branch(address, branch, store, root), keep, wanted)


_ELSEWHERE = re.compile(r"[a-z0-9+]+://|[^/\\:]{2,}:")
"""An address of git that is no folder; one letter before a colon is a drive of Windows."""


class GitSession:
    """A branch as it was at the beginning; who changes it meanwhile wins."""

    def __init__(self, store: Store, target: GitTarget, *, adopt: bool) -> None:
        self._store, self._records, self._target = store, Records(store), target
        self._head = store.head()
        if self._head and not store.has(self._head):
            self._head = store.fetch(1)
        self.online = self._read_online(adopt=adopt)

    def _read_online(self, *, adopt: bool) -> Online:
        listing = self._store.listing(self._head, RECORDS) if self._head else {}
        if not listing:
            if self._listing.keys() - {NO_JEKYLL, CNAME} and not adopt:
                branch = self._target.branch
                raise PublishFault(
                    "terbit-bukan-milik", tempat=mask(f"{branch.url} ({branch.name})")
                )
            return Online()
        try:
            release = self._records.release(listing)
            if adopt:
                self._records.learn(listing, release.online())
                for digest in release.trees():
                    self._records.tree(digest)
        except PublishFault:
            if adopt:
                return Online()
            raise
        return release.online(decode_held(self._records.texts(listing, HELD)[0]))

    @cached_property
    def _listing(self) -> dict[str, Entry]:
        """Every file of the branch."""
        return self._store.listing(self._head) if self._head else {}

    def tree(self, place: str) -> tuple[Tree, Tree]:
        """Give what is online at a place, and its retired assets."""
        self._records.learn(self._listing, self.online)
        retired = self.online.retired.get(place, "")
        return self._records.tree(self.online.sites[place]), self._records.tree(retired)

    def foreign(self, paths: Iterable[str]) -> set[str]:
        """Give the paths at which something stands, or whose folder is a file, or the reverse."""
        return in_the_way(self._listing, paths)

    def apply(self, changes: Changes, source: Source, tell: Tell) -> str:
        """Commit the release on top of what is online, and push it."""
        extras = self._extras()
        if not changes and not extras:
            return self.online.release
        name = release_name([self.online.release, *self._records.latest(self._listing)])
        release, trees = next_release(name, self.online, changes)
        held = held_after(self.online, changes)
        written = {tree_file(digest): data for digest, data in trees.items()}
        written[record_file(name)] = encode_release(release)
        written[HELD], written[LATEST] = encode_held(held), f"{name}\n".encode()
        needed = {*map(tree_file, release.trees()), OUR_CNAME, *written}
        gone = [path for path in self._listing if is_record(path) and path not in needed]
        gone += [p for p in _deleted(changes) if p in self._listing]

        def edits() -> Iterator[Edit]:
            yield from (Edit(path, None) for path in gone)
            yield from extras
            yield from _sent(changes, source, tell)
            yield from (Edit(path, data) for path, data in written.items())

        message = git_message.published(changes, name)
        self._push(Draft(self._head, self._head, message, git_message.moment(name)), edits())
        self.online = release.online(held)
        return name

    def _extras(self) -> list[Edit]:
        """Give what hosts of pages want to find, where it differs from what is there."""
        wanted = self._target.cname
        ours, there = self._records.texts(self._listing, OUR_CNAME, CNAME)
        edits = []
        if wanted is not None and there == ours != wanted:
            edits = [Edit(CNAME, wanted or None), Edit(OUR_CNAME, wanted or None)]
        if NO_JEKYLL not in self._listing:
            edits.append(Edit(NO_JEKYLL, b""))
        return edits

    def _push(self, draft: Draft, edits: Iterable[Edit]) -> None:
        commit = self._store.commit(draft, edits)
        self._store.push(commit, self._head)
        self._head = commit
        self.__dict__.pop("_listing", None)
        self.__dict__.pop("_history", None)

    def releases(self) -> list[Release]:
        """Give the releases in the branch's history, the newest first."""
        names = sorted(self._history, reverse=True)
        return [self._history[name][1] for name in names][: self._target.keep]

    @cached_property
    def _history(self) -> dict[str, tuple[str, Release]]:
        """The newest commit of each release, and the release, by its name."""
        if not self._head:
            return {}
        depth = self._target.keep * _COMMITS_PER_RELEASE
        if len(self._store.history(self._head, depth)) < depth:
            self._store.fetch(depth)
        found: dict[str, tuple[str, Release]] = {}
        for commit in self._store.history(self._head, depth):
            with contextlib.suppress(PublishFault):  # what someone damaged cannot be brought back
                release = self._records.release(self._store.listing(commit, RECORDS))
                found.setdefault(release.name, (commit, release))
        return found

    def rollback(self, release: Release) -> None:
        """Commit an older release's tree on top; what others put into the branch stays."""
        commit, then = self._history[release.name]
        before = self._store.listing(commit)
        stays = self._records.foreign(self._listing, self.online)
        stays |= {p: self._listing[p] for p in (LATEST, OUR_CNAME) if p in self._listing}
        gone = {OUR_CNAME, *self._records.foreign(before, then.online())} & before.keys()
        gone -= stays.keys()
        carried = {p: entry for p, entry in sorted(stays.items()) if before.get(p) != entry}
        online = set(self._listing.values())  # what else is in the commit is sent once more
        moved = {*before.values(), *carried.values()} - online | {*carried.values()}
        self._store.obtain(sorted(e.oid for e in moved if e.mode != _SUBMODULE))
        held = held_after_rollback(self.online, release)
        edits = [
            *(Edit(path, None) for path in sorted(gone)),
            *(Edit(path, entry) for path, entry in carried.items()),
            Edit(HELD, encode_held(held)),
        ]
        when = git_message.moment(max(self._history))
        self._push(Draft(self._head, commit, git_message.brought_back(release.name), when), edits)
        self.online = release.online(held)

    def survey(self) -> Iterator[tuple[str, Mark]]:
        """Read every file of the branch, without the records and what hosts want to find."""
        ours, there = self._records.texts(self._listing, OUR_CNAME, CNAME)
        apart = {CNAME} if ours == there else set()
        if self._records.texts(self._listing, NO_JEKYLL) == [b""]:
            apart.add(NO_JEKYLL)
        served = {
            path: entry
            for path, entry in sorted(self._listing.items())
            if path not in apart and not is_record(path)
        }
        files = {path: entry.oid for path, entry in served.items() if entry.mode != _SUBMODULE}
        yield from ((path, NOT_A_FILE) for path in served if path not in files)
        for path, data in zip(files, self._store.blobs(files.values()), strict=True):
            yield path, Mark(hashlib.sha256(data).hexdigest(), len(data))


def _deleted(changes: Changes) -> Iterator[str]:
    for change in changes.sites:
        yield from (inside(change.place, path) for path in change.delete)


def _sent(changes: Changes, source: Source, tell: Tell) -> Iterator[Edit]:
    """Read what is to be sent.

    Raises:
        PublishFault: a file changed since it was built.
    """
    for change in changes.sites:
        for path in change.send:
            data = verified(source, change.place, path, change.tree[path])
            yield Edit(inside(change.place, path), data)
            tell(change.place, len(data))
