"""Writes tables as spreadsheets: xlsx and CSV, the same bytes for the same table."""

import csv
import io
from collections.abc import Collection, Sequence
from datetime import date, datetime

Value = str | int | date

_BEGINNING = datetime(2000, 1, 1)
"""When every workbook was made: the clock does not reach the file."""
_WIDEST = 40


def to_xlsx(
    title: str,
    rows: Sequence[Sequence[Value]],
    *,
    notes: Sequence[str] = (),
    dates: Collection[int] = (),
) -> bytes:
    """Give a workbook with one sheet, its headings in bold and always in view.

    Args:
        title: the name of the sheet.
        rows: the table, its headings first. A text is never taken for a formula.
        notes: what each column takes, shown above the headings.
        dates: the columns that hold dates; the others keep leading zeros as they are typed.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": _BEGINNING})
    sheet = book.add_worksheet(_sheet_name(title))
    plain = book.add_format({"num_format": "@", "valign": "top"})
    number = book.add_format({"valign": "top"})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    note = book.add_format({"italic": True, "font_color": "#555555", "text_wrap": True})
    note.set_align("top")
    for column, width in enumerate(_widths(rows)):
        sheet.set_column(column, column, width, day if column in dates else plain)
        if notes:
            sheet.write_string(0, column, notes[column], note)
    first = 1 if notes else 0
    for number_of_row, row in enumerate(rows, first):
        for column, value in enumerate(row):
            if number_of_row == first:
                sheet.write_string(number_of_row, column, str(value), head)
            elif isinstance(value, str):
                if value:
                    sheet.write_string(number_of_row, column, value, plain)
            elif isinstance(value, date):
                sheet.write_datetime(number_of_row, column, value, day)
            else:
                sheet.write_number(number_of_row, column, value, number)
    sheet.freeze_panes(first + 1, 1)
    book.close()
    return buffer.getvalue()


def _sheet_name(title: str) -> str:
    """Give a name that a sheet may have: 31 characters, none of those that cells refer with."""
    kept = "".join(" " if character in "[]:*?/\\" else character for character in title)
    return kept.strip(" '")[:31].strip(" '") or "1"


def _widths(rows: Sequence[Sequence[Value]]) -> list[int]:
    columns = max(map(len, rows), default=0)
    widths = [10] * columns
    for row in rows:
        for column, value in enumerate(row):
            longest = max((len(line) for line in str(value).split("\n")), default=0)
            widths[column] = max(widths[column], min(longest + 2, _WIDEST))
    return widths


def to_csv(rows: Sequence[Sequence[Value]], *, notes: Sequence[str] = ()) -> bytes:
    """Give CSV as Indonesian offices open it by a double click: ``;`` and a byte order mark.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP
    advises against CSV injection; the import takes it off.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    for row in (notes, *rows) if notes else rows:
        writer.writerow(_safe(value) for value in row)
    return buffer.getvalue().encode("utf-8-sig")


def _safe(value: Value) -> str:
    text = value.isoformat() if isinstance(value, date) else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "'")) else text
