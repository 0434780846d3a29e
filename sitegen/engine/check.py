"""Finds everything that is wrong with the content; writes nothing but the memo."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sitegen.content.fix import mend
from sitegen.diagnostics import Diagnostic, Severity, diagnose
from sitegen.engine.memo import SiteMemo
from sitegen.engine.plan import explain
from sitegen.engine.run import Crashed, default_workers, run_all
from sitegen.engine.state import write_atomically
from sitegen.engine.survey import Options, survey
from sitegen.engine.task import DiskFiles, Places, Task, build_result
from sitegen.workspace import Workspace

INPUTS = ("content/", "themes/")
"""Where a finding about the content or its theme stands; others are about what was written."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file that was mended, and the codes of what was mended in it."""

    name: str
    codes: tuple[str, ...]


def check(workspace: Workspace, options: Options, under: tuple[str, ...]) -> list[Diagnostic]:
    """Give all findings about the content.

    Sites that are up to date are not rendered again: their findings are remembered.

    Args:
        workspace: where the content is.
        options: as for a build.
        under: names of files and folders; only findings below them are given. Empty means all.

    Raises:
        ProvinceUnreadable: there is no province.
    """
    seen = survey(workspace, replace(options, dry=True))
    findings = [d for d in seen.findings if not under or _is_under(d.file, under)]
    places = Places(
        root=workspace.root,
        output=options.output,
        state=seen.store.folder,
        memo=os.path.join(workspace.cache, "memo"),
    )
    tasks = []
    for site, job in (*seen.jobs.kim.items(), *seen.jobs.above.items()):
        if under and not _touches(site, under):
            continue
        state = seen.store.load(site)
        inputs = seen.jobs.inputs[site]
        if state and "/" in site and not explain(inputs, state, seen.today, ()):
            findings += [
                d for d in _concerning(state.diagnostics, site, under) if d.file.startswith(INPUTS)
            ]
        else:
            tasks.append(Task(job, inputs, places))
    workers = options.workers or default_workers()
    for result in run_all(tasks, _check_task, workers):
        if isinstance(result, Crashed):
            site = result.task.job.site
            findings.append(diagnose("pekerja-mati", f"content/{site}/", situs=site or "/"))
        else:
            findings += _concerning(result.diagnostics, result.site, under)
    return findings


@dataclass(frozen=True, slots=True)
class _Checked:
    site: str
    diagnostics: list[Diagnostic]


def _check_task(task: Task) -> _Checked:
    memo = SiteMemo(task.places.memo, task.job.site)
    result, _ = build_result(task.job, DiskFiles(task.places), memo, task.places)
    return _Checked(task.job.site, result.diagnostics)


def _concerning(found: Iterable[Diagnostic], site: str, under: tuple[str, ...]) -> list[Diagnostic]:
    """Keep what stands below the names, and what keeps the whole site from being built."""
    own = f"content/{site}/" if site else "content/"
    whole = (own, own.rstrip("/"), f"{own}kim.yml")
    return [
        d
        for d in found
        if not under
        or _is_under(d.file, under)
        or (d.severity is Severity.GALAT and (d.file in whole or not d.file.startswith(own)))
    ]


def _touches(site: str, under: tuple[str, ...]) -> bool:
    """Say whether a site owns something below one of the names."""
    folder = f"content/{site}" if site else "content"
    return any(
        folder == name or folder.startswith(f"{name}/") or name.startswith(f"{folder}/")
        for name in under
    )


def _is_under(file: str, under: tuple[str, ...]) -> bool:
    return any(file == name or file.rstrip("/").startswith(f"{name}/") for name in under)


def fix(workspace: Workspace, names: Iterable[str]) -> list[Fixed]:
    """Mend files in place, each after its original was kept in ``.sitegen/cadangan``.

    Raises:
        OSError: a file cannot be read or written.
    """
    done = []
    for name in names:
        path = workspace.locate(name)
        with open(path, "rb") as handle:
            before = handle.read()
        after, codes = mend(before, entry=name.endswith(".md"))
        if after != before:
            _keep(workspace, name, before)
            write_atomically(path, after)
            done.append(Fixed(name, codes))
    return done


def _keep(workspace: Workspace, name: str, data: bytes) -> None:
    """Keep an original under a name that no earlier one has."""
    folder = os.path.join(workspace.cache, "cadangan", *name.split("/")[:-1])
    os.makedirs(folder, exist_ok=True)
    stem = name.rpartition("/")[2]
    number = 1
    while os.path.exists(os.path.join(folder, f"{stem}.{number}")):
        number += 1
    write_atomically(os.path.join(folder, f"{stem}.{number}"), data)
