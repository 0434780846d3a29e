"""Git without its program, by dulwich: the same store where git cannot be installed.

It makes and sends its objects itself, so it never has to walk a history that is not here. Keys
come from ssh; git's credential helpers need git.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, cast

from dulwich.client import (
    GitClient,
    HTTPUnauthorized,
    TraditionalGitClient,
    get_transport_and_path,
)
from dulwich.config import StackedConfig
from dulwich.errors import GitProtocolError, HangupException, NotGitRepository
from dulwich.index import commit_tree
from dulwich.object_store import DiskObjectStore, ObjectStoreGraphWalker, iter_tree_contents
from dulwich.objects import Blob, Commit, ObjectID, ShaFile, Tree
from dulwich.pack import UnpackedObject
from dulwich.protocol import Protocol
from dulwich.refs import Ref

from sitegen.publish.faults import PublishFault
from sitegen.publish.git.faults import git_fault
from sitegen.publish.git.store import Branch, Draft, Edit, Entry, committer

_NOTHING = ObjectID(b"0" * 40)
_AT_ONCE = 16 * 1024 * 1024
"""Bytes of files that are written as one pack."""
_FOLDER = 0o040000


class _Contents(NamedTuple):
    """The files of a commit, and the names of all files and trees: what the other side has."""

    files: dict[str, Entry]
    oids: set[ObjectID]


class DulwichStore:
    """The store of a branch; made where it is not there."""

    def __init__(self, branch: Branch) -> None:
        self._branch = branch
        self._ref = Ref(branch.ref.encode())
        folder = branch.store + "-dulwich"
        if not os.path.isdir(folder):
            DiskObjectStore.init(_made(folder))
        self._objects = DiskObjectStore(folder)
        self._config = StackedConfig.default()
        self._client, self._path = get_transport_and_path(
            branch.url,
            config=self._config,
            thin_packs=False,
            quiet=True,
            ssh_command=os.environ.get("GIT_SSH_COMMAND") or os.environ.get("GIT_SSH"),
        )
        self._lines = _keep_lines(self._client)
        self._new: list[ObjectID] = []
        self._known: dict[str, _Contents] = {}

    def head(self) -> str:
        """Ask for the commit that the branch names; empty where there is no such branch."""
        with self._told():
            refs = self._client.get_refs(os.fsencode(self._path)).refs
        return (refs.get(self._ref) or b"").decode()

    def has(self, commit: str) -> bool:
        """Say whether a commit is known here; it is only after all its trees are."""
        return ObjectID(commit.encode()) in self._objects

    def fetch(self, depth: int) -> str:
        """Fetch the newest commits with their trees, without files; give the newest."""
        found: list[ObjectID] = []

        def wanted(refs: dict[Ref, ObjectID], _depth: int | None = None) -> list[ObjectID]:
            found[:] = [refs[self._ref]]
            return found

        self._fetch(wanted, depth)
        return found[0].decode()

    def _fetch(self, wanted: object, depth: int | None) -> None:
        """Fetch without saying what is here: a server may leave out files that are not."""
        with self._told():
            pack, commit, abort = self._objects.add_pack()
            try:
                self._client.fetch_pack(
                    os.fsencode(self._path),
                    wanted,  # type: ignore[arg-type]
                    ObjectStoreGraphWalker([], self._parents),
                    pack.write,
                    depth=depth,
                    filter_spec=b"blob:none",
                )
            except BaseException:
                abort()
                raise
            commit()

    def listing(self, commit: str, below: str = "") -> dict[str, Entry]:
        """Give every file of a commit by its path, or those below a folder."""
        if not below:
            return dict(self._contents(commit).files)
        root = self._objects[self._root(commit)]
        assert isinstance(root, Tree)
        name = below.encode()
        if name not in root or root[name][0] != _FOLDER:
            return {}
        return {f"{below}/{path}": entry for path, entry in self._read(root[name][1]).files.items()}

    def _contents(self, commit: str) -> "_Contents":
        """Give what a commit holds, and remember it: a great tree takes seconds to read."""
        if commit not in self._known:
            self._known[commit] = self._read(self._root(commit)) if commit else _Contents({}, set())
        return self._known[commit]

    def _read(self, tree: ObjectID) -> "_Contents":
        found = _Contents({}, set())
        for path, mode, oid in iter_tree_contents(self._objects, tree, include_trees=True):
            assert path is not None
            assert mode is not None
            assert oid is not None
            found.oids.add(oid)
            if mode != _FOLDER:
                name = path.decode("utf-8", "surrogateescape")
                found.files[name] = Entry(f"{mode:06o}", oid.decode())
        return found

    def _root(self, commit: str) -> ObjectID:
        found = self._objects[ObjectID(commit.encode())]
        assert isinstance(found, Commit)
        return ObjectID(found.tree)

    def _parents(self, commit: ObjectID) -> list[ObjectID]:
        found = self._objects[commit]
        assert isinstance(found, Commit)
        return found.parents

    def blobs(self, oids: Iterable[str]) -> Iterator[bytes]:
        """Give the bytes of files in the order asked for; fetch those not known, all at once."""
        asked = list(oids)
        self.obtain(asked)
        for oid in asked:
            yield self._objects[ObjectID(oid.encode())].as_raw_string()

    def obtain(self, oids: Iterable[str]) -> None:
        """Fetch those files that are not known here, all at once."""
        asked = (ObjectID(oid.encode()) for oid in dict.fromkeys(oids))
        missing = [oid for oid in asked if oid not in self._objects]
        if missing:
            self._fetch(lambda _refs, _depth=None: missing, None)

    def history(self, commit: str, limit: int) -> list[str]:
        """Give the commits known here from one back to its ancestors."""
        found = [ObjectID(commit.encode())]
        while len(found) < limit:
            parents = self._parents(found[-1])[:1]
            if not parents or parents[0] not in self._objects:
                break
            found += parents
        return [oid.decode() for oid in found]

    def commit(self, draft: Draft, edits: Iterable[Edit]) -> str:
        """Make a commit here: removals come first among the edits."""
        known = self._contents(draft.parent).oids | self._contents(draft.base).oids
        entries = dict(self._contents(draft.base).files)
        writer = _Writer(self._objects)
        for path, content in edits:
            if content is None:
                entries.pop(path, None)
                continue
            _make_room(entries, path)
            if isinstance(content, bytes):
                content = Entry("100644", writer.add(Blob.from_string(content)).decode())
            entries[path] = content
        rows = [
            (
                path.encode("utf-8", "surrogateescape"),
                ObjectID(entry.oid.encode()),
                int(entry.mode, 8),
            )
            for path, entry in entries.items()
        ]
        commit = Commit()
        commit.tree = commit_tree(cast("DiskObjectStore", writer), rows)  # it only adds to it
        commit.parents = [ObjectID(draft.parent.encode())] if draft.parent else []
        commit.author = commit.committer = committer(self._configured).encode()
        commit.author_time = commit.commit_time = draft.when
        commit.author_timezone = commit.commit_timezone = 0
        commit.encoding, commit.message = b"UTF-8", draft.message.encode()
        writer.add(commit)
        writer.flush()
        self._new = [oid for oid in dict.fromkeys(writer.added) if oid not in known]
        return commit.id.decode()

    def push(self, commit: str, expected: str) -> None:
        """Let the branch name a commit, if it still names the expected one; send new objects."""

        def update(refs: dict[Ref, ObjectID]) -> dict[Ref, ObjectID]:
            if refs.get(self._ref, _NOTHING) != (expected.encode() or _NOTHING):
                raise PublishFault("terbit-didahului")
            return {self._ref: ObjectID(commit.encode())}

        def pack(*_have_and_want: object, **_ways: object) -> tuple[int, Iterator[UnpackedObject]]:
            return len(self._new), self._objects.iter_unpacked_subset(self._new)

        with self._told():
            result = self._client.send_pack(os.fsencode(self._path), update, pack)
        refused = (result.ref_status or {}).get(self._ref)
        if refused:
            raise git_fault(str(refused), self._branch.url)

    def close(self) -> None:
        """Let go of the packs, and of lines that broke."""
        self._objects.close()
        for line in self._lines:
            line.close()

    def _configured(self, key: str) -> str:
        section, _, name = key.partition(".")
        try:
            return self._config.get((section.encode(),), name.encode()).decode("utf-8", "replace")
        except KeyError:
            return ""

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what dulwich raises into a finding."""
        try:
            yield
        except HangupException as error:
            said = b"\n".join(error.stderr_lines or []).decode("utf-8", "replace")
            raise git_fault(said or "Connection closed", self._branch.url) from error
        except (GitProtocolError, NotGitRepository) as error:
            raise git_fault(str(error), self._branch.url) from error
        except HTTPUnauthorized as error:
            raise PublishFault("terbit-ditolak", sebab="401") from error


class _Writer:
    """Adds objects to a store, many as one pack; a file each would be slow."""

    def __init__(self, store: DiskObjectStore) -> None:
        self._store, self._waiting, self._bytes = store, list[ShaFile](), 0
        self.added: list[ObjectID] = []

    def add(self, made: ShaFile) -> ObjectID:
        """Add an object, give its name."""
        self.add_object(made)
        return ObjectID(made.id)

    def add_object(self, made: ShaFile) -> None:
        """Add an object, as ``commit_tree`` calls it."""
        self.added.append(made.id)
        self._waiting.append(made)
        self._bytes += made.raw_length()
        if self._bytes > _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        self._store.add_objects([(made, None) for made in self._waiting])
        self._waiting, self._bytes = [], 0


def _keep_lines(client: GitClient) -> list[Protocol]:
    """Note the lines that a client opens: dulwich closes none that breaks while it says hello."""
    lines: list[Protocol] = []
    if isinstance(client, TraditionalGitClient):
        connect = client._connect

        def noting(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - passed on as they are
            opened = connect(*args, **options)
            lines.append(opened[0])
            return opened

        client._connect = noting  # type: ignore[method-assign]
    return lines


def _made(folder: str) -> str:
    os.makedirs(folder)
    return folder


def _make_room(entries: dict[str, Entry], path: str) -> None:
    """Remove a file where a folder is to be, as git's program does."""
    folder = path.rpartition("/")[0]
    while folder:
        entries.pop(folder, None)
        folder = folder.rpartition("/")[0]
