"""Outlines of areas with few points, whose shared borders stay shared. Pure.

Rings are cut into arcs where borders meet, and each arc is simplified once (Douglas and Peucker,
1973), whichever ring it belongs to; so neighbours keep touching. Points are whole units of the
drawing and sums of integers, which gives the same bytes on every machine.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

Point = tuple[int, int]
Ring = list[Point]
"""A closed line without its last point, which is the first again."""

_TOLERANCES = (1, 1.5, 2, 3, 4, 6, 8, 12, 16)
"""Units of the drawing by which a line may differ; the smallest that suffices is taken."""


def simplify(shapes: Sequence[Sequence[Ring]], most: int) -> list[list[Ring]]:
    """Give the shapes with at most so many points, or as few as the largest tolerance gives."""
    clean = [[ring for raw in rings if (ring := _without_repeats(raw))] for rings in shapes]
    neighbours = _neighbours(ring for rings in clean for ring in rings)
    result = clean
    for tolerance in _TOLERANCES:
        known: dict[tuple[Point, ...], Ring] = {}
        result = [
            [short for ring in rings if (short := _short(ring, neighbours, tolerance, known))]
            for rings in clean
        ]
        if sum(len(ring) for rings in result for ring in rings) <= most:
            break
    return result


def path_of(rings: Iterable[Ring]) -> str:
    """Give rings as the path of an SVG, each point relative to the one before."""
    parts = []
    for ring in rings:
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ring)]
        moves = "".join(f"{_number(x)}{_number(y)}" for x, y in steps)
        parts.append(f"M{ring[0][0]} {ring[0][1]}l{moves.lstrip()}z")
    return "".join(parts)


def _number(value: int) -> str:
    return str(value) if value < 0 else f" {value}"


def inside(rings: Sequence[Ring]) -> Point:
    """Give a point inside a shape: the middle of its broadest place at half its height."""
    largest = max(rings, key=lambda ring: (abs(_area(ring)), ring))
    heights = sorted(y for _, y in largest)
    height = (heights[0] + heights[-1]) / 2 + 0.25  # between two rows of points
    crossings = sorted(
        x1 + (height - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in pairwise([*largest, largest[0]])
        if (y1 > height) != (y2 > height)
    )
    spans = list(zip(crossings[::2], crossings[1::2], strict=True))
    west, east = max(spans, key=lambda span: span[1] - span[0], default=(largest[0][0],) * 2)
    return round((west + east) / 2), round(height)


def _area(ring: Ring) -> int:
    """Give twice the area; its sign tells which way the ring runs."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]))


def _without_repeats(ring: Ring) -> Ring:
    """Drop points that repeat the one before, and ways that lead out and back again."""
    kept: Ring = []
    for point in ring:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and kept[-2] == point:
            kept.pop()
        else:
            kept.append(point)
    while len(kept) > 1 and kept[-1] == kept[0]:
        kept.pop()
    return kept if len(set(kept)) > 2 else []


def _neighbours(rings: Iterable[Ring]) -> Mapping[Point, set[Point]]:
    """Give for each point those that a line of some ring joins to it."""
    found: defaultdict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for a, b in pairwise([*ring, ring[0]]):
            found[a].add(b)
            found[b].add(a)
    return found


def _short(
    ring: Ring,
    neighbours: Mapping[Point, set[Point]],
    tolerance: float,
    known: dict[tuple[Point, ...], Ring],
) -> Ring:
    """Simplify a ring arc by arc; empty where nothing of its area is left."""
    result: Ring = []
    for arc in _arcs(ring, neighbours):
        one, other = tuple(arc), tuple(reversed(arc))
        forward = min(one, other)
        if forward not in known:
            known[forward] = _thin(list(forward), tolerance)
        short = known[forward]
        result += (short if forward == one else short[::-1])[:-1]
    result = _without_repeats(result) if result else result
    return result if result and _area(result) else []


def _arcs(ring: Ring, neighbours: Mapping[Point, set[Point]]) -> Iterator[Ring]:
    """Cut a ring where borders meet; one that meets no other, at two points of its own."""
    cuts = [n for n, point in enumerate(ring) if len(neighbours[point]) != 2]
    if len({ring[n] for n in cuts}) < 2:
        first = ring[cuts[0]] if cuts else min(ring)
        far = max(ring, key=lambda point: (_distance(first, point), point))
        cuts = sorted((ring.index(first), ring.index(far)))
    closed = ring[cuts[0] :] + ring[: cuts[0] + 1]
    places = [n - cuts[0] for n in cuts] + [len(ring)]
    for start, end in pairwise(places):
        yield closed[start : end + 1]


def _thin(line: Ring, tolerance: float) -> Ring:
    """Keep the points that are farther from the line between their neighbours than a tolerance."""
    keep = {0, len(line) - 1}
    open_ = [(0, len(line) - 1)]
    while open_:
        start, end = open_.pop()
        offsets = ((_offset(line[n], line[start], line[end]), -n) for n in range(start + 1, end))
        offset, middle = max(offsets, default=(0.0, 0))
        if offset > tolerance * tolerance:
            keep.add(-middle)
            open_ += [(start, -middle), (-middle, end)]
    return [line[n] for n in sorted(keep)]


def _offset(point: Point, start: Point, end: Point) -> float:
    """Give the square of a point's distance from a line."""
    across, along = end[0] - start[0], end[1] - start[1]
    length = across * across + along * along
    if not length:
        return _distance(point, start)
    area = across * (point[1] - start[1]) - along * (point[0] - start[0])
    return area * area / length


def _distance(a: Point, b: Point) -> int:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
