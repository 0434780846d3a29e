"""Finds the row of headings by what it says, wherever it stands in the first rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from sitegen.diagnostics import Diagnostic, suggestion
from sitegen.importing.cells import Cell, filled, shown
from sitegen.importing.columns import EXPORTED, IGNORED, PERSONAL, meaning
from sitegen.importing.findings import at_cell
from sitegen.importing.sheet import Row
from sitegen.importing.vocabulary import fold

SEARCHED = 15
"""How many rows of a sheet may stand before and at its headings."""
PHONE, LANDLINE = "kontak.whatsapp", "kontak.telepon"


class Heading(NamedTuple):
    """A column's key, its heading in full, and the heading's lowest part."""

    key: str
    label: str
    own: str


@dataclass(slots=True)
class Header:
    """What the columns of a table mean; ``rows`` are the numbers of its first and last row."""

    rows: tuple[int, int]
    keys: dict[int, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    headings: dict[int, str] = field(default_factory=dict)
    """Of every column, also of those that are not read."""
    personal: set[int] = field(default_factory=set)
    """Columns whose heading says that they are private."""
    findings: list[Diagnostic] = field(default_factory=list)


def find_header(file: str, rows: Sequence[Row]) -> Header | None:
    """Give the best row of headings, or the best two that stand one below the other.

    There is none where no row names the KIM and one thing more about it.
    """
    best: list[Heading] = []
    chosen: tuple[Row, Row] | None = None
    for first, last in _candidates(rows):
        found = _read(first, last)
        if _score(found) > _score(best):
            best, chosen = found, (first, last)
    return _header(file, chosen, best) if chosen else None


def _candidates(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Give single rows first, so that a title is no heading where it adds nothing."""
    for row in rows:
        if row.number <= SEARCHED:
            yield row, row
    for row, below in pairwise(rows):
        if row.number <= SEARCHED and below.number == row.number + 1:
            yield row, below


def _score(found: list[Heading]) -> int:
    keys = {heading.key for heading in found} - {"", IGNORED, PERSONAL}
    return len(keys) if "nama" in keys and len(keys) > 1 else 0


def _read(first: Row, last: Row) -> list[Heading]:
    """Give what each column is called by one row, or by two of which the upper spans columns."""
    result = []
    group = ""
    for column in range(max(len(first.cells), len(last.cells))):
        top, own = _text(first.at(column)), _text(last.at(column))
        if first is last:
            top = ""
            own = "" if column in first.spread else own
        elif top:
            group = top if own else ""
        elif own:
            top = group  # the first cell of a merged one, in files that do not say so
        if top == own:
            top = ""
        label = f"{top} {own}".strip()
        result.append(Heading(meaning(top, own) if label else "", label, own or top))
    return result


def _text(value: Cell) -> str:
    return shown(value) if isinstance(value, str) and filled(value) and len(value) < 120 else ""


def _header(file: str, chosen: tuple[Row, Row], found: list[Heading]) -> Header:
    number = chosen[1].number
    header = Header((chosen[0].number, number))
    taken: dict[str, int] = {}
    end = _second_table(found)

    def say(code: str, label: str, **params: object) -> None:
        header.findings.append(at_cell(code, file, number, label, params=params))

    header.headings = {column: label for column, (_, label, _) in enumerate(found) if label}
    for column, (key, label, own) in enumerate(found[:end]):
        if not label or key == IGNORED:
            continue
        if key == PERSONAL:
            header.personal.add(column)
            say("impor-kolom-pribadi", label)
        elif not key:
            guess = suggestion(own, [column.heading for column in EXPORTED])
            say("impor-kolom-asing", label, saran=guess)
        elif key not in taken:
            taken[key] = column
            header.labels[key] = label
        elif key == PHONE and LANDLINE not in taken:
            # Of "No. HP" and "No. WA", the second says which it is.
            other, first = (taken[key], header.labels[key]), (column, label)
            if "whatsapp" not in fold(label):
                other, first = first, other
            taken[PHONE], header.labels[PHONE] = first
            taken[LANDLINE], header.labels[LANDLINE] = other
        else:
            say("impor-kolom-ganda", label, lain=header.labels[key])
    if end < len(found):
        say(
            "impor-dua-tabel", next((heading.label for heading in found[end:] if heading.label), "")
        )
    if PHONE in taken and "whatsapp" not in fold(header.labels[PHONE]):
        say("impor-nomor-terbit", header.labels[PHONE])
    header.keys = {column: key for key, column in sorted(taken.items(), key=lambda item: item[1])}
    return header


def _second_table(found: list[Heading]) -> int:
    """Give the column where another table begins: behind a gap, with a heading seen before."""
    seen: set[str] = set()
    gap = 0
    for column, (key, label, _own) in enumerate(found):
        if not label:
            gap = column if seen else 0
        elif key in seen and gap and key != IGNORED:
            return gap
        elif key:
            seen.add(key)
    return len(found)


def heads_again(header: Header, row: Row) -> str:
    """Say what a row below is: ``"same"`` headings, ``"other"`` headings, or nothing of these."""
    texts = {c: _text(v) for c, v in enumerate(row.cells) if c not in row.spread and _text(v)}
    first = next(iter(texts.values()), "")
    if not first or not meaning("", first):
        return ""
    keys = {column: meaning("", text) for column, text in texts.items()}
    real = {c: k for c, k in keys.items() if k not in ("", IGNORED, PERSONAL)}
    if len(real) < 2 or len(real) * 2 < len(texts):
        return ""
    return "same" if all(header.keys.get(c) == k for c, k in real.items()) else "other"
