"""Every colour that a KIM may choose becomes readable, by day and by night."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.site.palette import READABLE, contrast, make_palette

DAY, NIGHT = "#faf7f0", "#121613"
"""The grounds of light and of dark screens, as ``gaya.css`` has them."""
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLOURS, COLOURS)
def test_every_colour_becomes_readable(main: str, accent: str) -> None:
    palette = make_palette({"utama": main, "aksen": accent})
    for tokens, ground in ((palette.day, DAY), (palette.night, NIGHT)):
        for token in ("utama", "aksen"):
            assert contrast(tokens[token], ground) >= READABLE
            assert contrast(tokens[token], tokens[f"{token}-pudar"]) >= READABLE
    assert contrast(palette.day["utama"], "#ffffff") >= READABLE, "white text on a button or card"


@given(COLOURS)
def test_what_is_readable_stays_as_it_was_chosen(colour: str) -> None:
    palette = make_palette({"utama": colour})
    again = make_palette({"utama": palette.day["utama"]})
    assert again.day == palette.day
    assert again.adjusted == {}
    assert (palette.adjusted == {}) == (palette.day["utama"] == colour)


@pytest.mark.parametrize("colour", ["#1f5d43", "#7a1f2b", "#175a78", "#000000"])
def test_a_dark_colour_is_kept_by_day(colour: str) -> None:
    assert make_palette({"utama": colour}).day["utama"] == colour


@pytest.mark.parametrize("colour", ["#ffffff", "#ffff00", "#9be7b0"])
def test_a_pale_colour_is_replaced_and_said(colour: str) -> None:
    palette = make_palette({"utama": colour})
    assert palette.adjusted == {"utama": palette.day["utama"]}
    assert contrast(colour, DAY) < READABLE


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_what_wcag_says(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(one, other) == contrast(other, one)
