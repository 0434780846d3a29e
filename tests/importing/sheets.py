"""Writes small spreadsheets in each kind that offices use."""

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from html import escape

import xlsxwriter
import xlwt

Cell = str | int | float | date | None
Rows = Sequence[Sequence[Cell]]
Merged = Sequence[tuple[int, int, int, int]]
"""First row, first column, last row, last column, from 0; the first cell holds the value."""


def xlsx(rows: Rows, merged: Merged = (), sheet: str = "Sheet1", **more: Rows) -> bytes:
    """Give a workbook; further sheets by their name."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, table in {sheet: rows, **more}.items():
        page = book.add_worksheet(name)
        for r, row in enumerate(table):
            for c, value in enumerate(row):
                if isinstance(value, date):
                    page.write_datetime(r, c, value, day)
                elif isinstance(value, str) and value.startswith("#") and value.endswith("!"):
                    page.write_formula(r, c, "=A1", None, value)
                elif isinstance(value, str):
                    page.write_string(r, c, value)
                elif value is not None:
                    page.write_number(r, c, value)
        for r1, c1, r2, c2 in merged if name == sheet else ():
            value = rows[r1][c1]
            page.merge_range(r1, c1, r2, c2, value, day if isinstance(value, date) else None)
    book.close()
    return buffer.getvalue()


def xls(rows: Rows, merged: Merged = ()) -> bytes:
    """Give a workbook of Excel 97."""
    book = xlwt.Workbook()
    page = book.add_sheet("Sheet1", cell_overwrite_ok=True)
    day = xlwt.XFStyle()
    day.num_format_str = "DD/MM/YYYY"
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value is not None:
                page.write(r, c, value, day if isinstance(value, date) else xlwt.XFStyle())
    for r1, c1, r2, c2 in merged:
        page.merge(r1, r2, c1, c2)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


_ODS = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">
<office:body><office:spreadsheet><table:table table:name="Sheet1">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""
_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
 manifest:version="1.3"><manifest:file-entry manifest:full-path="/"
 manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>{more}
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""


def ods(rows: Rows, merged: Merged = (), manifest: str = "") -> bytes:
    """Give an OpenDocument spreadsheet."""
    spans = {(r1, c1): (r2 - r1 + 1, c2 - c1 + 1) for r1, c1, r2, c2 in merged}
    written = "".join(
        "<table:table-row>"
        + "".join(_ods_cell(value, spans.get((r, c))) for c, value in enumerate(row))
        + "</table:table-row>"
        for r, row in enumerate(rows)
    )
    return ods_of(_ODS.format(rows=written), manifest)


def ods_of(content: str, manifest: str = "") -> bytes:
    """Give an OpenDocument spreadsheet by its XML."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _MANIFEST.format(more=manifest))
        archive.writestr("content.xml", content)
    return buffer.getvalue()


def _ods_cell(value: Cell, span: tuple[int, int] | None) -> str:
    place = ""
    if span:
        place = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"'
    if value is None or value == "":
        return f"<table:table-cell{place}/>"
    if isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, str):
        kind = 'office:value-type="string"'
    else:
        kind = f'office:value-type="float" office:value="{value}"'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f"<table:table-cell {kind}{place}>{lines}</table:table-cell>"


def semicolons(rows: Rows, merged: Merged = (), encoding: str = "cp1252") -> bytes:
    """Give CSV as Excel in Indonesia saves it; dates as it shows them."""
    del merged
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    for row in rows:
        shown = (v.strftime("%d/%m/%Y") if isinstance(v, date) else v for v in row)
        writer.writerow("" if value is None else value for value in shown)
    return buffer.getvalue().encode(encoding)


def html(rows: Rows, merged: Merged = ()) -> bytes:
    """Give a web page, as programs save it under the name of a spreadsheet."""
    spans = {(r1, c1): (r2 - r1 + 1, c2 - c1 + 1) for r1, c1, r2, c2 in merged}
    hidden = {
        (r, c)
        for r1, c1, r2, c2 in merged
        for r in range(r1, r2 + 1)
        for c in range(c1, c2 + 1)
        if (r, c) != (r1, c1)
    }
    lines = []
    for r, row in enumerate(rows):
        cells = ""
        for c, value in enumerate(row):
            if (r, c) not in hidden:
                down, right = spans.get((r, c), (1, 1))
                shown = value.strftime("%d-%m-%Y") if isinstance(value, date) else value
                text = escape("" if shown is None else str(shown)).replace("\n", "<br>")
                cells += f"<td rowspan={down} colspan={right}>{text}"
        lines.append(f"<tr>{cells}")
    return f"<html><meta charset=utf-8><table border=1>{''.join(lines)}</table>".encode()


Writer = Callable[[Rows, Merged], bytes]
WRITERS: dict[str, Writer] = {
    "xlsx": xlsx,
    "xls": xls,
    "ods": ods,
    "csv": semicolons,
    "html": html,
}
