"""One archive per KIM: the same bytes each time, made when the site changed."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from sitegen.publish.faults import PublishFault
from sitegen.publish.folder.archive import ArchiveSource
from sitegen.publish.folder.target import FolderTarget
from sitegen.publish.objects.twins import WithoutTwins
from tests.publish.publishing import publish
from tests.publish.sites import HOME, KIM, PAGE, PROVINSI, Sites

NAME = f"{KIM}/kim-handep.zip"


@pytest.fixture
def built(sites: Sites) -> Sites:
    """Give sites whose KIM says what an archive needs to know."""
    sites.write(KIM, "kim.json", '{"url": "https://kim.contoh.go.id/kapuas/kim-handep/"}')
    listed = dict.fromkeys(sites.tree(KIM), "")
    sites.write(KIM, "manifest.json", json.dumps({"berkas": listed}))
    return sites


def archives(sites: Sites, folder: Path) -> ArchiveSource:
    """Give the archives of what is built now."""
    return ArchiveSource(sites, [KIM], str(folder))


def test_a_kim_is_one_archive_and_the_rest_is_left_out(built: Sites, tmp_path: Path) -> None:
    target = FolderTarget(str(tmp_path / "arsip"), 3)
    done = publish(target, archives(built, tmp_path / "made"))  # type: ignore[arg-type]
    assert done.paths == {NAME}
    data = (tmp_path / "arsip/terbit" / NAME).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read(f"kim-handep/{PAGE}") == built.path(KIM, PAGE).read_bytes()
    again = publish(target, archives(built, tmp_path / "elsewhere"))  # type: ignore[arg-type]
    assert again.files == 0, "made anew elsewhere, it has the same bytes"


def test_an_archive_is_made_again_only_when_its_site_changed(built: Sites, tmp_path: Path) -> None:
    file = tmp_path / NAME
    first = archives(built, tmp_path).sites
    made = file.stat()
    assert archives(built, tmp_path).sites == first
    assert file.stat().st_ino == made.st_ino
    built.write(PROVINSI, HOME, "provinsi baru")
    assert archives(built, tmp_path).sites == first
    assert file.stat().st_ino == made.st_ino
    built.write(KIM, HOME, "beranda baru")
    assert archives(built, tmp_path).sites != first


def test_an_archive_that_was_tampered_with_is_made_again(built: Sites, tmp_path: Path) -> None:
    first = archives(built, tmp_path).sites
    file = tmp_path / NAME
    good = file.read_bytes()
    file.write_bytes(b"judi online")
    assert archives(built, tmp_path).sites == first
    assert file.read_bytes() == good


def test_what_no_build_verified_is_not_archived(built: Sites, tmp_path: Path) -> None:
    built.path(KIM, PAGE).write_text("disusupi")
    with pytest.raises(PublishFault, match="terbit-berubah"):
        assert archives(built, tmp_path).sites


def test_twins_of_files_are_left_out_and_other_archives_are_not(sites: Sites) -> None:
    sites.write(KIM, f"{PAGE}.gz", "kembar")
    sites.write(KIM, "data/kim.csv.gz", "bukan kembar")
    tree = WithoutTwins(sites).tree(KIM)
    assert f"{PAGE}.gz" not in tree
    assert "data/kim.csv.gz" in tree
    assert WithoutTwins(sites).sites[KIM] != sites.sites[KIM]
    assert WithoutTwins(sites).sites[PROVINSI] == sites.sites[PROVINSI]
