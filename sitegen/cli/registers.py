"""What the commands about the register share: the province and every ``kim.yml``, as they stand."""

import os
import sys
from typing import TYPE_CHECKING

from sitegen.cli.common import FAILED, kim_sites, print_findings, stop
from sitegen.content.reader import read_provinsi
from sitegen.content.register import Provinsi
from sitegen.diagnostics import has_errors
from sitegen.i18n import _
from sitegen.workspace import PROVINCE_FILE, Workspace

if TYPE_CHECKING:
    from sitegen.importing.kimfile import Registers
    from sitegen.importing.names import Region


def read_province(workspace: Workspace, needed: str = "") -> Provinsi:
    """Read ``provinsi.yml``; one that cannot be read, or whose needed field cannot, ends all."""
    name = f"content/{PROVINCE_FILE}"
    with open(workspace.locate(name), "rb") as handle:
        provinsi, findings = read_provinsi(name, handle.read())
    spoilt = [found for found in findings if needed and found.field.startswith(needed)]
    if provinsi is None or has_errors(spoilt):
        findings = spoilt or findings
        print_findings(findings, "text")
        sys.exit(FAILED)
    return provinsi


def open_registers(workspace: Workspace) -> "Registers":
    """Read the registers of a workspace; a province that cannot be read ends the command."""
    from sitegen.importing.kimfile import read_registers

    def read(name: str) -> bytes:
        with open(workspace.locate(name), "rb") as handle:
            return handle.read()

    provinsi = read_province(workspace)
    sites = kim_sites(workspace)
    names = [f"content/{site}/kim.yml" for site in sites]
    with os.scandir(workspace.content) as entries:
        folders = sorted(entry.name for entry in entries if entry.is_dir())
    above = [f"content/{folder}/kabupaten.yml" for folder in folders]
    names += [name for name in above if os.path.isfile(workspace.locate(name))]
    return read_registers(provinsi, names, read)


def find_kabupaten(known: "Registers", named: str | None) -> "Region | None":
    """Give the kabupaten that a person named; a name that is none ends the command."""
    found = known.regions.find(named) if named else None
    if named and found is None:
        stop(
            _('"{nama}" bukan kabupaten atau kota di provinsi ini: {daftar}.').format(
                nama=named, daftar=", ".join(region.nama for region in known.regions.all)
            )
        )
    return found
