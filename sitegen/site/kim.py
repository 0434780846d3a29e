"""Builds the site of one KIM: read, compose, render, sum up."""

from dataclasses import dataclass, replace

from sitegen.content.choices import JENIS_TULISAN
from sitegen.content.collection import Collection, in_force, read_collection
from sitegen.content.dates import BuildDate
from sitegen.content.legality import legality
from sitegen.content.places import Register
from sitegen.content.reader import read_kim
from sitegen.content.register import Kabupaten, Kim, Provinsi
from sitegen.site.album import Album
from sitegen.site.contract import Files, Memo, SiteJob, SiteResult
from sitegen.site.duty import with_duty
from sitegen.site.entries import Composer, addresses_of
from sitegen.site.feeds import FeedItem, feed_item
from sitegen.site.overview import Topic, link_topics
from sitegen.site.pages import KimPages
from sitegen.site.previews import Previews
from sitegen.site.redirects import add_redirects
from sitegen.site.relations import (
    link_duplicates,
    link_replies,
    link_translations,
    unknown_relations,
)
from sitegen.site.render import Renderer
from sitegen.site.shelf import Shelf, menu, shelve
from sitegen.site.siaran import read_siaran
from sitegen.site.situs import (
    colours,
    kabupaten_of,
    most_urgent,
    province_of,
    site_address,
    theme_of,
    zone_of,
)
from sitegen.site.summarise import summarise
from sitegen.site.views import EntriView, Foto, SitusView, Tautan


@dataclass(slots=True)
class KimSite:
    """A KIM with its texts as pages show them, before any page is rendered."""

    kim: Kim
    kabupaten: Kabupaten
    collection: Collection
    views: list[EntriView]
    topics: list[Topic]
    shelf: Shelf
    out: Renderer
    today: BuildDate


def build_kim(job: SiteJob, files: Files, memo: Memo) -> SiteResult:
    """Make every file of a KIM site and its summary.

    A result without files means that the KIM cannot be built; its diagnostics say why.

    Raises:
        ThemeFault: a template fails.
    """
    result = SiteResult()
    site = open_kim(job, files, memo, result)
    if site is None:
        return result
    out, kim, today = site.out, site.kim, site.today
    KimPages(out, kim, site.kabupaten.nama, site.shelf, site.topics, today).render()
    out.machine_files(_feed(site.views, out.situs.url))
    result.files["sitemap.xml"] = out.sitemap()
    result.diagnostics += add_redirects(out, site.collection.entries)
    summary = summarise(job.site, out.situs.url, kim, site.kabupaten, site.views, today)
    result.summary = summary.to_json()
    result.files["kim.json"] = result.summary
    result.valid_from, result.valid_until = today.valid_from, today.valid_until
    return result


def open_kim(job: SiteJob, files: Files, memo: Memo, result: SiteResult) -> KimSite | None:
    """Read a KIM and its texts, and prepare what renders them; findings go to ``result``.

    Gives ``None`` where the register of the KIM cannot be read.

    Raises:
        ThemeFault: the theme cannot be used.
    """
    today = BuildDate(job.today)
    name = f"content/{job.site}/kim.yml"
    register = Register(name, files.read(name))
    kim, findings = read_kim(name, register.data, job.contacts)
    result.diagnostics += findings
    if kim is None:
        return None
    provinsi = province_of(job, files)
    kabupaten = kabupaten_of(job.site.partition("/")[0], job.kabupaten, files, provinsi)
    collection = read_collection(
        (name for name in job.files if name.endswith(".md")),
        files.read,
        today,
        job.contacts,
        drafts=job.drafts,
    )
    result.diagnostics += collection.findings
    result.scheduled = collection.scheduled
    for advice in legality(kim, today):
        result.diagnostics.append(register.diagnose(advice.code, advice.field, **advice.params))

    theme = theme_of(job, kim.bahasa or provinsi.bahasa, memo)
    album = Album({**job.siaran, **job.files}, files, memo, result.files)
    addresses = addresses_of(collection.entries)
    pages = frozenset((*addresses.values(), *_LISTS, ""))
    composer = Composer(
        album, theme, memo, addresses, pages, provinsi.bahasa, site_address(provinsi, "")
    )
    composed = composer.compose(collection.entries)
    # What is not shown yet is checked all the same; its photos stay out of the site.
    unseen = Album(album.digests, files, memo, {})
    waiting = replace(composer, album=unseen, findings=[])
    waiting.compose(collection.hidden)
    views, topics = link_topics([with_duty(view, today) for view in composed])
    views = link_duplicates(link_translations(views, addresses, collection.entries))
    by_path = {entry.path: entry for entry in collection.entries}
    siaran = link_replies(read_siaran(job, files, today, composer, provinsi, kabupaten), views)
    shelf = shelve(views, siaran, today, lambda view: in_force(by_path[view.path], today))

    situs = replace(_situs(job, kim, kabupaten, provinsi), mendesak=most_urgent(siaran))
    out = Renderer(theme, situs, result, memo, zone_of(provinsi), name)
    out.situs = _decorate(out, kim, album, register, menu(shelf, out._), provinsi)
    out.sources = {entry.path: entry.source.name for entry in collection.entries}
    out.previews = Previews(out.situs, memo, result.files, album.shares, provinsi.kartu_bagikan)
    result.diagnostics += unknown_relations(collection.entries, job.siaran)
    result.diagnostics += composer.findings + album.findings
    result.diagnostics += waiting.findings + unseen.findings
    return KimSite(kim, kabupaten, collection, views, topics, shelf, out, today)


_LISTS = tuple(
    f"{name}/"
    for name in (*JENIS_TULISAN, "profil", "galeri", "topik", "peta-situs", "cari")
    if name != "halaman"
)


def _situs(job: SiteJob, kim: Kim, kabupaten: Kabupaten, provinsi: Provinsi) -> SitusView:
    own = job.own
    place = [kim.desa, kim.kecamatan, kabupaten.nama]
    upward = (
        Tautan(provinsi.nama, site_address(provinsi, "") if own else "../../"),
        Tautan(kabupaten.nama, site_address(provinsi, job.site.split("/")[0]) if own else "../"),
    )
    return SitusView(
        tingkat="kim",
        nama=kim.nama,
        url=own or site_address(provinsi, job.site),
        bahasa=kim.bahasa or provinsi.bahasa,
        slogan=kim.slogan or "",
        slogan_bahasa=kim.slogan_bahasa or "",
        tentang=kim.tentang or "",
        wilayah=", ".join(part for part in place if part),
        induk=upward,
        kontak=kim.kontak,
        media_sosial=kim.media_sosial,
        diskominfo=provinsi.kontak,
        luring=provinsi.luring,
    )


def _decorate(
    out: Renderer,
    kim: Kim,
    album: Album,
    register: Register,
    links: tuple[Tautan, ...],
    provinsi: Provinsi,
) -> SitusView:
    """Add what the site shows on every page: menu, colours, logo and cover."""
    folder = register.name.rpartition("/")[0]
    palette = colours(out.theme, provinsi.warna, kim.warna)
    chosen = kim.warna.model_dump() if kim.warna else {}
    out.result.diagnostics += [
        register.diagnose("warna-pudar", f"warna.{token}", warna=chosen[token], pengganti=used)
        for token, used in palette.adjusted.items()
        if chosen.get(token)
    ]

    def photo(field: str, name: str | None, alt: str) -> Foto | None:
        if not name:
            return None
        place = register.diagnose("foto-hilang", field, nama=name)
        return album.photo(name, folder, alt, "", place)

    return replace(
        out.situs,
        menu=links,
        warna=palette.day,
        css=out.theme.style(palette),
        logo=photo("logo", kim.logo, f"Logo {kim.nama}"),
        foto=photo("foto", kim.foto, kim.alt_foto or ""),
    )


def _feed(views: list[EntriView], url: str) -> list[FeedItem]:
    """Give what the feed carries: dated texts, newest first."""
    return [feed_item(view, url) for view in views if view.jenis not in ("halaman", "agenda")]
