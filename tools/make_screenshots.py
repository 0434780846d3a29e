"""Take the pictures of the guides: ``docs/gambar/*.webp``.

``python tools/make_screenshots.py`` makes a workspace from the sample content in a temporary
folder, builds and previews it, and photographs what a reader of the guides would see. It needs
Chromium on the PATH (or ``--chromium FILE``). Texts on the pictures come from the sample and from
the tool itself, so run it again after either has changed.
"""

import argparse
import calendar
import functools
import html
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "gambar"
LIMIT = 120_000
"""Bytes a picture may have."""

TODAY = "2026-11-25"
KIM = "kapuas/kim-handep"
ARTICLE = f"content/{KIM}/berita/2026-11-19-tas-purun-ke-banjarmasin.md"
ADDRESS = f"{KIM}/berita/tas-purun-ke-banjarmasin/"

MISTAKES = {
    "2026-11-23-rapat-rt-004.md": """\
---
judul: Rapat RT 004: jalan lingkungan
tanggal: 23 November 2026
---
Warga RT 004 berkumpul di balai desa.
""",
    "2026-11-24-posyandu-handil-tengah.md": """\
---
judul: Posyandu Handil Tengah melayani 32 balita
tanggal: 31 November 2026
kategory: Kesehatan
---
Kader menimbang balita sejak pukul 08.00 WIB.
""",
}
"""What officers mistype most, as files of the KIM."""

NEWS = """\
---
judul: Warga RT 004 perbaiki jalan lingkungan
draf: tidak
tanggal: 24 November 2026
kategori: Gotong royong
foto: jalan-rt004.jpg
keterangan_foto: Jalan RT 004 sesudah ditimbun, Selasa (24/11/2026).
penulis: Tim KIM
---
Sebanyak 25 warga RT 004 Desa Handep Hapakat menimbun jalan
lingkungan sepanjang 60 meter, Selasa (24/11/2026), karena air
pasang menggenanginya sejak pekan lalu.

Kerja bakti dimulai pukul 07.00 WIB. Tanah diangkut dengan dua
klotok dari tepi handil.

"Anak-anak tidak lagi menuntun sepeda ke sekolah," kata Ketua
RT 004.

Pekan depan warga memasang papan di tiga titik yang masih lunak.
"""

FRAME = """\
<!doctype html><meta charset="utf-8">
<style>
  body {{ margin: 0; padding: 18px; background: {ground}; display: inline-block }}
  figure {{ margin: 0; border-radius: 9px; overflow: hidden; background: {paper};
    box-shadow: 0 2px 10px #0005 }}
  figcaption {{ font: 14px/38px system-ui, sans-serif; padding: 0 14px; background: {bar};
    color: {bar_ink}; display: flex; gap: 8px; align-items: center }}
  i {{ width: 12px; height: 12px; border-radius: 50%; background: {button} }}
  pre {{ margin: 0; padding: 14px 18px 18px; width: {width}px; color: {ink};
    font: 15px/1.5 "DejaVu Sans Mono", monospace; white-space: pre-wrap }}
  .galat {{ color: #ff7b72; font-weight: bold }}
  .peringatan {{ color: #e3b341; font-weight: bold }}
  .saran {{ color: #56d4dd; font-weight: bold }}
  b {{ color: #fff }}
</style>
<figure><figcaption>{signs}{title}</figcaption><pre>{text}</pre></figure>
"""
TERMINAL = {
    "ground": "#e9e4d8", "paper": "#1b1f1d", "ink": "#d8ded9", "bar": "#2b312e",
    "bar_ink": "#c5ccc7", "button": "#5d6862", "signs": "<i></i><i></i><i></i>", "width": 980,
}  # fmt: skip
NOTEPAD = {
    "ground": "#e9e4d8", "paper": "#ffffff", "ink": "#1b1b1b", "bar": "#f3f3f3",
    "bar_ink": "#333", "button": "#bbb", "signs": "", "width": 640,
}  # fmt: skip


def sitegen(folder: Path, *arguments: str) -> str:
    """Run a command in a folder and give what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode == 2:
        raise SystemExit(done.stderr)
    return done.stdout


def environment() -> dict[str, str]:
    """Give the variables of a command: Indonesian, at noon of :data:`TODAY` in WIB."""
    noon = calendar.timegm(time.strptime(f"{TODAY} 05", "%Y-%m-%d %H"))
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "SITEGEN_LANG": "id",
        "SOURCE_DATE_EPOCH": str(noon),
    }


@contextmanager
def published(folder: Path) -> Iterator[str]:
    """Serve a folder as a web server would, and give its address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            """Say nothing."""

    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


@contextmanager
def previewed(workspace: Path) -> Iterator[str]:
    """Run ``sitegen serve`` and give its address once the first build is done."""
    command = [sys.executable, "-u", "-m", "sitegen", "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=workspace, env=environment(), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        try:
            found = re.search(r"http://\S+/", process.stdout.readline())
            if not found:
                raise SystemExit("sitegen serve named no address")
            threading.Thread(target=process.stdout.read, daemon=True).start()
            while _version(found[0]) == 0:
                time.sleep(0.2)
            yield found[0]
        finally:
            process.terminate()


def _version(address: str) -> int:
    with urllib.request.urlopen(f"{address}.sitegen/versi", timeout=60) as answer:
        return int(answer.read())


def shoot(page: Page, address: str, name: str, *, until: str = "main") -> None:
    """Photograph what a window shows of a page."""
    page.goto(address, wait_until="load")
    page.wait_for_selector(until)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    keep(page.screenshot(), name)


def draw(browser: Browser, title: str, text: str, name: str, look: dict[str, object]) -> None:
    """Draw a window that holds a text, and photograph it."""
    page = browser.new_page(viewport={"width": 1100, "height": 600})
    page.set_content(FRAME.format(title=html.escape(title), text=text, **look))
    keep(page.locator("body").screenshot(), name)
    page.close()


def coloured(output: str, command: str) -> str:
    """Give a command and its output as HTML, in the colours of a terminal."""
    text = html.escape(output.rstrip(), quote=False)
    text = re.sub(r": (galat|peringatan|saran) \[", r': <span class="\1">\1</span> [', text)
    text = re.sub(r"^(── .*)$", r"<b>\1</b>", text, flags=re.M)
    return f"<b>$ {html.escape(command)}</b>\n{text}"


def keep(picture: bytes, name: str) -> None:
    """Store a picture as WebP, as fine as its limit allows."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for quality in range(88, 20, -6):
        buffer = io.BytesIO()
        image.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() < LIMIT:
            break
    else:
        raise SystemExit(f"{name} is larger than {LIMIT} bytes at any quality")
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / f"{name}.webp").write_bytes(buffer.getvalue())
    print(f"docs/gambar/{name}.webp  {image.width}×{image.height}  {buffer.tell() // 1024} KB")


def take_all(browser: Browser, workspace: Path) -> None:
    """Take every picture."""
    wide = browser.new_page(viewport={"width": 1280, "height": 900})
    phone = browser.new_context(
        viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True
    ).new_page()
    sitegen(workspace, "build")
    with published(workspace / "output") as address:
        wide.set_viewport_size({"width": 1280, "height": 1240})
        shoot(wide, address, "provinsi")
        wide.set_viewport_size({"width": 1280, "height": 900})
        shoot(phone, f"{address}{KIM}/", "kim-ponsel")
        phone.set_viewport_size({"width": 360, "height": 880})
        shoot(phone, address + ADDRESS, "artikel-ponsel")
    draw(browser, "2026-11-24-jalan-rt-004.md - Notepad", html.escape(NEWS), "notepad", NOTEPAD)

    place = workspace / "content" / KIM / "berita"
    for name, text in MISTAKES.items():
        (place / name).write_text(text, encoding="utf-8", newline="\n")
    findings = sitegen(place, "check", *MISTAKES)
    shown = coloured(findings, f"sitegen check {' '.join(MISTAKES)}")
    draw(browser, f"{KIM.rpartition('/')[2]}/berita", shown, "terminal", TERMINAL)

    with previewed(workspace) as address:
        shoot(wide, address + ADDRESS, "pratinjau", until="#sitegen-temuan[open]")


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    known = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in known if (path := shutil.which(name))), None)
    parser.add_argument("--chromium", default=found, help="the browser's executable file")
    options = parser.parse_args()
    if not options.chromium:
        parser.error("no Chromium on the PATH; name it with --chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        workspace = Path(folder) / "provinsi-saya"
        sitegen(Path(folder), "init", str(workspace))
        browser = playwright.chromium.launch(
            executable_path=options.chromium, args=["--no-sandbox"]
        )
        take_all(browser, workspace)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
