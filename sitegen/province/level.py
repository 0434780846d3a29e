"""What the sites of a kabupaten and of the province have in common."""

from collections.abc import Sequence
from dataclasses import replace

from sitegen.content.collection import Collection, in_force, read_collection
from sitegen.content.dates import BuildDate
from sitegen.content.register import Provinsi
from sitegen.province.search import render_search
from sitegen.province.summaries import Network, load_summaries
from sitegen.site.album import Album
from sitegen.site.contract import Files, Memo, SiteJob, SiteResult
from sitegen.site.entries import Composer, addresses_of
from sitegen.site.feeds import FeedItem
from sitegen.site.pages import render_entries
from sitegen.site.previews import Previews
from sitegen.site.redirects import add_redirects
from sitegen.site.render import Renderer, last_change
from sitegen.site.shelf import menu_pages
from sitegen.site.situs import colours, most_urgent, site_address, theme_of, zone_of
from sitegen.site.views import BagianPeta, EntriView, SitusView, Tautan

MOST_NAMED = 150
"""How many of a kind the map of pages names; lists lead to the rest."""

_SHARED = ("", "kim/", "aspirasi/", "aspirasi/musrenbang/", "agenda/", "siaran/", "cari/")
_SECTIONS = {
    "kabupaten": _SHARED,
    "provinsi": (*_SHARED, "berita/", "potensi/", "statistik/", "data/"),
}
"""Pages that a text may lead to besides other texts."""


class Level:
    """The build of one site above the KIM: its own siaran and pages, and the summaries below."""

    def __init__(
        self, job: SiteJob, files: Files, memo: Memo, provinsi: Provinsi, situs: SitusView
    ) -> None:
        self.job, self.provinsi = job, provinsi
        self.result = SiteResult()
        self.today = BuildDate(job.today)
        theme = theme_of(job, provinsi.bahasa, memo)
        palette = colours(theme, provinsi.warna)
        full = replace(situs, warna=palette.day, css=theme.style(palette), luring=provinsi.luring)
        register = job.kabupaten if job.site else job.provinsi
        self.out = Renderer(
            theme, full, self.result, memo, zone_of(provinsi), register or job.provinsi
        )
        self.collection: Collection = read_collection(
            (name for name in job.files if name.endswith(".md")),
            files.read,
            self.today,
            job.contacts,
            drafts=job.drafts,
        )
        self._compose(files, memo)
        summaries = load_summaries(job.summaries, files)
        cut = f"{job.site}/" if job.site else ""
        self.network = Network(summaries, cut, self.today, self.out._)
        self.out.photo_sizes = self.network.photo_sizes()

    def _compose(self, files: Files, memo: Memo) -> None:
        out, entries = self.out, self.collection.entries
        addresses = addresses_of(entries)
        album = Album(dict(self.job.files), files, memo, self.result.files)
        pages = frozenset((*addresses.values(), *_SECTIONS[self.job.level]))
        composer = Composer(
            album,
            out.theme,
            memo,
            addresses,
            pages,
            out.situs.bahasa,
            site_address(self.provinsi, ""),
        )
        views = composer.compose(entries)
        sender = self.provinsi.nama if self.job.level == "provinsi" else out.situs.nama
        self.siaran: Sequence[EntriView] = [
            replace(view, pengirim_siaran=sender) for view in views if view.jenis == "siaran"
        ]
        self.pages = [view for view in views if view.jenis == "halaman"]
        current = {entry.path for entry in entries if in_force(entry, self.today)}
        self.current = tuple(view for view in self.siaran if view.path in current)
        out.situs = replace(out.situs, mendesak=most_urgent(self.current))
        out.sources = {entry.path: entry.source.name for entry in entries}
        out.previews = Previews(
            out.situs, memo, self.result.files, album.shares, self.provinsi.kartu_bagikan
        )
        self.result.diagnostics += self.collection.findings + composer.findings + album.findings
        self.result.scheduled = self.collection.scheduled

    def use_menu(self, sections: Sequence[Tautan]) -> None:
        """Give the site its menu: the front page, sections, free pages that ask for it."""
        links = (Tautan(self.out._("Beranda"), ""), *sections, *menu_pages(self.pages))
        self.out.situs = replace(self.out.situs, menu=links)

    def siaran_list(self, template: str) -> None:
        """Render the list of all siaran, also of those no longer in force."""
        title = self.out._("Siaran")
        self.out.listing("siaran/", template, title, self.siaran, changed=last_change)

    def finish(self, feed: Sequence[FeedItem]) -> SiteResult:
        """Render the entries and the files for machines, and give the result."""
        out, result = self.out, self.result
        trail = (Tautan(out._("Siaran"), "siaran/"),)
        render_entries(out, self.siaran, "umum/siaran.html", trail)
        render_entries(out, self.pages, "umum/halaman.html", ())
        render_search(out, self.network, [*self.siaran, *self.pages])
        self._map()
        out.machine_files(feed)
        result.files["sitemap.xml"] = out.sitemap()
        result.diagnostics += add_redirects(out, self.collection.entries, self.job.below)
        result.valid_from, result.valid_until = self.today.valid_from, self.today.valid_until
        return result

    def _map(self) -> None:
        """Render the map of pages: the lists, the sites below, the level's own texts."""
        out = self.out
        sites = tuple(
            Tautan(card.nama, card.path) for card in self.network.kim_cards()[:MOST_NAMED]
        )
        texts = (*self.pages, *self.siaran)
        own = tuple(Tautan(view.judul, view.path) for view in texts[:MOST_NAMED])
        parts = (
            BagianPeta(Tautan(out._("Bagian"), ""), out.situs.menu, 0),
            BagianPeta(Tautan("KIM", "kim/"), sites, len(self.network.summaries)),
            BagianPeta(Tautan(out._("Halaman dan siaran"), ""), own, len(texts)),
        )
        shown = tuple(part for part in parts if part.tautan)
        out.page("peta-situs/", "umum/peta-situs.html", out._("Peta situs"), {"bagian": shown})
