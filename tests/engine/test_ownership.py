"""Which files are ours: those are mended and pruned, and no others are touched."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers import (
    HANDEP,
    SANGGU,
    SITES,
    TELO,
    Province,
    faults,
    found,
    reasons,
    same_as_clean,
    tree,
)

PANEN = f"content/{HANDEP}/berita/2026-11-18-panen-raya.md"
PANEN_PAGE = f"{HANDEP}/berita/panen-raya/index.html"


def test_every_file_is_in_one_manifest(built: Province) -> None:
    listed = [
        f"{site}/{name}".lstrip("/")
        for site in SITES
        for name in (
            "manifest.json",
            *json.loads((built.output / site / "manifest.json").read_bytes())["berkas"],
        )
    ]
    assert sorted(listed) == sorted(built.tree())


@pytest.mark.parametrize("edited", [False, True])
def test_an_output_file_that_was_lost_or_edited_is_mended(built: Province, edited: bool) -> None:
    before = built.tree()
    for name in (PANEN_PAGE, "kapuas/index.html", "index.html", f"{TELO}/kim.json"):
        path = built.output / name
        path.write_bytes(b"disunting") if edited else path.unlink()
    report = built.build()
    damage = "keluaran-berubah" if edited else "keluaran-hilang"
    assert reasons(report) == {site: [damage] for site in (HANDEP, TELO, "kapuas", "")}
    assert report.files_written == 4
    assert built.tree() == before


def test_a_whole_output_that_was_lost_comes_back(built: Province) -> None:
    before = built.tree()
    built.remove("output")
    built.build()
    assert built.tree() == before


def test_files_of_someone_else_are_reported_and_left(province: Province) -> None:
    province.write(f"output/{PANEN_PAGE}", "punya orang")
    province.write("output/catatan.txt", "punya orang")
    report = province.build()
    assert found(report) == {f"output/{PANEN_PAGE}": "berkas-asing"}
    assert report.failed
    province.remove(f"content/{HANDEP}")
    province.build()
    assert province.read(f"output/{PANEN_PAGE}") == "punya orang"
    assert province.read("output/catatan.txt") == "punya orang"
    assert sorted(tree(province.output / HANDEP)) == ["berita/panen-raya/index.html"]


def test_a_place_that_was_made_free_is_filled(province: Province, tmp_path: Path) -> None:
    province.write(f"output/{PANEN_PAGE}", "punya orang")
    province.build()
    province.remove(f"output/{PANEN_PAGE}")
    assert not province.build().failed
    same_as_clean(province, tmp_path / "lain")


def _forget_all(province: Province) -> None:
    province.remove(".sitegen")


def _cut_states(province: Province) -> None:
    for path in (province.root / ".sitegen" / "state" / "situs").iterdir():
        path.write_bytes(path.read_bytes()[:40])


def _keep(province: Province) -> None:
    assert (province.root / ".sitegen").is_dir()


@pytest.mark.parametrize("memory", [_keep, _forget_all, _cut_states])
def test_what_is_gone_from_the_content_goes_from_the_output(
    built: Province, tmp_path: Path, memory: Callable[[Province], None]
) -> None:
    memory(built)
    built.remove(f"content/{TELO}")
    built.remove("content/barito-selatan")
    built.remove(PANEN)
    built.remove("content/siaran/2026-11-20-waspada-karhutla.md")
    report = built.build()
    assert sorted(report.removed) == ["barito-selatan", SANGGU, TELO]
    assert not (built.output / TELO).exists()
    assert not (built.output / "barito-selatan").exists()
    same_as_clean(built, tmp_path / "lain")
    remembered = {path.name for path in (built.root / ".sitegen").rglob("*.json")}
    assert not any("telo" in name or "barito" in name for name in remembered)


def test_a_state_that_cannot_be_read_is_said_and_costs_no_byte(built: Province) -> None:
    before = built.tree()
    _cut_states(built)
    report = built.build()
    assert reasons(report) == {site: ["catatan-rusak"] for site in SITES}
    assert {d.file for d in report.diagnostics if d.code == "state-rusak"} == {
        f"content/{site}/" if site else "content/" for site in SITES
    }
    assert (report.failed, report.files_written) == (False, 0)
    assert built.tree() == before


def test_each_output_folder_has_its_own_state(province: Province, tmp_path: Path) -> None:
    places = [province.root / "hasil", tmp_path / "hasil", province.root / "a-b", tmp_path / "a/b"]
    for place in places:
        assert province.build(output=place).files_written == len(tree(place))
    province.build()
    for place in places:
        assert province.build(output=place).built == []
        assert tree(place) == province.tree()


def test_an_old_address_that_belongs_to_another_site_is_not_taken(
    province: Province, tmp_path: Path
) -> None:
    about = "content/halaman/tentang.md"
    old = f"alias: kapuas, {HANDEP}/berita, manifest.json, index.html/lama, lama"
    province.replace(about, "menu: ya", f"menu: ya\n{old}")
    report = province.build()
    assert [d.code for d in faults(report)] == ["alias-dipakai"] * 4
    assert (province.output / "lama" / "index.html").exists()
    assert province.build().built == []
    same_as_clean(province, tmp_path / "lain")
