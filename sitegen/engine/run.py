"""Runs tasks on an executor, and goes on when a worker dies.

A task is handed out only when a worker is free, so the tasks that were under way when a worker
died are few. They are tried again one at a time, each with a worker of its own, which shows the
one that kills it.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

IN_PROCESS = 2
"""So few tasks are run without workers: starting one costs more than building a site."""

MEMORY = 4096
"""Address space of a worker, in MB. Photos need most: one of 100 megapixels, the largest that is
read, was measured to take 170 (JPEG), 860 (PNG), 980 (HEIF) and 1,240 (TIFF, not compressed). The
rest is for the stacks and arenas of decoders' threads on machines with many processors."""


_WORK = ["sitegen.engine.task", "sitegen.site.kim", "sitegen.province.kabupaten"]
"""What workers are begun with, so that it is imported once for all of them."""


class TaskLost(Exception):  # noqa: N818 - a verdict on a task
    """Raised for a task by an executor that tries again by itself: its workers died each time."""


class Crashed(Generic[T]):
    """Stands for the result of a task whose worker died."""

    def __init__(self, task: T) -> None:
        self.task = task


def default_workers() -> int:
    """Give the number of processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def run_all(
    tasks: Sequence[T],
    function: Callable[[T], R],
    workers: int,
    make_executor: Callable[[int], Executor] | None = None,
) -> Iterator[R | Crashed[T]]:
    """Yield the result of each task as it comes.

    Args:
        tasks: plain data, so that they can travel.
        function: called with each; importable by name.
        workers: how many at once.
        make_executor: gives an executor of so many workers; processes unless named.
    """
    if make_executor is None and (workers <= 1 or len(tasks) <= IN_PROCESS):
        yield from map(function, tasks)
        return
    make = make_executor or process_pool
    waiting = deque(tasks)
    while waiting:
        suspects: list[T] = []
        with make(min(workers, len(waiting))) as executor:
            yield from _drain(executor, waiting, function, workers, suspects)
        for task in suspects:
            yield from _alone(task, function, make)


def _drain(
    executor: Executor,
    waiting: deque[T],
    function: Callable[[T], R],
    workers: int,
    suspects: list[T],
) -> Iterator[R | Crashed[T]]:
    """Hand out tasks until none wait, or until a worker dies: then name the suspects."""
    running: dict[Future[R], T] = {}
    broken = False
    while running or (waiting and not broken):
        try:
            while waiting and len(running) < workers and not broken:
                future = executor.submit(function, waiting[0])
                running[future] = waiting.popleft()
        except BrokenProcessPool:
            broken = True
            if not running:
                suspects.append(waiting.popleft())
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            task = running.pop(future)
            try:
                result = future.result()
            except BrokenProcessPool:
                broken = True
                suspects.append(task)
            except TaskLost:
                yield Crashed(task)
            else:
                yield result


def _alone(
    task: T, function: Callable[[T], R], make: Callable[[int], Executor]
) -> Iterator[R | Crashed[T]]:
    with make(1) as executor:
        try:
            yield executor.submit(function, task).result()
        except BrokenProcessPool:
            yield Crashed(task)


def process_pool(workers: int, megabytes: int | None = None) -> Executor:
    """Give workers that are processes of their own, begun anew and not copied from this one.

    Each may use so many megabytes of address space; those of :func:`memory_limit` unless told.
    """
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(_WORK)
    limit = memory_limit() if megabytes is None else megabytes
    return ProcessPoolExecutor(
        workers, mp_context=context, initializer=begin_worker, initargs=(limit,)
    )


def begin_worker(megabytes: int) -> None:
    """Make this process a worker: it leaves Ctrl+C to the one that started it, and ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(megabytes)
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    if not parent.is_alive():  # it was killed while this process began
        os._exit(1)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    """End at once when the process that started this one is gone, and the lock with it.

    Else a worker whose build was killed would go on writing beside the next build.
    """
    parent.join()
    os._exit(1)


def _limit_memory(megabytes: int) -> None:
    """Refuse this process more address space than any sound site needs, where the system can.

    What asks for more gets a ``MemoryError``, a finding about one photo or text; without the
    limit the system would end whichever process it likes.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = megabytes * 1024 * 1024
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if wanted and (hard == resource.RLIM_INFINITY or wanted < hard):
        with suppress(ValueError, OSError):  # macOS refuses some sizes
            resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def memory_limit() -> int:
    """Give the address space a worker may use, in MB; 0 means no limit.

    ``SITEGEN_MEMORY`` names another.
    """
    given = os.environ.get("SITEGEN_MEMORY", "")
    return int(given) if given.isdecimal() else MEMORY
