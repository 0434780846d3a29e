"""Which pages a KIM site has, and what each shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sitegen.content.choices import JENIS_POTENSI, LEVEL_KIM, STATUS_ASPIRASI
from sitegen.content.dates import BuildDate
from sitegen.content.names import slugify
from sitegen.content.register import Kim
from sitegen.content.types import TYPES, Aspirasi, Potensi
from sitegen.site.calendar import calendar
from sitegen.site.duty import open_rows, render_sheet
from sitegen.site.overview import Topic, render_gallery, render_map, render_search, render_topics
from sitegen.site.render import Renderer, last_change
from sitegen.site.shelf import Shelf, aspiration_steps, count_aspirations
from sitegen.site.views import BagianPeta, EntriView, HitungAspirasi, Tautan

HOME_COUNTS = {"berita": 6, "potensi": 6, "aspirasi": 4, "klarifikasi": 2}


@dataclass(slots=True)
class KimPages:
    """Renders all pages of one KIM site."""

    out: Renderer
    kim: Kim
    kabupaten: str
    shelf: Shelf
    topics: Sequence[Topic]
    today: BuildDate
    categories: tuple[Tautan, ...] = ()

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
        dated = [view for name, views in self.shelf.by_type.items() for view in views]
        render_gallery(self.out, sorted(dated, key=_newest_first))
        render_topics(self.out, self.topics)
        render_search(self.out, self.shelf)
        topics = tuple(topic.link for topic in self.topics)
        render_map(
            self.out,
            self.shelf,
            (
                BagianPeta(Tautan(self.out._("Kategori berita"), "berita/"), self.categories, 0),
                BagianPeta(Tautan(self.out._("Topik"), "topik/"), topics, 0),
            ),
        )

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
        self.categories = categories = tuple(
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
        """Render the ledger, a list for each status, and the sheet for musrenbang."""
        out, views = self.out, self.shelf.by_type["aspirasi"]
        title = out._("Aspirasi")
        by_status: dict[str, list[EntriView]] = {}
        for view in views:
            assert isinstance(view.data, Aspirasi)
            by_status.setdefault(view.data.status, []).append(view)
        links = tuple(
            Tautan(out._(label), f"aspirasi/status/{status}/", len(by_status[status]), status)
            for status, label in STATUS_ASPIRASI.items()
            if status in by_status
        )
        subsets = [(Tautan(title, "aspirasi/"), views)]
        subsets += [(link, by_status[link.kode]) for link in links]
        for link, shown in subsets:
            out.listing(
                link.path,
                "kim/aspirasi-daftar.html",
                f"{title}: {link.judul}" if link.kode else title,
                shown,
                changed=last_change,
                trail=(Tautan(title, "aspirasi/"),) if link.kode else (),
                context={
                    "hitung": self._counts(),
                    "kim": self.kim,
                    "status": links,
                    "terpilih": link.judul if link.kode else "",
                },
            )
        render_sheet(out, open_rows(views, self.kim.nama, self.kabupaten))

    def _agenda(self) -> None:
        agenda = self.shelf.by_type["agenda"]
        files, url, zone = self.out.result.files, self.out.situs.url, self.out.zone
        files["agenda.ics"] = calendar(agenda, name=self.kim.nama, url=url, zone=zone)
        for view in self.shelf.coming:
            event = calendar([view], name=view.judul, url=url, zone=zone)
            files[f"{view.path}agenda.ics"] = event
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
        coming = frozenset(view.path for view in self.shelf.coming)
        render_entries(self.out, views, f"kim/{jenis}.html", trail, coming)


def render_entries(
    out: Renderer,
    views: Sequence[EntriView],
    template: str,
    trail: tuple[Tautan, ...],
    coming: frozenset[str] = frozenset(),
) -> None:
    """Render a page for each entry, with its neighbours; ``coming`` holds what is still ahead."""
    for number, view in enumerate(views):
        out.page(
            view.path,
            template,
            view.judul,
            {
                "entri": view,
                "mendatang": view.path in coming,
                "sebelumnya": views[number + 1] if number + 1 < len(views) else None,
                "berikutnya": views[number - 1] if number else None,
            },
            description=view.ringkasan,
            trail=trail,
            photo=view.foto,
            entry=view,
            changed=last_change(view),
        )


def _year(view: EntriView) -> str:
    return str(view.hari.year) if view.hari else ""


def _newest_first(view: EntriView) -> tuple[int, str]:
    return -(view.hari.toordinal() if view.hari else 0), view.path
