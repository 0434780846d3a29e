"""``sitegen why``: say why a site will be built again."""

import sys

import click

from sitegen.cli.common import FAILED, print_findings, resolve_kim, stop, workspace_option
from sitegen.content.names import kabupaten_slug
from sitegen.engine.build import build
from sitegen.engine.report import site_path
from sitegen.engine.survey import Options, ProvinceUnreadable
from sitegen.i18n import _
from sitegen.workspace import Workspace


@click.command(
    name="why",
    help=_(
        "Jelaskan mengapa sebuah situs akan dibangun lagi.\n\n"
        "SITUS: kabupaten/kim, nama folder KIM, nama folder kabupaten, atau / untuk provinsi."
    ),
)
@click.argument("site", metavar="SITUS")
@workspace_option
def command(site: str, workspace: Workspace) -> None:
    """Plan as a build would, and print the reasons for one site."""
    try:
        report = build(workspace, Options(output=workspace.output, dry=True))
    except ProvinceUnreadable as unreadable:
        print_findings(unreadable.findings, "text")
        sys.exit(FAILED)
    name = site.strip("/")
    if name and name not in (*report.known, *report.removed):
        kabupaten = [known for known in report.known if known and "/" not in known]
        meant = kabupaten_slug(name)
        name = meant if meant in kabupaten else resolve_kim(workspace, site, kabupaten)
    if name in report.removed:
        click.echo(_("{situs}: tidak ada lagi, berkasnya akan dihapus").format(situs=name))
        return
    decision = next((d for d in report.built if d.site == name), None)
    if decision:
        click.echo(_("{situs} akan dibangun, karena:").format(situs=site_path(name)))
        for reason in decision.reasons:
            click.echo(f"  - {reason}")
    elif name in report.known:
        click.echo(_("{situs} sudah mutakhir.").format(situs=site_path(name)))
    else:
        stop(_("{situs} tidak dapat dibangun; lihat sitegen check.").format(situs=name))
