"""One site on a worker that shares no folder with anyone: fetched, built, brought to its place."""

import hashlib
import os
import tempfile
from dataclasses import replace
from functools import cache

from sitegen.cluster.commit import CommitStore, Origin
from sitegen.cluster.errand import SUMMARY, Made, Order, Terms, bring
from sitegen.cluster.faults import Unfit
from sitegen.cluster.upload import Bucket, Shelf, open_shelf
from sitegen.cluster.worker import require_fit, require_same, with_own_theme
from sitegen.content.layout import prefix
from sitegen.engine.state import StateStore
from sitegen.engine.task import Outcome, Places, run_task
from sitegen.publish.faults import PublishFault
from sitegen.site.contract import MANIFEST
from sitegen.workspace import Workspace


def require_able(terms: Terms, *, room: str, threads: int) -> None:
    """Refuse a worker that cannot read the commit or the bucket.

    Raises:
        Unfit: it says why.
    """
    require_fit(terms.version, threads)
    try:
        _commit(room, terms.origin)
        if terms.bucket:
            _shelf(terms.bucket).require_free()
    except PublishFault as fault:
        told = {key: str(value) for key, value in fault.params.items()}
        raise Unfit(fault.code, told) from None


def build_apart(order: Order, terms: Terms, *, room: str, threads: int) -> Made:
    """Build a site in a folder of its own, and bring what was built to where it belongs.

    Args:
        order: the site.
        terms: what all sites have in common.
        room: a folder of this worker, which may be deleted at any time.
        threads: how many tasks this worker takes at once.

    Raises:
        Unfit: this worker must not, or its commit holds something else.
    """
    require_fit(terms.version, threads)
    site = order.task.job.site
    with tempfile.TemporaryDirectory(dir=room) as folder:
        try:
            root = _gather(order, terms.origin, room, folder)
        except PublishFault as fault:
            finding = fault.finding(terms.origin.commit[:12], prefix(site))
            return Made(Outcome(site, diagnostics=[finding], recorded=False))
        workspace = Workspace(_themes_root(room, terms.origin))
        own = os.path.join(folder, "sitegen")
        places = Places(
            root=root,
            output=os.path.join(own, "output"),
            state=os.path.join(own, "state"),
            memo=os.path.join(room, "sitegen", "memo"),
        )
        job = with_own_theme(order.task.job, workspace)
        outcome = run_task(replace(order.task, job=job, places=places))
        return _hand_over(order, terms, places, outcome)


def _hand_over(order: Order, terms: Terms, places: Places, outcome: Outcome) -> Made:
    site = order.task.job.site
    log = _taken(os.path.join(os.path.dirname(places.memo), "galat.log"))
    state = StateStore(places.state).load(site) if outcome.recorded else None
    if state is None:
        return Made(outcome, log=log)
    folder = os.path.join(places.output, *site.split("/"))
    wanted = [p for p, o in state.outputs.items() if order.known.get(p) != o[2]]
    if terms.bucket:
        brought = bring(_shelf(terms.bucket), site, state, folder)
        outcome = brought.told(outcome)
        if brought.again:
            return Made(outcome, log=log)
        wanted = [p for p in (SUMMARY, MANIFEST) if p in state.outputs]
        state.outputs = {path: state.outputs[path] for path in wanted}
    files = {}
    for path in wanted:
        with open(os.path.join(folder, *path.split("/")), "rb") as handle:
            files[path] = handle.read()
    return Made(outcome, state, files, log)


def _taken(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as handle:
            text = handle.read()
        os.unlink(path)
    except OSError:
        return ""
    return text


def _gather(order: Order, origin: Origin, room: str, folder: str) -> str:
    """Write a site's inputs below a folder, and its themes where they stay; give the root.

    Raises:
        PublishFault: they cannot be had.
        Unfit: they are not what they should be.
    """
    content = os.path.join(folder, "isi")
    try:
        _commit(room, origin).take(order.inputs, content)
    except FileNotFoundError as missing:
        raise Unfit("isi", {"berkas": str(missing.filename)}) from missing
    root = os.path.normpath(os.path.join(content, origin.inside))
    for name, digest in order.inputs.items():
        require_same(os.path.join(root, *name.split("/")), name, digest)
    for name in order.themes:
        _take_theme(room, origin, name)
    return root


@cache
def _take_theme(room: str, origin: Origin, name: str) -> None:
    """Write a theme to where it stays, once: renderers keep what they read of it."""
    try:
        _commit(room, origin).take([name], os.path.join(room, origin.commit))
    except FileNotFoundError as missing:
        raise Unfit("tema", {"tema": os.path.basename(name)}) from missing


def _themes_root(room: str, origin: Origin) -> str:
    return os.path.normpath(os.path.join(room, origin.commit, origin.inside))


@cache
def _commit(room: str, origin: Origin) -> CommitStore:
    name = hashlib.blake2b(origin.url.encode(), digest_size=6).hexdigest()
    return CommitStore(os.path.join(room, f"isi-{name}.git"), origin)


@cache
def _shelf(bucket: Bucket) -> Shelf:
    return open_shelf(bucket)
