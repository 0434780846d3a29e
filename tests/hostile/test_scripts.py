"""No text, name or picture makes a page run script or ask a stranger for anything.

The pages of the real theme are opened in a real browser, with their content security policy and
without: the sanitiser and the templates must be enough.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests.browser.conftest import ARGUMENTS
from tests.browser.helpers import PUBLISHED, browser_path, serve_folder
from tests.helpers import HANDEP, Province
from tests.hostile.province import NAMES, TRAP, VECTORS, hostile_province

FRAMES = 40
"""How many pages are opened at once, each in a frame of its own."""

AUDIT = (Path(__file__).parent / "audit.js").read_text(encoding="utf-8")
pytestmark = pytest.mark.xdist_group("hostile")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Province:
    """Give the hostile province, built."""
    province = hostile_province(tmp_path_factory.mktemp("jahat") / "provinsi")
    province.build(workers=2)
    return province


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give the system's Chromium."""
    with sync_playwright() as playwright:
        alone = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
        arguments = [*ARGUMENTS, alone]
        browser = playwright.chromium.launch(executable_path=browser_path(), args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser, heeds: bool) -> Iterator[BrowserContext]:
    """Give a browser that heeds content security policies, or one that does not."""
    context = browser.new_context(bypass_csp=not heeds)
    context.set_default_timeout(20_000)
    yield context
    context.close()


class Trap:
    """Opens pages in frames and notes what they should not do."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self.sprung: list[str] = []
        page.on("dialog", lambda dialog: (self.sprung.append("script ran"), dialog.dismiss()))
        page.on("popup", lambda popup: self.sprung.append(f"popup {popup.url}"))
        page.on("requestfailed", self._failed)

    def _failed(self, request: Request) -> None:
        # A page that cannot know where it stands, such as 404.html, asks for what was published.
        if not request.url.startswith((self.home, PUBLISHED)):
            self.sprung.append(f"asked {request.url}")

    def open(self, addresses: list[str]) -> list[str]:
        """Open pages and look at them; give what they did, each with its address."""
        sources = "".join(f'<iframe src="{self.home}{address}"></iframe>' for address in addresses)
        self.page.route("**/bingkai", lambda route: route.fulfill(
            content_type="text/html", body=f"<!doctype html>{sources}"))  # fmt: skip
        self.page.goto(f"{self.home}bingkai", wait_until="load")
        found = [f"{frame.url}: {what}" for frame in self.page.frames[1:]
                 for what in frame.evaluate(AUDIT, PUBLISHED)]  # fmt: skip
        self.page.unroute("**/bingkai")
        assert len(self.page.frames) == len(addresses) + 1
        return found + self.sprung


@pytest.mark.parametrize(("heeds", "every"), [(False, 1), (True, 5)])
def test_nothing_in_a_hostile_province_runs(
    built: Province, context: BrowserContext, every: int
) -> None:
    pages = [n for n in built.tree() if n.endswith((".html", ".xml"))][::every]
    with serve_folder(built.output) as home:
        trap = Trap(context.new_page(), home)
        for start in range(0, len(pages), FRAMES):
            assert trap.open(pages[start : start + FRAMES]) == []


def test_every_attack_has_its_page(built: Province) -> None:
    pages = {n for n in built.tree() if n.startswith(f"{HANDEP}/berita/s")}
    assert len(VECTORS) > 150
    assert {f"{HANDEP}/berita/s{n}/index.html" for n in range(len(VECTORS))} <= pages
    assert len(NAMES) == sum(bool(re.search("Nama [0-9]", page.read_text()))
                             for page in built.output.glob(f"{HANDEP}/berita/*/index.html")
                             if not page.parent.name.startswith("s"))  # fmt: skip


def test_a_picture_that_is_a_program_is_not_published(built: Province) -> None:
    carried = [name for name, data in built.tree().items()
               if b"<svg" in data[:200] and not name.endswith(".html")]  # fmt: skip
    assert not [name for name in carried if "gambar" in name]


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<img src=x onerror=alert(1)>", "script ran"),
        ("<script>top.alert(1)</script>", "script ran"),
        (f"<img src=https://{TRAP}/x>", "asked"),
        ("<a href=javascript:x>x</a>", "javascript:"),
        ("<p onclick=x>x</p>", "onclick"),
        ("<p style='background:url(/x)'>x</p>", "url("),
        ("<base href=/x>", "base"),
        ('<script type="application/ld+json">{"a": </script>', "ld+json"),
    ],
)
def test_the_trap_springs(tmp_path: Path, browser: Browser, page: str, what: str) -> None:
    (tmp_path / "x.html").write_text(f"<!doctype html>{page}")
    context = browser.new_context()
    with serve_folder(tmp_path) as home:
        assert what in str(Trap(context.new_page(), home).open(["x.html"]))
    context.close()
