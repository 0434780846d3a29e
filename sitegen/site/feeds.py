"""Files for machines.

Atom feed (RFC 4287), JSON Feed 1.1, sitemap (sitemaps.org 0.9), robots (RFC 9309).
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from sitegen.site.views import EntriView

FEED_ENTRIES = 20
_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XML_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 65534, 65535])


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of a feed; ``url`` is absolute."""

    url: str
    title: str
    published: date
    updated: date
    summary: str
    category: str


def feed_item(view: EntriView, url: str) -> FeedItem:
    """Give an entry as a feed carries it; one without a day counts as old as can be."""
    day = view.hari or date(1970, 1, 1)
    return FeedItem(
        url=url + view.path,
        title=view.judul,
        published=day,
        updated=max(day, view.diperbarui or day),
        summary=view.ringkasan or view.judul,
        category=view.jenis,
    )


def atom(
    *, title: str, url: str, language: str, items: Sequence[FeedItem], offset: str = "+07:00"
) -> bytes:
    """Give an Atom feed.

    Args:
        title: the name of the site.
        url: its absolute address, ending in ``/``.
        language: its language code.
        items: the newest first; only some are taken.
        offset: the zone of the days, as ``+07:00``.
    """
    shown = items[:FEED_ENTRIES]
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    _text(root, "id", url)
    _text(root, "title", title)
    newest = max((item.updated for item in shown), default=date(1970, 1, 1))
    _text(root, "updated", _stamp(newest, offset))
    _text(ET.SubElement(root, "author"), "name", title)
    ET.SubElement(root, "link", {"rel": "self", "href": f"{url}atom.xml"})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": url})
    for item in shown:
        entry = ET.SubElement(root, "entry")
        _text(entry, "id", item.url)
        _text(entry, "title", item.title)
        _text(entry, "published", _stamp(item.published, offset))
        _text(entry, "updated", _stamp(item.updated, offset))
        ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": item.url})
        _text(entry, "summary", item.summary)
        ET.SubElement(entry, "category", {"term": item.category})
    return _document(root)


def json_feed(
    *, title: str, url: str, language: str, items: Sequence[FeedItem], offset: str
) -> bytes:
    """Give a JSON Feed (jsonfeed.org, version 1.1); the arguments are those of :func:`atom`."""
    record = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": url,
        "feed_url": f"{url}feed.json",
        "language": language,
        "items": [
            {
                "id": item.url,
                "url": item.url,
                "title": item.title,
                "summary": item.summary,
                "content_text": item.summary,
                "date_published": _stamp(item.published, offset),
                "date_modified": _stamp(item.updated, offset),
                "tags": [item.category],
            }
            for item in items[:FEED_ENTRIES]
        ],
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def sitemap(url: str, pages: Iterable[tuple[str, date | None]]) -> bytes:
    """Give a sitemap of addresses relative to ``url``, each with the day its content changed."""
    root = ET.Element("urlset", {"xmlns": _SITEMAP})
    for path, day in sorted(pages):
        item = ET.SubElement(root, "url")
        _text(item, "loc", url + path)
        if day:
            _text(item, "lastmod", day.isoformat())
    return _document(root)


def sitemap_index(addresses: Iterable[str]) -> bytes:
    """Give an index of sitemaps by their absolute addresses."""
    root = ET.Element("sitemapindex", {"xmlns": _SITEMAP})
    for address in addresses:
        _text(ET.SubElement(root, "sitemap"), "loc", address)
    return _document(root)


def robots(url: str) -> bytes:
    """Allow every reader and name the sitemap."""
    return f"User-agent: *\nAllow: /\nSitemap: {url}sitemap.xml\n".encode()


def _stamp(day: date, offset: str) -> str:
    return f"{day.isoformat()}T00:00:00{offset}"


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text.translate(_XML_FORBIDDEN)


def _document(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"
