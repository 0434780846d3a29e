"""Whatever is given as a list: it is read, or a sentence says why not and what to do."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
import xlsxwriter
import xlwt
from hypothesis import given
from hypothesis import strategies as st
from xlwt.CompoundDoc import XlsDoc

from sitegen.diagnostics import Diagnostic
from sitegen.importing.listing import read_list
from sitegen.importing.names import Region, Regions
from sitegen.importing.plan import Source
from tests.importing.sheets import WRITERS, Cell, html, ods, ods_of, semicolons, xls, xlsx

REGIONS = Regions(
    [
        Region("kapuas", "Kabupaten Kapuas", "62.03"),
        Region("kotawaringin-timur", "Kabupaten Kotawaringin Timur", "62.02"),
    ]
)
HEAD: list[Cell] = ["No", "Nama KIM", "Desa", "Kec.", "Tgl SK", "WA KIM"]
KIM: list[Cell] = [1, "KIM Handep", "Handep", "Timpah", date(2024, 7, 9), 84000000001]
ROWS = [HEAD, KIM]


def read(data: bytes) -> tuple[list[Source], list[Diagnostic]]:
    return read_list("daftar.xls", data, REGIONS)


def said(data: bytes) -> list[str]:
    """Give codes and rows of what is found, and require a sentence for each."""
    findings = read(data)[1]
    assert all(f.message and "{" not in f.message + f.hint for f in findings)
    return [f"{f.code}:{f.line}" if f.line else f.code for f in findings]


@pytest.mark.parametrize("kind", WRITERS)
def test_a_cell_is_what_it_looks_like_in_every_kind_of_file(kind: str) -> None:
    merged = [(1, 3, 2, 3)]
    (source,), findings = read(
        WRITERS[kind]([HEAD, KIM, [2, "KIM Telo", "Telo", "", "", ""]], merged)
    )
    assert [f.code for f in findings] == (["impor-isi-atas"] if kind == "csv" else [])
    assert [r.row for r in source.records] == [2, 3]
    assert [r.text("kecamatan") for r in source.records] == ["Timpah", "Timpah"]
    assert source.records[0].text("kontak.whatsapp") == "84000000001"
    assert source.records[0].text("sk.tanggal") in ("2024-07-09", "09/07/2024", "09-07-2024")


def _locked_xls() -> bytes:
    book = xlwt.Workbook()
    book.add_sheet("a").write(0, 0, "x")
    stream = book.get_biff_data()
    first = 4 + int.from_bytes(stream[2:4], "little")
    buffer = io.BytesIO()
    locked = stream[:first] + b"\x2f\x00\x06\x00" + bytes(6) + stream[first:]
    XlsDoc().save(buffer, locked)
    return buffer.getvalue()


def _locked_xlsx() -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le")


def _far_corner() -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write(0, 0, "Nama KIM")
    sheet.write(1048575, 16383, "x")
    book.close()
    return buffer.getvalue()


def _far_ods() -> bytes:
    row = (
        '<table:table-row table:number-rows-repeated="900000"><table:table-cell '
        'table:number-columns-repeated="900" office:value-type="string"/></table:table-row>'
    )
    return ods_of(f'<x><table:table table:name="a">{row}</table:table></x>')


def _zip(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return buffer.getvalue()


UNREADABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "impor-kosong"),
    "an empty sheet": (lambda: xlsx([]), "impor-kosong"),
    "a sheet of empty rows": (lambda: semicolons([[""] * 5] * 50), "impor-kosong"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "impor-bukan-lembar"),
    "other bytes": (lambda: bytes(range(9)) * 99, "impor-bukan-lembar"),
    "a PDF": (lambda: b"%PDF-1.7\n", "impor-bukan-lembar"),
    "a mail with a page": (lambda: b"MIME-Version: 1.0\n", "impor-bukan-lembar"),
    "XML of Excel 2003": (
        lambda: b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>',
        "impor-xml",
    ),
    "a binary workbook": (lambda: _zip(xl__workbook_bin="x"), "impor-xlsb"),
    "some other archive": (lambda: _zip(readme_txt="x"), "impor-rusak"),
    "half a workbook": (lambda: xlsx(ROWS)[:900], "impor-rusak"),
    "half an old workbook": (lambda: xls(ROWS)[:2900], "impor-rusak"),
    "a locked workbook": (_locked_xlsx, "impor-sandi"),
    "a locked old workbook": (_locked_xls, "impor-sandi"),
    "a locked ODS": (
        lambda: ods(ROWS, manifest="<manifest:encryption-data/>"),
        "impor-sandi",
    ),
    "a letter in the last corner": (_far_corner, "impor-terlalu-luas"),
    "an ODS without end": (_far_ods, "impor-terlalu-luas"),
    "a letter": (lambda: b"Kepada Yth.\nBapak Camat\n", "impor-tanpa-judul"),
    "a list without headings": (lambda: xlsx([KIM, KIM]), "impor-tanpa-judul"),
    "headings too far down": (lambda: xlsx([["judul"]] * 16 + ROWS), "impor-tanpa-judul"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_read_is_said(case: str) -> None:
    make, code = UNREADABLE[case]
    sources, findings = read(make())
    assert (sources, [f.code for f in findings]) == ([], [code])
    assert findings[0].severity.value == "galat"
    assert findings[0].hint


ODDITIES: dict[str, tuple[Callable[[], bytes], list[str], int]] = {
    "an error in a cell": (
        lambda: xlsx([HEAD, [1, "KIM A", "#REF!", "Selat"]]),
        ["impor-sel:2"],
        1,
    ),
    "an error in an ODS": (lambda: ods([HEAD, [1, "KIM A", "#REF!", "Selat"]]), ["impor-sel:2"], 1),
    "a formula in CSV": (
        lambda: semicolons([HEAD, [1, "KIM A", "=A1&B1", "Selat"]]),
        ["impor-rumus:2"],
        1,
    ),
    "two tables side by side": (
        lambda: xlsx([[*HEAD, None, *HEAD], [*KIM, None, *KIM]]),
        ["impor-dua-tabel:1"],
        1,
    ),
    "two tables one below the other": (
        lambda: xlsx([*ROWS, [], ["Kecamatan", "Desa", "Ketua"], ["Selat", "A", "B"]]),
        ["impor-dua-tabel:4"],
        1,
    ),
    "headings on every printed page": (lambda: xlsx([*ROWS, HEAD, [2, "KIM B", *KIM[2:]]]), [], 2),
    "a CSV of Windows": (
        lambda: semicolons([*ROWS, [2, "KIM Café", "A", "B"]]),
        ["impor-cp1252"],
        2,
    ),
    "a CSV that says its delimiter": (
        lambda: b"sep=|\r\nNama KIM|Desa|Kec.\r\nKIM; A|B|C\r\n",
        [],
        1,
    ),
    "a CSV of UTF-16 with tabs": (
        lambda: "Nama KIM\tDesa\tKec.\r\nKIM A\tB, C\tD\r\n".encode("utf-16"),
        [],
        1,
    ),
    "two columns of one meaning": (
        lambda: xlsx([["Nama KIM", "Desa", "Nama Desa"], ["KIM A", "B", "C"]]),
        ["impor-kolom-ganda:1"],
        1,
    ),
    "a heading nobody knows": (
        lambda: xlsx([["Nama KIM", "Desa", "Warna Cat"], ["KIM A", "B", "C"]]),
        ["impor-kolom-asing:1"],
        1,
    ),
    "columns about a person": (
        lambda: xlsx([["Nama KIM", "Desa", "NIK Ketua", "HP Ketua"], ["KIM A", "B", 1, 2]]),
        ["impor-kolom-pribadi:1"] * 2,
        1,
    ),
    "a phone that is not said to be public": (
        lambda: xlsx([["Nama KIM", "Desa", "No. HP"], ["KIM A", "B", 84000000001]]),
        ["impor-nomor-terbit:1"],
        1,
    ),
    "headings alone": (lambda: xlsx([HEAD]), ["impor-tanpa-isi:1"], 0),
    "a NIK among the names": (
        lambda: xlsx([HEAD, [1, "KIM A", "6203091402900001", "Selat"]]),
        ["impor-pribadi:2"],
        1,
    ),
    "a NIK in a column that is not read": (
        lambda: xlsx(
            [
                ["Nama KIM", "Desa", "Lain-lain"],
                ["KIM A", "B", "tidak ada"],
                ["KIM C", "D", "KTP 6203091402900001"],
                ["KIM E", "F", 6203091402900001],
            ]
        ),
        ["impor-kolom-asing:1", "impor-pribadi-lain:3"],
        3,
    ),
    "a bank account that its heading tells": (
        lambda: xlsx([["Nama KIM", "Desa", "Bank BRI"], ["KIM A", "B", "0123-01-004567-50-8"]]),
        ["impor-kolom-asing:1", "impor-pribadi-lain:2"],
        1,
    ),
    "a bank account that the cell beside it tells": (
        lambda: xlsx([["Nama KIM", "Desa"], ["KIM A", "B", "rekening BRI", "012301004567508"]]),
        ["impor-pribadi-lain:2"],
        1,
    ),
    "other numbers in a column that is not read": (
        lambda: xlsx([["Nama KIM", "Desa", "Luas (m2)"], ["KIM A", "B", 12345678]]),
        ["impor-kolom-asing:1"],
        1,
    ),
    "a number beside a name": (
        lambda: xlsx([["Nama KIM", "Desa", "Ketua"], ["KIM A", "B", "Budi (0812-3456-7890)"]]),
        ["impor-nomor-dibuang:2"],
        1,
    ),
    "a KIM without a name": (
        lambda: xlsx([["Nama KIM", "Desa", "Ketua"], ["KIM A", "B", "C"], ["-", "D", "E"]]),
        ["impor-tanpa-nama:3"],
        1,
    ),
    "villages without a KIM": (lambda: xlsx([*ROWS, [2, None, "Telo", "Timpah"]]), [], 1),
    "a note below": (
        lambda: xlsx([*ROWS, [None, "Sumber: Diskominfo"]]),
        ["impor-baris-lewat:3"],
        1,
    ),
    "other sheets": (
        lambda: xlsx(ROWS, Catatan=[["lihat"]], KOTIM=ROWS),
        ["impor-lembar-lewat"],
        1,
    ),
}


@pytest.mark.parametrize("case", ODDITIES)
def test_what_is_odd_costs_no_more_than_itself(case: str) -> None:
    make, codes, count = ODDITIES[case]
    data = make()
    assert said(data) == codes
    assert len(read(data)[0][0].records) == count


def test_a_finding_names_row_and_heading() -> None:
    (finding,) = read(xlsx([["a"], HEAD, [1, "KIM A", "#REF!", "Selat"]]))[1]
    assert (finding.file, finding.line, finding.field) == ("daftar.xls", 3, "Desa")
    assert finding.excerpt == "Desa: #REF!"


def test_a_name_without_its_number() -> None:
    data = xlsx([["Nama KIM", "Desa", "Ketua"], ["KIM A", "B", "Budi, S.Pd / HP. 0812-3456-7890"]])
    (source,), _findings = read(data)
    assert source.records[0].text("pengurus.ketua") == "Budi, S.Pd"


def test_sheets_sections_and_titles_tell_the_kabupaten() -> None:
    table: list[list[Cell]] = [
        ["REKAP KIM KABUPATEN KAPUAS 2026"],
        ["Nama KIM", "Desa"],
        ["Kecamatan Selat"],
        ["KIM A", "A"],
        ["KEC. TIMPAH"],
        ["KIM B", "B"],
        ["Jumlah", 2],
    ]
    found = read(xlsx(table, sheet="Daftar", KOTIM=[["Nama KIM", "Desa"], ["KIM C", "C"]]))[0]
    assert [s.region.folder if s.region else "" for s in found] == ["kapuas", "kotawaringin-timur"]
    assert [r.text("kecamatan") for r in found[0].records] == ["Selat", "TIMPAH"]


def test_a_hundred_thousand_rows_end_with_a_sentence() -> None:
    rows: list[list[Cell]] = [["Nama KIM", "Desa"], *([f"KIM {i}", "D"] for i in range(100_000))]
    assert said(semicolons(rows)) == ["impor-terlalu-banyak:20002"]
    assert said(semicolons([rows[0], rows[1], *[[""]] * 100_000])) == []


@given(st.binary(max_size=300), st.sampled_from(["", "xlsx", "xls", "ods", "csv", "html"]))
def test_no_bytes_end_with_a_traceback(junk: bytes, kind: str) -> None:
    whole = WRITERS[kind](ROWS, ()) if kind else b""
    for data in (junk, junk + whole, whole[: len(whole) // 2] + junk, whole + junk):
        read(data)


def test_html_without_ends_of_cells() -> None:
    page = html(ROWS).replace(b"</table>", b"") + b"<tr><td>2<td>KIM <b>Telo</b><td>Telo<td>Timpah"
    (source,), _findings = read(page)
    assert [r.text("nama") for r in source.records] == ["KIM Handep", "KIM Telo"]
