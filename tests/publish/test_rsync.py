"""A server over ssh: every promise of a target, against a real sshd."""

import os
import shutil
from pathlib import Path

import pytest

from sitegen.content.register import Penerbitan
from sitegen.publish.placements import Placement, open_target
from tests.helpers import tree
from tests.publish.publishing import Rig, publish, refused, surveyed
from tests.publish.readers import Reader, switches
from tests.publish.rigs import folder_rig
from tests.publish.scenarios import SCENARIOS, Scenario, named, two_at_once
from tests.publish.servers import target
from tests.publish.sites import HOME, KIM, PAGE, Sites
from tests.publish.sshd import Sshd

pytestmark = pytest.mark.skipif(shutil.which("rsync") is None, reason="needs rsync")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Give the folder on the server; it is not there yet."""
    return tmp_path / "srv désa's"


@pytest.fixture
def rig(ssh_server: Sshd, place: Path) -> Rig:
    """Give a folder on the server as a target."""
    return folder_rig(place, target(ssh_server, place))


@pytest.mark.parametrize("scenario", [*SCENARIOS, two_at_once], ids=named)
def test_as_every_target(scenario: Scenario, rig: Rig, sites: Sites) -> None:
    scenario(rig, sites)


def test_a_reader_never_misses_a_page_while_releases_are_switched(
    rig: Rig, sites: Sites, place: Path
) -> None:
    publish(rig.target, sites)
    with Reader([place / "terbit" / path for path in sites.expected()]) as reader:
        for number in range(switches(10)):
            sites.write(KIM, HOME, f"beranda {number}")
            publish(rig.target, sites)
            reader.wait_for_another_round()
    assert reader.missed == []


def test_what_was_tampered_with_heals_when_its_site_is_published(
    rig: Rig, sites: Sites, place: Path
) -> None:
    publish(rig.target, sites)
    rig.plant(f"{KIM}/{PAGE}", b"judi online")
    sites.write(KIM, HOME, "beranda baru")
    assert publish(rig.target, sites).files == 2
    assert rig.served() == sites.expected()


def test_an_unchanged_file_is_stored_once_and_keeps_its_time(
    rig: Rig, sites: Sites, place: Path
) -> None:
    publish(rig.target, sites)
    page = place / "terbit" / KIM / PAGE
    before = page.stat()
    sites.path(KIM, PAGE).touch()
    sites.write(KIM, HOME, "beranda baru")
    publish(rig.target, sites)
    after = page.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert after.st_nlink == 2
    assert (place / "terbit" / KIM / HOME).stat().st_nlink == 1


def test_modes_are_those_of_a_web_server(rig: Rig, sites: Sites, place: Path) -> None:
    sites.path(KIM, PAGE).chmod(0o600)
    sites.path(KIM, PAGE).parent.chmod(0o700)
    publish(rig.target, sites)
    served = (place / "terbit").resolve()
    modes = {path: path.stat().st_mode & 0o777 for path in [served, *served.rglob("*")]}
    assert modes == {path: 0o755 if path.is_dir() else 0o644 for path in modes}


def test_foreign_links_and_empty_folders_stay_and_are_not_followed(
    rig: Rig, sites: Sites, place: Path, tmp_path: Path
) -> None:
    publish(rig.target, sites)
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    served = place / "terbit"
    (served / "galeri").symlink_to(elsewhere, target_is_directory=True)
    (served / ".well-known" / "acme-challenge").mkdir(parents=True)
    sites.remove(KIM, PAGE)
    publish(rig.target, sites)
    assert (served / "galeri").readlink() == elsewhere
    assert (served / ".well-known" / "acme-challenge").is_dir()
    assert not (served / KIM / "berita").exists()
    assert surveyed(rig.target)["galeri"].sha256 == ""
    sites.write("", "galeri/index.html", "galeri")
    refused("terbit-bukan-milik", rig, sites)
    assert list(elsewhere.iterdir()) == []


def test_nothing_to_do_takes_one_command(ssh_server: Sshd, rig: Rig, sites: Sites) -> None:
    publish(rig.target, sites)
    before = ssh_server.commands()
    publish(rig.target, sites)
    assert ssh_server.commands() == before + 1


def test_many_trees_are_asked_for_at_once(ssh_server: Sshd, rig: Rig, sites: Sites) -> None:
    for number in range(12):
        sites.write(f"katingan/kim-{number}", HOME, f"beranda {number}")
    publish(rig.target, sites)
    for number in range(12):
        sites.write(f"katingan/kim-{number}", HOME, f"beranda baru {number}")
    before = ssh_server.commands()
    publish(rig.target, sites)
    assert ssh_server.commands() - before < 12
    assert rig.served() == sites.expected(sites.sites)


def test_what_a_kill_left_on_the_server_goes(rig: Rig, sites: Sites, place: Path) -> None:
    publish(rig.target, sites)
    name = (place / "terbit").readlink().name
    shutil.copytree(place / "rilis" / name, place / "rilis" / "setengah.tmp")
    (place / "catatan" / f"{name}-0001.json").write_text("tanpa folder")
    (place / "catatan" / "pohon" / "setengah.json.tmp").write_text("{")
    (place / "terbit.tmp").symlink_to("rilis/setengah.tmp")
    with rig.target.session() as session:
        assert [release.name for release in session.releases()] == [name]
    sites.write(KIM, HOME, "beranda baru")
    publish(rig.target, sites)
    assert rig.served() == sites.expected()
    only_what_releases_need(rig, place)
    assert not (place / "terbit.tmp").is_symlink()


def test_only_what_releases_need_stays(rig: Rig, sites: Sites, place: Path) -> None:
    for number in range(5):
        sites.write(KIM, HOME, f"beranda {number}")
        publish(rig.target, sites)
    only_what_releases_need(rig, place)


def only_what_releases_need(rig: Rig, place: Path) -> None:
    """Require that nothing else stands on the server."""
    records = {path.stem for path in (place / "catatan").glob("*.json")}
    assert {path.name for path in (place / "rilis").iterdir()} == records
    with rig.target.session() as session:
        needed = {digest for release in session.releases() for digest in release.trees()}
    assert {path.stem for path in (place / "catatan" / "pohon").iterdir()} == needed


def test_provinsi_yml_names_the_server(
    ssh_server: Sshd, place: Path, sites: Sites, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = tmp_path / "bin" / "ssh"
    client.parent.mkdir()
    client.write_text(f'#!/bin/sh\nexec {shutil.which("ssh")} -F {ssh_server.config} "$@"\n')
    client.chmod(0o755)
    monkeypatch.setenv("PATH", str(client.parent), prepend=os.pathsep)
    settings = Penerbitan(nama="peladen", jenis="rsync", tempat=f"peladen:{place}")
    publish(open_target(Placement(settings, settings.tempat, "", {}), str(tmp_path)), sites)
    assert tree(place / "terbit") == sites.expected()
