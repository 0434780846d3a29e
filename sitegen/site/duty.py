"""How an aspirasi stands against the days that its addressee has."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.content.dates import BuildDate
from sitegen.content.types import Aspirasi
from sitegen.content.workdays import DUTY, USUAL, due_day, working_days
from sitegen.site.render import Renderer
from sitegen.site.shelf import CLOSED
from sitegen.site.views import BarisAspirasi, EntriView, Tautan, Tenggat

ROWS_OF_A_SHEET = 40
"""Aspirations on one sheet for musrenbang: two to three printed pages."""


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


def open_rows(views: Iterable[EntriView], kim: str, kabupaten: str) -> tuple[BarisAspirasi, ...]:
    """Give the aspirations of a KIM that wait for an answer, the longest waiting first."""
    rows = []
    for view in views:
        data, due = view.data, view.tenggat
        if not isinstance(data, Aspirasi) or due is None or due.dijawab:
            continue
        rows.append(
            BarisAspirasi(
                nomor=data.nomor,
                judul=view.judul,
                path=view.path,
                kim=kim,
                kim_path="",
                kabupaten=kabupaten,
                diterima=data.tanggal,
                kategori=view.kategori.judul if view.kategori else "",
                status=data.status,
                kepada=addressee(data),
                tenggat=due.batas,
                dijawab=None,
                hari_kerja=None,
                lewat=due.lewat,
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.diterima, row.path)))


def render_sheet(out: Renderer, waiting: Sequence[BarisAspirasi]) -> None:
    """Render the aspirations that wait as sheets to print for musrenbang."""
    out.listing(
        "aspirasi/musrenbang/",
        "umum/musrenbang.html",
        out._("Daftar aspirasi untuk musrenbang"),
        waiting,
        changed=lambda _row: None,
        trail=(Tautan(out._("Aspirasi"), "aspirasi/"),),
        per_page=ROWS_OF_A_SHEET,
    )


def addressee(data: Aspirasi) -> str:
    """Give whom an aspirasi was last passed on to."""
    return next((step.kepada for step in reversed(data.riwayat) if step.kepada), "")
