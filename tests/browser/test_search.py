"""Search finds pages by their words, without a server's help."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.helpers import DASAR, Watch

pytestmark = pytest.mark.xdist_group("browser")

NOTHING = "Tidak ada yang cocok. Coba kata lain, atau kata dasarnya saja."


def search(page: Page, words: str) -> Locator:
    """Type words; give the links that were found."""
    page.get_by_label("Kata yang dicari").fill(words)
    return page.locator("#hasil").get_by_role("link")


def index(page: Page) -> dict[str, str]:
    """Give all words of each page that can be found, by its address."""
    rows: list[list[str]] = page.evaluate("INDEKS")
    return {row[0]: " ".join(row[1:]).casefold() for row in rows}


@pytest.fixture
def found(page: Page, home: str) -> Page:
    """Give the search page of a KIM, reached from its front page."""
    page.goto(f"{home}{DASAR}/")
    page.get_by_role("banner").get_by_role("link", name="Cari").click()
    return page


def test_a_word_finds_the_pages_that_hold_it(found: Page, home: str) -> None:
    watch = Watch(found, home)
    links = search(found, "nanas")
    expect(links.first).to_be_visible()
    holders = [path for path, words in index(found).items() if "nanas" in words]
    expect(found.get_by_role("status")).to_have_text(f"{len(holders)} halaman ditemukan.")
    expect(links).to_have_count(len(holders))
    expect(links.first).to_contain_text(re.compile("nanas", re.I))
    title = links.first.inner_text()
    links.first.click()
    expect(found.get_by_role("heading", level=1)).to_have_text(title)
    assert watch.complaints == []


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("menulis", "tulis"),
        ("penulis", "tulis"),
        ("tuliskan", "tulis"),
        ("mengirim", "kirim"),
        ("memakai", "pakai"),
        ("penyakit", "sakit"),
        ("memanen", "panen"),
        ("kebersihan", "bersih"),
        ("pembangunan", "bangun"),
        ("tanamannya", "tanam"),
        ("MUSRENBANG", "musrenbang"),
    ],
)
def test_a_word_finds_its_kin(found: Page, typed: str, base: str) -> None:
    found.goto(f"{found.url.partition('?')[0]}")
    expect(search(found, typed).first).to_be_visible()
    addresses = {link.get_attribute("href") for link in search(found, typed).all()}
    holders = {f"../{path}" for path, words in index(found).items() if base in words}
    assert holders
    assert holders <= addresses


def test_several_words_narrow_the_search(found: Page) -> None:
    one, both = search(found, "nanas").count(), search(found, "nanas dodol").count()
    assert 0 < both < one
    expect(search(found, "nanas qwertyuiop")).to_have_count(0)


@pytest.mark.parametrize("typed", ["qwertyuiop", "ꦗꦮ", "<img src=x onerror=alert(1)>"])
def test_nothing_found_is_said(found: Page, typed: str) -> None:
    expect(search(found, typed)).to_have_count(0)
    expect(found.get_by_role("status")).to_have_text(NOTHING)
    found.get_by_label("Kata yang dicari").fill("")
    expect(found.get_by_role("status")).to_be_empty()


def test_a_search_has_an_address(found: Page) -> None:
    box = found.get_by_label("Kata yang dicari")
    box.fill("rotan & nanas")
    box.press("Enter")
    expect(found).to_have_url(re.compile(r"\?q=rotan%20%26%20nanas$"))
    found.goto(found.url.partition("?")[0] + "?q=rotan")
    expect(box).to_have_value("rotan")
    expect(found.locator("#hasil").get_by_role("link").first).to_be_visible()


def test_the_province_finds_kim_and_on_request_every_text(page: Page, home: str) -> None:
    page.goto(f"{home}cari/")
    watch = Watch(page, home)
    expect(search(page, "Petak Bahandang").first).to_have_text("KIM Petak Bahandang")
    expect(search(page, "panen nanas")).to_have_count(0)
    page.get_by_role("button", name="Cari juga di semua tulisan").click()
    text = search(page, "panen nanas").first
    expect(text).to_be_visible()
    title = text.inner_text()
    text.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert watch.complaints == []


def test_search_works_from_a_folder(page: Page, folder: Path) -> None:
    watch = Watch(page, folder.as_uri())
    page.goto((folder / "cari" / "index.html").as_uri())
    links = search(page, "nanas")
    page.get_by_label("Kata yang dicari").press("Enter")
    expect(links.first).to_be_visible()
    title = links.first.inner_text()
    links.first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert page.url.startswith(folder.as_uri())
    assert watch.complaints == []
