"""Every link of every page leads somewhere, wherever the site is put."""

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest

from sitegen.site.links import is_external
from tests.browser.helpers import DASAR, PUBLISHED


@dataclass
class Markup(HTMLParser):
    """What a page points at, and what in it can be pointed at."""

    links: list[str] = field(default_factory=list)
    upward: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    headings: int = 0
    root: str = ""
    _roof: bool = False

    def __post_init__(self) -> None:
        """Begin to read."""
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the attributes that hold addresses or names."""
        given = {name: value or "" for name, value in attrs}
        self.headings += tag == "h1"
        if tag == "nav":
            self._roof = "atap" in given.get("class", "").split()
        if name := given.get("id"):
            (self.twice if name in self.names else self.names).add(name)
        found = [given[name] for name in ("href", "src") if name in given]
        found += [c.split()[0] for c in given.get("srcset", "").split(",") if c]
        if given.get("http-equiv") == "refresh":
            found.append(given["content"].partition("url=")[2])
        self.root = given.get("data-akar", self.root)
        found += [self.root + address for address in given.get("data-muat", "").split()]
        self.links += found
        if self._roof:
            self.upward.update(found)

    def handle_endtag(self, tag: str) -> None:
        """Note the end of the links at the top."""
        if tag == "nav":
            self._roof = False


def read(page: Path) -> Markup:
    """Read a page."""
    markup = Markup()
    markup.feed(page.read_text(encoding="utf-8"))
    markup.close()
    return markup


def pages(folder: Path) -> dict[Path, Markup]:
    """Read all pages of a folder."""
    return {page: read(page) for page in sorted(folder.rglob("*.html"))}


@pytest.fixture(scope="module")
def markup(output: Path) -> dict[Path, Markup]:
    """Give all pages of the province."""
    return pages(output)


def targets(found: dict[Path, Markup], root: Path) -> Iterator[tuple[Path, str, Path, str]]:
    """Yield each link to a file: the page, the link, the file it leads to, its fragment."""
    for page, markup in found.items():
        base = page.relative_to(root).as_posix()
        for link in markup.links:
            whole = urljoin(PUBLISHED + base, link)
            if is_external(link) and not link.startswith(PUBLISHED):
                continue
            parts = urlsplit(whole)
            path = unquote(parts.path).lstrip("/")
            climbed = not is_external(link) and _depth(link) > base.count("/")
            file = root / path if not climbed else root.parent / "luar"
            yield page, link, file / "index.html" if parts.path.endswith("/") else file, parts[4]


def _depth(link: str) -> int:
    return link.split("/").count("..")


def broken(found: dict[Path, Markup], root: Path) -> Iterator[tuple[Path, str]]:
    """Yield the links that lead to no file, or to no place in it."""
    for page, link, file, fragment in targets(found, root):
        if not file.is_file() or (fragment and fragment not in found[file].names):
            yield page, link


def told(links: Iterable[tuple[Path, str]], root: Path) -> list[str]:
    """Name links in a failure."""
    return [f"{page.relative_to(root)}: {link}" for page, link in links]


def test_every_link_leads_to_a_file(output: Path, markup: dict[Path, Markup]) -> None:
    assert len(markup) > 500
    assert told(broken(markup, output), output) == []


def test_links_inside_the_network_are_relative(output: Path, markup: dict[Path, Markup]) -> None:
    """A page names its own address; the page for what is missing stands at any depth."""
    absolute = []
    for page, found in markup.items():
        own = PUBLISHED + page.relative_to(output).as_posix().removesuffix("index.html")
        named = {link for link in found.links if link.startswith(("/", PUBLISHED))} - {own}
        if page.name != "404.html":
            absolute += [(page, link) for link in named]
    assert told(absolute, output) == []


def test_every_page_has_one_heading_and_no_name_twice(markup: dict[Path, Markup]) -> None:
    assert [page for page, found in markup.items() if found.headings != 1 or found.twice] == []


def test_a_site_alone_breaks_only_the_links_upward(output: Path, tmp_path: Path) -> None:
    alone = tmp_path / "kimpetak.id"
    shutil.copytree(output / DASAR, alone)
    found = pages(alone)
    left = [(page, link) for page, link in broken(found, alone) if not link.startswith(PUBLISHED)]
    assert [pair for pair in left if pair[1] not in found[pair[0]].upward] == []
    assert {link for _, link in left} != set()


def test_addresses_for_machines_exist(output: Path) -> None:
    addresses: set[str] = set()
    for file in output.rglob("*.xml"):
        for element in ET.parse(file).iter():
            name = element.tag.rpartition("}")[2]
            if name == "loc" or (name == "id" and element.text):
                addresses.add(str(element.text))
            elif name == "link":
                addresses.add(element.get("href", ""))
    for file in output.rglob("feed.json"):
        feed = json.loads(file.read_bytes())
        addresses |= {feed["home_page_url"], feed["feed_url"], *(i["url"] for i in feed["items"])}
    for file in output.rglob("robots.txt"):
        addresses.add(file.read_text().rpartition("Sitemap: ")[2].strip())
    missing = []
    for address in sorted(addresses):
        assert address.startswith(PUBLISHED)
        path = output / address.removeprefix(PUBLISHED)
        if not (path / "index.html" if address.endswith("/") else path).is_file():
            missing.append(address)
    assert len(addresses) > 500
    assert missing == []
