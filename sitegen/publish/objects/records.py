"""What object storage holds besides the records of releases, because it cannot switch in one step.

::

    .sitegen/terbit.json            which release is online, what is held, what is under way
    .sitegen/rilis/<rilis>.json     what that release holds
    .sitegen/pohon/<sha256>.json    the trees it names
    .sitegen/rencana/<rilis>.json   the paths that an unfinished publication may have touched
    .sitegen/isi/<sha256>/<nama>    a file that was replaced or deleted, for as long as a release
                                    that can be brought back needs it
    .sitegen/kunci.json             who is publishing

Nothing of it is meant for readers: the bucket's policy should refuse ``.sitegen/``.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.engine.manifest import is_safe
from sitegen.publish.records import VERSION
from sitegen.publish.tree import Mark, RecordDamaged, Tree, inside, sending_rank

ROOM = ".sitegen"
CURRENT, LEASE = f"{ROOM}/terbit.json", f"{ROOM}/kunci.json"
RELEASES, TREES, PLANS, KEPT = (
    f"{ROOM}/rilis",
    f"{ROOM}/pohon",
    f"{ROOM}/rencana",
    f"{ROOM}/isi",
)

UNKNOWN = Mark("", -1)
"""What an unfinished publication may have left at a path."""


@dataclass(frozen=True, slots=True)
class Current:
    """What is online.

    ``release`` is empty before the first one, ``proof`` the SHA-256 of its record. ``held`` names
    trees that were rolled back. ``plan`` names what is under way, or was when it was killed.
    """

    release: str = ""
    proof: str = ""
    held: frozenset[str] = frozenset()
    plan: str = ""


Plan = Mapping[str, frozenset[str]]
"""For each place the paths that a publication sends or deletes."""


def plan_of(steps: "Iterable[Step]", gone: Iterable[tuple[str, str]]) -> Plan:
    """Give the plan of what is sent, and of what is deleted at places and paths."""
    plan: dict[str, set[str]] = {}
    for place, path in (*((step.place, step.path) for step in steps), *gone):
        plan.setdefault(place, set()).add(path)
    return {place: frozenset(paths) for place, paths in plan.items()}


def merged(first: Plan, second: Plan) -> Plan:
    """Give two plans as one."""
    places = {**first, **second}
    return {p: first.get(p, frozenset()) | second.get(p, frozenset()) for p in places}


def unsure(tree: Tree, retired: Tree, touched: frozenset[str]) -> tuple[Tree, Tree]:
    """Give a place's trees as they may be after a publication that did not finish.

    What was touched is unknown; what only it may have brought counts as retired, so that it goes
    unless it is wanted.
    """
    known = {path: UNKNOWN if path in touched else mark for path, mark in tree.items()}
    brought = {path: UNKNOWN for path in touched if path not in tree}
    return known, {**retired, **brought}


@dataclass(frozen=True, slots=True)
class Step:
    """One file to send."""

    place: str
    path: str
    mark: Mark

    @property
    def target(self) -> str:
        """Its path in the target."""
        return inside(self.place, self.path)

    def rank(self) -> tuple[int, int, int]:
        """Say after which others it goes: the KIM's files before its kabupaten's, and so on."""
        height = -(self.place.count("/") + bool(self.place))
        return height, *sending_rank(self.path)

    def order(self) -> tuple[tuple[int, int, int], str]:
        """Sort by rank, then by path."""
        return self.rank(), self.target


def encode_current(current: Current) -> bytes:
    """Give the pointer as bytes."""
    return _encode(
        {
            "versi": VERSION,
            "rilis": current.release,
            "sha256": current.proof,
            "ditahan": sorted(current.held),
            "berjalan": current.plan,
        }
    )


def decode_current(data: bytes) -> Current:
    """Bring back the pointer.

    Raises:
        RecordDamaged: the bytes are not sitegen's.
    """
    try:
        record = _decode(data)
        names = (str(record["rilis"]), str(record["berjalan"]))
        if not all(is_safe(name) for name in names if name) or any("/" in name for name in names):
            raise RecordDamaged(CURRENT)
        held = frozenset(str(digest) for digest in record["ditahan"])
        return Current(names[0], str(record["sha256"]), held, names[1])
    except (ValueError, KeyError, TypeError) as error:
        raise RecordDamaged(CURRENT) from error


def encode_plan(plan: Plan) -> bytes:
    """Give a plan as bytes."""
    return _encode({"versi": VERSION, "jalur": {p: sorted(t) for p, t in plan.items()}})


def decode_plan(data: bytes, name: str) -> Plan:
    """Bring back a plan.

    Raises:
        RecordDamaged: the bytes are not sitegen's, or lead out of their place.
    """
    try:
        rows = _decode(data)["jalur"].items()
        plan = {str(place): frozenset(map(str, paths)) for place, paths in rows}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RecordDamaged(name) from error
    safe = all(is_safe(place) for place in plan if place)
    if not safe or not all(is_safe(path) for paths in plan.values() for path in paths):
        raise RecordDamaged(name)
    return plan


def _encode(record: Mapping[str, object]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _decode(data: bytes) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(data)
    if record["versi"] != VERSION:
        raise ValueError(record["versi"])
    return record


def kept_name(path: str, mark: Mark) -> str:
    """Give where a replaced file is kept: under its own name, which tells its headers."""
    return f"{KEPT}/{mark.sha256}/{path.rpartition('/')[2]}"
