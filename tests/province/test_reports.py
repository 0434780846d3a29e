"""The monthly report and the list of what waits: the same numbers in every form."""

import csv
import io
import json
import re
from html import unescape
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.helpers import Province, run

REPORT = ("report", "--month", "2026-11")
Table = list[list[str]]


def plain(value: object) -> str:
    """Give a cell as text; spreadsheets hold whole numbers as fractions."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def report(province: Province, form: str, *more: str) -> Table:
    """Give the table of the report in a form."""
    target = province.root / f"laporan.{form}"
    arguments = (*REPORT, "--format", form, "--output", str(target), *more)
    done = run(*arguments, cwd=province.root)
    assert done.returncode == 0, done.stderr
    data = target.read_bytes()
    if form == "csv":
        return list(csv.reader(io.StringIO(data.decode("utf-8"))))
    if form == "xlsx":
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
        return [[plain(cell) for cell in row] for row in sheet.to_python()]
    cells = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>")
    rows = re.findall(r"<tr>(.*?)</tr>", data.decode("utf-8"), re.DOTALL)
    return [[unescape(cell) for cell in cells.findall(row)] for row in rows]


def test_every_form_of_the_report_says_the_same(jaringan: Province) -> None:
    table = report(jaringan, "csv")
    assert report(jaringan, "xlsx") == table
    assert report(jaringan, "html") == table


def test_the_report_counts_the_files(jaringan: Province) -> None:
    head, *rows = report(jaringan, "csv")
    found = {row[head.index("KIM")]: dict(zip(head, row, strict=True)) for row in rows}
    expected: dict[str, dict[str, str]] = {
        "KIM Handep": {"Bulan ini": "6", "Terakhir": "2026-11-23", "Aspirasi terbuka": "1"},
        "KIM Telo": {"Bulan ini": "3", "Tiga bulan": "4", "Aspirasi terbuka": "1"},
        "KIM Sanggu": {"Bulan ini": "2", "Foto": "0", "Aspirasi terbuka": "1"},
    }
    assert {kim: {k: found[kim][k] for k in facts} for kim, facts in expected.items()} == expected
    scores = [int(row[head.index("Nilai")]) for row in rows]
    assert scores == sorted(scores, reverse=True)
    assert [row[0] for row in rows] == ["1", "2", "3"]


def test_the_report_of_one_kabupaten(jaringan: Province) -> None:
    _head, row = report(jaringan, "csv", "--kabupaten", "barito-selatan")
    assert row[1] == "KIM Sanggu"


WAITING = {
    "": [("kim-sanggu", "001/2026"), ("kim-telo", "001/2026"), ("kim-handep", "002/2026")],
    "kapuas": [("kim-telo", "001/2026"), ("kim-handep", "002/2026")],
    "kim-telo": [("kim-telo", "001/2026")],
}


def waiting(province: Province, site: str, form: str) -> list[dict[str, Any]]:
    """Give what waits, as a program reads it."""
    arguments = ("aspirasi", site, "--date", "2026-11-24", "--format", form)
    done = run(*(a for a in arguments if a), cwd=province.root)
    assert done.returncode == 0, done.stderr
    if form == "csv":
        return list(csv.DictReader(io.StringIO(done.stdout)))
    found: list[dict[str, Any]] = json.loads(done.stdout)["menunggu"]
    return found


@pytest.mark.parametrize("site", WAITING)
@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_waits_for_an_answer(site: str, form: str, jaringan: Province) -> None:
    found = waiting(jaringan, site, form)
    named = [(item["situs"].rpartition("/")[2], item["nomor"]) for item in found]
    assert sorted(named) == sorted(WAITING[site])


def test_for_people_the_late_are_marked(jaringan: Province) -> None:
    done = run("aspirasi", "--date", "2026-11-24", cwd=jaringan.root)
    assert "Jalan ke sekolah berlubang" in done.stdout
    assert "Diteruskan, Dinas PUPR" in done.stdout
    assert done.stdout.count("LEWAT") == 3
    assert done.stdout.endswith("3 menunggu jawaban, 3 lewat tenggat.\n")


def test_nothing_waits_where_nobody_is(jaringan: Province) -> None:
    done = run("aspirasi", "kim-tello", cwd=jaringan.root)
    assert (done.returncode, "kim-telo" in done.stderr) == (2, True)
