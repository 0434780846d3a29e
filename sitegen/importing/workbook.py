"""Opens a spreadsheet by what it is, whatever its name says: xlsx, xls, ods, HTML or CSV."""

import io
import os
import zipfile
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from sitegen.diagnostics import Diagnostic, diagnose
from sitegen.importing.delimited import read_delimited
from sitegen.importing.htmltable import read_html
from sitegen.importing.measure import Measure, TooLarge, measure_ods, measure_xlsx
from sitegen.importing.sheet import Sheet

MAX_BYTES = 64 * 1024 * 1024
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream in which Office keeps a workbook with a password (MS-OFFCRYPTO 2.3.4.4)."""
_BOF, _FILEPASS = b"\x09\x08", b"\x2f\x00"
_SNIFFED = 4096
MEGABYTES = 2048
"""Address space in which a workbook of Excel 97, the largest that may be read too, is tried."""
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError),
    *(ValueError, OSError),  # of positions that cannot be
)
"""What reading a damaged archive raises."""


def open_sheets(name: str, data: bytes) -> tuple[list[Sheet], list[Diagnostic]]:
    """Give the visible sheets of a spreadsheet.

    Args:
        name: the file, for the findings.
        data: the whole file.

    Returns:
        The sheets, none where the file cannot be read, with what was found.
    """
    if len(data) > MAX_BYTES:
        size, limit = len(data) >> 20, MAX_BYTES >> 20
        return [], [diagnose("impor-terlalu-besar", name, ukuran=size, batas=limit)]
    if not data.strip(b"\0\r\n\t "):
        return [], [diagnose("impor-kosong", name)]
    head = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    if data.startswith(b"PK\x03\x04"):
        return _open_zip(name, data)
    if data.startswith(_OLE):
        locked = _ENCRYPTED in data or _locked(data)
        if locked:
            return [], [diagnose("impor-sandi", name)]
        if not _survived(data):
            return [], [diagnose("impor-rusak", name)]
        return _open(name, data, {})
    if b"<?mso-application" in head or b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return [], [diagnose("impor-xml", name)]
    if head.startswith((b"mime-version:", b"%pdf", b"{\\rtf", b"\x89png", b"\xff\xd8")):
        return [], [diagnose("impor-bukan-lembar", name)]
    if b"<table" in head or head.startswith((b"<html", b"<!doctype html", b"<head", b"<meta")):
        return read_html(name, data)
    return read_delimited(name, data)


def _locked(data: bytes) -> bool:
    """Say whether a workbook of Excel 97 has a password.

    Near the beginning of its stream, in the records after BOF, stands FILEPASS (MS-XLS 2.4.117);
    a stream begins at a sector of its container.
    """
    for start in range(512, len(data), 512):
        place = start
        for _record in range(8):
            kind, length = data[place : place + 2], data[place + 2 : place + 4]
            if place == start and kind != _BOF:
                break
            if kind == _FILEPASS:
                return True
            place += 4 + int.from_bytes(length, "little")
    return False


def _open_zip(name: str, data: bytes) -> tuple[list[Sheet], list[Diagnostic]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = set(archive.namelist())
            if "xl/workbook.bin" in inside:
                return [], [diagnose("impor-xlsb", name)]
            if "content.xml" in inside:
                if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                    return [], [diagnose("impor-sandi", name)]
                measures = measure_ods(archive)
            else:
                measures = measure_xlsx(archive)
    except TooLarge:
        return [], [diagnose("impor-terlalu-luas", name)]
    except _BROKEN:
        return [], [diagnose("impor-rusak", name)]
    return _open(name, data, measures)


def _survived(data: bytes) -> bool:
    """Say whether a workbook of Excel 97 can be read, tried in a process of its own.

    The sectors of its container are a chain. In a damaged file the chain can be a ring, which the
    library follows until there is no memory left and then ends its process.
    """
    from sitegen.engine.workers import process_pool

    with process_pool(1, MEGABYTES) as worker:
        try:
            worker.submit(_try, data).result()
        except BrokenProcessPool:
            return False
    return True


def _try(data: bytes) -> None:
    """Read a workbook and give nothing; what the library says when it dies is for its makers."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    for sheet in _open("", data, {})[0]:
        deque(sheet.rows(), maxlen=0)


def _open(
    name: str, data: bytes, measures: dict[str, Measure]
) -> tuple[list[Sheet], list[Diagnostic]]:
    """Open a workbook with the library, which lays out its sheets."""
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        visible = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.visible == calamine.SheetVisibleEnum.Visible
            and sheet.typ == calamine.SheetTypeEnum.WorkSheet
        ]
        sheets = [_sheet(book, title, measures.get(title, Measure())) for title in visible]
    except calamine.PasswordError:
        return [], [diagnose("impor-sandi", name)]
    except calamine.CalamineError as error:
        # Which of its exceptions tells of a password depends on the kind of file.
        code = "impor-sandi" if "password" in str(error).casefold() else "impor-rusak"
        return [], [diagnose(code, name)]
    except BaseException as error:
        # What the library's authors did not foresee ends as a panic, which is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        return [], [diagnose("impor-rusak", name)]
    return sheets, []


def _sheet(book: Any, title: str, measure: Measure) -> Sheet:  # noqa: ANN401 - imported late
    sheet = book.get_sheet_by_name(title)
    merged = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    return Sheet(title, _rows(sheet), merged or measure.merged, measure.faults)


def _rows(sheet: Any) -> Iterator[Sequence[object]]:  # noqa: ANN401 - imported late
    yield from sheet.iter_rows()
