"""Private data in columns that an import does not read: no field shows it, but the file is kept.

A number is judged beside its heading and its row, for ``No. Rekening`` and ``BRI`` tell what it is.
"""

import re
from dataclasses import dataclass, field

from sitegen.content.privacy import Kind, scan_text
from sitegen.diagnostics import Diagnostic
from sitegen.importing.cells import shown
from sitegen.importing.findings import at_cell
from sitegen.importing.header import Header
from sitegen.importing.sheet import Row

_DIGITS = re.compile(r"(?:\d[ .-]?){6}")
_SOUGHT = (Kind.NIK, Kind.REKENING, Kind.LAHIR)


@dataclass(slots=True)
class Bystanders:
    """Looks at row after row, and remembers each column of which it must be told."""

    file: str
    header: Header
    _seen: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    def look(self, row: Row) -> None:
        """Note the columns in which private data stands."""
        columns = [c for c in range(len(row.cells)) if c not in row.spread]
        unread = [c for c in columns if c not in self.header.keys and c not in self.header.personal]
        if not any(_DIGITS.search(shown(row.cells[c])) for c in unread):
            return
        head = "\t".join(self.header.headings.get(c, "") for c in columns)
        text, starts = f"{head}\n", {}
        for column in columns:
            starts[column] = len(text)
            text += f"{shown(row.cells[column])}\t"
        matches = [match for match in scan_text(text) if match.kind in _SOUGHT]
        for column in unread:
            value = shown(row.cells[column])
            end = starts[column] + len(value)
            if any(starts[column] <= match.start < end for match in matches):
                self._seen.setdefault(column, []).append((row.number, value))

    def findings(self) -> list[Diagnostic]:
        """Give one finding for each such column, at its first row."""
        return [
            at_cell(
                "impor-pribadi-lain",
                self.file,
                rows[0][0],
                self.header.headings.get(column, ""),
                # What made it private may stand beside it, so that nothing of it is shown.
                re.sub(r"\d", "*", rows[0][1]),
                {"huruf": letters(column), "jumlah": len(rows)},
            )
            for column, rows in sorted(self._seen.items())
        ]


def letters(column: int) -> str:
    """Give what spreadsheets call a column, from 0: A, B, …, Z, AA."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
