"""Entries become views: text to HTML, photos to variants, links to addresses."""

import hashlib
import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version

from markupsafe import Markup

from sitegen.content.collection import locate
from sitegen.content.names import composed_name, slugify, split_dated
from sitegen.content.reader import Entry
from sitegen.content.types import Aspirasi
from sitegen.diagnostics import Diagnostic, diagnose, suggestion
from sitegen.site import markdown
from sitegen.site.album import Album
from sitegen.site.contract import Memo
from sitegen.site.excess import TooMuchError
from sitegen.site.links import entry_name, is_external, rewrite_links, root_of
from sitegen.site.theme import Theme
from sitegen.site.video import film_links
from sitegen.site.views import EntriView, Foto, Tautan

EXCERPT = 170
"""Letters of a summary that is taken from the text."""

_ONE_IMAGE = r'<img (?:[^">]|"[^"]*")*>'
_IMAGE = re.compile(rf"<p>\s*{_ONE_IMAGE}\s*</p>|{_ONE_IMAGE}")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_TAG = re.compile(r"<[^>]+>")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.S)
_SCROLLED = '<div class="tabel" tabindex="0"><table>'
"""A wide table scrolls by itself, also by keyboard, so that the page never does."""
_TEXT_KEY = f"5:{version('markdown')}:{version('nh3')}:"


def addresses_of(entries: Iterable[Entry]) -> dict[str, str]:
    """Give the address of each entry by the composed name of its file."""
    return {composed_name(entry.source.name): entry.path for entry in entries}


@dataclass(slots=True)
class Composer:
    """Turns the entries of one site into views, and collects what was found.

    ``addresses`` is what :func:`addresses_of` gives; ``pages`` holds every address that a text may
    lead to; ``province_url`` is that of the whole network.
    """

    album: Album
    theme: Theme
    memo: Memo
    addresses: Mapping[str, str]
    pages: frozenset[str]
    language: str
    province_url: str = ""
    findings: list[Diagnostic] = field(default_factory=list)

    def compose(self, entries: Iterable[Entry]) -> list[EntriView]:
        """Give the views of entries, without those whose text cannot be converted."""
        return [view for entry in entries if (view := self._view(entry)) is not None]

    def _view(self, entry: Entry) -> EntriView | None:
        data = entry.data
        converted = self._convert(entry)
        if converted is None:
            return None
        body = self._resolve(entry, converted)
        lead = self._field_photo(
            entry, "foto", data.foto, data.alt_foto or data.keterangan_foto, data.keterangan_foto
        )
        gallery = [
            self._field_photo(
                entry,
                f"galeri.{number}.foto",
                item.foto,
                item.alt or item.keterangan,
                item.keterangan,
            )
            for number, item in enumerate(data.galeri, 1)
        ]
        proof = None
        if isinstance(data, Aspirasi) and data.jawaban and data.jawaban.foto:
            answer = data.jawaban
            proof = self._field_photo(entry, "jawaban.foto", answer.foto, answer.alt_foto, None)
        return EntriView(
            jenis=entry.jenis,
            path=entry.path,
            judul=data.judul,
            bahasa=data.bahasa or self.language,
            hari=entry.hari,
            diperbarui=getattr(data, "diperbarui", None),
            ringkasan=data.ringkasan or excerpt(converted),
            isi=body,
            foto=lead,
            galeri=tuple(photo for photo in gallery if photo),
            kategori=category(entry),
            penulis=data.penulis or "",
            draf=data.draf,
            data=data,
            foto_jawaban=proof,
        )

    def _convert(self, entry: Entry) -> str | None:
        key = _TEXT_KEY + hashlib.blake2b(entry.body.encode(), digest_size=16).hexdigest()
        for offset, tag in markdown.forbidden_markup(entry.body):
            self.findings.append(self._at(entry, offset, 1, "html-dibuang", tanda=tag))
        try:
            return self.memo.text(key, lambda: markdown.convert(entry.body))
        except TooMuchError as error:
            reason = str(error)
        except RecursionError:
            reason = "excess-depth"
        except Exception as error:
            # The library promises no set of exceptions; one text must not cost its site.
            reason = type(error).__name__
        self.findings.append(
            diagnose("tidak-terolah", entry.source.name, entry.body_line, 1, sebab=reason)
        )
        return None

    def _resolve(self, entry: Entry, converted: str) -> Markup:
        root = root_of(entry.path)

        def picture(found: re.Match[str]) -> str:
            attributes = {k: html.unescape(v) for k, v in _ATTRIBUTE.findall(found[0])}
            photo = self._body_photo(entry, attributes)
            macro = "bingkai" if found[0].startswith("<p>") else "gambar"
            return str(self.theme.macro("bagian/foto.html", macro, photo, root)) if photo else ""

        for paragraph, film, words in film_links(converted):
            shown = self.theme.macro("bagian/foto.html", "film", film, words)
            converted = converted.replace(paragraph, shown, 1)
        resolved = rewrite_links(converted, lambda address: self._target(entry, address, root))
        resolved = resolved.replace("<table>", _SCROLLED).replace("</table>", "</table></div>")
        if "<img " in resolved:
            resolved = _IMAGE.sub(picture, resolved)
        return Markup(resolved)  # noqa: S704 - sanitised by markdown.convert

    def _target(self, entry: Entry, address: str, root: str) -> str | None:
        name, fragment = entry_name(address, entry.folder)
        found = self.addresses.get(name) or self.addresses.get(f"{name}.md")
        if found is None:
            found = self._by_address(entry, address)
        if found is None and name in map(composed_name, self.album.digests):
            self.findings.append(self._quoted(entry, address, "tautan-tunda", alamat=address))
            return None
        if found is None and (elsewhere := self._elsewhere(entry, name)):
            self.findings.append(
                self._quoted(entry, address, "tautan-kim-lain", alamat=address, lengkap=elsewhere)
            )
            return None
        if found is None:
            stem = address.rpartition("/")[2]
            known = {path.rpartition("/")[2]: path for path in self.addresses}
            guess = suggestion(stem, known)
            self.findings.append(
                self._quoted(entry, address, "tautan-putus", alamat=address, saran=guess)
            )
            return None
        return root + found + (f"#{fragment}" if fragment else "")

    def _elsewhere(self, entry: Entry, name: str) -> str:
        """Give the absolute address of a page of another KIM that a link names by its file."""
        parts = name.split("/")
        inside = name.startswith(entry.folder.rpartition("/")[0] + "/")
        if parts[0] != "content" or len(parts) < 3 or inside:
            return ""
        stem = split_dated(parts[-1].removesuffix(".md"))[1]
        return self.province_url + "/".join([*parts[1:-1], slugify(stem)]) + "/"

    def _by_address(self, entry: Entry, address: str) -> str | None:
        """Let a link name an address of the site, absolute or as seen from its page."""
        path = address.partition("#")[0].partition("?")[0]
        wanted = path.lstrip("/")
        if not path.startswith("/"):
            wanted = entry_name(path, entry.path.rstrip("/"))[0]
        wanted = "" if wanted in (".", "") else wanted.rstrip("/") + "/"
        return wanted if wanted in self.pages else None

    def _body_photo(self, entry: Entry, attributes: Mapping[str, str]) -> Foto | None:
        source = attributes.get("src", "")
        if is_external(source):
            self.findings.append(self._quoted(entry, source, "foto-luar", alamat=source))
            return None
        place = self._quoted(entry, source, "foto-hilang", nama=source)
        name = entry_name(source, "")[0]
        if name.startswith("..") or not source:
            self.findings.append(place)
            return None
        return self.album.photo(
            name, entry.folder, attributes.get("alt", ""), attributes.get("title", ""), place
        )

    def _field_photo(
        self, entry: Entry, field_name: str, name: str | None, alt: str | None, caption: str | None
    ) -> Foto | None:
        if not name:
            return None
        place = locate(entry, "foto-hilang", name, field=field_name)
        return self.album.photo(name, entry.folder, alt or "", caption or "", place)

    def _quoted(self, entry: Entry, text: str, code: str, **params: object) -> Diagnostic:
        """Make a finding where the text stands in the body, also when it was escaped there."""
        for written in (text, text.replace(" ", "%20")):
            offset = entry.body.find(written)
            if offset >= 0:
                return self._at(entry, offset, len(written), code, **params)
        return diagnose(code, entry.source.name, entry.body_line, 1, params=params)

    @staticmethod
    def _at(entry: Entry, offset: int, length: int, code: str, **params: object) -> Diagnostic:
        before = entry.body[:offset]
        line = entry.body_line + before.count("\n")
        column = offset - before.rfind("\n")
        return diagnose(
            code,
            entry.source.name,
            line,
            column,
            length=length,
            lines=entry.source.lines,
            params=params,
        )


def category(entry: Entry) -> Tautan | None:
    """Give the kategori of a berita as a link; other types show theirs as a word."""
    name = entry.data.kategori
    slug = slugify(name) if name else ""
    if not name or not slug:
        return None
    path = f"berita/kategori/{slug}/" if entry.jenis == "berita" else ""
    return Tautan(name, path, kode=slug)


def excerpt(converted: str) -> str:
    """Give the beginning of a text's first paragraph, cut between words."""
    for paragraph in _PARAGRAPH.findall(converted):
        words = " ".join(html.unescape(_TAG.sub("", paragraph)).split())
        if words:
            break
    else:
        return ""
    if len(words) <= EXCERPT:
        return words
    return words[:EXCERPT].rsplit(" ", 1)[0].rstrip(",;:") + " …"
