"""Which pages a KIM site has, and what each shows."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median

from sitegen.content.choices import JENIS_POTENSI, LEVEL_KIM, STATUS_ASPIRASI
from sitegen.content.dates import BuildDate
from sitegen.content.names import slugify
from sitegen.content.register import Kim
from sitegen.content.types import TYPES, Agenda, Aspirasi, Halaman, Potensi
from sitegen.site.render import Renderer, last_change
from sitegen.site.views import EntriView, HitungAspirasi, Tautan

HOME_COUNTS = {"berita": 6, "potensi": 6, "aspirasi": 4, "klarifikasi": 2}
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


@dataclass(slots=True)
class KimPages:
    """Renders all pages of one KIM site."""

    out: Renderer
    kim: Kim
    kabupaten: str
    shelf: Shelf
    today: BuildDate

    def render(self) -> None:
        """Render them all.

        Raises:
            ThemeFault: a template fails.
        """
        self._home()
        self._profile()
        self._news()
        self._potensi()
        self._aspirasi()
        self._agenda()
        for jenis in ("pengumuman", "klarifikasi"):
            self._plain_list(jenis, self.shelf.by_type[jenis])
        self._plain_list("siaran", self.shelf.siaran)
        for jenis, views in self.shelf.by_type.items():
            self._entries(jenis, views)
        self._entries("siaran", self.shelf.siaran)

    def _home(self) -> None:
        shelf = self.shelf
        newest = {name: tuple(shelf.by_type[name][:n]) for name, n in HOME_COUNTS.items()}
        changes = [d for views in shelf.by_type.values() for v in views if (d := last_change(v))]
        self.out.page(
            "",
            "kim/beranda.html",
            self.kim.nama,
            {
                **newest,
                "kim": self.kim,
                "siaran": tuple(shelf.siaran[:3]),
                "agenda": tuple(shelf.coming[:4]),
                "pengumuman": tuple(shelf.notices[:4]),
                "hitung": self._counts(),
            },
            description=self.kim.tentang or self.kim.slogan or "",
            photo=self.out.situs.foto,
            changed=max(changes, default=None),
        )

    def _counts(self) -> HitungAspirasi:
        return count_aspirations(aspiration_steps(self.shelf.by_type["aspirasi"]), self.out._)

    def _profile(self) -> None:
        sk = self.kim.sk
        changes = [d for views in self.shelf.by_type.values() for v in views if (d := v.hari)]
        happened = [day for day in changes if self.today.reached(day)]
        self.out.page(
            "profil/",
            "kim/profil.html",
            self.out._("Profil"),
            {
                "kim": self.kim,
                "kabupaten": self.kabupaten,
                "level": self.out._(LEVEL_KIM[self.kim.level]),
                "sk_berakhir": bool(sk and sk.akhir and self.today.passed(sk.akhir)),
                "terakhir": max(happened, default=None),
            },
            description=self.kim.tentang or "",
        )

    def _news(self) -> None:
        news = self.shelf.by_type["berita"]
        title, template = self.out._("Berita"), "kim/berita-daftar.html"
        grouped: dict[str, list[EntriView]] = {}
        names: dict[str, str] = {}
        for view in news:
            if view.kategori:
                grouped.setdefault(view.kategori.path, []).append(view)
                names.setdefault(view.kategori.path, view.kategori.judul)
        categories = tuple(
            Tautan(names[path], path, jumlah=len(grouped[path]))
            for path in sorted(grouped, key=lambda path: names[path].casefold())
        )
        dated = [view for view in news if view.hari]
        years = [(year, list(g)) for year, g in groupby(dated, key=_year)]
        archive = tuple(Tautan(year, f"berita/arsip/{year}/", jumlah=len(v)) for year, v in years)
        shared = {"kategori": categories, "arsip": archive}
        self.out.listing(
            "berita/",
            template,
            title,
            news,
            changed=last_change,
            context={**shared, "terpilih": ""},
        )
        trail = (Tautan(title, "berita/"),)
        subsets = [(link, grouped[link.path]) for link in categories]
        subsets += [(link, views) for link, (_, views) in zip(archive, years, strict=True)]
        for link, views in subsets:
            self.out.listing(
                link.path,
                template,
                f"{title}: {link.judul}",
                views,
                changed=last_change,
                trail=trail,
                context={**shared, "terpilih": link.judul},
            )

    def _potensi(self) -> None:
        views = self.shelf.by_type["potensi"]
        title, template = self.out._("Potensi"), "kim/potensi-daftar.html"
        by_kind: dict[str, list[EntriView]] = {}
        for view in views:
            assert isinstance(view.data, Potensi)
            by_kind.setdefault(view.data.jenis, []).append(view)
        kinds = tuple(
            Tautan(self.out._(label), f"potensi/jenis/{slugify(kind)}/", len(by_kind[kind]), kind)
            for kind, label in JENIS_POTENSI.items()
            if kind in by_kind
        )
        context: dict[str, object] = {"jenis": kinds, "terpilih": ""}
        self.out.listing("potensi/", template, title, views, changed=last_change, context=context)
        for link in kinds:
            self.out.listing(
                link.path,
                template,
                f"{title}: {link.judul}",
                by_kind[link.kode],
                changed=last_change,
                trail=(Tautan(title, "potensi/"),),
                context={**context, "terpilih": link.judul},
            )

    def _aspirasi(self) -> None:
        self.out.listing(
            "aspirasi/",
            "kim/aspirasi-daftar.html",
            self.out._("Aspirasi"),
            self.shelf.by_type["aspirasi"],
            changed=last_change,
            context={"hitung": self._counts(), "kim": self.kim},
        )

    def _agenda(self) -> None:
        self.out.listing(
            "agenda/",
            "kim/agenda-daftar.html",
            self.out._("Agenda"),
            self.shelf.past,
            changed=last_change,
            context={"mendatang": tuple(self.shelf.coming)},
        )

    def _plain_list(self, jenis: str, views: Sequence[EntriView]) -> None:
        title = self.out._(TYPES[jenis].nama_jenis)
        self.out.listing(f"{jenis}/", "kim/daftar.html", title, views, changed=last_change)

    def _entries(self, jenis: str, views: Sequence[EntriView]) -> None:
        title = self.out._(TYPES[jenis].nama_jenis)
        trail = () if jenis == "halaman" else (Tautan(title, f"{jenis}/"),)
        render_entries(self.out, views, f"kim/{jenis}.html", trail)


def render_entries(
    out: Renderer, views: Sequence[EntriView], template: str, trail: tuple[Tautan, ...]
) -> None:
    """Render a page for each entry, with its neighbours, and the old addresses it keeps alive."""
    for number, view in enumerate(views):
        out.page(
            view.path,
            template,
            view.judul,
            {
                "entri": view,
                "sebelumnya": views[number + 1] if number + 1 < len(views) else None,
                "berikutnya": views[number - 1] if number else None,
            },
            description=view.ringkasan,
            trail=trail,
            photo=view.foto,
            language=view.bahasa,
            changed=last_change(view),
        )


def _year(view: EntriView) -> str:
    return str(view.hari.year) if view.hari else ""
