"""``sitegen export``: a site to carry, and the register as a spreadsheet."""

import os
import sys

import click

from sitegen.cli.common import FAILED, print_findings, resolve_kim, stop, workspace_option
from sitegen.diagnostics import Severity
from sitegen.i18n import _
from sitegen.workspace import Workspace


class _Export(click.Group):
    """Takes ``export KIM --offline`` for ``export kim KIM --offline``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the name of the command in front where none is given."""
        if args and args[0] not in (*self.commands, *ctx.help_option_names):
            args = ["kim", *args]
        return super().parse_args(ctx, args)


@click.group(
    name="export",
    cls=_Export,
    help=_(
        "Bungkus situs satu KIM untuk dibawa, atau tulis daftar KIM sebagai lembar kerja.\n\n"
        "sitegen export KIM --offline sama dengan sitegen export kim KIM --offline."
    ),
)
def command() -> None:
    """Gather what can be taken out."""


@command.command(
    name="kim",
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
def pack(kim: str, workspace: Workspace, offline: bool, output: str | None) -> None:
    """Bring the site up to date, then pack it."""
    del offline
    site = resolve_kim(workspace, kim)
    from filelock import Timeout

    from sitegen.engine.build import build
    from sitegen.engine.survey import Options, ProvinceUnreadable
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


@command.command(
    name="register",
    help=_(
        "Tulis daftar KIM dari semua kim.yml, untuk dibaca lagi oleh sitegen import register.\n\n"
        "BERKAS: nama berkas .xlsx atau .csv; yang sudah ada ditimpa."
    ),
)
@click.argument("file", metavar="BERKAS")
@workspace_option
@click.option("--kabupaten", metavar="NAMA", help=_("Hanya KIM di kabupaten ini."))
@click.option("--template", "form", is_flag=True, help=_("Formulir kosong dengan petunjuk kolom."))
def register(file: str, workspace: Workspace, kabupaten: str | None, form: bool) -> None:
    """Read the registers, write the table."""
    as_csv = file.casefold().endswith(".csv")
    if not as_csv and not file.casefold().endswith(".xlsx"):
        stop(_("{berkas}: pilih nama yang berakhir dengan .xlsx atau .csv.").format(berkas=file))
    from sitegen.cli.registers import find_kabupaten, open_registers
    from sitegen.engine.state import write_atomically
    from sitegen.importing.table import register_rows, written

    known = open_registers(workspace)
    only = find_kabupaten(known, kabupaten)
    kim = [k for k in known.kim if only is None or k.kabupaten == only.folder]
    rows = register_rows(known, [] if form else kim)
    write_atomically(os.path.abspath(file), written(rows, as_csv=as_csv, form=form))
    click.echo(_("{berkas}: {jumlah} KIM.").format(berkas=file, jumlah=len(rows) - 1))
    missing = sorted(s for s in known.broken if only is None or s.startswith(f"{only.folder}/"))
    for site in missing:
        click.echo(_("Tidak ikut: {situs}; lihat sitegen check.").format(situs=site))
    if missing and not form:
        sys.exit(FAILED)
