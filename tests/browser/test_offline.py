"""Pages without a network: kept by the service worker, or carried in a folder."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.helpers import DASAR, Watch, export, serve_folder

pytestmark = pytest.mark.xdist_group("browser")

KEPT = """async (address) => {
  for (let turns = 600; turns; turns--) {
    if (await caches.match(address)) return;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(address + " was not kept");
}"""
YEAR_AGO = 1_763_942_400
ARTICLE = "berita/panen-nanas-tanah-merah/"


@pytest.fixture
def own(output: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Serve a copy of one KIM's site that a test may change; give its address and folder."""
    folder = tmp_path / "situs"
    shutil.copytree(output / DASAR, folder)
    with serve_folder(folder) as address:
        yield address, folder


def _kept(page: Page, address: str) -> None:
    """Wait until an address is kept."""
    page.evaluate(KEPT, address)


def _visit(page: Page, address: str) -> None:
    """Visit a page, and wait until it is kept."""
    page.goto(address)
    _kept(page, address)


def test_one_visit_is_enough_to_read_a_page_again(
    context: BrowserContext, page: Page, own: tuple[str, Path]
) -> None:
    address, _ = own
    _visit(page, address + ARTICLE)
    text = page.locator(".isi").inner_text()
    picture = page.locator("article img").first
    _kept(page, picture.evaluate("p => p.currentSrc"))
    context.set_offline(True)
    page.goto(address + ARTICLE)
    expect(page.locator(".isi")).to_have_text(text, use_inner_text=True)
    page.wait_for_function("p => p.naturalWidth > 0", arg=picture.element_handle())


def test_a_page_that_was_not_kept_leads_to_the_front_page(
    context: BrowserContext, page: Page, own: tuple[str, Path]
) -> None:
    address, _ = own
    _visit(page, address)
    context.set_offline(True)
    page.goto(address + ARTICLE)
    expect(page).to_have_url(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("KIM Petak Bahandang")


def test_with_a_signal_the_newest_page_is_shown(page: Page, own: tuple[str, Path]) -> None:
    address, folder = own
    file = folder / ARTICLE / "index.html"
    os.utime(file, (YEAR_AGO, YEAR_AGO))  # so old that the browser calls it fresh for weeks
    _visit(page, address + ARTICLE)
    heading = page.get_by_role("heading", level=1)
    file.write_text(file.read_text(encoding="utf-8").replace(heading.inner_text(), "Judul baru"))
    page.goto(address)
    page.goto(address + ARTICLE)
    expect(heading).to_have_text("Judul baru")


def test_the_latest_texts_are_kept_on_request(
    context: BrowserContext, page: Page, own: tuple[str, Path]
) -> None:
    address, _ = own
    _visit(page, address)
    links = page.locator("main article").get_by_role("link")
    latest = [str(link.evaluate("a => a.href")) for link in links.all()]
    page.get_by_role("button", name="Simpan untuk dibaca luring").click()
    expect(page.get_by_role("button", name="Tersimpan di ponsel ini")).to_be_visible()
    context.set_offline(True)
    for link in latest:
        page.goto(link)
        expect(page.locator("article.tulisan h1")).to_be_visible()


def test_the_folder_opens_without_a_server(page: Page, folder: Path) -> None:
    watch = Watch(page, folder.as_uri())
    page.goto((folder / "index.html").as_uri())
    for name in ("Berita", "Potensi", "Agenda", "Profil", "Beranda"):
        page.get_by_role("navigation", name="Menu utama").get_by_role("link", name=name).click()
    page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Berita").click()
    first = page.locator("main article").get_by_role("link").first
    title = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert watch.complaints == []


def test_the_folder_holds_the_pictures(page: Page, folder: Path) -> None:
    page.goto((folder / "galeri" / "index.html").as_uri())
    pictures = page.locator("main img")
    assert pictures.count() > 0
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("p => p.naturalWidth") > 0


def test_the_folder_leads_to_the_network_by_whole_addresses(page: Page, folder: Path) -> None:
    page.goto((folder / "berita" / "index.html").as_uri())
    roof = page.get_by_role("navigation", name="Jaringan KIM").get_by_role("link")
    addresses = [link.get_attribute("href") for link in roof.all()]
    assert addresses == ["https://kim.contoh.id/", "https://kim.contoh.id/palangka-raya/"]


def test_the_archive_is_the_same_each_time(sample: Path, archive: Path, tmp_path: Path) -> None:
    again = tmp_path / "lagi.zip"
    export(sample, again)
    assert again.read_bytes() == archive.read_bytes()
