"""Which host shows which folder, and which old addresses lead on: what any server must do. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from sitegen.content.addresses import host_of, is_host

_BASE = re.compile(r"/(?:[A-Za-z0-9][A-Za-z0-9._-]*/)*")


class HostUnusable(ValueError):  # noqa: N818 - read as a sentence where it is caught
    """The province's address names no host that a server can answer for."""


@dataclass(frozen=True, slots=True)
class Home:
    """A KIM that is read elsewhere than in its folder below the province's address.

    ``address`` ends in ``/``. ``host`` is empty where another server shows it, below a path there.
    """

    site: str
    address: str
    host: str


@dataclass(frozen=True, slots=True)
class Hosting:
    """The province's host, the path below which its sites lie (``/`` or ``/kim/``), and the homes.

    ``moved`` are the KIM whose old addresses, below the province's, lead on to their own.
    """

    host: str
    base: str
    moved: tuple[Home, ...]

    @property
    def homes(self) -> tuple[Home, ...]:
        """The KIM that get a host of their own here."""
        return tuple(home for home in self.moved if home.host)

    def names(self) -> tuple[str, ...]:
        """Give every host that is answered for, the province's first."""
        return (self.host, *(home.host for home in self.homes))


def make_hosting(url: str, own: Mapping[str, str]) -> Hosting:
    """Give what a server must do for a province.

    Args:
        url: the province's address.
        own: the addresses of KIM that are read on hosts of their own, by site.

    Raises:
        HostUnusable: ``url`` names no usable host.
    """
    host = host_of(url)
    base = (urlsplit(url).path if host else "").rstrip("/") + "/"
    if not is_host(host) or not _BASE.fullmatch(base):
        raise HostUnusable(url)
    moved = tuple(
        Home(site, address, host_of(address) if urlsplit(address).path == "/" else "")
        for site, address in sorted(own.items())
    )
    return Hosting(host, base, moved)
