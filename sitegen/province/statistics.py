"""The province in numbers: how many KIM, where, how busy, how soon answered."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from babel.dates import format_date

from sitegen.province.ledger import grouped
from sitegen.province.level import Level
from sitegen.province.summaries import CLASSES
from sitegen.site.theme import locale_of
from sitegen.site.views import BarisAspirasi, BarisKabupaten, Batang

MONTHS = 12


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
            "per_bulan": bars(
                (format_date(day, "MMM y", locale=locale_of(out.situs.bahasa)), number)
                for day, number in latest_months(months)
            ),
            "kegiatan": bars((out._(word), activity[name]) for name, word in CLASSES.items()),
            "per_level": bars(levels.most_common()),
            "per_kategori": grouped(found, "kategori"),
            "per_tujuan": grouped(found, "kepada"),
            "per_wilayah": grouped(found, "kabupaten", len(kabupaten)),
        },
    )


def latest_months(entries: Mapping[str, int]) -> list[tuple[date, int]]:
    """Give the entries of the latest months that have any, and of those between; by first days.

    Months are written as ``2026-11``.
    """
    if not entries:
        return []
    first, last = (_number(pick(entries)) for pick in (min, max))
    shown = range(max(first, last - MONTHS + 1), last + 1)
    days = [date(number // 12, number % 12 + 1, 1) for number in shown]
    return [(day, entries.get(f"{day:%Y-%m}", 0)) for day in days]


def _number(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1


def bars(pairs: Iterable[tuple[str, int]]) -> tuple[Batang, ...]:
    """Give bars whose lengths are in percent of the longest."""
    known = list(pairs)
    most = max((value for _, value in known), default=0) or 1
    return tuple(Batang(name, value, round(100 * value / most)) for name, value in known)
