"""YAML as text with places, and what is said where it cannot be read."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content import yamltree
from sitegen.content.yamltree import MAX_DEPTH, Tree, parse
from sitegen.diagnostics import Diagnostic
from tests.content_helpers import codes


def read(text: str) -> tuple[Tree | None, list[Diagnostic]]:
    """Read a text that is a file of its own."""
    return parse("kim.yml", text, tuple(text.split("\n")))


@pytest.mark.parametrize(
    "value",
    [
        *("12:30", "010", "NO", "yes", "0x1F", "1e3", "2026-11-18", "62.03", ".5", "null", "+62"),
        *("12_000", "=", "<<", "10%", "a:b", "C#", "it's", "«x»", "😀"),
    ],
)
def test_a_value_stays_what_was_typed(value: str) -> None:
    tree, findings = read(f"kolom: {value}\n")
    assert findings == []
    assert tree is not None
    assert tree.data == {"kolom": value}


@pytest.mark.parametrize(
    "key", ["alt_foto", "Alt foto", "ALT-FOTO", "alt  foto", '"alt_foto"', "? alt_foto\n"]
)
def test_a_key_is_recognised_however_it_is_written(key: str) -> None:
    tree, findings = read(f"{key}: padi\n")
    assert findings == []
    assert tree is not None
    assert tree.data == {"alt_foto": "padi"}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("kolom:", {"kolom": None}),
        ("kolom: ~", {"kolom": None}),
        ('kolom: "~"', {"kolom": "~"}),
        ('kolom: "  "', {"kolom": None}),
        ("a: 1\nb:\n  - 2\n  -\n  - c: 3\n  -\n", {"a": "1", "b": ["2", {"c": "3"}]}),
        ("a: {b: 1, c: [2]}", {"a": {"b": "1", "c": ["2"]}}),
        ("a: satu\n  dua", {"a": "satu dua"}),
        ("a: |\n  satu\n  dua\n", {"a": "satu\ndua"}),
        ("# catatan\n", {}),
        ("---\na: 1\n", {"a": "1"}),
        ("a: satu\u2028dua\u0085tiga", {"a": "satu dua tiga"}),
    ],
)
def test_shapes(text: str, data: object) -> None:
    tree, findings = read(text)
    assert findings == []
    assert tree is not None
    assert tree.data == data


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("judul: Panen: raya", "yaml-titik-dua", (1, 13)),
        ("a: 1\njudul", "yaml-tanpa-titik-dua", (2, 1)),
        ("judul:Panen\na: 1", "yaml-spasi", (1, 1)),
        ("a: 1\njudul:Panen", "yaml-spasi", (2, 6)),
        ("a: 1\njudul:Panen\nb: 2", "yaml-spasi", (2, 6)),
        ("a: 1\n b: 2", "yaml-menjorok", (2, 2)),
        ("  a: 1\nb: 2", "yaml-menjorok", (1, 3)),
        ("a:\n  b: 1\n c: 2", "yaml-menjorok", (3, 2)),
        ("a:\n\tb: 1", "yaml-tab", (2, 1)),
        ('a: "x" y', "yaml-sesudah", (1, 8)),
        ("a: [x] y", "yaml-sesudah", (1, 8)),
        ('a: "x\nb: 1', "yaml-kutip", (1, 4)),
        ("a: 'x\nb: 1", "yaml-kutip", (1, 4)),
        ("a: [x\nb: 1", "yaml-kurung", (1, 4)),
        ("a: {x\nb: 1", "yaml-kurung", (1, 4)),
        ('a: "x\\y"', "yaml-garis-miring", (1, 6)),
        ("a: @x", "yaml-tanda", (1, 4)),
        ("a: %x", "yaml-tanda", (1, 4)),
        ("a: , x", "yaml-tanda", (1, 4)),
        ("a: - x", "yaml-tanda", (1, 4)),
        ("a: > x", "yaml-tanda", (1, 4)),
        ("a: !x y", "yaml-tanda", (1, 4)),
        ("a: *x", "yaml-alias", (1, 4)),
        ("a: *x*", "yaml-alias", (1, 4)),
        ("a: &x y", "yaml-alias", (1, 4)),
        ("a: x\n- b", "yaml-rusak", (2, 1)),
        ("satu dua", "yaml-bukan-kolom", (1, 1)),
        ("- a\n- b", "yaml-bukan-kolom", (1, 1)),
        ("{a: 1}: b", "yaml-kunci", (1, 1)),
        ("a: 1\nb: 2\na: 3", "kolom-ganda", (3, 1)),
        ("alt_foto: 1\nAlt foto: 2", "kolom-ganda", (2, 1)),
        ("a: 1\n---\nb: 2", "yaml-pemisah", (2, 1)),
        ("a: x\x07", "yaml-karakter", (1, 5)),
        ('a: "\\0"', "yaml-karakter", (1, 4)),
        ("a: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "yaml-terlalu-dalam", (1, 15)),
        ("a: [" + "x, " * 60_000 + "]", "yaml-terlalu-besar", None),
    ],
)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_faults(
    text: str,
    code: str,
    place: tuple[int, int] | None,
    loader: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both of the library's parsers lead to the same words: not every system has the fast one."""
    if not hasattr(yaml, loader):
        pytest.skip("the library was built without its fast parser")
    monkeypatch.setattr(yamltree, "_LOADER", getattr(yaml, loader))
    tree, findings = read(text)
    assert tree is None
    assert codes(findings) == [code]
    off_by_one = (loader, code) == ("SafeLoader", "yaml-garis-miring")  # marks the next letter
    if place and not off_by_one:
        assert (findings[0].line, findings[0].column) == place


@pytest.mark.parametrize("nesting", ["[", "{a: ", "- "])
def test_hostile_nesting_ends_early(nesting: str) -> None:
    tree, findings = read("a: " + nesting * 50_000)
    assert tree is None
    assert len(findings) == 1


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("judul: Juara #1", 14),
        ("judul: #KIM", 8),
        ("judul: [a, b] #KIM", 0),
        ("judul: Juara # catatan", 0),
        ('judul: "Juara #1"', 0),
        ("judul: Juara#1", 0),
        ("# judul: Juara #1", 0),
    ],
)
def test_a_hash_that_may_be_meant_is_remarked(text: str, column: int) -> None:
    _tree, findings = read(text)
    assert [(f.code, f.column) for f in findings] == ([("yaml-pagar", column)] if column else [])


WORD = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=12)


KEY = WORD.filter(lambda word: word == word.casefold())


@given(st.dictionaries(KEY, st.lists(WORD, min_size=1, max_size=3), min_size=1, max_size=5))
def test_every_place_is_where_the_value_stands(fields: dict[str, list[str]]) -> None:
    lines = []
    for key, values in fields.items():
        lines += [f"{key}:", *(f"  - {value}" for value in values)]
    tree, _findings = read("\n".join(lines))
    assert tree is not None
    for key, values in fields.items():
        for number, value in enumerate(values):
            span = tree.span((key, number))
            assert span is not None
            assert lines[span.line - 1][span.column - 1 :][: span.length] == value


def test_the_place_of_what_is_missing_is_its_nearest_parent() -> None:
    tree, _findings = read("riwayat:\n  - status: selesai\n")
    assert tree is not None
    assert tree.span(("riwayat", 0, "tanggal")) == tree.span(("riwayat", 0))
    assert tree.span(("judul",)) is None
