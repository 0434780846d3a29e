"""Summaries as the lists of the kabupaten and the province show them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sitegen.content.choices import JENIS_POTENSI, LEVEL_KIM, STATUS_ASPIRASI
from sitegen.content.dates import BuildDate
from sitegen.content.kinds import Harga
from sitegen.i18n import N_
from sitegen.site.contract import Files
from sitegen.site.feeds import FeedItem, feed_item
from sitegen.site.links import from_root
from sitegen.site.summary import (
    RingkasAgenda,
    Ringkasan,
    RingkasEntri,
    RingkasFoto,
    load_summary,
)
from sitegen.site.views import EntriView, Foto, KartuEntri, KartuKim, Varian

ACTIVE_DAYS = 45
"""A KIM counts as active for this long after its last entry; weekly to monthly is usual."""
SILENT_DAYS = 180
"""A KIM counts as silent from this long after its last entry."""
CLASSES = {"aktif": N_("Aktif"), "jarang": N_("Jarang"), "diam": N_("Diam")}
"""The classes of activity with their labels, the busiest first."""

ASPIRASI_LIMIT = 200
NEWS_LIMIT = 120
MANY_PER_PAGE = 24
"""How many items a page of a list over a whole network holds, so that thousands stay passable."""


@dataclass(slots=True)
class Network:
    """The summaries below a kabupaten or the province, sorted by site, as cards.

    ``cut`` is what a site's name begins with at this level: addresses are relative to the root of
    the kabupaten or the province.
    """

    summaries: Sequence[Ringkasan]
    cut: str
    today: BuildDate
    translate: Callable[[str], str]

    def address(self, summary: Ringkasan, path: str = "") -> str:
        """Give an address in a KIM's site as seen from this level's root."""
        own = not summary.url.endswith(f"/{summary.situs}/")
        return summary.url + path if own else self.beside(summary, path)

    def beside(self, summary: Ringkasan, path: str) -> str:
        """Give the address of a KIM's file as it lies below this level.

        Photos are shown from here also where the KIM is read on a host of its own: pages load
        nothing from other hosts.
        """
        return f"{summary.situs.removeprefix(self.cut)}/{path}"

    def kim_cards(self) -> list[KartuKim]:
        """Give a card for each KIM, by name."""
        cards = [
            KartuKim(
                nama=summary.nama,
                path=self.address(summary),
                kabupaten=summary.kabupaten,
                wilayah=", ".join(part for part in (summary.desa, summary.kecamatan) if part),
                level=self.translate(LEVEL_KIM[summary.level]),
                slogan=summary.slogan,
                jumlah=summary.jumlah,
                terakhir=summary.terakhir,
                kegiatan=self.activity(summary.terakhir),
            )
            for summary in self.summaries
        ]
        return sorted(cards, key=lambda card: (card.nama.casefold(), card.path))

    def activity(self, last: date | None) -> str:
        """Class a KIM by its last entry: ``aktif``, ``jarang`` or ``diam``."""
        if last is None or self.today.reached(last + timedelta(days=SILENT_DAYS)):
            return "diam"
        return "jarang" if self.today.reached(last + timedelta(days=ACTIVE_DAYS)) else "aktif"

    def photo_sizes(self) -> dict[str, int]:
        """Give the bytes of the photos that cards may show, by address."""
        return {
            self.beside(summary, path): size
            for summary in self.summaries
            for entry in (*summary.berita, *summary.potensi)
            if entry.foto
            for (path, _), size in zip(entry.foto.webp, entry.foto.berat, strict=False)
        }

    def news(self) -> list[KartuEntri]:
        """Give the newest berita of all KIM."""
        cards = [self._entry("berita", s, e, e.kelompok) for s in self.summaries for e in s.berita]
        return _newest(cards)[:NEWS_LIMIT]

    def raised(self, chosen: Iterable[str]) -> list[KartuEntri]:
        """Give the berita to show first: those that Diskominfo chose, then those put forward.

        ``chosen`` holds addresses as ``kapuas/kim-handep/berita/panen-raya``.
        """
        known = {
            f"{summary.situs}/{entry.path}".rstrip("/"): (
                self._entry("berita", summary, entry, entry.kelompok),
                entry.naik,
            )
            for summary in self.summaries
            for entry in summary.berita
        }
        wanted = [address.strip("/").removesuffix("/index.html") for address in chosen]
        first = [known[address][0] for address in wanted if address in known]
        rest = [card for card, raised in known.values() if raised and card not in first]
        return [*first, *_newest(rest)]

    def potensi(self) -> list[tuple[str, KartuEntri]]:
        """Give all potensi with their jenis, by title."""
        found = [
            (e.kelompok, self._entry("potensi", s, e, self.translate(JENIS_POTENSI[e.kelompok])))
            for s in self.summaries
            for e in s.potensi
        ]
        return sorted(found, key=lambda pair: (pair[1].judul.casefold(), pair[1].path))

    def aspirasi(self) -> list[KartuEntri]:
        """Give the newest aspirations of all KIM."""
        cards = [
            KartuEntri(
                jenis="aspirasi",
                judul=item.judul,
                path=self.address(summary, item.path),
                kim=summary.nama,
                kim_path=self.address(summary),
                kabupaten=summary.kabupaten,
                hari=item.tanggal,
                ringkasan="",
                kelompok=self.translate(STATUS_ASPIRASI[item.status]),
                kode=item.status,
            )
            for summary in self.summaries
            for item in summary.aspirasi
        ]
        return _newest(cards)[:ASPIRASI_LIMIT]

    def coming(self) -> Iterator[tuple[Ringkasan, RingkasAgenda]]:
        """Yield the agenda that is still ahead, with its KIM."""
        for summary in self.summaries:
            for item in summary.agenda:
                if not self.today.passed(item.sampai or item.mulai):
                    yield summary, item

    def aspiration_steps(self) -> list[tuple[str, date, date]]:
        """Give the status, the day received and the day of the status of each aspirasi."""
        return [
            (item.status, item.tanggal, item.tanggal_status)
            for summary in self.summaries
            for item in summary.aspirasi
        ]

    def feed(
        self, siaran: Iterable[EntriView], news: Iterable[KartuEntri], url: str
    ) -> list[FeedItem]:
        """Give what a feed at this level carries: its siaran and the news below, newest first."""
        items = [feed_item(view, url) for view in siaran]
        items += [
            FeedItem(
                url=from_root(card.path, url),
                title=f"{card.judul} · {card.kim}",
                published=card.hari,
                updated=card.hari,
                summary=card.ringkasan or card.judul,
                category=card.jenis,
            )
            for card in news
            if card.hari
        ]
        return sorted(items, key=lambda item: (-item.published.toordinal(), item.url))

    def _entry(self, jenis: str, summary: Ringkasan, entry: RingkasEntri, group: str) -> KartuEntri:
        return KartuEntri(
            jenis=jenis,
            judul=entry.judul,
            path=self.address(summary, entry.path),
            kim=summary.nama,
            kim_path=self.address(summary),
            kabupaten=summary.kabupaten,
            hari=entry.tanggal,
            ringkasan=entry.ringkasan,
            foto=self._photo(summary, entry.foto) if entry.foto else None,
            kelompok=group,
            harga=Harga(*entry.harga) if entry.harga else None,
            satuan=entry.satuan,
        )

    def _photo(self, summary: Ringkasan, photo: RingkasFoto) -> Foto:
        return Foto(
            webp=tuple(Varian(self.beside(summary, path), width) for path, width in photo.webp),
            jpeg=Varian(self.beside(summary, photo.jpeg), photo.jpeg_lebar),
            lebar=photo.lebar,
            tinggi=photo.tinggi,
            alt=photo.alt,
            warna=photo.warna,
        )


def _newest(cards: list[KartuEntri]) -> list[KartuEntri]:
    return sorted(cards, key=lambda c: (-(c.hari.toordinal() if c.hari else 0), c.path))


def load_summaries(names: Iterable[str], files: Files) -> list[Ringkasan]:
    """Read summaries by their names, sorted by site."""
    return sorted((load_summary(files.read(name)) for name in names), key=lambda s: s.situs)
