"""Gives the register back as a table that the import reads without any change."""

from collections.abc import Iterable, Sequence
from datetime import date

from sitegen.i18n import _
from sitegen.importing.columns import EXPORTED, Column, about
from sitegen.importing.kimfile import KimFile, Registers
from sitegen.importing.spreadsheet import Value, to_csv, to_xlsx
from sitegen.importing.values import typed

TITLE = "Daftar KIM"
_DATES = frozenset({"sk.tanggal", "sk.mulai", "sk.akhir"})


def register_rows(registers: Registers, kim: Iterable[KimFile]) -> list[list[Value]]:
    """Give the headings and a row for each KIM, in the order of their folders."""
    names = {region.folder: region.nama for region in registers.regions.all}
    rows: list[list[Value]] = [[column.heading for column in EXPORTED]]
    for one in sorted(kim, key=lambda k: k.site):
        rows.append([_value(column, one, names) for column in EXPORTED])
    return rows


def _value(column: Column, kim: KimFile, names: dict[str, str]) -> Value:
    if column.key == "_kabupaten":
        return names.get(kim.kabupaten, kim.kabupaten)
    if column.key == "_folder":
        return kim.folder
    found = typed(column.key, kim.get(column.key)) if column.key in _DATES else None
    return found if isinstance(found, date) else kim.text(column.key)


def written(rows: Sequence[Sequence[Value]], *, as_csv: bool, form: bool = False) -> bytes:
    """Give a register as a file; a form says above its headings what each column takes."""
    notes = [_note(column) for column in EXPORTED] if form else []
    if as_csv:
        return to_csv(rows, notes=notes)
    dates = [i for i, column in enumerate(EXPORTED) if column.key in _DATES]
    return to_xlsx(TITLE, rows, notes=notes, dates=dates)


def _note(column: Column) -> str:
    text, example = about(column)
    said = f"{_(text)}."
    return said + " " + _("Misalnya: {contoh}").format(contoh=example) if example else said
