"""Agenda as calendar files: read back by another library, they say what was written."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import icalendar
import pytest

from sitegen.site.calendar import calendar
from sitegen.site.kim import KimSite
from tests.site.helpers import view_of

URL = "https://kim.contoh.id/kapuas/kim-handep/"
WIB = timezone(timedelta(hours=7))


def written(site: KimSite, *paths: str) -> bytes:
    """Give the calendar of some entries."""
    views = [view_of(site, path) for path in paths]
    return calendar(views, name=site.kim.nama, url=URL, zone=WIB)


def event(site: KimSite, path: str) -> Any:
    """Give one event as a calendar reads it."""
    (found,) = icalendar.Calendar.from_ical(written(site, path)).walk("VEVENT")
    return found


def test_hours_are_the_same_moment_in_universal_time(site: KimSite) -> None:
    found = event(site, "agenda/rapat/")
    assert found.decoded("dtstart") == datetime(2026, 11, 28, 1, tzinfo=UTC)
    assert found.decoded("dtend") == datetime(2026, 11, 28, 4, tzinfo=UTC)


def test_whole_days_end_on_the_day_after_the_last(site: KimSite) -> None:
    found = event(site, "agenda/pasar/")
    assert found.decoded("dtstart") == date(2026, 12, 5)
    assert found.decoded("dtend") == date(2026, 12, 8)


def test_without_an_end_none_is_made_up(site: KimSite) -> None:
    found = event(site, "agenda/doa/")
    assert found.decoded("dtstart") == date(2026, 12, 24)
    assert "dtend" not in found


def test_texts_come_back_as_they_were(site: KimSite) -> None:
    found = event(site, "agenda/pasar/")
    assert str(found["summary"]) == "Pasar, bazar; dan lomba"
    assert str(found["location"]) == "Lapangan"
    assert str(found["url"]) == str(found["uid"]) == f"{URL}agenda/pasar/"


def test_the_file_is_as_the_standard_asks(site: KimSite) -> None:
    data = written(site, "agenda/rapat/", "agenda/pasar/", "agenda/doa/")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    parsed = icalendar.Calendar.from_ical(data)
    assert str(parsed["version"]) == "2.0"
    assert parsed["prodid"]
    found = parsed.walk("VEVENT")
    assert len({str(one["uid"]) for one in found}) == 3
    assert all("dtstamp" in one for one in found)


def test_only_agenda_enters(site: KimSite) -> None:
    data = written(site, "berita/panen-raya/")
    assert icalendar.Calendar.from_ical(data).walk("VEVENT") == []


@pytest.mark.parametrize("paths", [(), ("agenda/rapat/", "agenda/doa/")])
def test_the_same_agenda_gives_the_same_bytes(site: KimSite, paths: tuple[str, ...]) -> None:
    assert written(site, *paths) == written(site, *paths)
