"""What offices write in a cell, and what the register then holds."""

from datetime import date

import pytest

from sitegen.importing.cells import Cell, cell
from sitegen.importing.claims import read_claims
from sitegen.importing.columns import COLUMNS, EXPORTED, meaning
from sitegen.importing.names import Region, Regions, kim_key, spoken
from sitegen.importing.rows import Record
from sitegen.importing.values import Claim

HEADINGS = {
    "Desa/Kel.": "desa",
    "Nama Desa / Kelurahan *": "desa",
    "No. HP": "kontak.whatsapp",
    "No HP/WA": "kontak.whatsapp",
    "Contact Person": "kontak.whatsapp",
    "Ketua": "pengurus.ketua",
    "No SK": "sk.nomor",
    "Nomor Surat Keputusan": "sk.nomor",
    "Tgl SK": "sk.tanggal",
    "Tgl. SK (dd/mm/yyyy)": "sk.tanggal",
    "Masa Bakti": "_masa_bakti",
    "Kec.": "kecamatan",
    "Kab/Kota": "_kabupaten",
    "KABUPATEN / KOTA": "_kabupaten",
    "Jml Anggota": "jumlah_anggota",
    "Jumlah\nAnggota": "jumlah_anggota",
    "Nama Kelompok Informasi Masyarakat": "nama",
    "E-mail": "kontak.surel",
    "Medsos": "_media_sosial",
    "Website": "situs",
    "No. HP Ketua": "!",
    "NIK": "!",
    "Tempat/Tgl Lahir": "!",
    "No.": "#",
    "Ket.": "#",
    "Tinggi badan": "",
}
SPANNED = {
    ("SK", "Nomor"): "sk.nomor",
    ("Surat Keputusan", "Tgl."): "sk.tanggal",
    ("SK Pembentukan", "Tanggal"): "sk.tanggal",
    ("Masa Bakti", "Mulai"): "sk.mulai",
    ("Masa Bakti", "s/d"): "",
    ("Masa Jabatan", "Akhir"): "sk.akhir",
    ("Pengurus KIM", "Sekretaris"): "pengurus.sekretaris",
    ("Ketua KIM", "Nama"): "pengurus.ketua",
    ("Ketua KIM", "No. HP"): "!",
    ("Kepala Desa", "Nama"): "",
    ("Identitas KIM", "Nama"): "nama",
    ("Alamat", "Kec."): "kecamatan",
    ("Kontak", "Email"): "kontak.surel",
}


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_is_known_by_what_it_means(heading: str) -> None:
    assert meaning("", heading) == HEADINGS[heading]


@pytest.mark.parametrize("pair", SPANNED)
def test_a_heading_below_another(pair: tuple[str, str]) -> None:
    assert meaning(*pair) == SPANNED[pair]


def test_every_heading_that_is_written_is_understood() -> None:
    assert [meaning("", column.heading) for column in EXPORTED] == [c.key for c in EXPORTED]
    names = [name for column in COLUMNS for name in set(column.names)]
    assert sorted(names) == sorted(set(names)), "a name that means two columns"


def said(**cells: object) -> dict[str, object]:
    """Give what a row says by field, and its findings by heading; ``__`` stands for a dot."""
    row: dict[str, Cell] = {key.replace("__", "."): cell(raw) for key, raw in cells.items()}
    claims, findings = read_claims(Record("d.xlsx", 2, row, {key: key for key in row}))
    return {path: c.value for path, c in claims.items()} | {f"!{f.field}": f.code for f in findings}


CELLS: dict[str, tuple[dict[str, object], dict[str, object]]] = {
    "a date": ({"sk__tanggal": date(2024, 7, 9)}, {"sk.tanggal": "9 Juli 2024"}),
    "a date in words": ({"sk__tanggal": "Selasa, 9 Juli 2024"}, {"sk.tanggal": "9 Juli 2024"}),
    "a date with a clock": ({"sk__tanggal": "2024-07-09 00:00:00"}, {"sk.tanggal": "9 Juli 2024"}),
    "a serial number": ({"sk__tanggal": 45482.0}, {"sk.tanggal": "9 Juli 2024"}),
    "a serial number as text": ({"sk__tanggal": "45482"}, {"sk.tanggal": "9 Juli 2024"}),
    "no such day": ({"sk__tanggal": "31/02/2024"}, {"!sk.tanggal": "tanggal"}),
    "a year alone": ({"sk__tanggal": 2024}, {"!sk.tanggal": "tanggal"}),
    "a phone as a number": (
        {"kontak__whatsapp": 84000000001.0},
        {"kontak.whatsapp": "084000000001"},
    ),
    "a phone without zero": (
        {"kontak__whatsapp": "8400-0000-001"},
        {"kontak.whatsapp": "084000000001"},
    ),
    "a phone with its country": (
        {"kontak__whatsapp": 6284000000001},
        {"kontak.whatsapp": "6284000000001"},
    ),
    "two phones": (
        {"kontak__whatsapp": "0840-0000-0001 / 0840-1"},
        {"kontak.whatsapp": "0840-0000-0001"},
    ),
    "a phone that lost digits": (
        {"kontak__whatsapp": "8,4E+10"},
        {"!kontak.whatsapp": "impor-ilmiah"},
    ),
    "a landline": ({"kontak__telepon": 5362345678}, {"kontak.telepon": "05362345678"}),
    "no phone": ({"kontak__whatsapp": "menyusul"}, {"!kontak.whatsapp": "telepon"}),
    "a code without dots": ({"kode": 6203092004}, {"kode": "62.03.09.2004"}),
    "a code of a kecamatan": ({"kode": "620309"}, {"kode": "62.03.09"}),
    "a code as a number": ({"kode": 62.1}, {"kode": "62.10"}),
    "no code": ({"kode": "belum"}, {"!kode": "kode"}),
    "a count": ({"jumlah_anggota": "15 orang"}, {"jumlah_anggota": "15"}),
    "a count twice": ({"jumlah_anggota": "15 (lima belas)"}, {"jumlah_anggota": "15"}),
    "no count": ({"jumlah_anggota": "banyak"}, {"!jumlah_anggota": "bilangan"}),
    "capitals": ({"pengurus__ketua": "SITI AMINAH, S.PD"}, {"pengurus.ketua": "Siti Aminah, S.Pd"}),
    "a village with what it is": ({"desa": "Ds. SEI RUNGUN II"}, {"desa": "Sei Rungun II"}),
    "a kelurahan": ({"_kelurahan": "Kel. Selat Hulu"}, {"desa": "Selat Hulu"}),
    "a level": ({"level": "Kel."}, {"level": "kelurahan"}),
    "a list on lines": ({"anggota": "1. Budi\n2. Siti, S.Pd"}, {"anggota": ["Budi", "Siti, S.Pd"]}),
    "sections": (
        {"pengurus__bidang": "Penyebaran: Ani\nPengumpulan"},
        {"pengurus.bidang": [{"nama": "Penyebaran", "ketua": "Ani"}, {"nama": "Pengumpulan"}]},
    ),
    "a decree in one cell": (
        {"sk__nomor": "SK Lurah Kemiri Nomor 17 Tahun 2023 tertanggal 12 Desember 2023"},
        {
            "sk.nomor": "17 Tahun 2023",
            "sk.penerbit": "Lurah Kemiri",
            "sk.tanggal": "12 Desember 2023",
        },
    ),
    "a decree with its label": (
        {"sk__nomor": "No. 188.45/17/2023"},
        {"sk.nomor": "188.45/17/2023"},
    ),
    "a term of years": (
        {"_masa_bakti": "2023 s/d 2028"},
        {"sk.mulai": "1 Januari 2023", "sk.akhir": "31 Desember 2028"},
    ),
    "a term from the decree on": (
        {"sk__tanggal": date(2024, 2, 29), "_masa_bakti": "5 (lima) tahun"},
        {
            "sk.tanggal": "29 Februari 2024",
            "sk.mulai": "29 Februari 2024",
            "sk.akhir": "27 Februari 2029",
        },
    ),
    "a term of two dates": (
        {"_masa_bakti": "01-01-2024 - 31-12-2028"},
        {"sk.mulai": "1 Januari 2024", "sk.akhir": "31 Desember 2028"},
    ),
    "a term with its end alone": (
        {"_masa_bakti": "s.d. 31 Desember 2028"},
        {"sk.akhir": "31 Desember 2028"},
    ),
    "no term": ({"_masa_bakti": "lama"}, {"!_masa_bakti": "impor-masa-bakti"}),
    "networks in one cell": (
        {"_media_sosial": "www.facebook.com/kim.a, https://x.com/kima"},
        {
            "media_sosial.facebook": "https://www.facebook.com/kim.a",
            "media_sosial.x": "https://x.com/kima",
        },
    ),
    "a handle": (
        {"media_sosial__instagram": "@kim.handep"},
        {"media_sosial.instagram": "https://instagram.com/kim.handep"},
    ),
    "a site of its own": ({"situs": "kimhandep.id"}, {"situs": "https://kimhandep.id"}),
    "a site that others make": ({"situs": "handep.kim.id"}, {"!situs": "impor-situs-lain"}),
    "a position in two columns": (
        {"_lintang": -1.763, "_bujur": "114,303"},
        {"koordinat": "-1.763, 114.303"},
    ),
}


@pytest.mark.parametrize("case", CELLS)
def test_a_cell_becomes_what_the_register_holds(case: str) -> None:
    cells, expected = CELLS[case]
    assert said(**cells) == expected


AGREE = {
    ("sk.tanggal", "9 Juli 2024", "2024-07-09"): True,
    ("kontak.whatsapp", "084000000001", "+62 840-0000-0001"): True,
    ("bidang_fokus", "pertanian, UMKM", "pertanian,UMKM"): True,
    ("nama", "Handep", "KIM Handep"): True,
    ("nama", "KIM Handep", "Handep"): False,
    ("desa", "Handep", "HANDEP"): False,
    ("desa", "Handep", "Handep Hulu"): False,
}


@pytest.mark.parametrize("case", AGREE)
def test_one_fact_written_in_two_ways_is_no_change(case: tuple[str, str, str]) -> None:
    path, new, old = case
    assert Claim(new).agrees(path, old) is AGREE[case]


def test_less_exact_is_no_change() -> None:
    assert Claim("1 Januari 2023", year=True).agrees("sk.mulai", "12 Desember 2023")
    assert not Claim("1 Januari 2022", year=True).agrees("sk.mulai", "12 Desember 2023")
    assert Claim("Sei Rungun", caps=True).agrees("desa", "sei rungun")


REGIONS = Regions(
    Region(name.casefold().replace(" ", "-"), f"{kind} {name}", code)
    for kind, name, code in (
        ("Kabupaten", "Kapuas", "62.03"),
        ("Kabupaten", "Kapuas Hulu", "61.06"),
        ("Kabupaten", "Kotawaringin Barat", "62.01"),
        ("Kabupaten", "Kotawaringin Timur", "62.02"),
        ("Kabupaten", "Pulang Pisau", "62.11"),
        ("Kota", "Palangka Raya", "62.71"),
    )
)


@pytest.mark.parametrize(
    ("written", "folder"),
    [
        ("Kab. Kapuas", "kapuas"),
        ("KAB KAPUAS", "kapuas"),
        ("Kapuas", "kapuas"),
        ("KABUPATEN KAPUAS HULU", "kapuas-hulu"),
        ("Kota Palangkaraya", "palangka-raya"),
        ("KOTIM", "kotawaringin-timur"),
        ("Kobar", "kotawaringin-barat"),
        ("Pulpis", "pulang-pisau"),
        ("Kotawaringin", ""),
        ("Banjar", ""),
    ],
)
def test_a_kabupaten_by_any_of_its_names(written: str, folder: str) -> None:
    found = REGIONS.find(written)
    assert (found.folder if found else "") == folder


@pytest.mark.parametrize(
    ("title", "folder"),
    [
        ("DAFTAR KIM KABUPATEN KAPUAS TAHUN 2026", "kapuas"),
        ("Rekap KIM Kab. Kapuas Hulu", "kapuas-hulu"),
        ("KIM KAB. KAPUAS DAN KAB. PULANG PISAU", ""),
        ("Laporan Kapuas", ""),
    ],
)
def test_a_title_names_the_kabupaten(title: str, folder: str) -> None:
    found = REGIONS.named_in([title])
    assert (found.folder if found else "") == folder


def test_names_of_kim() -> None:
    assert kim_key('KIM "Handep Hapakat"') == kim_key("Handep-Hapakat") == "handephapakat"
    assert kim_key("Kelompok Informasi Masyarakat Ingko' Tambe") == kim_key("KIM INGKO’ TAMBE")
    assert spoken("KIM MU'UN III") == "KIM Mu'un III"
    assert spoken("Kim eMKa") == "Kim eMKa"
