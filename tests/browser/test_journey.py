"""A reader goes from the province to an article and back; no page of any kind complains."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.helpers import DASAR, KABUPATEN, KAHAYAN, PUBLISHED, Watch, pages_of

pytestmark = pytest.mark.xdist_group("browser")

_BESIDE = re.compile(r"(?<=/)[^/]+/$")


def _roof(page: Page) -> Locator:
    """Give the links at the top that lead to what stands above the site."""
    return page.get_by_role("navigation", name="Jaringan KIM").get_by_role("link")


def _trail(page: Page) -> list[str]:
    return (
        page.get_by_role("navigation", name="Jejak halaman").get_by_role("link").all_inner_texts()
    )


def _follow(page: Page, link: Locator, address: str) -> None:
    link.click()
    page.wait_for_url(address)


def _kinds(output: Path, site: str) -> list[str]:
    """Give one address of each kind of page of a site: pages beside each other are alike."""
    found = {_BESIDE.sub("*/", path): path for path in pages_of(output, site)}
    return [f"{site}/{path}".lstrip("/") for path in found.values()]


def test_from_the_province_to_an_article_and_back(page: Page, home: str) -> None:
    watch = Watch(page, home)
    page.goto(home)
    expect(page.get_by_role("heading", level=1)).to_have_text("KIM Kalimantan Tengah")
    listed = page.locator("main li").get_by_role("link", name="Kota Palangka Raya")
    _follow(page, listed, f"{home}{KABUPATEN}/")
    card = page.locator("main").get_by_role("link", name="KIM Petak Bahandang", exact=True)
    _follow(page, card.first, f"{home}{DASAR}/")
    menu = page.get_by_role("navigation", name="Menu utama")
    _follow(page, menu.get_by_role("link", name="Berita"), f"{home}{DASAR}/berita/")
    first = page.locator("main article").get_by_role("link").first
    title = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator("article.tulisan .isi p").first).to_be_visible()
    assert _trail(page) == ["Beranda", "Berita"]
    article = page.url

    _follow(page, _roof(page).nth(1), f"{home}{KABUPATEN}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kota Palangka Raya")
    _follow(page, _roof(page).first, home)
    page.goto(article)
    _follow(page, _roof(page).first, home)
    assert watch.complaints == []


def test_the_menu_leads_to_each_part_and_marks_it(page: Page, home: str) -> None:
    page.goto(f"{home}{DASAR}/")
    menu = page.get_by_role("navigation", name="Menu utama").get_by_role("link")
    names = menu.all_inner_texts()
    assert {"Beranda", "Profil", "Berita", "Potensi", "Aspirasi", "Agenda"} <= {*names}
    for name in names:
        here = page.get_by_role("navigation", name="Menu utama").get_by_role(
            "link", name=name, exact=True
        )
        here.click()
        expect(here).to_have_attribute("aria-current", "page")


def test_previous_and_next_walk_through_all_news(page: Page, home: str, output: Path) -> None:
    page.goto(f"{home}{DASAR}/berita/")
    page.locator("main article").get_by_role("link").first.click()
    neighbours = page.get_by_role("navigation", name="Tulisan lain")
    expect(neighbours.locator("[rel=next]")).to_have_count(0)
    seen = [page.url]
    while neighbours.locator("[rel=prev]").count():
        neighbours.locator("[rel=prev]").click()
        page.wait_for_url(lambda url: url != seen[-1])
        seen.append(page.url)
    folders = [p.parent.name for p in (output / DASAR / "berita").glob("*/index.html")]
    assert sorted(url.rstrip("/").rpartition("/")[2] for url in seen) == sorted(folders)
    _follow(page, neighbours.locator("[rel=next]"), seen[-2])


@pytest.mark.parametrize("site", ["", KABUPATEN, DASAR, KAHAYAN])
def test_every_kind_of_page_is_whole(page: Page, home: str, output: Path, site: str) -> None:
    watch = Watch(page, home)
    kinds = _kinds(output, site)
    assert len(kinds) >= (4 if site == KABUPATEN else 10)
    for path in kinds:
        page.goto(home + path)
        headings = page.get_by_role("heading", level=1).all_inner_texts()
        if len(headings) != 1 or not headings[0].strip():
            watch.complaints.append(f"{path}: h1 {headings}")
        elif page.title().split(" · ")[0] not in headings[0]:
            watch.complaints.append(f"{path}: title {page.title()!r}, h1 {headings}")
        expect(page.get_by_role("main")).to_be_visible()
    assert watch.complaints == []


def test_what_is_missing_gets_a_page_that_leads_home(page: Page, output: Path) -> None:
    """The page for what is missing stands at any depth, so it names the published address."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(PUBLISHED).partition("?")[0]
        file = output / path / "index.html" if path.endswith("/") else output / path
        if file.is_file():
            route.fulfill(path=file)
        else:
            page = output / DASAR / "404.html"
            route.fulfill(status=404, path=page, content_type="text/html")

    page.context.route(f"{PUBLISHED}**", answer)
    watch = Watch(page, PUBLISHED)
    page.goto(f"{PUBLISHED}{DASAR}/berita/sudah/dipindah/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Halaman tidak ditemukan")
    _follow(page, page.get_by_role("link", name="Kembali ke beranda"), f"{PUBLISHED}{DASAR}/")
    assert [c for c in watch.complaints if "404" not in c] == []
