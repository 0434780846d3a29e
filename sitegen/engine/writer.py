"""Brings a site's folder to what its result says, touching only what differs.

Order makes it safe to kill at any instant: the state first says which files may be written, then
files are written one by one through a temporary name, then files that are no longer wanted go,
and the finished state comes last. Only files that a state or manifest owns are ever overwritten
or deleted.
"""

import contextlib
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sitegen.diagnostics import Diagnostic, diagnose
from sitegen.engine.manifest import owned_by_manifest
from sitegen.engine.state import Output, SiteState, temporary_name, write_atomically
from sitegen.site.contract import MANIFEST, Content, Drawn, Stored

_UNKNOWN = ("", -1)
"""The digest and size of a file that is not made yet."""

_Place = tuple[str, os.stat_result | None]
"""A path on disk, and what stands there."""


@dataclass(slots=True)
class Written:
    """What writing a site did. ``bytes`` counts those of written files."""

    files: int = 0
    bytes: int = 0
    deleted: int = 0
    outputs: dict[str, Output] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)


class SiteWriter:
    """Writes one site below an output folder."""

    def __init__(self, output: str, site: str, state: SiteState | None) -> None:
        self.output = output
        self.folder = os.path.join(output, *site.split("/")) if site else output
        self.shown = (
            f"{os.path.basename(output)}/{site}/" if site else f"{os.path.basename(output)}/"
        )
        self.state = state
        self._places: dict[str, _Place] = {}
        self._cleared = 0
        self._made: set[str] = set()
        self._placed: set[str] = set()
        """Files that were just written, beside which no temporary one is left."""
        self.listed = {} if state else owned_by_manifest(self.folder)
        if self.listed:
            self.listed[MANIFEST] = ""

    def owned(self) -> set[str]:
        """Give the files this site may overwrite."""
        return self.state.files() if self.state else set(self.listed)

    def claim(self, digests: Mapping[str, tuple[str, int]]) -> tuple[set[str], list[Diagnostic]]:
        """Take the places of files, the manifest's included.

        What is ours and stands in the way is deleted. What someone else made stays theirs however
        this build ends: such a place is not taken, so neither state nor manifest will own it.

        Returns:
            The files that may be written, and findings about the others.
        """
        wanted = {**digests, MANIFEST: _UNKNOWN} if digests else {}
        owned = self.owned()
        unwanted = owned - wanted.keys()
        if unwanted:
            self._clear_the_way(unwanted, wanted)
        for path in sorted(wanted):
            with contextlib.suppress(_ForeignError):
                self._places[path] = self._find_place(path, wanted[path], path in owned)
        refused = sorted(wanted.keys() - self._places.keys())
        return set(self._places), [diagnose("berkas-asing", self.shown + p) for p in refused]

    def write(
        self, files: Mapping[str, Content], digests: Mapping[str, tuple[str, int]]
    ) -> Written:
        """Write what differs of claimed files, then delete what is owned and no longer wanted."""
        done = Written(deleted=self._cleared)
        owned = self.owned()
        before = self.state.outputs if self.state else {}
        unfinished = self.state is None or not self.state.finished
        for path in sorted(files):
            try:
                done.outputs[path] = self._place(
                    path, files[path], digests[path], before.get(path), done
                )
            except OSError as error:
                reason = error.strerror or type(error).__name__
                done.findings.append(diagnose("tidak-tertulis", self.shown + path, sebab=reason))
        unwanted = sorted(owned - files.keys())
        if unfinished:
            unwanted += [_beside(path) for path in sorted((owned | files.keys()) - self._placed)]
        for path in unwanted:
            try:
                done.deleted += self._delete(path)
            except OSError as error:
                reason = error.strerror or type(error).__name__
                done.findings.append(diagnose("tidak-terhapus", self.shown + path, sebab=reason))
        return done

    def _clear_the_way(self, unwanted: Iterable[str], wanted: Mapping[str, object]) -> None:
        """Delete files that stand where a folder must be, or in a folder where a file must be."""
        folders = {folder for path in wanted for folder in _folders(path)}
        for path in sorted(unwanted):
            if path in folders or any(folder in wanted for folder in _folders(path)):
                with contextlib.suppress(OSError):
                    self._cleared += self._delete(path)

    def _find_place(self, path: str, digest: tuple[str, int], owned: bool) -> _Place:
        """Give the path on disk and what stands there; refuse what someone else made."""
        target = self._target(path)
        details = _stat(target)
        if details is not None:
            if not stat.S_ISREG(details.st_mode):
                raise _ForeignError
            # An empty file is what a power cut leaves of one; nobody's work is in it.
            if details.st_size and not owned and not self._holds(target, details, digest):
                raise _ForeignError
        return target, details

    def _place(
        self,
        path: str,
        content: Content,
        digest: tuple[str, int],
        before: Output | None,
        done: Written,
    ) -> Output:
        target, details = self._places[path]
        if details and before:
            same_stamp = (details.st_size, details.st_mtime_ns) == before[:2]
            if same_stamp and before[2] == digest[0]:
                return before
        if details is None or not self._holds(target, details, digest):
            folder = os.path.dirname(target)
            if folder not in self._made:
                os.makedirs(folder, exist_ok=True)
                self._made.add(folder)
            data = content if isinstance(content, bytes) else _bytes_of(content)
            write_atomically(target, data)
            self._placed.add(path)
            done.files += 1
            done.bytes += len(data)
            details = os.stat(target)
        return details.st_size, details.st_mtime_ns, digest[0]

    def _target(self, path: str) -> str:
        """Give the path on disk; refuse to go through a link that leads elsewhere."""
        target = os.path.join(self.folder, *path.split("/"))
        folder = os.path.dirname(target)
        while len(folder) > len(self.output) and folder not in self._made:
            details = _stat(folder)
            if details is not None and not stat.S_ISDIR(details.st_mode):
                raise _ForeignError
            folder = os.path.dirname(folder)
        return target

    @staticmethod
    def _holds(target: str, details: os.stat_result, digest: tuple[str, int]) -> bool:
        """Say whether a file already holds the bytes that are wanted."""
        if details.st_size != digest[1]:
            return False
        with open(target, "rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest() == digest[0]

    def _delete(self, path: str) -> int:
        """Delete an owned file and the folders it leaves empty; count it.

        Raises:
            OSError: the file is there and cannot be deleted.
        """
        try:
            target = self._target(path)
        except _ForeignError:
            return 0
        expected = self.listed.get(path)
        if expected and not self._has_digest(target, expected):
            return 0
        try:
            os.unlink(target)
        except (FileNotFoundError, IsADirectoryError):
            return 0
        folder = os.path.dirname(target)
        while len(folder) > len(self.folder):
            try:
                os.rmdir(folder)
            except OSError:
                break
            folder = os.path.dirname(folder)
        return 1

    @staticmethod
    def _has_digest(target: str, expected: str) -> bool:
        with contextlib.suppress(OSError), open(target, "rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest() == expected
        return False

    def remove_folder(self) -> None:
        """Remove the site's folder, and its parent's, where they are left empty."""
        folder = self.folder
        while len(folder) > len(self.output):
            with contextlib.suppress(OSError):
                os.rmdir(folder)
            folder = os.path.dirname(folder)


class _ForeignError(Exception):
    """Something that is not ours stands where a file belongs."""


def _folders(path: str) -> Iterator[str]:
    """Give the folders that a file lies in: ``a`` and ``a/b`` for ``a/b/c``."""
    position = path.find("/")
    while position >= 0:
        yield path[:position]
        position = path.find("/", position + 1)


def _beside(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return (f"{folder}/" if folder else "") + temporary_name(name)


def _stat(path: str) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _bytes_of(content: Stored | Drawn) -> bytes:
    """Read a rendition from the memo, or draw a picture; what differs from its digest is refused.

    Raises:
        OSError: it is gone or differs.
    """
    if isinstance(content, Drawn):
        data, name = content.make(), "teks"
    else:
        name = os.path.basename(content.place)
        with open(content.place, "rb") as handle:
            data = handle.read()
    if hashlib.sha256(data).hexdigest() != content.digest:
        if isinstance(content, Stored):
            os.unlink(content.place)
        raise OSError(0, f"memo {name}")
    return data
