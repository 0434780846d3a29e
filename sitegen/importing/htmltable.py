"""Reads the tables of a web page that a program saved under the name of a spreadsheet."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from sitegen.diagnostics import Diagnostic
from sitegen.importing.delimited import decode_text
from sitegen.importing.sheet import Area, Sheet

_MAX_SPAN = 2000
_MAX_WIDTH = 1000
_BLOCKS = frozenset({"br", "p", "div", "li"})


def read_html(name: str, data: bytes) -> tuple[list[Sheet], list[Diagnostic]]:
    """Give each table of a page as a sheet, with what was found."""
    text, findings = decode_text(name, data)
    if text is None:
        return [], findings
    parser = _Tables()
    parser.feed(text)
    parser.close()
    tables = [table for table in parser.tables if table.rows]
    return [
        Sheet(str(number) if len(tables) > 1 else "", iter(table.rows), table.merged)
        for number, table in enumerate(tables, 1)
    ], findings


@dataclass(slots=True)
class _Table:
    rows: list[list[str]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)
    """By column, the last row that a cell above reaches down to."""


class _Tables(HTMLParser):
    """Gathers rows of cells; what stands in a table inside a cell is that cell's text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self.depth = 0
        self.cell: list[str] | None = None
        self.place = (0, 0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.tables.append(_Table())
        elif self.depth != 1:
            pass
        elif tag == "tr":
            self._end_cell()
            self.tables[-1].rows.append([])
        elif tag in ("td", "th"):
            self._end_cell()
            self._begin_cell(dict(attrs))
        if self.cell is not None and tag in _BLOCKS:
            self.cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr") and self.depth == 1:
            self._end_cell()
        elif tag == "table" and self.depth:
            if self.depth == 1:
                self._end_cell()
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.cell is not None:
            self.cell.append(re.sub(r"\s+", " ", data))

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        table = self.tables[-1]
        if not table.rows:
            table.rows.append([])
        row, line = len(table.rows) - 1, table.rows[-1]
        while table.taken.get(len(line), -1) >= row and len(line) < _MAX_WIDTH:
            line.append("")
        column = len(line)
        height, width = _span(attributes.get("rowspan")), _span(attributes.get("colspan"))
        width = min(width, max(1, _MAX_WIDTH - column))
        if (height, width) != (1, 1):
            table.merged.append((row, column, row + height - 1, column + width - 1))
        for behind in range(column, column + width):
            table.taken[behind] = row + height - 1
        if column < _MAX_WIDTH:
            line.extend([""] * width)
            self.place, self.cell = (row, column), []

    def _end_cell(self) -> None:
        if self.cell is not None:
            row, column = self.place
            self.tables[-1].rows[row][column] = "".join(self.cell)
            self.cell = None


def _span(text: str | None) -> int:
    digits = (text or "").strip()
    return min(max(1, int(digits)), _MAX_SPAN) if digits.isascii() and digits.isdigit() else 1
