"""A declaration applied to what was typed: every fault at once, each at its place."""

import pytest

from sitegen.content.reader import read_entry, read_kabupaten, read_kim, read_provinsi
from sitegen.content.types import Aspirasi, Klarifikasi
from tests.content_helpers import codes, entry

FOLDER = "content/kapuas/kim-handep"
ASPIRASI = "judul: Lampu padam\nnomor: 1/2026\ntanggal: 2026-11-10\njenis: aspirasi\n"
KLARIFIKASI = "judul: Kabar\ntanggal: 2026-11-10\nklaim: Dipotong\nputusan: hoaks\n"


def found(jenis: str, fields: str) -> list[tuple[str, str, int, int]]:
    """Give each finding about an entry: its code, field, line and column."""
    _entry, findings = read_entry(f"{FOLDER}/{jenis}/x.md", entry(fields))
    return [(f.code, f.field, f.line, f.column) for f in findings]


def test_every_fault_is_told_at_once() -> None:
    fields = "judul:\ntangal: besok\ndraf: mungkin\nfoto: /a.jpg\ngaleri: b.jpg\nkelas: x"
    assert sorted(found("berita", fields), key=lambda place: place[2]) == [
        ("kolom-wajib", "tanggal", 1, 1),
        ("kolom-wajib", "judul", 2, 1),
        ("kolom-asing", "tangal", 3, 1),
        ("ya-tidak", "draf", 4, 7),
        ("jalur", "foto", 5, 7),
        ("harus-daftar", "galeri", 6, 9),
        ("pilihan", "kelas", 7, 8),
    ]


@pytest.mark.parametrize(
    ("more", "finding"),
    [
        ("tempat: Hilir", ("harus-kelompok", "tempat", 6, 9)),
        ("tempat: {dusn: Hilir}", ("kolom-asing", "tempat.dusn", 6, 10)),
        ("tempat: {koordinat: x}", ("koordinat", "tempat.koordinat", 6, 21)),
        ("tempat:\n  nama: [a]", ("harus-teks", "tempat.nama", 7, 3)),
        ("tempat: {}\nriwayat:\n  - status: selesai", ("kolom-wajib", "riwayat.1.tanggal", 8, 5)),
        ("tempat: {}\nriwayat:\n  - selesai", ("harus-kelompok", "riwayat.1", 8, 5)),
        ("tempat: {}\nriwayat: selesai", ("harus-daftar", "riwayat", 7, 10)),
        ("tempat: {}\ntopik:\n  - a\n  - b: c", ("harus-teks", "topik.2", 9, 5)),
        ("tempat: {}\nalias: a, ../b", ("alamat-situs", "alias", 7, 8)),
        (
            "tempat: {}\nriwayat:\n  - tanggal: 2026-11-11\n    status: ditolak",
            ("alasan-wajib", "riwayat.1.catatan", 8, 5),
        ),
    ],
)
def test_faults_inside_groups_and_lists(more: str, finding: tuple[str, str, int, int]) -> None:
    assert found("aspirasi", ASPIRASI + more) == [finding]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("sumber: Dinas Sosial", ["Dinas Sosial"]),
        ("sumber: https://contoh.id/a", ["https://contoh.id/a"]),
        ("sumber:\n  nama: Dinas Sosial", ["Dinas Sosial"]),
        ("sumber:\n  - Dinas Sosial\n  -\n  - nama: Kominfo", ["Dinas Sosial", "Kominfo"]),
    ],
)
def test_a_source_may_be_written_in_several_ways(source: str, names: list[str]) -> None:
    read, findings = read_entry(f"{FOLDER}/klarifikasi/x.md", entry(KLARIFIKASI + source))
    assert findings == []
    assert read is not None
    assert isinstance(read.data, Klarifikasi)
    assert [one.nama for one in read.data.sumber] == names


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("sumber:\n  nama: Dinas\n  alamat: x", ("kolom-asing", "sumber.alamat", 8, 3)),
        ("sumber:\n  - nama: Dinas\n    alamat: x", ("kolom-asing", "sumber.1.alamat", 8, 5)),
    ],
)
def test_an_unknown_key_in_an_only_item_is_left_out(
    source: str, place: tuple[str, str, int, int]
) -> None:
    """The item stands in the text without the dash that the declaration sees."""
    fields = KLARIFIKASI + source
    assert found("klarifikasi", fields) == [place]
    assert read_entry(f"{FOLDER}/klarifikasi/x.md", entry(fields))[0] is not None


@pytest.mark.parametrize(
    ("steps", "status"),
    [("", "diterima"), ("\nriwayat:\n  - {tanggal: 2026-11-11, status: Selesai}", "selesai")],
)
def test_the_status_of_an_aspirasi_is_that_of_its_last_step(steps: str, status: str) -> None:
    fields = f"{ASPIRASI}tempat: {{dusun: Hilir}}{steps}"
    read, _findings = read_entry(f"{FOLDER}/aspirasi/x.md", entry(fields))
    assert read is not None
    assert isinstance(read.data, Aspirasi)
    assert read.data.status == status


PROVINCE = """nama: Kalimantan Tengah
kode: "62"
url: https://kim.contoh.id
zona_waktu: Jakarta
kontak:
  surel: bukan surel
  nama: Diskominfo
kabupaten:
  - kode: "62.03"
    nama: Kabupaten Kapuas
    pusat: entah
  - nama: Tanpa kode
  - kode: "62.04"
    nama: Kabupaten Barito Selatan
"""


def test_a_province_loses_only_what_is_faulty() -> None:
    province, findings = read_provinsi("content/provinsi.yml", PROVINCE.encode())
    assert sorted(codes(findings)) == ["kolom-wajib", "koordinat", "surel", "zona"]
    assert province is not None
    assert province.zona_waktu == "WIB"
    assert province.kontak is not None
    assert (province.kontak.nama, province.kontak.surel) == ("Diskominfo", None)
    kabupaten = [(one.kode, one.pusat) for one in province.kabupaten]
    assert kabupaten == [("62.03", None), ("62.04", None)]


@pytest.mark.parametrize("line", ["nama: Kalimantan Tengah", 'kode: "62"', "url: https://a.id"])
def test_a_province_needs_its_name_code_and_address(line: str) -> None:
    lines = ["nama: Kalimantan Tengah", 'kode: "62"', "url: https://a.id"]
    text = "\n".join(other for other in lines if other != line)
    province, findings = read_provinsi("content/provinsi.yml", text.encode())
    assert province is None
    assert codes(findings) == ["kolom-wajib"]


def test_a_kabupaten_loses_only_what_is_faulty() -> None:
    text = b"nama: Kapuas\nkode: 62.03\njumlah_kecamatan: banyak\nkecamatan: Timpah\n"
    kabupaten, findings = read_kabupaten("content/kapuas/kabupaten.yml", text)
    assert sorted(codes(findings)) == ["bilangan", "harus-daftar"]
    assert kabupaten is not None
    assert (kabupaten.jumlah_kecamatan, kabupaten.kecamatan) == (None, ())


@pytest.mark.parametrize("level", ["desa", "kelurahan", "dusun", "kecamatan", "kabupaten"])
def test_a_kim_names_its_village_unless_it_stands_above_one(level: str) -> None:
    text = f"nama: KIM Handep\nlevel: {level}\nkode: 62.03.09\nkecamatan: Timpah\n"
    kim, findings = read_kim(f"{FOLDER}/kim.yml", text.encode())
    expected = [] if level in ("kecamatan", "kabupaten") else ["desa-wajib"]
    assert codes(findings) == expected
    assert (kim is None) == bool(expected)


def test_a_kim_is_not_shown_with_half_a_register() -> None:
    text = "nama: KIM Handep\nlevel: desa\nkode: 62.03.09.2004\ndesa: Handep\nkecamatan: Timpah\n"
    kim, findings = read_kim(f"{FOLDER}/kim.yml", f"{text}kontak:\n  surel: x\n".encode())
    assert kim is None
    assert codes(findings) == ["surel"]
