"""What a page is about, as JSON-LD: each type has what its readers need, and nothing else."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sitegen.site.kim import KimSite
from sitegen.site.meaning import Subject, to_json
from sitegen.site.views import Tautan
from tests.helpers import Province, entry, small_province
from tests.site.helpers import LAID, open_site, view_of

PAGE = "https://kim.contoh.id/kapuas/kim-handep/x/"
IMAGE = "https://kim.contoh.id/kapuas/kim-handep/bagikan/x.jpg"
THING = "name description url image"
ARTICLE = "headline description url image inLanguage datePublished dateModified author publisher"
EVENT = "eventAttendanceMode location organizer"
_DATED = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:00\+07:00)?")


def node(site: KimSite, path: str) -> Mapping[str, Any]:
    """Give the node of an entry's page."""
    subject = Subject(site.out.situs, PAGE, IMAGE, "+07:00")
    nodes = json.loads(to_json(subject.of_entry(view_of(site, path))))["@graph"]
    assert len(nodes) == 1
    return dict(nodes[0])


@pytest.mark.parametrize(
    ("path", "kind", "fields"),
    [
        (
            "berita/panen-raya/",
            "NewsArticle",
            f"{ARTICLE} articleSection",
        ),
        (
            "pengumuman/air-bersih/",
            "Article",
            ARTICLE,
        ),
        (
            "siaran/waspada-karhutla/",
            "Article",
            ARTICLE,
        ),
        (
            "agenda/rapat/",
            "Event",
            f"{THING} inLanguage startDate endDate eventStatus {EVENT}",
        ),
        ("potensi/tikar/", "Product", f"{THING} offers"),
        ("potensi/ukiran/", "Product", THING),
        ("potensi/danau/", "TouristAttraction", f"{THING} geo address"),
        (
            "klarifikasi/bantuan-dipotong/",
            "ClaimReview",
            "url datePublished claimReviewed author itemReviewed citation reviewRating",
        ),
    ],
)
def test_each_type_has_its_fields(site: KimSite, path: str, kind: str, fields: str) -> None:
    found = node(site, path)
    assert found["@type"] == kind
    assert found.keys() - {"@type"} == {*fields.split()}
    assert found["url"] == PAGE
    assert all(value not in ("", None, [], {}) for value in found.values())
    for name in ("datePublished", "dateModified", "startDate", "endDate"):
        assert _DATED.fullmatch(found.get(name, "2026-01-01"))


def test_a_ledger_and_a_free_page_need_no_node_of_their_own(site: KimSite) -> None:
    subject = Subject(site.out.situs, PAGE, IMAGE, "+07:00")
    for path in ("aspirasi/lampu-dermaga/", "halaman/sejarah/"):
        assert subject.of_entry(view_of(site, path)) == []


def test_a_price_range_is_an_offer_in_rupiah(site: KimSite) -> None:
    offer = node(site, "potensi/tikar/")["offers"]
    assert (offer["lowPrice"], offer["highPrice"]) == (50_000, 150_000)
    assert offer["priceCurrency"] == "IDR"


def test_an_event_says_when_in_the_zone_of_the_province(site: KimSite) -> None:
    meeting, market = node(site, "agenda/rapat/"), node(site, "agenda/pasar/")
    assert meeting["startDate"] == "2026-11-28T08:00:00+07:00"
    assert meeting["organizer"]["name"] == "Ketua BPD"
    assert meeting["location"]["name"] == "Balai Desa"
    assert (market["startDate"], market["endDate"]) == ("2026-12-05", "2026-12-07")
    assert "endDate" not in node(site, "agenda/doa/")


def test_a_verdict_is_a_rating_between_its_bounds(site: KimSite) -> None:
    rating = node(site, "klarifikasi/bantuan-dipotong/")["reviewRating"]
    assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
    assert rating["alternateName"] == "Hoaks"


def test_a_place_has_its_position(site: KimSite) -> None:
    geo = node(site, "potensi/danau/")["geo"]
    assert (geo["latitude"], geo["longitude"]) == (-1.763, 114.303)


def test_a_trail_counts_from_the_front_page(site: KimSite) -> None:
    above = Tautan("Kapuas", "https://kim.contoh.id/kapuas/")
    trail = (above, Tautan("Beranda", ""), Tautan("Berita", "berita/"))
    found = Subject(site.out.situs, PAGE, "", "+07:00").breadcrumb(trail, "Panen raya")
    steps: Any = found["itemListElement"]
    assert [(s["position"], s["name"], s.get("item")) for s in steps] == [
        (1, "Beranda", site.out.situs.url),
        (2, "Berita", f"{site.out.situs.url}berita/"),
        (3, "Panen raya", None),
    ]


def test_the_front_page_is_about_the_kim(site: KimSite) -> None:
    found = Subject(site.out.situs, PAGE, "", "+07:00").organization()
    assert found["@type"] == "Organization"
    assert found["name"] == "KIM Handep"
    assert found["telephone"] == "+6284000000001"
    assert "email" not in found


def test_no_text_can_end_the_script(tmp_path: Path) -> None:
    province: Province = small_province(tmp_path / "provinsi")
    title = '"Tanda </script><b>&amp; lain'
    province.write(f"{LAID}/berita/tanda.md", entry(f"'{title}'"))
    site = open_site(province)
    subject = Subject(site.out.situs, PAGE, IMAGE, "+07:00")
    text = to_json(subject.of_entry(view_of(site, "berita/tanda/")))
    assert not re.search("[<>&]", text)
    assert json.loads(text)["@graph"][0]["headline"] == title


def test_a_headline_is_cut_to_what_search_engines_take(tmp_path: Path) -> None:
    province = small_province(tmp_path / "provinsi")
    province.write(f"{LAID}/berita/panjang.md", entry("Kata " * 60))
    assert len(node(open_site(province), "berita/panjang/")["headline"]) <= 110
