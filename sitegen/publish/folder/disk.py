"""What a target on a disk does with files and folders: with modes that a web server can read.

The modes are the same whatever the umask says, because the web server is another user.
"""

import hashlib
import os
import shutil
import stat
from collections.abc import Iterator

from sitegen.publish.faults import PublishFault
from sitegen.publish.layout import NOT_A_FILE
from sitegen.publish.tree import Mark

_FILE_MODE, _FOLDER_MODE = 0o644, 0o755


def walk(root: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """Give each folder below a root, as ``""`` or ``a/b/``, its folders and all else in it.

    A link to a folder counts among all else: where it leads is not part of what was published.
    """
    for folder, folders, others in os.walk(root):
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        folders[:] = sorted(set(folders).difference(links))
        inner = os.path.relpath(folder, root).replace(os.sep, "/")
        yield "" if inner == "." else f"{inner}/", folders, others + links


def open_to_readers(folder: str) -> None:
    """Let the web server into a folder."""
    os.chmod(folder, _FOLDER_MODE)


def make_folder(path: str, mode: int = _FOLDER_MODE) -> None:
    """Make a folder, unless it stands there.

    Raises:
        PublishFault: something else stands there, such as a link that leads elsewhere.
    """
    try:
        os.mkdir(path)
    except FileExistsError:
        if os.path.islink(path) or not os.path.isdir(path):
            raise PublishFault("terbit-bukan-milik", tempat=path) from None
    else:
        os.chmod(path, mode)


def make_folders(root: str, inner: str, like: str = "") -> None:
    """Make the folders on an inner path.

    Args:
        root: where they are made; it stands there.
        inner: the path, with ``/``.
        like: a root in which the same folders stand, to take their modes from.
    """
    path, twin = root, like
    for name in inner.split("/"):
        path, twin = os.path.join(path, name), os.path.join(twin, name)
        if name:
            make_folder(path, stat.S_IMODE(os.stat(twin).st_mode) if like else _FOLDER_MODE)


def link(source: str, target: str) -> None:
    """Give a file a second name; where the disk has no hard links, copy it."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def write(target: str, data: bytes) -> None:
    """Write a file that is not there yet."""
    with open(target, "wb") as handle:
        handle.write(data)
    os.chmod(target, _FILE_MODE)


def mark_of(path: str) -> Mark:
    """Read what a file holds; a link or a pipe is not followed."""
    if not stat.S_ISREG(os.lstat(path).st_mode):
        return NOT_A_FILE
    with open(path, "rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
    return Mark(digest, os.path.getsize(path))


def read(path: str) -> bytes | None:
    """Give a file's bytes, or nothing where it does not stand."""
    try:
        with open(path, "rb") as handle:
            return handle.read()
    except (FileNotFoundError, NotADirectoryError):
        return None
