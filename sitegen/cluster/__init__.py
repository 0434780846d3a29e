"""Builds sites on other machines, through a scheduler of dask.distributed.

::

    open.py         from the options of a command to an executor for the engine
    executor.py     hands sites to workers; knows which are lost
    shared.py       workers that see the workspace at the same paths
    apart.py        workers that do not: what is asked of them, and what comes back is written
    away.py         the same on the worker: fetch, build, bring
    errand.py       what travels between the two
    worker.py       what every worker checks before it builds
    commit.py       the content of one site, out of a git commit
    upload.py       a built site to object storage: what differs

The engine asks for an executor and knows nothing of this. A worker builds whole sites with
``engine/task.py``, as a process of one machine would; so the bytes are the same, and a worker that
dies costs time only. The province and, where nothing is shared, the kabupaten are built by the
machine that gave the command.
"""
