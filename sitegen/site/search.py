"""The index that a site's search page reads: one small script, so that it also works unserved.

A browser may not fetch files beside a page that was opened from a flash drive, but it may load
scripts. A KIM's texts are few: the whole index weighs less than the engine of any search library.
Words are matched by their parts, which finds *memanen* and *dipanen* by *panen*.
"""

import hashlib
import html
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sitegen.site.views import EntriView

MOST_WORDS = 40_000
"""How many words of texts an index holds; of older texts beyond it only titles are found."""

_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[a-z0-9]{3,}")
_COMMON = """
yang dan untuk dari pada dengan dalam adalah ini itu akan oleh juga tidak ada karena saat atau agar
bagi dua tiga satu para serta telah sudah masih lebih secara setelah sebelum antara kami kita mereka
dia anda lalu bila jika hari pukul wib kata orang tahun
"""
"""Words that stand in nearly every text, and so find nothing."""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One page that can be found; ``label`` says what it is, ``words`` more of what it holds."""

    path: str
    title: str
    label: str
    day: date | None = None
    summary: str = ""
    words: str = ""

    def row(self) -> list[str]:
        """Give what the script holds."""
        day = self.day.isoformat() if self.day else ""
        return [self.path, self.title, self.label, day, self.summary, self.words]


def records_of(views: Iterable[EntriView], labels: dict[str, str]) -> list[SearchRecord]:
    """Give a record for each text, the newest first."""
    found = []
    room = MOST_WORDS
    for view in sorted(views, key=lambda v: (-(v.hari or date.min).toordinal(), v.path)):
        words = _words(view) if room > 0 else []
        room -= len(words)
        label = " · ".join(
            part
            for part in (labels[view.jenis], view.kategori.judul if view.kategori else "")
            if part
        )
        text = " ".join(words)
        found.append(SearchRecord(view.path, view.judul, label, view.hari, view.ringkasan, text))
    return found


def _words(view: EntriView) -> list[str]:
    """Give the words of a text that its title and summary do not hold, each once, sorted."""
    shown = set(_WORD.findall(plain(f"{view.judul} {view.ringkasan}")))
    body = html.unescape(_TAG.sub(" ", str(view.isi)))
    topics = " ".join(view.data.topik)
    found = set(_WORD.findall(plain(f"{body} {topics}")))
    return sorted(found - shown - _common())


@cache
def _common() -> frozenset[str]:
    return frozenset(_COMMON.split())


def plain(text: str) -> str:
    """Give a text in small letters without accents: the form in which words are compared."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return decomposed.encode("ascii", "ignore").decode()


def script(records: Sequence[SearchRecord], root: str = "") -> bytes:
    """Give the script that adds records to the page's index; ``root`` precedes their addresses."""
    rows = [[root + row[0], *row[1:]] for row in (record.row() for record in records)]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return f"(self.INDEKS=self.INDEKS||[]).push(...{text});\n".encode()


def script_address(name: str, data: bytes) -> str:
    """Give the address of an index script, with a hash so that it may be kept for ever."""
    return f"cari/{name}.{hashlib.blake2b(data, digest_size=5).hexdigest()}.js"
