"""Text files as editors save them."""

import codecs

import pytest

from sitegen.content.source import MAX_BYTES, decode
from tests.content_helpers import codes

TEXT = "Kafé “Ma’anyan”\nbaris dua\n"


@pytest.mark.parametrize(
    ("data", "remarks"),
    [
        (TEXT.encode(), []),
        (TEXT.encode("utf-8-sig"), ["bom"]),
        (TEXT.encode("utf-16"), ["utf16"]),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), ["utf16"]),
        (TEXT.replace("\n", "\r\n").encode(), ["akhir-baris"]),
        (TEXT.replace("\n", "\r").encode(), ["akhir-baris"]),
        (TEXT.replace("\n", "\r\n").encode("utf-8-sig"), ["bom", "akhir-baris"]),
    ],
    ids=["utf8", "bom", "utf16le", "utf16be", "crlf", "cr", "notepad"],
)
def test_each_way_of_saving_gives_the_same_text(data: bytes, remarks: list[str]) -> None:
    source, findings = decode("a.md", data)
    assert source is not None
    assert source.text == TEXT
    assert source.lines == ("Kafé “Ma’anyan”", "baris dua", "")
    assert codes(findings) == remarks


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"", "berkas-kosong", (0, 0)),
        (b" \n\t\r\n", "berkas-kosong", (0, 0)),
        (b"satu\nkaf\xe9", "bukan-utf8", (2, 4)),
        ("é".encode() + b"\xff", "bukan-utf8", (1, 2)),
        (b"\xff\xfea", "bukan-utf8", (1, 1)),
        (b"satu\nd\0a", "byte-nul", (2, 2)),
        ("satu".encode("utf-16-le"), "byte-nul", (1, 2)),
        ("satu".encode("utf-32"), "byte-nul", (1, 1)),
        (b"a" * (MAX_BYTES + 1), "terlalu-besar", (0, 0)),
    ],
    ids=[
        *("empty", "blank", "latin1", "cut", "half-utf16", "nul", "utf16-without-mark", "utf32"),
        "large",
    ],
)
def test_what_cannot_be_read_with_certainty(data: bytes, code: str, place: tuple[int, int]) -> None:
    source, findings = decode("a.md", data)
    assert source is None
    finding = findings[-1]
    assert (finding.code, (finding.line, finding.column)) == (code, place)


def test_the_largest_file_is_read() -> None:
    source, findings = decode("a.md", b"a" * MAX_BYTES)
    assert source is not None
    assert findings == []
