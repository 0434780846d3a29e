"""Files for machines: feeds, sitemaps and robots as their standards ask."""

import json
import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sitegen.site import feeds
from sitegen.site.feeds import FeedItem
from tests.helpers import HANDEP, SITES, TODAY, Province

URL = "https://kim.contoh.id/kapuas/kim-handep/"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def items(count: int, title: str = "Panen raya") -> list[FeedItem]:
    """Give so many items, the newest first."""
    days = [TODAY - timedelta(days=n) for n in range(count)]
    return [FeedItem(f"{URL}berita/{d}/", title, d, d, "Isi.", "berita") for d in days]


def atom(given: Sequence[FeedItem]) -> ET.Element:
    """Give an Atom feed as its reader parses it."""
    return ET.fromstring(feeds.atom(title="KIM Handep", url=URL, language="id", items=given))


def json_feed(given: Sequence[FeedItem]) -> dict[str, object]:
    """Give a JSON Feed as its reader parses it."""
    data = feeds.json_feed(title="KIM Handep", url=URL, language="id", items=given, offset="+07:00")
    record: dict[str, object] = json.loads(data)
    return record


@pytest.mark.parametrize("count", [0, 1, 50])
def test_atom_has_what_the_standard_requires(count: int) -> None:
    root = atom(items(count))
    for place in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert place.findtext(f"{ATOM}{name}")
        assert STAMP.fullmatch(place.findtext(f"{ATOM}updated", ""))
        assert place.find(f"{ATOM}link[@rel='alternate']") is not None
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    own = root.find(f"{ATOM}link[@rel='self']")
    assert own is not None
    assert own.get("href") == f"{URL}atom.xml"
    assert len(root.findall(f"{ATOM}entry")) == min(count, feeds.FEED_ENTRIES)


@pytest.mark.parametrize("count", [0, 1, 50])
def test_json_feed_has_what_the_standard_requires(count: int) -> None:
    feed = json_feed(items(count))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == "KIM Handep"
    listed = feed["items"]
    assert isinstance(listed, list)
    assert len(listed) == min(count, feeds.FEED_ENTRIES)
    for item in listed:
        assert item["id"] == item["url"]
        assert item["content_text"]
        assert STAMP.fullmatch(item["date_published"])


def test_a_feed_is_as_new_as_its_newest_text() -> None:
    old, new = date(2025, 1, 1), date(2026, 11, 20)
    changed = FeedItem(f"{URL}a/", "Lama", old, new, "Isi.", "berita")
    root = atom([*items(1)[1:], changed])
    assert root.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00+07:00"
    assert root.findtext(f"{ATOM}entry/{ATOM}published") == "2025-01-01T00:00:00+07:00"


@pytest.mark.parametrize("title", ["<b>&amp;</b> ]]>", "tanda\x0b\x00 kendali", "🌾 ꦗꦮ"])
def test_any_title_can_stand_in_a_feed(title: str) -> None:
    shown = title.replace("\x0b", "").replace("\x00", "")
    assert atom(items(1, title)).findtext(f"{ATOM}entry/{ATOM}title") == shown
    assert json_feed(items(1, title))["items"][0]["title"] == title  # type: ignore[index]


def test_a_sitemap_tells_when_content_changed() -> None:
    data = feeds.sitemap(URL, [("profil/", None), ("", date(2026, 11, 20))])
    found = [(u.findtext(f"{MAP}loc"), u.findtext(f"{MAP}lastmod")) for u in ET.fromstring(data)]
    assert found == [(URL, "2026-11-20"), (f"{URL}profil/", None)]


def test_each_page_is_in_the_sitemap_of_its_site(built: Province) -> None:
    for site in SITES:
        folder = built.output / site
        name = "sitemap.xml" if site else "sitemap-provinsi.xml"
        url = f"https://kim.contoh.id/{site}/" if site else "https://kim.contoh.id/"
        listed = {str(e.text).removeprefix(url) for e in ET.parse(folder / name).iter(f"{MAP}loc")}
        owned = json.loads((folder / "manifest.json").read_bytes())["berkas"]
        pages = {n.removesuffix("index.html") for n in owned if n.endswith("index.html")}
        assert listed == pages - {"sejarah-desa/"}, "an old address that leads on is not listed"


def test_the_index_names_the_sitemap_of_every_site(built: Province) -> None:
    root = ET.parse(built.output / "sitemap.xml").getroot()
    found = {str(e.text).removeprefix("https://kim.contoh.id/") for e in root.iter(f"{MAP}loc")}
    assert found == {f"{s}/sitemap.xml" if s else "sitemap-provinsi.xml" for s in SITES}


def test_no_date_of_a_feed_comes_from_the_clock(province: Province, tmp_path: Path) -> None:
    names = ("atom.xml", "feed.json", "sitemap.xml")
    texts = []
    for today in (TODAY, TODAY + timedelta(days=2)):
        province.build(today, output=tmp_path / today.isoformat())
        folder = tmp_path / today.isoformat() / HANDEP
        texts.append([(folder / name).read_bytes() for name in names])
    assert texts[0] == texts[1]


def test_robots_name_the_sitemap() -> None:
    lines = feeds.robots(URL).decode().splitlines()
    assert lines == ["User-agent: *", "Allow: /", f"Sitemap: {URL}sitemap.xml"]
