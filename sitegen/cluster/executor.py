"""An executor for the engine whose workers are those of a scheduler of dask.distributed."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, Protocol, TypeVar, cast

from sitegen.cluster.faults import Unfit, lost, unfit
from sitegen.engine.run import TaskLost
from sitegen.engine.task import Outcome, Task

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as Asked

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R")

RETRIES = 2
"""How often a task is tried again that ended with an exception."""
PATIENCE = 60.0
"""Seconds without any worker, or without the scheduler, after which a build gives up."""
_GLANCE = 2.0


@dataclass(frozen=True, slots=True)
class Call(Generic[R]):
    """What a worker is to do: a function that it can import, and plain data.

    The function is also given ``threads``, how many tasks its worker takes at once, and ``room``,
    a folder of that worker which may be deleted at any time.
    """

    function: Callable[..., R]
    arguments: tuple[object, ...]


class Way(Protocol[R]):
    """How sites travel to workers and back."""

    def probe(self) -> Call[None]:
        """Give what each worker must be able to do."""
        ...

    def order(self, task: Task) -> Call[R] | Outcome:
        """Give what a worker is to do for a site, or what became of it here."""
        ...

    def receive(self, task: Task, result: R) -> Outcome:
        """Give what became of a site, from what a worker gave back."""
        ...

    def close(self) -> None:
        """Let go of what is open."""
        ...


class ClusterExecutor(Executor, Generic[R]):
    """Hands sites to workers.

    Args:
        client: a client of dask.distributed.
        way: how sites travel.
        patience: seconds without any worker after which nothing is waited for any more.
    """

    def __init__(self, client: "Client", way: Way[R], patience: float = PATIENCE) -> None:
        self._client, self._way, self._patience = client, way, patience
        self._running: dict[Future[Any], Asked[Any]] = {}
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._keep_watch, name="kluster", daemon=True)
        self._watch.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand out a site. The function is ``run_task``, to which every way comes in the end."""
        del fn, kwargs
        task = cast("Task", args[0])
        told: Future[T] = Future()
        order = self._way.order(task)
        if isinstance(order, Outcome):
            told.set_result(cast("T", order))
            return told
        asked = self._client.submit(on_worker, order, pure=False, retries=RETRIES)
        with self._lock:
            self._running[told] = asked
        asked.add_done_callback(lambda done: self._finish(told, done, task))
        return told

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End; tasks under way are waited for, because they write."""
        if cancel_futures:
            self._client.cancel(list(self._running.values()))
        while wait and self._running and not self._over.is_set():
            time.sleep(0.05)
        self._over.set()
        self._watch.join()

    def _finish(self, told: Future[T], done: "Asked[Any]", task: Task) -> None:
        """Say what became of a task; called in a thread of the client."""
        from distributed.scheduler import KilledWorker

        try:
            if done.status == "finished":
                told.set_result(cast("T", self._way.receive(task, done.result())))
            elif done.status == "error":
                fault = done.exception()
                if isinstance(fault, KilledWorker):
                    fault = TaskLost(task.job.site)
                elif isinstance(fault, Unfit):
                    fault = unfit(fault.told["pekerja"], fault)
                told.set_exception(fault)
            else:
                told.set_exception(lost())
        except InvalidStateError:
            pass  # given up before
        except BaseException as error:
            with suppress(InvalidStateError):
                told.set_exception(error)
        finally:
            with self._lock:
                self._running.pop(told, None)

    def _keep_watch(self) -> None:
        """Give up when for long there is no scheduler or no worker; dask itself would wait."""
        alone_since: float | None = None
        while not self._over.wait(_GLANCE):
            now = time.monotonic()
            if self._has_workers():
                alone_since = None
                continue
            alone_since = alone_since or now
            if now - alone_since > self._patience:
                with self._lock:
                    running, self._running = self._running, {}
                for told in running:
                    with suppress(InvalidStateError):
                        told.set_exception(lost())

    def _has_workers(self) -> bool:
        try:
            return bool(self._client.nthreads())
        except Exception:  # whatever it is, there is nothing to be had from it now
            return False


def on_worker(call: Call[R]) -> R:
    """Do what is asked, with what it needs to know of the worker that it runs on."""
    from distributed import get_worker

    worker = get_worker()
    try:
        return call.function(
            *call.arguments, room=worker.local_directory, threads=worker.state.nthreads
        )
    except Unfit as answer:
        raise Unfit(answer.code, {**answer.told, "pekerja": worker.address}) from None
