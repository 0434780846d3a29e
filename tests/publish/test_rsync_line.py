"""What can go wrong between here and a server: keys, lines, disks, and others who publish."""

import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest

from sitegen.publish.faults import PublishFault
from sitegen.publish.ssh.target import RsyncTarget
from tests.publish import sshd
from tests.publish.publishing import Rig, publish
from tests.publish.rigs import folder_rig
from tests.publish.servers import target
from tests.publish.sites import HOME, KIM, Sites
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


@pytest.mark.parametrize(
    ("host", "code", "passing"),
    [
        (sshd.WRONG_KEY, "terbit-ditolak", False),
        (sshd.STRANGER, "terbit-host-asing", False),
        (sshd.CHANGED, "terbit-host-asing", False),
        (sshd.CLOSED, "terbit-tak-terhubung", True),
    ],
)
def test_a_server_that_cannot_be_reached(
    ssh_server: Sshd, place: Path, sites: Sites, host: str, code: str, passing: bool
) -> None:
    with pytest.raises(PublishFault) as refusal:
        publish(target(ssh_server, place, host), sites)
    assert (refusal.value.code, refusal.value.passing) == (code, passing)
    assert refusal.value.params["sebab"]
    assert not place.exists()


def test_a_full_disk_is_named_and_leaves_what_is_online(
    ssh_server: Sshd, rig: Rig, place: Path, sites: Sites
) -> None:
    publish(rig.target, sites)
    before = rig.served()
    sites.write(KIM, HOME, "".join(f"beranda {number} " for number in range(9_000)))
    with pytest.raises(PublishFault) as refusal:
        publish(target(ssh_server, place, sshd.FULL), sites)
    assert refusal.value.code == "terbit-disk"
    assert refusal.value.params["sebab"]
    assert rig.served() == before
    publish(rig.target, sites)
    assert rig.served() == sites.expected()


def test_a_place_that_cannot_be_made_is_named(ssh_server: Sshd, place: Path, sites: Sites) -> None:
    place.write_text("berkas, bukan folder")
    with pytest.raises(PublishFault) as refusal:
        publish(target(ssh_server, place / "situs"), sites)
    assert refusal.value.code == "terbit-disk"
    assert "Not a directory" in str(refusal.value.params["sebab"])


def test_a_line_that_breaks_can_be_taken_up_again(ssh_server: Sshd, rig: Rig, sites: Sites) -> None:
    publish(rig.target, sites)
    before = rig.served()
    sites.write(KIM, HOME, "beranda baru")
    with pytest.raises(PublishFault) as broken:
        publish(rig.target, sites, tell=lambda _place, _size: ssh_server.cut())
    assert (broken.value.code, broken.value.passing) == ("terbit-tak-terhubung", True)
    assert rig.served() == before
    publish(rig.target, sites)
    assert rig.served() == sites.expected()


def test_who_lost_his_lock_changes_nothing(rig: Rig, sites: Sites, place: Path) -> None:
    publish(rig.target, sites)
    before = rig.served()
    sites.write(KIM, HOME, "beranda baru")
    holder = place / "catatan" / "pemegang"
    with pytest.raises(PublishFault) as refusal:
        publish(rig.target, sites, tell=lambda _place, _size: holder.write_text("orang lain"))
    assert refusal.value.code == "terbit-didahului"
    assert rig.served() == before


class Killed(BaseException):
    """Stands for the end of the process."""


def test_it_can_be_repeated_after_any_of_its_commands_failed_to_start(
    rig: Rig, sites: Sites, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(rig.target, sites)
    start, commands = subprocess.Popen.__init__, 0

    def counted(*arguments: Any, **named: Any) -> None:
        nonlocal commands
        if threading.current_thread() is threading.main_thread():  # the server's go on
            commands -= 1
            if commands < 0:
                raise Killed
        start(*arguments, **named)

    monkeypatch.setattr(subprocess.Popen, "__init__", counted)
    for number in range(20):
        before, commands = rig.served(), number
        sites.write(KIM, HOME, f"beranda {number}")
        try:
            publish(rig.target, sites)
            break
        except Killed:
            assert rig.served() == before
        commands = 100
        publish(rig.target, sites)
        assert rig.served() == sites.expected()
    assert 3 <= number < 20


@pytest.mark.parametrize(
    "address", ["peladen:-srv", "-oProxyCommand=x:/srv", "a@-b:/srv", "peladen:", "ssh://-b/srv"]
)
def test_an_address_that_a_program_could_misread_is_refused(address: str) -> None:
    with pytest.raises(PublishFault) as refusal:
        RsyncTarget(address, 3)
    assert refusal.value.code == "terbit-tempat-rsync"


@pytest.mark.parametrize(
    ("address", "host", "port", "path"),
    [
        ("penerbit@kim.go.id:/srv/kim", "penerbit@kim.go.id", 0, "/srv/kim"),
        ("kim.go.id:~/kim", "kim.go.id", 0, "kim"),
        ("ssh://penerbit@kim.go.id:2222/srv/kim", "penerbit@kim.go.id", 2222, "/srv/kim"),
        ("ssh://[::1]/~/kim", "::1", 0, "kim"),
    ],
)
def test_an_address_is_read(address: str, host: str, port: int, path: str) -> None:
    read = RsyncTarget(address, 3).address
    assert (read.host, read.port, read.path) == (host, port, path)
