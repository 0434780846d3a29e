"""The order of a publication: lock, compare, hold back, send, report."""

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Lock

from sitegen.content.layout import prefix
from sitegen.diagnostics import Diagnostic, diagnose
from sitegen.i18n import _
from sitegen.publish.changes import Change, Changes, decide
from sitegen.publish.faults import PublishFault
from sitegen.publish.local import Local
from sitegen.publish.placements import Placement, open_target
from sitegen.publish.records import Release
from sitegen.publish.report import Publication, Sent
from sitegen.publish.target import File, Session, Source
from sitegen.publish.tree import Tree, inside

AT_ONCE = 4
"""How many targets are written at the same time: lines and servers are shared."""
_ATTEMPTS = 4
_LONGEST_PAUSE = 20
"""Seconds between two attempts at most."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a publication is asked for.

    ``only`` names sites, all when empty. ``adopt`` takes a target that holds files of others, or
    whose record is damaged. ``force`` sends also what was rolled back.
    """

    only: frozenset[str] = frozenset()
    dry: bool = False
    adopt: bool = False
    force: bool = False


@dataclass(slots=True)
class _Count:
    """Counts what goes, by place; targets tell it from several threads."""

    sent: Mapping[str, Sent]
    lock: Lock = field(default_factory=Lock)
    last: float = field(default_factory=time.perf_counter)

    def __call__(self, place: str, size: int) -> None:
        with self.lock:
            now = time.perf_counter()
            sent = self.sent[place]
            sent.files += 1
            sent.bytes += size
            sent.seconds += now - self.last
            self.last = now


def publish_all(
    wanted: Collection[Placement],
    local: Local,
    source: Callable[[Placement], Source],
    request: Request,
    root: str,
) -> Iterator[Publication]:
    """Publish to several targets at the same time; yield what became of each, in order.

    Args:
        wanted: the targets with the sites they hold.
        local: what the last build verified.
        source: gives what a target is sent.
        request: what was asked for.
        root: the workspace.
    """
    work = partial(_attempt, local=local, source=source, request=request, root=root)
    with ThreadPoolExecutor(max(1, min(AT_ONCE, len(wanted)))) as pool:
        yield from pool.map(work, wanted)


def _attempt(
    placement: Placement,
    local: Local,
    source: Callable[[Placement], Source],
    request: Request,
    root: str,
) -> Publication:
    """Publish to one target, again after a pause where the line broke."""
    from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_random_exponential

    retrying = Retrying(
        retry=retry_if_exception(lambda e: isinstance(e, PublishFault) and e.passing),
        stop=stop_after_attempt(_ATTEMPTS),
        wait=wait_random_exponential(max=_LONGEST_PAUSE),
        reraise=True,
    )
    started = time.perf_counter()
    about = Publication(
        placement.name, placement.settings.jenis, placement.address, dry=request.dry
    )
    try:
        done = retrying(_publish, replace(about), placement, local, source, request, root)
    except PublishFault as fault:
        about.findings = [fault.finding(placement.settings.nama)]
        about.failed = True
        done = about
    done.seconds = time.perf_counter() - started
    return done


def _publish(
    done: Publication,
    placement: Placement,
    local: Local,
    source: Callable[[Placement], Source],
    request: Request,
    root: str,
) -> Publication:
    done.sites, done.findings = [], []
    asked = {p: s for p, s in placement.sites.items() if not request.only or s in request.only}
    done.findings += [local.held[site] for site in asked.values() if site in local.held]
    done.findings += [
        diagnose("terbit-usang", prefix(site), situs=site or "/")
        for site in local.stale
        if site in asked.values()
    ]
    ready = {p: s for p, s in asked.items() if s in local.states and s not in local.held}
    with open_target(placement, root).session(adopt=request.adopt) as session:
        sending = source(replace(placement, sites=ready))
        changes = _compare(session, sending, ready, placement, request, done)
        sent = {
            change.place: Sent(ready[change.place], deleted=len(change.delete))
            for change in changes.sites
        }
        done.sites = list(sent.values())
        if request.dry:
            for change in changes.sites:
                sent[change.place].files = len(change.send)
                sent[change.place].bytes = change.bytes
        elif changes:
            done.release = session.apply(changes, sending, _Count(sent))
    return done


def _compare(
    session: Session,
    sending: Source,
    ready: Mapping[str, str],
    placement: Placement,
    request: Request,
    done: Publication,
) -> Changes:
    """Give what is to be sent, without the sites that must stay back in this target."""
    online = session.online
    wanted = dict(sending.sites)
    done.unchanged = sum(online.sites.get(place) == digest for place, digest in wanted.items())
    if not request.force:
        for place in [p for p, digest in wanted.items() if digest in online.held]:
            del wanted[place]
            done.findings.append(_about("tahan-dibatalkan", ready[place], placement))
    if not (request.only or request.adopt):
        left = sorted(online.sites.keys() - placement.sites.keys())
        done.findings += [_about("terbit-tertinggal", place, placement) for place in left]
    changes = decide(
        wanted, frozenset(), online, sending.tree, session.tree, everything=request.adopt
    )
    if request.adopt:
        return changes
    return _without_foreign(session, changes, ready, placement, done)


def _without_foreign(
    session: Session,
    changes: Changes,
    ready: Mapping[str, str],
    placement: Placement,
    done: Publication,
) -> Changes:
    """Leave out the sites that would overwrite what someone else put online."""
    online = session.online
    new: dict[str, Change] = {}
    for change in changes.sites:
        owned: set[str] = set()
        if change.place in online.sites:
            owned = {path for tree in session.tree(change.place) for path in tree}
        new |= {inside(change.place, p): change for p in change.send if p not in owned}
    taken = session.foreign(new)
    stopped = {new[path].place: path for path in sorted(taken, reverse=True)}
    for place, path in stopped.items():
        done.findings.append(_about("tahan-asing", ready[place], placement, berkas=path))
    after = dict(changes.after)
    for place in stopped:
        after.pop(place)
        if place in online.sites:
            after[place] = online.sites[place]
    sites = tuple(change for change in changes.sites if change.place not in stopped)
    return Changes(sites, after)


def _about(code: str, site: str, placement: Placement, **more: str) -> Diagnostic:
    name = placement.settings.nama
    return diagnose(code, prefix(site), params={"situs": site or "/", "sasaran": name, **more})


def unpublish(placement: Placement, place: str, root: str, *, dry: bool) -> Publication:
    """Take one place offline: its files go, those of others stay.

    Raises:
        PublishFault: the target cannot be written.
    """
    site = placement.sites[place]
    done = Publication(placement.name, placement.settings.jenis, placement.address, dry=dry)
    with open_target(placement, root).session() as session:
        if place not in session.online.sites:
            return done
        nothing = _Nothing()
        changes = decide({}, frozenset({place}), session.online, nothing.tree, session.tree)
        done.sites = [Sent(site, deleted=len(changes.sites[0].delete))]
        if not dry:
            done.release = session.apply(changes, nothing, _Count({}))
    return done


class _Nothing:
    """A source for publications that only take away."""

    sites: Mapping[str, str] = {}

    def tree(self, place: str) -> Tree:
        """Give no file."""
        del place
        return {}

    def file(self, place: str, path: str) -> File:
        """Refuse: nothing is sent."""
        raise KeyError(place, path)


def roll_back(placement: Placement, name: str | None, root: str) -> tuple[str, Release]:
    """Bring back a release: the one that is named, else the one before what is online.

    Returns:
        The name of the release that was online, and the one that is online now.

    Raises:
        PublishFault: there is no such release, or the target cannot be written.
    """
    with open_target(placement, root).session() as session:
        online, known = session.online.release, session.releases()
        found = [r for r in known if (r.name == name if name else r.name < online)]
        if not found:
            raise PublishFault("terbit-tanpa-rilis", nama=name or _("sebelumnya"))
        session.rollback(found[0])
    return online, found[0]
