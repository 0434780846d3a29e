"""What a build did, as data and as lines for a person."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict

from sitegen.diagnostics import (
    Diagnostic,
    DiagnosticRecord,
    Severity,
    has_errors,
    in_order,
    render_text,
    tally,
)
from sitegen.engine.plan import Decision
from sitegen.i18n import _, ngettext

SLOW_SHOWN = 3


class BuiltRecord(TypedDict):
    """A built site as ``--format json`` prints it."""

    site: str
    reasons: list[str]


class ReportRecord(TypedDict):
    """A build as ``--format json`` prints it."""

    built: list[BuiltRecord]
    unchanged: int
    removed: list[str]
    files_written: int
    bytes_written: int
    files_deleted: int
    pages: int
    diagnostics: list[DiagnosticRecord]
    seconds: float


@dataclass(slots=True)
class Report:
    """What a build did; ``pages`` counts those of all sites, built now or earlier."""

    built: list[Decision] = field(default_factory=list)
    unchanged: int = 0
    removed: list[str] = field(default_factory=list)
    files_written: int = 0
    bytes_written: int = 0
    files_deleted: int = 0
    pages: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)
    scheduled: list[date] = field(default_factory=list)
    durations: list[tuple[float, str]] = field(default_factory=list)
    seconds: float = 0.0
    output: str = ""
    base: str = ""
    """The absolute address of the province's site, ending in ``/``."""
    known: frozenset[str] = frozenset()
    """Every site that should exist."""
    dry: bool = False

    @property
    def failed(self) -> bool:
        """Whether something was left out."""
        return has_errors(self.diagnostics)

    def record(self) -> ReportRecord:
        """Give the fields that ``--format json`` promises."""
        return {
            "built": [
                {"site": site_path(d.site), "reasons": [str(reason) for reason in d.reasons]}
                for d in self.built
            ],
            "unchanged": self.unchanged,
            "removed": [site_path(site) for site in self.removed],
            "files_written": self.files_written,
            "bytes_written": self.bytes_written,
            "files_deleted": self.files_deleted,
            "pages": self.pages,
            "diagnostics": [d.record() for d in in_order(self.diagnostics)],
            "seconds": round(self.seconds, 3),
        }

    def lines(self) -> Iterator[str]:
        """Say what was done; ``saran`` are only counted here, ``sitegen check`` shows them."""
        shown = [d for d in self.diagnostics if d.severity is not Severity.SARAN]
        yield from render_text(shown)
        if shown:
            yield ""
        if self.dry:
            yield from self._plan()
            return
        yield self._summary()
        if len(self.built) > SLOW_SHOWN and self.durations:
            slowest = sorted(self.durations, reverse=True)[:SLOW_SHOWN]
            names = ", ".join(f"{site_path(s)} ({t:.1f} s)" for t, s in slowest)
            yield _("Paling lama: {situs}.").format(situs=names)
        if self.scheduled:
            count = ngettext(
                "{n} tulisan terjadwal, berikutnya tampil {tanggal}.",
                "{n} tulisan terjadwal, berikutnya tampil {tanggal}.",
                len(self.scheduled),
            )
            yield count.format(n=len(self.scheduled), tanggal=min(self.scheduled).isoformat())
        found = tally(self.diagnostics)
        if found:
            yield _("Temuan: {temuan}. Selengkapnya: sitegen check").format(temuan=found)

    def _summary(self) -> str:
        words = [
            ngettext("{n} situs dibangun", "{n} situs dibangun", len(self.built)).format(
                n=len(self.built)
            ),
            _("{n} tidak berubah").format(n=self.unchanged),
            _("{n} berkas ditulis ({ukuran} KB)").format(
                n=self.files_written, ukuran=self.bytes_written // 1024
            ),
        ]
        if self.files_deleted:
            words.append(_("{n} berkas dihapus").format(n=self.files_deleted))
        return _("{pekerjaan} dalam {detik} detik.").format(
            pekerjaan=", ".join(words), detik=f"{self.seconds:.1f}".replace(".", ",")
        )

    def _plan(self) -> Iterator[str]:
        for decision in self.built:
            yield site_path(decision.site)
            for reason in decision.reasons[:10]:
                yield f"  - {reason}"
            if len(decision.reasons) > 10:
                yield _("  - dan {n} alasan lain").format(n=len(decision.reasons) - 10)
        for site in self.removed:
            yield _("{situs}: tidak ada lagi, berkasnya akan dihapus").format(situs=site_path(site))
        yield _("{n} situs akan dibangun, {tetap} tidak berubah.").format(
            n=len(self.built), tetap=self.unchanged
        )


def site_path(site: str) -> str:
    """Give the name by which a site is shown; the province is ``/``."""
    return site or "/"
