"""Links: whatever a page names is a file of the province, and each anchor is there."""

from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urljoin, urlsplit

from .findings import Finding, Ledger
from .site import Site

_ADDRESSES = ("href", "src", "action", "poster", "content")


class _Names(HTMLParser):
    """Gathers the addresses, the anchors and the JSON-LD of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.anchors: set[str] = set()
        self.meta: dict[str, str] = {}
        self.data: list[str] = []
        self._in_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.anchors.add(values["id"])
        if tag == "meta":
            name = values.get("property") or values.get("name") or values.get("http-equiv", "")
            self.meta[name] = values.get("content", "")
            if name == "refresh":
                self.addresses.append(values["content"].partition("url=")[2])
            return
        self.addresses += [values[n] for n in _ADDRESSES if values.get(n) and n != "content"]
        for candidate in values.get("srcset", "").split(","):
            if candidate.strip():
                self.addresses.append(candidate.split()[0])
        self._in_data = tag == "script" and values.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_data = self._in_data and tag != "script"


@lru_cache(maxsize=8192)
def names_of(file: Path) -> _Names:
    """Read a page."""
    names = _Names()
    names.feed(file.read_text(encoding="utf-8"))
    return names


def check(site: Site, ledger: Ledger) -> None:
    """Follow each address of each page inside the province."""
    count = 0
    for page in site.pages:
        for address in dict.fromkeys(names_of(page).addresses):
            count += 1
            ledger.add(_follow(site, page, address))
    ledger.notes.append(f"links: {count} addresses on {len(site.pages)} pages followed.")


def _follow(site: Site, page: Path, address: str) -> Iterator[Finding]:
    asked = urlsplit(address)
    path = site.own(address)
    if path is None:
        if asked.scheme or asked.netloc:
            return
        here = page.relative_to(site.root).as_posix()
        joined = urljoin(f"http://host/{here}", address)
        path = urlsplit(joined).path.removeprefix("/")
        parent = here.rpartition("/")[0]
        if asked.path and normpath(f"{parent}/{asked.path}").startswith(".."):
            yield Finding("links", "outside", site.address(page), address)
            return
    file = page if not asked.path and not asked.netloc else site.file_at(path)
    if file is None:
        yield Finding("links", "missing", site.address(page), address)
        return
    anchors = names_of(file).anchors if file.suffix == ".html" else set()
    if asked.fragment and anchors and unquote(asked.fragment) not in anchors:
        yield Finding("links", "no such anchor", site.address(page), address)
