"""Agenda as calendar files (RFC 5545), for phones to remind their owners."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from sitegen.content.dates import Moment
from sitegen.content.types import Agenda
from sitegen.site.views import EntriView

if TYPE_CHECKING:
    from icalendar import Event


@dataclass(frozen=True, slots=True)
class Happening:
    """One event; ``address`` is absolute and names it for good."""

    address: str
    title: str
    start: Moment
    end: Moment | None
    place: str
    summary: str = ""


def calendar(views: Iterable[EntriView], *, name: str, url: str, zone: timezone) -> bytes:
    """Give a calendar of the agenda among some entries; ``url`` is the address of their site."""
    happenings = (
        Happening(
            address=url + view.path,
            title=view.judul,
            start=view.data.mulai,
            end=view.data.selesai,
            place=view.data.tempat,
            summary=view.ringkasan,
        )
        for view in views
        if isinstance(view.data, Agenda)
    )
    return write_calendar(happenings, name=name, zone=zone)


def write_calendar(happenings: Iterable[Happening], *, name: str, zone: timezone) -> bytes:
    """Give a calendar.

    Times are given in UTC, so no time zone has to be described; the time stamp that the standard
    asks for is the day of the event, for the same content must give the same bytes.
    """
    from icalendar import Calendar

    result = Calendar()
    result.add("prodid", "-//sitegen//KIM//ID")
    result.add("version", "2.0")
    result.add("x-wr-calname", name)
    for happening in happenings:
        result.add_component(_event(happening, zone))
    return bytes(result.to_ical())


def _event(happening: Happening, zone: timezone) -> "Event":
    from icalendar import Event, vText, vUri

    event = Event()
    event.add("uid", happening.address)
    event.add("dtstamp", datetime.combine(happening.start.hari, time.min, UTC))
    event.add("dtstart", _when(happening.start, zone))
    if happening.end:
        event.add("dtend", _end(happening.start, happening.end, zone))
    event.add("summary", happening.title)
    event.add("location", vText(happening.place))
    if happening.summary:
        event.add("description", vText(happening.summary))
    event.add("url", vUri(happening.address))
    return event


def _when(moment: Moment, zone: timezone) -> date | datetime:
    if moment.jam is None:
        return moment.hari
    return datetime.combine(moment.hari, moment.jam, zone).astimezone(UTC)


def _end(start: Moment, end: Moment, zone: timezone) -> date | datetime:
    """Give the end, which RFC 5545 wants exclusive and of the same kind as the start."""
    after = end.hari + timedelta(days=1)
    if start.jam is None:
        return after
    return _when(Moment(after, time.min) if end.jam is None else end, zone)
