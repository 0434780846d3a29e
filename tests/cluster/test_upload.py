"""A built site in object storage: only what differs, whole at any moment it can be."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from obstore.store import MemoryStore

from sitegen.cluster.upload import Bucket, Shelf, Uploaded
from sitegen.engine.manifest import manifest
from sitegen.publish.faults import PublishFault
from sitegen.publish.objects.records import CURRENT
from sitegen.publish.tree import Mark, inside
from sitegen.site.contract import MANIFEST
from tests.helpers import Tree

KIM = "kapuas/kim-handep"
FIRST = {
    "index.html": b"beranda",
    "berita/panen/index.html": b"panen",
    "a.css": b"gaya",
    "kim.json": b"{}",
}
SECOND = {"index.html": b"beranda baru", "berita/titian/index.html": b"titian", "kim.json": b"{}"}


class Noting:
    """A store in memory that notes what is written, and may break after so many objects."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.put_names: list[str] = []
        self.left = -1

    def put(self, path: str, data: bytes, **more: Any) -> Any:
        """Put an object, unless the line is broken by now."""
        if self.left == 0:
            raise OSError("HTTP error: putus")
        self.left -= 1
        self.put_names.append(path)
        return self.store.put(path, data, **more)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)

    def objects(self) -> Tree:
        """Give what readers can meet."""
        names = [meta["path"] for page in self.store.list() for meta in page]
        return {n: bytes(self.store.get(n).bytes()) for n in names if not n.startswith(".sitegen")}


@pytest.fixture
def store() -> Noting:
    """Give an empty store."""
    return Noting()


@pytest.fixture
def shelf(store: Noting) -> Shelf:
    """Give a shelf in it."""
    return Shelf(store, Bucket("s3://kim/situs"))  # type: ignore[arg-type]


def built(folder: Path, files: Tree, site: str = KIM) -> tuple[dict[str, Mark], str]:
    """Write a site as a build would; give its tree and its folder."""
    marks = {p: Mark(hashlib.sha256(data).hexdigest(), len(data)) for p, data in files.items()}
    whole = manifest(site, marks)
    for path, data in {**files, MANIFEST: whole}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    marks[MANIFEST] = Mark(hashlib.sha256(whole).hexdigest(), len(whole))
    return marks, str(folder)


def holds(store: Noting, files: Tree, site: str = KIM) -> bool:
    """Say whether a site holds these files and its manifest, and nothing else."""
    there = {n.removeprefix(f"{site}/"): data for n, data in store.objects().items()}
    return {p: data for p, data in there.items() if p != MANIFEST} == files and MANIFEST in there


@pytest.mark.parametrize("site", ["", "kapuas", KIM])
def test_only_what_differs_goes_and_the_manifest_goes_last(
    store: Noting, shelf: Shelf, tmp_path: Path, site: str
) -> None:
    assert shelf.bring(site, *built(tmp_path, FIRST, site)).files == 5
    assert store.put_names[1] == inside(site, "a.css")
    assert store.put_names[-1] == inside(site, MANIFEST)
    store.put_names.clear()
    assert shelf.bring(site, *built(tmp_path, FIRST, site)) == Uploaded()
    assert store.put_names == []
    done = shelf.bring(site, *built(tmp_path, SECOND, site))
    assert (done.files, done.deleted) == (3, 2)
    assert {data for name, data in store.objects().items() if name.endswith(".html")} == {
        b"beranda baru",
        b"titian",
    }


@pytest.mark.parametrize("after", range(1, 6))
def test_an_upload_that_broke_anywhere_is_made_good_by_the_next(
    store: Noting, shelf: Shelf, tmp_path: Path, after: int
) -> None:
    shelf.bring(KIM, *built(tmp_path / "satu", FIRST))
    broken = {"index.html": b"terputus", "berita/hilang/index.html": b"hilang", "b.css": b"gaya"}
    store.left = after
    with pytest.raises(PublishFault):
        shelf.bring(KIM, *built(tmp_path / "dua", {**FIRST, **broken, "c.css": b"c"}))
    store.left = -1
    shelf.bring(KIM, *built(tmp_path / "tiga", SECOND))
    assert holds(store, SECOND)


def test_what_someone_else_put_there_stays(store: Noting, shelf: Shelf, tmp_path: Path) -> None:
    store.store.put(f"{KIM}/index.html", b"milik orang")
    assert shelf.bring(KIM, *built(tmp_path, FIRST)).foreign == "index.html"
    assert store.objects() == {f"{KIM}/index.html": b"milik orang"}


def test_what_was_deleted_by_hand_comes_back(store: Noting, shelf: Shelf, tmp_path: Path) -> None:
    shelf.bring(KIM, *built(tmp_path, FIRST))
    store.store.delete(f"{KIM}/a.css")
    assert shelf.bring(KIM, *built(tmp_path, FIRST)).files == 1
    assert holds(store, FIRST)


def test_a_file_that_changed_since_it_was_built_does_not_go(
    store: Noting, shelf: Shelf, tmp_path: Path
) -> None:
    tree, folder = built(tmp_path, FIRST)
    (tmp_path / "a.css").write_bytes(b"lain")
    with pytest.raises(PublishFault, match="terbit-berubah"):
        shelf.bring(KIM, tree, folder)
    assert b"lain" not in store.objects().values()


def test_a_site_goes_with_all_that_is_its_own(store: Noting, shelf: Shelf, tmp_path: Path) -> None:
    shelf.bring(KIM, *built(tmp_path / "kim", FIRST))
    shelf.bring("kapuas", *built(tmp_path / "kapuas", {"index.html": b"kapuas"}, "kapuas"))
    store.store.put(f"{KIM}/catatan.txt", b"milik orang")
    assert {site for site in shelf.sites() if shelf.holds(site)} == {"kapuas", KIM}
    assert shelf.clear(KIM) == 5
    left = {f"{KIM}/catatan.txt", "kapuas/index.html", "kapuas/manifest.json"}
    assert store.objects().keys() == left


def test_a_prefix_that_publishing_keeps_records_of_is_refused(store: Noting, shelf: Shelf) -> None:
    shelf.require_free()
    store.store.put(CURRENT, b"{}")
    with pytest.raises(PublishFault, match="terbit-bukan-milik"):
        shelf.require_free()
