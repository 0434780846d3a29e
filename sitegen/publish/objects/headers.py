"""What object storage says with each file: the same as a web server does (``hosting/policy.py``).

Object storage sends the headers that were stored with an object. No Content-Encoding is stored:
the bytes are plain, and what stands before the storage compresses them.
"""

import re
from typing import NamedTuple

from sitegen.hosting import policy

_TYPES = {suffix: kind for kind, suffixes in policy.MEDIA_TYPES.items() for suffix in suffixes}
_FINGERPRINT = re.compile(policy.FINGERPRINT)
_ALWAYS_ASKED = re.compile(rf"{policy.WORKER}|/404\.html$")


class Headers(NamedTuple):
    """``Content-Type`` and ``Cache-Control`` of one file."""

    content_type: str
    cache_control: str


def headers(path: str) -> Headers:
    """Give the headers of a file by its path in the target."""
    kind = _TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")
    if kind.startswith("text/"):
        kind += "; charset=utf-8"
    address = f"/{path}"
    if _ALWAYS_ASKED.search(address):
        return Headers(kind, policy.ALWAYS_ASKED)
    cached = policy.FINGERPRINTED if _FINGERPRINT.search(address) else policy.PAGES
    return Headers(kind, cached)
