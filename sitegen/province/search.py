"""What the province's and a kabupaten's search page finds: first the KIM, then all their texts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sitegen.content.types import TYPES
from sitegen.province.summaries import Network
from sitegen.site import search
from sitegen.site.render import Renderer
from sitegen.site.search import SearchRecord
from sitegen.site.summary import Ringkasan
from sitegen.site.views import EntriView


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
    parts: defaultdict[str, list[SearchRecord]] = defaultdict(list)
    for summary in network.summaries:
        parts[summary.situs.partition("/")[0]] += _texts(summary, network, labels)
    later = []
    size = 0
    for name, records in sorted(parts.items()):
        data = search.script(records)
        later.append(search.script_address(name, data))
        out.result.files[later[-1]] = data
        size += len(data)
    context = {"indeks": (address,), "susulan": tuple(later), "ukuran_susulan": -(-size // 3072)}
    out.page("cari/", "umum/cari.html", out._("Cari"), context)


def _texts(summary: Ringkasan, network: Network, labels: dict[str, str]) -> Iterable[SearchRecord]:
    for jenis, entries in (("berita", summary.berita), ("potensi", summary.potensi)):
        for entry in entries:
            address = network.address(summary, entry.path)
            label = f"{labels[jenis]} · {summary.nama}"
            yield SearchRecord(address, entry.judul, label, entry.tanggal, entry.ringkasan)
    for item in summary.aspirasi:
        address = network.address(summary, item.path)
        label = f"{labels['aspirasi']} · {summary.nama}"
        yield SearchRecord(address, item.judul, label, item.tanggal, item.kategori)
