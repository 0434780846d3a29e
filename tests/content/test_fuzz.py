"""Whatever bytes lie in a file, the answer is findings: no exception, and each in its place."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from sitegen.content.cards import read_card
from sitegen.content.layout import arrange
from sitegen.content.reader import read_entry
from sitegen.content.register import Kabupaten, Kim, Provinsi
from sitegen.content.types import TYPES
from sitegen.diagnostics import Diagnostic, has_errors, render_github, render_text
from sitegen.site.pictures import PictureFault, render

FOLDER = "content/kapuas/kim-handep"
WORDS = st.sampled_from(
    [
        *("---\n", "judul: ", "tanggal: ", "2026-11-18", "\n", "  ", "- ", ": ", "#", "|", ">"),
        *('"', "'", "[", "]", "{", "}", "&a", "*a", "!", "%", "@", "`", ",", "?", "~", "\t"),
        *("\r\n", "\x00", "\x1b[2J", "\ufeff", "\u2028", "\u202e", "é", "😀", "foto: ", "../", "x"),
        *(
            "nama: ",
            "kode: ",
            "62.03",
            "level: ",
            "desa",
            "kabupaten:\n",
            "galeri:\n",
            "riwayat:\n",
        ),
        *("6299994101000001", "<script>", "![](", ")", "harga: ", "Rp 9", "mulai: ", "alias: "),
    ]
)
BYTES = st.one_of(
    st.binary(max_size=200),
    st.lists(WORDS, max_size=40).map(lambda words: "".join(words).encode()),
    st.lists(WORDS, max_size=20).map(lambda words: "".join(words).encode("utf-16")),
    st.lists(WORDS, max_size=30).map(lambda words: ("---\n" + "".join(words) + "\n---\n").encode()),
)


def assert_told(findings: list[Diagnostic], data: bytes) -> None:
    """Every finding can be printed, and stands inside the file."""
    text = list(render_text(findings))
    assert len(list(render_github(findings))) == len(set(findings))
    assert not any(ord(sign) < 32 and sign != "\t" for line in text for sign in line)
    lines = len(data) + 2
    for finding in findings:
        assert finding.message
        assert finding.hint
        assert 0 <= finding.line <= lines
        assert 0 <= finding.column <= lines


@settings(max_examples=200)
@given(st.sampled_from(sorted(TYPES)), BYTES)
def test_an_entry(jenis: str, data: bytes) -> None:
    entry, findings = read_entry(f"{FOLDER}/{jenis}/x.md", data)
    assert (entry is None) == has_errors(findings)
    assert_told(findings, data)


KEYS = st.sampled_from(
    [
        *("nama", "tautan", "alamat", "tanggal", "status", "kepada", "catatan", "foto", "asing"),
        *("kode", "pusat", "surel", "koordinat", "isi", "oleh", "kolom", "1", ""),
    ]
)
VALUES = st.recursive(
    st.one_of(
        st.none(), st.sampled_from(["a", "2026-11-18", "62.03", "ya", "selesai", "../a", "5"])
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=8,
)
MODELS: dict[str, type[BaseModel]] = {
    **TYPES,
    "kim.yml": Kim,
    "kabupaten.yml": Kabupaten,
    "provinsi.yml": Provinsi,
}
DATED: dict[str, object] = {"judul": "Panen", "tanggal": "2026-11-18"}
PLACE: dict[str, object] = {"nama": "Handep", "kode": "62.03.09.2004"}
SOUND: dict[str, dict[str, object]] = {
    "berita": DATED,
    "pengumuman": DATED,
    "siaran": DATED,
    "halaman": {"judul": "Sejarah"},
    "potensi": {"judul": "Rotan", "jenis": "kerajinan"},
    "agenda": {"judul": "Rapat", "mulai": "2026-11-18", "tempat": "Balai"},
    "klarifikasi": {**DATED, "klaim": "Dipotong", "putusan": "hoaks", "sumber": "Dinas"},
    "aspirasi": {**DATED, "nomor": "1", "jenis": "aspirasi", "tempat": {"nama": "Balai"}},
    "kim.yml": {**PLACE, "level": "desa", "desa": "Handep", "kecamatan": "Timpah"},
    "kabupaten.yml": PLACE,
    "provinsi.yml": {**PLACE, "url": "https://contoh.id"},
}
"""What stands in the smallest file of each kind."""


def read(kind: str, fields: dict[str, object]) -> tuple[object, list[Diagnostic]]:
    """Read fields as a file of a kind; JSON is YAML."""
    text = "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items())
    if kind in TYPES:
        return read_entry(f"{FOLDER}/{kind}/x.md", f"---\n{text}---\nIsi.\n".encode())
    return read_card(f"{FOLDER}/{kind}", text.encode())


@settings(max_examples=300)
@given(st.sampled_from(sorted(MODELS)), st.data())
def test_any_shape_where_another_is_expected(kind: str, data: st.DataObject) -> None:
    names = st.sampled_from([*MODELS[kind].model_fields, "asing"])
    changed = data.draw(st.dictionaries(names, VALUES, min_size=1, max_size=3))
    made, findings = read(kind, {**SOUND[kind], **changed})
    assert made is not None or has_errors(findings)
    assert_told(findings, b"x" * 400)


@settings(max_examples=100)
@given(
    st.sampled_from(["provinsi.yml", "kapuas/kabupaten.yml", "kapuas/kim-handep/kim.yml"]), BYTES
)
def test_a_register(name: str, data: bytes) -> None:
    card, findings = read_card(f"content/{name}", data)
    assert card is not None or has_errors(findings)
    assert_told(findings, data)


@settings(max_examples=100)
@given(
    st.binary(max_size=300),
    st.sampled_from(
        [
            *(b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBPVP8 ", b"GIF89a"),
            *(b"BM", b"II*\0", b"MM\0*", b"\0\0\0\x18ftypheic", b"\0\0\0\x18ftypavif", b"%!PS"),
        ]
    ),
)
def test_a_picture(data: bytes, head: bytes) -> None:
    with suppress(PictureFault):
        assert render(head + data).renditions


NAME = st.text(st.characters(blacklist_characters="/\0", codec="utf-8"), min_size=1, max_size=8)
PART = st.one_of(NAME, st.sampled_from(["kapuas", "kim-a", "berita", "siaran", "kim.yml", "x.md"]))


@given(st.lists(st.lists(PART, min_size=1, max_size=5).map("/".join), max_size=6, unique=True))
def test_names_of_files(names: list[str]) -> None:
    listed = [f"content/{name}" for name in names]
    layout, findings = arrange(listed)
    owned = [layout.provinsi, *layout.kabupaten.values(), *layout.kim.values()]
    files = [name for folder in owned for name in folder.files]
    assert len(files) == len(set(files))
    assert set(files) <= set(listed)
    list(render_text(findings))


@pytest.mark.parametrize("kind", sorted(MODELS))
def test_what_the_fuzzing_starts_from_is_sound(kind: str) -> None:
    assert read(kind, SOUND[kind])[1] == []
