"""``sitegen verify``: read again what is online."""

import sys

import click

from sitegen.cli.common import (
    FAILED,
    format_option,
    print_json,
    print_lines,
    workspace_option,
)
from sitegen.cli.targets import all_sites, chosen_targets, faults_told
from sitegen.i18n import _
from sitegen.workspace import Workspace


@click.command(
    name="verify",
    help=_(
        "Baca ulang semua yang daring, dan sebut berkas yang hilang, diubah, atau asing.\n\n"
        "Selesai dengan status 0 bila semua seperti yang diterbitkan, 1 bila tidak."
    ),
)
@click.argument("target", metavar="[SASARAN]", required=False)
@workspace_option
@format_option(_("Bentuk laporan: untuk orang atau untuk program."), "json")
def command(target: str | None, workspace: Workspace, format_: str) -> None:
    """Read each target, print what differs."""
    from sitegen.publish.placements import open_target, placements
    from sitegen.publish.verify import survey

    found = []
    for settings in chosen_targets(workspace, target):
        with faults_told(settings):
            for placement in placements(settings, all_sites(workspace)):
                with open_target(placement, workspace.root).session() as session:
                    found.append(survey(session, placement.name))
    if format_ == "json":
        print_json([one.record() for one in found])
    else:
        for one in found:
            print_lines(one.lines())
    sys.exit(0 if all(one.clean for one in found) else FAILED)
