"""The map of a province: its kabupaten as circles, labelled without collision, on their outlines.

Outlines are drawn where Diskominfo gave them.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.content.kinds import Koordinat
from sitegen.province.outline import Point, Ring, inside, path_of, simplify
from sitegen.site.views import BarisLabel, TitikPeta

WIDTH, HEIGHT = 560, 460
_MARGIN_X, _MARGIN_Y = 66, 34
_EDGE = 20
"""The margin around outlines, within which labels find room."""
MOST_POINTS = 600
"""Corners of all outlines together: less than two kilobytes of a page, compressed."""
_LETTER, _LINE = 6.7, 14
_SMALLEST, _LARGEST = 8, 24
_LONG = 12
"""Letters of a label that are not broken into two lines."""
_NEVER = 1_000_000
"""What a label may cover rather than leave the drawing, by the area outside."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A kabupaten to draw: its name, its centre if known, and how many KIM it has."""

    name: str
    centre: Koordinat | None
    count: int
    rings: Sequence[Sequence[tuple[float, float]]] = ()
    """Its outline, if known: each corner as longitude and latitude."""


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "_Box") -> float:
        """Give the area that both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, width) * max(0.0, height)


_INSIDE = _Box(0, 0, WIDTH, HEIGHT)


def draw_map(marks: Sequence[Mark]) -> list[TitikPeta | None]:
    """Place each mark and its label; ``None`` for one of which no place is known.

    A circle's area grows with the number of KIM. Labels take the side of their circle where they
    cover least of what is already drawn.
    """
    shapes, points = _placed(marks)
    radii = [_radius(mark.count, max(m.count for m in marks)) for mark in marks]
    taken = [
        _Box(point[0] - r, point[1] - r, point[0] + r, point[1] + r)
        for point, r in zip(points, radii, strict=True)
        if point
    ]
    drawn: list[TitikPeta | None] = []
    for mark, rings, point, radius in zip(marks, shapes, points, radii, strict=True):
        if point is None:
            drawn.append(None)
            continue
        places = list(_places(mark.name, *point, radius))
        box, anchor, lines = min(
            places, key=lambda place: _cost(place[0], taken) + places.index(place)
        )
        taken.append(box)
        path = path_of(rings)
        drawn.append(TitikPeta(WIDTH, HEIGHT, *point, radius, anchor, lines, path))
    return drawn


def _placed(marks: Sequence[Mark]) -> tuple[list[list[Ring]], list[Point | None]]:
    """Give the outline and the point of each mark, in units of the drawing."""
    corners = [corner for mark in marks for ring in mark.rings for corner in ring]
    centres = [mark.centre for mark in marks]
    if not corners:
        return [[] for _ in marks], project(centres)
    frame = _Frame.around(corners, _EDGE, _EDGE)
    shapes = simplify(
        [[[frame.point(*c) for c in ring] for ring in mark.rings] for mark in marks], MOST_POINTS
    )
    points: list[Point | None] = []
    for centre, rings in zip(centres, shapes, strict=True):
        point = frame.point(centre.bujur, centre.lintang) if centre else None
        drawn = point and 0 < point[0] < WIDTH and 0 < point[1] < HEIGHT
        points.append(inside(rings) if rings else point if drawn else None)
    return shapes, points


def project(centres: Sequence[Koordinat | None]) -> list[Point | None]:
    """Give the point of each centre in a drawing that just holds them all."""
    known = [(centre.bujur, centre.lintang) for centre in centres if centre]
    if not known:
        return [None for _ in centres]
    frame = _Frame.around(known, _MARGIN_X, _MARGIN_Y)
    return [frame.point(c.bujur, c.lintang) if c else None for c in centres]


@dataclass(frozen=True, slots=True)
class _Frame:
    """An equirectangular projection, true at the middle latitude.

    Over a province its error is far below the size of a circle.
    """

    west: float
    north: float
    shrink: float
    scale: float
    left: float
    top: float

    @classmethod
    def around(
        cls, places: Sequence[tuple[float, float]], margin_x: int, margin_y: int
    ) -> "_Frame":
        """Give the frame that just holds places, each as longitude and latitude."""
        shrink = math.cos(math.radians(sum(latitude for _, latitude in places) / len(places)))
        west, east = (pick(longitude * shrink for longitude, _ in places) for pick in (min, max))
        south, north = (pick(latitude for _, latitude in places) for pick in (min, max))
        room_x, room_y = WIDTH - 2 * margin_x, HEIGHT - 2 * margin_y
        scale = min(room_x / max(east - west, 0.01), room_y / max(north - south, 0.01))
        left = (WIDTH - scale * (east - west)) / 2
        top = (HEIGHT - scale * (north - south)) / 2
        return cls(west, north, shrink, scale, left, top)

    def point(self, longitude: float, latitude: float) -> Point:
        """Give the point of a place in the drawing."""
        x = self.left + self.scale * (longitude * self.shrink - self.west)
        return round(x), round(self.top + self.scale * (self.north - latitude))


def _radius(count: int, most: int) -> int:
    if not count:
        return _SMALLEST
    return round(math.sqrt(count / most) * (_LARGEST - 13)) + 13


def _cost(box: _Box, taken: Sequence[_Box]) -> float:
    area = (box.right - box.left) * (box.bottom - box.top)
    outside = area - box.overlap(_INSIDE)
    return sum(box.overlap(other) for other in taken) + _NEVER * outside


def _places(
    name: str, x: int, y: int, radius: int
) -> Iterator[tuple[_Box, str, tuple[BarisLabel, ...]]]:
    """Yield the ways to label a circle, the preferred first: below, right, left, above."""
    words = _lines(name)
    width, height = max(map(len, words)) * _LETTER, len(words) * _LINE
    gap = radius + 5
    for anchor, left, top, at in (
        ("middle", x - width / 2, y + radius + 2, x),
        ("start", x + gap, y - height / 2, x + gap),
        ("end", x - gap - width, y - height / 2, x - gap),
        ("middle", x - width / 2, y - radius - 2 - height, x),
    ):
        lines = tuple(
            BarisLabel(word, at, round(top + _LINE * number + 11))
            for number, word in enumerate(words)
        )
        yield _Box(left, top, left + width, top + height), anchor, lines


def _lines(name: str) -> list[str]:
    """Break a long name between its words, where the longer line is shortest."""
    words = name.split(" ")
    ways = [[" ".join(words[:n]), " ".join(words[n:])] for n in range(1, len(words))]
    if len(name) <= _LONG or not ways:
        return [name]
    return min(ways, key=lambda lines: max(map(len, lines)))
