"""What a publication did, or would do, as data and as lines for a person."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypedDict

from sitegen.diagnostics import Diagnostic, DiagnosticRecord, has_errors, in_order, render_text
from sitegen.engine.report import site_path
from sitegen.i18n import _, ngettext


class SentRecord(TypedDict):
    """A site as ``--format json`` prints it."""

    site: str
    sent: int
    deleted: int
    bytes: int
    seconds: float


class PublicationRecord(TypedDict):
    """A publication as ``--format json`` prints it."""

    target: str
    kind: str
    address: str
    release: str
    dry_run: bool
    sites: list[SentRecord]
    unchanged: int
    files_sent: int
    files_deleted: int
    bytes_sent: int
    diagnostics: list[DiagnosticRecord]
    seconds: float


@dataclass(slots=True)
class Sent:
    """What went to one site: files, bytes, and the seconds it took."""

    site: str
    files: int = 0
    deleted: int = 0
    bytes: int = 0
    seconds: float = 0.0

    def record(self) -> SentRecord:
        """Give the fields that ``--format json`` promises."""
        return {
            "site": site_path(self.site),
            "sent": self.files,
            "deleted": self.deleted,
            "bytes": self.bytes,
            "seconds": round(self.seconds, 3),
        }


@dataclass(slots=True)
class Publication:
    """What became of one target; ``failed`` says that it could not be written."""

    target: str
    kind: str
    address: str
    dry: bool = False
    release: str = ""
    sites: list[Sent] = field(default_factory=list)
    unchanged: int = 0
    findings: list[Diagnostic] = field(default_factory=list)
    failed: bool = False
    seconds: float = 0.0

    @property
    def incomplete(self) -> bool:
        """Whether something stayed back that should have gone."""
        return has_errors(self.findings)

    def record(self) -> PublicationRecord:
        """Give the fields that ``--format json`` promises."""
        return {
            "target": self.target,
            "kind": self.kind,
            "address": self.address,
            "release": self.release,
            "dry_run": self.dry,
            "sites": [sent.record() for sent in self.sites],
            "unchanged": self.unchanged,
            "files_sent": sum(sent.files for sent in self.sites),
            "files_deleted": sum(sent.deleted for sent in self.sites),
            "bytes_sent": sum(sent.bytes for sent in self.sites),
            "diagnostics": [d.record() for d in in_order(self.findings)],
            "seconds": round(self.seconds, 3),
        }

    def lines(self) -> Iterator[str]:
        """Say for each site what went, then the sum, then what was held back."""
        yield _("{sasaran} ({jenis}, {tempat})").format(
            sasaran=self.target, jenis=self.kind, tempat=self.address
        )
        for sent in self.sites:
            words = [_count_files(sent.files, sent.bytes)]
            if sent.deleted:
                words.append(_count_deleted(sent.deleted))
            yield f"  {site_path(sent.site)}: {', '.join(words)}"
        yield from (f"  {line}" for line in self._sum())
        yield from render_text(self.findings)

    def _sum(self) -> Iterator[str]:
        files = sum(sent.files for sent in self.sites)
        size = sum(sent.bytes for sent in self.sites)
        deleted = sum(sent.deleted for sent in self.sites)
        words = [_count_files(files, size)]
        if deleted:
            words.append(_count_deleted(deleted))
        same = ngettext("{n} situs sama", "{n} situs sama", self.unchanged)
        words.append(same.format(n=self.unchanged))
        told = ", ".join(words)
        if self.failed:
            return
        if self.dry:
            yield _("Akan terbit: {isi}. Belum ada yang dikirim.").format(isi=told)
        elif self.release:
            yield _("Terbit: {isi}; rilis {rilis}, {detik} detik.").format(
                isi=told, rilis=self.release, detik=f"{self.seconds:.1f}".replace(".", ",")
            )
        else:
            yield _("Tidak ada yang berubah: {isi}.").format(isi=told)


def _count_files(count: int, size: int) -> str:
    said = ngettext("{n} berkas ({ukuran})", "{n} berkas ({ukuran})", count)
    return said.format(n=count, ukuran=size_in_words(size))


def _count_deleted(count: int) -> str:
    return ngettext("{n} dihapus", "{n} dihapus", count).format(n=count)


def size_in_words(size: int) -> str:
    """Give a size as people read it: ``340 KB``, ``1,2 MB``."""
    if size < 1024 * 1024:
        return f"{-(-size // 1024)} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")
