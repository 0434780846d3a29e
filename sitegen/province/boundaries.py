"""Diskominfo's own boundaries of the kabupaten: a GeoJSON file beside ``provinsi.yml``.

GeoJSON is RFC 7946: longitude before latitude, in degrees (WGS 84). Each area is told by a code
of the ministry in any of its properties (``62.03``, ``6203``), else by its name. What cannot be
used is reported, and the map shows circles alone.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from sitegen.content.names import kabupaten_short
from sitegen.content.register import KabupatenProvinsi
from sitegen.diagnostics import Diagnostic, diagnose

BOUNDARIES = "batas.geojson"
MOST_BYTES = 20 * 1024 * 1024
"""Read as numbers, a file takes about five times its size of memory."""

_CODE = re.compile(r"(\d\d)\.?(\d\d)(?:\.0)?")
_FEATURE = re.compile(r'"type"\s*:\s*"Feature"')
_LATITUDES, _LONGITUDES = (-12.0, 8.0), (94.0, 142.0)
"""Where Indonesia lies: what tells latitude from longitude."""
_MOST_FINDINGS = 10

Places = list[tuple[float, float]]
Boundaries = dict[str, list[Places]]
"""The rings of each kabupaten by its code; each corner as longitude and latitude."""


class _Refused(Exception):  # noqa: N818 - carries a finding
    """The whole file, or one of its areas, cannot be used."""

    def __init__(self, code: str, line: int = 0, column: int = 0, **params: object) -> None:
        super().__init__(code)
        self.code, self.line, self.column, self.params = code, line, column, params


def read_boundaries(
    name: str, data: bytes, listed: Sequence[KabupatenProvinsi]
) -> tuple[Boundaries, list[Diagnostic]]:
    """Read the boundaries of the kabupaten that a province lists, and what is wrong with them."""
    try:
        features = _features(data)
    except _Refused as refused:
        return {}, [_finding(name, data, refused)]
    found: Boundaries = {}
    findings = []
    lines = _lines_of_features(data, len(features))
    for number, feature in enumerate(features):
        properties = _properties(feature)
        try:
            code = _code_of(properties, listed)
            found.setdefault(code, []).extend(_rings(feature))
        except _Refused as refused:
            refused.line = lines[number]
            refused.params = {"bagian": _called(properties, number), **refused.params}
            findings.append(_finding(name, data, refused))
    missing = [k.nama for k in listed if k.kode not in found]
    if found and missing:
        findings.append(diagnose("batas-kurang", name, daftar=", ".join(missing)))
    return found, findings[:_MOST_FINDINGS]


def _finding(name: str, data: bytes, refused: _Refused) -> Diagnostic:
    lines = tuple(data.decode("utf-8", "replace").split("\n")) if refused.line else ()
    column = refused.column or (1 if refused.line else 0)
    return diagnose(refused.code, name, refused.line, column, lines=lines, params=refused.params)


def _features(data: bytes) -> list[object]:
    """Give the areas of a file.

    Raises:
        _Refused: it is too large, no JSON, or JSON of another kind.
    """
    if len(data) > MOST_BYTES:
        megabytes = 1024 * 1024
        raise _Refused(
            "batas-besar", ukuran=-(-len(data) // megabytes), batas=MOST_BYTES // megabytes
        )
    try:
        document = json.loads(data)
    except json.JSONDecodeError as error:
        raise _Refused("batas-rusak", error.lineno, error.colno) from error
    except (ValueError, RecursionError) as error:
        raise _Refused("batas-rusak") from error
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list):
        raise _Refused("batas-lain")
    return features


def _lines_of_features(data: bytes, count: int) -> list[int]:
    """Give the line where each area begins, 0 where it cannot be told."""
    text = data.decode("utf-8", "replace")
    lines, line, place = [], 1, 0
    for found in islice(_FEATURE.finditer(text), count + 1):
        line += text.count("\n", place, found.start())
        place = found.start()
        lines.append(line)
    return lines if len(lines) == count else [0] * count


def _properties(feature: object) -> Mapping[str, object]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    return properties if isinstance(properties, dict) else {}


def _called(properties: Mapping[str, object], number: int) -> str:
    """Give what a reader may know an area by: its longest text that is no number, or its place."""
    texts = [v for v in properties.values() if isinstance(v, str) and re.search(r"[^\W\d]", v)]
    return max(texts, key=len, default=f"#{number + 1}")[:60]


def _code_of(properties: Mapping[str, object], listed: Sequence[KabupatenProvinsi]) -> str:
    """Find which kabupaten an area is.

    Raises:
        _Refused: none of them.
    """
    values = [str(v).strip() for v in properties.values() if isinstance(v, str | int | float)]
    codes = {f"{m[1]}.{m[2]}" for value in values if (m := _CODE.fullmatch(value))}
    if found := [k.kode for k in listed if k.kode in codes]:
        return found[0]
    names = {value.casefold() for value in values}
    short = {kabupaten_short(name) for name in names}
    whole = [k.kode for k in listed if k.nama.casefold() in names]
    near = [k.kode for k in listed if kabupaten_short(k.nama).casefold() in short]
    if whole or len(near) == 1:
        return (whole or near)[0]
    raise _Refused("batas-asing")


def _rings(feature: object) -> list[Places]:
    """Give the rings of an area, outer ones and holes.

    Raises:
        _Refused: it is no area, or its corners are not places in Indonesia.
    """
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in ("Polygon", "MultiPolygon"):
        raise _Refused("batas-bentuk", jenis=str(kind)[:30])
    try:
        coordinates = geometry["coordinates"]
        polygons = coordinates if kind == "MultiPolygon" else [coordinates]
        rings = [
            [(float(corner[0]), float(corner[1])) for corner in ring]
            for polygon in polygons
            for ring in polygon
        ]
    except (TypeError, ValueError, LookupError, OverflowError) as error:
        raise _Refused("batas-bentuk", jenis=str(kind)) from error
    _check_places(corner for ring in rings for corner in ring)
    return [ring[:-1] if ring[0] == ring[-1] else ring for ring in rings if ring]


def _check_places(corners: Iterator[tuple[float, float]]) -> None:
    for longitude, latitude in corners:
        if _within(longitude, _LONGITUDES) and _within(latitude, _LATITUDES):
            continue
        swapped = _within(longitude, _LATITUDES) and _within(latitude, _LONGITUDES)
        raise _Refused(
            "batas-tertukar" if swapped else "batas-jauh",
            titik=f"{longitude:.10g}, {latitude:.10g}",
        )


def _within(value: float, limits: tuple[float, float]) -> bool:
    return math.isfinite(value) and limits[0] <= value <= limits[1]
