"""Tells the rows that are a KIM from titles, totals, section headings, notes and signatures."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from sitegen.content.privacy import Kind, hide, scan_text
from sitegen.diagnostics import Diagnostic
from sitegen.importing.bystanders import Bystanders
from sitegen.importing.cells import Cell, Fault, filled, shown
from sitegen.importing.findings import at_cell
from sitegen.importing.header import SEARCHED, Header, find_header, heads_again
from sitegen.importing.sheet import Row, Sheet
from sitegen.importing.vocabulary import fold

MAX_RECORDS = 20_000
"""More KIM than any province has villages; a sheet with more is no register."""
PLACES = (
    *("desa", "_kelurahan", "dusun", "kecamatan", "kode", "_kode_kecamatan"),
    *("nomor_induk", "_folder"),
)
"""What tells where a KIM is: a row without any of these is a note."""
HANDED_DOWN = ("_kabupaten", "kecamatan")
"""What lists write once above several rows."""

_SECTION = re.compile(
    r"(?:(?:[ivx]+|[a-z]|\d+)[.)]?\s+)?(?P<what>kabupaten|kab|kota|kecamatan|kec)\b[.:]?\s*(?P<name>\S.*)",
    re.IGNORECASE,
)
_CONTACTS = (Kind.TELEPON, Kind.SUREL)
_PEOPLE = ("pengurus.", "anggota", "nama")
"""Columns of names; a number that stands there was never meant for the public."""
_LEFT_OVER = re.compile(r"[\s(\[/,;:–-]*(?:no\.?\s*)?(?:hp|wa|telp?)?[\s.:)\]]*$", re.IGNORECASE)
_TOTALS = frozenset({"jumlah", "total", "subtotal", "sub", "grand", "rata"})


@dataclass(frozen=True, slots=True)
class Record:
    """One KIM as a row holds it: only cells that say something, by the key of their column."""

    file: str
    row: int
    cells: Mapping[str, Cell]
    labels: Mapping[str, str]

    def finding(self, code: str, key: str = "", **params: object) -> Diagnostic:
        """Make a finding about this row, or about one of its cells."""
        return at_cell(code, self.file, self.row, self.labels.get(key, ""), self.text(key), params)

    def text(self, key: str) -> str:
        """Give a cell as text on one line."""
        return shown(self.cells.get(key, ""))


@dataclass(slots=True)
class Table:
    """What was read of a sheet; ``header`` is missing where no headings were found."""

    empty: bool = True
    header: Header | None = None
    titles: list[str] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)


def read_table(file: str, sheet: Sheet) -> Table:
    """Read the first table of a sheet.

    Args:
        file: the name that findings give.
        sheet: its rows are read to the end of the table.
    """
    rows = sheet.rows()
    first: list[Row] = []
    for row in rows:
        first.append(row)
        if row.number > SEARCHED:
            break
    table = Table(not first, find_header(file, first))
    header = table.header
    if header is None:
        return table
    top, last = header.rows
    table.findings += header.findings
    table.titles = [shown(c) for row in first if row.number < top for c in row.cells if filled(c)]
    reader = _Reader(file, header, table)
    for row in chain((row for row in first if row.number > last), rows):
        if not reader.take(row):
            break
    reader.say_filled()
    table.findings += reader.bystanders.findings()
    return table


class _Reader:
    """Goes down the rows of one table."""

    def __init__(self, file: str, header: Header, table: Table) -> None:
        self.file, self.header, self.table = file, header, table
        self.section: dict[str, Cell] = {}
        self.above: dict[str, Cell] = {}
        self.last = 0
        self.filled: dict[tuple[str, str], list[tuple[int, int]]] = {}
        self.bystanders = Bystanders(file, header)
        self.has_places = any(key in PLACES for key in header.keys.values())

    def take(self, row: Row) -> bool:
        """Read one row; say whether there is more to read."""
        again = heads_again(self.header, row)
        if again == "other":
            self._say("impor-dua-tabel", row)
            return False
        values = [(c, v) for c, v in enumerate(row.cells) if filled(v) and c not in row.spread]
        self.bystanders.look(row)
        if again or not values or _counts(values) or _sums(values):
            return True
        if self._begins_section(values):
            return True
        cells = {
            key: row.at(column)
            for column, key in self.header.keys.items()
            if column not in row.spread and filled(row.at(column))
        }
        cells = {k: v for k, v in self._without_faults(row, cells) if v != ""}
        if self._is_kim(row, cells, values):
            if len(self.table.records) == MAX_RECORDS:
                self.table.records.clear()
                self._say("impor-terlalu-banyak", row, batas=MAX_RECORDS)
                return False
            self._hand_down(row, cells)
            self.table.records.append(Record(self.file, row.number, cells, self.header.labels))
        return True

    def _say(self, code: str, row: Row, key: str = "", **params: object) -> None:
        column = next((c for c, k in self.header.keys.items() if k == key), len(row.cells))
        text, label = shown(row.at(column)), self.header.labels.get(key, "")
        self.table.findings.append(at_cell(code, self.file, row.number, label, text, params))

    def _without_faults(self, row: Row, cells: Mapping[str, Cell]) -> Iterator[tuple[str, Cell]]:
        """Yield the cells that may be used; what may not is reported."""
        for key, value in cells.items():
            if isinstance(value, Fault):
                self._say("impor-rumus" if value.formula else "impor-sel", row, key, isi=value.text)
                continue
            text = shown(value)
            matches = [m for m in scan_text(text) if m.kind not in _CONTACTS]
            if matches:
                self._say("impor-pribadi", row, key, isi=hide(text, matches))
                continue
            contacts = [m for m in scan_text(text) if m.kind in _CONTACTS]
            if contacts and key.startswith(_PEOPLE):
                self._say("impor-nomor-dibuang", row, key, isi=hide(text, contacts))
                for match in reversed(contacts):
                    text = f"{text[: match.start]} {text[match.end :]}"
                yield key, _LEFT_OVER.sub("", " ".join(text.split()))
                continue
            yield key, value

    def _is_kim(self, row: Row, cells: dict[str, Cell], values: list[tuple[int, Cell]]) -> bool:
        placed = any(key in cells for key in PLACES) or not self.has_places
        facts = [key for key in cells if key not in (*PLACES, *HANDED_DOWN, "level", "nama")]
        if "nama" in cells and placed and len(cells) > 1:
            return True
        if "nama" not in cells and placed and not facts:
            return False  # a village that has no KIM
        if "nama" not in cells and placed:
            self._say("impor-tanpa-nama", row, "nama")
        else:
            text = next((shown(v) for _c, v in values if isinstance(v, str)), shown(values[0][1]))
            self._say("impor-baris-lewat", row, isi=hide(text, scan_text(text))[:60])
        return False

    def _begins_section(self, values: list[tuple[int, Cell]]) -> bool:
        """Take ``Kecamatan Selat`` alone on a row for what the rows below have in common."""
        texts = [shown(v) for _c, v in values if isinstance(v, str) and len(shown(v)) > 3]
        found = _SECTION.fullmatch(texts[0]) if len(set(texts)) == 1 else None
        if found is None or len(values) > len(texts) + 1:
            return False
        if found["what"].casefold().startswith("kec"):
            self.section["kecamatan"] = found["name"]
        else:
            self.section = {"_kabupaten": texts[0][found.start("what") :]}
        self.above = {}
        return True

    def _hand_down(self, row: Row, cells: dict[str, Cell]) -> None:
        """Fill what a list writes once: from the section, else from the row right above.

        A register that sitegen gave leaves empty only what is not known.
        """
        near = row.number - self.last == 1 and "_folder" not in self.header.labels
        for key in HANDED_DOWN:
            if key in cells:
                continue
            if key in self.section:
                cells[key] = self.section[key]
            elif near and key in self.above and key in self.header.labels:
                cells[key] = self.above[key]
                if key != "kecamatan" or cells.get("_kabupaten") == self.above.get("_kabupaten"):
                    self._note_filled(row, key, shown(cells[key]))
                else:
                    del cells[key]
        self.above = {key: cells[key] for key in HANDED_DOWN if key in cells}
        self.last = row.number

    def _note_filled(self, row: Row, key: str, text: str) -> None:
        """Note rows that follow each other as one."""
        first, last = self.filled.get((key, text), [(0, 0)])[-1]
        spans = self.filled.setdefault((key, text), [])
        if last == row.number - 1:
            spans[-1] = (first, row.number)
        else:
            spans.append((row.number, row.number))

    def say_filled(self) -> None:
        """Say what empty cells were taken for."""
        for (key, text), spans in self.filled.items():
            for first, last in spans:
                params = {"sampai": last, "isi": text}
                label = self.header.labels[key]
                self.table.findings.append(
                    at_cell("impor-isi-atas", self.file, first, label, "", params)
                )


def _counts(values: list[tuple[int, Cell]]) -> bool:
    """Say whether a row numbers the columns: 1, 2, 3 or (1), (2), (3)."""
    texts = [shown(value).strip("()") for _column, value in values]
    if len(texts) < 3 or not all(text.isascii() and text.isdigit() for text in texts):
        return False
    numbers = [int(text) for text in texts if len(text) < 4]
    return numbers == list(range(numbers[0], numbers[0] + len(texts))) if numbers else False


def _sums(values: list[tuple[int, Cell]]) -> bool:
    """Say whether a row holds totals: it begins with such a word, and the rest are numbers."""
    first = values[0][1]
    if not isinstance(first, str) or fold(first).split()[:1] == []:
        return False
    rest = [v for _c, v in values[1:] if v != first]
    return fold(first).split()[0] in _TOTALS and not any(
        isinstance(v, str) and not re.fullmatch(r"[\d.,]+(?: \w+)?", v) for v in rest
    )
