"""One site from inputs to files on disk: what a worker does."""

import os
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from importlib import import_module

from sitegen.content.layout import prefix
from sitegen.diagnostics import Diagnostic, diagnose
from sitegen.engine.manifest import digests_of, manifest
from sitegen.engine.memo import MemoRefused, SiteMemo
from sitegen.engine.precompress import precompressed
from sitegen.engine.refusal import refusal
from sitegen.engine.scan import read_whole
from sitegen.engine.state import SiteState, StateStore
from sitegen.engine.writer import SiteWriter
from sitegen.site.contract import (
    MANIFEST,
    OUTPUT_PREFIX,
    Files,
    Memo,
    SiteJob,
    SiteResult,
)
from sitegen.site.themechain import ThemeFault

_BUILDERS = {
    "kim": ("sitegen.site.kim", "build_kim"),
    "kabupaten": ("sitegen.province.kabupaten", "build_kabupaten"),
    "provinsi": ("sitegen.province.provinsi", "build_provinsi"),
}
"""The function that builds each level, imported when it is needed: after one edit, one is."""


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
        return read_whole(path)


def builder_of(level: str) -> Callable[[SiteJob, Files, Memo], SiteResult]:
    """Give the function that builds a level."""
    module, name = _BUILDERS[level]
    build: Callable[[SiteJob, Files, Memo], SiteResult]
    build = getattr(import_module(module), name)
    return build


def build_result(
    job: SiteJob, files: DiskFiles, memo: SiteMemo, places: Places
) -> tuple[SiteResult, bool]:
    """Build a site in memory, and say whether the result may be written.

    A theme that fails costs the site its pages. What is no fault of the content or the theme
    leaves the site's last files alone; a fault of sitegen itself is noted for its makers.
    """
    site = job.site
    try:
        return builder_of(job.level)(job, files, memo), True
    except ThemeFault as fault:
        file = fault.file or f"content/{site}/kim.yml"
        column = 1 if fault.line else 0
        params = {**fault.params, "situs": site or "/"}
        finding = diagnose(fault.code, file, fault.line, column, params=params)
        # Another day may show other entries, with which the theme does not fail.
        days = job.today, job.today + timedelta(days=1)
        return SiteResult(diagnostics=[finding], valid_from=days[0], valid_until=days[1]), True
    except MemoRefused as refused:
        finding = refusal("tidak-tertulis", refused.error, places.root)
    except OSError as error:
        finding = refusal("tidak-terbaca", error, places.root)
    except Exception as error:
        _note_failure(places, site)
        reason = f"{type(error).__name__}: {error}"[:200]
        finding = diagnose("kesalahan-sitegen", prefix(site), situs=site or "/", sebab=reason)
    return SiteResult(diagnostics=[finding]), False


def run_task(task: Task) -> Outcome:
    """Build and write one site; nothing that is wrong with it reaches another site."""
    started = time.perf_counter()
    site, places = task.job.site, task.places
    memo = SiteMemo(places.memo, site)
    result, writable = build_result(task.job, DiskFiles(places), memo, places)
    if not writable:
        return Outcome(site, diagnostics=result.diagnostics, recorded=False)
    try:
        if result.files:
            memo.save()
        if task.job.precompress:
            result.files.update(precompressed(result.files))
        outcome = _write(task, result)
        if any(finding.code == "tidak-tertulis" for finding in outcome.diagnostics):
            memo.forget()  # what was remembered may be what could not be written
    except OSError as error:
        finding = refusal("tidak-tertulis", error, places.root)
        return Outcome(site, diagnostics=[finding], recorded=False)
    outcome.seconds = time.perf_counter() - started
    return outcome


def _write(task: Task, result: SiteResult) -> Outcome:
    """Bring the files and the state of a site to what its result says.

    Raises:
        OSError: the state cannot be written; the site is built again next time.
    """
    site, places = task.job.site, task.places
    store = StateStore(places.state)
    before = store.load(site)
    writer = SiteWriter(places.output, site, before)
    digests = digests_of(result.files)
    mine, refused = writer.claim(digests)
    files = {path: content for path, content in result.files.items() if path in mine}
    if MANIFEST in mine:
        files[MANIFEST] = manifest(site, {path: digests[path] for path in files})
        digests |= digests_of({MANIFEST: files[MANIFEST]})
    owned = sorted(writer.owned() | mine)
    outputs = dict(before.outputs) if before else {}
    store.save(site, SiteState(finished=False, outputs=outputs, owned=owned))
    written = writer.write(files, digests)
    if not result.files:
        writer.remove_folder()
    refused += written.findings
    diagnostics = [*result.diagnostics, *refused]
    store.save(
        site,
        SiteState(
            inputs=task.inputs,
            outputs=written.outputs,
            valid_from=result.valid_from,
            valid_until=result.valid_until,
            finished=not refused,
            owned=owned if refused else [],
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
        diagnostics=diagnostics,
    )


def _note_failure(places: Places, site: str) -> None:
    """Keep the details of a fault of sitegen itself for its makers."""
    folder = os.path.dirname(places.memo)
    with suppress(OSError):
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "galat.log"), "a", encoding="utf-8") as log:
            log.write(f"{site}\n{traceback.format_exc()}\n")
