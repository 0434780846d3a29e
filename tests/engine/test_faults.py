"""What a mistake costs: an entry, a KIM, never the rest."""

from pathlib import Path

import pytest

from sitegen.engine.survey import ProvinceUnreadable
from tests.helpers import (
    HANDEP,
    TELO,
    Province,
    faults,
    found,
    reasons,
    same_as_clean,
)

PANEN = f"content/{HANDEP}/berita/2026-11-18-panen-raya.md"
PANEN_PAGE = f"{HANDEP}/berita/panen-raya/index.html"


def test_a_broken_entry_costs_itself(built: Province, tmp_path: Path) -> None:
    built.replace(PANEN, "Rabu, 18 November 2026", "31-13-2026")
    report = built.build()
    (finding,) = faults(report)
    assert (finding.code, finding.file, finding.line) == ("tanggal", PANEN, 3)
    assert report.failed
    assert not (built.output / PANEN_PAGE).exists()
    assert (built.output / HANDEP / "berita" / "titian-baru" / "index.html").exists()
    same_as_clean(built, tmp_path / "lain")
    assert found(built.build()) == {PANEN: "tanggal"}, "a site left alone keeps its findings"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("level: rukun", "pilihan"),
        ("level: desa\ntema: tidak-ada", "tema-asing"),
        ("level: desa\nkode: '62.04.09.2004'", "kolom-ganda"),
        ("level: [", "yaml-kurung"),
    ],
)
def test_a_broken_register_costs_its_kim(
    built: Province, tmp_path: Path, wrong: str, code: str
) -> None:
    register = f"content/{HANDEP}/kim.yml"
    built.replace(register, "level: desa", wrong)
    report = built.build()
    assert found(report)[register] == code
    assert report.removed == [HANDEP]
    assert set(reasons(report)) == {"kapuas", ""}
    assert not (built.output / HANDEP).exists()
    same_as_clean(built, tmp_path / "lain")
    built.replace(register, wrong, "level: desa")
    assert not built.build().failed
    same_as_clean(built, tmp_path / "nanti")


def test_a_code_of_another_kabupaten_costs_its_kim(built: Province) -> None:
    built.move(f"content/{HANDEP}", "content/barito-selatan/kim-handep")
    report = built.build()
    register = "content/barito-selatan/kim-handep/kim.yml"
    assert found(report)[register] == "kode-kabupaten"
    assert not (built.output / "barito-selatan" / "kim-handep").exists()


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{% extends 'bagian/kerangka.html' %}\n{% block isi %}\n{{ kim.tidak_ada }}", 3),
        ("{% if", 1),
    ],
)
def test_a_failing_template_names_file_and_line_and_costs_the_kim_that_use_it(
    built: Province, tmp_path: Path, template: str, line: int
) -> None:
    built.write("themes/anak/theme.yml", "induk: polos\n")
    built.write("themes/anak/templates/kim/profil.html", template)
    built.write(f"content/{TELO}/kim.yml", built.read(f"content/{TELO}/kim.yml") + "tema: anak\n")
    report = built.build()
    (finding,) = faults(report)
    assert (finding.code, finding.file) == ("tema-rusak", "themes/anak/templates/kim/profil.html")
    assert finding.line == line
    assert TELO in finding.message
    assert not (built.output / TELO).exists()
    assert (built.output / HANDEP / "index.html").exists()
    same_as_clean(built, tmp_path / "lain")
    assert built.build().built == []


def test_a_style_sheet_that_is_no_text_is_a_fault_of_its_theme(province: Province) -> None:
    province.write("themes/polos/static/gaya.css", b"h1 {}\nh2 {}\xff")
    located = {(d.code, d.file, d.line) for d in faults(province.build())}
    assert located == {("tema-rusak", "themes/polos/static/gaya.css", 2)}


def test_a_fault_of_sitegen_leaves_the_last_pages_and_is_noted(
    built: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = built.tree()
    built.replace(PANEN, "12 ton", "13 ton")

    def fail(*_: object) -> None:
        raise ZeroDivisionError("pembagian dengan nol")

    with monkeypatch.context() as patch:
        patch.setattr("sitegen.site.kim.build_kim", fail)
        report = built.build()
    assert found(report) == {f"content/{HANDEP}/": "kesalahan-sitegen"}
    assert built.tree() == before
    assert "ZeroDivisionError" in built.read(".sitegen/galat.log")
    assert HANDEP in reasons(built.build())


def test_a_province_that_cannot_be_read_stops_the_build_and_leaves_the_output(
    built: Province,
) -> None:
    before = built.tree()
    built.replace("content/provinsi.yml", "kode:", "kod:")
    with pytest.raises(ProvinceUnreadable) as stopped:
        built.build()
    assert {d.file for d in stopped.value.findings} == {"content/provinsi.yml"}
    assert built.tree() == before
