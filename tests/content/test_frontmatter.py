"""Where the fields of an entry end and its text begins."""

import pytest

from sitegen.content.frontmatter import Parts, split
from sitegen.content.source import decode
from sitegen.diagnostics import Diagnostic
from tests.content_helpers import codes


def parts_of(text: str) -> tuple[Parts | None, list[Diagnostic]]:
    """Split a text that has no fault in its encoding."""
    source, findings = decode("panen.md", text.encode())
    assert source is not None
    assert findings == []
    return split(source)


@pytest.mark.parametrize(
    ("text", "body", "body_line"),
    [
        ("---\njudul: Panen\n---\nIsi.\n", "Isi.\n", 4),
        ("---\njudul: Panen\n---", "", 4),
        ("\n\n---\njudul: Panen\n---\n\nIsi.\n", "\nIsi.\n", 6),
        ("-----\njudul: Panen\n---- \nIsi.\n", "Isi.\n", 4),
        ("---\njudul: Panen\n---\nSatu\n\n---\n\nDua\n", "Satu\n\n---\n\nDua\n", 4),
        ("---\njudul: Panen\n---\n--- bukan penutup\n", "--- bukan penutup\n", 4),
    ],
)
def test_the_text_is_kept_as_it_is(text: str, body: str, body_line: int) -> None:
    parts, findings = parts_of(text)
    assert findings == []
    assert parts is not None
    assert parts.tree.data == {"judul": "Panen"}
    assert (parts.body, parts.body_line) == (body, body_line)


def test_places_count_from_the_top_of_the_file() -> None:
    parts, _findings = parts_of("\n---\njudul: Panen\ntanggal: besok\n---\n")
    assert parts is not None
    span = parts.tree.span(("tanggal",))
    assert span is not None
    assert (span.line, span.column, span.length) == (4, 10, 5)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("judul: Panen\n---\nIsi.\n", "tanpa-pembuka", 1),
        ("\n\nIsi saja.\n", "tanpa-pembuka", 3),
        ("—\njudul: Panen\n—\n", "pembuka-mirip", 1),
        ("--\njudul: Panen\n--\n", "pembuka-mirip", 1),
        ("***\njudul: Panen\n***\n", "pembuka-mirip", 1),
        ("---\njudul: Panen\n\nIsi.\n", "tanpa-penutup", 3),
        ("---\njudul: Panen\n# Isi\n", "tanpa-penutup", 3),
        ("---\njudul: Panen\nIsi tanpa titik dua.\n", "tanpa-penutup", 3),
        ("---\njudul: Panen\n\nIsi.\n\n---\n\nLagi.\n", "tanpa-penutup", 4),
        ("---\njudul Panen\nkategori: Padi\n---\n", "yaml-bukan-kolom", 2),
    ],
)
def test_where_a_fence_is_missing(text: str, code: str, line: int) -> None:
    parts, findings = parts_of(text)
    assert parts is None
    assert codes(findings) == [code]
    assert findings[0].line == line
