"""The weight of a page: its text and style compressed, its pictures as a phone takes them."""

import random
import re
import zlib

import pytest
from PIL import Image

from sitegen.site.weight import (
    FIRST_SIGHT,
    FIRST_TRIP,
    FRONT_PAGE,
    Scale,
    Weight,
    kilobytes,
    wanted_pixels,
)
from tests.content_helpers import encoded
from tests.helpers import HANDEP, Province, entry
from tests.site.helpers import LAID

FILES = {"foto/a-240.webp": b"x" * 9, "foto/a-480.webp": b"x" * 40, "foto/a-960.webp": b"x" * 100}


def picture(sizes: str, more: str = "") -> str:
    """Give a picture of three widths as themes write it, three folders down."""
    names = ", ".join(f"../../../{path} {path[7:10]}w" for path in FILES)
    source = f'<source type="image/webp" srcset="{names}" sizes="{sizes}">'
    return f'<picture>{source}<img src="../../../foto/a-960.jpg" alt=""{more}></picture>'


@pytest.mark.parametrize(
    ("sizes", "bytes_"),
    [("6rem", 9), ("(min-width: 40rem) 17rem, 60vw", 40), ("100vw", 100), ("", 100)],
)
def test_a_phone_takes_the_smallest_that_fills_its_place(sizes: str, bytes_: int) -> None:
    weight = Scale("", FILES, {}).weigh(picture(sizes))
    assert (weight.eager, weight.lazy) == (bytes_, 0)


@pytest.mark.parametrize(
    ("sizes", "pixels"), [("100vw", 720), ("(min-width: 40rem) 17rem, 50vw", 360), ("6rem", 192)]
)
def test_a_place_asks_for_pixels(sizes: str, pixels: int) -> None:
    assert wanted_pixels(sizes) == pixels


def test_what_loads_later_is_counted_apart() -> None:
    weight = Scale("", FILES, {}).weigh(picture("6rem") + picture("100vw", ' loading="lazy"'))
    assert (weight.eager, weight.lazy) == (9, 100)
    assert weight.total == weight.text + 109


def test_pictures_of_other_sites_count() -> None:
    weight = Scale("", {}, {"foto/a-240.webp": 7}).weigh(picture("6rem"))
    assert weight.eager == 7


def test_text_and_style_are_weighed_compressed() -> None:
    style = "a{color:red}" * 200
    markup = f"<style>{style}</style><p>{'kata ' * 500}"
    weight = Scale(style, {}, {}).weigh(markup)
    assert 0 < weight.style < len(style) / 10
    assert 0 < weight.text < 100
    assert weight.page >= len(zlib.compress(markup.encode(), 6)) - 20


@pytest.mark.parametrize(
    ("weight", "front", "limit"),
    [
        (Weight(FIRST_TRIP, 0, 0, 0), True, None),
        (Weight(FIRST_TRIP, 1, 0, 0), False, FIRST_TRIP),
        (Weight(1000, 0, FIRST_SIGHT, 0), False, FIRST_SIGHT),
        (Weight(1000, 0, 0, FRONT_PAGE), False, None),
        (Weight(1000, 0, 0, FRONT_PAGE), True, FRONT_PAGE),
    ],
)
def test_each_part_has_its_limit(weight: Weight, front: bool, limit: int | None) -> None:
    excess = weight.excess(front=front)
    assert (excess and excess[1]) == limit


@pytest.mark.parametrize(("size", "whole"), [(0, 0), (1, 1), (1024, 1), (1025, 2)])
def test_kilobytes_are_rounded_up(size: int, whole: int) -> None:
    assert kilobytes(size) == whole


def test_a_heavy_page_is_a_finding_at_its_text(province: Province) -> None:
    letters = random.Random(1)
    words = ("".join(letters.choices("abcdefghijklmnoprstuwy", k=7)) for _ in range(6000))
    province.write(f"{LAID}/berita/panjang.md", entry("Panjang", " ".join(words)))
    report = province.build()
    (found,) = [d for d in report.diagnostics if d.code == "halaman-berat"]
    assert found.file == f"{LAID}/berita/panjang.md"
    told = {name: str(value) for name, value in found.params}
    assert told["halaman"] == "berita/panjang/"
    assert told["batas"] == str(kilobytes(FIRST_TRIP))
    assert int(told["berat"]) >= int(told["teks"]) > kilobytes(FIRST_TRIP)


def test_the_reader_is_told_what_the_page_weighs(province: Province) -> None:
    province.replace("content/provinsi.yml", "tema: polos", "tema: dasar")
    weights = []
    for shade, size in ((1, (64, 48)), (2, (1600, 1200))):
        with Image.effect_noise(size, 60 + shade) as noise:
            province.write(f"{LAID}/berita/panen.jpg", encoded(noise, "JPEG"))
        province.build()
        page = province.read(f"output/{HANDEP}/berita/panen-raya/index.html")
        (told,) = re.findall(r"Halaman ini (\d+) KB, termasuk fotonya\.", page)
        weights.append(int(told))
    assert 0 < weights[0] < 14
    assert weights[1] > weights[0] + 20, "the larger photo weighs more"
