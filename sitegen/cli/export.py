"""``sitegen export``: a site to carry."""

import os
import sys

import click

from sitegen.cli.common import FAILED, print_findings, resolve_kim, stop, workspace_option
from sitegen.diagnostics import Severity
from sitegen.i18n import _
from sitegen.workspace import Workspace


@click.command(
    name="export",
    help=_(
        "Bungkus situs satu KIM untuk dibawa.\n\n"
        "Dengan --offline hasilnya satu berkas zip; halamannya dapat dibuka langsung dari "
        "ponsel atau flashdisk, termasuk foto dan pencariannya, tanpa sinyal."
    ),
)
@click.argument("kim", metavar="KIM")
@workspace_option
@click.option("--offline", is_flag=True, required=True, help=_("Untuk dibaca tanpa jaringan."))
@click.option("--output", metavar="BERKAS", help=_("Berkas zip hasil."))
def command(kim: str, workspace: Workspace, offline: bool, output: str | None) -> None:
    """Bring the site up to date, then pack it."""
    del offline
    site = resolve_kim(workspace, kim)
    from filelock import Timeout

    from sitegen.engine.build import Options, ProvinceUnreadable, build
    from sitegen.offline import write_archive

    try:
        report = build(workspace, Options(output=workspace.output, only=(site,)))
    except ProvinceUnreadable as unreadable:
        print_findings(unreadable.findings, "text")
        sys.exit(FAILED)
    except Timeout:
        stop(_("Pembangunan lain sedang berjalan di folder kerja ini. Tunggu sampai selesai."))
    own = [d for d in report.diagnostics if d.file.startswith(f"content/{site}/")]
    print_findings((d for d in own if d.severity is Severity.GALAT), "text")
    target = output or f"{site.rpartition('/')[2]}.zip"
    try:
        count, size = write_archive(workspace.output, site, target)
    except OSError as error:
        stop(
            _("{berkas} tidak dapat dibuat: {sebab}").format(
                berkas=target, sebab=error.strerror or _("situs itu belum dapat dibangun")
            )
        )
    click.echo(
        _("{berkas}: {jumlah} berkas, {ukuran} KB. Buka index.html di dalamnya.").format(
            berkas=os.path.abspath(target), jumlah=count, ukuran=-(-size // 1024)
        )
    )
