"""A folder of releases: every promise of a target, and what only a folder can do wrong."""

import os
import stat
from pathlib import Path

import pytest

from sitegen.publish.faults import PublishFault
from sitegen.publish.folder.target import FolderTarget
from tests.publish.publishing import Rig, publish, refused, surveyed
from tests.publish.readers import Reader, switches
from tests.publish.rigs import folder_rig, largest_file
from tests.publish.scenarios import SCENARIOS, Scenario, named, two_at_once
from tests.publish.sites import HOME, KIM, PAGE, PHOTO, Sites


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    """Give an empty folder as a target."""
    return folder_rig(tmp_path / "srv", FolderTarget(str(tmp_path / "srv"), 3))


@pytest.mark.parametrize("scenario", [*SCENARIOS, two_at_once], ids=named)
def test_as_every_target(scenario: Scenario, rig: Rig, sites: Sites) -> None:
    scenario(rig, sites)


def test_a_reader_never_misses_a_page_while_releases_are_switched(
    rig: Rig, sites: Sites, tmp_path: Path
) -> None:
    publish(rig.target, sites)
    pages = [tmp_path / "srv" / "terbit" / path for path in sites.expected()]
    with Reader(pages) as reader:
        for number in range(switches(50)):
            sites.write(KIM, HOME, f"beranda {number}")
            publish(rig.target, sites)
            reader.wait_for_another_round()
    assert reader.missed == []


def test_an_unchanged_file_is_stored_once(rig: Rig, sites: Sites, tmp_path: Path) -> None:
    publish(rig.target, sites)
    sites.write(KIM, HOME, "beranda baru")
    publish(rig.target, sites)
    links = {path.stat().st_nlink for path in (tmp_path / "srv/terbit").rglob("*.css")}
    assert links == {2}
    assert (tmp_path / "srv/terbit" / KIM / HOME).stat().st_nlink == 1


def test_what_is_served_can_be_read_by_others_whatever_the_umask(
    rig: Rig, sites: Sites, tmp_path: Path
) -> None:
    before = os.umask(0o077)
    try:
        publish(rig.target, sites)
    finally:
        os.umask(before)
    served = (tmp_path / "srv" / "terbit").resolve()
    ways = [served, *served.rglob("*"), served.parent, served.parent.parent]
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in ways}
    assert modes == {path: 0o755 if path.is_dir() else 0o644 for path in ways}


def test_foreign_links_and_empty_folders_stay_and_are_not_followed(
    rig: Rig, sites: Sites, tmp_path: Path
) -> None:
    publish(rig.target, sites)
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    served = tmp_path / "srv" / "terbit"
    (served / "galeri").symlink_to(elsewhere, target_is_directory=True)
    (served / ".well-known" / "acme-challenge").mkdir(parents=True)
    sites.write(KIM, HOME, "beranda baru")
    publish(rig.target, sites)
    assert (served / "galeri").readlink() == elsewhere
    assert (served / ".well-known" / "acme-challenge").is_dir()
    assert surveyed(rig.target)["galeri"].sha256 == ""
    sites.write("", "galeri/index.html", "galeri")
    refused("terbit-bukan-milik", rig, sites)
    assert list(elsewhere.iterdir()) == []


def test_a_folder_that_is_emptied_goes(rig: Rig, sites: Sites, tmp_path: Path) -> None:
    publish(rig.target, sites)
    sites.remove(KIM, PAGE)
    publish(rig.target, sites)
    assert not (tmp_path / "srv" / "terbit" / KIM / "berita").exists()


def test_a_tree_that_was_tampered_with_is_noticed(rig: Rig, sites: Sites, tmp_path: Path) -> None:
    publish(rig.target, sites)
    stored = tmp_path / "srv/catatan/pohon" / f"{sites.sites[KIM]}.json"
    stored.write_text(stored.read_text().replace(PHOTO, "../../../etc/passwd"))
    sites.write(KIM, HOME, "beranda baru")
    refused("terbit-catatan-rusak", rig, sites)
    publish(rig.target, sites, adopt=True)
    assert rig.served() == sites.expected()


def test_what_was_forced_is_held_no_more(rig: Rig, sites: Sites) -> None:
    publish(rig.target, sites)
    sites.write(KIM, HOME, "beranda baru")
    publish(rig.target, sites)
    with rig.target.session() as session:
        session.rollback(session.releases()[1])
        assert session.online.held == {sites.sites[KIM]}
    publish(rig.target, sites)
    with rig.target.session() as session:
        assert session.online.held == set()


def test_a_full_disk_is_named_and_leaves_what_is_online(
    rig: Rig, sites: Sites, tmp_path: Path
) -> None:
    publish(rig.target, sites)
    before = rig.served()
    sites.write(KIM, HOME, "beranda " * 10_000)
    with largest_file(20_000):
        fault = refused("terbit-disk", rig, sites)
    assert str(tmp_path / "srv") in str(fault.params["tempat"])
    assert rig.served() == before


def test_a_served_folder_that_is_no_link_is_left_alone(
    rig: Rig, sites: Sites, tmp_path: Path
) -> None:
    (tmp_path / "srv" / "terbit").mkdir(parents=True)
    with pytest.raises(PublishFault) as refusal:
        publish(rig.target, sites, adopt=True)
    assert refusal.value.code == "terbit-bukan-milik"
