"""A text for WhatsApp: its marks, its address, never too long."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from sitegen.site.kim import KimSite
from sitegen.site.markdown import convert
from sitegen.site.message import LONGEST, message, to_whatsapp
from sitegen.site.views import EntriView
from tests.site.helpers import view_of

URL = "https://kim.contoh.id/kapuas/kim-handep/berita/panen-raya/"


@pytest.fixture(scope="module")
def panen(site: KimSite) -> EntriView:
    """Give a news text."""
    return view_of(site, "berita/panen-raya/")


def told(view: EntriView, *, full: bool = False, day: str = "18 November 2026") -> str:
    """Give the message of a text."""
    return message(view, site="KIM Handep", url=URL, day=day, more="Selengkapnya:", full=full)


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("Satu **tebal** dan *miring*.", "Satu *tebal* dan _miring_."),
        ("# Judul\n\nIsi.", "*Judul*\n\nIsi."),
        ("- satu\n- dua", "- satu\n- dua"),
        ("1. satu\n2. dua", "1. satu\n2. dua"),
        ("5. lima\n6. enam", "5. lima\n6. enam"),
        ("> Kata ketua.", "> Kata ketua."),
        ("baris satu  \nbaris dua", "baris satu\nbaris dua"),
        ("Ketik `REG`.", "Ketik ```REG```."),
        ("Lihat [pengumuman](x.md).", "Lihat pengumuman."),
        ("Padi &amp; <b>beras</b> 2 < 3", "Padi & *beras* 2 < 3"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a · b\n1 · 2"),
        ("Satu.\n\n\n\nDua.", "Satu.\n\nDua."),
    ],
)
def test_marks_are_those_of_whatsapp(written: str, sent: str) -> None:
    assert to_whatsapp(convert(written)) == sent


def test_title_author_summary_and_address(panen: EntriView) -> None:
    head, body, foot = told(panen).split("\n\n")
    assert head == "*Warga Handep memanen padi ladang*\n_KIM Handep, 18 November 2026_"
    assert body == panen.ringkasan
    assert foot == f"Selengkapnya: {URL}"


def test_without_a_day_the_kim_stands_alone(panen: EntriView) -> None:
    assert "\n_KIM Handep_\n" in told(panen, day="")


def test_the_whole_text_goes_along_when_asked(panen: EntriView) -> None:
    assert "*12 ton*" in told(panen, full=True)


def test_marks_in_a_title_do_not_break_its_bold(panen: EntriView) -> None:
    assert told(replace(panen, judul="Harga *naik*")).startswith("*Harga naik*\n")


@given(
    title=st.text("kata *_\n🌾", min_size=1, max_size=6000),
    words=st.lists(st.text("abcdefg*_~`", min_size=1, max_size=400), max_size=60),
    full=st.booleans(),
)
def test_never_longer_than_the_limit(
    panen: EntriView, title: str, words: list[str], full: bool
) -> None:
    body = Markup("<p>{}</p>").format(" ".join(words))
    text = told(replace(panen, judul=title, isi=body, ringkasan=" ".join(words)), full=full)
    assert len(text) <= LONGEST
    assert text.endswith(f"Selengkapnya: {URL}")


@pytest.mark.parametrize("length", [LONGEST - 200, LONGEST, 3 * LONGEST])
def test_a_very_long_title_leaves_room_for_the_address(panen: EntriView, length: int) -> None:
    text = told(replace(panen, judul="a" * length))
    assert len(text) <= LONGEST
    assert text.endswith(f"Selengkapnya: {URL}")


def test_a_cut_text_says_so_and_ends_between_words(panen: EntriView) -> None:
    text = told(replace(panen, ringkasan="kata " * 2000))
    assert re.search(r"kata …\n\nSelengkapnya", text)
