"""One site from inputs to files on disk: what a worker does."""

import os
import time
import traceback
from dataclasses import dataclass, field

from sitegen.diagnostics import Diagnostic, diagnose
from sitegen.engine.memo import SiteMemo
from sitegen.engine.state import SiteState, StateStore
from sitegen.engine.writer import MANIFEST, SiteWriter, digests_of, manifest
from sitegen.province.kabupaten import build_kabupaten
from sitegen.province.provinsi import build_provinsi
from sitegen.site.contract import OUTPUT_PREFIX, SiteJob, SiteResult
from sitegen.site.kim import build_kim
from sitegen.site.themechain import ThemeFault

_BUILDERS = {"kim": build_kim, "kabupaten": build_kabupaten, "provinsi": build_provinsi}


@dataclass(frozen=True, slots=True)
class Places:
    """The folders a worker needs, as absolute paths."""

    root: str
    output: str
    state: str
    memo: str


@dataclass(frozen=True, slots=True)
class Task:
    """A site to build, and what its state will say it was built from."""

    job: SiteJob
    inputs: dict[str, str]
    places: Places


@dataclass(slots=True)
class Outcome:
    """What became of a site."""

    site: str
    pages: int = 0
    files_written: int = 0
    bytes_written: int = 0
    files_deleted: int = 0
    seconds: float = 0.0
    diagnostics: list[Diagnostic] = field(default_factory=list)
    recorded: bool = True
    """Whether the findings stand in the site's state."""


class DiskFiles:
    """Reads inputs from a workspace, and summaries from its output."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def read(self, name: str) -> bytes:
        """Give a file's bytes; raises ``OSError``."""
        if name.startswith(OUTPUT_PREFIX):
            path = os.path.join(self._places.output, *name.removeprefix(OUTPUT_PREFIX).split("/"))
        else:
            path = os.path.join(self._places.root, *name.split("/"))
        with open(path, "rb") as handle:
            return handle.read()


def build_result(
    job: SiteJob, files: DiskFiles, memo: SiteMemo, places: Places
) -> tuple[SiteResult, bool]:
    """Build a site in memory, and say whether the result may be written.

    A theme that fails costs the site its pages. A fault of sitegen itself leaves the site's last
    files alone; its details are kept for sitegen's makers.
    """
    site = job.site
    try:
        return _BUILDERS[job.level](job, files, memo), True
    except ThemeFault as fault:
        file = fault.file or f"content/{site}/kim.yml"
        column = 1 if fault.line else 0
        params = {**fault.params, "situs": site or "/"}
        finding = diagnose(fault.code, file, fault.line, column, params=params)
        return SiteResult(diagnostics=[finding]), True
    except Exception as error:
        _note_failure(places, site)
        reason = f"{type(error).__name__}: {error}"[:200]
        finding = diagnose("kesalahan-sitegen", f"content/{site}", situs=site or "/", sebab=reason)
        return SiteResult(diagnostics=[finding]), False


def run_task(task: Task) -> Outcome:
    """Build and write one site; nothing that is wrong with it reaches another site."""
    started = time.perf_counter()
    site, places = task.job.site, task.places
    store = StateStore(places.state)
    before = store.load(site)
    memo = SiteMemo(places.memo, site)
    result, writable = build_result(task.job, DiskFiles(places), memo, places)
    if not writable:
        return Outcome(site, diagnostics=result.diagnostics, recorded=False)
    if result.files:
        memo.save()
        digests = digests_of(result.files)
        result.files[MANIFEST] = manifest(site, digests)
        digests.update(digests_of({MANIFEST: result.files[MANIFEST]}))
    else:
        digests = {}
    writer = SiteWriter(places.output, site, before)
    state = SiteState(finished=False, outputs=dict(before.outputs) if before else {})
    state.owned = sorted(writer.owned() | result.files.keys())
    store.save(site, state)
    written = writer.write(result.files, digests)
    if not result.files:
        writer.remove_folder()
    sound = not written.findings
    diagnostics = [*result.diagnostics, *written.findings]
    store.save(
        site,
        SiteState(
            inputs=task.inputs,
            outputs=written.outputs,
            valid_from=result.valid_from,
            valid_until=result.valid_until,
            finished=sound,
            owned=[]
            if sound
            else sorted(set(state.owned) & (writer.owned() | written.outputs.keys())),
            diagnostics=diagnostics,
            scheduled=result.scheduled,
            pages=result.pages,
        ),
    )
    return Outcome(
        site,
        pages=result.pages,
        files_written=written.files,
        bytes_written=written.bytes,
        files_deleted=written.deleted,
        seconds=time.perf_counter() - started,
        diagnostics=diagnostics,
    )


def _note_failure(places: Places, site: str) -> None:
    """Keep the details of a fault of sitegen itself for its makers."""
    os.makedirs(places.memo, exist_ok=True)
    with open(
        os.path.join(os.path.dirname(places.memo), "galat.log"), "a", encoding="utf-8"
    ) as log:
        log.write(f"{site}\n{traceback.format_exc()}\n")
