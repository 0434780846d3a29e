"""A built province on disk, and which of its pages are looked at closely."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

_THEME = re.compile(r"^tema:\s*([\w-]+)", re.MULTILINE)

_KINDS: tuple[tuple[str, str, str], ...] = (
    ("home", "index.html", ""),
    ("list", "berita/index.html", ""),
    ("list, page 2", "*/halaman/2/index.html", ""),
    ("category", "berita/kategori/*/index.html", ""),
    ("article, photo", "berita/*/index.html", r"<figure><picture"),
    ("article, table", "*/*/index.html", r"<table"),
    ("article, language", "*/*/index.html", r'<div class="isi" lang='),
    ("article, gallery", "berita/*/index.html", r'<div class="galeri" role'),
    ("potensi list", "potensi/index.html", ""),
    ("potensi", "potensi/*/index.html", ""),
    ("aspirasi list", "aspirasi/index.html", ""),
    ("aspirasi", "aspirasi/*/index.html", r'class="jawaban'),
    ("agenda list", "agenda/index.html", ""),
    ("agenda", "agenda/*/index.html", r"agenda\.ics"),
    ("pengumuman", "pengumuman/*/index.html", ""),
    ("klarifikasi list", "klarifikasi/index.html", ""),
    ("klarifikasi", "klarifikasi/*/index.html", ""),
    ("siaran", "siaran/*/index.html", ""),
    ("page", "halaman/*/index.html", ""),
    ("galeri", "galeri/index.html", ""),
    ("topics", "topik/index.html", ""),
    ("topic", "topik/*/index.html", ""),
    ("profil", "profil/index.html", ""),
    ("search", "cari/index.html", ""),
    ("site map", "peta-situs/index.html", ""),
    ("not found", "404.html", ""),
)
"""Kind, files below a site, and what the markup of the right one holds."""

_UPPER_KINDS: tuple[tuple[str, str, str], ...] = (
    ("home", "index.html", ""),
    ("KIM register", "kim/index.html", ""),
    ("KIM filtered", "kim/kegiatan/*/index.html", ""),
    ("news", "berita/index.html", ""),
    ("news, page 2", "*/halaman/2/index.html", ""),
    ("potensi list", "potensi/index.html", ""),
    ("potensi by kind", "potensi/jenis/*/index.html", ""),
    ("aspirasi list", "aspirasi/index.html", ""),
    ("musrenbang", "aspirasi/musrenbang/index.html", ""),
    ("agenda", "agenda/index.html", ""),
    ("statistics", "statistik/index.html", ""),
    ("open data", "data/index.html", ""),
    ("siaran list", "siaran/index.html", ""),
    ("siaran", "siaran/*/index.html", ""),
    ("page", "halaman/*/index.html", ""),
    ("search", "cari/index.html", ""),
    ("site map", "peta-situs/index.html", ""),
    ("not found", "404.html", ""),
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page to look at; ``path`` is relative to the root of the province."""

    kind: str
    path: str
    theme: str


class Site:
    """The output of a build."""

    def __init__(self, root: Path, content: Path) -> None:
        self.root, self._content = root, content
        found = re.search(r'rel="canonical" href="([^"]+)"', self.text(root / "index.html"))
        assert found, "the front page has no canonical address"
        self.url = found[1]

    def text(self, file: Path) -> str:
        """Read a file."""
        return file.read_text(encoding="utf-8")

    @cached_property
    def pages(self) -> list[Path]:
        """All HTML files, sorted."""
        return sorted(self.root.rglob("*.html"))

    @cached_property
    def kim(self) -> list[Path]:
        """The folders of all KIM sites."""
        return sorted(path.parent for path in self.root.glob("*/*/kim.json"))

    @cached_property
    def kabupaten(self) -> list[Path]:
        """The folders of all kabupaten sites."""
        return sorted(path.parent for path in self.root.glob("*/sitemap.xml"))

    def address(self, file: Path) -> str:
        """Give the address of a file below the root, without ``index.html``."""
        return file.relative_to(self.root).as_posix().removesuffix("index.html")

    def file_at(self, path: str) -> Path | None:
        """Give the file that a server would answer with for an address below the root."""
        place = self.root / unquote(path.lstrip("/"))
        if path.endswith("/") or not path:
            place /= "index.html"
        return place if place.is_file() else None

    def own(self, address: str) -> str | None:
        """Give the way below the root of an absolute address of this province."""
        parts = urlsplit(self.url)
        asked = urlsplit(address)
        if (asked.scheme, asked.netloc) != (parts.scheme, parts.netloc):
            return None
        if not asked.path.startswith(parts.path):
            return None
        return asked.path[len(parts.path) :]

    def theme_of(self, kim: Path) -> str:
        """Give the theme of a KIM from its register, else that of the province."""
        register = self._content / kim.relative_to(self.root) / "kim.yml"
        for file in (register, self._content / "provinsi.yml"):
            if file.is_file() and (found := _THEME.search(self.text(file))):
                return found[1]
        return "dasar"

    def sample(self) -> list[Page]:
        """Choose pages: every kind of one KIM for each theme, a kabupaten and the province's."""
        pages = list(self._of_themes())
        crowded = max(self.kabupaten, key=lambda k: len(list(k.glob("*/kim.json"))))
        empty = [k for k in self.kabupaten if not list(k.glob("*/kim.json"))]
        chosen = [("kabupaten", crowded), *(("kabupaten, empty", folder) for folder in empty[:1])]
        for prefix, folder in chosen:
            kinds = _UPPER_KINDS if folder is crowded else _UPPER_KINDS[:1]
            for kind, file in self._kinds(folder, kinds).items():
                pages.append(Page(f"{prefix}: {kind}", self.address(file), "dasar"))
        for kind, file in self._kinds(self.root, _UPPER_KINDS).items():
            pages.append(Page(f"province: {kind}", self.address(file), "dasar"))
        return pages

    def _of_themes(self) -> Iterator[Page]:
        by_theme: dict[str, list[Path]] = {}
        for kim in self.kim:
            by_theme.setdefault(self.theme_of(kim), []).append(kim)
        for theme, folders in sorted(by_theme.items()):
            kinds = sorted((self._kinds(f, _KINDS) for f in folders), key=len, reverse=True)
            chosen = {k: v for found in reversed(kinds) for k, v in found.items()}
            for kind, _, _ in _KINDS:
                if kind in chosen:
                    yield Page(f"KIM: {kind}", self.address(chosen[kind]), theme)

    def _kinds(self, folder: Path, kinds: tuple[tuple[str, str, str], ...]) -> dict[str, Path]:
        found = {}
        for kind, pattern, holding in kinds:
            for file in sorted(folder.glob(pattern)):
                if file.parent.name in {"kategori", "arsip", "jenis", "halaman"}:
                    continue
                if 'http-equiv="refresh"' in (text := self.text(file)):
                    continue
                if not holding or re.search(holding, text):
                    found[kind] = file
                    break
        return found

    def summary(self, kim: Path) -> dict[str, object]:
        """Read what a KIM hands to the province."""
        record: dict[str, object] = json.loads(self.text(kim / "kim.json"))
        return record
