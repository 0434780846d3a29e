"""A film of YouTube is fetched only when the reader asks for it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.helpers import Watch, serve_folder
from tests.helpers import HANDEP, entry, small_province

pytestmark = pytest.mark.xdist_group("browser")

PLAYER = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a KIM one of whose texts holds a film; give the address of the text."""
    province = small_province(tmp_path_factory.mktemp("film"))
    province.replace("content/provinsi.yml", "tema: polos", "tema: dasar")
    body = "Rekaman panen.\n\nhttps://youtu.be/dQw4w9WgXcQ?si=abc\n\nTerima kasih."
    province.write(f"content/{HANDEP}/berita/rekaman.md", entry("Rekaman panen", body))
    assert not province.build().failed
    with serve_folder(province.output) as home:
        yield f"{home}{HANDEP}/berita/rekaman/"


@pytest.fixture
def asked(context: BrowserContext) -> list[str]:
    """Give the addresses that anyone outside was asked for; a stub answers them."""
    outside: list[str] = []

    def answer(route: Route) -> None:
        outside.append(route.request.url)
        route.fulfill(body="<!doctype html><h1>Film</h1>", content_type="text/html")

    context.route(lambda url: "127.0.0.1" not in url, answer)
    return outside


def test_nobody_is_asked_before_the_tap(page: Page, film: str, asked: list[str]) -> None:
    page.goto(film)
    page.wait_for_load_state("networkidle")
    expect(page.locator("iframe")).to_have_count(0)
    assert asked == []


@pytest.mark.parametrize("way", ["tap", "keyboard"])
def test_a_tap_loads_the_player_without_cookies(
    page: Page, film: str, asked: list[str], way: str
) -> None:
    watch = Watch(page, film.partition("kapuas")[0])
    page.goto(film)
    link = page.get_by_role("link", name="Putar video dari YouTube")
    if way == "tap":
        link.click()
    else:
        link.press("Enter")
    player = page.locator("figure.film iframe")
    expect(player).to_have_attribute("src", PLAYER)
    expect(player).to_have_attribute("title", "Putar video dari YouTube")
    expect(player).to_be_focused()
    expect(player.content_frame.get_by_role("heading")).to_have_text("Film")
    assert asked == [PLAYER]
    assert [c for c in watch.complaints if PLAYER not in c] == []


def test_without_scripts_the_film_is_a_link(browser: Browser, film: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(film)
    link = page.locator("figure.film").get_by_role("link")
    expect(link).to_have_attribute("href", "https://www.youtube.com/watch?v=dQw4w9WgXcQ")
    context.close()
