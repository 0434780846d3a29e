"""What the last build left: one small file per site, written last and atomically.

Lists of many files are kept by column, which is read much sooner than a record for each. A file
that cannot be read counts as absent. Deleting the whole folder costs time, never bytes.
"""

import contextlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import quote, unquote

from sitegen.diagnostics import Diagnostic
from sitegen.engine.scan import StampCache

VERSION = 2

Output = tuple[int, int, str]
"""Size, time of change (nanoseconds) and SHA-256 of a file that was written."""


@dataclass(slots=True)
class SiteState:
    """What a site was last built from, and which files it owns.

    ``finished`` is false from before the first write until after the last; then ``owned`` names
    every file that may have been written.
    """

    inputs: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, Output] = field(default_factory=dict)
    valid_from: date = date.min
    valid_until: date = date.max
    finished: bool = True
    owned: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    scheduled: list[date] = field(default_factory=list)
    pages: int = 0

    def files(self) -> set[str]:
        """Give every file that the site owns, relative to the site's folder."""
        return {*self.outputs, *self.owned}


def write_atomically(path: str, data: bytes) -> None:
    """Replace a file in one step: a reader sees the old bytes or the new ones.

    Raises:
        OSError: the disk is full, or the folder refuses; it names the file.
    """
    folder, name = os.path.split(path)
    temporary = os.path.join(folder, temporary_name(name))
    try:
        with open(temporary, "wb") as handle:
            handle.write(data)
        os.replace(temporary, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise OSError(error.errno, error.strerror, path) from error


def temporary_name(name: str) -> str:
    """Give the name under which a file is written before it takes its place."""
    return f".{name}.sitegen-tmp"


class StateStore:
    """The states of all sites for one output folder."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def load(self, site: str) -> SiteState | None:
        """Give a site's state, or ``None`` when there is none that can be read."""
        return _decode_site(self._read(self._path(site)))

    def save(self, site: str, state: SiteState) -> None:
        """Remember a site's state."""
        outputs = state.outputs.values()
        record = asdict(replace(state, outputs={}))
        record["outputs"] = [list(state.outputs), *zip(*outputs, strict=True)]
        record["valid_from"] = state.valid_from.isoformat()
        record["valid_until"] = state.valid_until.isoformat()
        record["scheduled"] = [day.isoformat() for day in state.scheduled]
        self._write(self._path(site), record)

    def forget(self, site: str) -> None:
        """Drop a site's state."""
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self._path(site))

    def sites(self) -> Iterator[str]:
        """Give every site that has a state, sorted."""
        folder = os.path.join(self.folder, "situs")
        names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
        for name in names:
            if name.endswith(".json") and not name.startswith("."):
                stem = name.removesuffix(".json")
                yield "" if stem == "@" else unquote(stem)

    def load_stamps(self) -> StampCache:
        """Give the digests of inputs by their stamps."""
        record = self._read(os.path.join(self.folder, "berkas.json"))
        try:
            names, digests, *numbers = record["files"]
            stamps = zip(*(map(int, column.split()) for column in numbers), strict=True)
            values = zip(stamps, digests.split(), strict=True)
            known = dict(zip(names.split("\0"), values, strict=True))
            return StampCache(known, int(record["looked_at"]))
        except (KeyError, TypeError, ValueError, AttributeError):
            return StampCache()

    def save_stamps(self, cache: StampCache, looked_at: int) -> None:
        """Remember the digests of inputs by their stamps."""
        seen = cache.fresh.values()
        columns = ["\0".join(cache.fresh), " ".join(digest for _, digest in seen)]
        columns += [" ".join(str(stamp[part]) for stamp, _ in seen) for part in range(4)]
        record = {"looked_at": looked_at, "files": columns}
        self._write(os.path.join(self.folder, "berkas.json"), record)

    def load_record(self, name: str) -> Mapping[str, Any]:
        """Give another remembered record; empty when it cannot be read."""
        return self._read(os.path.join(self.folder, f"{name}.json"))

    def save_record(self, name: str, record: Mapping[str, object]) -> None:
        """Remember another record."""
        self._write(os.path.join(self.folder, f"{name}.json"), record)

    def _path(self, site: str) -> str:
        return os.path.join(self.folder, "situs", f"{quote(site, safe='') or '@'}.json")

    def _write(self, path: str, record: Mapping[str, object]) -> None:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        text = json.dumps({"versi": VERSION, **record}, ensure_ascii=False, separators=(",", ":"))
        write_atomically(path, text.encode("utf-8", "surrogatepass"))

    @staticmethod
    def _read(path: str) -> Mapping[str, Any]:
        try:
            with open(path, "rb") as handle:
                record = json.loads(handle.read())
        except (OSError, ValueError):
            return {}
        return record if isinstance(record, dict) and record.get("versi") == VERSION else {}


def diagnostic_from(record: Mapping[str, Any]) -> Diagnostic:
    """Bring back a diagnostic that was remembered."""
    params = tuple((str(k), str(v)) for k, v in record["params"])
    return Diagnostic(**{**record, "params": params})


def _decode_site(record: Mapping[str, Any]) -> SiteState | None:
    try:
        return SiteState(
            inputs=dict(record["inputs"]),
            outputs=_outputs(*record["outputs"]),
            valid_from=date.fromisoformat(record["valid_from"]),
            valid_until=date.fromisoformat(record["valid_until"]),
            finished=bool(record["finished"]),
            owned=[str(name) for name in record["owned"]],
            diagnostics=[diagnostic_from(d) for d in record["diagnostics"]],
            scheduled=[date.fromisoformat(day) for day in record["scheduled"]],
            pages=int(record["pages"]),
        )
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        return None


def _outputs(
    paths: Iterable[str],
    sizes: Iterable[int] = (),
    changed: Iterable[int] = (),
    digests: Iterable[str] = (),
) -> dict[str, Output]:
    values = zip(map(int, sizes), map(int, changed), map(str, digests), strict=True)
    return dict(zip(map(str, paths), values, strict=True))
