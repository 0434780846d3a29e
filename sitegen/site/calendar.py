"""Agenda as calendar files (RFC 5545), for phones to remind their owners."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from sitegen.content.dates import Moment
from sitegen.content.types import Agenda
from sitegen.site.views import EntriView

if TYPE_CHECKING:
    from icalendar import Event


def calendar(views: Iterable[EntriView], *, name: str, url: str, zone: timezone) -> bytes:
    """Give a calendar of agenda entries.

    Times are given in UTC, so no time zone has to be described; the time stamp that the standard
    asks for is the day of the entry, for the same content must give the same bytes.
    """
    from icalendar import Calendar

    result = Calendar()
    result.add("prodid", "-//sitegen//KIM//ID")
    result.add("version", "2.0")
    result.add("x-wr-calname", name)
    for view in views:
        if isinstance(view.data, Agenda):
            result.add_component(_event(view, view.data, url, zone))
    return bytes(result.to_ical())


def _event(view: EntriView, data: Agenda, url: str, zone: timezone) -> "Event":
    from icalendar import Event, vText, vUri

    event = Event()
    address = url + view.path
    event.add("uid", address)
    event.add("dtstamp", datetime.combine(data.mulai.hari, time.min, UTC))
    event.add("dtstart", _when(data.mulai, zone))
    if data.selesai:
        event.add("dtend", _end(data.mulai, data.selesai, zone))
    event.add("summary", view.judul)
    event.add("location", vText(data.tempat))
    event.add("description", vText(view.ringkasan))
    event.add("url", vUri(address))
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
