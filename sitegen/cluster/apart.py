"""Workers that share no folder: content out of a commit, what was built to a bucket or back here.

A KIM's files go from the worker to object storage; only its summary, its manifest and its state
come back, which is all that the province and the next build need. Without object storage the files
come back too, those that this machine does not have yet, and are written here.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from sitegen.cluster.away import build_apart, require_able
from sitegen.cluster.commit import Origin
from sitegen.cluster.errand import Made, Order, Terms, bring
from sitegen.cluster.executor import Call
from sitegen.cluster.upload import Shelf, tree_of
from sitegen.cluster.worker import version
from sitegen.engine.refusal import refusal
from sitegen.engine.scan import StampCache
from sitegen.engine.state import SiteState, StateStore
from sitegen.engine.task import Outcome, Task, run_task
from sitegen.engine.writer import SiteWriter
from sitegen.site.contract import Stored
from sitegen.workspace import Workspace


class ApartWay:
    """How sites are built where nothing is shared.

    Args:
        workspace: the workspace here; its content is what the commit must hold.
        origin: the commit.
        shelf: the bucket, unless what is built comes back.
        check: raises where someone else took the bucket.
    """

    def __init__(
        self,
        workspace: Workspace,
        origin: Origin,
        shelf: Shelf | None = None,
        check: Callable[[], object] = bool,
    ) -> None:
        self._workspace, self._shelf, self._check = workspace, shelf, check
        self._terms = Terms(version(), origin, shelf.bucket if shelf else None)
        self._digests = StampCache()

    def probe(self) -> Call[None]:
        """Give what each worker must be able to do."""
        return Call(require_able, (self._terms,))

    def order(self, task: Task) -> Call[Made] | Outcome:
        """Give what a worker is to do for a KIM; what stands above is built here."""
        self._check()
        if task.job.level != "kim":
            return self._build_here(task)
        job = task.job
        inputs = {**job.files, **job.siaran}
        for name in filter(None, (job.provinsi, job.kabupaten)):
            inputs[name] = self._digest(name)
        themes = tuple(
            os.path.relpath(place, self._workspace.root).replace(os.sep, "/")
            for place in job.theme
            if place.startswith(self._workspace.root + os.sep)
        )
        known = {} if self._shelf else _standing(task)
        bare = replace(task, inputs={})  # the state is written here
        return Call(build_apart, (Order(bare, inputs, themes, known), self._terms))

    def receive(self, task: Task, result: Made) -> Outcome:
        """Write what came back; the state last."""
        if result.log:
            with suppress(OSError):
                path = os.path.join(os.path.dirname(task.places.memo), "galat.log")
                with open(path, "a", encoding="utf-8") as log:
                    log.write(result.log)
        if result.state is None:
            return result.outcome
        try:
            return _keep(task, result, result.state, thin=self._shelf is not None)
        except OSError as error:
            finding = refusal("tidak-tertulis", error, task.places.root)
            return Outcome(task.job.site, diagnostics=[finding], recorded=False)

    def close(self) -> None:
        """Nothing is open."""

    def _digest(self, name: str) -> str:
        path = self._workspace.locate(name)
        details = os.stat(path)
        stamp = (details.st_size, details.st_mtime_ns, details.st_ctime_ns, details.st_ino)
        known = self._digests.fresh.get(name)
        return known[1] if known else self._digests.digest(name, path, stamp)

    def _build_here(self, task: Task) -> Outcome:
        outcome = run_task(task)
        site, places = task.job.site, task.places
        store = StateStore(places.state)
        state = store.load(site) if self._shelf and outcome.recorded else None
        if self._shelf is None or state is None or not state.finished:
            return outcome
        folder = os.path.join(places.output, *site.split("/")) if site else places.output
        brought = bring(self._shelf, site, state, folder)
        if brought.again:
            # The next build takes up what is built and not yet uploaded.
            store.save(site, replace(state, finished=False, owned=sorted(state.files())))
        elif brought.findings:
            found = [*state.diagnostics, *brought.findings]
            store.save(site, replace(state, diagnostics=found))
        return brought.told(outcome)


def _standing(task: Task) -> dict[str, str]:
    """Give the files of a site that lie here as its last build left them."""
    site, places = task.job.site, task.places
    state = StateStore(places.state).load(site)
    if state is None or not state.finished:
        return {}
    known = {}
    for path, (size, changed, digest) in state.outputs.items():
        with suppress(OSError):
            details = os.lstat(os.path.join(places.output, *site.split("/"), *path.split("/")))
            if (details.st_size, details.st_mtime_ns) == (size, changed):
                known[path] = digest
    return known


def _keep(task: Task, made: Made, state: SiteState, *, thin: bool) -> Outcome:
    """Write what came back of a site, as :func:`sitegen.engine.task.run_task` would have.

    Args:
        task: what was asked for.
        made: what came back.
        state: the site's state on the worker.
        thin: whether the outcome already tells what was written, elsewhere.
    """
    site, places = task.job.site, task.places
    store = StateStore(places.state)
    before = store.load(site)
    writer = SiteWriter(places.output, site, before)
    tree = tree_of(state.outputs.items())
    digests = {path: (mark.sha256, mark.size) for path, mark in tree.items()}
    files: dict[str, bytes | Stored] = {
        path: made.files[path] if path in made.files else Stored(mark.sha256, mark.size, "")
        for path, mark in tree.items()
    }
    mine, refused = writer.claim(digests)
    owned = sorted(writer.owned() | mine)
    outputs = dict(before.outputs) if before else {}
    store.save(site, SiteState(finished=False, outputs=outputs, owned=owned))
    written = writer.write({p: c for p, c in files.items() if p in mine}, digests)
    if not files:
        writer.remove_folder()
    refused += written.findings
    diagnostics = [*made.outcome.diagnostics, *refused]
    kept = replace(
        state,
        inputs=task.inputs,
        outputs=written.outputs,
        finished=not refused,
        owned=owned if refused else [],
        diagnostics=diagnostics,
    )
    store.save(site, kept)
    outcome = replace(made.outcome, diagnostics=diagnostics)
    if not thin:
        outcome.files_written, outcome.bytes_written = written.files, written.bytes
        outcome.files_deleted = written.deleted
    return outcome
