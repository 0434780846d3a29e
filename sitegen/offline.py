"""A built site as one archive whose pages work unserved, from a phone's memory or a flash drive.

A folder that is opened in a browser shows a list of files, so links to folders become links to
their ``index.html``; links that leave the site become whole addresses.
"""

import json
import os
import posixpath
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import urljoin

from sitegen.site.links import is_external

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold: the same content gives the same bytes."""
_LEFT_OUT = re.compile(
    r"bagikan/|sw\.js$|robots\.txt$|sitemap\.xml$|manifest\.json$|.*\.webmanifest$"
)
_PACKED = (".jpg", ".webp", ".png")
_LINK = re.compile(r'(<a [^>]*?href="|<meta http-equiv="refresh" content="0; url=)([^"]*)(")')
_AFTER_PATH = re.compile(r"[?#]")
_MANIFEST = re.compile(r'<link rel="manifest"[^>]*>\n?')


def write_archive(output: str, site: str, target: str) -> tuple[int, int]:
    """Write the archive of a built site.

    Args:
        output: the folder with all built sites.
        site: the site, ``kabupaten/kim``.
        target: the file to write.

    Returns:
        How many files it holds, and its size in bytes.

    Raises:
        OSError: the site is not built, or the archive cannot be written.
    """
    folder = os.path.join(output, *site.split("/"))
    name = site.rpartition("/")[2]
    with open(os.path.join(folder, "kim.json"), "rb") as handle:
        url = str(json.loads(handle.read())["url"])
    beside = f"{target}.tmp"
    count = 0
    with zipfile.ZipFile(beside, "w") as archive:
        for path in _files(folder):
            with open(os.path.join(folder, *path.split("/")), "rb") as handle:
                data = handle.read()
            if path.endswith(".html"):
                data = unserved(data.decode(), path, url).encode()
            entry = zipfile.ZipInfo(f"{name}/{path}", _EPOCH)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            packed = path.endswith(_PACKED)
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
            count += 1
    os.replace(beside, target)
    return count, os.path.getsize(target)


def _files(folder: str) -> Iterator[str]:
    """Yield the site's own files that are of use without a server, sorted."""
    with open(os.path.join(folder, "manifest.json"), "rb") as handle:
        listed = json.loads(handle.read())["berkas"]
    for path in sorted(listed):
        if not _LEFT_OUT.match(path):
            yield str(path)


def unserved(markup: str, page: str, url: str) -> str:
    """Rewrite the links of a page so that they work without a server.

    Args:
        markup: the page.
        page: its file, relative to the root of the site.
        url: the absolute address of the site.
    """
    here = posixpath.dirname(page)

    def rewrite(found: re.Match[str]) -> str:
        address = found[2]
        if not address or address.startswith("#") or is_external(address):
            return found[0]
        path = _AFTER_PATH.split(address, maxsplit=1)[0]
        rest = address[len(path) :]
        folder = path.endswith(("/", "."))
        target = posixpath.normpath(posixpath.join(here, path))
        if target == ".." or target.startswith("../"):
            return f"{found[1]}{urljoin(url, target + '/' * folder)}{rest}{found[3]}"
        if folder:
            path = posixpath.join(path, "index.html")
        return f"{found[1]}{path}{rest}{found[3]}"

    return _LINK.sub(rewrite, _MANIFEST.sub("", markup))
