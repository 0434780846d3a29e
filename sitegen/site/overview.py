"""Pages that look over a whole KIM site: its photos, its topics, and the map of its pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.content.names import slugify
from sitegen.content.types import TYPES
from sitegen.site import search
from sitegen.site.render import Renderer, last_change
from sitegen.site.shelf import Shelf
from sitegen.site.views import BagianPeta, EntriView, FotoGaleri, Tautan

PHOTOS_PER_PAGE = 24
TITLES_PER_TYPE = 40
"""How many texts of a type the map of pages names; the lists lead to the rest."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A keyword that several texts share, and the texts."""

    link: Tautan
    views: tuple[EntriView, ...]


def link_topics(views: Sequence[EntriView]) -> tuple[list[EntriView], list[Topic]]:
    """Turn the keywords of texts into links.

    A keyword of a single text gets no page: it would show nothing but that text again.
    """
    names: dict[str, str] = {}
    found: dict[str, list[int]] = {}
    for number, view in enumerate(views):
        for name in view.data.topik:
            if slug := slugify(name):
                names.setdefault(slug, name)
                if number not in found.setdefault(slug, []):
                    found[slug].append(number)
    links = {
        slug: Tautan(names[slug], f"topik/{slug}/", len(numbers))
        for slug, numbers in found.items()
        if len(numbers) > 1
    }
    linked = [
        replace(view, topik=tuple(links.get(slugify(n), Tautan(n, "")) for n in view.data.topik))
        for view in views
    ]
    topics = [
        Topic(links[slug], tuple(linked[number] for number in found[slug]))
        for slug in sorted(links, key=lambda slug: names[slug].casefold())
    ]
    return linked, topics


def render_topics(out: Renderer, topics: Sequence[Topic]) -> None:
    """Render the list of topics and a list of texts for each."""
    title = out._("Topik")
    links = tuple(topic.link for topic in topics)
    out.page("topik/", "kim/topik.html", title, {"topik": links})
    for topic in topics:
        out.listing(
            topic.link.path,
            "kim/topik-daftar.html",
            f"{title}: {topic.link.judul}",
            topic.views,
            changed=last_change,
            trail=(Tautan(title, "topik/"),),
        )


def render_gallery(out: Renderer, views: Sequence[EntriView]) -> None:
    """Render all photos of the site, those of the newest texts first."""
    photos = [
        FotoGaleri(photo, Tautan(view.judul, view.path), view.hari)
        for view in views
        for photo in (view.foto, *view.galeri, view.foto_jawaban)
        if photo
    ]
    out.listing(
        "galeri/",
        "kim/galeri.html",
        out._("Galeri"),
        photos,
        changed=lambda photo: photo.hari,
        per_page=PHOTOS_PER_PAGE,
    )


def render_search(out: Renderer, shelf: Shelf) -> None:
    """Render the search page and the index it reads."""
    labels = {name: out._(declared.nama_jenis) for name, declared in TYPES.items()}
    views = [view for views in shelf.by_type.values() for view in views]
    data = search.script(search.records_of([*views, *shelf.siaran], labels))
    address = search.script_address("indeks", data)
    out.result.files[address] = data
    out.page("cari/", "umum/cari.html", out._("Cari"), {"indeks": (address,), "susulan": ()})


def render_map(out: Renderer, shelf: Shelf, groups: Sequence[BagianPeta]) -> None:
    """Render the map of the site's pages: every list, and the newest texts of each type."""
    sections = [
        BagianPeta(
            Tautan(out._(TYPES[jenis].nama_jenis), f"{jenis}/" if jenis != "halaman" else ""),
            tuple(Tautan(view.judul, view.path) for view in views[:TITLES_PER_TYPE]),
            len(views),
        )
        for jenis, views in {**shelf.by_type, "siaran": shelf.siaran}.items()
        if views
    ]
    out.page(
        "peta-situs/",
        "umum/peta-situs.html",
        out._("Peta situs"),
        {"bagian": (*sections, *(group for group in groups if group.tautan))},
    )
