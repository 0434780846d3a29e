"""Puts pages into a site's result: one way for KIM, kabupaten and province."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timezone
from typing import TypeVar

from markupsafe import Markup

from sitegen.diagnostics import diagnose
from sitegen.i18n import catalogue
from sitegen.site import feeds
from sitegen.site.app import app_files
from sitegen.site.contract import Memo, SiteResult
from sitegen.site.feeds import FeedItem
from sitegen.site.lazy import LazyMarkup
from sitegen.site.links import root_of
from sitegen.site.meaning import Subject, to_json
from sitegen.site.previews import QR_RECIPE, Previews, qr_code
from sitegen.site.theme import Theme
from sitegen.site.views import DaftarView, EntriView, Foto, HalamanView, SitusView, Tautan
from sitegen.site.weight import Scale, kilobytes

T = TypeVar("T")
PER_PAGE = 12
_LEAP = 10
WEIGHT_MARK = "\ue000"
"""Stands for the weight of a page, in kilobytes, until it is known."""


@dataclass(slots=True)
class Renderer:
    """Renders the pages of one site and remembers their addresses."""

    theme: Theme
    situs: SitusView
    result: SiteResult
    memo: Memo
    zone: timezone
    register: str
    """The file that findings about pages without a source are reported at."""
    previews: Previews | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    """The file of each entry by its address."""
    photo_sizes: Mapping[str, int] = field(default_factory=dict)
    """The bytes of photos that lie in other sites, by address."""
    indexed: list[tuple[str, date | None]] = field(default_factory=list)
    _scale: Scale | None = None

    def _(self, message: str) -> str:
        """Translate a message to the language of the pages."""
        return catalogue(self.situs.bahasa).gettext(message)

    def page(
        self,
        path: str,
        template: str,
        title: str,
        context: Mapping[str, object] | None = None,
        *,
        description: str = "",
        trail: Sequence[Tautan] = (),
        photo: Foto | None = None,
        entry: EntriView | None = None,
        changed: date | None = None,
        indexed: bool = True,
    ) -> None:
        """Render a page at an address: a folder (``berita/``) or a file (``404.html``).

        ``photo`` is shown beside a link to the page; ``entry`` is what the page is about.

        Raises:
            ThemeFault: the template fails.
        """
        home = (Tautan(self._("Beranda"), ""),) if path else ()
        url = self.situs.url + path
        picture, meaning = "", Markup()
        if indexed:
            picture = self._preview(title if entry else "", photo)
            meaning = self._meaning(url, picture, entry, (*home, *trail), title)
        page = HalamanView(
            path=path,
            judul=title,
            deskripsi=description,
            bahasa=entry.bahasa if entry else self.situs.bahasa,
            remah=(*self.situs.induk, *home, *trail),
            kanonik=url,
            gambar=picture,
            gambar_alt=photo.alt if photo else title,
            data=meaning,
            qr=LazyMarkup(lambda: self.qr(url)) if entry else Markup(),
            berat=WEIGHT_MARK,
            terindeks=indexed,
        )
        everywhere = path.endswith(".html")
        root = self.situs.url if everywhere else root_of(path)
        values = {"situs": self.situs, "halaman": page, "akar": root, **(context or {})}
        file = path if everywhere else f"{path}index.html"
        markup = self.theme.render(template, values)
        self.result.files[file] = self._weighed(path, markup).encode()
        self.result.pages += 1
        if indexed:
            self.indexed.append((path, changed))

    def _weighed(self, path: str, markup: str) -> str:
        """Tell the reader what the page weighs, and the officer where it is too much."""
        if self._scale is None or self._scale.style != str(self.situs.css):
            self._scale = Scale(str(self.situs.css), self.result.files, self.photo_sizes)
        weight = self._scale.weigh(markup)
        if excess := weight.excess(front=not path):
            self.result.diagnostics.append(
                diagnose(
                    "halaman-berat",
                    self.sources.get(path, self.register),
                    halaman=path or "/",
                    berat=kilobytes(excess[0]),
                    batas=kilobytes(excess[1]),
                    teks=kilobytes(weight.text),
                    gaya=kilobytes(weight.style),
                    foto=kilobytes(weight.eager + weight.lazy),
                )
            )
        return markup.replace(WEIGHT_MARK, str(kilobytes(weight.total)))

    def _preview(self, title: str, photo: Foto | None) -> str:
        return self.previews.address(title, photo) if self.previews else ""

    def _meaning(
        self,
        url: str,
        picture: str,
        entry: EntriView | None,
        trail: Sequence[Tautan],
        title: str,
    ) -> Markup:
        image = self.situs.url + picture if picture else ""
        subject = Subject(self.situs, url, image, offset_of(self.zone))
        nodes = subject.of_entry(entry) if entry else []
        nodes.append(subject.breadcrumb(trail, title) if trail else subject.organization())
        return to_json(nodes)

    def qr(self, url: str) -> Markup:
        """Give an address as a QR code, remembered."""
        return Markup(self.memo.text(f"qr:{QR_RECIPE}:{url}", lambda: qr_code(url)))  # noqa: S704

    def listing(
        self,
        base: str,
        template: str,
        title: str,
        items: Sequence[T],
        *,
        changed: Callable[[T], date | None],
        trail: tuple[Tautan, ...] = (),
        context: Mapping[str, object] | None = None,
        per_page: int = PER_PAGE,
    ) -> None:
        """Render a list over as many pages as it needs; the first stands at ``base``."""
        total = max(1, -(-len(items) // per_page))
        for number in range(1, total + 1):
            shown = tuple(items[(number - 1) * per_page : number * per_page])
            view = DaftarView(
                entri=shown,
                nomor=number,
                jumlah_halaman=total,
                jumlah=len(items),
                sebelumnya=_page_address(base, number - 1) if number > 1 else "",
                berikutnya=_page_address(base, number + 1) if number < total else "",
                lompat=_leaps(base, number, total),
            )
            name = self._("Halaman {nomor}").format(nomor=number)
            self.page(
                _page_address(base, number),
                template,
                title if number == 1 else f"{title} · {name}",
                {**(context or {}), "daftar": view},
                trail=trail if number == 1 else (*trail, Tautan(title, base)),
                changed=max((d for item in shown if (d := changed(item))), default=None),
            )

    def redirect(self, path: str, target: str) -> None:
        """Keep an old address alive with a page that leads on."""
        self.page(path, "umum/alih.html", self._("Dialihkan"), {"tujuan": target}, indexed=False)

    def machine_files(self, items: Sequence[FeedItem]) -> None:
        """Add the feeds, the page for what is missing, the theme's files and robots."""
        situs, files = self.situs, self.result.files
        for name, write in (("atom.xml", feeds.atom), ("feed.json", feeds.json_feed)):
            files[name] = write(
                title=situs.nama,
                url=situs.url,
                language=situs.bahasa,
                items=items,
                offset=offset_of(self.zone),
            )
        files["robots.txt"] = feeds.robots(situs.url)
        self.page("404.html", "umum/404.html", self._("Halaman tidak ditemukan"), indexed=False)
        files.update(self.theme.static)
        if self.situs.luring:
            files.update(app_files(self.situs))

    def sitemap(self) -> bytes:
        """Give the sitemap of the pages rendered so far."""
        return feeds.sitemap(self.situs.url, self.indexed)


def _page_address(base: str, number: int) -> str:
    return base if number == 1 else f"{base}halaman/{number}/"


def _leaps(base: str, number: int, total: int) -> tuple[Tautan, ...]:
    """Give links to pages that are not next to this one, so that long lists are passable."""
    wanted = sorted({1, number - _LEAP, number + _LEAP, total})
    return tuple(
        Tautan(str(page), _page_address(base, page))
        for page in wanted
        if 1 <= page <= total and abs(page - number) > 1
    )


def offset_of(zone: timezone) -> str:
    """Give the offset of a zone as ``+07:00``."""
    minutes = int(zone.utcoffset(None).total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def last_change(entry: EntriView) -> date | None:
    """Give the day an entry last changed."""
    days = [day for day in (entry.hari, entry.diperbarui) if day]
    return max(days, default=None)
