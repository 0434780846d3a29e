"""The preview of ``sitegen serve``: what is saved is seen, and what is wrong is said."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Page, expect

from tests.helpers import HANDEP, Province, entry, environment, photo, small_province

pytestmark = pytest.mark.xdist_group("browser")

NEWS = f"content/{HANDEP}/berita"
YEAR_2000 = 946_684_800
"""A file's date as a camera without a battery gives it."""


@dataclass
class Preview:
    """A running preview of a province."""

    province: Province
    process: subprocess.Popen[str]
    address: str

    def page(self, path: str) -> str:
        """Give the address of a page of KIM Handep."""
        return f"{self.address}{HANDEP}/{path}"

    def save(self, name: str, title: str, body: str = "Isi tulisan.", **fields: str) -> None:
        """Save a news text."""
        self.province.write(f"{NEWS}/{name}.md", entry(title, body, **fields))


@contextmanager
def started(folder: Path) -> Iterator[Preview]:
    """Preview the small province with the theme that comes with sitegen."""
    province = small_province(folder)
    province.replace("content/provinsi.yml", "tema: polos", "tema: dasar")
    process = subprocess.Popen(
        [sys.executable, "-m", "sitegen", "serve", "--port", "0", "-w", str(province.root)],
        env=environment(PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    try:
        address = re.search(r"http://localhost:\d+/", process.stdout.readline())
        assert address
        yield Preview(province, process, address[0])
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Give one preview; each test saves texts of its own."""
    with started(tmp_path_factory.mktemp("pratinjau") / "provinsi") as preview:
        threading.Thread(target=preview.process.stdout.read, daemon=True).start()  # type: ignore[union-attr]
        yield preview


def test_an_edit_appears_in_the_open_page(page: Page, preview: Preview) -> None:
    preview.save("edit", "Hasil panen", "Panen 12 ton.")
    page.goto(preview.page("berita/edit/"))
    expect(page.locator(".isi")).to_have_text("Panen 12 ton.")
    preview.save("edit", "Hasil panen", "Panen 14 ton.")
    expect(page.locator(".isi")).to_have_text("Panen 14 ton.")


def test_two_saves_within_a_second_are_both_seen(page: Page, preview: Preview) -> None:
    preview.save("cepat", "Simpan cepat", "Pertama.")
    page.goto(preview.page("berita/cepat/"))
    expect(page.locator(".isi")).to_have_text("Pertama.")
    preview.save("cepat", "Simpan cepat", "Kedua.")
    expect(page.locator(".isi")).to_have_text("Kedua.")
    preview.save("cepat", "Simpan cepat", "Ketiga.")
    preview.save("cepat", "Simpan cepat", "Keempat.")
    expect(page.locator(".isi")).to_have_text("Keempat.")


def test_a_new_photo_appears(page: Page, preview: Preview) -> None:
    preview.save("foto", "Foto baru", foto="foto-baru.jpg", alt_foto="Dermaga")
    page.goto(preview.page("berita/foto/"))
    told = page.locator("#sitegen-temuan")
    expect(told).to_contain_text("[foto-hilang]")
    preview.province.write(f"{NEWS}/foto-baru.jpg", photo(3))
    expect(page.get_by_role("img", name="Dermaga")).to_be_visible()
    expect(told).to_have_count(0)


def test_a_draft_is_shown_and_marked(page: Page, preview: Preview) -> None:
    page.goto(preview.page("berita/"))
    draft = page.locator("article", has_text="Rencana pasar malam")
    expect(draft.get_by_text("Draf", exact=True)).to_be_visible()
    draft.get_by_role("link").click()
    expect(page.locator("article header").get_by_text("Draf", exact=True)).to_be_visible()


def test_a_mistake_is_told_in_the_page_until_it_is_mended(page: Page, preview: Preview) -> None:
    preview.save("salah", "Tanggal yang salah")
    page.goto(preview.page("berita/salah/"))
    found = page.locator("#sitegen-temuan")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tanggal yang salah")
    expect(found).to_have_count(0)
    preview.save("salah", "Tanggal yang salah", tanggal="31-13-2026")
    expect(found).to_contain_text(f"{NEWS}/salah.md:3:10: galat [tanggal]")
    expect(found).to_contain_text("3 | tanggal: 31-13-2026")
    expect(found).to_contain_text("Tulis tanggal seperti")
    preview.save("salah", "[Tanggal yang salah")
    expect(found).to_contain_text(f"{NEWS}/salah.md:2:8: galat [yaml")
    preview.save("salah", "Tanggal yang benar")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tanggal yang benar")
    expect(found).to_have_count(0)


def test_an_unreadable_province_leaves_the_last_pages(page: Page, preview: Preview) -> None:
    page.goto(preview.page(""))
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("KIM Handep")
    preview.province.replace("content/provinsi.yml", "nama: Kal", "nama: [Kal")
    expect(page.locator("#sitegen-temuan")).to_contain_text("content/provinsi.yml:1")
    expect(heading).to_have_text("KIM Handep")
    preview.province.replace("content/provinsi.yml", "nama: [Kal", "nama: Kal")
    expect(page.locator("#sitegen-temuan")).to_have_count(0)


def test_new_renamed_and_deleted_files_are_seen(page: Page, preview: Preview) -> None:
    province = preview.province
    page.goto(preview.page("berita/"))
    link = page.locator("main").get_by_role("link", name="Jembatan lama")
    expect(page.locator("main article").first).to_be_visible()
    expect(link).to_have_count(0)

    beside = province.root / "baru.md"
    beside.write_text(entry("Jembatan lama"), encoding="utf-8")
    os.utime(beside, (YEAR_2000, YEAR_2000))
    beside.rename(province.path(f"{NEWS}/jembatan.md"))
    expect(link).to_have_attribute("href", re.compile("berita/jembatan/$"))

    province.move(f"{NEWS}/jembatan.md", f"{NEWS}/titian.md")
    expect(link).to_have_attribute("href", re.compile("berita/titian/$"))

    province.remove(f"{NEWS}/titian.md")
    expect(link).to_have_count(0)
    expect(page.locator("main article").first).to_be_visible()


def test_what_is_missing_gets_the_page_of_its_site(page: Page, preview: Preview) -> None:
    page.goto(preview.page(""))
    expect(page.get_by_role("heading", level=1)).to_have_text("KIM Handep")
    answer = page.goto(preview.page("berita/tidak-ada/"))
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Halaman tidak ditemukan")
    page.get_by_role("link", name="Kembali ke beranda").click()
    page.wait_for_url(preview.page(""))
    page.goto(f"{preview.address}tidak/ada")
    expect(page).to_have_title("Halaman tidak ditemukan · KIM Kalimantan Tengah")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no Ctrl+C for one process alone")
def test_it_waits_for_another_build_and_ends_in_order(page: Page, tmp_path: Path) -> None:
    folder = tmp_path / "provinsi"
    heading = page.get_by_role("heading", level=1)
    (folder / ".sitegen").mkdir(parents=True)
    with FileLock(folder / ".sitegen" / "kunci") as lock, started(folder) as preview:
        page.goto(preview.page(""))
        expect(page.get_by_text("Belum ada halaman.")).to_be_visible()
        lock.release()
        expect(heading).to_have_text("KIM Handep")
        preview.process.send_signal(signal.SIGINT)
        said, _ = preview.process.communicate(timeout=30)
        assert preview.process.returncode == 0
        assert said.strip().endswith("Pratinjau dihentikan.")
        assert "Traceback" not in said
        assert not preview.province.output.exists()
