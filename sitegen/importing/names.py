"""Names as offices write them, brought to one form: KAB. KAPUAS, Desa Handep, KIM "HANDEP"."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sitegen.content.names import kabupaten_short
from sitegen.diagnostics import suggestion

_ROMAN = re.compile(r"[IVXL]+\b\.?")
_KEPT = frozenset({"KIM", "RT", "RW", "PKK", "UMKM", "BPD", "LPM", "SK", "NO", "TA"})
_LEVELS = {
    "desa": "desa", "ds": "desa", "kelurahan": "kelurahan", "kel": "kelurahan",
    "kecamatan": "kecamatan", "kec": "kecamatan",
}  # fmt: skip
_PREFIX = re.compile(rf"({'|'.join(_LEVELS)})\b[.:]?\s*(\S.*)", re.IGNORECASE)
_KIM = re.compile(r"(?:kim|kelompok informasi masyarakat|komunitas informasi masyarakat)\b\W*")


def folded(name: str) -> str:
    """Bring a name to letters and digits, as two people may write it differently."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[\W_]+", "", "".join(c for c in plain if not unicodedata.combining(c)))


def kim_key(name: str) -> str:
    """Give what two spellings of a KIM's name share: ``KIM "Handep"`` and ``Handep``."""
    text = name.casefold().strip("\"'“”‘’ ")
    return folded(_KIM.sub("", text, count=1)) if _KIM.match(text) else folded(text)


def without_prefix(name: str) -> tuple[str, str]:
    """Part ``Kel. Selat Hulu`` into its name and what it says to be, ``kelurahan``."""
    level = ""
    while found := _PREFIX.fullmatch(name):
        name, level = found[2], level or _LEVELS[found[1].casefold()]
    return name, level


def shouted(text: str) -> bool:
    """Say whether a text is written in capitals throughout."""
    return len(re.sub(r"[\W\d_]+", "", text)) > 2 and text == text.upper()


def spoken(text: str) -> str:
    """Write a name that is in capitals throughout as names are written."""
    if not shouted(text):
        return text
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)*", _capitalised, text)


def _capitalised(found: re.Match[str]) -> str:
    word = found[0]
    return word if word in _KEPT or _ROMAN.fullmatch(word) else word.capitalize()


@dataclass(frozen=True, slots=True)
class Region:
    """A kabupaten or kota: its folder, name and code, and the codes of its kecamatan by name."""

    folder: str
    nama: str
    kode: str
    kecamatan: Mapping[str, str] = field(default_factory=dict)


class Regions:
    """Finds the kabupaten that a cell, a title or a code means."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self.all = tuple(regions)
        self._by_name = {folded(kabupaten_short(r.nama)): r for r in self.all}
        self._by_name |= {folded(r.folder): r for r in self.all}

    def find(self, text: str) -> Region | None:
        """Give the kabupaten of a name, ``Kab. Kapuas``, or of what offices call it, ``Kotim``."""
        bare = re.sub(r"^\W*(?:kabupaten|kab|kota)\b[.:]?\s*", "", text, flags=re.IGNORECASE)
        for name in (text, bare):
            if region := self._by_name.get(folded(name)):
                return region
        short = folded(bare)
        parts = [(region, kabupaten_short(region.nama).split()) for region in self.all]
        called = [r for r, words in parts if len(words) > 1 and _abbreviates(short, words)]
        return called[0] if len(called) == 1 else None

    def guess(self, text: str) -> str:
        """Give the name that was probably meant."""
        return suggestion(kabupaten_short(text), [kabupaten_short(r.nama) for r in self.all])

    def of_code(self, kode: str) -> Region | None:
        """Give the kabupaten that a village's code lies in."""
        return next((r for r in self.all if r.kode and f"{kode}.".startswith(f"{r.kode}.")), None)

    def named_in(self, titles: Iterable[str]) -> Region | None:
        """Give the only kabupaten that titles name: ``DAFTAR KIM KABUPATEN KAPUAS TAHUN 2026``."""
        texts = [folded(title) for title in titles]
        found = {}
        for region in self.all:
            name = folded(kabupaten_short(region.nama))
            pattern = re.compile(rf"(?:kabupaten|kab|kota){re.escape(name)}")
            if any(pattern.search(text) for text in texts):
                found[name] = region
        whole = [n for n in found if not any(o != n and o.startswith(n) for o in found)]
        return found[whole[0]] if len(whole) == 1 else None


def _abbreviates(short: str, words: list[str]) -> bool:
    """Say whether a word is made of the beginnings of others: ``kobar``, ``pulpis``, ``mura``."""
    if not words:
        return not short
    first = words[0].casefold()
    return any(
        short.startswith(first[:length]) and _abbreviates(short[length:], words[1:])
        for length in range(2, len(first) + 1)
    )
