"""A workspace at one moment: what should be built, before it is known what must be."""

import hashlib
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from sitegen.content.dates import date_in_zone
from sitegen.content.layout import Layout, arrange
from sitegen.content.registry import Registry
from sitegen.diagnostics import Diagnostic
from sitegen.engine.jobs import Jobs, Settings, Themes, engine_version, make_jobs
from sitegen.engine.refusal import refusal
from sitegen.engine.registers import CardReader, read_registers
from sitegen.engine.scan import StampCache, now, read_whole, scan
from sitegen.engine.state import StateStore
from sitegen.workspace import Workspace


class ProvinceUnreadable(Exception):  # noqa: N818 - carries findings
    """``provinsi.yml`` cannot be read, so nothing can be built; the findings say why."""

    def __init__(self, findings: list[Diagnostic]) -> None:
        super().__init__()
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for."""

    output: str
    today: date | None = None
    drafts: bool = False
    precompress: bool = False
    clean: bool = False
    dry: bool = False
    only: tuple[str, ...] = ()
    workers: int | None = None


@dataclass(slots=True)
class Survey:
    """What was seen in a workspace, and the state that an output folder is in."""

    jobs: Jobs
    registry: Registry
    findings: list[Diagnostic]
    layout: Layout
    store: StateStore
    today: date


def state_folder(workspace: Workspace, output: str) -> str:
    """Give where the state of an output folder is kept; each folder has its own."""
    if os.path.abspath(output) == workspace.output:
        return os.path.join(workspace.cache, "state")
    place = os.path.abspath(output)
    with suppress(ValueError):  # there is no way from one drive to another
        place = os.path.relpath(place, workspace.root)
    name = "".join(c if c.isalnum() else "-" for c in os.path.basename(place))
    digest = hashlib.blake2b(os.fsencode(place), digest_size=6).hexdigest()
    return os.path.join(workspace.cache, f"state-{name}-{digest}")


def build_date(zone: str, given: date | None) -> date:
    """Give the build date: as asked, else ``SOURCE_DATE_EPOCH``, else today in the zone."""
    if given:
        return given
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return date_in_zone(float(epoch) if epoch else time.time(), zone)


def survey(workspace: Workspace, options: Options) -> Survey:
    """Look at a workspace.

    Raises:
        ProvinceUnreadable: there is no province to build for.
    """
    store = StateStore(state_folder(workspace, options.output))
    looked_at = now()
    stamps = store.load_stamps()
    if stamps.looked_at > looked_at:  # the clock was turned back: dates prove nothing
        stamps = StampCache()
    snapshot = scan(workspace.content, "content", stamps)
    layout, findings = arrange(snapshot.digests)
    cards = CardReader(store, _Disk(workspace), engine_version())
    registry, aimed, more = read_registers(layout, snapshot.digests, cards)
    findings = [*snapshot.findings, *findings, *more]
    if registry is None:
        raise ProvinceUnreadable(findings)
    today = build_date(registry.provinsi.texts["zona"], options.today)
    themes = Themes(workspace.theme_folders(), stamps)
    settings = Settings(today, options.drafts, options.precompress)
    jobs = make_jobs(layout, snapshot.digests, registry, aimed, themes, settings)
    findings += jobs.findings
    if not options.dry:
        try:
            cards.save()
            if stamps.changed:
                store.save_stamps(stamps, looked_at)
        except OSError as error:  # costs the next build the time to read all again
            findings.append(refusal("tidak-tertulis", error, workspace.root))
    return Survey(jobs, registry, findings, layout, store, today)


class _Disk:
    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def read(self, name: str) -> bytes:
        return read_whole(self._workspace.locate(name))
