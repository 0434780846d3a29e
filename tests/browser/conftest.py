"""The sample province, built once for all workers, and a browser to read it with."""

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from sitegen.diagnostics import render_text
from sitegen.engine.build import build
from sitegen.engine.survey import Options
from sitegen.workspace import Workspace
from tests.browser.helpers import browser_path, export, serve_folder
from tests.helpers import TODAY

CHECKOUT = Path(__file__).parents[2]
expect.set_options(timeout=15_000)
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


def _copy(source: str, target: str) -> str:
    """Copy a file, a photo smaller: to make its many widths is most of a build."""
    if not source.endswith(".jpg"):
        return shutil.copy(source, target)
    with Image.open(source) as photo:
        photo.draft("RGB", (480, 480))
        photo.thumbnail((480, 480))
        photo.save(target, "JPEG", exif=photo.getexif())
    return target


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Give a workspace with the sample province, built; the first worker that asks builds it."""
    place = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        place = place.parent
    root, done = place / "contoh", place / "contoh.selesai"
    with FileLock(place / "contoh.kunci"):
        if not done.exists():
            shutil.rmtree(root, ignore_errors=True)
            for folder in ("content", "themes"):
                shutil.copytree(CHECKOUT / folder, root / folder, copy_function=_copy)
            report = build(Workspace(str(root)), Options(str(root / "output"), TODAY, workers=2))
            assert not report.failed, "\n".join(render_text(report.diagnostics))
            done.touch()
    return root


@pytest.fixture(scope="session")
def output(sample: Path) -> Path:
    """Give the folder of the built sites; tests leave it as it is."""
    return sample / "output"


@pytest.fixture(scope="package")
def home(output: Path) -> Iterator[str]:
    """Give the address at which the province is served."""
    with serve_folder(output) as address:
        yield address


@pytest.fixture(scope="package")
def archive(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the archive of a KIM, as ``sitegen export --offline`` writes it."""
    target = tmp_path_factory.mktemp("arsip") / "kim.zip"
    export(sample, target)
    return target


@pytest.fixture(scope="package")
def folder(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that a reader unpacks from the archive."""
    place = tmp_path_factory.mktemp("flashdisk")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(place)
    return next(place.iterdir())


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Give the system's Chromium."""
    path = browser_path()
    if path is None:
        pytest.fail("Chromium is needed for these tests; install it (apt-get install chromium).")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Give a browser that has visited nothing yet, on a phone-sized screen."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="id-ID")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Give an empty page."""
    return context.new_page()
