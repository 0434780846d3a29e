"""The photos of a site: where they are found, how they are named, what is said of them."""

import hashlib
from pathlib import Path

import pytest

from sitegen.diagnostics import diagnose
from sitegen.engine.memo import SiteMemo
from sitegen.site.album import Album
from tests.content_helpers import codes
from tests.helpers import photo

FOLDER = "content/kapuas/kim-handep/berita"
PLACE = diagnose("foto-hilang", f"{FOLDER}/panen.md", 4, 7, nama="")


class _Counted(dict[str, bytes]):
    """Files in memory, which count how often each is read."""

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(files)
        self.reads: list[str] = []

    def read(self, name: str) -> bytes:
        self.reads.append(name)
        return self[name]


@pytest.fixture
def album(tmp_path: Path) -> Album:
    """Give an album over a few files."""
    files = _Counted(
        {
            f"{FOLDER}/Panen.JPG": photo(1),
            f"{FOLDER}/salinan.jpg": photo(1),
            f"{FOLDER}/foto/lumbung padi.jpg": photo(2, (1000, 500)),
            f"{FOLDER}/rusak.jpg": b"bukan foto",
            f"{FOLDER}/panen.md": b"",
            "content/kapuas/kim-handep/logo.png": photo(3),
        }
    )
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return Album(digests, files, SiteMemo(str(tmp_path), "kapuas/kim-handep"), {})


def test_a_photo_lies_beside_its_text(album: Album) -> None:
    found = album.photo("foto/lumbung padi.jpg", FOLDER, "Lumbung", "Lumbung desa", PLACE)
    assert found is not None
    assert (found.lebar, found.tinggi, found.alt) == (1000, 500, "Lumbung")
    assert [variant.lebar for variant in found.webp] == [240, 480, 960, 1000]
    addresses = {variant.path for variant in (*found.webp, found.jpeg)}
    assert addresses == album.output.keys()
    assert all(address.startswith("foto/lumbung-padi-") for address in addresses)
    assert album.findings == []


@pytest.mark.parametrize(
    ("name", "alt", "code", "guess"),
    [
        ("panen.jpg", "a", "foto-hilang", "Panen.JPG"),
        ("penen.md", "a", "foto-hilang", ""),
        ("kebun.png", "a", "foto-hilang", ""),
        ("rusak.jpg", "a", "foto-rusak", ""),
        ("Panen.JPG", "", "foto-alt", ""),
    ],
)
def test_what_is_said_stands_where_the_photo_is_named(
    album: Album, name: str, alt: str, code: str, guess: str
) -> None:
    found = album.photo(name, FOLDER, alt, "", PLACE)
    assert (found is not None) == (code == "foto-alt")
    (finding,) = album.findings
    assert (finding.code, finding.file, finding.line, finding.column) == (code, PLACE.file, 4, 7)
    assert (f'"{guess}"?' in finding.hint) == bool(guess)


def test_each_photo_is_read_once(album: Album) -> None:
    assert isinstance(album.files, _Counted)
    for name in ("Panen.JPG", "salinan.jpg", "Panen.JPG", "rusak.jpg", "rusak.jpg"):
        album.photo(name, FOLDER, "", "", PLACE)
    assert album.files.reads == [f"{FOLDER}/Panen.JPG", f"{FOLDER}/rusak.jpg"]
    assert codes(album.findings) == ["foto-alt", "foto-alt", "foto-rusak"]


def test_what_was_rendered_is_remembered(album: Album) -> None:
    assert isinstance(album.files, _Counted)
    first = album.photo("Panen.JPG", FOLDER, "Padi", "", PLACE)
    later = Album(album.digests, album.files, album.memo, {})
    assert later.photo("Panen.JPG", FOLDER, "Padi", "", PLACE) == first
    assert later.output == album.output
    assert len(album.files.reads) == 1


def test_a_photo_that_vanished_meanwhile(album: Album) -> None:
    class Gone(dict[str, bytes]):
        def read(self, name: str) -> bytes:
            raise FileNotFoundError(2, "No such file or directory", name)

    album.files = Gone()
    assert album.photo("Panen.JPG", FOLDER, "Padi", "", PLACE) is None
    assert codes(album.findings) == ["foto-rusak"]
