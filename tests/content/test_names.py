"""Addresses from names, and names that other systems cannot store."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.names import (
    MAX_SLUG,
    kabupaten_slug,
    refused_by_windows,
    slugify,
    split_dated,
)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Panen Raya", "panen-raya"),
        ("  Panen__raya!! ", "panen-raya"),
        ("Ma’anyan & Jum'at", "maanyan-jumat"),
        ("Kafé Üben", "kafe-uben"),
        ("12 ton", "12-ton"),
        ("ﬁle", "file"),
        ("كيم", ""),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text(max_size=200))
def test_a_slug_is_safe_everywhere(text: str) -> None:
    slug = slugify(text)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= MAX_SLUG
    assert slugify(slug) == slug


def test_a_long_slug_ends_with_a_whole_word() -> None:
    assert slugify("warga " * 30) == "-".join(["warga"] * 13)


@pytest.mark.parametrize(
    ("stem", "day", "rest"),
    [
        ("2026-11-18-panen-raya", date(2026, 11, 18), "panen-raya"),
        ("2026-11-18_panen", date(2026, 11, 18), "panen"),
        ("2026-11-18 panen", date(2026, 11, 18), "panen"),
        ("2026-13-18-panen", None, "2026-13-18-panen"),
        ("2026-11-18", None, "2026-11-18"),
        ("panen-2026-11-18", None, "panen-2026-11-18"),
    ],
)
def test_a_date_in_a_name(stem: str, day: date | None, rest: str) -> None:
    assert split_dated(stem) == (day, rest)


@pytest.mark.parametrize(
    "name",
    [
        *("con", "CON.md", "aux.txt.md", "nul", "com1.md", "lpt9", "prn .md"),
        *("apa?.md", "a:b.md", "a*b", 'a"b', "a<b", "a|b", "a\\b", "a\nb"),
        *("panen.", "panen ", "panen. "),
    ],
)
def test_names_that_windows_refuses(name: str) -> None:
    assert refused_by_windows(name)


@pytest.mark.parametrize(
    "name", ["panen.md", "console.md", "com10.md", "com.md", "kafé – 1.md", "a'b.md", ".a", "a..b"]
)
def test_names_that_windows_stores(name: str) -> None:
    assert not refused_by_windows(name)


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Kabupaten Kapuas", "kapuas"),
        ("Kab. Barito Selatan", "barito-selatan"),
        ("Kota Palangka Raya", "palangka-raya"),
        ("Kapuas", "kapuas"),
        ("Kotawaringin Barat", "kotawaringin-barat"),
    ],
)
def test_the_folder_of_a_kabupaten(name: str, folder: str) -> None:
    assert kabupaten_slug(name) == folder
