"""A KIM that moved to an address of its own: its old pages lead on to the new ones.

Citizens have old links in WhatsApp for years. A static host cannot redirect, so each old page
becomes a small one that does (HTML, ``http-equiv="refresh"``), in no language but the address.
Its photos stay, because pages of the kabupaten and the province show them from there.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from urllib.parse import quote

from sitegen.engine.state import write_atomically
from sitegen.publish.local import BuiltSource, Local
from sitegen.publish.placements import Placement
from sitegen.publish.target import File, Source
from sitegen.publish.tree import Mark, Tree, inside, tree_digest

_PAGE = """<!doctype html>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>{url}</title>
<link rel="canonical" href="{url}">
<meta http-equiv="refresh" content="0; url={url}">
<a href="{url}">{url}</a>
"""
_INDEX, _PHOTOS = "index.html", "foto/"


def address_of(local: Local, site: str) -> str:
    """Give the absolute address at which a built KIM is read, ending in ``/``."""
    with open(os.path.join(local.output, *site.split("/"), "kim.json"), "rb") as handle:
        return str(json.loads(handle.read())["url"])


def read_at(placement: Placement, local: Local, base: str) -> Placement:
    """Tell a target where its root is read, if a built site or the province stands there.

    Args:
        placement: the target.
        local: the built sites.
        base: the absolute address of the province, ending in ``/``.
    """
    site = placement.sites.get("")
    if site == "":
        return replace(placement, url=base)
    return replace(placement, url=address_of(local, site)) if site in local.states else placement


def source_of(placement: Placement, local: Local, base: str, folder: str) -> Source:
    """Give what a target is sent: its sites, and pages that lead on from where others stood.

    Args:
        placement: the target and its sites, all of them built.
        local: the built sites.
        base: the absolute address of the province, ending in ``/``.
        folder: where pages are kept until they are sent.
    """
    sites = placement.sites
    built = BuiltSource(local, {p: s for p, s in sites.items() if p not in placement.moved})
    moved = {
        place: site
        for place, site in sites.items()
        if place in placement.moved and address_of(local, site) != f"{base}{place}/"
    }
    return JoinedSource(built, MovedSource(local, moved, folder)) if moved else built


@dataclass(frozen=True)
class MovedSource:
    """Pages that lead on, for each place at which a site was read before.

    ``folder`` is where they are kept on this machine until they are sent.
    """

    local: Local
    places: Mapping[str, str]
    folder: str

    @property
    def _built(self) -> BuiltSource:
        return BuiltSource(self.local, self.places)

    @cached_property
    def _pages(self) -> dict[str, dict[str, bytes]]:
        pages: dict[str, dict[str, bytes]] = {}
        for place, site in self.places.items():
            root = address_of(self.local, site)
            pages[place] = {
                path: _PAGE.format(url=escape(root + quote(path.removesuffix(_INDEX)))).encode()
                for path in self._built.tree(place)
                if path.endswith(_INDEX)
            }
        return pages

    @property
    def sites(self) -> Mapping[str, str]:
        """The digest of each place's tree."""
        return {place: tree_digest(self.tree(place)) for place in self.places}

    def tree(self, place: str) -> Tree:
        """Give the pages and photos of a place."""
        photos = {p: m for p, m in self._built.tree(place).items() if p.startswith(_PHOTOS)}
        pages = {
            path: Mark(hashlib.sha256(data).hexdigest(), len(data))
            for path, data in self._pages[place].items()
        }
        return {**photos, **pages}

    def file(self, place: str, path: str) -> File:
        """Give where a photo lies; write a page to where it can be sent from."""
        if path not in self._pages[place]:
            return self._built.file(place, path)
        name = inside(place, path)
        target = os.path.join(self.folder, *name.split("/"))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        write_atomically(target, self._pages[place][path])
        return File(self.folder, name)


@dataclass(frozen=True, slots=True)
class JoinedSource:
    """Two sources of different places as one."""

    first: Source
    second: Source

    @property
    def sites(self) -> Mapping[str, str]:
        """The digest of each place's tree."""
        return {**self.first.sites, **self.second.sites}

    def _of(self, place: str) -> Source:
        return self.second if place in self.second.sites else self.first

    def tree(self, place: str) -> Tree:
        """Give the files of a place."""
        return self._of(place).tree(place)

    def file(self, place: str, path: str) -> File:
        """Give where a file of a place lies on this machine."""
        return self._of(place).file(place, path)
