"""``sitegen import``: bring in what is kept elsewhere."""

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from sitegen.cli.common import (
    FAILED,
    UNUSABLE,
    format_option,
    print_findings,
    print_json,
    print_lines,
    workspace_option,
)
from sitegen.cli.registers import find_kabupaten, open_registers
from sitegen.diagnostics import Diagnostic, diagnose, has_errors, in_order, tally
from sitegen.i18n import _
from sitegen.workspace import Workspace

if TYPE_CHECKING:
    from sitegen.importing.plan import Plan, Step


@click.group(name="import", help=_("Bawa masuk yang sudah ada di tempat lain."))
def command() -> None:
    """Gather what can be brought in."""


@command.command(
    name="register",
    help=_(
        "Jadikan daftar KIM (.xlsx, .xls, .ods, atau .csv) berkas kim.yml.\n\n"
        "Judul kolom dikenali dari artinya, di mana pun letaknya. Hanya yang ada di daftar yang "
        "diubah; sel kosong tidak menghapus apa-apa. Lihat dahulu dengan --dry-run."
    ),
)
@click.argument("file", metavar="BERKAS", type=click.Path(exists=True, dir_okay=False))
@workspace_option
@click.option("--dry-run", "dry", is_flag=True, help=_("Tunjukkan saja, tidak menulis apa-apa."))
@click.option(
    "--kabupaten",
    metavar="NAMA",
    help=_("Hanya KIM di kabupaten ini, juga yang tidak menyebutnya."),
)
@format_option(_("Bentuk laporan: untuk orang atau untuk program."), "json")
def register(
    file: str, workspace: Workspace, dry: bool, kabupaten: str | None, format_: str
) -> None:
    """Read, plan, write unless told not to, and say what was done."""
    from sitegen.importing.listing import read_list
    from sitegen.importing.plan import make_plan

    known = open_registers(workspace)
    only = find_kabupaten(known, kabupaten)
    with open(file, "rb") as handle:
        data = handle.read()
    sources, findings = read_list(os.path.basename(file), data, known.regions)
    plan = make_plan(known, sources, only)
    findings += plan.findings
    if not dry:
        findings += _write(workspace, plan)
    if format_ == "json":
        print_json(_record(plan, findings, dry=dry))
    else:
        print_lines(_lines(plan))
        print_findings(findings, "text")
        click.echo(_summary(plan, findings, dry=dry))
    if has_errors(findings):
        sys.exit(FAILED if sources else UNUSABLE)


def _write(workspace: Workspace, plan: "Plan") -> list[Diagnostic]:
    """Write what is new or changed, each file in one step; say which were changed meanwhile."""
    from sitegen.engine.state import write_atomically

    findings = []
    for name, data in sorted(plan.kabupaten.items()):
        if _read(workspace.locate(name)) is None:
            os.makedirs(os.path.dirname(workspace.locate(name)), exist_ok=True)
            write_atomically(workspace.locate(name), data)
    for step in plan.steps:
        name = f"content/{step.site}/kim.yml"
        path = workspace.locate(name)
        if step.after is None:
            continue
        if _read(path) != step.before:
            findings.append(diagnose("impor-berubah", step.file, step.row, berkas=name))
            continue
        os.makedirs(os.path.dirname(path), exist_ok=True)
        write_atomically(path, step.after)
    return findings


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as handle:
            return handle.read()
    except FileNotFoundError:
        return None


def _lines(plan: "Plan") -> Iterator[str]:
    """Say what is new and what changes, field by field."""
    for step in plan.steps:
        place = _("baris {baris}").format(baris=step.row)
        if step.before is None:
            yield f"+ {step.site} ({place}): " + _("KIM baru")
        elif step.changes:
            yield f"~ {step.site} ({place})"
            for change in step.changes:
                yield f"    {change.field}: {_quoted(change.old)} -> {_quoted(change.new)}"


def _quoted(text: str) -> str:
    return '"' + " | ".join(text.split("\n")) + '"' if text else _("(kosong)")


def _parted(plan: "Plan") -> tuple[list["Step"], list["Step"], list["Step"]]:
    """Give the steps of KIM that are new, that change, and that stay."""
    new = [step for step in plan.steps if step.before is None]
    changed = [step for step in plan.steps if step.before is not None and step.after]
    return new, changed, [step for step in plan.steps if step.after is None]


def _summary(plan: "Plan", findings: list[Diagnostic], *, dry: bool) -> str:
    new, changed, same = map(len, _parted(plan))
    text = _("{baru} KIM baru, {berubah} berubah, {tetap} tetap.").format(
        baru=new, berubah=changed, tetap=same
    )
    if count := tally(set(findings)):
        text += " " + _("Temuan: {temuan}.").format(temuan=count)
    if dry:
        text += " " + _("Belum ada yang ditulis.")
    return text


def _record(plan: "Plan", findings: list[Diagnostic], *, dry: bool) -> dict[str, object]:
    def steps(part: list["Step"]) -> list[dict[str, object]]:
        return [
            {
                "site": step.site,
                "file": step.file,
                "row": step.row,
                "fields": [{"field": c.field, "old": c.old, "new": c.new} for c in step.changes],
            }
            for step in part
        ]

    new, changed, same = _parted(plan)
    return {
        "dry_run": dry,
        "new": steps(new),
        "changed": steps(changed),
        "unchanged": [step.site for step in same],
        "diagnostics": [d.record() for d in in_order(findings)],
    }
