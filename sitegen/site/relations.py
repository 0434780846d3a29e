"""Which texts of a site belong to each other: the same wish twice, a reply to a broadcast."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sitegen.content.collection import locate
from sitegen.content.names import composed_name, slugify, split_dated
from sitegen.content.reader import Entry
from sitegen.content.types import Aspirasi, Berita
from sitegen.diagnostics import Diagnostic, suggestion
from sitegen.site.views import EntriView, Tautan


def link_duplicates(views: Sequence[EntriView]) -> list[EntriView]:
    """Link each aspirasi to the one that it names as the same."""
    numbered = {view.data.nomor: view for view in views if isinstance(view.data, Aspirasi)}

    def linked(view: EntriView) -> EntriView:
        data = view.data
        same = numbered.get(data.sama_dengan or "") if isinstance(data, Aspirasi) else None
        if same is None or same is view:
            return view
        return replace(view, sama=Tautan(same.judul, same.path))

    return [linked(view) for view in views]


def link_translations(
    views: Sequence[EntriView], addresses: Mapping[str, str], entries: Sequence[Entry]
) -> list[EntriView]:
    """Link each text to the one that says the same in another language.

    ``addresses`` is what :func:`~sitegen.site.entries.addresses_of` gives.
    """
    by_path = {view.path: view for view in views}
    folders = {entry.path: entry.folder for entry in entries}

    def linked(view: EntriView) -> EntriView:
        named = view.data.terjemahan
        name = _beside(folders[view.path], named) if named else ""
        other = by_path.get(addresses.get(name, ""))
        if other is None or other.bahasa == view.bahasa:
            return view
        return replace(view, terjemahan=Tautan(other.judul, other.path, kode=other.bahasa))

    return [linked(view) for view in views]


def link_replies(siaran: Sequence[EntriView], views: Sequence[EntriView]) -> list[EntriView]:
    """Link each broadcast to the berita by which this KIM replies to it."""
    replies: dict[str, list[Tautan]] = {}
    for view in views:
        if isinstance(view.data, Berita) and view.data.tanggapan_siaran:
            slug = _slug_of(view.data.tanggapan_siaran)
            replies.setdefault(slug, []).append(Tautan(view.judul, view.path))
    return [
        replace(view, tanggapan=tuple(replies.get(view.path.split("/")[1], ()))) for view in siaran
    ]


def unknown_relations(entries: Iterable[Entry], siaran: Iterable[str]) -> list[Diagnostic]:
    """Report names of other texts that lead nowhere; ``siaran`` holds the files aimed at the site.

    A broadcast that is no longer in force is known all the same.
    """
    known = list(entries)
    files = {composed_name(entry.source.name) for entry in known}
    numbered = {entry.data.nomor for entry in known if isinstance(entry.data, Aspirasi)}
    slugs = {_slug_of(name) for name in siaran if name.endswith(".md")}
    findings = []
    for entry in known:
        data = entry.data
        numbers = numbered - {data.nomor} if isinstance(data, Aspirasi) else numbered
        if isinstance(data, Aspirasi) and data.sama_dengan and data.sama_dengan not in numbers:
            findings.append(
                locate(
                    entry,
                    "nomor-asing",
                    data.sama_dengan,
                    field="sama_dengan",
                    nomor=data.sama_dengan,
                    saran=suggestion(data.sama_dengan, numbers),
                )
            )
        if data.terjemahan and _beside(entry.folder, data.terjemahan) not in files:
            findings.append(
                locate(
                    entry,
                    "tautan-putus",
                    data.terjemahan,
                    field="terjemahan",
                    alamat=data.terjemahan,
                    saran="",
                )
            )
        reply = data.tanggapan_siaran if isinstance(data, Berita) else None
        if reply and _slug_of(reply) not in slugs:
            findings.append(
                locate(
                    entry,
                    "siaran-asing",
                    reply,
                    field="tanggapan_siaran",
                    nama=reply,
                    saran=suggestion(_slug_of(reply), slugs),
                )
            )
    return findings


def _beside(folder: str, name: str) -> str:
    """Give the composed name of a file that a field names as seen from a folder."""
    return composed_name(posixpath.normpath(f"{folder}/{name}"))


def _slug_of(name: str) -> str:
    stem = name.rpartition("/")[2].removesuffix(".md")
    return slugify(split_dated(stem)[1])
