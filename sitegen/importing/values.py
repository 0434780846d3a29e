"""Turns a cell into what ``kim.yml`` would hold, and compares that with what it holds.

Whether a text is a date, a phone number or a code is decided by the field's own declaration, so
the register refuses here what it would refuse there, in the same words.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Annotated, Any, cast

from pydantic import TypeAdapter, ValidationError

from sitegen.content.dates import parse_date
from sitegen.content.kinds import Bilangan, Kode, Tanggal, Tautan, Telepon
from sitegen.content.register import Kim
from sitegen.content.validate import nested_model
from sitegen.content.yamltree import Value
from sitegen.importing.cells import Cell, shown
from sitegen.importing.names import folded, kim_key, shouted, spoken, without_prefix

_EPOCH = date(1899, 12, 30)
"""Day 0 of the serial numbers of spreadsheets."""
_SERIAL = range(18264, 73051)
"""Serial numbers of the years 1950 to 2099; other numbers are no dates."""
_LOST_DIGITS = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_LEVELS = {"ds": "desa", "kel": "kelurahan", "kec": "kecamatan", "kab": "kabupaten"}
_SOCIAL = {
    "facebook": "https://facebook.com/{}",
    "instagram": "https://instagram.com/{}",
    "youtube": "https://youtube.com/@{}",
    "tiktok": "https://tiktok.com/@{}",
    "x": "https://x.com/{}",
}
_BULLET = re.compile(r"(?:[-•*·–]|\(?(?:\d{1,2}|[a-z])[.)])\s+", re.IGNORECASE)


class Refused(Exception):  # noqa: N818 - carries a finding
    """A cell that the field does not take."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = code, params


@dataclass(frozen=True, slots=True)
class Claim:
    """What a cell says about a field.

    ``value`` is what would be written. ``year`` says that only the year of a date is known,
    ``caps`` that the cell was in capitals, so that it does not tell which letters are.
    """

    value: Value
    year: bool = False
    caps: bool = False

    def agrees(self, path: str, old: Value) -> bool:
        """Say whether a field already holds this, however it is written."""
        if old is None:
            return False
        was, now = typed(path, old), typed(path, self.value)
        if self.year:
            return isinstance(was, date) and isinstance(now, date) and was.year == now.year
        if isinstance(old, str) and isinstance(self.value, str):
            left, right = old, self.value
            if self.caps:
                left, right = left.casefold(), right.casefold()
            if left.split() == right.split():
                return True
            if path == "nama" and kim_key(right) == folded(right):
                return kim_key(left) == kim_key(right)  # the list leaves "KIM" out
        return was is not None and was == now


_SPOKEN = frozenset(
    {"nama", "desa", "kecamatan", "dusun", "sk.penerbit", "kontak.nama"}
    | {f"pengurus.{name}" for name in ("ketua", "sekretaris", "bendahara", "pembina")}
)
"""Fields whose capitals are those of the list, not of the name."""


@cache
def _adapter(path: str) -> TypeAdapter[Any]:
    model: Any = Kim
    annotation: object = None
    metadata: list[Any] = []
    for name in path.split("."):
        field = model.model_fields[name]
        annotation, metadata = field.annotation, field.metadata
        model = nested_model(annotation)
    kind: Any = annotation
    for mark in metadata:
        kind = Annotated[kind, mark]
    return TypeAdapter(kind)


def typed(path: str, value: Value) -> object:
    """Give a field's value as the register reads it; nothing where it refuses it."""
    try:
        return cast("object", _adapter(path).validate_python(value))
    except ValidationError:
        return None


def _checked(path: str, value: Value) -> Claim:
    """Give a claim that the field's declaration takes."""
    try:
        _adapter(path).validate_python(value)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        context = detail.get("ctx", {})
        params = {k: v for k, v in context.items() if k not in ("code", "_pilihan")}
        raise Refused(detail["type"], **{"kolom": path.rpartition(".")[2], **params}) from None
    return Claim(value)


def kind_of(path: str) -> object:
    """Give the annotation of a field without ``None``."""
    model: Any = Kim
    annotation: Any = None
    for name in path.split("."):
        annotation = model.__annotations__[name]
        model = nested_model(annotation) or model
    parts: tuple[Any, ...] = getattr(annotation, "__args__", ())
    return parts[0] if type(None) in parts else annotation


def claim(path: str, cell: Cell) -> Claim:
    """Read a cell for the field at a path.

    Raises:
        Refused: the cell holds something else.
    """
    text = shown(cell)
    kind = kind_of(path)
    if kind is Tanggal:
        return _checked(path, in_words(day(cell)))
    if kind is Telepon:
        return _checked(path, _phone(cell))
    if kind is Bilangan:
        return _checked(path, _count(text))
    if kind is Kode:
        return _checked(path, _code(cell))
    if kind is Tautan:
        return _checked(path, _address(path.rpartition(".")[2], text))
    if path == "pengurus.bidang":
        return Claim([_section(line) for line in listed(cell)])
    if path in ("anggota", "bidang_fokus"):
        return Claim(cast("Value", listed(cell)))
    if path == "level":
        word = text.casefold().strip(". ")
        return _checked(path, _LEVELS.get(word, word.partition("/")[0].strip()))
    if path in ("desa", "kecamatan"):
        text = without_prefix(text)[0]
    if path in _SPOKEN:
        return Claim(spoken(text), caps=shouted(text))
    return _checked(path, text)


def day(cell: Cell) -> date:
    """Read a date: a date, its serial number, or words."""
    if isinstance(cell, date):
        return cell
    text = re.sub(r"[ T]00:00(?::00(?:\.0+)?)?$", "", shown(cell))
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text) and int(float(text)) in _SERIAL:
        return _EPOCH + timedelta(days=int(float(text)))
    try:
        return parse_date(text)
    except (ValueError, OverflowError):
        raise Refused("tanggal", nilai=text) from None


def in_words(when: date) -> str:
    """Write a date as registers do: ``9 Juli 2024``."""
    from babel.dates import format_date

    return format_date(when, "d MMMM y", locale="id")


def _phone(cell: Cell) -> str:
    """Give back the zero that a spreadsheet took from a number."""
    text = shown(cell)
    if _LOST_DIGITS.fullmatch(text):
        raise Refused("impor-ilmiah", nilai=text)
    first = re.split(r"\s*(?:[/;,\n]|\bdan\b|\batau\b)\s*", text)[0]
    digits = re.sub(r"[^\d+]", "", first.replace("(0)", ""))
    number = isinstance(cell, int)
    if re.fullmatch(r"8\d{8,12}", digits) or (number and re.fullmatch(r"[2-79]\d{7,10}", digits)):
        return digits if digits.startswith("62") else f"0{digits}"
    return first


def _count(text: str) -> str:
    """Read ``15``, ``15 orang`` and ``15 (lima belas)``."""
    found = re.fullmatch(r"(\d+)\s*(?:orang|org|anggota|jiwa)?\.?\s*(?:\(.*\))?", text.casefold())
    return found[1] if found else text


def _code(cell: Cell) -> str:
    """Part ``6203092004`` by dots; a number ``62.1`` was ``62.10``."""
    if isinstance(cell, float):
        return f"{cell:.2f}"
    text = re.sub(r"\s", "", shown(cell)).strip(".")
    if re.fullmatch(r"\d{4}|\d{6}|\d{10}", text):
        parts = (text[:2], text[2:4], text[4:6], text[6:])
        return ".".join(part for part in parts if part)
    return text


def _address(network: str, text: str) -> str:
    """Complete an address: ``@kim.handep`` on a network, ``kimhandep.id`` anywhere."""
    if re.match(r"https?://", text, re.IGNORECASE):
        return text
    if re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", text) and "@" not in text:
        known = network in _SOCIAL and f"{network}." not in f"{text}."
        if not known or "/" in text:
            return f"https://{text}"
    handle = text.removeprefix("@")
    if network in _SOCIAL and re.fullmatch(r"[\w.-]+", handle):
        return _SOCIAL[network].format(handle)
    return text


def listed(cell: Cell) -> list[Value]:
    """Part a list: one item a line where there are lines or bullets, else by semicolon or comma."""
    text = str(cell) if isinstance(cell, str) else shown(cell)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > 1 or (lines and _BULLET.match(lines[0])):
        parts = [_BULLET.sub("", line, count=1) if _BULLET.match(line) else line for line in lines]
    else:
        parts = re.split(r"\s*;\s*" if ";" in text else r"\s*,\s*", text)
    return [part.strip() for part in parts if part.strip()]


def _section(line: Value) -> Value:
    name, colon, chair = str(line).rpartition(":")
    if not colon:
        return {"nama": str(line)}
    return {"nama": name.strip(), **({"ketua": chair.strip()} if chair.strip() else {})}
