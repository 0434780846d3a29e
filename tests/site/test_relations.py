"""Texts that belong together: a wish asked twice, a reply to a broadcast, a translation."""

from pathlib import Path

import pytest

from sitegen.site.kim import KimSite
from tests.helpers import Province, entry, small_province
from tests.site.helpers import LAID, open_site, view_of

ASPIRASI = {"jenis": "aspirasi", "tempat": "\n  rt: RT 002"}
TEXTS = {
    "aspirasi/lampu-lagi.md": entry(
        "Lampu dermaga padam lagi", nomor="002/2026", sama_dengan="001/2026", **ASPIRASI
    ),
    "aspirasi/sendiri.md": entry("Sendiri", nomor="003/2026", sama_dengan="003/2026", **ASPIRASI),
    "aspirasi/keliru.md": entry("Keliru", nomor="004/2026", sama_dengan="00l/2026", **ASPIRASI),
    "berita/jaga-api.md": entry("Warga berjaga", tanggapan_siaran="2026-11-20-waspada-karhutla"),
    "berita/jaga-lagi.md": entry("Warga berjaga lagi", tanggapan_siaran="waspada-karhutla"),
    "berita/jaga-lain.md": entry("Salah sebut", tanggapan_siaran="waspada-karhutlah"),
    "berita/titian-nij.md": entry(
        "Titian RT 003 jari", bahasa="nij", terjemahan="2026-11-20-titian-baru.md"
    ),
    "berita/titian-sama.md": entry("Titian lagi", terjemahan="2026-11-20-titian-baru.md"),
    "berita/titian-hilang.md": entry("Titian lain", bahasa="nij", terjemahan="tidak-ada.md"),
}


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Province:
    """Give the small province with texts that name each other."""
    province = small_province(tmp_path_factory.mktemp("kait") / "provinsi")
    for name, text in TEXTS.items():
        province.write(f"{LAID}/{name}", text)
    return province


@pytest.fixture(scope="module")
def related(province: Province) -> KimSite:
    """Give the KIM of these texts, read and composed."""
    return open_site(province)


def test_a_wish_leads_to_the_same_asked_before(related: KimSite) -> None:
    again = view_of(related, "aspirasi/lampu-lagi/")
    assert again.sama is not None
    assert again.sama.path == "aspirasi/lampu-dermaga/"
    assert view_of(related, "aspirasi/lampu-dermaga/").sama is None


def test_no_wish_is_the_same_as_itself(related: KimSite) -> None:
    assert view_of(related, "aspirasi/sendiri/").sama is None


def test_a_broadcast_leads_to_what_a_kim_wrote_about_it(related: KimSite) -> None:
    siaran = view_of(related, "siaran/waspada-karhutla/")
    assert [reply.judul for reply in siaran.tanggapan] == ["Warga berjaga", "Warga berjaga lagi"]


@pytest.mark.parametrize("name", ["titian-sama", "titian-hilang", "panen-raya"])
def test_no_translation_where_there_is_none(name: str, related: KimSite) -> None:
    assert view_of(related, f"berita/{name}/").terjemahan is None


def test_a_translation_leads_to_its_original_and_says_its_language(related: KimSite) -> None:
    link = view_of(related, "berita/titian-nij/").terjemahan
    assert link is not None
    assert (link.judul, link.path, link.kode) == (
        "Titian RT 003 selesai",
        "berita/titian-baru/",
        "id",
    )


def test_names_that_lead_nowhere_are_reported_with_the_nearest_other(province: Province) -> None:
    report = province.build()
    told = {
        Path(d.file).name: (d.code, d.field, dict(d.params).get("saran", ""))
        for d in report.diagnostics
        if Path(d.file).name in {name.partition("/")[2] for name in TEXTS}
    }
    assert told["sendiri.md"][:2] == ("nomor-asing", "sama_dengan")
    assert told["sendiri.md"][2] != "003/2026"
    assert told["keliru.md"][:2] == ("nomor-asing", "sama_dengan")
    assert told["keliru.md"][2] != "004/2026"
    assert told["jaga-lain.md"] == ("siaran-asing", "tanggapan_siaran", "waspada-karhutla")
    assert told["titian-hilang.md"][:2] == ("tautan-putus", "terjemahan")
    assert len(told) == 4
