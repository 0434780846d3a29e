"""A scheduler and workers as processes on loopback. There is no nanny: a kill is a kill."""

import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.cluster.dying import ALWAYS, ARMS, ONCE
from tests.helpers import TESTS, environment

_ROOT = TESTS.parent


@dataclass(slots=True)
class Machines:
    """A scheduler that listens, its workers, and what lets them die."""

    folder: Path
    scheduler: "subprocess.Popen[str]"
    address: str = ""
    workers: "list[subprocess.Popen[bytes]]" = field(default_factory=list)
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def arms(self) -> Path:
        """The folder of traps that are armed."""
        return self.folder / "senjata"

    def arm(self, site: str = "") -> None:
        """Let the next worker that finishes a site die, or each that finishes the one named."""
        (self.arms / (f"{ALWAYS}{site.replace('/', '%2F')}" if site else ONCE)).touch()

    def killed(self) -> int:
        """Count the workers that a signal ended since the last time; forget them."""
        ended = [worker for worker in self.workers if worker.poll() is not None]
        assert {worker.returncode for worker in ended} <= {-signal.SIGKILL}
        self.workers = [worker for worker in self.workers if worker not in ended]
        return len(ended)

    def require(self, count: int) -> None:
        """Let there be so many workers, known to the scheduler."""
        from distributed import Client

        self.killed()
        for path in self.arms.iterdir():
            path.unlink()
        while len(self.workers) < count:
            self.workers.append(self._worker())
        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(len(self.workers), timeout=60)

    def stop(self) -> None:
        """Let the scheduler die."""
        self.scheduler.kill()
        self.scheduler.wait()

    def _worker(self) -> "subprocess.Popen[bytes]":
        options = ["--no-nanny", "--nthreads", "1", "--no-dashboard", "--death-timeout", "60"]
        options += ["--local-directory", str(self.folder / "pekerja")]
        options += ["--preload", "tests.cluster.dying"]
        return subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_worker", self.address, *options],
            cwd=_ROOT,
            env=environment(**{ARMS: str(self.arms), **self.variables}),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


@contextmanager
def machines(folder: Path, **variables: str) -> Iterator[Machines]:
    """Run a scheduler for as long as the context lasts.

    Args:
        folder: where the workers keep what they need.
        variables: what the workers find in their environment.
    """
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--no-dashboard"]
    command += ["--host", "127.0.0.1", "--port", "0"]
    scheduler = subprocess.Popen(
        command,
        cwd=_ROOT,
        # A site that killed two workers is not tried on a third one.
        env=environment(DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="1"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert scheduler.stderr
    drain = threading.Thread(target=scheduler.stderr.read, daemon=True)
    there = Machines(folder, scheduler, variables=variables)
    there.arms.mkdir(parents=True)
    try:
        for line in scheduler.stderr:
            if found := re.search(r"Scheduler at:\s+(tcp://[\d.:]+)", line):
                there.address = found[1]
                break
        drain.start()  # what it says later is not read, but must not fill the pipe
        yield there
    finally:
        for worker in there.workers:
            worker.kill()
            worker.wait()
        there.stop()
        if drain.ident:
            drain.join()
        scheduler.stderr.close()
