"""How an aspirasi stands against the days that its addressee has."""

from dataclasses import replace

from sitegen.content.dates import BuildDate
from sitegen.content.types import Aspirasi
from sitegen.content.workdays import DUTY, USUAL, due_day, working_days
from sitegen.site.shelf import CLOSED
from sitegen.site.views import EntriView, Tenggat


def with_duty(view: EntriView, today: BuildDate) -> EntriView:
    """Add to an aspirasi when its answer is due; other entries stay as they are.

    An answer or a final status ends the count. What changes by the day alone is only whether the
    due day is past, so that a site is not built again every morning.
    """
    data = view.data
    if not isinstance(data, Aspirasi):
        return view
    duty = DUTY[data.sifat or USUAL[data.jenis]]
    due = due_day(data.tanggal, duty)
    ends = [step.tanggal for step in data.riwayat if step.status in CLOSED]
    if data.jawaban:
        ends.append(data.jawaban.tanggal)
    ended = max(min(ends), data.tanggal) if ends else None
    return replace(
        view,
        tenggat=Tenggat(
            batas=due,
            hari_kerja=duty,
            lewat=ended > due if ended else today.passed(due),
            dijawab=ended,
            dipakai=working_days(data.tanggal, ended) if ended else None,
        ),
    )
