"""``check --fix`` mends what is safe to mend, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.fix import FIXES, mend
from sitegen.content.yamltree import parse

BODY = "Isi: “padi”\tdan\tladang\n\n---\n\nkolom: bukan: kolom\n"


@pytest.mark.parametrize(
    ("fields", "mended", "codes"),
    [
        ("judul: Panen: 12 ton", 'judul: "Panen: 12 ton"', ["titik-dua"]),
        ("judul: Daftar nama:", 'judul: "Daftar nama:"', ["titik-dua"]),
        ('judul: Kata "kunci": padi', 'judul: "Kata \\"kunci\\": padi"', ["titik-dua"]),
        ("a: b: c\nd: e: f", 'a: "b: c"\nd: "e: f"', ["titik-dua"]),
        ("judul: Panen: raya # catatan: x", 'judul: "Panen: raya" # catatan: x', ["titik-dua"]),
        ("misi:\n  - Maju: bersama: warga", 'misi:\n  - Maju: "bersama: warga"', ["titik-dua"]),
        ("judul: “Panen raya”", 'judul: "Panen raya"', ["kutip"]),
        ("judul: ‘Panen raya’", 'judul: "Panen raya"', ["kutip"]),
        ("judul: “Panen: raya”", 'judul: "Panen: raya"', ["kutip"]),
        ("judul:\tPanen", "judul: Panen", ["tab"]),
        ("tempat:\n\tnama: Balai", "tempat:\n  nama: Balai", ["tab"]),
    ],
)
def test_mended(fields: str, mended: str, codes: list[str]) -> None:
    before, after = f"---\n{fields}\n---\n{BODY}", f"---\n{mended}\n---\n{BODY}"
    assert mend(before.encode(), entry=True) == (after.encode(), tuple(codes))


@pytest.mark.parametrize(
    "fields",
    [
        'judul: "Panen: raya"',
        "judul: “Huma Betang” dan “Belom Bahadat”",
        "judul: Ma’anyan",
        "tanggal: 2026-11-18 # catatan: hari panen",
        "tautan: https://contoh.id/a",
        "jam: 08:30",
        "klaim: |\n  Kabar: bantuan: dipotong\n\tsekian",
        "klaim: >-\n  Kabar: bantuan: dipotong",
        "misi:\n  - |\n    Maju: bersama: warga",
        'ringkasan: "Panen raya\n  tempat: di: Handep"',
        "tempat: {nama: Balai,\n  dusun: Hilir, rt: 1}",
        "# judul: Panen: raya",
        "judul: [Panen: raya: x",
    ],
)
def test_left_alone(fields: str) -> None:
    data = f"---\n{fields}\n---\n{BODY}".encode()
    assert mend(data, entry=True) == (data, ())


@pytest.mark.parametrize(
    ("encode", "codes"),
    [
        (lambda text: text.encode("utf-8-sig"), ["bom"]),
        (lambda text: text.encode("utf-16"), ["utf16"]),
        (lambda text: text.replace("\n", "\r\n").encode(), ["akhir-baris"]),
        (lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"), ["bom", "akhir-baris"]),
        (lambda text: text.replace("\n", "\r\n").encode("utf-16"), ["utf16", "akhir-baris"]),
    ],
    ids=["bom", "utf16", "crlf", "notepad", "notepad-unicode"],
)
def test_every_way_of_saving_becomes_one(encode: object, codes: list[str]) -> None:
    text = f"---\njudul: Panen raya\n---\n{BODY}"
    assert callable(encode)
    assert mend(encode(text), entry=True) == (text.encode(), tuple(codes))


@pytest.mark.parametrize("data", [b"", b"kaf\xe9", b"a\0b", b"\xff\xfea"])
def test_what_cannot_be_read_is_given_back(data: bytes) -> None:
    assert mend(data, entry=True) == (data, ())


def test_a_register_holds_fields_throughout() -> None:
    assert mend(b"nama: KIM: Handep\n", entry=False) == (b'nama: "KIM: Handep"\n', ("titik-dua",))
    assert mend(b"nama: KIM: Handep\n", entry=True) == (b"nama: KIM: Handep\n", ())


SIGN = st.sampled_from([*":-#|>\"'“”‘’[]{}&*!%@`,\\ \n\t", ": ", "judul", "a", "é", "\n  ", "\n- "])
FIELDS = st.lists(SIGN, max_size=30).map("".join)


@given(fields=FIELDS, body=st.text(max_size=40).filter(lambda t: "\r" not in t and "\0" not in t))
def test_mending_twice_is_mending_once_and_never_reaches_the_text(fields: str, body: str) -> None:
    data = f"---\n{fields}\n---\n{body}".encode("utf-8", "replace")
    once, codes = mend(data, entry=True)
    assert mend(once, entry=True) == (once, ())
    assert set(codes) <= FIXES.keys()
    assert (once != data) == bool(codes)
    closing = b"\n---\n" + body.encode("utf-8", "replace")
    assert once.endswith(closing)


@given(FIELDS.filter(lambda text: not set(text) & set("\t“”‘’")))
def test_what_could_be_read_is_never_changed(fields: str) -> None:
    tree, _findings = parse("", f"{fields}\n", tuple(fields.split("\n")))
    mended, _codes = mend(fields.encode(), entry=False)
    if tree is not None:
        assert mended == fields.encode()
