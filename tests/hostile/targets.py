"""What is fuzzed: bytes from outside, and what must hold whatever they are.

Each target takes bytes and raises when a promise is broken: an exception that is no finding, more
than two seconds of work, markup that could run. ``tools/fuzz.py`` feeds them; what it found lies in
``tests/regressions/<target>/``.
"""

import atexit
import io
import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

from PIL import Image

from sitegen.content.cards import read_card
from sitegen.content.reader import Entry, read_entry
from sitegen.content.types import TYPES
from sitegen.diagnostics import Diagnostic, has_errors, render_text
from sitegen.engine.memo import SiteMemo
from sitegen.engine.open import OpenKim
from sitegen.engine.survey import Options
from sitegen.importing.listing import read_list
from sitegen.importing.names import Region, Regions
from sitegen.site.album import Album
from sitegen.site.contract import SiteResult
from sitegen.site.entries import Composer
from sitegen.site.kim import KimSite, open_kim
from sitegen.site.links import is_external
from sitegen.site.pages import render_entries
from sitegen.site.pictures import PictureFault, render
from tests.helpers import HANDEP, TODAY, small_province

SECONDS = 2.0
"""Most processor time that one text, picture or table may take."""

FOLDER = f"content/{HANDEP}"
REGISTERS = ("provinsi.yml", "kapuas/kabupaten.yml", "kapuas/kim-handep/kim.yml")
KINDS = tuple(sorted(TYPES))


class TooSlowError(AssertionError):
    """An input took more time than any may."""


@contextmanager
def in_time() -> Iterator[None]:
    """Require that the block takes at most so much processor time."""
    started = time.process_time()
    yield
    if (took := time.process_time() - started) > SECONDS:
        raise TooSlowError(f"{took:.1f} s")


def front(data: bytes) -> None:
    """Read bytes as an entry or a register; the first byte says which."""
    names = (*(f"{FOLDER}/{kind}/x.md" for kind in KINDS), *(f"content/{r}" for r in REGISTERS))
    name = names[data[0] % len(names)] if data else names[0]
    with in_time():
        read = read_entry if name.endswith(".md") else read_card
        made, findings = read(name, data[1:])
        told(findings)
    assert made is not None or has_errors(findings)


def told(findings: list[Diagnostic]) -> None:
    """Require that findings can be printed, without what steers a terminal."""
    for line in render_text(findings):
        assert not any(sign < " " and sign != "\t" for sign in line), line


class _Forgetful(SiteMemo):
    """Remembers pictures only."""

    def text(self, key: str, make: Callable[[], str]) -> str:
        del key
        return make()


@dataclass(frozen=True, slots=True)
class Studio:
    """A KIM with the theme of real sites, in which any text becomes its page."""

    site: KimSite
    composer: Composer

    def page(self, entry: Entry) -> str:
        """Give the page of an entry; nothing where its text cannot be converted."""
        result = self.site.out.result
        result.files.clear()
        result.diagnostics.clear()
        self.site.out.indexed.clear()
        self.composer.findings.clear()
        views = self.composer.compose([entry])
        told(self.composer.findings)
        if not views:
            assert has_errors(self.composer.findings)
            return ""
        render_entries(self.site.out, views, f"kim/{entry.jenis}.html", ())
        made = result.files[f"{entry.path}index.html"]
        assert isinstance(made, bytes)
        return made.decode()


@cache
def studio() -> Studio:
    """Give the studio; its folder lasts as long as this process."""
    folder = tempfile.mkdtemp(prefix="sitegen-studio-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    province = small_province(Path(folder) / "provinsi")
    dasar = Path(__file__).parents[2] / "themes" / "dasar"
    (province.root / "themes" / "dasar").symlink_to(dasar)
    province.replace("content/provinsi.yml", "tema: polos", "tema: dasar\nkartu_bagikan: tidak")
    kim = OpenKim(province.workspace, HANDEP, Options(str(province.output), TODAY))
    memo = _Forgetful(str(province.root / "memo"), HANDEP)
    result = SiteResult()
    site = open_kim(kim.job, kim.files, memo, result)
    assert site is not None
    site.out.previews = None
    album = Album(dict(kim.job.files), kim.files, memo, result.files)
    composer = Composer(
        album, site.out.theme, memo, {}, frozenset(), "id", "https://kim.contoh.id/"
    )
    return Studio(site, composer)


def article(data: bytes) -> None:
    """Make a page of a text whose fields are sound; the first byte says of which type."""
    head = b"---\njudul: Panen raya\ntanggal: 2026-11-18\n---\n"
    kind = ("berita", "pengumuman")[data[0] % 2] if data else "berita"
    entry, findings = read_entry(f"{FOLDER}/{kind}/x.md", head + data[1:])
    told(findings)
    if entry is None:
        assert has_errors(findings)
        return
    place = studio()
    with in_time():
        page = place.page(entry)
    inert(page)


class _Inert(HTMLParser):
    """Reads a page as far as a template's own markup goes, and refuses what could run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.data = tag == "script" and given.get("type") == "application/ld+json"
        assert tag not in ("iframe", "object", "embed", "base", "svg:script", "math"), tag
        assert tag != "script" or self.data or "src" in given, "script"
        for name, value in attrs:
            assert not name.startswith("on"), name
            if name in ("href", "src", "action", "formaction") and value and is_external(value):
                scheme = urlsplit(value.strip()).scheme.casefold()
                assert scheme in ("http", "https", "mailto", "tel", "", "data"), value
                assert scheme != "data" or tag in ("img", "link"), value

    def handle_data(self, data: str) -> None:
        if self.data:
            json.loads(data)
            self.data = False


def inert(page: str) -> None:
    """Require that nothing in a page can run but the theme's own files."""
    reader = _Inert()
    reader.feed(page)
    reader.close()


def picture(data: bytes) -> None:
    """Make the renditions of bytes that may be a picture."""
    with in_time(), suppress(PictureFault):
        made = render(data)
        for rendition in made.renditions:
            with Image.open(io.BytesIO(rendition.data)) as image:
                assert not image.getexif()


SHEETS = ("daftar.xlsx", "daftar.xls", "daftar.ods", "daftar.csv", "daftar.html")


def sheet(data: bytes) -> None:
    """Read bytes as a list of KIM; the first byte says by which name."""
    name = SHEETS[data[0] % len(SHEETS)] if data else SHEETS[0]
    with in_time():
        sources, findings = read_list(name, data[1:], regions())
        told(findings)
    assert sources or findings


@cache
def regions() -> Regions:
    """Give two kabupaten to import into."""
    kapuas = Region("kapuas", "Kabupaten Kapuas", "62.03", {"timpah": "62.03.09"})
    return Regions([kapuas, Region("kotawaringin-timur", "Kabupaten Kotawaringin Timur", "62.02")])


TARGETS: dict[str, Callable[[bytes], None]] = {
    "front": front,
    "article": article,
    "picture": picture,
    "sheet": sheet,
}
