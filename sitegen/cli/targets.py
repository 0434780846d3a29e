"""What the commands about publishing share: the targets that ``provinsi.yml`` names."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sitegen.cli.common import FAILED, UNUSABLE, kim_sites, print_findings, stop
from sitegen.cli.registers import read_province
from sitegen.diagnostics import diagnose, suggestion
from sitegen.i18n import _
from sitegen.workspace import PROVINCE_FILE, Workspace

if TYPE_CHECKING:
    from sitegen.content.register import Penerbitan
    from sitegen.publish.placements import Placement


def chosen_targets(workspace: Workspace, named: str | None) -> "tuple[Penerbitan, ...]":
    """Give the target that a person named, else all; the command ends where there is none."""
    known = read_province(workspace, "penerbitan").penerbitan
    if not known:
        print_findings([diagnose("terbit-tanpa-sasaran", f"content/{PROVINCE_FILE}")], "text")
        sys.exit(UNUSABLE)
    found = tuple(target for target in known if named in (None, target.nama))
    if found:
        return found
    names = [target.nama for target in known]
    near = suggestion(named or "", names)
    hint = _(' Maksud Anda "{saran}"?').format(saran=near) if near else ""
    stop(
        _('Tidak ada sasaran "{nama}"; yang ada: {daftar}.').format(
            nama=named, daftar=", ".join(names)
        )
        + hint
    )


def all_sites(workspace: Workspace) -> list[str]:
    """Give the province, every kabupaten and every KIM of a workspace."""
    kim = kim_sites(workspace)
    kabupaten = {site.partition("/")[0] for site in kim}
    with os.scandir(workspace.content) as entries:
        kabupaten |= {e.name for e in entries if os.path.isfile(f"{e.path}/kabupaten.yml")}
    return ["", *sorted(kabupaten), *kim]


@contextmanager
def faults_told(target: "Penerbitan | Placement") -> Iterator[None]:
    """End a command with the finding when a target cannot be read or written."""
    from sitegen.publish.faults import PublishFault
    from sitegen.publish.placements import Placement

    name = target.settings.nama if isinstance(target, Placement) else target.nama
    try:
        yield
    except PublishFault as fault:
        print_findings([fault.finding(name)], "text")
        sys.exit(FAILED)
