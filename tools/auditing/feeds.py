"""Files for machines: feeds, calendars, sitemaps, JSON-LD; they parse and hold what they must."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from icalendar import Calendar

from .findings import Finding, Ledger
from .links import names_of
from .site import Site

_ATOM = "{http://www.w3.org/2005/Atom}"
_MAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_REQUIRED = {
    "NewsArticle": {"headline", "datePublished", "author", "publisher"},
    "Article": {"headline", "author", "publisher"},
    "Organization": {"name", "url"},
    "Event": {"name", "startDate", "location"},
    "Product": {"name"},
    "Place": {"name"},
    "TouristAttraction": {"name"},
    "ClaimReview": {"url", "claimReviewed", "reviewRating", "author", "itemReviewed"},
    "BreadcrumbList": {"itemListElement"},
}


def check(site: Site, ledger: Ledger) -> None:
    """Read every such file."""
    counts = {}
    for pattern, read in (
        ("atom.xml", _atom),
        ("feed.json", _json_feed),
        ("*.ics", _calendar),
        ("sitemap*.xml", _sitemap),
        ("*.webmanifest", _manifest),
        ("*.html", _meaning),
    ):
        files = sorted(site.root.rglob(pattern))
        counts[pattern] = len(files)
        for file in files:
            try:
                faults = list(read(site, file))
            except (ValueError, ET.ParseError, KeyError) as error:
                faults = [f"cannot be read: {error!r}"]
            name = file.relative_to(site.root).as_posix()
            ledger.add(Finding("files", pattern, name, detail=fault) for fault in faults)
    ledger.notes.append("files: " + ", ".join(f"{n} {p}" for p, n in counts.items()) + " read.")


def _known(site: Site, address: str) -> Iterator[str]:
    path = site.own(address)
    if path is None or site.file_at(path) is None:
        yield f"names {address}, which is not there"


def _atom(site: Site, file: Path) -> Iterator[str]:
    root = ET.parse(file).getroot()
    if root.tag != f"{_ATOM}feed":
        yield f"root is {root.tag}"
    seen = set()
    for node in (root, *root.findall(f"{_ATOM}entry")):
        for name in ("id", "title", "updated"):
            if not (node.findtext(_ATOM + name) or "").strip():
                yield f"{node.tag} without {name}"
        datetime.fromisoformat(node.findtext(f"{_ATOM}updated") or "")
        identity = node.findtext(f"{_ATOM}id")
        if identity in seen:
            yield f"{identity} twice"
        seen.add(identity)
        for link in node.findall(f"{_ATOM}link"):
            yield from _known(site, link.get("href", ""))
    if root.find(f"{_ATOM}author") is None:
        yield "feed without author"


def _json_feed(site: Site, file: Path) -> Iterator[str]:
    feed = json.loads(file.read_text(encoding="utf-8"))
    if feed["version"] != "https://jsonfeed.org/version/1.1" or not feed["title"]:
        yield "version or title"
    yield from _known(site, feed["feed_url"])
    for item in feed["items"]:
        if not item["id"] or not (item.get("content_text") or item.get("content_html")):
            yield f"item without id or content: {item.get('url')}"
        datetime.fromisoformat(item["date_published"])
        yield from _known(site, item["url"])


def _calendar(site: Site, file: Path) -> Iterator[str]:
    data = file.read_bytes()
    if b"\n" in data.replace(b"\r\n", b""):
        yield "lines do not end with CRLF"
    if any(len(line) > 75 for line in data.split(b"\r\n")):
        yield "a line is longer than 75 bytes"
    calendar = Calendar.from_ical(data)
    for name in ("VERSION", "PRODID"):
        if name not in calendar:
            yield f"no {name}"
    for event in calendar.walk("VEVENT"):
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
            if name not in event:
                yield f"an event without {name}"
        if event.errors:
            yield str(event.errors)
        if "URL" in event:
            yield from _known(site, str(event["URL"]))


def _sitemap(site: Site, file: Path) -> Iterator[str]:
    root = ET.parse(file).getroot()
    for place in root.iter(f"{_MAPS}loc"):
        address = place.text or ""
        yield from _known(site, address)
        target = site.file_at(site.own(address) or "")
        told = names_of(target).meta if target and target.suffix == ".html" else {}
        if "noindex" in told.get("robots", ""):
            yield f"names {address}, which is not to be indexed"
    for day in root.iter(f"{_MAPS}lastmod"):
        datetime.fromisoformat(day.text or "")


def _manifest(_: Site, file: Path) -> Iterator[str]:
    manifest = json.loads(file.read_text(encoding="utf-8"))
    for name in ("name", "short_name", "start_url", "display", "icons"):
        if not manifest.get(name):
            yield f"no {name}"
    for icon in manifest["icons"]:
        if not (file.parent / icon["src"]).is_file():
            yield f"names {icon['src']}, which is not there"


def _meaning(site: Site, file: Path) -> Iterator[str]:
    for text in names_of(file).data:
        for node in json.loads(text)["@graph"]:
            missing = _REQUIRED.get(node["@type"], {"name"}) - node.keys()
            if missing:
                yield f"{node['@type']} without {', '.join(sorted(missing))}"
            for name in ("url", "image"):
                if isinstance(node.get(name), str):
                    yield from _known(site, node[name])
