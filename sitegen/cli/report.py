"""``sitegen report``: how each KIM fares, for the monthly meeting."""

import csv
import io
import os
import sys
from collections.abc import Sequence
from datetime import date

import click

from sitegen.cli.bulletin import Month
from sitegen.cli.common import (
    FAILED,
    format_option,
    print_findings,
    stop,
    workspace_option,
)
from sitegen.content.choices import ADINDA, KRITERIA
from sitegen.content.names import kabupaten_slug
from sitegen.i18n import _
from sitegen.province.report import ReportRow
from sitegen.workspace import Workspace


@click.command(
    name="report",
    help=_(
        "Laporan tiap KIM: tulisan, foto, kelengkapan, aspirasi, dan nilainya.\n\n"
        "Dihitung dari pembangunan terakhir. Kriteria dan bobot penilaian ditulis di "
        "provinsi.yml (penilaian)."
    ),
)
@workspace_option
@click.option("--kabupaten", metavar="FOLDER", help=_("Hanya kabupaten ini."))
@click.option("--month", type=Month(), help=_("Bulan, misalnya 2026-11; bawaannya bulan ini."))
@format_option(_("Bentuk laporan; html untuk dicetak di kertas A4."), "html", "csv", "xlsx")
@click.option("--output", metavar="BERKAS", help=_("Berkas hasil; xlsx dan html memerlukannya."))
def command(
    workspace: Workspace,
    kabupaten: str | None,
    month: date | None,
    format_: str,
    output: str | None,
) -> None:
    """Gather, lay out, print or write."""
    from sitegen.engine.survey import Options, ProvinceUnreadable
    from sitegen.engine.survey_report import report_rows

    under = kabupaten_slug(kabupaten) if kabupaten else ""
    if under and not os.path.isdir(os.path.join(workspace.content, under)):
        stop(_("Tidak ada folder {folder}.").format(folder=f"content/{under}"))
    try:
        rows, chosen, missing = report_rows(
            workspace, Options(output=workspace.output, dry=True), month, under
        )
    except ProvinceUnreadable as unreadable:
        print_findings(unreadable.findings, "text")
        sys.exit(FAILED)
    if missing:
        click.echo(
            _("Belum dibangun, jadi tidak ada di laporan: {daftar}").format(
                daftar=", ".join(missing)
            ),
            err=True,
        )
    if not rows:
        stop(_("Belum ada situs yang dibangun. Jalankan dulu: sitegen build"))
    title = _("Laporan KIM {bulan}").format(bulan=f"{chosen:%m/%Y}")
    data = _LAYOUTS[format_](title, rows)
    target = output or (f"laporan-{chosen:%Y-%m}.{format_}" if format_ in _FILES else "")
    if not target:
        click.echo(data.decode(), nl=False)
        return
    try:
        with open(target, "wb") as handle:
            handle.write(data)
    except OSError as error:
        stop(_("{berkas} tidak dapat ditulis: {sebab}").format(berkas=target, sebab=error.strerror))
    click.echo(_("Laporan: {berkas}").format(berkas=os.path.abspath(target)))


_FILES = ("html", "xlsx")


def _table(rows: Sequence[ReportRow]) -> list[list[str | int]]:
    """Give the report as a table, its headings first."""
    criteria = list(rows[0].nilai_per_kriteria)
    head: list[str | int] = [
        _("Peringkat"), _("KIM"), _("Kabupaten/kota"), _("Nilai"), _("Bulan ini"), _("Tiga bulan"),
        _("Terakhir"), _("Foto"), _("Jenis"), _("Aspirasi terbuka"), "ADINDA", _("SK berakhir"),
        _("Galat"), _("Peringatan"), _("Kolom kosong"), *(_(KRITERIA[name]) for name in criteria),
    ]  # fmt: skip
    table = [head]
    for place, row in enumerate(rows, 1):
        table.append(
            [
                place,
                row.nama,
                row.kabupaten,
                row.nilai,
                row.bulan_ini,
                row.tiga_bulan,
                row.terakhir.isoformat() if row.terakhir else "",
                row.foto,
                row.jenis,
                row.aspirasi_terbuka,
                f"{row.adinda}/{len(ADINDA)}",
                row.sk_akhir.isoformat() if row.sk_akhir else "",
                row.galat,
                row.peringatan,
                ", ".join(row.kosong),
                *row.nilai_per_kriteria.values(),
            ]
        )
    return table


def _as_text(title: str, rows: Sequence[ReportRow]) -> bytes:
    lines = [title, ""]
    width = max(len(row.nama) for row in rows)
    for place, row in enumerate(rows, 1):
        last = row.terakhir.isoformat() if row.terakhir else "-"
        told = [
            _("nilai {n}").format(n=row.nilai),
            _("{n} tulisan bulan ini").format(n=row.bulan_ini),
            _("terakhir {hari}").format(hari=last),
            _("{n} foto").format(n=row.foto),
            _("{n} aspirasi terbuka").format(n=row.aspirasi_terbuka),
        ]
        lines.append(f"{place:>3}. {row.nama:<{width}}  " + ", ".join(told))
        if row.kosong:
            lines.append("     " + _("kosong: {kolom}").format(kolom=", ".join(row.kosong)))
    return ("\n".join(lines) + "\n").encode()


def _as_csv(title: str, rows: Sequence[ReportRow]) -> bytes:
    del title
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(_table(rows))
    return buffer.getvalue().encode()


def _as_html(title: str, rows: Sequence[ReportRow]) -> bytes:
    from sitegen.province.report_page import report_page

    return report_page(title, _table(rows)).encode()


def _as_xlsx(title: str, rows: Sequence[ReportRow]) -> bytes:
    from sitegen.importing.spreadsheet import to_xlsx

    return to_xlsx(title, _table(rows))


_LAYOUTS = {"text": _as_text, "csv": _as_csv, "html": _as_html, "xlsx": _as_xlsx}
