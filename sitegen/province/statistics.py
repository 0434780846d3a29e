"""The province in numbers: how many KIM, where, how busy, how soon answered."""

from collections import Counter
from collections.abc import Sequence

from sitegen.province.ledger import grouped
from sitegen.province.level import Level
from sitegen.site.views import BarisAspirasi, BarisKabupaten, Batang

MONTHS = 12
_CLASSES = ("aktif", "jarang", "diam")


def render_statistics(
    level: Level, kabupaten: Sequence[BarisKabupaten], found: Sequence[BarisAspirasi]
) -> None:
    """Render the page of statistics; each chart is a table with bars."""
    out, network = level.out, level.network
    months: Counter[str] = Counter()
    for summary in network.summaries:
        months.update(summary.per_bulan)
    activity = Counter(network.activity(summary.terakhir) for summary in network.summaries)
    levels = Counter(card.level for card in network.kim_cards())
    out.page(
        "statistik/",
        "provinsi/statistik.html",
        out._("Statistik"),
        {
            "kabupaten": tuple(kabupaten),
            "per_kabupaten": bars((row.nama, row.jumlah_kim) for row in kabupaten),
            "per_bulan": bars(sorted(months.items())[-MONTHS:]),
            "kegiatan": bars((name, activity[name]) for name in _CLASSES),
            "per_level": bars(levels.most_common()),
            "per_kategori": grouped(found, "kategori"),
            "per_tujuan": grouped(found, "kepada"),
            "per_wilayah": grouped(found, "kabupaten"),
        },
    )


def bars(pairs: object) -> tuple[Batang, ...]:
    """Give bars whose lengths are in percent of the longest."""
    known = [(str(name), int(value)) for name, value in pairs]  # type: ignore[attr-defined]
    most = max((value for _, value in known), default=0) or 1
    return tuple(Batang(name, value, round(100 * value / most)) for name, value in known)
