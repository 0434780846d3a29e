"""A site's files at the edges: what is trusted, what is said, names that lead astray."""

import os
from pathlib import Path

import pytest

from sitegen.engine.manifest import is_safe, lost_sites, manifest
from sitegen.engine.writer import SiteWriter
from sitegen.site.contract import Stored
from tests.engine.test_writer import PAGES, SITE, Files, Shelf, shelf
from tests.helpers import tree

__all__ = ["shelf"]


def rewrite(path: Path, data: bytes, *, later: int) -> None:
    """Replace a file's bytes; its date of change is so many nanoseconds later."""
    changed = path.stat().st_mtime_ns + later
    path.write_bytes(data)
    os.utime(path, ns=(changed, changed))


@pytest.mark.parametrize(("later", "rewritten"), [(0, 0), (1, 1)])
def test_a_file_with_the_size_and_date_it_was_given_is_trusted_and_not_read(
    shelf: Shelf, later: int, rewritten: int
) -> None:
    shelf.write(PAGES)
    rewrite(shelf.folder / "index.html", b"BERANDA", later=later)
    assert shelf.write(PAGES).files == rewritten


def test_a_file_that_was_touched_but_holds_the_same_is_not_written(shelf: Shelf) -> None:
    shelf.write(PAGES)
    rewrite(shelf.folder / "index.html", b"beranda", later=5)
    done = shelf.write(PAGES)
    assert done.files == 0
    details = (shelf.folder / "index.html").stat()
    assert done.outputs["index.html"][:2] == (details.st_size, details.st_mtime_ns)
    assert len(done.outputs["index.html"][2]) == 64


def test_an_owned_file_goes_even_when_it_was_edited(shelf: Shelf) -> None:
    shelf.write(PAGES)
    (shelf.folder / "index.html").write_bytes(b"disunting")
    assert shelf.write({}).deleted == 3
    assert tree(shelf.output) == {}


def test_files_in_the_way_are_counted_each(shelf: Shelf) -> None:
    shelf.write({"a": b"1", "b": b"2", "c": b"3"})
    done = shelf.write({"a/b/c/d": b"1", "b/x": b"2", "c": b"3"})
    assert (done.deleted, done.findings) == (2, [])
    assert shelf.write({"a/b": b"1", "c": b"3"}).deleted == 2


def test_half_a_file_at_the_top_of_a_site_goes_too(shelf: Shelf) -> None:
    shelf.die_before_writing(PAGES)
    half = shelf.put(".index.html.sitegen-tmp", b"ber")
    shelf.write({"berita/panen/index.html": b"panen"})
    assert not half.exists()


@pytest.mark.parametrize(("site", "shown"), [("", "output/"), (SITE, f"output/{SITE}/")])
def test_a_site_is_shown_by_where_it_lies(tmp_path: Path, site: str, shown: str) -> None:
    output = tmp_path / "output"
    writer = SiteWriter(str(output), site, None)
    assert (writer.shown, Path(writer.folder)) == (shown, output / site)
    assert os.path.normpath(writer.folder) == writer.folder


@pytest.mark.parametrize("broken", [b"{", b"[]", b'"x"', b"1"])
def test_a_broken_manifest_tells_of_no_site(shelf: Shelf, broken: bytes) -> None:
    shelf.put("manifest.json", broken)
    assert list(lost_sites(str(shelf.output), set())) == []


def test_the_province_is_known_by_its_manifest_and_links_are_not_followed(
    shelf: Shelf, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "lain" / "kim-handep"
    elsewhere.mkdir(parents=True)
    (elsewhere / "manifest.json").write_bytes(manifest(SITE, {}))
    shelf.output.mkdir()
    (shelf.output / "kapuas").symlink_to(tmp_path / "lain")
    (shelf.output / "manifest.json").write_bytes(manifest("", {}))
    assert list(lost_sites(str(shelf.output), set())) == [""]


def test_a_manifest_has_a_form_that_others_may_rely_on() -> None:
    assert manifest(SITE, {"b": ("ff", 2), "aé": ("00", 1)}).decode() == (
        '{\n"versi":1,\n"situs":"kapuas/kim-handep",\n"berkas":{\n'
        '"aé":{\n"sha256":"00",\n"ukuran":1\n},\n"b":{\n"sha256":"ff",\n"ukuran":2\n}\n}\n}\n'
    )


@pytest.mark.parametrize(
    ("path", "safe"),
    [
        ("a", True),
        ("a/b.c", True),
        ("..a/b..", True),
        ("", False),
        ("/a", False),
        ("a//b", False),
        ("a/", False),
        ("./a", False),
        ("a/../b", False),
        ("a\\b", False),
        ("c:/a", False),
        ("a/b:c", False),
    ],
)
def test_a_path_that_stays_inside_on_every_system(path: str, safe: bool) -> None:
    assert is_safe(path) is safe


@pytest.mark.parametrize(
    ("error", "reason"),
    [(OSError(28, "No space left on device"), "No space left on device"), (OSError(), "OSError")],
)
@pytest.mark.parametrize("operation", ["replace", "unlink"])
def test_the_reason_of_the_system_is_passed_on(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str, operation: str
) -> None:
    shelf.write(PAGES)

    def refuse(*_: object) -> None:
        raise error

    later: Files = {"berita/panen/index.html": b"panen raya"}
    with monkeypatch.context() as patch:
        patch.setattr(os, operation, refuse)
        findings = shelf.write(later).findings
    assert {dict(finding.params)["sebab"] for finding in findings} == {reason}


def test_a_rendition_that_differs_is_named(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "64.webp").write_bytes(b"dirusak")
    stored = Stored("00" * 32, 8, str(tmp_path / "64.webp"))
    (finding,) = shelf.write({**PAGES, "foto/a.webp": stored}).findings
    assert dict(finding.params) == {"sebab": "memo 64.webp"}


def test_a_folder_that_holds_anything_else_is_not_removed(shelf: Shelf) -> None:
    shelf.put("catatan.txt", b"punya orang")
    SiteWriter(str(shelf.output), SITE, None).remove_folder()
    assert tree(shelf.output) == {f"{SITE}/catatan.txt": b"punya orang"}
