"""``sitegen publish``: bring online what was built."""

import os
import sys
from typing import TYPE_CHECKING

import click

from sitegen.cli.common import (
    FAILED,
    format_option,
    print_findings,
    print_json,
    print_lines,
    resolve_kim,
    stop,
    workspace_option,
)
from sitegen.cli.registers import read_province
from sitegen.cli.targets import all_sites, chosen_targets, faults_told
from sitegen.i18n import _
from sitegen.workspace import Workspace

if TYPE_CHECKING:
    from sitegen.publish.placements import Placement
    from sitegen.publish.report import Publication
    from sitegen.publish.run import Request


@click.command(
    name="publish",
    help=_(
        "Terbitkan hasil pembangunan terakhir: hanya yang berubah yang dikirim.\n\n"
        "SASARAN: nama di bagian penerbitan pada provinsi.yml; bawaannya semua. "
        "Situs yang isinya galat tidak diterbitkan, dan yang sudah daring tetap. "
        "Kesalahan dibatalkan dengan --rollback."
    ),
)
@click.argument("target", metavar="[SASARAN]", required=False)
@workspace_option
@click.option("--only", multiple=True, metavar="KIM", help=_("Hanya KIM ini; boleh diulang."))
@click.option("--dry-run", is_flag=True, help=_("Tunjukkan yang akan dikirim saja."))
@click.option("--force", is_flag=True, help=_("Terbitkan juga situs yang galat atau dibatalkan."))
@click.option(
    "--adopt",
    is_flag=True,
    help=_("Pakai tempat yang sudah berisi, dan kirim ulang semuanya; tidak ada yang dihapus."),
)
@click.option("--rollback", is_flag=True, help=_("Kembalikan rilis sebelumnya."))
@click.option("--to", metavar="RILIS", help=_("Rilis yang dikembalikan; lihat sitegen releases."))
@click.option("--output", metavar="DIR", help=_("Folder hasil; bawaannya output/ di folder kerja."))
@format_option(_("Bentuk laporan: untuk orang atau untuk program."), "json")
def command(
    target: str | None,
    workspace: Workspace,
    only: tuple[str, ...],
    dry_run: bool,
    force: bool,
    adopt: bool,
    rollback: bool,
    to: str | None,
    output: str | None,
    format_: str,
) -> None:
    """Parse, publish, print."""
    from sitegen.publish.placements import placements
    from sitegen.publish.run import Request

    chosen = chosen_targets(workspace, target)
    sites = frozenset(resolve_kim(workspace, name) for name in only)
    known = all_sites(workspace)
    wanted: list[Placement] = []
    for settings in chosen:
        with faults_told(settings):
            wanted += placements(settings, known)
    wanted = [p for p in wanted if not sites or sites & set(p.sites.values())]
    if rollback or to:
        _roll_back(wanted, to, workspace)
        return
    request = Request(sites, dry_run, adopt, force)
    done = _publish(workspace, wanted, request, output or workspace.output)
    if format_ == "json":
        print_json([publication.record() for publication in done])
    else:
        for publication in done:
            if publication.sites or publication.findings or len(done) <= 3:
                print_lines(publication.lines())
    sys.exit(FAILED if any(publication.incomplete for publication in done) else 0)


def _publish(
    workspace: Workspace, wanted: "list[Placement]", request: "Request", output: str
) -> "list[Publication]":
    """Publish while no build may change what is sent."""
    from filelock import FileLock, Timeout

    from sitegen.engine.survey import ProvinceUnreadable
    from sitegen.publish.local import read_local
    from sitegen.publish.moved import read_at, source_of
    from sitegen.publish.placements import open_source
    from sitegen.publish.run import publish_all

    base = read_province(workspace).url.rstrip("/") + "/"
    moved, made = (os.path.join(workspace.cache, "terbit", name) for name in ("pindah", "arsip"))
    os.makedirs(workspace.cache, exist_ok=True)
    try:
        with FileLock(os.path.join(workspace.cache, "kunci"), timeout=0):
            local = read_local(workspace, output, force=request.force)
            return list(
                publish_all(
                    [read_at(placement, local, base) for placement in wanted],
                    local,
                    lambda p: open_source(p, source_of(p, local, base, moved), made),
                    request,
                    workspace.root,
                )
            )
    except ProvinceUnreadable as unreadable:
        print_findings(unreadable.findings, "text")
        sys.exit(FAILED)
    except Timeout:
        stop(_("Pembangunan lain sedang berjalan di folder kerja ini. Tunggu sampai selesai."))


def _roll_back(wanted: "list[Placement]", to: str | None, workspace: Workspace) -> None:
    from sitegen.publish.run import roll_back

    for placement in wanted:
        with faults_told(placement):
            before, now = roll_back(placement, to, workspace.root)
        click.echo(
            _("{sasaran}: rilis {lama} dibatalkan; yang daring sekarang {baru}.").format(
                sasaran=placement.name, lama=before, baru=now.name
            )
        )
