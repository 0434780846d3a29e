"""Population numbers never pass; numbers that only look long do.

What else is personal is judged on the corpus in ``tests/privacy``.
"""

import re
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.privacy import Kind, Match, hide, people, scan_text
from sitegen.content.reader import read_entry, read_kim
from tests.content_helpers import codes, entry, told

NIK = "6299994101000001"
"""Of no region that exists, so nobody's."""

BERITA = "content/kapuas/kim-handep/berita/panen.md"


def numbers_in(text: str) -> list[Match]:
    """Give the places of population numbers in a text."""
    return [match for match in scan_text(text) if match.kind is Kind.NIK]


def found(text: str) -> list[str]:
    """Give the population numbers in a text."""
    return [text[match.start : match.end] for match in numbers_in(text)]


def mask(text: str) -> str:
    """Give a text without its population numbers."""
    return hide(text, numbers_in(text))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (f"NIK {NIK}", [NIK]),
        (f"NIK:{NIK}.", [NIK]),
        (f"NIK{NIK}", [NIK]),
        (f"KTP_{NIK}.jpg", [NIK]),
        ("6299 9941 0100 0001", ["6299 9941 0100 0001"]),
        ("629999.410100.0001", ["629999.410100.0001"]),
        ("62-99-99-410100-0001", ["62-99-99-410100-0001"]),
        ("6299\u00a09941\u00a00100\u00a00001", ["6299\u00a09941\u00a00100\u00a00001"]),
        (f"{NIK}, {NIK}", [NIK, NIK]),
        (f"1. {NIK}", [NIK]),
        (f"0812 0000 1234 {NIK}", [NIK]),
        ("0812 0000 1234 6299 9941 0100 0001", ["6299 9941 0100 0001"]),
        ("KK 6203091001150001", ["6203091001150001"]),
    ],
)
def test_population_numbers_are_found(text: str, numbers: list[str]) -> None:
    assert found(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Nomor 188.45/123/HUK/2026",
        "SK Nomor 470.2.3.4/017/DS-HDP/XII/2023",
        "NIP 196506121989031002",
        "NIP. 19650612 198903 1 002",
        "Hubungi 0812-0000-1234 atau 0813-0000-5678",
        "0812 0000 1234 0813 0000 5678",
        "+62 812 0000 1234, +62 813 0000 5678",
        "Rp 1.234.567.890 dari Rp 9.876.543.210",
        "18-11-2026 08.00-11.00",
        "10-11-2026 05-12-2026",
        "2026-11-18 2026-11-20",
        "-2.2083333, 113.9166667",
        "ISBN 978-602-0000-00-1",
        "https://contoh.id/foto/20261118101530123",
        "Rekening 1234567890",
        "6299993201000001 bukan tanggal: hari 32",
        "6299994113000001 bukan tanggal: bulan 13",
        "6299994101000000 tanpa nomor urut",
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert found(text) == []


PROVINCES = st.sampled_from([11, 21, 31, 36, 51, 61, 62, 65, 71, 82, 91, 96])
REGION = st.tuples(PROVINCES, st.integers(1, 99), st.integers(1, 99))
GAP = st.sampled_from(["", " ", "  ", ".", "-", "–", "\u00a0"])


@given(
    region=REGION,
    birth=st.dates(date(1930, 1, 1), date(2026, 12, 31)),
    woman=st.booleans(),
    serial=st.integers(1, 9999),
    gap=GAP,
    size=st.sampled_from([2, 4, 6]),
    around=st.sampled_from(["{}", "NIK: {}.", "a{}b", "({})", "12345 {}, 0812"]),
)
def test_every_nik_is_found_however_it_is_grouped(
    region: tuple[int, int, int],
    birth: date,
    woman: bool,
    serial: int,
    gap: str,
    size: int,
    around: str,
) -> None:
    digits = "{:02}{:02}{:02}".format(*region)
    digits += f"{birth.day + 40 * woman:02}{birth:%m%y}{serial:04}"
    written = gap.join(digits[i : i + size] for i in range(0, 16, size))
    text = around.format(written)
    hidden = mask(text)
    assert len(hidden) == len(text)
    assert found(hidden) == []
    assert sum(character.isdigit() for character in hidden) <= len(text) - 12


@given(st.text(st.sampled_from("0123456789 .-–aRp,/\n"), max_size=60))
def test_masking_leaves_nothing_to_find_and_changes_nothing_else(text: str) -> None:
    hidden = mask(text)
    assert found(hidden) == []
    changed = [old for old, new in zip(text, hidden, strict=True) if old != new]
    assert all(character.isdigit() for character in changed)
    if not found(text):
        assert hidden == text


PIECES = [
    "0812",
    " 0000 ",
    "6299",
    "\u200b",
    "９",
    "BRI ",
    "lahir ",
    "12 Mei 1985",
    "Sarmi",
    " | ",
    "\n",
]
PIECES += [
    "balita ",
    "Rafi Ananda",
    " (3 tahun)",
    "Penerima BLT:",
    "1. ",
    ";",
    "&nbsp;",
    "@contoh.id",
    "%20",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join))
def test_matches_lie_apart_in_the_text_and_hiding_keeps_its_shape(text: str) -> None:
    matches = scan_text(text)
    ends = [0, *(match.end for match in matches)]
    starts = [*(match.start for match in matches), len(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
    assert all(match.start < match.end for match in matches)
    hidden = hide(text, matches)
    assert [c.isspace() for c in hidden] == [c.isspace() for c in text]


def test_every_one_of_many_is_found() -> None:
    assert len(scan_text("0812-0000-1234 dan " * 10_000)) == 10_000


FIELDS = "judul: Panen\ntanggal: 2026-11-18"


@pytest.mark.parametrize(
    "data",
    [
        entry(FIELDS, f"Warga ber-NIK {NIK}.\n"),
        entry(f"{FIELDS}\nringkasan: KTP {NIK}"),
        entry(f"{FIELDS}\nfoto: KTP_{NIK}.jpg"),
        entry(f"{FIELDS}\nnik: {NIK}\ndraf: {NIK}"),
        entry(f"{FIELDS}\nringkasan: {NIK}: {NIK}"),
        f"{NIK}\n{FIELDS}\n".encode(),
    ],
    ids=["text", "field", "photo", "unknown-field", "broken-yaml", "no-fence"],
)
def test_a_text_with_a_nik_is_refused_and_no_finding_repeats_it(data: bytes) -> None:
    read, findings = read_entry(BERITA, data)
    assert read is None
    assert "nik" in codes(findings)
    assert NIK not in told(findings)
    assert all(NIK not in str(finding.record()) for finding in findings)


def test_a_register_with_a_nik_is_refused() -> None:
    lines = ["nama: KIM Handep", "level: desa", 'kode: "62.03.09.2004"', "desa: Handep"]
    lines += ["kecamatan: Timpah", f"anggota: Ketua ({NIK})"]
    kim, findings = read_kim("content/kapuas/kim-handep/kim.yml", "\n".join(lines).encode())
    assert kim is None
    assert codes(findings) == ["nik"]


def test_a_file_named_after_a_nik_is_refused() -> None:
    read, findings = read_entry(BERITA.replace("panen", f"ktp_{NIK}"), entry(FIELDS))
    assert read is None
    assert codes(findings) == ["nik-nama-berkas"]
    assert NIK not in told(findings)


def test_a_quick_look_passes_over_no_aid_however_its_letters_are_written() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    pattern = people._PERSONAL_AID
    for letter in "abcdefghijklmnopqrstuvwxyz":
        for written in re.findall(letter, every, re.IGNORECASE):
            for word in people._AID_WORDS:
                text = f"daftar penerima {word.replace(letter, written)} desa"
                assert pattern.search(text)
                assert people.may_name_aid(text)
