"""A disk that fails at an exact operation: the power goes, there is no space, it refuses."""

import builtins
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from unittest import mock

from tests.helpers import Province

CHANGES = ("replace", "unlink", "rmdir", "mkdir")
"""What :mod:`os` does to a disk, besides writing to files."""


mkdir = os.mkdir


class Disk:
    """Counts operations that change files, and has an accident at one, or from one on.

    The accident is given the path, as the system names it in its errors: none for a write.
    """

    def __init__(
        self, point: int, accident: Callable[[Any], object], *, lasting: bool = False
    ) -> None:
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


def die(_path: object) -> None:
    """End this process as if the power went."""
    os.kill(os.getpid(), signal.SIGKILL)


def build_and_die(root: Path, point: int) -> None:
    """Build in a process that ends at an operation."""
    with failing(Disk(point, die)):
        Province(root).build()
