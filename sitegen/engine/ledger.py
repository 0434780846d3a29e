"""The aspirations of all KIM as their files say now, without building anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sitegen.content.dates import BuildDate
from sitegen.content.layout import prefix
from sitegen.content.types import Aspirasi
from sitegen.content.workdays import DUTY, USUAL, due_day, working_days
from sitegen.engine.survey import Options, survey
from sitegen.engine.task import DiskFiles, Places
from sitegen.site.duty import addressee
from sitegen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Waiting:
    """An aspirasi without an answer; ``waited`` and ``duty`` are in working days."""

    site: str
    file: str
    number: str
    title: str
    received: date
    status: str
    addressee: str
    waited: int
    duty: int
    due: date

    @property
    def overdue(self) -> bool:
        """Whether its answer should have come."""
        return self.waited > self.duty

    def record(self) -> dict[str, object]:
        """Give it for programs."""
        return {
            "situs": self.site,
            "berkas": self.file,
            "nomor": self.number,
            "judul": self.title,
            "diterima": self.received.isoformat(),
            "status": self.status,
            "kepada": self.addressee,
            "hari_kerja": self.waited,
            "tenggat_hari_kerja": self.duty,
            "tenggat": self.due.isoformat(),
            "lewat": self.overdue,
        }


def waiting(workspace: Workspace, options: Options, under: str = "") -> list[Waiting]:
    """Give every open aspirasi, the longest waiting first.

    Args:
        workspace: where the content is.
        options: as for a build; its date is the day that waits are counted to.
        under: a KIM or kabupaten; empty means all.

    Raises:
        ProvinceUnreadable: there is no province.
    """
    from sitegen.content.collection import read_collection

    seen = survey(workspace, options)
    files = DiskFiles(Places(workspace.root, options.output, seen.store.folder, workspace.cache))
    found: list[Waiting] = []
    for site, folder in seen.layout.kim.items():
        if under and site != under and not site.startswith(f"{under}/"):
            continue
        names = [name for name in folder.entries() if name.startswith(f"{prefix(site)}aspirasi/")]
        day, declared = BuildDate(seen.today), seen.registry.contacts(site)
        collection = read_collection(names, files.read, day, declared, drafts=False)
        for entry in collection.entries:
            if isinstance(entry.data, Aspirasi):
                found += _waiting(site, entry.source.name, entry.data, seen.today)
    return sorted(found, key=lambda item: (item.received, item.site, item.number))


def _waiting(site: str, file: str, data: Aspirasi, today: date) -> Iterator[Waiting]:
    if data.jawaban or data.status in ("selesai", "ditolak"):
        return
    duty = DUTY[data.sifat or USUAL[data.jenis]]
    yield Waiting(
        site=site,
        file=file,
        number=data.nomor,
        title=data.judul,
        received=data.tanggal,
        status=data.status,
        addressee=addressee(data),
        waited=working_days(data.tanggal, today),
        duty=duty,
        due=due_day(data.tanggal, duty),
    )
