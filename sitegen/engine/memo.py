"""Remembers what is slow to make, by the hash of what it was made from.

HTML of texts is kept per site, in one file that holds only what the last build used. Renditions
of photos are shared by all sites; each is a file named by its key, checked by its digest when it
is used again. Both may be deleted at any time.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Callable
from urllib.parse import quote

from sitegen.engine.state import write_atomically
from sitegen.site.contract import Rendered, Stored, StoredPicture, StoredRendition


class MemoRefused(Exception):  # noqa: N818 - read as a sentence where it is caught
    """A rendition cannot be kept, which is the disk's fault and never the photo's."""

    def __init__(self, error: OSError) -> None:
        super().__init__(error)
        self.error = error


class SiteMemo:
    """The memo of one site's build; call :meth:`save` when the build is done."""

    def __init__(self, folder: str, site: str) -> None:
        self._path = os.path.join(folder, "teks", f"{quote(site, safe='') or '@'}.json")
        self._pictures = os.path.join(folder, "foto")
        self.templates = os.path.join(folder, "templat")
        self._known = _load_texts(self._path)
        self._used: dict[str, str] = {}

    def text(self, key: str, make: Callable[[], str]) -> str:
        """Give what was remembered under a key, or make it."""
        made = self._known.get(key)
        if made is None:
            made = make()
        self._used[key] = made
        return made

    def picture(self, key: str, make: Callable[[], Rendered]) -> StoredPicture:
        """Give the renditions remembered under a key, or make and keep them.

        Raises:
            MemoRefused: they cannot be kept.
        """
        name = hashlib.blake2b(key.encode(), digest_size=16).hexdigest()
        folder = os.path.join(self._pictures, name[:2], name)
        known = _load_picture(folder)
        if known:
            return known
        made = make()
        try:
            return _keep_picture(folder, made)
        except OSError as error:
            raise MemoRefused(error) from error

    def forget(self) -> None:
        """Drop the texts of a site that is gone."""
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self._path)

    def save(self) -> None:
        """Keep the texts that were used, if that differs from what was kept."""
        if self._used != self._known:
            os.makedirs(os.path.dirname(self._path), exist_ok=True)
            data = json.dumps(self._used, ensure_ascii=False, separators=(",", ":"))
            write_atomically(self._path, data.encode("utf-8", "surrogatepass"))


def _load_texts(path: str) -> dict[str, str]:
    try:
        with open(path, "rb") as handle:
            known = json.loads(handle.read())
    except (OSError, ValueError):
        return {}
    sound = isinstance(known, dict) and all(isinstance(text, str) for text in known.values())
    return known if sound else {}


def _load_picture(folder: str) -> StoredPicture | None:
    """Give remembered renditions if each is whole."""
    try:
        with open(os.path.join(folder, "isi.json"), "rb") as handle:
            record = json.loads(handle.read())
        renditions = []
        for format_, width, digest, size in record["varian"]:
            place = os.path.join(folder, f"{int(width)}.{format_}")
            if os.stat(place).st_size != size:
                return None
            stored = Stored(str(digest), int(size), place)
            renditions.append(StoredRendition(str(format_), int(width), stored))
        size = int(record["lebar"]), int(record["tinggi"])
        return StoredPicture(*size, tuple(renditions), str(record["warna"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep_picture(folder: str, made: Rendered) -> StoredPicture:
    os.makedirs(folder, exist_ok=True)
    renditions = []
    for rendition in made.renditions:
        place = os.path.join(folder, f"{rendition.width}.{rendition.format}")
        write_atomically(place, rendition.data)
        digest = hashlib.sha256(rendition.data).hexdigest()
        stored = Stored(digest, len(rendition.data), place)
        renditions.append(StoredRendition(rendition.format, rendition.width, stored))
    record = {
        "lebar": made.width,
        "tinggi": made.height,
        "warna": made.colour,
        "varian": [(r.format, r.width, r.file.digest, r.file.size) for r in renditions],
    }
    write_atomically(os.path.join(folder, "isi.json"), json.dumps(record).encode())
    return StoredPicture(made.width, made.height, tuple(renditions), made.colour)
