"""Workers that see the workspace, the output and the state at the coordinator's paths."""

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import quote
from uuid import uuid4

from sitegen.cluster.executor import Call
from sitegen.cluster.faults import Unfit
from sitegen.cluster.worker import Version, require_fit, version, with_own_theme
from sitegen.engine.task import Outcome, Task, run_task
from sitegen.workspace import Workspace

_PATIENCE = 600
"""Seconds to wait for a worker that was taken for dead and still writes the same site."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A file in the shared folder that a worker must find, and what stands in it."""

    path: str
    text: str


class SharedWay:
    """How sites are built where everything is shared: a worker writes, and its word comes back."""

    def __init__(self, workspace: Workspace) -> None:
        self._proof = Proof(os.path.join(workspace.cache, "kluster"), uuid4().hex)
        os.makedirs(workspace.cache, exist_ok=True)
        with open(self._proof.path, "w", encoding="ascii") as handle:
            handle.write(self._proof.text)

    def probe(self) -> Call[None]:
        """Give what each worker must be able to do."""
        return Call(require_shared, (version(), self._proof))

    def order(self, task: Task) -> Call[Outcome]:
        """Give what a worker is to do for a site."""
        return Call(build_shared, (task, version(), self._proof))

    def receive(self, task: Task, result: Outcome) -> Outcome:
        """Give what became of a site."""
        del task
        return result

    def close(self) -> None:
        """Take the proof away."""
        with suppress(OSError):
            os.unlink(self._proof.path)


def require_shared(wanted: Version, proof: Proof, *, threads: int, room: str) -> None:
    """Refuse a worker that does not see the same folder.

    Raises:
        Unfit: it has another folder at that path, or another version.
    """
    del room
    require_fit(wanted, threads)
    try:
        with open(proof.path, encoding="ascii") as handle:
            same = handle.read() == proof.text
    except (OSError, UnicodeDecodeError):
        same = False
    if not same:
        raise Unfit("folder", {"folder": os.path.dirname(os.path.dirname(proof.path))})


def build_shared(task: Task, wanted: Version, proof: Proof, *, threads: int, room: str) -> Outcome:
    """Build and write a site in the shared folder.

    A scheduler gives a site to a second worker when it has lost the first one, which may live; so
    a site is written by one at a time.

    Raises:
        Unfit: this worker must not.
    """
    from filelock import FileLock

    require_shared(wanted, proof, threads=threads, room=room)
    job = with_own_theme(task.job, Workspace(task.places.root))
    locks = os.path.join(task.places.state, "kunci")
    os.makedirs(locks, exist_ok=True)
    name = quote(job.site, safe="") or "@"
    with FileLock(os.path.join(locks, name), timeout=_PATIENCE):
        return run_task(replace(task, job=job))
