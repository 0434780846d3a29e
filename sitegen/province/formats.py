"""A data set in the formats that other programs read.

CSV is RFC 4180 in UTF-8, positions are GeoJSON (RFC 7946), descriptions are JSON Schema (2020-12).
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a data set: its JSON type and what it means."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class DataSet:
    """A set as it is described; ``formats`` are the endings of its files."""

    name: str
    title: str
    meaning: str
    columns: tuple[Column, ...]
    formats: tuple[str, ...]


def to_csv(data_set: DataSet, rows: Iterable[Row]) -> bytes:
    """Give CSV; a value that a spreadsheet would run as a formula is quoted (OWASP)."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    names = [column.name for column in data_set.columns]
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in names])
    return buffer.getvalue().encode()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text[:1] in "=+-@\t\r" and text else text


def to_records(data_set: DataSet, rows: Iterable[Row]) -> bytes:
    """Give a list of objects."""
    names = [column.name for column in data_set.columns]
    # Record by record: the encoder holds every sign of what it indents until it is done.
    buffer = io.BytesIO()
    for row in rows:
        buffer.write(b",\n" if buffer.tell() else b"[\n")
        buffer.write(_indented({name: row[name] for name in names}))
    if not buffer.tell():
        return as_json([])
    buffer.write(b"\n]\n")
    return buffer.getvalue()


def to_geojson(data_set: DataSet, rows: Iterable[Row]) -> bytes:
    """Give the rows that have a position as points."""
    names = [c.name for c in data_set.columns if c.name not in ("lintang", "bujur")]
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [row["bujur"], row["lintang"]]},
            "properties": {name: row[name] for name in names},
        }
        for row in rows
        if row["lintang"] is not None
    ]
    return as_json({"type": "FeatureCollection", "features": features})


def schema_of(data_set: DataSet, address: str, translate: Callable[[str], str]) -> Row:
    """Give the JSON Schema of a set."""
    properties = {
        column.name: {"type": [column.kind, "null"], "description": translate(column.meaning)}
        for column in data_set.columns
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": translate(data_set.title),
        "description": translate(data_set.meaning),
        "type": "array",
        "items": {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        },
    }


def as_json(value: object) -> bytes:
    """Give JSON as it is published, indented for those who look into it."""
    return (_dump(value) + "\n").encode()


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str)


def _indented(record: Row) -> bytes:
    """Give a record as it stands in a list; a text holds no end of line that is not escaped."""
    return (" " + _dump(record).replace("\n", "\n ")).encode()


WRITERS: dict[str, Callable[[DataSet, Iterable[Row]], bytes]] = {
    "csv": to_csv,
    "json": to_records,
    "geojson": to_geojson,
}
"""How a set is written, by the ending of its file."""
