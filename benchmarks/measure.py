"""Run a command and say what it took: seconds, processor seconds, memory of its whole tree.

Linux only. This process becomes the reaper of the command's orphans (``PR_SET_CHILD_SUBREAPER``)
and waits for every one, so that the kernel's own account of processor time (``getrusage``) covers
workers and their helpers too. Memory is sampled from ``/proc`` for all processes in the command's
session: the sum of what is resident, and at each new peak of it the sum of the proportional shares
(``Pss`` of ``smaps_rollup``, by which pages that processes share count once). The second is what
the tables show; it is asked for at peaks only, because the kernel holds a process up while it
counts. Run as a script it measures one command and prints JSON; a run is always measured by a
process of its own, since neither account can be set back to zero.
"""

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36
_PAUSE = 0.02
_HIGHER = 1.03
"""How far above the last peak is a new one: the error of what is shown as memory."""
_PAGE = os.sysconf("SC_PAGE_SIZE")
_SETTLE = 30.0
"""Seconds that helpers may live on after the command has ended."""


class RunFailed(Exception):  # noqa: N818 - read as a sentence where it is caught
    """A measured command that ended with an error; carries what it said."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a run took; times in seconds, memory in MB of a million bytes."""

    wall: float
    cpu: float
    pss: float
    rss: float


@dataclass(frozen=True, slots=True)
class Command:
    """What to run, and where."""

    argv: tuple[str, ...]
    folder: Path


def measure(command: Command) -> Taken:
    """Run a command to its end, in a process that only measures.

    Raises:
        RunFailed: it ended with a status other than 0.
    """
    os.sync()  # what earlier runs wrote is not paid for by this one
    argv = [sys.executable, __file__, str(command.folder), *command.argv]
    env = clean_environment()
    done = subprocess.run(argv, capture_output=True, text=True, env=env, check=False)
    if done.returncode:
        raise RunFailed(f"{' '.join(command.argv)}\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return Taken(**json.loads(done.stdout.rpartition("\n\n")[2]))


def clean_environment() -> dict[str, str]:
    """Give the environment without what changes how Python starts (it may keep no bytecode)."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def _main(folder: str, argv: list[str]) -> int:
    if ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0):
        raise RunFailed("this system does not hand over orphans")
    started = time.perf_counter()
    with subprocess.Popen(argv, cwd=folder, stdin=subprocess.DEVNULL, start_new_session=True) as it:
        sampler = _Sampler(it.pid)
        sampler.start()
        try:
            status = it.wait()
        except KeyboardInterrupt:
            os.killpg(it.pid, signal.SIGKILL)
            raise
        wall = time.perf_counter() - started
    _reap()
    sampler.stop()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    pss, rss = (kib * 1024 / 1e6 for kib in (sampler.pss, sampler.rss))
    taken = Taken(wall, used.ru_utime + used.ru_stime, pss, rss)
    print(f"\n\n{json.dumps(asdict(taken))}", end="")
    return status


def _reap() -> None:
    """Wait until nothing is left of the tree."""
    deadline = time.monotonic() + _SETTLE
    while time.monotonic() < deadline:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            time.sleep(0.005)
    raise RunFailed("a helper of the command does not end")


class _Sampler(threading.Thread):
    """Remembers the most memory that the processes of a session held together, in KiB."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.pss, self.rss = session, 0, 0
        self._known: dict[int, bool] = {}
        self._ended = threading.Event()

    def run(self) -> None:
        """Look again and again, until told that the command has ended."""
        peak = 0.0
        while not self._ended.wait(_PAUSE):
            members = self._members()
            resident = sum(map(_resident, members))
            self.rss = max(self.rss, resident)
            if resident > peak * _HIGHER:
                peak = resident
                self.pss = max(self.pss, sum(map(_proportional, members)))

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()
        self.join()

    def _members(self) -> list[int]:
        pids = [int(name) for name in os.listdir("/proc") if name.isdigit()]
        for pid in pids:
            if pid not in self._known:
                self._known[pid] = _session_of(pid) == self.session
        return [pid for pid in pids if self._known[pid]]


def _session_of(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:  # it has ended meanwhile
        return 0
    return int(text.rpartition(")")[2].split()[3])


def _resident(pid: int) -> int:
    """Give the resident memory of a process in KiB; none once it ended."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE // 1024
    except OSError:
        return 0


def _proportional(pid: int) -> int:
    """Give the proportional share of memory of a process in KiB; none once it ended."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(ln.split()[1]) for ln in text.splitlines() if ln.startswith("Pss:")), 0)


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1], sys.argv[2:]))
