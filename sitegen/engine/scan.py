"""Looks at the inputs on disk: one pass of folders, hashing only what seems changed."""

import errno
import hashlib
import os
import stat
import time
from dataclasses import dataclass, field

from sitegen.diagnostics import Diagnostic, diagnose

Stamp = tuple[int, int, int, int]
"""Size, time of change of content and of inode (nanoseconds), and number of the inode."""

SETTLED = 2_000_000_000
"""A file changed less than this before it was looked at may change again without a trace."""

MAX_BYTES = 400_000_000
"""Largest input that is read into memory: a photo of the most pixels there may be, as bare bytes.
"""


@dataclass(slots=True)
class StampCache:
    """Digests of files by name, trusted while their stamps stay the same."""

    known: dict[str, tuple[Stamp, str]] = field(default_factory=dict)
    looked_at: int = 0
    """When the stamps were taken, in nanoseconds since 1970."""
    fresh: dict[str, tuple[Stamp, str]] = field(default_factory=dict)
    _read: bool = False

    def digest(self, name: str, path: str, stamp: Stamp) -> str:
        """Give the digest of a file, reading it only when its stamp is new or unsettled.

        Raises:
            OSError: the file cannot be read.
        """
        known = self.known.get(name)
        settled = max(stamp[1], stamp[2]) < self.looked_at - SETTLED
        if known and known[0] == stamp and settled:
            self.fresh[name] = known
            return known[1]
        with open(path, "rb") as handle:
            digest = hashlib.file_digest(handle, _hasher).hexdigest()
        self._read = True
        self.fresh[name] = (stamp, digest)
        return digest

    @property
    def changed(self) -> bool:
        """Whether there is something new to remember, if only that a file has settled."""
        return self._read or self.fresh != self.known


def _hasher() -> hashlib.blake2b:
    return hashlib.blake2b(digest_size=16)


@dataclass(slots=True)
class Snapshot:
    """The inputs at one moment: digests by name, and findings about what cannot be an input."""

    digests: dict[str, str] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)


def scan(folder: str, name: str, cache: StampCache) -> Snapshot:
    """Look at all files below a folder.

    Args:
        folder: the path on disk.
        name: what its files' names begin with, such as ``content``.
        cache: digests from the last time.
    """
    snapshot = Snapshot()
    if not os.path.isdir(folder):
        return snapshot
    _walk(folder, name, os.path.realpath(folder), cache, snapshot)
    return snapshot


def _unreadable(name: str, error: OSError) -> Diagnostic:
    return diagnose("tidak-terbaca", name, sebab=error.strerror or type(error).__name__)


def _walk(
    folder: str,
    name: str,
    root: str,
    cache: StampCache,
    snapshot: Snapshot,
) -> None:
    """Add each file below a folder to a snapshot."""
    findings = snapshot.findings
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        findings.append(_unreadable(f"{name}/", error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        inner = f"{name}/{entry.name}"
        try:
            if entry.is_symlink() and not _stays_inside(entry.path, root):
                findings.append(diagnose("tautan-keluar", _shown(inner)))
            elif entry.is_dir(follow_symlinks=False):
                _walk(entry.path, inner, root, cache, snapshot)
            else:
                details = entry.stat()
                if stat.S_ISREG(details.st_mode):
                    inner.encode("utf-8")
                    snapshot.digests[inner] = cache.digest(inner, entry.path, _stamp(details))
                else:
                    findings.append(diagnose("bukan-berkas", _shown(inner)))
        except UnicodeEncodeError:
            findings.append(diagnose("nama-bukan-utf8", _shown(inner), nama=_shown(entry.name)))
        except OSError as error:
            findings.append(_unreadable(_shown(inner), error))


def _stamp(details: os.stat_result) -> Stamp:
    return details.st_size, details.st_mtime_ns, details.st_ctime_ns, details.st_ino


def _stays_inside(path: str, root: str) -> bool:
    """Say whether a link leads to a file below the folder that is scanned."""
    target = os.path.realpath(path)
    return target.startswith(root + os.sep) and not os.path.isdir(target)


def _shown(name: str) -> str:
    """Give a name that can be printed, also where the system could not decode it."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def read_whole(path: str) -> bytes:
    """Give the bytes of an input.

    Raises:
        OSError: it cannot be read, or is larger than any text or photo.
    """
    with open(path, "rb") as handle:
        if os.fstat(handle.fileno()).st_size > MAX_BYTES:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
        return handle.read()


def now() -> int:
    """Give the time in nanoseconds, only to know which stamps are settled."""
    return time.time_ns()
