"""Runs tasks on an executor, and goes on when a worker dies.

A task is handed out only when a worker is free, so the tasks that were under way when a worker
died are few. They are tried again one at a time, each with a worker of its own, which shows the
one that kills it.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

IN_PROCESS = 2
"""So few tasks are run without workers: starting one costs more than building a site."""


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
) -> Iterator[R]:
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


def process_pool(workers: int) -> Executor:
    """Give workers that are processes of their own, begun anew and not copied from this one."""
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["sitegen.engine.task"])
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_ignore_interrupt)


def _ignore_interrupt() -> None:
    """Leave Ctrl+C to the process that started the workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
