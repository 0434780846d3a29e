"""Runs tasks on an executor, and goes on when a worker dies.

A task is handed out only when a worker is free, so the tasks that were under way when a worker
died are few. They are tried again one at a time, each with a worker of its own, which shows the
one that kills it.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

IN_PROCESS = 2
"""So few tasks are run without workers: starting one costs more than building a site."""


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
    make = make_executor
    if make is None:
        # What starts processes is slow to import: only when there is work for many.
        from sitegen.engine.workers import process_pool

        make = process_pool
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
        except BrokenExecutor:
            broken = True
            if not running:
                suspects.append(waiting.popleft())
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            task = running.pop(future)
            try:
                result = future.result()
            except BrokenExecutor:
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
        except BrokenExecutor:
            yield Crashed(task)
