"""The province in a browser: its map leads on, its charts are tables, and axe finds no fault."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.helpers import KABUPATEN, serve_folder
from tests.helpers import TESTS
from tests.province.helpers import network, replace
from tests.province.shapes import areas, geojson

pytestmark = pytest.mark.xdist_group("browser")

PAGES = ("", "statistik/", "kim/", "potensi/", "aspirasi/", "data/", f"{KABUPATEN}/", "kapuas/kim/")


@pytest.fixture(params=[360, 1280])
def wide(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Give a page on a phone, and on a desk."""
    context = browser.new_context(viewport={"width": request.param, "height": 900}, locale="id-ID")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def outlined(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a province with boundaries, in the theme that comes with sitegen."""
    sizes = {"kapuas": 0, "katingan": 1, "seruyan": 2, "sukamara": 12}
    made = network(sizes, theme=str(TESTS.parent / "themes" / "dasar"))
    features = [({"kode": k}, r) for k, r in zip(made.kabupaten, areas(2, 2), strict=True)]
    made = replace(made, texts={"content/batas.geojson": geojson(features)})
    root = tmp_path_factory.mktemp("batas")
    for site in ("", *sizes):
        for name, data in made.build(site).files.items():
            path = root / site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            assert isinstance(data, bytes)
            path.write_bytes(data)
    with serve_folder(root) as address:
        yield address


def kim_of(content: Path) -> Counter[str]:
    """Count the registers in the folder of each kabupaten."""
    return Counter(path.parts[-3] for path in content.glob("*/*/kim.yml"))


def faults_of(page: Page, address: str, scheme: Literal["light", "dark"]) -> list[str]:
    """Give what axe finds on a page, with its best practices."""
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_fault(
    wide: Page, home: str, path: str, scheme: Literal["light", "dark"]
) -> None:
    assert faults_of(wide, home + path, scheme) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_a_map_with_boundaries(
    wide: Page, outlined: str, scheme: Literal["light", "dark"]
) -> None:
    assert faults_of(wide, outlined, scheme) == []
    expect(wide.locator(".peta path")).to_have_count(4)


def test_the_map_leads_where_the_list_leads(page: Page, home: str, sample: Path) -> None:
    """Each circle: the kabupaten that its label names, with the number of its KIM."""
    page.goto(home)
    kim = kim_of(sample / "content")
    circles = page.locator(".peta svg a").all()
    assert len(circles) == len(list((sample / "content").glob("*/kabupaten.yml")))
    for circle in circles:
        label = circle.locator("text:not(.hitung)").all_text_contents()
        count = circle.locator("text.hitung").all_text_contents()
        target = circle.get_attribute("href") or ""
        assert int("".join(count) or 0) == kim[target.strip("./")]
        name = re.compile(rf"\b{' '.join(label)}$")
        expect(page.locator(".wilayah").get_by_role("link", name=name)).to_have_attribute(
            "href", target
        )


def test_a_circle_leads_to_its_kabupaten(page: Page, home: str) -> None:
    page.goto(home)
    page.locator(f'.peta svg a[href$="{KABUPATEN}/"] circle').click()
    page.wait_for_url(f"{home}{KABUPATEN}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Palangka Raya")


def test_an_outline_leads_to_its_kabupaten(page: Page, outlined: str) -> None:
    page.goto(outlined)
    page.locator('.peta svg a[href$="seruyan/"] path').click(position={"x": 12, "y": 40})
    expect(page.locator("h1")).to_have_text("Kabupaten Seruyan")


def test_charts_are_tables_with_the_numbers_of_the_files(
    page: Page, home: str, sample: Path
) -> None:
    """What a screen reader reads; the bars beside the numbers are hidden from it."""
    page.goto(f"{home}statistik/")
    table = page.get_by_role("table", name="KIM per kabupaten/kota")
    expect(table.get_by_role("columnheader")).to_have_text(["Kabupaten/kota", "Jumlah"])
    told = {
        row.get_by_role("rowheader").inner_text(): int(row.get_by_role("cell").first.inner_text())
        for row in table.get_by_role("row").all()[1:]
    }
    assert sorted(n for n in told.values() if n) == sorted(kim_of(sample / "content").values())
    folders = {name.split(" ", 1)[1].casefold().replace(" ", "-"): n for name, n in told.items()}
    assert {k: n for k, n in folders.items() if n} == dict(kim_of(sample / "content"))
    assert table.get_by_role("img").count() == 0
    lengths = {
        row.locator("th").inner_text(): float(row.locator("rect").get_attribute("width") or 0)
        for row in table.locator("tbody tr").all()
    }
    most = max(told.values())
    assert lengths == {name: round(100 * number / most) for name, number in told.items()}


def test_the_agenda_is_found_from_the_province(page: Page, home: str) -> None:
    page.goto(f"{home}agenda/")
    title = page.locator("main h2").first.inner_text()
    page.goto(f"{home}cari/")
    for button in page.locator("[data-muat]").all():
        button.click()
    expect(page.locator("[data-muat]")).to_have_count(0)
    page.get_by_role("searchbox").fill(title)
    expect(page.locator("#hasil h2").first).to_have_text(title)


def test_a_long_list_can_be_leapt_through(page: Page, home: str) -> None:
    page.goto(f"{home}berita/")
    pages = page.get_by_role("navigation", name="Halaman daftar")
    last = pages.locator(".lompat a").last
    number = last.inner_text().split()[-1]
    last.click()
    expect(pages).to_contain_text(f"Halaman {number} dari {number}")
    pages.get_by_role("link", name="Halaman 1", exact=True).click()
    page.wait_for_url(f"{home}berita/")
