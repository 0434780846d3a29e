"""Puts pages into a site's result: one way for KIM, kabupaten and province."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from sitegen.i18n import catalogue
from sitegen.site import feeds
from sitegen.site.contract import SiteResult
from sitegen.site.feeds import FeedItem
from sitegen.site.links import root_of
from sitegen.site.theme import Theme
from sitegen.site.views import DaftarView, EntriView, Foto, HalamanView, SitusView, Tautan

T = TypeVar("T")
PER_PAGE = 12


@dataclass(slots=True)
class Renderer:
    """Renders the pages of one site and remembers their addresses."""

    theme: Theme
    situs: SitusView
    result: SiteResult
    indexed: list[tuple[str, date | None]] = field(default_factory=list)

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
        language: str = "",
        changed: date | None = None,
        indexed: bool = True,
    ) -> None:
        """Render a page at an address: a folder (``berita/``) or a file (``404.html``).

        Raises:
            ThemeFault: the template fails.
        """
        home = (Tautan(self._("Beranda"), ""),) if path else ()
        page = HalamanView(
            path=path,
            judul=title,
            deskripsi=description,
            bahasa=language or self.situs.bahasa,
            remah=(*self.situs.induk, *home, *trail),
            kanonik=self.situs.url + path,
            foto=photo,
            terindeks=indexed,
        )
        everywhere = path.endswith(".html")
        root = self.situs.url if everywhere else root_of(path)
        values = {"situs": self.situs, "halaman": page, "akar": root, **(context or {})}
        file = path if everywhere else f"{path}index.html"
        self.result.files[file] = self.theme.render(template, values).encode()
        self.result.pages += 1
        if indexed:
            self.indexed.append((path, changed))

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
    ) -> None:
        """Render a list over as many pages as it needs; the first stands at ``base``."""
        total = max(1, -(-len(items) // PER_PAGE))
        for number in range(1, total + 1):
            shown = tuple(items[(number - 1) * PER_PAGE : number * PER_PAGE])
            view = DaftarView(
                entri=shown,
                nomor=number,
                jumlah_halaman=total,
                jumlah=len(items),
                sebelumnya=_page_address(base, number - 1) if number > 1 else "",
                berikutnya=_page_address(base, number + 1) if number < total else "",
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

    def machine_files(self, items: Sequence[FeedItem], zone_offset: str) -> None:
        """Add the feed, the page for what is missing, the theme's files and robots."""
        situs, files = self.situs, self.result.files
        files["atom.xml"] = feeds.atom(
            title=situs.nama,
            url=situs.url,
            language=situs.bahasa,
            items=items,
            offset=zone_offset,
        )
        files["robots.txt"] = feeds.robots(situs.url)
        self.page("404.html", "umum/404.html", self._("Halaman tidak ditemukan"), indexed=False)
        files.update(self.theme.static)

    def sitemap(self) -> bytes:
        """Give the sitemap of the pages rendered so far."""
        return feeds.sitemap(self.situs.url, self.indexed)


def _page_address(base: str, number: int) -> str:
    return base if number == 1 else f"{base}halaman/{number}/"


def last_change(entry: EntriView) -> date | None:
    """Give the day an entry last changed."""
    days = [day for day in (entry.hari, entry.diperbarui) if day]
    return max(days, default=None)
