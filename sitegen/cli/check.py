"""``sitegen check``: say everything that is wrong, mend what is safe to mend."""

import os
import sys
from contextlib import suppress
from datetime import date

import click

from sitegen.cli.common import (
    FAILED,
    IndonesianDate,
    format_option,
    print_findings,
    print_json,
    stop,
    workspace_option,
)
from sitegen.content.fix import FIXES
from sitegen.content.layout import arrange
from sitegen.diagnostics import Diagnostic, gitlab_report, has_errors, in_order, tally
from sitegen.engine.scan import StampCache, scan
from sitegen.engine.survey import Options, ProvinceUnreadable
from sitegen.i18n import _, ngettext
from sitegen.workspace import Workspace


@click.command(
    name="check",
    help=_(
        "Periksa isi tanpa membangun apa pun: semua galat, peringatan, dan saran sekaligus.\n\n"
        "JALUR: berkas atau folder; kosong berarti semuanya."
    ),
)
@click.argument("paths", metavar="[JALUR]...", nargs=-1)
@workspace_option
@click.option(
    "--fix",
    "mend",
    is_flag=True,
    help=_("Perbaiki yang aman diperbaiki; aslinya disimpan di .sitegen/cadangan."),
)
@click.option(
    "--date", "today", type=IndonesianDate(), help=_("Tanggal bangun; bawaannya hari ini.")
)
@format_option(
    _("Bentuk laporan: untuk orang, untuk program, untuk GitHub, atau untuk GitLab."),
    "json",
    "github",
    "gitlab",
)
@click.option(
    "--privacy",
    is_flag=True,
    help=_("Hanya daftar teks yang diizinkan dengan izinkan_privasi, beserta alasannya."),
)
def command(
    paths: tuple[str, ...],
    workspace: Workspace,
    mend: bool,
    today: date | None,
    format_: str,
    privacy: bool,
) -> None:
    """Mend if asked, then find and print."""
    from sitegen.engine.check import check, fix

    under = tuple(_name(workspace, path) for path in paths)
    if privacy:
        _print_allowed(workspace, under, format_)
        return
    fixed = []
    if mend:
        try:
            fixed = fix(workspace, _texts(workspace, under))
        except OSError as error:
            stop(
                _("{berkas} tidak dapat ditulis: {sebab}").format(
                    berkas=error.filename, sebab=error.strerror
                )
            )
        if format_ == "text":
            for one in fixed:
                what = ", ".join(_(FIXES[code]) for code in one.codes)
                click.echo(_("Diperbaiki: {berkas}: {apa}").format(berkas=one.name, apa=what))
    try:
        findings = check(workspace, Options(output=workspace.output, today=today), under)
    except ProvinceUnreadable as unreadable:
        findings = unreadable.findings
    _print(findings, format_, [{"file": one.name, "fixes": list(one.codes)} for one in fixed])
    sys.exit(FAILED if has_errors(findings) else 0)


def _print(findings: list[Diagnostic], format_: str, fixed: list[dict[str, object]]) -> None:
    if format_ == "json":
        print_json({"diagnostics": [d.record() for d in in_order(findings)], "fixed": fixed})
        return
    if format_ == "gitlab":
        print_json(gitlab_report(findings))
        return
    print_findings(findings, format_)
    if format_ == "text":
        count = tally(set(findings))
        click.echo(_("Temuan: {temuan}.").format(temuan=count) if count else _("Semua baik."))


def _print_allowed(workspace: Workspace, under: tuple[str, ...], format_: str) -> None:
    """Print what the privacy guard was told to let stand; what may be private stays hidden."""
    from sitegen.content.reader import read_allowed

    allowed = []
    for name in sorted(_texts(workspace, under)):
        with suppress(OSError), open(workspace.locate(name), "rb") as handle:
            allowed += read_allowed(name, handle.read())
    if format_ == "json":
        fields = [
            {"file": a.file, "line": a.place.line, "text": a.shown, "reason": a.reason}
            for a in allowed
        ]
        print_json({"allowances": fields})
        return
    for one in allowed:
        click.echo(f"{one.file}:{one.place.line}: {one.shown}")
        click.echo("      " + _("Alasan: {alasan}").format(alasan=one.reason))
    count = ngettext("{n} teks diizinkan.", "{n} teks diizinkan.", len(allowed))
    click.echo(count.format(n=len(allowed)) if allowed else _("Tidak ada teks yang diizinkan."))


def _name(workspace: Workspace, path: str) -> str:
    """Give a path as a name in the workspace: as seen from here, else from its root."""
    for base in (os.getcwd(), workspace.root):
        full = os.path.abspath(os.path.join(base, path))
        inner = os.path.relpath(full, workspace.root).replace(os.sep, "/")
        if os.path.exists(full) and (inner == "content" or inner.startswith("content/")):
            return inner
    stop(_("{jalur} tidak ada di content/ folder kerja ini.").format(jalur=path))


def _texts(workspace: Workspace, under: tuple[str, ...]) -> list[str]:
    """Give the texts and registers that may be mended."""
    snapshot = scan(workspace.content, "content", StampCache())
    layout, _findings = arrange(snapshot.digests)
    folders = [layout.provinsi, *layout.kabupaten.values(), *layout.kim.values()]
    return [
        name
        for folder in folders
        for name in folder.files
        if name.endswith((".md", ".yml"))
        and (not under or any(name == u or name.startswith(f"{u}/") for u in under))
    ]
