"""Photos of identity papers are told by their names, and from photos of people queueing."""

from pathlib import Path

import pytest

from sitegen.content.documents import Shown, papers_in
from sitegen.diagnostics import Severity
from tests.helpers import HANDEP, Province, entry, found, photo, small_province

NAMES = {
    Shown.PAPERS: """
        ktp.jpg KTP.JPG ktp-pak-budi.jpg scan_ktp.png foto-ktp-ketua.jpeg e-ktp.jpg eKTP_budi.jpg
        ktp2.jpg kk.jpg KK-budi.pdf scan-kk.jpg kartu-keluarga.jpg kartu_keluarga_budi.jpg
        kartutandapenduduk.jpg akta-kelahiran-siti.jpg akte_lahir.jpg buku-nikah.jpg
        buku-rekening-kim.jpg paspor.jpg npwp-ketua.jpg ktp-warga.jpg
    """,
    Shown.PERHAPS: """
        perekaman-ktp.jpg pelayanan-ktp-el.jpg antrean-ektp-kecamatan.jpg syarat-kk.png
        sosialisasi-kartu-keluarga.jpg jemput-bola-akta-kelahiran.jpg
    """,
    Shown.NOTHING: """
        panen.jpg bantuan-120-kk.jpg 35kk.jpg pkk.jpg rapat-pkk-desa.jpg tokka.jpg kkn-unpar.jpg
        buku-kia.jpg kartu-vaksin.jpg aktivitas-lahir-batin.jpg logo.png
    """,
}


@pytest.mark.parametrize(
    ("name", "shown"),
    [(name, shown) for shown, names in NAMES.items() for name in names.split()],
)
def test_a_name_tells(name: str, shown: Shown) -> None:
    assert papers_in(name) is shown


@pytest.fixture
def province(tmp_path: Path) -> Province:
    """Give the small province."""
    return small_province(tmp_path / "provinsi")


@pytest.mark.parametrize("folder", [f"{HANDEP}/berita", "siaran"])
def test_a_photo_of_papers_is_published_nowhere(province: Province, folder: str) -> None:
    name = f"content/{folder}/ktp-budi.jpg"
    province.write(name, photo(9, (320, 200)))
    province.write(f"content/{folder}/kartu.md", entry("Kartu", foto="ktp-budi.jpg", alt_foto="x"))
    report = province.build()
    assert report.failed
    assert found(report)[name] == "foto-identitas"
    assert [path for path in province.tree() if path.endswith("/kartu/index.html")]
    assert not [path for path in province.tree() if "ktp" in path]


def test_a_photo_of_people_is_published_with_a_warning(province: Province) -> None:
    name = f"content/{HANDEP}/berita/perekaman-ktp.jpg"
    province.write(name, photo(9, (320, 200)))
    text = entry("Perekaman", foto="perekaman-ktp.jpg", alt_foto="Warga antre")
    province.write(f"content/{HANDEP}/berita/rekam.md", text)
    report = province.build()
    (finding,) = (d for d in report.diagnostics if d.file == name)
    assert (finding.code, finding.severity) == ("foto-identitas-mungkin", Severity.PERINGATAN)
    assert "perekaman-ktp" in province.read(f"output/{HANDEP}/berita/rekam/index.html")
