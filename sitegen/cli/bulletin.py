"""``sitegen bulletin``: the month's edition for the notice board."""

import os
from datetime import date

import click

from sitegen.cli.common import open_site, resolve_kim, stop, workspace_option
from sitegen.i18n import _
from sitegen.workspace import Workspace


class Month(click.ParamType[date]):
    """A month as ``2026-11`` or ``11/2026``."""

    name = _("bulan")

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Give its first day, or fail with what may be written."""
        if isinstance(value, date):
            return value
        parts = str(value).replace("/", "-").split("-")
        if len(parts) == 2 and len(parts[1]) == 4:
            parts.reverse()
        try:
            year, month = map(int, parts)
            return date(year, month, 1)
        except ValueError:
            self.fail(
                _('"{nilai}" bukan bulan; tulis seperti 2026-11.').format(nilai=value), param, ctx
            )


@click.command(
    name="bulletin",
    help=_(
        "Buat koran dinding satu bulan: satu halaman yang dicetak rapi di kertas A4.\n\n"
        "Buka hasilnya di peramban, lalu cetak. Foto dan gaya ada di dalam berkasnya."
    ),
)
@click.argument("kim", metavar="KIM")
@workspace_option
@click.option("--month", type=Month(), help=_("Bulan, misalnya 2026-11; bawaannya bulan ini."))
@click.option("--output", metavar="BERKAS", help=_("Berkas hasil."))
def command(kim: str, workspace: Workspace, month: date | None, output: str | None) -> None:
    """Render the edition and write it."""
    site = resolve_kim(workspace, kim)
    from sitegen.site.bulletin import render_bulletin
    from sitegen.site.themechain import ThemeFault

    with open_site(workspace, site) as opened:
        chosen = month or opened.job.today.replace(day=1)
        try:
            markup, count = render_bulletin(opened.job, opened.files, opened.memo, chosen)
        except (ValueError, ThemeFault):
            stop(_("{situs} tidak dapat dibangun; lihat sitegen check.").format(situs=site))
    slug = site.rpartition("/")[2]
    target = output or f"buletin-{slug}-{chosen:%Y-%m}.html"
    try:
        with open(target, "w", encoding="utf-8", newline="\n") as handle:
            handle.write(markup)
    except OSError as error:
        stop(_("{berkas} tidak dapat ditulis: {sebab}").format(berkas=target, sebab=error.strerror))
    if not count:
        click.echo(_("Belum ada tulisan pada bulan itu; edisinya kosong."))
    click.echo(_("Buka lalu cetak: {berkas}").format(berkas=os.path.abspath(target)))
