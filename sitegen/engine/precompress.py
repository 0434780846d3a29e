"""Compressed twins of text files, for servers that send them as they are (RFC 1952, RFC 7932)."""

import gzip
from collections.abc import Mapping

from sitegen.site.contract import Content

_TEXTS = (
    *(".html", ".css", ".js", ".json", ".geojson", ".xml", ".svg", ".txt", ".csv", ".ics"),
    ".webmanifest",
)
_SMALLEST = 512
"""Bytes below which a twin saves less than it costs to keep."""


def precompressed(files: Mapping[str, Content]) -> dict[str, bytes]:
    """Give a ``.gz`` and a ``.br`` for each text of a site; the same text gives the same bytes."""
    import brotli

    twins = {}
    for path, content in files.items():
        if isinstance(content, bytes) and path.endswith(_TEXTS) and len(content) >= _SMALLEST:
            twins[f"{path}.gz"] = gzip.compress(content, 9, mtime=0)
            twins[f"{path}.br"] = bytes(brotli.compress(content, mode=brotli.MODE_TEXT))
    return twins
