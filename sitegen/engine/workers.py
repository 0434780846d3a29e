"""Workers: processes of their own, that use no more memory than they may and end with the build."""

import multiprocessing
import os
import signal
import threading
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing.process import BaseProcess

MEMORY = 4096
"""Address space of a worker, in MB. Photos need most: one of 100 megapixels, the largest that is
read, was measured to take 170 (JPEG), 860 (PNG), 980 (HEIF) and 1,240 (TIFF, not compressed). The
rest is for the stacks and arenas of decoders' threads on machines with many processors."""


_WORK = ["sitegen.engine.task", "sitegen.site.kim", "sitegen.province.kabupaten"]
"""What workers are begun with, so that it is imported once for all of them."""


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
