"""Addresses: from page to page and from text to page."""

import html
import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from sitegen.content.names import composed_name

_ANCHOR = re.compile(r'<a ((?:[^">]|"[^"]*")*)>')
_HREF = re.compile(r'href="([^"]*)"')
_EXTERNAL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def root_of(page: str) -> str:
    """Give the way from a page to the root of its site: ``./`` or ``../`` once per folder.

    ``page`` is relative to the root: a folder (``berita/panen/``) or a file (``404.html``).
    Put before any address of the site, it makes a link that works under every sub-path, on a
    domain of its own and from a flash drive.
    """
    return "../" * page.count("/") or "./"


def from_root(address: str, root: str) -> str:
    """Put the way to the root before an address, unless it has a scheme or host of its own."""
    return address if is_external(address) else root + address


def is_external(address: str) -> bool:
    """Say whether an address has a scheme or a host of its own."""
    return bool(_EXTERNAL.match(address))


def rewrite_links(markup: str, resolve: Callable[[str], str | None]) -> str:
    """Pass each link of sanitised HTML through ``resolve``; where it gives ``None``, keep text.

    Sanitised HTML is canonical, so one pattern finds every link: attributes are quoted with ``"``.
    """

    def replace(found: re.Match[str]) -> str:
        href = _HREF.search(found[1])
        if href is None or href[1].startswith("#"):
            return found[0]
        address = html.unescape(href[1])
        if is_external(address):
            outside = urlsplit(address).hostname is not None
            return f'<a {found[1]} rel="noopener noreferrer">' if outside else found[0]
        target = resolve(address)
        new = "" if target is None else f'href="{html.escape(target)}"'
        attributes = _HREF.sub(lambda _: new, found[1], count=1).strip()
        return f"<a {attributes}>" if attributes else "<a>"

    return _ANCHOR.sub(replace, markup) if "<a " in markup else markup


def entry_name(address: str, folder: str) -> tuple[str, str]:
    """Give the workspace name a relative link leads to, composed, and its fragment.

    ``../potensi/anyaman.md`` in ``content/kapuas/kim-x/berita`` is
    ``content/kapuas/kim-x/potensi/anyaman.md``.
    """
    path, _, fragment = address.partition("#")
    path = unquote(path.partition("?")[0])
    return composed_name(posixpath.normpath(posixpath.join(folder, path))), fragment
