"""What is slow to make is made once; what was remembered wrongly is made again."""

import os
import shutil
from pathlib import Path

import pytest

from sitegen.engine.memo import MemoRefused, SiteMemo
from sitegen.site.contract import Rendered, Rendition

SITE = "kapuas/kim-handep"
PICTURE = Rendered(
    64, 48, (Rendition("webp", 64, b"webp"), Rendition("jpeg", 64, b"jpeg")), "#102030"
)


class Kitchen:
    """Makes a text and a picture, and counts how often."""

    def __init__(self) -> None:
        self.made = 0

    def text(self) -> str:
        """Make a text."""
        self.made += 1
        return "<p>Isi</p>"

    def picture(self) -> Rendered:
        """Make a picture."""
        self.made += 1
        return PICTURE


@pytest.fixture
def kitchen() -> Kitchen:
    """Give a kitchen where nothing was made yet."""
    return Kitchen()


def test_a_text_is_made_once(tmp_path: Path, kitchen: Kitchen) -> None:
    for _ in range(2):
        memo = SiteMemo(str(tmp_path), SITE)
        assert memo.text("kunci", kitchen.text) == "<p>Isi</p>"
        memo.save()
    assert kitchen.made == 1
    assert SiteMemo(str(tmp_path), "kapuas/kim-lain").text("kunci", kitchen.text)
    assert kitchen.made == 2


def test_a_text_that_was_not_used_is_forgotten(tmp_path: Path, kitchen: Kitchen) -> None:
    for key in ("lama", "baru"):
        memo = SiteMemo(str(tmp_path), SITE)
        memo.text(key, kitchen.text)
        memo.save()
    SiteMemo(str(tmp_path), SITE).text("lama", kitchen.text)
    assert kitchen.made == 3


@pytest.mark.parametrize("broken", [b"", b'{"kunci":', b"[]", b'{"kunci": 1}', b"\xff"])
def test_texts_that_cannot_be_read_are_made_again(
    tmp_path: Path, kitchen: Kitchen, broken: bytes
) -> None:
    memo = SiteMemo(str(tmp_path), SITE)
    memo.text("kunci", kitchen.text)
    memo.save()
    (path,) = (tmp_path / "teks").iterdir()
    path.write_bytes(broken)
    assert SiteMemo(str(tmp_path), SITE).text("kunci", kitchen.text) == "<p>Isi</p>"
    assert kitchen.made == 2


def test_a_picture_is_made_once_for_all_sites(tmp_path: Path, kitchen: Kitchen) -> None:
    first = SiteMemo(str(tmp_path), SITE).picture("kunci", kitchen.picture)
    second = SiteMemo(str(tmp_path), "kapuas/kim-lain").picture("kunci", kitchen.picture)
    assert first == second
    assert kitchen.made == 1
    assert (first.width, first.height) == (64, 48)
    assert first.colour == "#102030"
    contents = [Path(r.file.place).read_bytes() for r in first.renditions]
    assert contents == [b"webp", b"jpeg"]
    other = SiteMemo(str(tmp_path), SITE).picture("kunci lain", kitchen.picture)
    assert kitchen.made == 2
    assert other.renditions[0].file.place != first.renditions[0].file.place


def test_a_text_may_hold_any_character(tmp_path: Path, kitchen: Kitchen) -> None:
    for _ in range(2):
        memo = SiteMemo(str(tmp_path), "")
        assert memo.text("k\udcff", lambda: kitchen.text() + "é\ud800") == "<p>Isi</p>é\ud800"
        memo.save()
    assert kitchen.made == 1


def test_a_picture_that_cannot_be_kept_is_no_fault_of_the_photo(
    tmp_path: Path, kitchen: Kitchen
) -> None:
    (tmp_path / "foto").write_bytes(b"")
    with pytest.raises(MemoRefused) as refused:
        SiteMemo(str(tmp_path), SITE).picture("kunci", kitchen.picture)
    assert isinstance(refused.value.error, OSError)


def _picture_folder(memo: Path) -> Path:
    return next((memo / "foto").glob("*/*"))


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "64.webp").unlink(),
        lambda folder: (folder / "64.webp").write_bytes(b"we"),
        lambda folder: (folder / "isi.json").write_bytes(b"{"),
        lambda folder: (folder / "isi.json").unlink(),
        shutil.rmtree,
    ],
)
def test_a_picture_that_is_not_whole_is_made_again(
    tmp_path: Path, kitchen: Kitchen, damage: object
) -> None:
    memo = SiteMemo(str(tmp_path), SITE)
    before = memo.picture("kunci", kitchen.picture)
    assert callable(damage)
    damage(_picture_folder(tmp_path))
    assert memo.picture("kunci", kitchen.picture) == before
    assert kitchen.made == 2
    assert Path(before.renditions[0].file.place).read_bytes() == b"webp"


def test_the_texts_of_a_site_that_is_gone_are_forgotten(tmp_path: Path, kitchen: Kitchen) -> None:
    memo = SiteMemo(str(tmp_path), SITE)
    memo.text("kunci", kitchen.text)
    memo.save()
    memo.forget()
    memo.forget()
    assert os.listdir(tmp_path / "teks") == []
