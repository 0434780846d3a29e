"""What leaves a page: its address, its preview in a messenger, its print for the notice board."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from sitegen.cli.group import sitegen
from tests.browser.helpers import DASAR, PUBLISHED, Watch

pytestmark = pytest.mark.xdist_group("browser")

ARTICLE = f"{DASAR}/berita/panen-nanas-tanah-merah/"
SOURCE = f"content/{DASAR}/berita/2026-11-20-panen-nanas-tanah-merah.md"
_META = re.compile(r'<meta property="(og:[a-z:_]+)" content="([^"]*)">')
_SHEET = re.compile(rb"/Type\s*/Page\b")


def command(sample: Path, *arguments: str) -> str:
    """Run a command in the sample province; give what it prints."""
    result = CliRunner().invoke(sitegen, [*arguments, "-w", str(sample)])
    assert result.exit_code == 0, result.output
    return result.stdout


def previews(output: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each page that search engines may list: its address and its OpenGraph properties."""
    for page in sorted(output.rglob("*.html")):
        head = page.read_text(encoding="utf-8").partition("</head>")[0]
        if 'content="noindex"' not in head:
            path = page.relative_to(output).as_posix().removesuffix("index.html")
            yield PUBLISHED + path, dict(_META.findall(head))


def test_the_button_copies_the_published_address(
    context: BrowserContext, page: Page, home: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(home + ARTICLE)
    page.get_by_role("button", name="Salin tautan").click()
    expect(page.get_by_role("button", name="Tersalin")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == PUBLISHED + ARTICLE


def test_links_to_messengers_carry_title_and_address(page: Page, home: str) -> None:
    page.goto(home + ARTICLE)
    title = page.get_by_role("heading", level=1).inner_text()
    share = page.locator(".bagikan").get_by_role("link")
    whatsapp = urlsplit(share.filter(has_text="WhatsApp").get_attribute("href") or "")
    assert (whatsapp.netloc, whatsapp.path) == ("wa.me", "/")
    assert parse_qs(whatsapp.query) == {"text": [f"{title} {PUBLISHED}{ARTICLE}"]}
    facebook = urlsplit(share.filter(has_text="Facebook").get_attribute("href") or "")
    assert parse_qs(facebook.query) == {"u": [PUBLISHED + ARTICLE]}


def test_every_page_has_a_preview(output: Path) -> None:
    images = set()
    for address, told in previews(output):
        assert told["og:url"] == address
        assert told["og:title"].strip()
        assert told["og:image"].startswith(PUBLISHED), address
        assert told["og:image:alt"].strip(), address
        images.add(told["og:image"])
    for address in images:
        file = output / address.removeprefix(PUBLISHED)
        with Image.open(file) as picture:
            kind = "PNG" if address.endswith(".png") else "JPEG"  # drawn, or a photo
            assert (picture.format, picture.size) == (kind, (1200, 630)), address
            assert not picture.getexif(), address
        assert file.stat().st_size < 300_000, address


def test_the_print_is_a_sheet_for_the_notice_board(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 794, "height": 1123})
    page.goto(home + ARTICLE)
    expect(page.locator(".papan")).to_be_hidden()
    page.emulate_media(media="print")
    for name in ("Jaringan KIM", "Menu utama", "Jejak halaman", "Tulisan lain"):
        expect(page.locator(f'nav[aria-label="{name}"]')).to_be_hidden()
    expect(page.locator(".bagikan")).to_be_hidden()
    for part in ("h1", ".isi", "article time", ".kepala .nama", ".papan"):
        expect(page.locator(part).first).to_be_visible()
    shot = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    assert [code.text for code in zxingcpp.read_barcodes(shot)] == [PUBLISHED + ARTICLE]
    assert len(_SHEET.findall(page.pdf(format="A4"))) <= 2


def test_share_gives_a_message_for_whatsapp(sample: Path) -> None:
    said = command(sample, "share", str(sample / SOURCE))
    head, byline = said.splitlines()[:2]
    assert re.fullmatch(r"\*[^*]+\*", head)
    assert byline == "_KIM Petak Bahandang, 20 November 2026_"
    assert said.endswith(f"\n\nSelengkapnya: {PUBLISHED}{ARTICLE}\n")
    assert len(command(sample, "share", "--full", str(sample / SOURCE))) > len(said)


def test_the_bulletin_is_one_file_and_prints_on_two_sheets(
    page: Page, sample: Path, tmp_path: Path
) -> None:
    target = tmp_path / "koran.html"
    command(sample, "bulletin", DASAR, "--month", "11/2026", "--output", str(target))
    watch = Watch(page, target.as_uri())
    page.goto(target.as_uri())
    assert [url for url in watch.requests if not url.startswith("data:")] == [target.as_uri()]
    expect(page.get_by_role("heading", level=1)).to_have_text("KIM Petak Bahandang")
    expect(page.get_by_text("Edisi November 2026")).to_be_visible()
    pictures = page.locator("img")
    assert pictures.count() > 0
    for picture in pictures.all():
        page.wait_for_function("p => p.naturalWidth > 0", arg=picture.element_handle())
    page.emulate_media(media="print")
    shot = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    assert f"{PUBLISHED}{DASAR}/" in [code.text for code in zxingcpp.read_barcodes(shot)]
    assert len(_SHEET.findall(page.pdf(format="A4"))) <= 2
    assert watch.complaints == []
