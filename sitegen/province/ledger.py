"""Aspirations above the KIM: what was asked, of whom, how long it waits."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from sitegen.province.level import Level
from sitegen.province.summaries import Network
from sitegen.site.duty import render_sheet
from sitegen.site.shelf import count_aspirations
from sitegen.site.views import BarisAspirasi, HitungAspirasi, KelompokAspirasi, Tautan

MOST_GROUPS = 12
OLDEST = 10


def count(network: Network) -> HitungAspirasi:
    """Give all aspirations of a network in numbers."""
    return count_aspirations(network.aspiration_steps(), network.translate)


def rows(network: Network) -> list[BarisAspirasi]:
    """Give every aspirasi as a row, the longest waiting first, then those that are closed."""
    found = [
        BarisAspirasi(
            nomor=item.nomor,
            judul=item.judul,
            path=network.address(summary, item.path),
            kim=summary.nama,
            kim_path=network.address(summary),
            kabupaten=summary.kabupaten,
            diterima=item.tanggal,
            kategori=item.kategori,
            status=item.status,
            kepada=item.kepada,
            tenggat=item.tenggat,
            dijawab=item.dijawab,
            hari_kerja=item.hari_kerja,
            lewat=item.dijawab > item.tenggat
            if item.dijawab
            else network.today.passed(item.tenggat),
        )
        for summary in network.summaries
        for item in summary.aspirasi
    ]
    return sorted(found, key=lambda row: (row.dijawab is not None, row.diterima, row.path))


def grouped(
    found: Iterable[BarisAspirasi], by: str, most: int = MOST_GROUPS
) -> tuple[KelompokAspirasi, ...]:
    """Count rows by a field, the most frequent first; rows without it are left out."""
    groups: defaultdict[str, list[BarisAspirasi]] = defaultdict(list)
    for row in found:
        if name := str(getattr(row, by)):
            groups[name].append(row)
    counted = [
        KelompokAspirasi(
            nama=name,
            diterima=len(members),
            dijawab=sum(row.dijawab is not None for row in members),
            lewat=sum(row.lewat for row in members),
            median_hari_kerja=_median(members),
        )
        for name, members in groups.items()
    ]
    return tuple(sorted(counted, key=lambda g: (-g.diterima, g.nama.casefold())))[:most]


def _median(members: Sequence[BarisAspirasi]) -> int | None:
    days = [row.hari_kerja for row in members if row.hari_kerja is not None]
    return round(median(days)) if days else None


def render_ledger(level: Level, found: Sequence[BarisAspirasi]) -> None:
    """Render the list of aspirations with its numbers, and the sheet for musrenbang."""
    out, network = level.out, level.network
    title = out._("Aspirasi")
    numbers = Counter(row.kabupaten for row in found)
    waiting = [row for row in found if row.dijawab is None]
    out.listing(
        "aspirasi/",
        "provinsi/aspirasi.html",
        title,
        network.aspirasi(),
        changed=lambda card: card.hari,
        context={
            "hitung": count(network),
            "per_kabupaten": tuple(
                Tautan(name, "", jumlah=number) for name, number in sorted(numbers.items())
            ),
            "per_kategori": grouped(found, "kategori"),
            "per_tujuan": grouped(found, "kepada"),
            "menunggu": tuple(waiting[:OLDEST]),
        },
    )
    render_sheet(out, waiting)
