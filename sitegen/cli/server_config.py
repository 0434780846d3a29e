"""``sitegen server-config``: the settings of nginx or Caddy for every site of the province."""

import os
import re
import sys
from collections.abc import Iterable
from contextlib import redirect_stdout

import click

from sitegen.cli.common import FAILED, print_findings, stop, workspace_option
from sitegen.diagnostics import Diagnostic
from sitegen.hosting.settings import Settings
from sitegen.i18n import _
from sitegen.workspace import Workspace

_LISTEN = re.compile(r"(?:(?:\d{1,3}\.){3}\d{1,3}:|\[[0-9a-f:]+\]:)?\d{1,5}")
_DEFAULTS = Settings(root="")


class Listen(click.ParamType[str]):
    """A port, or an address of this machine with a port."""

    name = _("port")

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Give it as servers take it, or fail with what may be written."""
        text = str(value)
        port = text.rpartition(":")[2]
        if not _LISTEN.fullmatch(text) or not 0 < int(port) < 65536:
            said = _('"{nilai}": tulis seperti 8080 atau 127.0.0.1:8080.').format(nilai=text)
            self.fail(said, param, ctx)
        return text


@click.command(
    name="server-config",
    help=_(
        "Tulis pengaturan peladen web untuk semua situs di daftar induk.\n\n"
        "Alamat diambil dari url dan alamat_kim di provinsi.yml dan situs di kim.yml. Bila "
        "peladennya terpasang di komputer ini, pengaturan diperiksa olehnya lebih dahulu."
    ),
)
@click.argument("server", type=click.Choice(["nginx", "caddy"]))
@workspace_option
@click.option(
    "--root",
    metavar="DIR",
    help=_("Folder yang dilayani di peladen; bawaannya output/ di folder kerja."),
)
@click.option("--output", metavar="BERKAS", help=_("Tulis ke berkas ini, bukan ke layar."))
@click.option(
    "--http",
    type=Listen(),
    metavar="PORT",
    help=_("Tanpa TLS, di port ini saja: di belakang peladen lain, atau untuk mencoba."),
)
@click.option(
    "--certificate",
    metavar="BERKAS",
    default=_DEFAULTS.certificate,
    show_default=True,
    help=_("Sertifikat TLS untuk nginx; {host} berarti nama domainnya."),
)
@click.option(
    "--key",
    metavar="BERKAS",
    default=_DEFAULTS.key,
    show_default=True,
    help=_("Kunci sertifikat untuk nginx."),
)
@click.option(
    "--challenges",
    metavar="DIR",
    default=_DEFAULTS.challenges,
    show_default=True,
    help=_("Folder bukti bagi penerbit sertifikat, untuk nginx."),
)
@click.option("--brotli", is_flag=True, help=_("nginx mempunyai modul brotli_static."))
@click.option("--no-check", is_flag=True, help=_("Jangan periksa dengan peladen yang terpasang."))
def command(
    server: str,
    workspace: Workspace,
    root: str | None,
    output: str | None,
    http: str | None,
    certificate: str,
    key: str,
    challenges: str,
    brotli: bool,
    no_check: bool,
) -> None:
    """Read the register, write the settings, let the server judge them."""
    settings = Settings(
        root=os.path.abspath(root or workspace.output),
        http=http or "",
        certificate=certificate,
        key=key,
        challenges=challenges,
        brotli=brotli,
    )
    text = _write(server, workspace, settings)
    problem = "" if no_check else _judge(server, text)
    if output:
        from sitegen.engine.state import write_atomically

        write_atomically(os.path.abspath(output), text.encode())
        click.echo(_("Ditulis: {berkas}").format(berkas=os.path.abspath(output)), err=True)
    else:
        click.echo(text, nl=False)
    if problem:
        click.echo(_("{peladen} menolak pengaturan ini:").format(peladen=server), err=True)
        click.echo(problem, err=True)
        sys.exit(FAILED)


def _write(server: str, workspace: Workspace, settings: Settings) -> str:
    """Give the settings; addresses that cannot be used are told beside them."""
    from sitegen.engine.survey import Options, ProvinceUnreadable, survey
    from sitegen.hosting import caddy, nginx
    from sitegen.hosting.plan import HostUnusable, make_hosting
    from sitegen.messages.sense import ADDRESSES

    try:
        seen = survey(workspace, Options(output=workspace.output, dry=True))
    except ProvinceUnreadable as unreadable:
        _tell(unreadable.findings)
        sys.exit(FAILED)
    _tell(finding for finding in seen.findings if finding.code in ADDRESSES)
    url = seen.registry.provinsi.texts["url"]
    own = {site: job.own for site, job in seen.jobs.kim.items() if job.own}
    write = nginx.write if server == "nginx" else caddy.write
    try:
        return write(make_hosting(url, own), settings)
    except HostUnusable:
        stop(_("url di provinsi.yml tidak dapat dilayani peladen web: {url}").format(url=url))
    except ValueError as refused:
        stop(
            _("Jalur ini tidak dapat ditulis di pengaturan {peladen}: {jalur}").format(
                peladen=server, jalur=refused
            )
        )


def _tell(findings: Iterable[Diagnostic]) -> None:
    """Print findings beside the settings, not among them."""
    with redirect_stdout(sys.stderr):
        print_findings(findings, "text")


def _judge(server: str, text: str) -> str:
    """Give what the installed server says against the settings; tell where none is installed."""
    import subprocess

    from sitegen.hosting.trial import find_server, judge

    program = find_server(server)
    if program is None:
        click.echo(
            _("{peladen} tidak terpasang di sini, jadi pengaturan belum diperiksa.").format(
                peladen=server
            ),
            err=True,
        )
        return ""
    try:
        problem = judge(server, program, text)
    except subprocess.TimeoutExpired:
        return _("tidak menjawab")
    if not problem:
        click.echo(_("Diperiksa oleh {program}: benar.").format(program=program), err=True)
    return problem
