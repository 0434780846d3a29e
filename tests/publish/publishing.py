"""A target as tests handle it, and what a publication to it did."""

import hashlib
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest

from sitegen.publish.changes import decide
from sitegen.publish.faults import PublishFault
from sitegen.publish.target import Target
from sitegen.publish.tree import Mark, inside
from tests.helpers import TESTS
from tests.publish.sites import Served, Sites

KILLED = 9
"""The status of a process that a test ended."""


@dataclass(frozen=True, slots=True)
class Rig:
    """A target, and what a test can do behind its back.

    ``served`` gives all that a reader meets. ``plant`` puts someone else's file where readers
    meet it, or where the first release would come; it gives what reads that file again, empty
    once it is gone. ``damage`` changes the record of what is online. ``atomic`` says that readers
    meet one release or the next and nothing between; ``keep`` is how many releases stay.
    """

    target: Target
    served: Callable[[], Served]
    plant: Callable[[str, bytes], Callable[[], bytes]]
    damage: Callable[[], None]
    atomic: bool = True
    keep: int = 3


@dataclass(frozen=True, slots=True)
class Sent:
    """What a publication did: its release, what it was to send and delete, and what it told of."""

    release: str
    paths: frozenset[str]
    deleted: frozenset[str]
    files: int
    bytes: int


def publish(
    target: Target,
    sites: Sites,
    *,
    gone: Iterable[str] = (),
    adopt: bool = False,
    everything: bool = False,
    tell: Callable[[str, int], object] = lambda _place, _size: None,
) -> Sent:
    """Bring sites online as the command does, with nobody's questions asked."""
    told: list[int] = []

    def listen(place: str, size: int) -> None:
        told.append(size)
        tell(place, size)

    with target.session(adopt=adopt) as session:
        leaving = frozenset(gone)
        wanted = {place: digest for place, digest in sites.sites.items() if place not in leaving}
        changes = decide(
            wanted, leaving, session.online, sites.tree, session.tree, everything=everything
        )
        release = session.apply(changes, sites, listen) if changes else session.online.release
    paths = frozenset(inside(c.place, p) for c in changes.sites for p in c.send)
    deleted = frozenset(inside(c.place, p) for c in changes.sites for p in c.delete)
    return Sent(release, paths, deleted, len(told), sum(told))


def surveyed(target: Target) -> dict[str, Mark]:
    """Give what a target finds when it reads all that is online again."""
    with target.session() as session:
        return dict(session.survey())


def marks(served: Served) -> dict[str, Mark]:
    """Give what a survey should find."""
    return {p: Mark(hashlib.sha256(data).hexdigest(), len(data)) for p, data in served.items()}


def killed(target: Target, sites: Sites, after: int) -> int:
    """Publish in a process that dies once some files went; give its exit status."""
    work = pickle.dumps((target, sites, after))
    command = [sys.executable, "-m", "tests.publish.killed"]
    return subprocess.run(command, input=work, cwd=TESTS.parent, check=False).returncode


def refused(code: str, rig: Rig, sites: Sites) -> PublishFault:
    """Require a publication to be refused; give the fault."""
    with pytest.raises(PublishFault) as refusal:
        publish(rig.target, sites)
    assert refusal.value.code == code, refusal.value
    assert refusal.value.finding("sasaran").message
    return refusal.value
