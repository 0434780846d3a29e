"""Made-up boundaries: areas side by side, whose borders wind and are the same for both sides."""

import json
import random
from collections.abc import Sequence
from itertools import pairwise

Corner = tuple[float, float]


def border(start: Corner, end: Corner, points: int = 128) -> list[Corner]:
    """Give a winding line between two places; the same from either side."""
    if start > end:
        return border(end, start, points)[::-1]
    chance = random.Random(f"{start}{end}")
    line = [start, end]
    swing = 0.12
    while len(line) <= points:
        halves = []
        for (x1, y1), (x2, y2) in pairwise(line):
            middle = (x1 + x2) / 2 + chance.uniform(-swing, swing), (y1 + y2) / 2
            halves += [(x1, y1), (middle[0], middle[1] + chance.uniform(-swing, swing))]
        line = [*halves, line[-1]]
        swing *= 0.5
    return line


def areas(columns: int, rows: int) -> list[list[Corner]]:
    """Give the closed ring of each area of an uneven grid over Borneo, row by row."""
    chance = random.Random(1)
    corners = {
        (x, y): (
            round(111 + 0.9 * x + chance.uniform(-0.25, 0.25), 4),
            round(-3 + 0.8 * y + chance.uniform(-0.25, 0.25), 4),
        )
        for x in range(columns + 1)
        for y in range(rows + 1)
    }
    rings = []
    for y in range(rows):
        for x in range(columns):
            around = [corners[x, y], corners[x + 1, y], corners[x + 1, y + 1], corners[x, y + 1]]
            ring: list[Corner] = []
            for start, end in zip(around, [*around[1:], around[0]], strict=True):
                ring += border(start, end)[:-1]
            rings.append([*ring, ring[0]])
    return rings


def geojson(features: Sequence[tuple[dict[str, object], Sequence[Corner]]]) -> str:
    """Give areas with their properties as GeoJSON, one on each line as QGIS writes it."""
    lines = [
        json.dumps(
            {
                "type": "Feature",
                "properties": properties,
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        )
        for properties, ring in features
    ]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
