"""Open data: each file holds what its schema says, and says what the files of the KIM say."""

import csv
import io
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sitegen.province.opendata import SETS
from tests.helpers import Province

FILES = [(s.name, ending) for s in SETS for ending in s.formats]
READ = {"integer": int, "number": float, "string": str}


def schema(province: Province, name: str) -> dict[str, Any]:
    """Give the schema that is published for a set."""
    found: dict[str, Any] = json.loads(province.read(f"output/data/{name}.schema.json"))
    Draft202012Validator.check_schema(found)
    return found


def rows(province: Province, name: str, ending: str) -> list[dict[str, Any]]:
    """Give the rows of a set, with the types that its schema states."""
    text = province.path(f"output/data/{name}.{ending}").read_bytes().decode("utf-8")
    if ending == "json":
        found: list[dict[str, Any]] = json.loads(text)
        return found
    if ending == "geojson":
        return [
            {
                **feature["properties"],
                "bujur": feature["geometry"]["coordinates"][0],
                "lintang": feature["geometry"]["coordinates"][1],
            }
            for feature in json.loads(text)["features"]
        ]
    fields = schema(province, name)["items"]["properties"]
    assert text.count("\r\n") == text.count("\n")
    return [
        {k: READ[fields[k]["type"][0]](v) if v else None for k, v in row.items()}
        for row in csv.DictReader(io.StringIO(text, newline=""))
    ]


@pytest.mark.parametrize(("name", "ending"), FILES)
def test_a_file_is_valid_by_its_schema(name: str, ending: str, jaringan: Province) -> None:
    known = schema(jaringan, name)
    assert known["$id"] == f"https://kim.contoh.id/data/{name}.schema.json"
    found = rows(jaringan, name, ending)
    Draft202012Validator(known).validate(found)
    assert found or ending == "geojson"
    # The schema is no formality: a field too many or of another type does not pass.
    wrong = [*({**row, "lain": 1} for row in found[:1]), {}]
    assert list(Draft202012Validator(known).iter_errors(wrong))


def test_the_page_describes_each_file(jaringan: Province) -> None:
    page = jaringan.read("output/data/index.html")
    for name, ending in FILES:
        assert f"data/{name}.{ending}" in page
        assert f"data/{name}.schema.json" in page
    for column in SETS[0].columns:
        assert column.name in page


def test_the_register_says_what_the_files_say(jaringan: Province) -> None:
    assert rows(jaringan, "kim", "csv") == [
        {k: v or None if isinstance(v, str) else v for k, v in row.items()}
        for row in rows(jaringan, "kim", "json")
    ]
    (handep,) = (row for row in rows(jaringan, "kim", "json") if row["nama"] == "KIM Handep")
    expected = {
        "kode": "62.03.09.2004",
        "sk_nomor": "17 Tahun 2023",
        "sk_akhir": "2026-12-31",
        "kabupaten": "Kabupaten Kapuas",
        "terakhir": "2026-11-23",
        "kegiatan": "aktif",
        "alamat": "https://kim.contoh.id/kapuas/kim-handep/",
    }
    assert expected.items() <= handep.items()


def test_potensi_with_price_and_place(jaringan: Province) -> None:
    found = {row["judul"]: row for row in rows(jaringan, "potensi", "csv")}
    mat = {"harga_dari": 50_000, "harga_sampai": 150_000, "satuan": "per lembar"}
    mat |= {"pembuat": "Kelompok Anyaman Handep", "lintang": -1.763, "bujur": 114.303}
    assert mat.items() <= found["Tikar purun"].items()
    # What a spreadsheet would take for a formula is quoted.
    assert set(found) == {
        "Tikar purun",
        "Beras ladang Handep",
        "Danau Sanggu",
        '\'=Perahu "Telo", kayu ulin',
    }


def test_aspirations_with_their_working_days(jaringan: Province) -> None:
    told = {
        (row["kim"], row["nomor"]): (row["status"], row["dijawab"], row["hari_kerja"])
        for row in rows(jaringan, "aspirasi", "csv")
    }
    assert told == {
        ("KIM Handep", "001/2026"): ("selesai", "2026-11-15", 3),
        ("KIM Handep", "002/2026"): ("diteruskan", None, None),
        ("KIM Telo", "001/2026"): ("diterima", None, None),
        ("KIM Telo", "002/2026"): ("selesai", "2026-11-10", 5),
        ("KIM Sanggu", "001/2026"): ("diteruskan", None, None),
        ("KIM Sanggu", "002/2026"): ("ditolak", "2026-11-13", 6),
    }


def test_nobody_who_asked_is_named(jaringan: Province) -> None:
    for path in (jaringan.output / "data").iterdir():
        assert "pengirim" not in path.read_text("utf-8").replace("Nama pengirim tidak pernah", "")
