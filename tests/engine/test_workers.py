"""What a worker may do: use so much memory, and live as long as the process that began it."""

import multiprocessing
import os
import resource
import select
import signal
import sys
import tempfile
from pathlib import Path

import pytest

from sitegen.engine.workers import MEMORY, memory_limit, process_pool


def take(size: int) -> str:
    """Ask for memory, and say what came of it."""
    try:
        return f"{len(bytearray(size))}"
    except MemoryError:
        return "MemoryError"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not count address space so")
def test_a_worker_is_refused_more_memory_than_any_site_needs() -> None:
    mine = resource.getrlimit(resource.RLIMIT_AS)
    with process_pool(1) as workers:
        assert workers.submit(take, MEMORY * 1024**2).result() == "MemoryError"
        assert workers.submit(take, 1000).result() == "1000"
    assert resource.getrlimit(resource.RLIMIT_AS) == mine


@pytest.mark.parametrize(
    ("given", "limit"), [(None, MEMORY), ("", MEMORY), ("512", 512), ("0", 0), ("banyak", MEMORY)]
)
def test_the_limit_can_be_set(
    monkeypatch: pytest.MonkeyPatch, given: str | None, limit: int
) -> None:
    if given is None:
        monkeypatch.delenv("SITEGEN_MEMORY", raising=False)
    else:
        monkeypatch.setenv("SITEGEN_MEMORY", given)
    assert memory_limit() == limit


def hold(pipe: str) -> None:
    """Open a pipe, say so, and never end."""
    with open(pipe, "wb", buffering=0) as handle:
        handle.write(b"x")
        while True:
            signal.pause()


def build_for_ever(pipe: str) -> None:
    """Wait for a worker that never ends."""
    with process_pool(1) as workers:
        workers.submit(hold, pipe).result()


def test_a_worker_ends_with_the_process_that_began_it() -> None:
    with tempfile.TemporaryDirectory() as folder:
        pipe = str(Path(folder) / "pipa")
        os.mkfifo(pipe)
        build = multiprocessing.get_context("forkserver").Process(
            target=build_for_ever, args=(pipe,)
        )
        build.start()
        with open(pipe, "rb", buffering=0) as handle:  # waits until the worker opens it
            assert handle.read(1) == b"x"
            build.kill()
            build.join()
            assert select.select([handle], [], [], 20)[0], "the worker lives on"
            assert handle.read(1) == b"", "nobody holds the other end"
