"""Reads CSV as offices save it: any of three delimiters, any of three encodings."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from statistics import median

from sitegen.diagnostics import Diagnostic, diagnose
from sitegen.importing.cells import Fault
from sitegen.importing.sheet import Sheet

_DELIMITERS = (";", ",", "\t", "|")
_SAMPLE = 65536
_FORMULA_TEXT = re.compile(r'="([^"]*)"')
ESCAPED = re.compile(r"'(?=[=+@'-])")
"""The sign before a cell that a spreadsheet would take for a formula (see ``table.py``)."""


def read_delimited(name: str, data: bytes) -> tuple[list[Sheet], list[Diagnostic]]:
    """Give the one sheet of a CSV file, with what was found."""
    text, findings = decode_text(name, data)
    if text is None:
        return [], findings
    text = text.replace("\0", "")
    first, _newline, rest = text.partition("\n")
    if found := re.fullmatch(r"\ufeff?sep=(.)\r?", first, re.IGNORECASE):
        # Excel's own hint; its row is counted so that numbers stay those of the file.
        return [Sheet("", _rows(rest, found[1]), first_row=1)], findings
    return [Sheet("", _rows(text, _delimiter(text[:_SAMPLE])))], findings


def decode_text(name: str, data: bytes) -> tuple[str | None, list[Diagnostic]]:
    """Decode what was saved as UTF-8, as UTF-16 or, when it is neither, as Windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), []
        except UnicodeDecodeError:
            return None, [diagnose("impor-rusak", name)]
    if b"\0" in data[:_SAMPLE]:
        return None, [diagnose("impor-bukan-lembar", name)]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), [diagnose("impor-cp1252", name)]


def _delimiter(sample: str) -> str:
    """Give the sign that cuts most lines of a sample into most parts."""

    def width(delimiter: str) -> float:
        try:
            rows = [row for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if row]
        except csv.Error:
            return 0
        return median(map(len, rows[:60])) if rows else 0

    return max(_DELIMITERS, key=width)


def _rows(text: str, delimiter: str) -> Iterator[Sequence[object]]:
    """Yield the rows that can be read."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            continue  # a field of more than 128 KB: no register holds one
        if row is None:
            return
        yield [_unwrapped(value) for value in row]


def _unwrapped(value: str) -> str | Fault:
    """Take off what protects a cell: ``="0812"`` keeps a zero, ``'+62`` is no formula."""
    if found := _FORMULA_TEXT.fullmatch(value.strip()):
        return found[1]
    if value.startswith("=") and len(value) > 1:
        return Fault(value, formula=True)
    return ESCAPED.sub("", value, count=1) if ESCAPED.match(value) else value
