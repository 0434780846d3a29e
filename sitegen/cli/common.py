"""What commands share: the workspace, the date, and how findings are printed."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from sitegen.content.dates import parse_date
from sitegen.content.layout import arrange
from sitegen.diagnostics import Diagnostic, render_github, render_text, suggestion
from sitegen.i18n import _
from sitegen.workspace import Workspace, WorkspaceMissing, find_workspace

if TYPE_CHECKING:
    from sitegen.engine.open import OpenKim

F = TypeVar("F", bound=Callable[..., Any])

FAILED = 1
UNUSABLE = 2


def stop(message: str) -> NoReturn:
    """End a command that cannot run, with status 2."""
    raise click.ClickException(message)


click.ClickException.exit_code = UNUSABLE


def workspace_option(function: F) -> F:
    """Add ``--workspace DIR``, given to the command as ``workspace``."""
    return click.option(
        "--workspace",
        "-w",
        metavar="DIR",
        callback=_find,
        help=_("Folder kerja; bawaannya folder terdekat ke atas yang memuat content/provinsi.yml."),
    )(function)


def format_option(about: str, *forms: str) -> Callable[[F], F]:
    """Add ``--format``, given to the command as ``format_``: ``text``, or one of other forms."""
    return click.option(
        "--format", "format_", type=click.Choice(["text", *forms]), default="text", help=about
    )


def _find(ctx: click.Context, parameter: click.Parameter, value: str | None) -> Workspace:
    del ctx, parameter
    try:
        return find_workspace(value, os.getcwd())
    except WorkspaceMissing as missing:
        stop(
            _(
                "Tidak ada content/provinsi.yml di {tempat} atau di atasnya.\n"
                "Pindah ke folder kerja Anda, atau buat yang baru: sitegen init provinsi-saya"
            ).format(tempat=missing.place)
        )


class IndonesianDate(click.ParamType[date]):
    """A date in any form that content may use."""

    name = _("tanggal")

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Give the date, or fail with what may be written."""
        if isinstance(value, date):
            return value
        try:
            return parse_date(str(value))
        except ValueError:
            self.fail(
                _('"{nilai}" bukan tanggal; tulis seperti 2026-12-31.').format(nilai=value),
                param,
                ctx,
            )


def kim_sites(workspace: Workspace) -> list[str]:
    """Give every KIM of a workspace, as ``kabupaten/kim``."""
    names = []
    for folder, folders, files in os.walk(workspace.content):
        folders.sort()
        inner = os.path.relpath(folder, workspace.root).replace(os.sep, "/")
        names += [f"{inner}/{name}" for name in files if name == "kim.yml"]
    layout, _findings = arrange(names)
    return sorted(layout.kim)


def resolve_kim(workspace: Workspace, name: str, others: Iterable[str] = ()) -> str:
    """Give the KIM that a person means by ``kapuas/kim-handep`` or ``kim-handep``.

    ``others`` are further names that the command takes, to be suggested too.
    """
    sites = kim_sites(workspace)
    wanted = name.strip("/").removeprefix("content/")
    found = [site for site in sites if wanted in (site, site.partition("/")[2])]
    if len(found) == 1:
        return found[0]
    if found:
        stop(
            _("Ada beberapa KIM bernama {nama}: {daftar}. Tulis lengkap.").format(
                nama=name, daftar=", ".join(found)
            )
        )
    near = suggestion(wanted, [*sites, *(site.partition("/")[2] for site in sites), *others])
    hint = _(' Maksud Anda "{saran}"?').format(saran=near) if near else ""
    stop(_("Tidak ada KIM bernama {nama}.").format(nama=name) + hint)


def find_entry(workspace: Workspace, named: str) -> tuple[str, str]:
    """Give the name in the workspace and the KIM of the entry that a person means by a path."""
    for base in (os.getcwd(), workspace.root, workspace.content):
        full = os.path.abspath(os.path.join(base, named))
        name = os.path.relpath(full, workspace.root).replace(os.sep, "/")
        parts = name.split("/")
        if os.path.isfile(full) and parts[0] == "content" and len(parts) == 5:
            return name, "/".join(parts[1:3])
    stop(_("{berkas} bukan tulisan sebuah KIM di folder kerja ini.").format(berkas=named))


@contextmanager
def open_site(workspace: Workspace, site: str) -> Iterator["OpenKim"]:
    """Give what a KIM is made from; a fault that stops it ends the command with its finding."""
    from sitegen.engine.open import OpenKim
    from sitegen.engine.survey import Options, ProvinceUnreadable

    try:
        opened = OpenKim(workspace, site, Options(output=workspace.output, drafts=True))
    except ProvinceUnreadable as unreadable:
        print_findings(unreadable.findings, "text")
        sys.exit(FAILED)
    except KeyError:
        stop(_("{situs} tidak dapat dibangun; lihat sitegen check.").format(situs=site))
    yield opened
    opened.memo.save()


def print_findings(findings: Iterable[Diagnostic], format_: str) -> None:
    """Print findings as text or for a forge; colour only on a terminal."""
    if format_ == "github":
        for line in render_github(findings):
            click.echo(line)
    else:
        print_lines(render_text(findings))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of findings and reports, with severities coloured on a terminal."""
    colours = {"galat": "red", "peringatan": "yellow", "saran": "cyan"}
    for line in lines:
        shown = line
        for word, colour in colours.items():
            mark = f": {_(word)} ["
            if mark in line:
                place, _separator, rest = line.partition(mark)
                shown = f"{place}: {click.style(_(word), fg=colour, bold=True)} [{rest}"
                break
        else:
            if line.startswith("── "):
                shown = click.style(line, bold=True)
        click.echo(shown)


def print_json(record: object) -> None:
    """Print one JSON object."""
    click.echo(json.dumps(record, ensure_ascii=False, indent=2))
