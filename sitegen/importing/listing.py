"""Reads a list of KIM from a file: every sheet that has such a table."""

from sitegen.diagnostics import Diagnostic, Severity, diagnose
from sitegen.importing.columns import EXPORTED
from sitegen.importing.names import Regions
from sitegen.importing.plan import Source
from sitegen.importing.rows import Table, read_table
from sitegen.importing.workbook import open_sheets


def read_list(name: str, data: bytes, regions: Regions) -> tuple[list[Source], list[Diagnostic]]:
    """Read a list.

    Args:
        name: the file, for the findings; a workbook's sheet stands in brackets behind it.
        data: the whole file.
        regions: the kabupaten that a title or the name of a sheet may mean.

    Returns:
        The rows that are a KIM, by sheet, and findings.
    """
    sheets, findings = open_sheets(name, data)
    sources: list[Source] = []
    unread: list[str] = []
    for sheet in sheets:
        file = f"{name} [{sheet.name}]" if sheet.name and len(sheets) > 1 else name
        table = read_table(file, sheet)
        findings += table.findings
        if table.header:
            findings += _empty(file, table)
            region = regions.named_in(table.titles) or regions.find(sheet.name)
            sources.append(Source(tuple(table.records), region))
        elif not table.empty:
            unread.append(file)
    if sources:
        findings += [diagnose("impor-lembar-lewat", file) for file in unread]
    elif not any(d.severity is Severity.GALAT for d in findings):
        known = ", ".join(column.heading for column in EXPORTED[1:])
        code = "impor-tanpa-judul" if unread else "impor-kosong"
        findings.append(diagnose(code, name, daftar=known))
    return sources, findings


def _empty(file: str, table: Table) -> list[Diagnostic]:
    """Say that nothing stands below the headings, where nothing else was said about it."""
    if table.header is None or table.records or len(table.findings) > len(table.header.findings):
        return []
    return [diagnose("impor-tanpa-isi", file, table.header.rows[1])]
