"""How files are made that a repository cannot hold: too large, not text, not for every system.

A recipe gets the workspace after the folder of its case was laid, and adds or changes files.
"""

import hashlib
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.province.boundaries import MOST_BYTES
from tests.helpers import Province, entry, photo

KIM = "content/kapuas/kim-handep"
ENTRY = f"{KIM}/berita/panen.md"
Recipe = Callable[[Province], None]


def saved_as(encoding: str) -> Recipe:
    """Save the entry again in an encoding of Notepad."""

    def recipe(province: Province) -> None:
        province.write(ENTRY, province.read(ENTRY).encode(encoding))

    return recipe


def with_text(old: str, new: str) -> Recipe:
    """Put something into the entry that an editor would not show."""
    return lambda province: province.replace(ENTRY, old, new)


def named(*names: str) -> Recipe:
    """Write sound entries under names that some system cannot store, or takes for one another."""

    def recipe(province: Province) -> None:
        for name in names:
            province.write(f"{KIM}/berita/{name}", entry("Warga memanen padi"))
        if len(os.listdir(province.path(f"{KIM}/berita"))) < len(names) + 1:
            pytest.skip("this file system stores no such names")

    return recipe


def large_article(province: Province) -> None:
    """Write an article of 5 MB."""
    province.write(ENTRY, entry("Warga memanen padi", "Padi, padi, padi.\n" * 290_000))


def varied_article(province: Province) -> None:
    """Write an article of 60 KB in which no word comes twice, so that it hardly compresses."""
    letters = str.maketrans("0123456789", "ghijklmnop")
    words = (hashlib.sha256(b"%d" % number).hexdigest()[:7] for number in range(7_500))
    province.write(ENTRY, entry("Warga memanen padi", " ".join(words).translate(letters)))


def fields_of(line: str) -> Recipe:
    """Write an entry with one long line in its front matter."""

    def recipe(province: Province) -> None:
        head = "judul: Warga memanen padi\ntanggal: 18 November 2026\n"
        province.write(ENTRY, f"---\n{head}{line}\n---\nIsi tulisan.\n")

    return recipe


def pipe(province: Province) -> None:
    """Put a FIFO in the place of an entry; whoever reads it waits for ever."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no FIFO")
    province.path(ENTRY).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(province.path(ENTRY))


def link(name: str, target: str) -> Recipe:
    """Put a symbolic link among the content; the target is relative to the workspace."""

    def recipe(province: Province) -> None:
        province.write("rahasia/kata-sandi.md", entry("Kata sandi"))
        province.write("rahasia/foto.jpg", photo())
        try:
            province.path(name).symlink_to(province.path(target))
        except OSError:
            pytest.skip("this system lets nobody make links")

    return recipe


def name_not_utf8(province: Province) -> None:
    """Name an entry in Latin-1."""
    folder = os.fsencode(province.path(f"{KIM}/berita"))
    try:
        Path(os.fsdecode(os.path.join(folder, b"caf\xe9.md"))).write_text(entry("Kafe"))
    except OSError:
        pytest.skip("this file system stores no such names")


def cut_photo(province: Province) -> None:
    """Cut a photo short, as a broken upload does."""
    province.write(f"{KIM}/berita/panen.jpg", photo(size=(400, 300))[:700])


def sound_photo(province: Province) -> None:
    """Add the photo that the entry names."""
    province.write(f"{KIM}/berita/panen.jpg", photo())


def photo_called(name: str) -> Recipe:
    """Add a photo whose name says what it shows."""
    return lambda province: province.write(f"{KIM}/berita/{name}", photo())


def bomb(province: Province) -> None:
    """Write a PNG of a few bytes that would unpack to 10 GB."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        size, check = struct.pack(">I", len(data)), struct.pack(">I", zlib.crc32(kind + data))
        return size + kind + data + check

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    parts = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    data = b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, part) for kind, part in parts)
    province.write(f"{KIM}/berita/panen.jpg", data)


def large_boundaries(province: Province) -> None:
    """Write boundaries of more bytes than are read."""
    province.write("content/batas.geojson", b" " * (MOST_BYTES + 1))


RECIPES: dict[str, Recipe] = {
    "akhir-baris": with_text("\n", "\r\n"),
    "alamat-ganda-huruf": named("Panen-Raya.md", "panen-raya.md"),
    "batas-besar": large_boundaries,
    "bom": saved_as("utf-8-sig"),
    "bukan-berkas": pipe,
    "bukan-utf8": saved_as("cp1252"),
    "byte-nul": with_text("(NUL)", "\0"),
    "foto-alt": sound_photo,
    "foto-identitas": photo_called("ktp-pak-budi.jpg"),
    "foto-identitas-mungkin": photo_called("perekaman-ktp.jpg"),
    "foto-tautan": link(f"{KIM}/berita/panen.jpg", "rahasia/foto.jpg"),
    "foto-terlalu-besar": bomb,
    "foto-terpotong": cut_photo,
    "halaman-berat": varied_article,
    "nama-bukan-utf8": name_not_utf8,
    "nama-windows": named("apa kabar?.md", "panen.", "hasil: panen.md"),
    "nama-windows-perangkat": named("con.md", "aux.md"),
    "tautan-keluar": link(ENTRY, "rahasia/kata-sandi.md"),
    "tautan-keluar-folder": link(f"{KIM}/pengumuman", "rahasia"),
    "terlalu-besar": large_article,
    "tidak-terbaca": link(ENTRY, f"{KIM}/berita/tidak-ada.md"),
    "utf16": saved_as("utf-16"),
    "yaml-karakter-mentah": with_text("(BEL)", "\a"),
    "yaml-sarang": fields_of("topik: " + "[" * 50_000),
    "yaml-terlalu-besar": fields_of("topik: [" + "padi, " * 60_000 + "]"),
}
