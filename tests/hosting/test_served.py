"""What readers get from real servers with the settings that sitegen writes: one table for both."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import RemoteDisconnected
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from sitegen.hosting.policy import SECURITY_HEADERS
from tests.helpers import HANDEP, Province
from tests.hosting.conftest import BELOW, OWN, SUBDOMAIN
from tests.hosting.servers import Server

HOME = "https://kim.contoh.id/"
PAGE, FOR_EVER, NEVER = "public, max-age=300", "public, max-age=31536000, immutable", "no-cache"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (HOME, "Kalimantan Tengah"),
        (f"{HOME}kapuas/", "Kabupaten Kapuas"),
        (BELOW, "KIM Sanggu"),
        (OWN, "KIM Handep"),
        (f"{OWN}berita/panen-raya/", "memanen padi"),
        (SUBDOMAIN, "KIM Telo"),
    ],
)
def test_every_site_is_read_at_its_address(server: Server, address: str, said: str) -> None:
    answer = server.get(address)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == PAGE
    assert said in answer.body.decode()
    assert f'rel="canonical" href="{address}"' in answer.body.decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kapuas/kim-handep", OWN.rstrip("/")),
        ("kapuas/kim-handep/", OWN),
        ("kapuas/kim-handep/berita/panen-raya/", f"{OWN}berita/panen-raya/"),
        ("kapuas/kim-handep/cari/?q=padi", f"{OWN}cari/?q=padi"),
        ("kapuas/kim-handep/foto%20lama/", f"{OWN}foto%20lama/"),
        ("kapuas/kim-telo/profil/", f"{SUBDOMAIN}profil/"),
    ],
)
def test_old_addresses_lead_to_the_kim_s_own(server: Server, old: str, new: str) -> None:
    answer = server.get(HOME + old)
    assert answer.status in (301, 308)
    assert answer.headers["Location"].rstrip("/") == new.rstrip("/")


def test_an_old_address_cannot_smuggle_a_header_in(server: Server) -> None:
    answer = server.get(f"{HOME}kapuas/kim-handep/%0d%0aSet-Cookie:%20a=b")
    assert "Set-Cookie" not in answer.headers
    assert "\n" not in answer.headers.get("Location", "")


@pytest.mark.parametrize(
    ("address", "owner"),
    [
        (f"{HOME}tidak-ada/", HOME),
        (f"{HOME}kapuas/tidak-ada/", f"{HOME}kapuas/"),
        (f"{BELOW}tidak-ada/", BELOW),
        (f"{BELOW}aset/", BELOW),
        (f"{BELOW}aset/gaya.0123456789.css", BELOW),
        (f"{OWN}tidak-ada", OWN),
        (f"{HOME}.git/config", HOME),
        (f"{HOME}%2egit/config", HOME),
        (f"{HOME}kapuas/.sitegen.json", f"{HOME}kapuas/"),
        (f"{OWN}.htaccess", OWN),
    ],
)
def test_what_is_missing_or_hidden_gets_the_site_s_own_page(
    server: Server, address: str, owner: str
) -> None:
    answer = server.get(address)
    assert answer.status == 404
    assert answer.headers["Cache-Control"] == NEVER
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert f'rel="canonical" href="{owner}404.html"' in answer.body.decode()
    assert b"rahasia" not in answer.body


@pytest.mark.parametrize("path", ["", "tidak-ada/", "kapuas/atom.xml"])
def test_every_answer_carries_the_security_headers(server: Server, path: str) -> None:
    headers = server.get(HOME + path).headers
    assert {name: headers.get(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS
    assert "Strict-Transport-Security" not in headers, "this server speaks no https"


@pytest.mark.parametrize("host", ["judi.example", "kim-sanggu.kim.contoh.id", "127.0.0.1"])
def test_an_unknown_host_gets_no_answer(server: Server, host: str) -> None:
    with pytest.raises(RemoteDisconnected):
        server.get(f"https://{host}/")


def test_a_compressed_twin_is_sent_as_it_is(server: Server, addressed: Province) -> None:
    plain = server.get(HOME)
    small = server.get(HOME, Accept_Encoding="gzip")
    assert plain.body == (addressed.output / "index.html").read_bytes()
    assert small.body == (addressed.output / "index.html.gz").read_bytes()
    assert gzip.decompress(small.body) == plain.body
    assert small.headers["Content-Encoding"] == "gzip"
    assert small.headers["Vary"] == "Accept-Encoding"
    assert small.headers["Content-Type"] == plain.headers["Content-Type"]


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("data/kim.geojson", {"application/geo+json"}),
        ("data/kim.csv", {"text/csv; charset=utf-8"}),
        ("kapuas/agenda.ics", {"text/calendar; charset=utf-8"}),
        ("atom.xml", {"application/xml", "text/xml; charset=utf-8"}),
        (".well-known/security.txt", {"text/plain; charset=utf-8"}),
        ("robots.txt", {"text/plain; charset=utf-8"}),
        ("manifest.json", {"application/json"}),
    ],
)
def test_files_say_what_they_are(server: Server, path: str, kinds: set[str]) -> None:
    answer = server.get(HOME + path)
    assert (answer.status, answer.headers["Cache-Control"]) == (200, PAGE)
    assert answer.headers["Content-Type"] in kinds


def test_a_file_named_by_its_content_is_kept_for_ever(server: Server, addressed: Province) -> None:
    kept = {
        path.relative_to(addressed.output).as_posix(): path.name
        for folder in ("aset", "foto", "bagikan")
        for path in sorted(addressed.output.glob(f"**/{folder}/*.*"))
        if not path.name.endswith((".gz", ".br")) and HANDEP not in path.as_posix()
    }
    kept |= {
        f"{HANDEP}/foto/{p.name}": p.name for p in (addressed.output / HANDEP / "foto").iterdir()
    }
    assert len({name.rpartition(".")[2] for name in kept.values()}) >= 3
    telo = "kapuas/kim-telo/"
    for path in kept:
        address = SUBDOMAIN + path.removeprefix(telo) if path.startswith(telo) else HOME + path
        answer = server.get(address)
        assert (answer.status, answer.headers["Cache-Control"]) == (200, FOR_EVER), path


@dataclass
class Links(HTMLParser):
    """The addresses in a page: those that a reader may follow, and those that the page loads."""

    followed: set[str] = field(default_factory=set)
    loaded: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin to read."""
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the addresses of an element."""
        given = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.followed.add(given.get("href", ""))
        elif tag == "link":
            shown = given.get("rel", "") in ("icon", "stylesheet", "manifest")
            (self.loaded if shown else self.followed).add(given.get("href", ""))
        self.loaded.update(filter(None, (given.get("src", ""),)))
        self.loaded.update(c.split()[0] for c in given.get("srcset", "").split(",") if c.strip())
        if given.get("http-equiv") == "refresh":
            self.followed.add(given["content"].partition("url=")[2])


def published(output: Province) -> Iterator[str]:
    """Give the address of every page."""
    moved = {f"{HANDEP}/": OWN, "kapuas/kim-telo/": SUBDOMAIN}
    for file in sorted(output.output.rglob("*.html")):
        path = file.relative_to(output.output).as_posix().removesuffix("index.html")
        start = next((old for old in moved if path.startswith(old)), "")
        yield moved.get(start, HOME) + path.removeprefix(start)


def final(server: Server, address: str) -> tuple[int, str, bytes]:
    """Follow redirects; give the status, the address and the body at the end."""
    for _ in range(4):
        answer = server.get(address)
        if answer.status not in (301, 308):
            return answer.status, address, answer.body
        address = urljoin(address, answer.headers["Location"])
    raise AssertionError(f"{address} leads in circles")


def test_every_link_of_every_page_leads_somewhere(server: Server, addressed: Province) -> None:
    ours = {urlsplit(address).netloc for address in (HOME, OWN, SUBDOMAIN)}
    reached: dict[str, int] = {}
    broken, foreign = [], []
    pages = list(published(addressed))
    for page in pages:
        status, place, body = final(server, page)
        assert (status, place) == (200, page)
        links = Links()
        links.feed(body.decode())
        for link in links.followed | links.loaded:
            target = urldefrag(urljoin(page, link))[0]
            if link in links.loaded and urlsplit(target).netloc != urlsplit(page).netloc:
                foreign.append((page, link))
            if urlsplit(target).scheme != "https" or urlsplit(target).netloc not in ours:
                continue
            if target not in reached:
                reached[target] = final(server, target)[0]
            if reached[target] != 200:
                broken.append((page, link))
    assert len(pages) > 75
    assert (broken, foreign) == ([], [])
    assert ours == {urlsplit(target).netloc for target in reached}


@pytest.mark.parametrize("site", [OWN, SUBDOMAIN])
def test_a_kim_on_a_host_of_its_own_leads_back_to_the_province(server: Server, site: str) -> None:
    links = Links()
    links.feed(server.get(f"{site}profil/").body.decode())
    assert {HOME, f"{HOME}kapuas/"} <= links.followed
