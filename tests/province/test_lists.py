"""However many KIM there are, each list has pages, and each page stays light."""

import re
import zlib
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from sitegen.province.search import MOST_TEXTS
from sitegen.site.contract import SiteResult
from sitegen.site.weight import FIRST_SIGHT
from tests.content_helpers import codes
from tests.province.helpers import changed, network, replace

DASAR = Path(__file__).parents[2] / "themes" / "dasar"
"""The theme that the budgets are for; its pages are weighed here, nothing else of it is tested."""

LARGEST = 200
NATION = {"besar": LARGEST} | {f"wilayah-{n}": 6 for n in range(37)} | {"kosong": 0}
"""The most kabupaten that a province has, and one much larger than the others."""

LISTS = {
    "besar": ("kim", "aspirasi", "aspirasi/musrenbang", "agenda"),
    "": (
        "kim",
        "kim/kegiatan/aktif",
        "kim/tingkat/desa",
        "berita",
        "potensi",
        "potensi/jenis/wisata",
        "potensi/kabupaten/kabupaten-besar",
        "aspirasi",
        "aspirasi/musrenbang",
        "agenda",
    ),
}


@cache
def built(site: str, size: int = 1) -> SiteResult:
    """Build a level of the nation, each of whose kabupaten has so many times as many KIM."""
    sizes = {name: number * size for name, number in NATION.items()}
    return network(sizes, theme=str(DASAR), entries=2).build(site)


def pages(result: SiteResult) -> dict[str, str]:
    """Give the pages by address."""
    return {
        name.removesuffix("index.html"): data.decode()
        for name, data in result.files.items()
        if name.endswith(".html") and isinstance(data, bytes)
    }


@pytest.mark.parametrize("site", ["", "besar", "kosong"])
def test_no_page_is_over_its_budget(site: str) -> None:
    assert codes(built(site).diagnostics) == []


@pytest.mark.parametrize("site", ["", "besar"])
def test_more_kim_make_more_pages_and_none_heavier(site: str) -> None:
    """What grows with the number of KIM without a bound is in no page."""
    some, more = pages(built(site)), pages(built(site, 2))
    assert len(more) > 1.5 * len(some)
    heaviest = max(len(zlib.compress(page.encode())) for page in some.values())
    assert max(len(zlib.compress(page.encode())) for page in more.values()) < 1.05 * heaviest


@pytest.mark.parametrize(
    ("site", "name"), [(site, name) for site, names in LISTS.items() for name in names]
)
def test_a_list_leads_to_each_of_its_pages(site: str, name: str) -> None:
    found = pages(built(site))
    parts = {address for address in found if re.fullmatch(rf"{name}/(halaman/\d+/)?", address)}
    assert len(parts) > 2
    steps: dict[str, set[str]] = defaultdict(set)
    for address in parts:
        up = "../" * address.count("/")
        for target in re.findall(rf'href="{re.escape(up)}({name}/[^"]*)"', found[address]):
            steps[address].add(target)
    reached, left = set(), [f"{name}/"]
    while left:
        here = left.pop()
        if here not in reached:
            reached.add(here)
            left += steps[here] & parts
    assert reached == parts


def test_every_kim_stands_on_one_page_of_the_register() -> None:
    found = pages(built(""))
    shown = [
        kim
        for address, page in found.items()
        if re.fullmatch(r"kim/(halaman/\d+/)?", address)
        for kim in re.findall(r'<h2><a href="[./]*([\w-]+/kim-\d+)/"', page)
    ]
    assert len(shown) == len(set(shown)) == sum(NATION.values())


def test_what_a_search_fetches_is_bounded() -> None:
    """The register comes with the page; of the texts of a kabupaten the newest do, if asked for."""
    result = built("", 2)
    scripts = {n: d for n, d in result.files.items() if re.fullmatch(r"cari/[\w.-]+\.js", n)}
    (register,) = (d for n, d in scripts.items() if n.startswith("cari/indeks."))
    assert isinstance(register, bytes)
    assert register.count(b"/kim-") == 2 * sum(NATION.values())
    assert len(zlib.compress(register)) < FIRST_SIGHT
    (largest,) = (d for n, d in scripts.items() if n.startswith("cari/besar."))
    assert isinstance(largest, bytes)
    assert largest.count(b'["besar/kim-') == 2 * LARGEST * 7


def test_of_very_many_texts_the_newest_are_found() -> None:
    made = network({"besar": 60}, entries=20)
    loud = replace(
        made,
        summaries=tuple(
            changed(s, potensi=(), agenda=(), berita=s.berita * 3) for s in made.summaries
        ),
    )
    (part,) = (d for n, d in loud.build("besar").files.items() if n.startswith("cari/besar."))
    assert isinstance(part, bytes)
    assert part.count(b'["kim-') == MOST_TEXTS
