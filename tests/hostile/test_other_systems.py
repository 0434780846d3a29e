"""What Windows and macOS do otherwise, tried here: names, line ends, the way workers begin."""

import multiprocessing
import shutil
import unicodedata
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

import pytest

from sitegen.content.layout import arrange
from sitegen.content.names import refused_by_windows
from sitegen.engine.workers import begin_worker
from tests.helpers import HANDEP, Province, differences, entry, faults, found, photo
from tests.hostile.province import hostile_province

BERITA = f"content/{HANDEP}/berita"
LONGEST = 150
"""Of a path below ``output/``: Windows stops at 260 letters in all, unless told otherwise."""


def decomposed(text: str) -> str:
    """Write letters and their accents apart, as macOS stores names."""
    return unicodedata.normalize("NFD", text)


def spawned(workers: int) -> Executor:
    """Give workers as Windows and macOS begin them."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=begin_worker, initargs=(0,))


def test_workers_that_are_spawned_give_the_same_bytes(
    original: Province, province: Province
) -> None:
    province.build(workers=2, make_executor=spawned)
    assert differences(province.tree(), original.tree()) == []


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\n", b"\r"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.decode().encode("utf-16"),
    ],
    ids=["CRLF", "CR", "byte order mark", "UTF-16"],
)
def test_texts_saved_by_other_editors_give_the_same_pages(
    original: Province, province: Province, rewritten: Callable[[bytes], bytes]
) -> None:
    for path in (province.root / "content").rglob("*"):
        if path.suffix in (".md", ".yml"):
            path.write_bytes(rewritten(path.read_bytes()))
    province.build()
    assert differences(province.tree(), original.tree()) == []


def test_names_with_letters_and_accents_apart_give_the_same_pages(
    province: Province, tmp_path: Path
) -> None:
    twin = Province(tmp_path / "kembar")
    shutil.copytree(province.root, twin.root)
    for place, spelled in ((province, str), (twin, decomposed)):
        text = entry("Kafé", "Lihat [padi](pàdi.md).", foto="kafé.jpg", terjemahan="pàdi.md")
        place.write(f"{BERITA}/{spelled('kafé-désa')}.md", text)
        place.write(f"{BERITA}/{spelled('pàdi')}.md", entry("Pàdi", bahasa="nij"))
        place.write(f"{BERITA}/{spelled('kafé')}.jpg", photo(2))
        assert faults(place.build()) == []
    page = f"{HANDEP}/berita/kafe-desa/index.html"
    markup = province.tree()[page]
    assert b"foto/kafe-" in markup
    assert markup.count(b'href="../../berita/padi/"') > 1
    assert differences(province.tree(), twin.tree()) == []


@pytest.mark.parametrize(
    "names",
    [("panen.md", "Panen.md"), ("kafé.md", decomposed("kafé.md")), ("a b.md", "a-b.md")],
)
def test_texts_that_would_share_an_address_are_named(
    province: Province, names: tuple[str, str]
) -> None:
    for name in names:
        province.write(f"{BERITA}/{name}", entry("Panen"))
    assert "alamat-ganda" in found(province.build()).values()


@pytest.mark.parametrize(
    ("folders", "code", "kept"),
    [
        (("kapuas/kim-a", "kapuas/KIM-A"), "alamat-ganda", ["kapuas/KIM-A"]),
        (("kapuas/kim-a", "Kapuas/kim-b"), "alamat-ganda", ["Kapuas/kim-b"]),
        (("kafé/kim-a", f"{decomposed('kafé')}/kim-b"), "alamat-ganda", ["kafé/kim-b"]),
        (("kapuas/kim-a", "Berita/kim-b"), "nama-terpakai", ["kapuas/kim-a"]),
        (("kapuas/kim-a", "kapuas/Profil"), "nama-terpakai", ["kapuas/kim-a"]),
        (("kapuas/kim-a", "kapuas/aux"), "nama-windows", ["kapuas/aux", "kapuas/kim-a"]),
        (("kapuas/kim-a", "kapuas/kim:b"), "nama-windows", ["kapuas/kim-a", "kapuas/kim:b"]),
    ],
)
def test_folders_that_other_systems_take_for_one_or_refuse(
    folders: tuple[str, str], code: str, kept: list[str]
) -> None:
    layout, findings = arrange(f"content/{folder}/kim.yml" for folder in folders)
    assert [finding.code for finding in findings] == [code]
    composed = [unicodedata.normalize("NFC", site) for site in sorted(layout.kim)]
    assert composed == [unicodedata.normalize("NFC", site) for site in kept]


def test_every_output_can_be_stored_anywhere(tmp_path: Path) -> None:
    province = hostile_province(tmp_path / "provinsi")
    province.build(workers=2)
    names = list(province.tree())
    folded = {unicodedata.normalize("NFC", name).casefold() for name in names}
    assert len(folded) == len(names)
    assert [n for n in names if not n.isascii() or len(n) > LONGEST] == []
    assert [n for n in names for part in n.split("/") if refused_by_windows(part)] == []
