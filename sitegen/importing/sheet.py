"""One sheet as rows of cells: merged cells filled, empty rows dropped, rows by their number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.importing.cells import Cell, Fault, cell

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; from 0."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row; ``number`` counts from 1, as the spreadsheet shows it.

    ``spread`` names the columns that a merged cell to the left fills.
    """

    number: int
    cells: tuple[Cell, ...]
    spread: frozenset[int] = frozenset()

    def at(self, column: int) -> Cell:
        """Give a cell; those behind the last are empty."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(slots=True)
class Sheet:
    """A sheet as a file gives it; its rows can be read once."""

    name: str
    raw: Iterator[Sequence[object]]
    merged: Sequence[Area] = ()
    faults: Mapping[tuple[int, int], Fault] = field(default_factory=dict)
    first_row: int = 0

    def rows(self) -> Iterator[Row]:
        """Yield every row that is not empty."""
        pending = sorted(self.merged, reverse=True)
        open_areas: list[tuple[Area, Cell]] = []
        faulty = {row for row, _column in self.faults}
        for index, values in enumerate(self.raw, self.first_row):
            cells = [cell(value) for value in values]
            if index in faulty:
                for column in range(len(cells)):
                    cells[column] = self.faults.get((index, column), cells[column])
            spread = set()
            open_areas = [opened for opened in open_areas if opened[0][2] >= index]
            while pending and pending[-1][0] <= index:
                area = pending.pop()
                if area[0] == index and area[1] < len(cells):
                    open_areas.append((area, cells[area[1]]))
            for (_top, left, _bottom, right), value in open_areas:
                for column in range(left, min(right + 1, len(cells))):
                    cells[column] = value
                    if column > left:
                        spread.add(column)
            if any(value != "" for value in cells):
                yield Row(index + 1, tuple(cells), frozenset(spread))
