"""The map of a province: every circle and every label inside the drawing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.kinds import Koordinat
from sitegen.province.map import HEIGHT, WIDTH, Mark, draw_map, project
from sitegen.site.views import TitikPeta

LETTER = 6.7
"""Width of a letter of a label, in the units of the drawing."""

NAMES = st.lists(
    st.text("abcdefghijklmnoprstuwy", min_size=3, max_size=14), min_size=1, max_size=3
).map(lambda words: " ".join(words).title())
CENTRES = st.builds(Koordinat, st.floats(-11, 6), st.floats(95, 141))
MARKS = st.builds(Mark, NAMES, st.none() | CENTRES, st.integers(0, 200))


def extent(point: TitikPeta, text: str, x: int) -> tuple[float, float]:
    """Give where a line of a label begins and ends."""
    width = len(text) * LETTER
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[point.jangkar]
    return x - share * width, x + (1 - share) * width


@given(st.lists(MARKS, min_size=1, max_size=20))
def test_nothing_leaves_the_drawing(marks: list[Mark]) -> None:
    drawn = draw_map(marks)
    assert [point is None for point in drawn] == [mark.centre is None for mark in marks]
    for point in filter(None, drawn):
        assert point.jari <= point.x <= WIDTH - point.jari
        assert point.jari <= point.y <= HEIGHT - point.jari
        for line in point.label:
            left, right = extent(point, line.teks, line.x)
            assert left >= 0
            assert right <= WIDTH
            assert 0 < line.y < HEIGHT


@given(st.lists(MARKS, min_size=1, max_size=20))
def test_labels_hold_the_whole_name(marks: list[Mark]) -> None:
    for mark, point in zip(marks, draw_map(marks), strict=True):
        assert point is None or " ".join(line.teks for line in point.label) == mark.name


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Kapuas", ["Kapuas"]),
        ("Gunung Mas", ["Gunung Mas"]),
        ("Kotawaringin Timur", ["Kotawaringin", "Timur"]),
        ("Hulu Sungai Selatan", ["Hulu Sungai", "Selatan"]),
        ("Kepulauan Siau Tagulandang Biaro", ["Kepulauan Siau", "Tagulandang Biaro"]),
    ],
)
def test_a_long_name_is_broken_evenly(name: str, lines: list[str]) -> None:
    (point,) = draw_map([Mark(name, Koordinat(lintang=-2, bujur=113), 1)])
    assert point is not None
    assert [line.teks for line in point.label] == lines


def test_north_is_up_and_east_is_right() -> None:
    places = [Koordinat(lintang=-1, bujur=112), Koordinat(lintang=-3, bujur=115), None]
    first, second, unknown = project(places)
    assert first is not None
    assert second is not None
    assert unknown is None
    assert first[0] < second[0]
    assert first[1] < second[1]


def test_a_circle_grows_with_its_kim() -> None:
    centres = [Koordinat(lintang=-n, bujur=112 + n) for n in range(3)]
    marks = [Mark(f"K{n}", c, n) for (n, c) in zip((0, 1, 40), centres, strict=True)]
    sizes = [point.jari for point in draw_map(marks) if point]
    assert sizes == sorted(set(sizes))


def test_two_kabupaten_at_one_place_have_two_labels() -> None:
    here = Koordinat(lintang=-2, bujur=113)
    one, other = (p for p in draw_map([Mark("Kapuas", here, 1), Mark("Katingan", here, 2)]) if p)
    assert (one.x, one.y) == (other.x, other.y)
    assert (one.label[0].x, one.label[0].y) != (other.label[0].x, other.label[0].y)


@pytest.mark.parametrize("marks", [[], [Mark("Kapuas", None, 0)]])
def test_without_a_place_there_is_nothing_to_draw(marks: list[Mark]) -> None:
    assert draw_map(marks) == [None] * len(marks)
