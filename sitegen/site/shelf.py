"""The entries of a site sorted to their shelves, and what is counted and linked from them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from sitegen.content.choices import STATUS_ASPIRASI
from sitegen.content.dates import BuildDate
from sitegen.content.types import TYPES, Agenda, Aspirasi, Halaman
from sitegen.site.views import EntriView, HitungAspirasi, Tautan

CLOSED = ("selesai", "ditolak")


@dataclass(slots=True)
class Shelf:
    """The views of a site by type, newest first; agenda and notices parted by the build date."""

    by_type: Mapping[str, Sequence[EntriView]]
    coming: Sequence[EntriView]
    past: Sequence[EntriView]
    notices: Sequence[EntriView]
    siaran: Sequence[EntriView]


def shelve(
    views: Iterable[EntriView],
    siaran: Sequence[EntriView],
    today: BuildDate,
    in_force: Callable[[EntriView], bool],
) -> Shelf:
    """Sort views to their shelves; an agenda counts as past on the day after its last."""
    by_type: dict[str, list[EntriView]] = {name: [] for name in TYPES}
    for view in views:
        by_type[view.jenis].append(view)
    coming: list[EntriView] = []
    past: list[EntriView] = []
    for view in by_type["agenda"]:
        assert isinstance(view.data, Agenda)
        (past if today.passed(view.data.hari_akhir) else coming).append(view)
    return Shelf(
        by_type=by_type,
        coming=coming[::-1],
        past=past,
        notices=[view for view in by_type["pengumuman"] if in_force(view)],
        siaran=siaran,
    )


def menu(shelf: Shelf, translate: Callable[[str], str]) -> tuple[Tautan, ...]:
    """Give the site's menu: what every site has, then what this one has."""
    links = [Tautan(translate("Beranda"), ""), Tautan(translate("Profil"), "profil/")]
    always = ("berita", "potensi", "aspirasi", "agenda")
    for jenis in (*always, "pengumuman", "klarifikasi"):
        if jenis in always or shelf.by_type[jenis]:
            links.append(Tautan(translate(TYPES[jenis].nama_jenis), f"{jenis}/"))
    if shelf.siaran:
        links.append(Tautan(translate("Siaran"), "siaran/"))
    return (*links, *menu_pages(shelf.by_type["halaman"]))


def menu_pages(pages: Iterable[EntriView]) -> Iterator[Tautan]:
    """Yield the free pages that ask for a place in the menu, by address."""
    for view in sorted(pages, key=lambda v: v.path):
        if isinstance(view.data, Halaman) and view.data.menu:
            yield Tautan(view.data.judul_menu or view.judul, view.path)


def count_aspirations(
    steps: Iterable[tuple[str, date, date]], translate: Callable[[str], str]
) -> HitungAspirasi:
    """Count aspirations given as (status, day received, day of the status)."""
    known = list(steps)
    by_status = Counter(status for status, _, _ in known)
    closed = [(end - start).days for status, start, end in known if status in CLOSED]
    return HitungAspirasi(
        diterima=len(known),
        selesai=by_status["selesai"],
        ditolak=by_status["ditolak"],
        berjalan=sum(n for status, n in by_status.items() if status not in CLOSED),
        per_status=tuple(
            Tautan(translate(label), "", jumlah=by_status[code], kode=code)
            for code, label in STATUS_ASPIRASI.items()
            if by_status[code]
        ),
        median_hari=round(median(closed)) if closed else None,
    )


def aspiration_steps(views: Iterable[EntriView]) -> list[tuple[str, date, date]]:
    """Give the status, the day received and the day of the status of each aspirasi."""
    steps = []
    for view in views:
        data = view.data
        if isinstance(data, Aspirasi):
            last = data.riwayat[-1].tanggal if data.riwayat else data.tanggal
            steps.append((data.status, data.tanggal, max(last, data.tanggal)))
    return steps
