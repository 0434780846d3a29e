"""Outlines: few points, none moved, and neighbours that still touch."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.province.map import MOST_POINTS
from sitegen.province.outline import Point, Ring, inside, path_of, simplify
from tests.province.shapes import areas

MOST = 10_000


def grid(columns: int, rows: int) -> list[list[Ring]]:
    """Give areas side by side, in units of a drawing."""
    return [
        [[(round(x * 90), round(-y * 90)) for x, y in ring[:-1]]] for ring in areas(columns, rows)
    ]


def edges(shapes: list[list[Ring]]) -> list[tuple[Point, Point]]:
    """Give every line of every ring, whichever way it runs."""
    return [
        (min(a, b), max(a, b))
        for rings in shapes
        for ring in rings
        for a, b in pairwise([*ring, ring[0]])
    ]


def coast(shapes: list[list[Ring]]) -> list[tuple[Point, Point]]:
    """Give the lines that have an area on one side only."""
    return [line for line, times in Counter(edges(shapes)).items() if times % 2]


def area(ring: Ring) -> float:
    """Give the area of a ring (the shoelace formula)."""
    lines = pairwise([*ring, ring[0]])
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in lines)) / 2


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (5, 3), (8, 5)])
def test_areas_side_by_side_keep_their_borders_in_common(size: tuple[int, int]) -> None:
    shapes = grid(*size)
    short = simplify(shapes, MOST_POINTS)
    points = [point for rings in short for ring in rings for point in ring]
    assert len(points) <= MOST_POINTS
    assert set(points) <= {point for rings in shapes for ring in rings for point in ring}
    # A line that two areas do not share is of the coast: no border became two lines.
    assert {point for line in coast(short) for point in line} <= {
        point for line in coast(shapes) for point in line
    }
    before, after = (sum(area(ring) for rings in s for ring in rings) for s in (shapes, short))
    assert after == pytest.approx(before, rel=0.02)


def test_an_enclave_and_its_hole_stay_the_same_line() -> None:
    town = [(40 + x, 40 + y) for x, y in ((0, 0), (9, 1), (20, 0), (21, 11), (20, 20), (0, 20))]
    around = [(0, 0), (100, 0), (100, 100), (0, 100)]
    (outer, hole), (inner,) = simplify([[around, town[::-1]], [town]], 4 + 8)
    assert len(hole) == len(inner) <= 4
    assert sorted(edges([[hole]])) == sorted(edges([[inner]]))
    assert sorted(outer) == sorted(around)


@pytest.mark.parametrize(
    "ring", [[], [(1, 1)], [(1, 1), (1, 1), (2, 2)], [(0, 0), (5, 0), (9, 0)], [(0, 0), (4, 4)] * 3]
)
def test_what_has_no_area_is_left_out(ring: Ring) -> None:
    assert simplify([[ring]] if ring else [[]], MOST) == [[]]


CORNERS = st.tuples(st.integers(0, 40), st.integers(0, 40))


@given(st.lists(st.lists(st.lists(CORNERS, min_size=1, max_size=30), max_size=3), max_size=4))
def test_any_lines_at_all_can_be_simplified(shapes: list[list[Ring]]) -> None:
    for rings in simplify(shapes, 20):
        for ring in rings:
            assert len(set(ring)) > 2
            assert path_of([ring]).startswith("M")
        if rings:
            x, y = inside(rings)
            assert 0 <= x <= 40
            assert 0 <= y <= 40


def test_a_path_goes_from_point_to_point() -> None:
    assert path_of([[(10, 20), (13, 20), (13, 15)], [(1, 1), (2, 1), (2, 2)]]) == (
        "M10 20l3 0 0-5zM1 1l1 0 0 1z"
    )


def test_the_middle_of_a_horseshoe_is_inside() -> None:
    x, _ = inside(
        [[(0, 0), (100, 0), (100, 100), (90, 100), (90, 10), (10, 10), (10, 100), (0, 100)]]
    )
    assert x in (5, 95)
