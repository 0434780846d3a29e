"""What a page is about, in words for machines: schema.org as JSON-LD.

Types and properties follow schema.org 29; which of them search engines read is in their guides
for articles, events, products, fact checks and breadcrumbs.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from sitegen.content.dates import Moment
from sitegen.content.types import Agenda, Berita, Klarifikasi, Pengumuman, Potensi, Siaran, Tempat
from sitegen.site.links import is_external
from sitegen.site.views import EntriView, SitusView, Tautan

Node = Mapping[str, object]

_PLACES = ("wisata", "budaya", "sumber daya")
_RATINGS = {"hoaks": 1, "disinformasi": 1, "misinformasi": 2, "benar": 5}
_HEADLINE = 110


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page of a site is about; ``image`` and the site's addresses are absolute."""

    situs: SitusView
    url: str
    image: str
    offset: str

    def of_entry(self, view: EntriView) -> list[Node]:
        """Give the nodes of an entry's page; none where no type fits."""
        data = view.data
        match data:
            case Berita() | Pengumuman() | Siaran():
                kind = "NewsArticle" if isinstance(data, Berita) else "Article"
                return [self._article(view, kind)]
            case Potensi():
                return [self._potensi(view, data)]
            case Agenda():
                return [self._event(view, data)]
            case Klarifikasi():
                return [self._claim_review(view, data)]
            case _:
                return []

    def organization(self) -> Node:
        """Give the KIM or office that the site belongs to."""
        situs = self.situs
        contact, social = situs.kontak, situs.media_sosial
        addresses = [value for value in social.model_dump().values() if value] if social else []
        return _filled(
            {
                "@type": "Organization",
                "@id": f"{situs.url}#organisasi",
                "name": situs.nama,
                "url": situs.url,
                "description": situs.tentang,
                "slogan": situs.slogan,
                "areaServed": situs.wilayah,
                "address": contact.alamat if contact else None,
                "telephone": f"+{contact.whatsapp}" if contact and contact.whatsapp else None,
                "email": contact.surel if contact else None,
                "sameAs": addresses,
            }
        )

    def breadcrumb(self, trail: Sequence[Tautan], title: str) -> Node:
        """Give the way from the site's front page to this one."""
        steps = [(t.judul, t.path) for t in trail if not is_external(t.path)]
        items = [
            {"@type": "ListItem", "position": n, "name": name, "item": self.situs.url + path}
            for n, (name, path) in enumerate(steps, 1)
        ]
        last = {"@type": "ListItem", "position": len(items) + 1, "name": title}
        return {"@type": "BreadcrumbList", "itemListElement": [*items, last]}

    def _base(self, view: EntriView, kind: str) -> dict[str, object]:
        return {
            "@type": kind,
            "name": view.judul,
            "description": view.ringkasan,
            "url": self.url,
            "image": self.image,
            "inLanguage": view.bahasa,
        }

    def _publisher(self) -> Node:
        situs = self.situs
        return {"@type": "Organization", "name": situs.nama, "url": situs.url}

    def _article(self, view: EntriView, kind: str) -> Node:
        changed = max(day for day in (view.hari, view.diperbarui, date.min) if day)
        node = self._base(view, kind)
        node["headline"] = node.pop("name")
        node |= {
            "datePublished": view.hari,
            "dateModified": changed if changed > date.min else None,
            "articleSection": view.kategori.judul if view.kategori else None,
            "author": {"@type": "Organization", "name": view.penulis or self.situs.nama},
            "publisher": self._publisher(),
        }
        node["headline"] = str(node["headline"])[:_HEADLINE]
        return _filled(node)

    def _potensi(self, view: EntriView, data: Potensi) -> Node:
        if data.jenis in _PLACES:
            kind = "TouristAttraction" if data.jenis == "wisata" else "Place"
            node = self._base(view, kind)
            node.pop("inLanguage")
            return _filled({**node, **_position(data.tempat)})
        price = data.harga
        offer = price and {
            "@type": "AggregateOffer",
            "priceCurrency": "IDR",
            "lowPrice": price.dari,
            "highPrice": price.sampai,
            "seller": {"@type": "Organization", "name": data.pembuat or self.situs.nama},
        }
        node = self._base(view, "Product")
        node.pop("inLanguage")
        brand = data.pembuat and {"@type": "Brand", "name": data.pembuat}
        return _filled({**node, "offers": offer, "brand": brand})

    def _event(self, view: EntriView, data: Agenda) -> Node:
        place = {"@type": "Place", "name": data.tempat, "address": self.situs.wilayah}
        organizer = data.koordinator or self.situs.nama
        return _filled(
            {
                **self._base(view, "Event"),
                "startDate": self._moment(data.mulai),
                "endDate": self._moment(data.selesai) if data.selesai else None,
                "eventStatus": "https://schema.org/EventScheduled",
                "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
                "location": place,
                "organizer": {"@type": "Organization", "name": organizer, "url": self.situs.url},
            }
        )

    def _claim_review(self, view: EntriView, data: Klarifikasi) -> Node:
        return _filled(
            {
                "@type": "ClaimReview",
                "url": self.url,
                "datePublished": view.hari,
                "claimReviewed": data.klaim,
                "author": self._publisher(),
                "itemReviewed": {"@type": "Claim", "name": view.judul},
                "citation": [source.tautan or source.nama for source in data.sumber],
                "reviewRating": {
                    "@type": "Rating",
                    "ratingValue": _RATINGS[data.putusan],
                    "bestRating": 5,
                    "worstRating": 1,
                    "alternateName": data.putusan.capitalize(),
                },
            }
        )

    def _moment(self, moment: Moment) -> str:
        if moment.jam is None:
            return moment.hari.isoformat()
        return f"{moment.hari}T{moment.jam:%H:%M}:00{self.offset}"


def _position(place: Tempat | None) -> dict[str, object]:
    point = place.koordinat if place else None
    where = ", ".join(p for p in (place.nama, place.dusun, place.rt) if p) if place else ""
    geo = point and {
        "@type": "GeoCoordinates",
        "latitude": point.lintang,
        "longitude": point.bujur,
    }
    return {"geo": geo, "address": where}


def _filled(node: Mapping[str, object]) -> Node:
    """Leave out what is empty."""
    return {key: value for key, value in node.items() if value not in (None, "", [], ())}


def to_json(nodes: Sequence[Node]) -> Markup:
    """Give nodes as the inside of a script element; nothing in them can end it."""
    if not nodes:
        return Markup()
    record = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=str)
    for mark, escaped in (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e")):
        text = text.replace(mark, escaped)
    return Markup(text)  # noqa: S704 - no character of markup is left in it
