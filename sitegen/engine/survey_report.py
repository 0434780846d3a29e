"""Gathers what the report of a province is made from: the last build and the registers."""

import os
from datetime import date

from sitegen.content.layout import prefix
from sitegen.content.reader import read_kim, read_provinsi
from sitegen.diagnostics import Severity
from sitegen.engine.known import SUMMARY
from sitegen.engine.survey import Options, survey
from sitegen.engine.task import DiskFiles, Places
from sitegen.province.report import WEIGHTS, ReportRow, ranked, report_row
from sitegen.site.summary import load_summary
from sitegen.workspace import PROVINCE_FILE, Workspace


def report_rows(
    workspace: Workspace, options: Options, month: date | None, under: str = ""
) -> tuple[list[ReportRow], date, list[str]]:
    """Give the rows of all KIM as the last build left them, the best score first.

    Args:
        workspace: where the content is.
        options: as for a build; the month that is reported is that of its date.
        month: another month.
        under: a kabupaten; empty means all.

    Returns:
        The rows, the month, and the KIM that no build has made yet.

    Raises:
        ProvinceUnreadable: there is no province.
    """
    seen = survey(workspace, options)
    files = DiskFiles(Places(workspace.root, options.output, seen.store.folder, workspace.cache))
    name = f"content/{PROVINCE_FILE}"
    provinsi, _ = read_provinsi(name, files.read(name))
    weights = {c.nama: c.bobot for c in provinsi.penilaian} if provinsi else {}
    chosen = month or seen.today
    rows, missing = [], []
    for site in sorted(seen.layout.kim):
        if under and not site.startswith(f"{under}/"):
            continue
        register = f"{prefix(site)}kim.yml"
        try:
            with open(os.path.join(options.output, site, SUMMARY), "rb") as handle:
                summary = load_summary(handle.read())
            kim, _ = read_kim(register, files.read(register))
        except (OSError, ValueError):
            kim = None
        if kim is None:
            missing.append(site)
            continue
        state = seen.store.load(site)
        found = [d.severity for d in state.diagnostics] if state else []
        counts = found.count(Severity.GALAT), found.count(Severity.PERINGATAN)
        rows.append(report_row(summary, kim, counts, chosen, weights or WEIGHTS))
    return ranked(rows), chosen, missing
