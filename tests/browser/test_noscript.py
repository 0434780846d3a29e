"""Every page is complete where scripts do not run."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.helpers import DASAR, KABUPATEN

pytestmark = pytest.mark.xdist_group("browser")

ARTICLE = f"{DASAR}/berita/panen-nanas-tanah-merah/"
SOURCE = f"content/{DASAR}/berita/2026-11-20-panen-nanas-tanah-merah.md"
CONTROLS = "button, input, select, textarea, form, [role=button]"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give an empty page on which no script runs."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_all_text_of_an_article_is_shown(page: Page, home: str, sample: Path) -> None:
    page.goto(home + ARTICLE)
    body = (sample / SOURCE).read_text(encoding="utf-8").split("---\n", 2)[2]
    plain = re.sub(r"!?\[([^\]]*)\]\([^)]*\)|[*_#>]|^- |^\d+\. ", r"\1", body, flags=re.M)
    shown = " ".join(page.locator("article.tulisan").inner_text().split())
    for paragraph in filter(None, (" ".join(p.split()) for p in plain.split("\n\n"))):
        assert paragraph in shown
    expect(page.locator("article figure img").first).to_be_visible()


def test_the_way_leads_on_by_links_alone(page: Page, home: str) -> None:
    page.goto(home)
    page.locator("main li").get_by_role("link", name="Kota Palangka Raya").click()
    page.locator("main").get_by_role("link", name="KIM Petak Bahandang").first.click()
    for name in ("Berita", "Potensi", "Aspirasi", "Agenda"):
        page.get_by_role("navigation", name="Menu utama").get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(name)
        assert page.locator("main article").get_by_role("link").count() > 0
    page.get_by_role("banner").get_by_role("link", name="Cari").click()
    page.get_by_role("link", name="lihat peta situs").click()
    page.locator("main").get_by_role("link", name=re.compile("nanas di tanah merah")).click()
    page.wait_for_url(home + ARTICLE)


@pytest.mark.parametrize(
    "path",
    [
        *("", "kim/", "berita/", "cari/", "aspirasi/", f"{KABUPATEN}/", f"{KABUPATEN}/cari/"),
        *(f"{DASAR}/{part}" for part in ("", "cari/", "berita/", "aspirasi/", "galeri/")),
        ARTICLE,
    ],
)
def test_nothing_is_offered_that_needs_a_script(page: Page, home: str, path: str) -> None:
    page.goto(home + path)
    offered = [
        c.evaluate("c => c.outerHTML") for c in page.locator(CONTROLS).all() if c.is_visible()
    ]
    assert offered == []
