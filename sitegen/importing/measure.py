"""Looks into a spreadsheet before it is opened: how far it reaches, and what the reader hides.

The reader lays a sheet out cell by cell up to its last one, so that one forgotten letter in the
last corner would ask for 400 GB; and it gives cells with an error, and formulas that no program
has worked out, as empty. Both stand in the file's XML (ECMA-376 part 1, 18.3; ODF 1.3 part 3, 9).
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from xml.etree import ElementTree

from sitegen.importing.cells import Fault
from sitegen.importing.sheet import Area

MAX_CELLS = 20_000_000
"""The largest area that is laid out, all sheets together; about 500 MB of memory."""
MAX_XML = 600_000_000
MAX_AREAS = 200_000
_CHUNK = 1 << 20

_CELL = re.compile(rb'<(?:\w+:)?c\s(?=[^>]*?\br="([A-Z]{1,3})(\d{1,7})")[^>]*(?<!/)>')
_ERROR = re.compile(
    rb'<(?:\w+:)?c\s(?=[^>]*?\br="([A-Z]{1,3})(\d{1,7})")(?=[^>]*?\bt="e")[^>]*(?<!/)>'
    rb".{0,9000}?<(?:\w+:)?v>([^<]*)<",
    re.S,
)
_FORMULA = re.compile(
    rb'<(?:\w+:)?c\s(?=[^>]*?\br="([A-Z]{1,3})(\d{1,7})")[^>]*(?<!/)>\s*'
    rb"<(?:\w+:)?f\b[^>]*>([^<]*)</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?"
    rb"\s*</(?:\w+:)?c>"
)
_ODF = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*?)/?>")
_REPEATED = re.compile(rb'table:number-(?:rows|columns)-repeated="(\d{1,9})"')
_SPANNED = re.compile(rb'table:number-(rows|columns)-spanned="(\d{1,7})"')
_NAME = re.compile(rb'table:name="([^"]*)"')


class TooLarge(Exception):  # noqa: N818 - read as a sentence where it is caught
    """A sheet reaches further than can be read."""


@dataclass(slots=True)
class Measure:
    """How far a sheet reaches, and its cells that hold a fault or are merged."""

    rows: int = 0
    columns: int = 0
    faults: dict[tuple[int, int], Fault] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)


def _checked(found: dict[str, Measure]) -> dict[str, Measure]:
    """Give measures that can all be laid out at once."""
    if sum(measure.rows * measure.columns for measure in found.values()) > MAX_CELLS:
        raise TooLarge
    return found


def measure_xlsx(archive: zipfile.ZipFile) -> dict[str, Measure]:
    """Measure the sheets of an Office Open XML workbook by name.

    Raises:
        TooLarge: a sheet cannot be laid out.
    """
    _check_size(archive)
    result = {}
    for name, part in _parts(archive).items():
        if part in archive.NameToInfo:
            result[name] = _sheet(archive, part)
    return _checked(result)


def _check_size(archive: zipfile.ZipFile) -> None:
    if sum(info.file_size for info in archive.infolist()) > MAX_XML:
        raise TooLarge


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Give the file inside the archive of each sheet."""
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - expat limits
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    except (KeyError, ElementTree.ParseError):
        return {}
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    result = {}
    for element in book.iter():
        if element.tag.endswith("}sheet"):
            key = next((v for k, v in element.attrib.items() if k.endswith("}id")), "")
            target = targets.get(key, "")
            inside = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            result[element.get("name", "")] = inside
    return result


def _sheet(archive: zipfile.ZipFile, part: str) -> Measure:
    found = Measure()
    letters: set[bytes] = set()
    for piece in _pieces(archive, part, (b"<row", b":row")):
        for match in _CELL.finditer(piece):
            letters.add(match[1])
            found.rows = max(found.rows, int(match[2]))
        if b't="e"' in piece:
            for match in _ERROR.finditer(piece):
                found.faults[_place(match)] = Fault(unescape(match[3].decode("utf-8", "replace")))
        if b"<f" in piece or b":f" in piece:
            for match in _FORMULA.finditer(piece):
                text = unescape(match[3].decode("utf-8", "replace"))
                found.faults[_place(match)] = Fault(f"={text}", formula=True)
    found.columns = max((_column(letter) + 1 for letter in letters), default=0)
    return found


def _place(match: re.Match[bytes]) -> tuple[int, int]:
    return int(match[2]) - 1, _column(match[1])


def _column(letters: bytes) -> int:
    """Give the number of a column: ``A`` is 0, ``AA`` is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _pieces(archive: zipfile.ZipFile, part: str, heads: tuple[bytes, ...]) -> Iterator[bytes]:
    """Yield the XML of a part, cut only where a row begins."""
    rest = b""
    with archive.open(part) as handle:
        while chunk := handle.read(_CHUNK):
            rest += chunk
            cut = max(rest.rfind(head) for head in heads)
            if cut > 0:
                yield rest[:cut]
                rest = rest[cut:]
            elif len(rest) > 64 * _CHUNK:
                raise TooLarge
    yield rest


def measure_ods(archive: zipfile.ZipFile) -> dict[str, Measure]:
    """Measure the sheets of an OpenDocument spreadsheet by name.

    Raises:
        TooLarge: a sheet cannot be laid out.
    """
    _check_size(archive)
    result: dict[str, Measure] = {}
    found, row, height, column = Measure(), 0, 0, 0
    for piece in _pieces(archive, "content.xml", (b"<table:table-row", b"<table:table ")):
        for match in _ODF.finditer(piece):
            kind, attributes = match[1], match[2]
            repeated = _REPEATED.search(attributes)
            count = int(repeated[1]) if repeated else 1
            if kind == b"table":
                name = _NAME.search(attributes)
                found, row, height = Measure(), 0, 0
                result[unescape(name[1].decode("utf-8", "replace")) if name else ""] = found
            elif kind == b"table-row":
                row, height, column = row + height, count, 0
            else:
                if b"office:value-type=" in attributes:
                    found.rows = max(found.rows, row + height)
                    found.columns = max(found.columns, column + count)
                    _merge(found, attributes, row, column)
                column += count
    return _checked(result)


def _merge(found: Measure, attributes: bytes, row: int, column: int) -> None:
    spans = {kind: int(number) for kind, number in _SPANNED.findall(attributes)}
    bottom, right = row + spans.get(b"rows", 1) - 1, column + spans.get(b"columns", 1) - 1
    if (bottom, right) != (row, column) and len(found.merged) < MAX_AREAS:
        found.merged.append((row, column, bottom, right))
