"""``sitegen share``: a text to paste into WhatsApp."""

import os

import click

from sitegen.cli.common import find_entry, open_site, stop, workspace_option
from sitegen.diagnostics import day_in_words
from sitegen.i18n import _
from sitegen.workspace import Workspace


@click.command(
    name="share",
    help=_(
        "Tulis teks siap tempel untuk WhatsApp: judul tebal, ringkasan, dan alamat tulisan.\n\n"
        "TULISAN: berkasnya, misalnya content/kapuas/kim-handep/berita/panen.md"
    ),
)
@click.argument("entry", metavar="TULISAN")
@workspace_option
@click.option("--full", is_flag=True, help=_("Sertakan seluruh isi, bukan hanya ringkasannya."))
def command(entry: str, workspace: Workspace, full: bool) -> None:
    """Find the entry, print the message."""
    name, site = find_entry(workspace, entry)
    from sitegen.content.collection import publication_day
    from sitegen.site.contract import SiteResult
    from sitegen.site.kim import open_kim
    from sitegen.site.message import message

    with open_site(workspace, site) as opened:
        seen = open_kim(opened.job, opened.files, opened.memo, SiteResult())
    paths = {source: path for path, source in seen.out.sources.items()} if seen else {}
    view = next((v for v in seen.views if v.path == paths.get(name)), None) if seen else None
    if seen is None or view is None:
        stop(
            _("{berkas} belum dapat terbit; jalankan sitegen check {berkas}.").format(
                berkas=os.path.relpath(workspace.locate(name))
            )
        )
    entry_read = next(e for e in seen.collection.entries if e.path == view.path)
    start = publication_day(entry_read)
    if view.draf:
        click.echo(_("Tulisan ini masih draf: tautannya belum dapat dibuka."), err=True)
    elif start and start > opened.job.today:
        click.echo(
            _(
                "Tulisan ini baru tampil pada {hari}: sebelum itu tautannya belum dapat dibuka."
            ).format(hari=day_in_words(start.isoformat())),
            err=True,
        )
    click.echo(
        message(
            view,
            site=seen.kim.nama,
            url=seen.out.situs.url + view.path,
            day=day_in_words(view.hari.isoformat()) if view.hari else "",
            more=_("Selengkapnya:"),
            full=full,
        )
    )
