"""Dates and moments as Indonesians write them, and the build date."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.dates import BuildDate, Moment, date_in_zone, parse_date, parse_moment
from tests.content_helpers import refuses

DAY = date(2026, 11, 18)
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@pytest.mark.parametrize(
    "text",
    [
        *("2026-11-18", "2026/11/18", "2026.11.18"),
        *("18-11-2026", "18/11/2026", "18.11.2026"),
        *("18 November 2026", "18 NOVEMBER 2026", "18  November  2026", "18 Nov 2026"),
        *("18 Nov. 2026", "18 Nopember 2026", "Rabu, 18 November 2026", "Rabu 18 November 2026"),
    ],
)
def test_forms_of_a_day(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Jum'at, 20 November 2026", date(2026, 11, 20)),
        ("Jum’at, 20 November 2026", date(2026, 11, 20)),
        ("Ahad, 1 Pebruari 2026", date(2026, 2, 1)),
        ("1 Agt 2026", date(2026, 8, 1)),
        ("29 Februari 2028", date(2028, 2, 29)),
        ("3-4-2026", date(2026, 4, 3)),
    ],
)
def test_days_that_are_easily_misread(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        *("31-13-2026", "30 Februari 2026", "29-02-2026", "00/00/2026", "18 Nov 26", "18-11-26"),
        *("November 2026", "18 Movember 2026", "besok", "", "2026-11-18x", "18 November 20261"),
        *("18-11-1026", "18/11-2026 ok", "2026-11-18T08:00"),
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert refuses(parse_date, text)


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.integers(0, 4))
def test_every_day_reads_back(day: date, form: int) -> None:
    month = MONTHS[day.month - 1]
    forms = (
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"{day.day} {month} {day.year}",
        f"{WEEKDAYS[day.weekday()]}, {day.day} {month.upper()} {day.year}",
        f"{day.day} {month[:3]} {day.year}",
    )
    assert parse_date(forms[form]) == day


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("18 November 2026", None),
        ("18 November 2026 pukul 08.00", time(8)),
        ("18 November 2026, pukul 8.30 WIB", time(8, 30)),
        ("Rabu, 18 November 2026 jam 19:05 WITA", time(19, 5)),
        ("2026-11-18 08:00", time(8)),
        ("2026-11-18T08:00", time(8)),
        ("2026-11-18T08:00:59", time(8)),
        ("18/11/2026 pkl. 23.59", time(23, 59)),
    ],
)
def test_moments(text: str, clock: time | None) -> None:
    assert parse_moment(text) == Moment(DAY, clock)


@pytest.mark.parametrize(
    "text",
    [
        *("18 November 2026 pukul 25.00", "18 November 2026 pukul 08.60", "pukul 08.00"),
        *("2026-11-18T08:00 besok", "18 November 2026 pagi", "18 November 2026 08.00 - 11.00"),
    ],
)
def test_what_is_no_moment(text: str) -> None:
    assert refuses(parse_moment, text)


def test_moments_are_ordered_by_day_then_hour() -> None:
    moments = [Moment(DAY, time(8)), Moment(DAY + timedelta(1)), Moment(DAY, time(7)), Moment(DAY)]
    assert sorted(moments) == [moments[3], moments[2], moments[0], moments[1]]


@pytest.mark.parametrize(
    ("zone", "day"),
    [("WIB", date(2026, 11, 30)), ("WITA", date(2026, 11, 30)), ("WIT", date(2026, 12, 1))],
)
def test_the_day_depends_on_the_zone(zone: str, day: date) -> None:
    instant = datetime(2026, 11, 30, 15, 30, tzinfo=UTC)
    assert date_in_zone(instant.timestamp(), zone) == day


DAYS = st.dates(date(2026, 1, 1), date(2026, 2, 28))


@given(today=DAYS, asked=st.lists(DAYS, max_size=6), other=DAYS)
def test_answers_hold_between_the_bounds_of_a_build_date(
    today: date, asked: list[date], other: date
) -> None:
    def answers(build: BuildDate) -> list[bool]:
        return [build.reached(day) for day in asked] + [build.passed(day) for day in asked]

    build = BuildDate(today)
    now = answers(build)
    assert build.valid_from <= today < build.valid_until
    if build.valid_from <= other < build.valid_until:
        assert answers(BuildDate(other)) == now
    elif asked:
        assert answers(BuildDate(other)) != now
