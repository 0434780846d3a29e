"""Which texts of a site belong to each other: the same wish twice, a reply to a broadcast."""

from collections.abc import Sequence
from dataclasses import replace

from sitegen.content.names import slugify, split_dated
from sitegen.content.types import Aspirasi, Berita
from sitegen.site.views import EntriView, Tautan


def link_duplicates(views: Sequence[EntriView]) -> list[EntriView]:
    """Link each aspirasi to the one that it names as the same."""
    numbered = {view.data.nomor: view for view in views if isinstance(view.data, Aspirasi)}

    def linked(view: EntriView) -> EntriView:
        data = view.data
        same = numbered.get(data.sama_dengan or "") if isinstance(data, Aspirasi) else None
        return replace(view, sama=Tautan(same.judul, same.path)) if same else view

    return [linked(view) for view in views]


def link_replies(siaran: Sequence[EntriView], views: Sequence[EntriView]) -> list[EntriView]:
    """Link each broadcast to the berita by which this KIM replies to it."""
    replies: dict[str, list[Tautan]] = {}
    for view in views:
        if isinstance(view.data, Berita) and view.data.tanggapan_siaran:
            named = view.data.tanggapan_siaran.rpartition("/")[2].removesuffix(".md")
            slug = slugify(split_dated(named)[1])
            replies.setdefault(slug, []).append(Tautan(view.judul, view.path))
    return [
        replace(view, tanggapan=tuple(replies.get(view.path.split("/")[1], ()))) for view in siaran
    ]
