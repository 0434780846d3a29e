"""What a list does to a workspace: only what it says, and nothing that an officer wrote."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.importing.plan import Plan, make_plan
from tests.helpers import HANDEP, TELO, Province, run, tree
from tests.importing.sheets import Cell, Rows, xlsx

HEAD = ["Nama KIM", "Kab", "Kec.", "Desa", "Kode", "Ketua"]


def brought(province: Province, rows: Rows, *options: str) -> dict[str, Any]:
    """Import a list and give the report."""
    province.path("daftar.xlsx").write_bytes(xlsx(rows))
    command = ("import", "register", "daftar.xlsx", "--format", "json", *options)
    return json.loads(run(*command, cwd=province.root).stdout)


def codes(report: dict[str, Any]) -> list[tuple[str, int]]:
    """Give the codes and rows of findings."""
    return [(d["code"], d["line"]) for d in report["diagnostics"]]


def changes(report: dict[str, Any]) -> dict[str, list[tuple[str, str, str]]]:
    """Give what changes by site."""
    return {
        step["site"]: [(f["field"], f["old"], f["new"]) for f in step["fields"]]
        for step in report["changed"]
    }


def test_changes_only_what_the_list_holds(province: Province) -> None:
    before = tree(province.root / "content")
    report = brought(
        province,
        [
            ["Nama KIM", "Kab", "Desa", "Kec", "Ketua", "Tgl SK", "No SK", "WhatsApp"],
            ["KIM HANDEP", "KAB. KAPUAS", "Handep", "Timpah", "Ani", 45000, "", "0840 0000 0001"],
        ],
    )
    assert (report["new"], codes(report)) == ([], [])
    assert changes(report) == {
        HANDEP: [("sk.tanggal", "", "15 Maret 2023"), ("pengurus.ketua", "", "Ani")]
    }
    after = tree(province.root / "content")
    name = f"{HANDEP}/kim.yml"
    assert {n for n in before if before[n] != after[n]} == {name}
    expected = before[name].decode().replace("2023\n", "2023\n  tanggal: 15 Maret 2023\n", 1)
    expected = expected.replace("2026\n", "2026\npengurus:\n  ketua: Ani\n", 1)
    assert after[name].decode() == expected


def test_a_dry_run_writes_nothing_and_says_the_same(province: Province) -> None:
    rows = [HEAD, ["KIM Baru", "Kapuas", "Selat", "Pulau", "62.03.01.2003", "Ani"]]
    before = tree(province.root / "content")
    shown = brought(province, rows, "--dry-run")
    assert tree(province.root / "content") == before
    done = brought(province, rows)
    assert {**shown, "dry_run": False} == done
    assert [step["site"] for step in done["new"]] == ["kapuas/kim-baru"]


def test_says_for_people_what_it_would_do(province: Province) -> None:
    rows = [
        ["Nama KIM", "Kab", "Kec.", "Ketua"],
        ["KIM Telo", "Kapuas", "Selat", "Budi"],
        ["KIM Baru", "Kapuaz", "Selat", "Ani"],
    ]
    province.path("daftar.xlsx").write_bytes(xlsx(rows))
    said = run("import", "register", "daftar.xlsx", "--dry-run", cwd=province.root)
    assert said.returncode == 1
    assert "~ kapuas/kim-telo (baris 2)\n" in said.stdout
    assert ' -> "Budi"\n' in said.stdout
    assert 'daftar.xlsx:3: galat [impor-kabupaten-asing] "Kapuaz" bukan' in said.stdout
    assert '    3 | Kab: Kapuaz\n      Maksud Anda "Kapuas"?\n' in said.stdout
    assert "0 KIM baru, 1 berubah, 0 tetap. Temuan: 1 galat. Belum ada" in said.stdout


ROWS: dict[str, tuple[list[Cell], str, str]] = {
    "by code and name": (["KIM HANDEP", "", "", "", "6203092004", "Ani"], HANDEP, ""),
    "by place and name": (["Handep", "Kab Kapuas", "TIMPAH", "Ds. Handep", "", "Ani"], HANDEP, ""),
    "by the only one of its name": (
        ["KIM Handep", "Kapuas", "", "", "", "Ani"],
        "",
        "impor-baris-lewat",
    ),
    "in another kecamatan": (
        ["KIM Handep", "Kapuas", "Selat", "Handep", "62.03.01.2009", "Ani"],
        "+kapuas/kim-handep-selat",
        "",
    ),
    "with a code of another kabupaten": (
        ["KIM X", "Kapuas", "Selat", "Y", "62.04.01.2001", "Ani"],
        "",
        "kode-kabupaten",
    ),
    "without a kabupaten": (["KIM X", "", "Selat", "Y", "", "Ani"], "", "impor-tanpa-kabupaten"),
    "without a code": (
        ["KIM X", "Kapuas", "Selat", "Y", "", "Ani"],
        "+kapuas/kim-x",
        "impor-tanpa-kode",
    ),
    "without a kecamatan": (["KIM X", "Kapuas", "", "Y", "62.03.01.2001", "A"], "", "kolom-wajib"),
    "with a name that is a page": (
        ["Profil", "Kapuas", "Selat", "Y", "62.03.01.2001", "A"],
        "+kapuas/kim-profil",
        "",
    ),
    "with a name of no letters": (
        ["???", "Kapuas", "Selat", "Y", "62.03.01.2001", "A"],
        "",
        "impor-nama-folder",
    ),
    "in an unknown kecamatan": (
        ["KIM X", "Kapuas", "Slat", "Y", "62.03.01.2001", "A"],
        "+kapuas/kim-x",
        "impor-kecamatan-asing",
    ),
}


@pytest.mark.parametrize("case", ROWS)
def test_a_row_finds_its_kim(case: str, province: Province) -> None:
    row, site, code = ROWS[case]
    report = brought(province, [HEAD, row])
    found = [*changes(report), *(f"+{step['site']}" for step in report["new"])]
    assert found == ([site] if site else [])
    assert [c for c, _row in codes(report)] == ([code] if code else [])


def test_the_number_of_the_ministry_decides(province: Province) -> None:
    province.replace(f"content/{HANDEP}/kim.yml", "level:", "nomor_induk: KIM-62-0001\nlevel:")
    rows: Rows = [
        ["Nama KIM", "NIB", "Kab", "Kec."],
        ["KIM Handep Jaya", "KIM 62 0001", "Kapuas", "Timpah"],
        ["KIM Lain", "KIM-62-0001", "Kapuas", "Timpah"],
    ]
    report = brought(province, rows)
    assert changes(report) == {
        HANDEP: [
            ("nama", "KIM Handep", "KIM Handep Jaya"),
            ("nomor_induk", "KIM-62-0001", "KIM 62 0001"),
        ]
    }
    assert codes(report) == [("impor-ganda", 3)]


def test_villages_of_one_name_are_told_apart_or_asked_for(province: Province) -> None:
    rows: Rows = [
        HEAD,
        ["KIM Sumber Makmur", "Kapuas", "Selat", "Sumber Makmur", "62.03.01.2005", ""],
        ["KIM Sumber Makmur", "Kapuas", "Timpah", "Sumber Makmur", "62.03.09.2005", ""],
        ["KIM SUMBER MAKMUR", "Kapuas", "Kec. Timpah", "Sumber Makmur", "", ""],
    ]
    report = brought(province, rows)
    assert [step["site"] for step in report["new"]] == [
        "kapuas/kim-sumber-makmur",
        "kapuas/kim-sumber-makmur-timpah",
    ]
    assert codes(report) == [("impor-ganda", 4)]
    asked = brought(province, [HEAD[:5], ["KIM Sumber Makmur", "Kapuas", "", "Sumber Makmur", ""]])
    assert codes(asked) == [("impor-banyak-cocok", 2)]


def test_a_list_of_one_kabupaten(province: Province) -> None:
    rows: Rows = [
        ["Nama KIM", "Kab", "Kec.", "Kode"],
        ["KIM A", "", "Selat", "62.03.01"],
        ["KIM B", "Barito Selatan", "Dusun Selatan", "62.04.06"],
        ["KIM C", "Barito Selatan", "Dusun Selatan", "62.04.06"],
    ]
    report = brought(province, rows, "--kabupaten", "kab kapuas")
    assert [step["site"] for step in report["new"]] == ["kapuas/kim-a"]
    assert codes(report) == [("impor-kabupaten-lain", 3)]
    assert "level: kecamatan" in province.read("content/kapuas/kim-a/kim.yml")


def test_a_kabupaten_that_has_no_register_gets_one(province: Province) -> None:
    province.remove("content/barito-selatan")
    brought(province, [HEAD, ["KIM A", "Barsel", "Dusun Selatan", "Sanggu", "62.04.06.2003", ""]])
    made = province.read("content/barito-selatan/kabupaten.yml")
    assert made == 'nama: Kabupaten Barito Selatan\nkode: "62.04"\n'


def test_a_decree_without_number_is_not_made_up(province: Province) -> None:
    rows: Rows = [
        [*HEAD, "Masa Bakti"],
        ["KIM A", "Kapuas", "Selat", "", "62.03.01", "", "2024-2028"],
    ]
    report = brought(province, rows)
    assert codes(report) == [("impor-sk-tanpa-nomor", 2)]
    assert "sk" not in province.read("content/kapuas/kim-a/kim.yml")


def test_what_the_register_refuses_is_not_written(province: Province) -> None:
    head = ["Nama KIM", "Kode", "Kec.", "Mulai", "Akhir", "No SK"]
    row = ["KIM Handep", "62.03.09.2004", "Timpah", "1 Januari 2028", "1 Januari 2024", "1"]
    before = province.read(f"content/{HANDEP}/kim.yml")
    report = brought(province, [head, row])
    assert codes(report) == [("selesai-sebelum-mulai", 2)]
    assert report["diagnostics"][0]["field"] == "Akhir"
    assert province.read(f"content/{HANDEP}/kim.yml") == before


def test_a_register_that_cannot_be_read_is_left_alone(province: Province) -> None:
    province.write(f"content/{HANDEP}/kim.yml", "nama: 'KIM Handep\n")
    rows = [HEAD, ["KIM Handep", "Kapuas", "Timpah", "Handep", "62.03.09.2004", "Ani"]]
    report = brought(province, rows)
    assert (report["new"], codes(report)) == ([], [("impor-kim-rusak", 2)])


def test_who_writes_meanwhile_is_not_overwritten(
    province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [HEAD, ["KIM Handep", "Kapuas", "Timpah", "Handep", "", "Ani"]]

    def plan_while_someone_writes(*arguments: Any) -> Plan:
        plan = make_plan(*arguments)
        province.replace(f"content/{HANDEP}/kim.yml", "Timpah", "Timpah  # benar")
        return plan

    monkeypatch.setattr("sitegen.importing.plan.make_plan", plan_while_someone_writes)
    assert codes(brought(province, rows)) == [("impor-berubah", 2)]
    assert "# benar" in province.read(f"content/{HANDEP}/kim.yml")


def test_a_folder_with_texts_gets_its_register(province: Province) -> None:
    province.remove(f"content/{TELO}/kim.yml")
    report = brought(province, [HEAD, ["KIM Telo", "Kapuas", "Selat", "", "62.03.01", "Budi"]])
    assert [step["site"] for step in report["new"]] == [TELO]


@pytest.mark.parametrize("name", ["register.xlsx", "register.csv"])
def test_a_form_explains_itself_and_can_be_filled(name: str, province: Province) -> None:
    assert run("export", "register", name, "--template", cwd=province.root).returncode == 0
    report = json.loads(
        run("import", "register", name, "--format", "json", cwd=province.root).stdout
    )
    assert codes(report) == [("impor-tanpa-isi", 2)]


def test_both_ways_of_export_work(province: Province) -> None:
    first = run("export", HANDEP, "--offline", "--output", "a.zip", cwd=province.root)
    second = run("export", "--offline", "kim-handep", "--output", "b.zip", cwd=province.root)
    assert (first.returncode, second.returncode) == (0, 0)
    assert province.path("a.zip").read_bytes() == province.path("b.zip").read_bytes()
    for _time in "12":
        run("export", "register", "r.xlsx", "--kabupaten", "Kapuas", cwd=province.root)
        province.path("r.xlsx").rename(province.path(f"r{_time}.xlsx"))
    assert province.path("r1.xlsx").read_bytes() == province.path("r2.xlsx").read_bytes()
    assert run("export", "register", "r.ods", cwd=province.root).returncode == 2
    assert run("import", "register", "a.zip", cwd=province.root).returncode == 2


def test_only_the_kim_of_one_kabupaten_are_given_back(province: Province, tmp_path: Path) -> None:
    out = tmp_path / "r.csv"
    run("export", "register", str(out), "--kabupaten", "Barsel", cwd=province.root)
    text = out.read_text(encoding="utf-8-sig")
    assert [line.split(";")[0] for line in text.splitlines()] == ["Nama KIM", "KIM Sanggu"]
