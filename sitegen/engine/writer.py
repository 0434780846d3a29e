"""Brings a site's folder to what its result says, touching only what differs.

Order makes it safe to kill at any instant: the state first says which files may be written, then
files are written one by one through a temporary name, then files that are no longer wanted go,
and the finished state comes last. Only files that a state or manifest owns are ever overwritten
or deleted.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.diagnostics import Diagnostic, diagnose
from sitegen.engine.state import Output, SiteState, temporary_name, write_atomically
from sitegen.site.contract import Stored

MANIFEST = "manifest.json"


@dataclass(slots=True)
class Written:
    """What writing a site did. ``bytes`` counts those of written files."""

    files: int = 0
    bytes: int = 0
    deleted: int = 0
    outputs: dict[str, Output] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)


def manifest(site: str, digests: Mapping[str, tuple[str, int]]) -> bytes:
    """Give the list of a site's files with SHA-256 and size: what a mirror can be checked by."""
    files = {path: {"sha256": d, "ukuran": size} for path, (d, size) in sorted(digests.items())}
    record = {"versi": 1, "situs": site, "berkas": files}
    return (json.dumps(record, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n").encode()


def digests_of(files: Mapping[str, bytes | Stored]) -> dict[str, tuple[str, int]]:
    """Give the SHA-256 and size of each file of a result."""
    return {
        path: (content.digest, content.size)
        if isinstance(content, Stored)
        else (hashlib.sha256(content).hexdigest(), len(content))
        for path, content in files.items()
    }


def owned_by_manifest(folder: str) -> dict[str, str]:
    """Give the files, with digests, that a manifest on disk lists; for when the state is lost."""
    try:
        with open(os.path.join(folder, MANIFEST), "rb") as handle:
            record = json.loads(handle.read())
        listed = {str(p): str(entry["sha256"]) for p, entry in record["berkas"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return {path: digest for path, digest in listed.items() if _is_safe(path)}


def _is_safe(path: str) -> bool:
    parts = path.split("/")
    return "\\" not in path and not any(part in ("", ".", "..") or ":" in part for part in parts)


class SiteWriter:
    """Writes one site below an output folder."""

    def __init__(self, output: str, site: str, state: SiteState | None) -> None:
        self.output = output
        self.folder = os.path.join(output, *site.split("/")) if site else output
        self.shown = (
            f"{os.path.basename(output)}/{site}/" if site else f"{os.path.basename(output)}/"
        )
        self.site = site
        self.state = state
        self.listed = {} if state else owned_by_manifest(self.folder)
        if self.listed:
            self.listed[MANIFEST] = ""

    def owned(self) -> set[str]:
        """Give the files this site may overwrite."""
        return self.state.files() if self.state else set(self.listed)

    def write(
        self, files: Mapping[str, bytes | Stored], digests: Mapping[str, tuple[str, int]]
    ) -> Written:
        """Write what differs, then delete what is owned and no longer wanted."""
        done = Written()
        owned = self.owned()
        before = self.state.outputs if self.state else {}
        unfinished = self.state is None or not self.state.finished
        for path in sorted(files):
            try:
                done.outputs[path] = self._place(
                    path, files[path], digests[path], before.get(path), path in owned, done
                )
            except _ForeignError:
                done.findings.append(diagnose("berkas-asing", self.shown + path))
            except OSError as error:
                reason = error.strerror or type(error).__name__
                done.findings.append(diagnose("tidak-tertulis", self.shown + path, sebab=reason))
        for path in sorted(owned - files.keys()):
            done.deleted += self._delete(path)
        if unfinished:
            for path in owned | files.keys():
                self._delete(_beside(path))
        return done

    def _place(
        self,
        path: str,
        content: bytes | Stored,
        digest: tuple[str, int],
        before: Output | None,
        owned: bool,
        done: Written,
    ) -> Output:
        target = self._target(path)
        details = _stat(target)
        same_stamp = details and before and (details.st_size, details.st_mtime_ns) == before[:2]
        if details and same_stamp and before and before[2] == digest[0]:
            return before
        if details is None or not self._holds(target, details, digest):
            if details is not None and (not owned or not _is_file(target)):
                raise _ForeignError
            os.makedirs(os.path.dirname(target), exist_ok=True)
            data = content if isinstance(content, bytes) else _read_stored(content)
            write_atomically(target, data)
            done.files += 1
            done.bytes += len(data)
            details = os.stat(target)
        return details.st_size, details.st_mtime_ns, digest[0]

    def _target(self, path: str) -> str:
        """Give the path on disk; refuse to go through a link that leads elsewhere."""
        target = os.path.join(self.folder, *path.split("/"))
        folder = os.path.dirname(target)
        while len(folder) > len(self.output):
            if os.path.islink(folder) or (os.path.exists(folder) and not os.path.isdir(folder)):
                raise _ForeignError
            folder = os.path.dirname(folder)
        return target

    @staticmethod
    def _holds(target: str, details: os.stat_result, digest: tuple[str, int]) -> bool:
        """Say whether a file already holds the bytes that are wanted."""
        if details.st_size != digest[1] or not _is_file(target):
            return False
        with open(target, "rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest() == digest[0]

    def _delete(self, path: str) -> int:
        """Delete an owned file and the folders it leaves empty; count it."""
        try:
            target = self._target(path)
        except _ForeignError:
            return 0
        expected = self.listed.get(path)
        if expected and not self._has_digest(target, expected):
            return 0
        try:
            os.unlink(target)
        except OSError:
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


def _beside(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return (f"{folder}/" if folder else "") + temporary_name(name)


def _stat(path: str) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _is_file(path: str) -> bool:
    return os.path.isfile(path) and not os.path.islink(path)


def _read_stored(content: Stored) -> bytes:
    """Read a rendition from the memo; one that was tampered with is not published.

    Raises:
        OSError: it is gone or differs.
    """
    with open(content.place, "rb") as handle:
        data = handle.read()
    if hashlib.sha256(data).hexdigest() != content.digest:
        os.unlink(content.place)
        raise OSError(0, f"memo {os.path.basename(content.place)}")
    return data
