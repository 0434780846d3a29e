"""The entries of one site: each file read, then checked against the others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from sitegen.content.dates import BuildDate
from sitegen.content.privacy.contacts import Contacts
from sitegen.content.reader import Entry, read_entry
from sitegen.content.types import Aspirasi, Pengumuman, Siaran
from sitegen.content.yamltree import Path, Span
from sitegen.diagnostics import Diagnostic, diagnose


@dataclass(slots=True)
class Collection:
    """The entries that are shown, newest first; those not yet shown; what was found."""

    entries: list[Entry] = field(default_factory=list)
    hidden: list[Entry] = field(default_factory=list)
    scheduled: list[date] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)

    def of(self, jenis: str) -> list[Entry]:
        """Give the entries of a type."""
        return [entry for entry in self.entries if entry.jenis == jenis]


def read_collection(
    names: Iterable[str],
    read: Callable[[str], bytes],
    today: BuildDate,
    declared: Contacts = frozenset(),
    *,
    drafts: bool,
) -> Collection:
    """Read entries; a faulty one is left out and reported, the others stay.

    ``declared`` are the contacts of the registers above them, which a text may repeat.
    """
    result = Collection()
    shown: list[Entry] = []
    for name in sorted(names):
        try:
            entry, findings = read_entry(name, read(name), declared)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            entry, findings = None, [diagnose("tidak-terbaca", name, sebab=reason)]
        result.findings += findings
        if entry is not None:
            shown.append(entry)
    shown = _without_clashes(shown, result.findings)
    result.findings += _check_histories(shown)
    for entry in shown:
        if entry.data.draf and not drafts:
            result.hidden.append(entry)
            result.findings.append(locate(entry, "masih-draf", field="draf"))
            continue
        start = publication_day(entry)
        if start and not drafts and not today.reached(start):
            result.scheduled.append(start)
            result.hidden.append(entry)
            field = "terbit" if entry.data.terbit else "tanggal"
            result.findings.append(locate(entry, "terjadwal", field=field, hari=start.isoformat()))
            continue
        result.entries.append(entry)
    result.entries.sort(key=_newest_first)
    return result


def publication_day(entry: Entry) -> date | None:
    """Give the day from which an entry is shown: ``terbit``, or its own day for dated texts.

    What will happen (agenda) and what lasts (potensi, halaman) wait only for ``terbit``.
    """
    if entry.data.terbit:
        return entry.data.terbit
    return entry.hari if entry.jenis not in ("agenda", "potensi", "halaman") else None


def in_force(entry: Entry, today: BuildDate) -> bool:
    """Say whether a pengumuman or siaran still holds on the build date."""
    data = entry.data
    until = data.berlaku_sampai if isinstance(data, Pengumuman | Siaran) else None
    return until is None or not today.passed(until)


def _newest_first(entry: Entry) -> tuple[int, str]:
    day = entry.hari
    return (-day.toordinal() if day else 1, entry.slug)


def _without_clashes(entries: list[Entry], findings: list[Diagnostic]) -> list[Entry]:
    """Keep the first of entries that share an address or the number of an aspirasi."""
    kept: list[Entry] = []
    addresses: dict[str, Entry] = {}
    numbers: dict[str, Entry] = {}
    for entry in entries:
        other = addresses.setdefault(entry.path.casefold(), entry)
        if other is not entry:
            findings.append(
                diagnose(
                    "alamat-ganda",
                    entry.source.name,
                    alamat=entry.path,
                    lain=other.source.name,
                )
            )
            continue
        if isinstance(entry.data, Aspirasi):
            other = numbers.setdefault(entry.data.nomor.casefold(), entry)
            if other is not entry:
                findings.append(
                    locate(
                        entry,
                        "nomor-ganda",
                        field="nomor",
                        nomor=entry.data.nomor,
                        lain=other.source.name,
                    )
                )
                continue
        kept.append(entry)
    return kept


def _check_histories(entries: list[Entry]) -> list[Diagnostic]:
    """Report steps of an aspirasi that are older than the step before."""
    findings = []
    for entry in entries:
        if not isinstance(entry.data, Aspirasi):
            continue
        before = entry.data.tanggal
        for number, step in enumerate(entry.data.riwayat, 1):
            if step.tanggal < before:
                findings.append(locate(entry, "riwayat-urutan", field=f"riwayat.{number}.tanggal"))
            before = max(before, step.tanggal)
    return findings


def locate(
    entry: Entry, code: str, text: str = "", *, field: str = "", **params: object
) -> Diagnostic:
    """Make a finding at a field (``galeri.2.foto``), else at the first line that holds a text."""
    span = entry.tree.span(_path(field)) if field else None
    for number, line in enumerate(entry.source.lines, 1) if text and span is None else ():
        column = line.find(text)
        if column >= 0:
            span = Span(number, column + 1, len(text))
            break
    where = (span.line, span.column) if span else (0, 0)
    return diagnose(
        code,
        entry.source.name,
        *where,
        length=span.length if span else 1,
        field=field,
        lines=entry.source.lines,
        params=params,
    )


def _path(field: str) -> Path:
    return tuple(int(part) - 1 if part.isdigit() else part for part in field.split("."))
