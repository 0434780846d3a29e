"""What hosts of static pages expect at the root of a branch: ``.nojekyll`` and ``CNAME``. Pure.

``CNAME`` is how GitHub Pages is told the domain of a branch; its owner may have written it in the
host's settings. So a copy of ours is kept beside the records: only what equals it is ours.
"""

import ipaddress
from urllib.parse import urlsplit

NO_JEKYLL, CNAME = ".nojekyll", "CNAME"
_OF_HOSTS = (".github.io", ".gitlab.io", ".pages.dev", ".netlify.app", ".codeberg.page")
"""Domains that a host of pages gives; they need no ``CNAME``."""


def cname(address: str) -> bytes:
    """Give the ``CNAME`` for the address of a branch; empty where it needs none.

    It needs one where it is read at the root of a domain of its own.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    at_root = parts.path in ("", "/") and parts.netloc.lower() == host
    if not at_root or "." not in host or host.endswith(_OF_HOSTS) or _is_number(host):
        return b""
    return f"{host}\n".encode()


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
