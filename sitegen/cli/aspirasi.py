"""``sitegen aspirasi``: what waits for an answer, of whom, and how long."""

import csv
import sys
from datetime import date

import click

from sitegen.cli.common import (
    FAILED,
    IndonesianDate,
    format_option,
    print_findings,
    print_json,
    resolve_kim,
    workspace_option,
)
from sitegen.content.choices import STATUS_ASPIRASI
from sitegen.diagnostics import day_in_words
from sitegen.i18n import _, ngettext
from sitegen.workspace import Workspace


@click.command(
    name="aspirasi",
    help=_(
        "Daftar aspirasi yang belum dijawab: kepada siapa, dan sudah berapa hari kerja.\n\n"
        "SITUS: folder KIM atau kabupaten; kosong berarti semuanya."
    ),
)
@click.argument("site", metavar="[SITUS]", default="")
@workspace_option
@click.option("--date", "today", type=IndonesianDate(), help=_("Dihitung sampai tanggal ini."))
@format_option(
    _("Bentuk daftar: untuk orang, untuk program, atau untuk lembar sebar."), "json", "csv"
)
def command(site: str, workspace: Workspace, today: date | None, format_: str) -> None:
    """Read the ledgers and print what is open."""
    from sitegen.engine.ledger import waiting
    from sitegen.engine.survey import Options, ProvinceUnreadable

    options = Options(output=workspace.output, today=today, dry=True)
    try:
        everything = waiting(workspace, options)
    except ProvinceUnreadable as unreadable:
        print_findings(unreadable.findings, "text")
        sys.exit(FAILED)
    under = site.strip("/")
    if under and not any(item.site.startswith(f"{under}/") for item in everything):
        under = resolve_kim(workspace, under)
    found = [item for item in everything if not under or f"{item.site}/".startswith(f"{under}/")]
    if format_ == "json":
        print_json({"menunggu": [item.record() for item in found]})
        return
    if format_ == "csv":
        rows = [item.record() for item in found]
        names = list(rows[0]) if rows else ["situs", "nomor", "judul"]
        writer = csv.DictWriter(sys.stdout, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        return
    for item in found:
        mark = click.style(_("LEWAT"), fg="red", bold=True) if item.overdue else ""
        click.echo(f"{item.site}  {item.number}  {item.title}")
        told = [
            _(STATUS_ASPIRASI[item.status]) + (f", {item.addressee}" if item.addressee else ""),
            _("diterima {tanggal}").format(tanggal=day_in_words(item.received.isoformat())),
            _("{n} dari {batas} hari kerja").format(n=item.waited, batas=item.duty),
        ]
        click.echo("    " + " · ".join(part for part in (*told, mark) if part))
    late = sum(item.overdue for item in found)
    click.echo(
        ngettext("{n} menunggu jawaban", "{n} menunggu jawaban", len(found)).format(n=len(found))
        + (", " + _("{n} lewat tenggat").format(n=late) if late else "")
        + "."
    )
