"""``sitegen releases``: what was online, and when."""

from datetime import UTC, datetime
from typing import TypedDict

import click

from sitegen.cli.common import (
    format_option,
    print_json,
    workspace_option,
)
from sitegen.cli.targets import all_sites, chosen_targets, faults_told
from sitegen.i18n import _, ngettext
from sitegen.workspace import Workspace


class ReleaseRecord(TypedDict):
    """A release as ``--format json`` prints it."""

    target: str
    release: str
    sites: int
    online: bool


@click.command(
    name="releases",
    help=_("Daftar rilis yang dapat dikembalikan dengan sitegen publish --rollback."),
)
@click.argument("target", metavar="[SASARAN]", required=False)
@workspace_option
@format_option(_("Bentuk laporan: untuk orang atau untuk program."), "json")
def command(target: str | None, workspace: Workspace, format_: str) -> None:
    """Ask each target, print."""
    from sitegen.publish.placements import open_target, placements

    records: list[ReleaseRecord] = []
    for settings in chosen_targets(workspace, target):
        with faults_told(settings):
            for placement in placements(settings, all_sites(workspace)):
                with open_target(placement, workspace.root).session() as session:
                    current, known = session.online.release, session.releases()
                for release in known:
                    records.append(
                        {
                            "target": placement.name,
                            "release": release.name,
                            "sites": len(release.sites),
                            "online": release.name == current,
                        }
                    )
    if format_ == "json":
        print_json(records)
        return
    if not records:
        click.echo(_("Belum ada rilis."))
    for record in records:
        count = record["sites"]
        mark = _("daring") if record["online"] else ""
        said = ngettext("{n} situs", "{n} situs", count).format(n=count)
        line = f"{record['target']}  {record['release']}  {_moment(record['release'])}  {said}"
        click.echo(f"{line}  {mark}".rstrip())


def _moment(name: str) -> str:
    """Give when a release was made, in this machine's time; nothing where its name hides it."""
    try:
        made = datetime.strptime(name[:16], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return ""
    return f"{made.astimezone():%Y-%m-%d %H.%M}"
