"""A build from scan to report: what is built, what is left alone, what is said."""

import gzip
from datetime import date, timedelta
from pathlib import Path

import brotli
import pytest
from filelock import FileLock, Timeout

from sitegen.engine import jobs
from tests.helpers import (
    HANDEP,
    KIM,
    SANGGU,
    SITES,
    TELO,
    TODAY,
    Province,
    entry,
    faults,
    found,
    photo,
    reasons,
    same_as_clean,
    tree,
)

PANEN = f"content/{HANDEP}/berita/2026-11-18-panen-raya.md"
PANEN_PAGE = f"{HANDEP}/berita/panen-raya/index.html"


def test_the_first_build_makes_every_site(province: Province) -> None:
    report = province.build()
    assert reasons(report) == {site: ["baru"] for site in SITES}
    assert (report.unchanged, report.files_deleted, faults(report)) == (0, 0, [])
    tree_ = province.tree()
    assert (report.files_written, report.bytes_written) == (
        len(tree_),
        sum(len(data) for data in tree_.values()),
    )
    assert report.pages == sum(name.endswith(".html") for name in tree_)
    assert report.scheduled == [date(2026, 12, 1)]


def test_the_second_build_does_nothing(built: Province) -> None:
    before = {path: path.stat() for path in built.root.rglob("*") if "kunci" not in path.name}
    built.build()  # what was written a moment ago is read once more, then trusted
    report = built.build()
    assert (report.built, report.unchanged) == ([], len(SITES))
    assert (report.files_written, report.bytes_written, report.files_deleted) == (0, 0, 0)
    after = {path: path.stat() for path in before}
    assert {p for p in before if before[p].st_mtime_ns != after[p].st_mtime_ns} <= {
        built.root / ".sitegen" / "state",
        built.root / ".sitegen" / "state" / "berkas.json",
    }


def test_an_edit_rebuilds_its_kim_and_what_shows_its_summary(built: Province) -> None:
    built.replace(PANEN, "**12 ton**", "**13 ton**")
    report = built.build()
    assert reasons(report) == {
        HANDEP: ["berkas-berubah"],
        "kapuas": ["ringkasan"],
        "": ["ringkasan"],
    }
    assert report.unchanged == 3


def test_an_edit_that_no_summary_shows_stays_inside_its_kim(built: Province) -> None:
    built.replace(f"content/{HANDEP}/halaman/sejarah.md", "Handep berarti", "Kata handep berarti")
    assert list(reasons(built.build())) == [HANDEP]


@pytest.mark.parametrize(
    ("day", "sites", "appears", "goes"),
    [
        (date(2026, 11, 29), {HANDEP, "kapuas", ""}, None, "gotong-royong"),
        (date(2026, 12, 1), {HANDEP, "kapuas", ""}, "posyandu", "air-bersih"),
        (date(2026, 12, 11), {*KIM, ""}, None, "waspada-karhutla"),
    ],
)
def test_a_day_that_passes_rebuilds_what_shows_it(
    built: Province, tmp_path: Path, day: date, sites: set[str], appears: str | None, goes: str
) -> None:
    built.build(day - timedelta(days=1))
    before = (built.output / HANDEP / "index.html").read_text()
    report = built.build(day)
    assert set(reasons(report)) == sites
    assert "tanggal" in reasons(report)[HANDEP]
    after = (built.output / HANDEP / "index.html").read_text()
    assert goes in before
    assert goes not in after
    assert appears is None or appears in after
    same_as_clean(built, tmp_path / "lain", day)


def test_a_day_on_which_nothing_happens_rebuilds_nothing(built: Province) -> None:
    assert built.build(TODAY + timedelta(days=1)).built == []


def test_a_build_of_one_kim_leaves_the_others_for_the_next(built: Province, tmp_path: Path) -> None:
    built.replace(PANEN, "12 ton", "13 ton")
    built.write(f"content/{SANGGU}/berita/baru.md", entry("Kabar baru"))
    built.remove(f"content/{TELO}")
    report = built.build(only=(HANDEP,))
    assert reasons(report) == {HANDEP: ["berkas-berubah"]}
    assert (report.unchanged, report.removed) == (0, [])
    assert (built.output / TELO / "index.html").exists()
    assert set(reasons(built.build())) == {SANGGU, "barito-selatan", "kapuas", ""}
    same_as_clean(built, tmp_path / "lain")


def test_drafts_are_shown_when_asked_for_and_go_again(built: Province) -> None:
    before = built.tree()
    draft = built.output / HANDEP / "berita" / "rencana" / "index.html"
    report = built.build(drafts=True)
    assert all(reasons(report)[kim] == ["draf"] for kim in KIM)
    assert "Draf" in draft.read_text()
    assert (built.output / HANDEP / "berita" / "posyandu").is_dir()
    built.build()
    assert built.tree() == before


def test_two_builds_at_once_are_refused(built: Province) -> None:
    with FileLock(built.root / ".sitegen" / "kunci"), pytest.raises(Timeout):
        built.build()
    assert not built.build().failed


def test_a_dry_run_writes_nothing_at_all(province: Province) -> None:
    before = tree(province.root)
    report = province.build(dry=True)
    assert reasons(report) == {site: ["baru"] for site in SITES}
    assert tree(province.root) == before


def test_a_clean_build_renders_all_and_writes_nothing_when_nothing_changed(
    built: Province,
) -> None:
    report = built.build(clean=True)
    assert reasons(report) == {site: ["paksa"] for site in SITES}
    assert report.files_written == 0


def test_a_new_version_of_sitegen_builds_all_anew(
    built: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.replace(PANEN, "judul:", "jdul:")
    built.build()
    monkeypatch.setattr(jobs, "engine_version", lambda: "lain")
    monkeypatch.setattr("sitegen.engine.build.engine_version", lambda: "lain")
    monkeypatch.setattr("sitegen.engine.survey.engine_version", lambda: "lain")
    planned = built.build(dry=True)
    assert faults(planned) == [], "findings of another version may have words this one lacks"
    report = built.build()
    assert all("versi" in codes for codes in reasons(report).values())
    assert set(found(report)) == {PANEN}


def test_a_kabupaten_without_register_follows_the_list_of_the_province(
    built: Province, tmp_path: Path
) -> None:
    built.remove("content/kapuas/kabupaten.yml")
    built.build()
    built.replace("content/provinsi.yml", "jumlah_kecamatan: 17", "jumlah_kecamatan: 18")
    built.build()
    assert "18 kecamatan" in built.read("output/kapuas/index.html")
    same_as_clean(built, tmp_path / "lain")


def test_compressed_twins_follow_their_texts_and_go_again(built: Province) -> None:
    before = built.tree()
    built.build(precompress=True)
    twins = {name: data for name, data in built.tree().items() if name not in before}
    assert f"{PANEN_PAGE}.gz" in twins
    for name, data in twins.items():
        text = built.tree()[name.rpartition(".")[0]]
        assert (gzip.decompress(data) if name.endswith(".gz") else brotli.decompress(data)) == text
    assert built.build(precompress=True).built == []
    built.build()
    assert built.tree() == before


def test_a_photo_is_encoded_once(province: Province, monkeypatch: pytest.MonkeyPatch) -> None:
    province.build()
    province.write(f"content/{SANGGU}/berita/danau.jpg", photo(3))
    danau = f"content/{SANGGU}/berita/2026-11-19-danau.md"
    province.replace(danau, "kategori:", "foto: danau.jpg\nalt_foto: Danau\nkategori:")

    def refuse(data: bytes) -> None:
        raise AssertionError("the bytes of this photo are known from another KIM")

    monkeypatch.setattr("sitegen.site.album.render", refuse)
    assert not province.build().failed
    assert list((province.output / SANGGU / "foto").glob("danau-*.webp"))
