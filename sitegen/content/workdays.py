"""Working days in Indonesia, and how many a public office may take to answer.

SP4N-LAPOR! counts working days by the nature of a report: 2 for a light one, 5 for a normative
one, 14 for a complaint and 60 for one that needs supervision (Permenpan RB 62/2018). Saturdays,
Sundays and national holidays do not count.
"""

from datetime import date, timedelta
from functools import lru_cache

from sitegen.i18n import N_

SIFAT_ASPIRASI = {
    "ringan": N_("Ringan"),
    "normatif": N_("Normatif"),
    "pengaduan": N_("Pengaduan tanpa pengawasan"),
    "pengawasan": N_("Pengaduan dengan pengawasan"),
}
DUTY = {"ringan": 2, "normatif": 5, "pengaduan": 14, "pengawasan": 60}
"""Working days until an answer is due, by nature."""
USUAL = {"aspirasi": "normatif", "permintaan informasi": "normatif", "pengaduan": "pengaduan"}
"""The nature of a report that states none, by its kind."""


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays("ID", years=year))


@lru_cache(maxsize=4096)
def is_working_day(day: date) -> bool:
    """Say whether offices are open on a day."""
    return day.weekday() < 5 and day not in _holidays(day.year)


@lru_cache(maxsize=4096)
def working_days(start: date, end: date) -> int:
    """Count the working days after ``start`` up to and with ``end``."""
    days = (end - start).days
    return sum(is_working_day(start + timedelta(days=n)) for n in range(1, days + 1))


@lru_cache(maxsize=4096)
def due_day(received: date, duty: int) -> date:
    """Give the last day on which an answer is in time."""
    day = received
    while duty > 0:
        day += timedelta(days=1)
        duty -= is_working_day(day)
    return day
