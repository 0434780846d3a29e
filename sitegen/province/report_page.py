"""The report as a page that prints on A4, whole in itself."""

from collections.abc import Sequence

from markupsafe import Markup

from sitegen.i18n import _, current_language

_STYLE = Markup(
    """
@page{size:A4 landscape;margin:12mm}
body{font:10pt/1.35 system-ui,sans-serif;margin:1.5rem;color:#111;background:#fff}
h1{font-size:16pt;margin:0 0 .5rem}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #999;padding:.2rem .35rem;text-align:start;vertical-align:top;
font-variant-numeric:tabular-nums}
thead{display:table-header-group}
thead th{background:#e8efe9;font-size:8.5pt}
tr{break-inside:avoid}
tbody th{font-weight:600;white-space:nowrap}
@media print{body{margin:0;font-size:8pt}}
"""
)
_NAME, _CELL = Markup('<th scope="row">{}</th>'), Markup("<td>{}</td>")


def report_page(title: str, table: Sequence[Sequence[str | int]]) -> str:
    """Give the page of a table whose first row holds the headings."""
    head, *body = table
    cells = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in head)
    rows = Markup("\n").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(
                (_NAME if number == 1 else _CELL).format(cell) for number, cell in enumerate(row)
            )
        )
        for row in body
    )
    note = _("Nilai 0-100 menurut kriteria dan bobot di provinsi.yml.")
    return str(
        Markup(
            '<!DOCTYPE html>\n<html lang="{}"><head><meta charset="utf-8"><title>{}</title>'
            "<style>{}</style></head>\n<body><main><h1>{}</h1>\n"
            "<table><thead><tr>{}</tr></thead>\n<tbody>{}</tbody></table>\n"
            "<p>{}</p></main></body></html>\n"
        ).format(current_language(), title, _STYLE, title, cells, rows, note)
    )
