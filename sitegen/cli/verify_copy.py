"""``sitegen verify-copy``: is a copy of a site genuine?"""

import sys

import click

from sitegen.cli.common import FAILED, stop
from sitegen.i18n import _, ngettext


@click.command(
    name="verify-copy",
    help=_(
        "Periksa salinan sebuah situs: daftarnya bertanda tangan yang benar, dan isinya utuh.\n\n"
        "FOLDER: folder salinan yang memuat manifest.json. Selesai dengan status 0 bila asli, "
        "1 bila tidak."
    ),
)
@click.argument("folder", metavar="FOLDER", type=click.Path(exists=True, file_okay=False))
@click.option(
    "--key",
    metavar="BERKAS",
    required=True,
    type=click.Path(exists=True, dir_okay=False),
    help=_("Kunci publik yang diumumkan Diskominfo, dari ssh-keygen atau minisign."),
)
def command(folder: str, key: str) -> None:
    """Check, print."""
    from sitegen.publish.faults import PublishFault
    from sitegen.publish.signature import check_copy

    try:
        checked = check_copy(folder, key)
    except PublishFault as fault:
        stop(fault.finding(folder).message)
    if not checked.signed:
        click.echo(_("Tanda tangannya tidak ada, atau bukan dari kunci itu."))
    for path in checked.missing:
        click.echo(_("hilang: {berkas}").format(berkas=path))
    for path in checked.changed:
        click.echo(_("diubah: {berkas}").format(berkas=path))
    if not checked.genuine:
        sys.exit(FAILED)
    count = checked.intact
    told = ngettext("Asli: {n} berkas utuh.", "Asli: {n} berkas utuh.", count)
    click.echo(told.format(n=count))
