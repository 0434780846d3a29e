"""The picture beside a link to a page without a photo: any title fits, the same bytes each time."""

import io

import pytest
from PIL import Image

from sitegen.site import sharecard
from sitegen.site.pictures import SHARE_BYTES, SHARE_SIZE

TITLES = {
    "short": "Panen raya",
    "usual": "Warga Dusun Hilir memanen padi ladang bersama-sama pada hari Rabu pagi",
    "long": "Kata " * 60,
    "one-word": "a" * 2000,
    "wide-letters": "W" * 300,
    "emoji": "🌾🎉",
    "javanese": "ꦥꦤꦺꦤ꧀ ꦫꦪ",
    "right-to-left": "خبر القرية",
    "empty": "",
}
every_title = pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())


def card(title: str, *, name: str = "KIM Handep", ground: str = "#1f5d43") -> bytes:
    """Draw a card; give its bytes."""
    return sharecard.draw_card(title, name, "Handep, Timpah, Kapuas", ground)


@every_title
def test_any_title_gives_a_picture_for_messengers(title: str) -> None:
    data = card(title)
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        assert (picture.format, picture.size) == ("PNG", SHARE_SIZE)
        assert not picture.getexif()
    assert len(data) < SHARE_BYTES / 6


def test_letters_with_marks_are_written_without_them() -> None:
    assert card("Ténggarong") == card("Tenggarong") != card("Tnggarong")


@every_title
def test_the_text_keeps_off_the_edges(title: str) -> None:
    with Image.open(io.BytesIO(card(title, ground="#000000"))) as picture:
        above = picture.convert("L").crop((0, 0, SHARE_SIZE[0], SHARE_SIZE[1] - 90))
        ink = above.point([255 * (level > 96) for level in range(256)]).getbbox()
    assert ink is not None
    assert ink[0] >= 70
    assert ink[2] <= SHARE_SIZE[0] - 70
    assert ink[3] < above.height


def test_the_same_title_gives_the_same_bytes() -> None:
    assert card(TITLES["usual"]) == card(TITLES["usual"])


def test_title_name_and_colour_are_seen() -> None:
    cards = {
        card("Panen"),
        card("Tanam"),
        card("Panen", name="KIM Telo"),
        card("Panen", ground="#7a1f2b"),
    }
    assert len(cards) == 4


@pytest.mark.parametrize("size", [192, 512])
def test_an_icon_is_square_and_small(size: int) -> None:
    data = sharecard.draw_icon("KH", "#1f5d43", size)
    with Image.open(io.BytesIO(data)) as icon:
        assert (icon.format, icon.size) == ("PNG", (size, size))
    assert len(data) < 10_000
    assert data == sharecard.draw_icon("KH", "#1f5d43", size)
