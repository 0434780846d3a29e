"""Diskominfo's own boundaries: which area is which kabupaten, and what is wrong with a file."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.content.register import KabupatenProvinsi
from sitegen.province.boundaries import MOST_BYTES, Boundaries, read_boundaries
from tests.content_helpers import codes
from tests.helpers import faults, reasons, small_province
from tests.province.helpers import network, replace
from tests.province.shapes import areas, geojson

NAME = "content/batas.geojson"
NAMES = {"62.03": "Kabupaten Kapuas", "62.71": "Kota Palangka Raya", "62.72": "Kota Kapuas"}
LISTED = [KabupatenProvinsi.model_construct(kode=k, nama=n) for k, n in NAMES.items()]
SQUARE = [[113.0, -2.0], [114.0, -2.0], [114.0, -1.0], [113.0, -2.0]]


def area(
    properties: Mapping[str, object] | None = None,
    coordinates: object = None,
    kind: str = "Polygon",
) -> dict[str, object]:
    """Give an area, of Kapuas unless told otherwise."""
    corners = [SQUARE] if coordinates is None else coordinates
    geometry = {"type": kind, "coordinates": corners}
    named = {"kode": "62.03"} if properties is None else properties
    return {"type": "Feature", "properties": named, "geometry": geometry}


def read(*features: object) -> tuple[Boundaries, list[str]]:
    """Read areas, and give them with the codes of what is wrong."""
    data = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    found, findings = read_boundaries(NAME, data, LISTED)
    return found, [code for code in codes(findings) if code != "batas-kurang"]


@pytest.mark.parametrize(
    ("properties", "code"),
    [
        ({"kode": "62.03"}, "62.03"),
        ({"KDPKAB": "6203", "tahun": 2023}, "62.03"),
        ({"id": 6271}, "62.71"),
        ({"kdkab": 6271.0}, "62.71"),
        ({"WADMKK": "KAPUAS", "kode": "6272"}, "62.72"),
        ({"WADMKK": "Kabupaten Kapuas"}, "62.03"),
        ({"NAMOBJ": "kota palangka raya"}, "62.71"),
        ({"NAMOBJ": "Palangka Raya"}, "62.71"),
    ],
)
def test_an_area_is_known_by_code_or_name(properties: dict[str, object], code: str) -> None:
    found, findings = read(area(properties))
    assert (list(found), findings) == ([code], [])


@pytest.mark.parametrize(
    "properties",
    [{}, {"nama": "Kapuas"}, {"nama": "Sambas", "kode": "61.01"}, {"kode": None}, {"kode": True}],
    ids=["nothing", "of two", "another province", "empty", "yes"],
)
def test_an_area_that_could_be_any_is_left_out(properties: dict[str, object]) -> None:
    assert read(area(properties)) == ({}, ["batas-asing"])


def test_an_area_of_several_parts_keeps_its_islands_and_holes() -> None:
    parts = [[SQUARE, SQUARE], [SQUARE]]
    found, findings = read(area(coordinates=parts, kind="MultiPolygon"), area())
    assert findings == []
    assert [len(ring) for ring in found["62.03"]] == [3, 3, 3, 3]


@pytest.mark.parametrize(
    ("feature", "code"),
    [
        (area(kind="Point", coordinates=[113.0, -2.0]), "batas-bentuk"),
        (area(kind="LineString", coordinates=SQUARE), "batas-bentuk"),
        (area(coordinates=[[["a", "b"]]]), "batas-bentuk"),
        (area(coordinates=[[[113.0]]]), "batas-bentuk"),
        (area(coordinates=7), "batas-bentuk"),
        ({"type": "Feature", "properties": {"kode": "62.03"}, "geometry": None}, "batas-bentuk"),
        (area(coordinates=[[[y, x] for x, y in SQUARE]]), "batas-tertukar"),
        (area(coordinates=[[[12_600_000, -223_000]]]), "batas-jauh"),
        (area(coordinates=[[[float("nan"), -2.0]]]), "batas-jauh"),
        (area(coordinates=[[[float("inf"), -2.0]]]), "batas-jauh"),
        ("Kapuas", "batas-asing"),
    ],
)
def test_an_unusable_area_costs_itself_alone(feature: object, code: str) -> None:
    found, findings = read(feature, area({"kode": "62.71"}))
    assert findings == [code]
    assert found["62.71"]
    assert not found.get("62.03")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "batas-rusak"),
        (b"PK\x03\x04 a shapefile in a ZIP", "batas-rusak"),
        (b"\xff\xfe\xfa", "batas-rusak"),
        (b"[" * 100_000, "batas-rusak"),
        (b"9" * 5000, "batas-rusak"),
        (b"[]", "batas-lain"),
        (b'{"type": "Topology", "objects": {}}', "batas-lain"),
        (b'{"type": "FeatureCollection", "features": {}}', "batas-lain"),
        (b" " * (MOST_BYTES + 1), "batas-besar"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[:12].decode("latin-1"),
)
def test_an_unusable_file_leaves_the_map_as_it_was(data: bytes, code: str) -> None:
    found, findings = read_boundaries(NAME, data, LISTED)
    assert (found, codes(findings)) == ({}, [code])


def test_what_is_wrong_is_told_with_its_line() -> None:
    text = geojson([({"kode": "62.03"}, areas(1, 1)[0]), ({"nama": "Sambas"}, areas(1, 1)[0])])
    _, (stranger, missing) = read_boundaries(NAME, text.encode(), LISTED)
    assert (stranger.code, stranger.line) == ("batas-asing", 3)
    assert (missing.code, dict(missing.params)["daftar"]) == (
        "batas-kurang",
        "Kota Palangka Raya, Kota Kapuas",
    )
    _, (broken,) = read_boundaries(NAME, text[:-5].encode(), LISTED)
    assert (broken.code, broken.line > 2) == ("batas-rusak", True)


def test_the_map_draws_what_is_known_and_the_rest_as_before() -> None:
    made = network(dict.fromkeys("abcdefg", 1))
    features = [({"kode": k}, r) for k, r in zip(made.kabupaten, areas(3, 2), strict=False)]
    result = replace(made, texts={NAME: geojson(features)}).build()
    page = result.files["index.html"]
    assert isinstance(page, bytes)
    outlines = re.findall(r'<a href="\./(\w)/">[^[\n]*\[(M[^]]+z)\]', page.decode())
    assert [name for name, _ in outlines] == list("abcdef")
    assert all(re.fullmatch(r"(M\d+ \d+l[-\d ]+z)+", path) for _, path in outlines)
    assert sum(len(path) for _, path in outlines) < 4096
    assert codes(result.diagnostics) == ["batas-kurang"]


def test_boundaries_that_change_build_the_province_and_nothing_else(tmp_path: Path) -> None:
    province = small_province(tmp_path / "provinsi")
    without = province.build()
    page = province.read("output/index.html")
    steps = [
        ("added", geojson([({"kode": "62.03"}, areas(1, 1)[0])]), True),
        ("moved", geojson([({"kode": "62.03"}, areas(2, 1)[1])]), True),
        ("broken", "{", False),
    ]
    shown = set()
    for step, text, drawn in steps:
        province.write(NAME, text)
        assert list(reasons(province.build())) == [""], step
        shown.add(now := province.read("output/index.html"))
        assert ("[M" in now) == drawn, step
        assert (now == page) != drawn, step
    assert len(shown) == len(steps)
    province.remove(NAME)
    assert list(reasons(province.build())) == [""]
    assert codes(faults(without)) == []
