"""What a build knows of a register before it plans."""

import pytest

from sitegen.content.card import Card, card_from
from sitegen.content.cards import read_card

SIARAN = "content/siaran/asap.md"


def card(name: str, text: str) -> Card:
    """Read the card of a sound file."""
    read, findings = read_card(name, text.encode())
    assert read is not None, findings
    return read


@pytest.mark.parametrize(
    ("fields", "body", "photos"),
    [
        ("", "Tanpa foto.", []),
        ("foto: asap.jpg", "", ["asap.jpg"]),
        ("galeri:\n  - foto: a.jpg\n  - foto: b/c.jpg", "", ["a.jpg", "b/c.jpg"]),
        ("", "![Asap](asap.jpg) ![](b.jpg 'judul')", ["asap.jpg", "b.jpg"]),
        ("", "![Asap](./foto%20asap.jpg)", ["foto asap.jpg"]),
        ("", "![Asap](<foto asap.jpg>)", ["foto asap.jpg"]),
        ("", '<img alt="x" src="asap.jpg">', ["asap.jpg"]),
        ("", "![Asap][1]\n\n[1]: asap.jpg", ["asap.jpg"]),
    ],
)
def test_the_photos_that_a_siaran_takes_along(fields: str, body: str, photos: list[str]) -> None:
    text = f"---\njudul: Asap\ntanggal: 2026-11-20\n{fields}\n---\n{body}\n"
    assert list(card(SIARAN, text).lists["foto"]) == [f"content/siaran/{name}" for name in photos]


def test_the_place_of_what_is_checked_later() -> None:
    read = card("content/kapuas/kabupaten.yml", "\r\n".join(["nama: Kapuas", "kode: 62.03", ""]))
    assert read.marks["kode"][:3] == (2, 7, 5)
    assert read.texts["kode"] == "62.03"


def test_facts_change_with_what_other_sites_show_of_a_file_and_only_then() -> None:
    text = "nama: Kapuas\nkode: 62.03\n"
    name = "content/kapuas/kabupaten.yml"
    facts = card(name, text).facts
    assert card(name, f"{text}tentang: Kabupaten di tepi sungai\n").facts == facts
    assert card(name, text.replace("Kapuas", "Kabupaten Kapuas")).facts != facts


def test_a_card_that_was_remembered_as_json_is_the_same() -> None:
    read = card(SIARAN, "---\njudul: Asap\ntanggal: 2026-11-20\nsasaran: Kapuas\n---\nIsi.\n")
    record = {
        "facts": read.facts,
        "texts": dict(read.texts),
        "lists": {key: list(values) for key, values in read.lists.items()},
        "marks": {key: list(mark) for key, mark in read.marks.items()},
    }
    assert card_from(record) == read
