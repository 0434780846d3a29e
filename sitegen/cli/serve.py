"""``sitegen serve``: see each change in the browser as soon as it is saved."""

import logging
import os
import threading
import webbrowser
from collections.abc import Iterable

import click

from sitegen.cli.common import print_findings, print_lines, stop, workspace_option
from sitegen.diagnostics import Diagnostic
from sitegen.engine.report import Report
from sitegen.i18n import _
from sitegen.workspace import Workspace


@click.command(
    name="serve",
    help=_(
        "Pratinjau di peramban: setiap berkas yang disimpan langsung terlihat, termasuk draf.\n\n"
        "Hasilnya tidak menyentuh folder output. Hentikan dengan Ctrl+C."
    ),
)
@workspace_option
@click.option(
    "--port",
    "-p",
    metavar="N",
    type=click.IntRange(0, 65535),
    help=_("Porta; bawaannya 8000 atau yang bebas."),
)
@click.option(
    "--host",
    metavar="ALAMAT",
    default="127.0.0.1",
    help=_("Alamat; 0.0.0.0 agar terlihat dari ponsel."),
)
@click.option("--open", "show", is_flag=True, help=_("Buka peramban."))
def command(workspace: Workspace, port: int | None, host: str, show: bool) -> None:
    """Open a port, say where, and serve until interrupted."""
    from sitegen.serve import Preview, local_address, open_socket, serve

    logging.getLogger("livereload").setLevel(logging.CRITICAL)
    logging.getLogger("watchfiles").setLevel(logging.ERROR)
    try:
        listener = open_socket(host, port)
    except OSError as error:
        stop(
            _("Porta tidak dapat dipakai: {sebab}. Coba --port lain.").format(sebab=error.strerror)
        )
    number = listener.getsockname()[1]
    address = f"http://localhost:{number}/"
    click.echo(_("Pratinjau: {alamat} (hentikan dengan Ctrl+C)").format(alamat=address))
    if host == "0.0.0.0" and (here := local_address()):  # noqa: S104 - asked for by the user
        click.echo(
            _("Dari ponsel di jaringan yang sama: http://{alamat}/").format(
                alamat=f"{here}:{number}"
            )
        )
    finished = threading.Event()
    preview = Preview(workspace, os.path.join(workspace.cache, "pratinjau"))
    if show:
        webbrowser.open(address)
    try:
        serve(preview, listener, lambda report: _say(report, preview.findings), finished)
    except KeyboardInterrupt:
        finished.set()
        click.echo(_("Pratinjau dihentikan."))


def _say(report: Report | None, findings: Iterable[Diagnostic]) -> None:
    if report is None:
        print_findings(findings, "text")
        click.echo(_("Tidak ada yang dibangun; halaman terakhir tetap ditampilkan."))
    else:
        print_lines(report.lines())
