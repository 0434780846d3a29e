"""Findings about a cell: the row is its line, the heading its field, the cell its excerpt."""

from collections.abc import Mapping
from dataclasses import replace

from sitegen.content.privacy import hide, scan_text
from sitegen.diagnostics import Diagnostic, diagnose

_LONGEST = 100


def at_cell(
    code: str,
    file: str,
    row: int,
    label: str = "",
    text: str = "",
    params: Mapping[str, object] | None = None,
) -> Diagnostic:
    """Make a finding; the excerpt shows the heading and what stands in the cell.

    Args:
        code: a code of :mod:`sitegen.messages`.
        file: the spreadsheet.
        row: the row as the spreadsheet numbers it.
        label: the heading of the column.
        text: the cell; what is private in it is hidden.
        params: the parameters of the message.
    """
    shown = hide(text, scan_text(text)) if text else ""
    excerpt = ": ".join(part for part in (label, shown[:_LONGEST]) if part)
    return replace(diagnose(code, file, row, field=label, params=params), excerpt=excerpt)
