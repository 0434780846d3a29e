"""A disk that fails at an exact operation: the power goes, there is no space, it refuses."""

import builtins
import errno
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from unittest import mock

from sitegen.engine.workers import process_pool
from tests.helpers import Province

CHANGES = ("replace", "unlink", "rmdir", "mkdir")
"""What :mod:`os` does to a disk, besides writing to files."""


Accident = Callable[[Any], object]
"""What happens instead of an operation. It is given the path; none for a write."""

mkdir = os.mkdir


class PowerCut(BaseException):
    """Ends a build inside this process where its power would go: nothing may catch it."""


class Disk:
    """Counts operations that change files, and has an accident at one, or from one on."""

    def __init__(self, point: int, accident: Accident, *, lasting: bool = False) -> None:
        self.point, self.accident, self.lasting = point, accident, lasting
        self.count = 0

    def step(self) -> bool:
        """Count an operation; say whether it is the one that fails."""
        self.count += 1
        return self.count == self.point or (self.lasting and self.count > self.point)

    def change(self, real: Callable[..., object]) -> Callable[..., object]:
        """Give an operation that may fail, if only where there is something to do it to."""

        def fragile(path: Any, *args: Any, **more: Any) -> object:
            if (real is mkdir or os.path.lexists(path)) and self.step():
                self.accident(path)
            return real(path, *args, **more)

        return fragile

    def open(self, real: Callable[..., IO[Any]]) -> Callable[..., IO[Any]]:
        """Give an ``open`` whose files may fail when half of their data is written."""

        def fragile(path: Any, mode: str = "r", *args: Any, **more: Any) -> IO[Any]:
            if "w" not in mode:
                return real(path, mode, *args, **more)
            if self.step():
                self.accident(path)
            handle = real(path, mode, *args, **more)
            if self.step():
                write = handle.write

                def torn(data: bytes) -> int:
                    write(data[: len(data) // 2])
                    handle.flush()
                    self.accident(None)
                    raise AssertionError("an accident ends what was going on")

                return mock.Mock(wraps=handle, write=torn, __enter__=_itself, __exit__=_close)
            return handle

        return fragile


def _itself(handle: Any) -> Any:
    return handle


def _close(handle: Any, *_: object) -> None:
    handle.close()


@contextmanager
def failing(disk: Disk) -> Iterator[Disk]:
    """Let the disk of this process be one that fails."""
    with mock.patch.object(builtins, "open", disk.open(builtins.open)):
        patches = [mock.patch.object(os, name, disk.change(getattr(os, name))) for name in CHANGES]
        for patch in patches:
            patch.start()
        try:
            yield disk
        finally:
            for patch in patches:
                patch.stop()


def cut_power(_path: object) -> None:
    """End a build as if the power went, but not this process."""
    raise PowerCut


def refuse(number: int) -> Accident:
    """Give an accident that the operating system reports, by its number in :mod:`errno`."""

    def accident(path: str | None) -> None:
        raise OSError(number, os.strerror(number), path)

    accident.__name__ = errno.errorcode[number]
    return accident


ACCIDENTS = (cut_power, *map(refuse, (errno.ENOSPC, errno.EACCES, errno.EIO)))


def die(_path: object) -> None:
    """End this process as if the power went."""
    os.kill(os.getpid(), signal.SIGKILL)


def build_and_die(root: Path, point: int) -> None:
    """Build in a process that ends at an operation."""
    with failing(Disk(point, die)):
        Province(root).build()


def build_with_workers(root: Path) -> None:
    """Build with two workers that are processes of their own."""
    Province(root).build(workers=2, make_executor=process_pool)


def killed_after(province: Province, seconds: float | None) -> float:
    """Kill a build with workers when it has run so long.

    Returns:
        How long the build took if it ended before that, else zero.
    """
    context = multiprocessing.get_context("forkserver")
    process = context.Process(target=build_with_workers, args=(province.root,))
    started = time.monotonic()
    process.start()
    process.join(seconds)
    took = time.monotonic() - started
    process.kill()
    process.join()
    return 0.0 if process.exitcode == -signal.SIGKILL else took
