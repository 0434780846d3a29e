"""The table of what each kind of page weighs, for ``docs/berat.md``."""

import gzip
import re
from collections import defaultdict
from pathlib import Path
from statistics import median
from urllib.parse import urljoin, urlsplit

from sitegen.site.weight import wanted_pixels

from .site import Site

_PICTURE = re.compile(r'<source [^>]*srcset="([^"]+)" sizes="([^"]*)"[^>]*>(<img [^>]*>)')
_LOGO = re.compile(r'<img class="lambang" src="([^"]+)"')
_CANDIDATE = re.compile(r"([^\s,]+) (\d+)w")
_KIM = {
    "": "beranda",
    "profil": "profil",
    "berita": "berita",
    "potensi": "potensi",
    "aspirasi": "aspirasi",
    "agenda": "agenda",
    "pengumuman": "pengumuman",
    "klarifikasi": "klarifikasi",
    "siaran": "siaran",
    "halaman": "halaman bebas",
    "galeri": "galeri",
    "topik": "topik",
    "kim": "daftar KIM",
    "cari": "cari",
    "peta-situs": "peta situs",
    "404.html": "404",
}
_ENTRIES = {"berita", "potensi", "aspirasi", "agenda", "pengumuman", "klarifikasi", "siaran"}
_LISTS = {"kategori", "arsip", "jenis", "halaman"}
_HEAD = """\
# Berat halaman

Berapa banyak data yang diambil ponsel untuk setiap jenis halaman dari provinsi contoh. Tabel ini
ditulis oleh `python tools/audit.py --weights docs/berat.md`; jangan disunting dengan tangan.

- **HTML + CSS**: berkas HTML dengan gaya di dalamnya, dimampatkan dengan gzip -9. Anggarannya
  14 KB, sebanyak yang sampai dalam satu putaran jaringan.
- **Foto langsung**: foto yang diambil begitu halaman dibuka. HTML + CSS + foto langsung
  dianggarkan 100 KB.
- **Semua foto**: juga yang baru diambil ketika halaman digulir sampai ke bawah. Untuk beranda KIM,
  keseluruhannya dianggarkan 150 KB.

Foto dihitung seperti ponsel selebar 360 piksel dengan kerapatan 2 mengambilnya. Satuannya KB (1024
bita), nilai tengah dan nilai terbesar dari semua halaman jenis itu.

| halaman | jumlah | HTML + CSS | terbesar | foto langsung | terbesar | semua foto | terbesar | \
keseluruhan | terbesar |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
"""


def write(site: Site, target: Path) -> None:
    """Weigh every page and write the table."""
    weights: dict[str, list[tuple[int, int, int, int]]] = defaultdict(list)
    for page in site.pages:
        markup = page.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in markup:
            weights[_kind(site, page)].append(_weigh(site, page, markup))
    lines = []
    for kind, found in sorted(weights.items(), key=lambda item: _order(item[0])):
        cells = [kind, str(len(found))]
        for column in zip(*found, strict=True):
            cells += [_kb(median(column)), _kb(max(column))]
        lines.append("| " + " | ".join(cells) + " |\n")
    target.write_text(_HEAD + "".join(lines), encoding="utf-8")


def _weigh(site: Site, page: Path, markup: str) -> tuple[int, int, int, int]:
    text = len(gzip.compress(markup.encode(), 9, mtime=0))
    eager = sum(_size(site, page, path) for path in _LOGO.findall(markup))
    lazy = 0
    for sources, sizes, image in _PICTURE.findall(markup):
        wanted = wanted_pixels(sizes)
        known = [(int(width), path) for path, width in _CANDIDATE.findall(sources)]
        path = min([one for one in known if one[0] >= wanted] or known[-1:])[1]
        size = _size(site, page, path)
        if 'loading="lazy"' in image:
            lazy += size
        else:
            eager += size
    return text, eager, eager + lazy, text + eager + lazy


def _size(site: Site, page: Path, address: str) -> int:
    path = site.own(address)
    if path is None:
        here = page.relative_to(site.root).as_posix()
        path = urlsplit(urljoin(f"http://host/{here}", address)).path
    file = site.file_at(path)
    return file.stat().st_size if file else 0


def _kind(site: Site, page: Path) -> str:
    parts = page.relative_to(site.root).parts
    level, depth = "Provinsi", 0
    for name, folders, length in (("KIM", site.kim, 2), ("Kabupaten", site.kabupaten, 1)):
        if any(page.is_relative_to(folder) for folder in folders):
            level, depth = name, length
            break
    inner = [p for p in parts[depth:] if p != "index.html"]
    first = inner[0] if inner else ""
    name = _KIM.get(first, first)
    if len(inner) > 1 and first in _ENTRIES:
        is_list = inner[1] in _LISTS and len(inner) > 2
        return f"{level}: {name}, {'daftar' if is_list else 'tulisan'}"
    return f"{level}: {name}, daftar" if first in _ENTRIES else f"{level}: {name}"


def _order(kind: str) -> tuple[int, int, str]:
    level, _, name = kind.partition(": ")
    names = list(_KIM.values())
    base = name.partition(",")[0]
    place = names.index(base) if base in names else len(names)
    return ["KIM", "Kabupaten", "Provinsi"].index(level), place, name


def _kb(size: float) -> str:
    return f"{size / 1024:.1f}".replace(".", ",")
