"""One KIM of a small province, read and composed but not rendered."""

from pathlib import Path

from sitegen.engine.open import OpenKim
from sitegen.engine.survey import Options
from sitegen.site.contract import SiteResult
from sitegen.site.kim import KimSite, open_kim
from sitegen.site.views import EntriView
from tests.helpers import HANDEP, TODAY, Province, entry, small_province

LAID = f"content/{HANDEP}"
"""The folder of the KIM."""


def rich_province(folder: Path) -> Province:
    """Give the small province with more potensi and agenda."""
    province = small_province(folder)
    potensi = {"tanggal": "", "jenis": "kerajinan"}
    place = "\n  nama: Danau Handep\n  koordinat: -1.7630, 114.3030"
    for name, text in {
        "potensi/tikar.md": entry("Tikar purun", **potensi, harga="Rp 50.000 - Rp 150.000"),
        "potensi/ukiran.md": entry("Ukiran kayu", **potensi),
        "potensi/danau.md": entry("Danau Handep", tanggal="", jenis="wisata", tempat=place),
        "agenda/rapat.md": entry(
            "Rapat desa",
            tanggal="",
            mulai="2026-11-28 pukul 08.00",
            selesai="2026-11-28 pukul 11.00",
            tempat="Balai Desa",
            koordinator="Ketua BPD",
        ),
        "agenda/pasar.md": entry(
            "Pasar, bazar; dan lomba",
            tanggal="",
            mulai="2026-12-05",
            selesai="2026-12-07",
            tempat="Lapangan",
        ),
        "agenda/doa.md": entry("Doa bersama", tanggal="", mulai="2026-12-24", tempat="Gereja"),
    }.items():
        province.write(f"{LAID}/{name}", text)
    return province


def open_site(province: Province, site: str = HANDEP) -> KimSite:
    """Read a KIM and compose its texts."""
    kim = OpenKim(province.workspace, site, Options(str(province.output), TODAY))
    result = SiteResult()
    opened = open_kim(kim.job, kim.files, kim.memo, result)
    assert opened is not None, result.diagnostics
    return opened


def view_of(site: KimSite, path: str) -> EntriView:
    """Give an entry by its address, a siaran too."""
    return next(view for view in (*site.views, *site.shelf.siaran) if view.path == path)
