"""``sitegen unpublish``: take one KIM offline."""

import click

from sitegen.cli.common import print_lines, stop, workspace_option
from sitegen.cli.targets import all_sites, chosen_targets, faults_told
from sitegen.i18n import _
from sitegen.workspace import Workspace


@click.command(
    name="unpublish",
    help=_(
        "Turunkan situs satu KIM dari semua sasaran. Naskahnya di content/ tidak disentuh.\n\n"
        "KIM: foldernya, misalnya kapuas/kim-handep; juga yang sudah tidak ada di content/."
    ),
)
@click.argument("kim", metavar="KIM")
@workspace_option
@click.option("--target", metavar="SASARAN", help=_("Hanya dari sasaran ini."))
@click.option("--dry-run", is_flag=True, help=_("Tunjukkan yang akan dihapus saja."))
@click.option("--yes", metavar="KIM", help=_("Nama KIM sekali lagi, untuk dipakai di skrip."))
def command(
    kim: str, workspace: Workspace, target: str | None, dry_run: bool, yes: str | None
) -> None:
    """Ask for the name again, take it away, print."""
    from sitegen.publish.placements import placements
    from sitegen.publish.run import unpublish

    site = kim.strip("/").removeprefix("content/")
    if site.count("/") != 1:
        stop(_("Tulis lengkap dengan kabupatennya, misalnya kapuas/kim-handep."))
    chosen = chosen_targets(workspace, target)
    if not dry_run:
        again = yes or click.prompt(
            _("Situs {situs} akan turun dari semua sasaran. Ketik namanya lagi").format(situs=site)
            if target is None
            else _("Situs {situs} akan turun dari {sasaran}. Ketik namanya lagi").format(
                situs=site, sasaran=target
            )
        )
        if again.strip().strip("/") != site:
            stop(_("Nama tidak sama, jadi tidak ada yang diturunkan."))
    found = False
    for settings in chosen:
        with faults_told(settings):
            for placement in placements(settings, [*all_sites(workspace), site]):
                for place in [p for p, held in placement.sites.items() if held == site]:
                    done = unpublish(placement, place, workspace.root, dry=dry_run)
                    if done.sites:
                        found = True
                        print_lines(done.lines())
    if not found:
        stop(_("{situs} tidak sedang daring.").format(situs=site))
