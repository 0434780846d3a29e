"""What will happen in all villages below a level, as a list and as a calendar."""

from datetime import time

from sitegen.content.dates import Moment
from sitegen.province.level import Level
from sitegen.province.summaries import MANY_PER_PAGE
from sitegen.site.calendar import Happening, write_calendar
from sitegen.site.views import BarisAgenda


def render_agenda(level: Level) -> None:
    """Render the coming agenda of all KIM, and the calendar to subscribe to."""
    out, network = level.out, level.network
    rows = [
        BarisAgenda(
            judul=item.judul,
            path=network.address(summary, item.path),
            mulai=Moment(item.mulai, time.fromisoformat(item.jam) if item.jam else None),
            tempat=item.tempat,
            kim=summary.nama,
            url=summary.url + item.path,
        )
        for summary, item in network.coming()
    ]
    rows.sort(key=lambda row: (row.mulai.hari, row.mulai.jam or time.min, row.path))
    out.listing(
        "agenda/",
        "provinsi/agenda.html",
        out._("Agenda"),
        rows,
        changed=lambda _row: None,
        per_page=MANY_PER_PAGE,
    )
    out.result.files["agenda.ics"] = write_calendar(
        (
            Happening(
                address=row.url,
                title=row.judul,
                start=row.mulai,
                end=None,
                place=f"{row.tempat}, {row.kim}",
            )
            for row in rows
        ),
        name=out.situs.nama,
        zone=out.zone,
    )
