"""What the province's and a kabupaten's search page finds: first the KIM, then all their texts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sitegen.content.types import TYPES
from sitegen.province.summaries import Network
from sitegen.site import search
from sitegen.site.render import Renderer
from sitegen.site.search import SearchRecord
from sitegen.site.summary import Ringkasan
from sitegen.site.views import BagianIndeks, EntriView

MOST_TEXTS = 3000
"""How many texts of a kabupaten are found from above it; its KIM find the older ones themselves."""
LIGHT = 300
"""Kilobytes of parts that are fetched all at once; heavier ones are chosen by kabupaten."""
_SHRINKS = 3
"""How many times smaller such a script is on its way, compressed."""


def render_search(out: Renderer, network: Network, own: Sequence[EntriView]) -> None:
    """Render the search page and its indexes.

    The register and the level's own texts come with the page. The texts of all KIM are many times
    as much, so they are parted by kabupaten and fetched when the reader asks for them.
    """
    labels = {name: out._(declared.nama_jenis) for name, declared in TYPES.items()}
    register = [
        SearchRecord(
            network.address(summary),
            summary.nama,
            f"KIM · {summary.kabupaten}",
            summary.terakhir,
            ", ".join(part for part in (summary.desa, summary.kecamatan) if part),
        )
        for summary in network.summaries
    ]
    first = search.script([*register, *search.records_of(own, labels)])
    address = search.script_address("indeks", first)
    out.result.files[address] = first
    later = _parts(out, network, labels)
    context = {"indeks": (address,), "susulan": _at_once(later)}
    out.page("cari/", "umum/cari.html", out._("Cari"), context)


def _parts(out: Renderer, network: Network, labels: dict[str, str]) -> list[BagianIndeks]:
    """Write the texts of each kabupaten, the newest of them, as a script of its own."""
    found: defaultdict[str, list[SearchRecord]] = defaultdict(list)
    names = {}
    for summary in network.summaries:
        folder = summary.situs.partition("/")[0]
        names[folder] = summary.kabupaten
        found[folder] += _texts(summary, labels, network)
    for summary, item in network.coming():
        label = f"{labels['agenda']} · {summary.nama}"
        where = network.address(summary, item.path)
        record = SearchRecord(where, item.judul, label, item.mulai, item.tempat)
        found[summary.situs.partition("/")[0]].append(record)
    parts = []
    for folder, records in sorted(found.items()):
        newest = sorted(records, key=lambda r: (-(r.day or date.min).toordinal(), r.path))
        data = search.script(newest[:MOST_TEXTS])
        address = search.script_address(folder, data)
        out.result.files[address] = data
        size = -(-len(data) // (_SHRINKS * 1024))
        parts.append(BagianIndeks(names[folder], (address,), size))
    return parts


def _at_once(parts: Sequence[BagianIndeks]) -> tuple[BagianIndeks, ...]:
    """Join parts that are light together to one without a name."""
    size = sum(part.ukuran for part in parts)
    if not parts or (len(parts) > 1 and size > LIGHT):
        return tuple(parts)
    return (BagianIndeks("", tuple(a for part in parts for a in part.alamat), size),)


def _texts(summary: Ringkasan, labels: dict[str, str], network: Network) -> Iterable[SearchRecord]:
    for jenis, entries in (("berita", summary.berita), ("potensi", summary.potensi)):
        for entry in entries:
            address = network.address(summary, entry.path)
            label = f"{labels[jenis]} · {summary.nama}"
            yield SearchRecord(address, entry.judul, label, entry.tanggal, entry.ringkasan)
    for item in summary.aspirasi:
        address = network.address(summary, item.path)
        label = f"{labels['aspirasi']} · {summary.nama}"
        yield SearchRecord(address, item.judul, label, item.tanggal, item.kategori)
