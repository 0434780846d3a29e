"""What the privacy guard does with a file: refuses, warns, hides, and knows its exceptions."""

import json

import pytest
from click.testing import CliRunner

from sitegen.cli.group import sitegen
from sitegen.content.privacy import Kind, scan_text
from sitegen.content.privacy.contacts import contacts_in, declared_by
from sitegen.content.reader import read_allowed, read_entry, read_kabupaten, read_kim
from sitegen.content.register import Kim, KontakLembaga, MediaSosial
from sitegen.diagnostics import Diagnostic
from tests.content_helpers import codes, entry, told
from tests.helpers import HANDEP, Province, faults

FIELDS = "judul: Panen\ntanggal: 2026-11-18"
BERITA = "content/kapuas/kim-handep/berita/panen.md"
PHONE, MAIL = "0812-0000-1234", "warga.fiktif@gmail.com"
ACCOUNT = "0000-01-000123-53-4"
ASPIRASI = "content/kapuas/kim-handep/aspirasi/lampu.md"
LEDGER = (
    "judul: Lampu padam\nnomor: 001/2026\ntanggal: 2026-11-18\n"
    "jenis: aspirasi\ntempat: {nama: Alur antara sungai dan danau}"
)


def about(fields: str, body: str, declared: frozenset[str] = frozenset()) -> list[Diagnostic]:
    """Read a berita and give its findings."""
    return read_entry(BERITA, entry(fields, f"{body}\n"), declared)[1]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (f"Kirim ke BRI {ACCOUNT}.", "rekening"),
        ("Sarmi lahir di Timpah, 12 Mei 1985.", "tanggal-lahir"),
        ("NIK ６２９９９９４１０１００\u200b０００１", "nik"),
    ],
)
def test_what_refuses_a_text_is_never_repeated(body: str, code: str) -> None:
    read, findings = read_entry(BERITA, entry(f"{FIELDS}\nasing: 1", f"{body}\n"))
    assert read is None
    assert codes(findings) == [code, "kolom-asing"]
    digits = [c for c in told(findings).partition(f"[{code}]")[2] if c.isdecimal()]
    private = [c for c in body if c.isdecimal()]
    assert "".join(private) not in "".join(digits)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (f"Hubungi {PHONE}.", "ponsel-pribadi"),
        (f"Kirim ke {MAIL}.", "surel-pribadi"),
        ("Penerima BLT:\n\n1. Sarmi\n2. Yusran", "daftar-penerima"),
        ("Balita Rafi Ananda sakit.", "nama-anak"),
    ],
)
def test_a_warning_leaves_the_text_as_it_is(body: str, code: str) -> None:
    read, findings = read_entry(BERITA, entry(FIELDS, f"{body}\n"))
    assert codes(findings) == [code]
    assert read is not None
    assert read.body.strip() == body
    assert "•" in findings[0].excerpt


def test_a_finding_points_at_the_place_in_the_text_as_written() -> None:
    (finding,) = about(FIELDS, "Baris satu.\n\nHubungi +62\u00a0812\u00a00000\u00a01234 ya.")
    assert (finding.line, finding.column, finding.length) == (7, 9, 17)
    assert finding.excerpt == "Hubungi +62\u00a081•\u00a0••••\u00a0•••• ya."


CONTACT = f"{FIELDS}\ntempat: Balai\nkontak:\n  whatsapp: {PHONE}\n  surel: {MAIL}"


@pytest.mark.parametrize("said", ["0812 0000 1234", "+62 812-0000-1234", "wa.me/6281200001234"])
def test_declared_contacts_may_be_repeated_however_they_are_written(said: str) -> None:
    body = f"Hubungi {said} atau WARGA.fiktif@gmail.com."
    assert codes(about(FIELDS, body)) == ["ponsel-pribadi", "surel-pribadi"]
    assert about(FIELDS, body, contacts_in([PHONE, MAIL])) == []


def test_the_contact_field_of_an_entry_declares() -> None:
    name = BERITA.replace("berita", "pengumuman")
    data = entry(CONTACT, f"Hubungi {PHONE} atau 0813-0000-9999.\n")
    _read, findings = read_entry(name, data)
    assert [(d.code, d.line) for d in findings] == [("ponsel-pribadi", 9)]


def test_an_example_in_a_remark_is_no_contact() -> None:
    assert about(f"{FIELDS}\n# whatsapp: {PHONE}", "Isi.") == []
    assert codes(about(FIELDS, f"# Hubungi {PHONE}")) == ["ponsel-pribadi"]


def test_registers_declare_their_contact_fields_and_nothing_else() -> None:
    kim = Kim(
        nama="KIM Handep",
        level="desa",
        kode="62.03.09.2004",
        kecamatan="Timpah",
        tentang="Ketua: 0813-0000-9999",
        kontak=KontakLembaga(whatsapp=PHONE, telepon="(0536) 000-1234", surel=MAIL),
        media_sosial=MediaSosial(facebook="https://wa.me/6285200001111"),
    )
    assert declared_by(kim) == {"6281200001234", "6285200001111", MAIL}


def test_a_register_is_searched_too() -> None:
    lines = ["nama: KIM Handep", "level: desa", 'kode: "62.03.09.2004"', "desa: Handep"]
    lines += ["kecamatan: Timpah", f"kontak: {{whatsapp: {PHONE}}}", f"slogan: Tanya {PHONE}"]
    kim, findings = read_kim("kim.yml", "\n".join([*lines, "visi: 0813 0000 9999"]).encode())
    assert kim is not None
    assert [(d.code, d.line) for d in findings] == [("ponsel-pribadi", 8)]
    account = f'nama: Kapuas\nkode: "62.03"\ntentang: BRI {ACCOUNT}'
    assert read_kabupaten("kabupaten.yml", account.encode())[0] is None


@pytest.mark.parametrize(
    ("more", "body", "expected"),
    [
        ("", f"Hubungi {PHONE}.", ["aspirasi-kontak"]),
        ("", f"Surel {MAIL}.", ["aspirasi-kontak"]),
        ("", "Pelapor: Sarmi, RT 002.", ["aspirasi-pengirim"]),
        ("\npengirim: {nama: Ibu Sarmi}", "Rumah Sarmi dekat tiang.", ["aspirasi-pengirim"]),
        ("\npengirim: {nama: Sarmi, persetujuan: ya}", "Rumah Sarmi dekat tiang.", []),
        (
            "\npengirim: {nama: Sarmi, persetujuan: entah}",
            "Sarmi.",
            ["aspirasi-pengirim", "ya-tidak"],
        ),
        ("\npengirim: {nama: Sarmi}", "Rumah warga dekat tiang.", []),
        (f"\nkontak: {{whatsapp: {PHONE}}}", "Isi.", ["aspirasi-kontak", "kolom-asing"]),
        ("\npengirim: {nama: Ketua RT 004}", "Ketua RT 004 menunggu.", []),
    ],
)
def test_an_aspirasi_protects_its_sender(more: str, body: str, expected: list[str]) -> None:
    read, findings = read_entry(ASPIRASI, entry(LEDGER + more, f"{body}\n"))
    assert codes(findings) == expected
    assert (read is None) is bool(expected)


def test_an_aspirasi_may_name_the_declared_contact_of_its_kim() -> None:
    data = entry(LEDGER, f"Tambahan ke {PHONE}.\n")
    assert read_entry(ASPIRASI, data, contacts_in([PHONE]))[1] == []


def allowing(text: str, reason: str = "Nomor seri alat") -> str:
    """Give fields that allow a text."""
    return f'{FIELDS}\nizinkan_privasi:\n  - teks: "{text}"\n    alasan: {reason}'


SERIAL = "6299994101000001"


def test_a_false_alarm_can_be_allowed_with_a_reason() -> None:
    read, findings = read_entry(BERITA, entry(allowing(SERIAL), f"Alat {SERIAL} dipasang.\n"))
    assert findings == []
    assert read is not None
    assert SERIAL in read.body


@pytest.mark.parametrize("text", ["6299", f"alat {SERIAL[:-1]}", "lain"])
def test_an_allowance_must_hold_the_whole_of_what_it_allows(text: str) -> None:
    findings = about(allowing(text), f"Alat {SERIAL} dipasang.")
    assert codes(findings) == ["nik", "izin-tak-terpakai"]
    assert SERIAL not in told(findings)


def test_an_allowance_is_for_its_words_only() -> None:
    findings = about(allowing(f"alat {SERIAL}"), f"Sebuah alat {SERIAL}. Warga {SERIAL}.")
    assert [(d.code, d.column) for d in findings] == [("nik", 37)]


def test_an_allowance_without_a_reason_allows_nothing() -> None:
    fields = f'{FIELDS}\nizinkan_privasi:\n  - teks: "{SERIAL}"'
    assert codes(about(fields, f"Alat {SERIAL}.")) == ["nik", "kolom-wajib"]


def test_allowances_are_listed_without_what_they_hide(province: Province) -> None:
    name = f"content/{HANDEP}/berita/alat.md"
    province.write(name, entry(allowing(f"alat {SERIAL}"), f"Sebuah alat {SERIAL}.\n"))
    arguments = ["check", "-w", str(province.root), "--privacy"]
    shown = CliRunner().invoke(sitegen, arguments)
    assert shown.exit_code == 0
    assert f"{name}:5: alat 6299••••••••••••\n      Alasan: Nomor seri alat\n" in shown.output
    record = json.loads(CliRunner().invoke(sitegen, [*arguments, "--format", "json"]).output)
    assert record["allowances"] == [
        {"file": name, "line": 5, "text": "alat 6299••••••••••••", "reason": "Nomor seri alat"}
    ]
    elsewhere = CliRunner().invoke(sitegen, [*arguments, "content/siaran"])
    assert SERIAL[:4] not in elsewhere.output


def test_the_report_hides_names_too() -> None:
    (allowed,) = read_allowed(BERITA, entry(allowing("balita Rafi Ananda"), "Isi.\n"))
    assert allowed.shown == "balita R••• A•••••"
    (allowed,) = read_allowed(BERITA, entry(allowing("Rumah Gizi"), "Isi.\n"))
    assert allowed.shown == "R•••• G•••"


@pytest.mark.parametrize(
    ("filename", "code"),
    [
        (f"ktp-{SERIAL}.md", "nik-nama-berkas"),
        (f"norek-bri-{ACCOUNT}.md", "nama-berkas-pribadi"),
        (f"hubungi-{PHONE}.md", "nama-berkas-kontak"),
    ],
)
def test_a_name_becomes_an_address_so_it_is_searched(filename: str, code: str) -> None:
    _read, findings = read_entry(BERITA.replace("panen.md", filename), entry(FIELDS))
    assert codes(findings) == [code]
    assert filename[:-3] not in told(findings)


def test_a_photo_named_after_a_nik_is_left_out(built: Province) -> None:
    built.write(f"content/{HANDEP}/berita/ktp_{SERIAL}.jpg", b"")
    report = built.build()
    assert codes(faults(report)) == ["nik-nama-berkas"]
    assert SERIAL not in told(report.diagnostics)


def test_a_contact_of_the_kabupaten_is_declared_for_its_kim_without_a_clean_build(
    built: Province,
) -> None:
    name = f"content/{HANDEP}/berita/posko.md"
    built.write(name, entry(FIELDS, f"Tanya {PHONE}.\n"))
    assert codes(faults(built.build())) == ["ponsel-pribadi"]
    register = "content/kapuas/kabupaten.yml"
    built.write(register, f"{built.read(register)}\nkontak: {{whatsapp: {PHONE}}}\n")
    assert faults(built.build()) == []


def test_a_row_of_a_spreadsheet_is_judged_by_its_head() -> None:
    sheet = "No\tNama\tNo. Rekening\tTgl Lahir\n1\tSarmi\t1234567890\t12/05/1985"
    assert [m.kind for m in scan_text(sheet)] == [Kind.REKENING, Kind.LAHIR]
    assert scan_text("1\tSarmi\t1234567890") == []
