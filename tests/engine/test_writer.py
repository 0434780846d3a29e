"""A site's files on disk: only what differs is written, only what is ours is touched."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from sitegen.engine.manifest import digests_of, lost_sites, manifest
from sitegen.engine.state import SiteState, temporary_name
from sitegen.engine.writer import SiteWriter, Written
from sitegen.site.contract import Content, Drawn, Stored
from tests.helpers import tree

SITE = "kapuas/kim-handep"
Files = dict[str, Content]
PAGES: Files = {"index.html": b"beranda", "berita/panen/index.html": b"panen"}


class Shelf:
    """An output folder with one site, and what is remembered of it."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.folder = output / SITE
        self.state: SiteState | None = None

    def write(self, files: Files) -> Written:
        """Write the site as a build does, with its manifest."""
        writer = SiteWriter(str(self.output), SITE, self.state)
        digests = digests_of(files)
        mine, refused = writer.claim(digests)
        given = {path: content for path, content in files.items() if path in mine}
        if "manifest.json" in mine:
            given["manifest.json"] = manifest(SITE, {path: digests[path] for path in given})
        done = writer.write(given, digests | digests_of(given))
        done.findings += refused
        owned = sorted(writer.owned() | mine) if done.findings else []
        self.state = SiteState(outputs=done.outputs, finished=not done.findings, owned=owned)
        return done

    def die_before_writing(self, files: Files) -> None:
        """Leave what a build leaves that is killed between its claim and its first file."""
        writer = SiteWriter(str(self.output), SITE, self.state)
        mine, _ = writer.claim(digests_of(files))
        before = self.state.outputs if self.state else {}
        owned = sorted(writer.owned() | mine)
        self.state = SiteState(outputs=before, finished=False, owned=owned)

    def put(self, name: str, data: bytes) -> Path:
        """Lay a file of someone else."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Give an output folder with nothing in it."""
    return Shelf(tmp_path / "output")


def test_the_first_write_writes_all_and_the_second_nothing(shelf: Shelf) -> None:
    first = shelf.write(PAGES)
    assert (first.files, first.deleted, first.findings) == (3, 0, [])
    assert first.bytes == sum(len(data) for data in tree(shelf.folder).values())
    second = shelf.write(PAGES)
    assert (second.files, second.bytes, second.deleted) == (0, 0, 0)


def test_only_what_differs_is_written(shelf: Shelf) -> None:
    shelf.write(PAGES)
    before = (shelf.folder / "index.html").stat()
    done = shelf.write({**PAGES, "berita/panen/index.html": b"panen raya"})
    assert done.files == 2  # the page and the manifest
    assert (shelf.folder / "index.html").stat() == before


def test_the_manifest_lists_every_file_with_its_digest(shelf: Shelf) -> None:
    shelf.write(PAGES)
    record = json.loads((shelf.folder / "manifest.json").read_bytes())
    assert record["situs"] == SITE
    assert record["berkas"] == {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "ukuran": len(data)}
        for name, data in PAGES.items()
        if isinstance(data, bytes)
    }


def test_what_is_no_longer_wanted_goes_with_the_folders_it_leaves_empty(shelf: Shelf) -> None:
    shelf.write(PAGES)
    done = shelf.write({"index.html": b"beranda"})
    assert done.deleted == 1
    assert sorted(os.listdir(shelf.folder)) == ["index.html", "manifest.json"]


@pytest.mark.parametrize("lost", [False, True])
def test_a_file_of_someone_else_is_never_touched(shelf: Shelf, lost: bool) -> None:
    own = shelf.put("index.html", b"punya orang")
    note = shelf.put("berita/panen/catatan.txt", b"punya orang")
    done = shelf.write(PAGES)
    if lost:
        shelf.state = None
        done = shelf.write(PAGES)
    (finding,) = done.findings
    assert (finding.code, finding.file) == ("berkas-asing", f"output/{SITE}/index.html")
    shelf.write({})
    assert tree(shelf.folder) == {
        "index.html": own.read_bytes(),
        "berita/panen/catatan.txt": note.read_bytes(),
    }
    assert own.read_bytes() == b"punya orang"


def test_a_file_of_someone_else_stays_theirs_when_a_build_is_killed(shelf: Shelf) -> None:
    own = shelf.put("index.html", b"punya orang")
    shelf.die_before_writing(PAGES)
    assert [d.code for d in shelf.write(PAGES).findings] == ["berkas-asing"]
    assert own.read_bytes() == b"punya orang"


def test_a_file_that_holds_the_same_bytes_is_taken_over(shelf: Shelf) -> None:
    shelf.put("index.html", b"beranda")
    done = shelf.write(PAGES)
    assert (done.files, done.findings) == (2, [])
    shelf.write({})
    assert not (shelf.folder / "index.html").exists()


def test_an_empty_file_is_what_a_power_cut_leaves_and_is_filled(shelf: Shelf) -> None:
    shelf.put("index.html", b"")
    shelf.put("manifest.json", b"")
    assert shelf.write(PAGES).findings == []
    assert (shelf.folder / "index.html").read_bytes() == b"beranda"
    shelf.write({})
    assert tree(shelf.folder) == {}


def test_a_link_out_of_the_output_is_not_followed(shelf: Shelf, tmp_path: Path) -> None:
    outside = tmp_path / "luar"
    outside.mkdir()
    shelf.folder.mkdir(parents=True)
    (shelf.folder / "berita").symlink_to(outside)
    (shelf.folder / "index.html").symlink_to(outside / "index.html")
    done = shelf.write(PAGES)
    assert {d.file: d.code for d in done.findings} == {
        f"output/{SITE}/berita/panen/index.html": "berkas-asing",
        f"output/{SITE}/index.html": "berkas-asing",
    }
    shelf.write({})
    assert os.listdir(outside) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"aset/pola": b"berkas"}, {"aset/pola/kain.svg": b"folder"}),
        ({"aset/pola/kain.svg": b"folder"}, {"aset/pola": b"berkas"}),
        ({"aset": b"berkas"}, {"aset/pola/kain.svg": b"folder"}),
    ],
)
def test_a_file_may_become_a_folder_and_a_folder_a_file(
    shelf: Shelf, before: Files, after: Files
) -> None:
    shelf.write({**PAGES, **before})
    done = shelf.write({**PAGES, **after})
    assert (done.deleted, done.findings) == (1, [])
    twin = Shelf(shelf.output.parent / "lain")
    twin.write({**PAGES, **after})
    assert tree(shelf.output) == tree(twin.output)


def test_what_a_killed_build_left_half_written_goes(shelf: Shelf) -> None:
    shelf.die_before_writing(PAGES)
    for name in ("", "berita/panen/"):
        shelf.put(f"{name}{temporary_name('index.html')}", b"separuh")
    shelf.write(PAGES)
    assert sorted(tree(shelf.folder)) == ["berita/panen/index.html", "index.html", "manifest.json"]


def test_what_a_killed_build_left_half_written_goes_with_its_site(shelf: Shelf) -> None:
    shelf.die_before_writing(PAGES)
    shelf.put(f"berita/panen/{temporary_name('index.html')}", b"separuh")
    writer = SiteWriter(str(shelf.output), SITE, shelf.state)
    writer.write({}, {})
    writer.remove_folder()
    assert os.listdir(shelf.output) == []


def test_without_a_state_the_manifest_says_what_is_ours(shelf: Shelf) -> None:
    shelf.write(PAGES)
    shelf.state = None
    assert shelf.write({"index.html": b"beranda"}).deleted == 1
    assert sorted(tree(shelf.folder)) == ["index.html", "manifest.json"]


def test_without_a_state_a_file_that_was_edited_counts_as_someone_elses(shelf: Shelf) -> None:
    shelf.write(PAGES)
    shelf.state = None
    edited = shelf.put("berita/panen/index.html", b"disunting")
    assert shelf.write({"index.html": b"beranda"}).deleted == 0
    assert edited.read_bytes() == b"disunting"


@pytest.mark.parametrize("name", ["../../rahasia", "/rahasia", "a/../../../rahasia", "..\\rahasia"])
def test_a_manifest_owns_nothing_outside_its_site(shelf: Shelf, tmp_path: Path, name: str) -> None:
    secret = tmp_path / "output" / "rahasia"
    shelf.put("index.html", b"beranda")
    secret.write_bytes(b"rahasia")
    digest = hashlib.sha256(b"rahasia").hexdigest()
    shelf.put("manifest.json", manifest(SITE, {name: (digest, 7)}))
    shelf.write({})
    assert secret.read_bytes() == b"rahasia"


@pytest.mark.parametrize(
    "broken", [b" ", b"[]", b'{"berkas": []}', b'{"berkas": {"a": 1}}', b"\xff"]
)
def test_a_manifest_that_cannot_be_read_owns_nothing(shelf: Shelf, broken: bytes) -> None:
    own = shelf.put("index.html", b"beranda lama")
    shelf.put("manifest.json", broken)
    assert [d.code for d in shelf.write(PAGES).findings] == ["berkas-asing"] * 2
    assert own.read_bytes() == b"beranda lama"


def test_a_file_that_cannot_be_deleted_is_said_and_tried_again(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.write(PAGES)

    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", refuse)
        (finding,) = shelf.write({"index.html": b"beranda"}).findings
    assert (finding.code, finding.file) == (
        "tidak-terhapus",
        f"output/{SITE}/berita/panen/index.html",
    )
    shelf.write({"index.html": b"beranda"})
    assert sorted(tree(shelf.folder)) == ["index.html", "manifest.json"]


def test_a_picture_of_the_memo_that_was_tampered_with_is_not_published(
    shelf: Shelf, tmp_path: Path
) -> None:
    place = tmp_path / "64.webp"
    place.write_bytes(b"dirusak")
    stored = Stored(hashlib.sha256(b"asli ini").hexdigest(), 8, str(place))
    (finding,) = shelf.write({**PAGES, "foto/a.webp": stored}).findings
    assert (finding.code, finding.file) == ("tidak-tertulis", f"output/{SITE}/foto/a.webp")
    assert not place.exists()


def test_sites_that_only_a_manifest_tells_of_are_found(shelf: Shelf) -> None:
    shelf.write(PAGES)
    (shelf.output / "cadangan").mkdir()
    (shelf.folder).rename(shelf.output / "cadangan" / "kim-handep")
    assert list(lost_sites(str(shelf.output), set())) == []
    (shelf.output / "cadangan").rename(shelf.output / "kapuas")
    assert list(lost_sites(str(shelf.output), set())) == [SITE]
    assert list(lost_sites(str(shelf.output), {SITE})) == []
    assert list(lost_sites(str(shelf.output / "tidak-ada"), set())) == []


def test_a_drawn_file_that_stands_is_not_drawn_again(shelf: Shelf) -> None:
    def never() -> bytes:
        raise AssertionError

    digest = hashlib.sha256(b"kartu").hexdigest()
    shelf.write({"kartu.png": Drawn(digest, 5, lambda: b"kartu")})
    assert shelf.write({"kartu.png": Drawn(digest, 5, never)}).files == 0


def test_what_was_drawn_otherwise_than_remembered_is_not_published(shelf: Shelf) -> None:
    digest = hashlib.sha256(b"kartu").hexdigest()
    written = shelf.write({"kartu.png": Drawn(digest, 5, lambda: b"lain.")})
    assert [d.code for d in written.findings] == ["tidak-tertulis"]
