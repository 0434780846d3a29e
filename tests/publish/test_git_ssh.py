"""A branch behind a real sshd and git's own shell, and what a line or a host can refuse."""

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.publish.git.faults import git_fault, mask
from sitegen.publish.git.pages import cname
from sitegen.publish.git.target import open_git
from sitegen.publish.target import Target
from tests.publish import sshd
from tests.publish.publishing import Rig, publish, refused, surveyed
from tests.publish.repositories import GIT, KEEP, Repository, without_git
from tests.publish.sites import HOME, KIM, Sites
from tests.publish.sshd import Sshd

pytestmark = [
    pytest.mark.skipif(GIT is None, reason="needs git"),
    pytest.mark.xdist_group("sshd-git"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    """Run a server whose users may run nothing but git."""
    with sshd.serving(tmp_path_factory.mktemp("sshd")) as running:
        keys = running.folder / "authorized_keys"
        key = (running.folder / "key.pub").read_text()
        keys.write_text(f'command="git-shell -c \\"$SSH_ORIGINAL_COMMAND\\"" {key}')
        yield running


@pytest.fixture(params=["git", "dulwich"])
def way(
    request: pytest.FixtureRequest, server: Sshd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    """Publish with git's program, or on a machine that has none."""
    monkeypatch.setenv("GIT_SSH_COMMAND", shlex.join(server.ssh))
    if request.param == "dulwich":
        without_git(tmp_path / "bin", monkeypatch)
    return str(request.param)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Make an empty repository on the server."""
    return Repository.make(tmp_path / "situs désa's.git")


def behind(host: str, repository: Repository, workspace: Path) -> Target:
    """Give a repository on the server as a target."""
    return open_git(f"{host}:{repository.path}", "", KEEP, str(workspace), None)


@pytest.mark.usefixtures("way")
def test_publishing_over_ssh(repository: Repository, tmp_path: Path, sites: Sites) -> None:
    one = behind(sshd.KNOWN, repository, tmp_path / "satu")
    publish(one, sites)
    before = sites.expected()
    assert repository.served() == before
    sites.write(KIM, HOME, "beranda baru")
    other = behind(sshd.KNOWN, repository, tmp_path / "dua")
    assert publish(other, sites).files == 1
    assert repository.served() == sites.expected()
    assert publish(one, sites).files == 0
    third = behind(sshd.KNOWN, repository, tmp_path / "tiga")
    assert surveyed(third).keys() == sites.expected().keys()
    with third.session() as session:
        session.rollback(session.releases()[1])
    assert repository.served() == before


@pytest.mark.usefixtures("way")
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
    repository: Repository, tmp_path: Path, sites: Sites, host: str, code: str, passing: bool
) -> None:
    rig = Rig(behind(host, repository, tmp_path), dict, repository.plant, repository.damage)
    assert refused(code, rig, sites).passing == passing


@pytest.mark.usefixtures("way")
def test_no_repository_on_the_server(tmp_path: Path, sites: Sites) -> None:
    absent = Repository(tmp_path / "tidak-ada.git")
    rig = Rig(behind(sshd.KNOWN, absent, tmp_path), dict, absent.plant, absent.damage)
    refused("terbit-tanpa-repositori", rig, sites)


@pytest.mark.usefixtures("way")
def test_a_host_that_declines_a_push(repository: Repository, tmp_path: Path, sites: Sites) -> None:
    hook = repository.path / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'GH006: Protected branch update failed' >&2\nexit 1\n")
    hook.chmod(0o755)
    rig = Rig(behind(sshd.KNOWN, repository, tmp_path), dict, repository.plant, repository.damage)
    refused("terbit-ditolak", rig, sites)
    assert repository.files() == {}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("! \trefs/heads/a:refs/heads/a\t[rejected] (stale info)", "terbit-didahului"),
        (
            "remote: error: cannot lock ref 'refs/heads/a': is at 1 but expected 2",
            "terbit-didahului",
        ),
        (
            "ERROR: Repository not found.\nfatal: Could not read from remote",
            "terbit-tanpa-repositori",
        ),
        ("remote: Permission to a/b.git denied to c.\nfatal: error: 403", "terbit-ditolak"),
        (
            "fatal: could not read Username for 'https://contoh.id': terminal prompts disabled",
            "terbit-ditolak",
        ),
        ("ssh: Could not resolve hostname contoh.id: Name or service", "terbit-tak-terhubung"),
        ("fatal: the remote end hung up unexpectedly", "terbit-tak-terhubung"),
        ("error: file write error: No space left on device\nfatal: hung up", "terbit-disk"),
        ("fatal: sesuatu yang lain", "terbit-gagal"),
    ],
)
def test_what_git_says_becomes_a_finding(said: str, code: str) -> None:
    assert git_fault(said, "https://contoh.id/a.git").code == code


def test_secrets_are_never_told() -> None:
    said = "fatal: unable to access 'https://ghp_rahasia@contoh.id/a.git/': error: 403"
    fault = git_fault(said, "https://kim:sandi@contoh.id/a.git")
    told = fault.finding("laman").message
    assert "***@contoh.id" in told
    assert "rahasia" not in told
    assert "sandi" not in str(fault.params)
    assert mask("ssh://git@contoh.id/a") == "ssh://git@contoh.id/a"


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://kim.contoh.id/", b"kim.contoh.id\n"),
        ("https://KIM.Contoh.ID", b"kim.contoh.id\n"),
        ("https://contoh.id/kim/", b""),
        ("https://contoh.id:8443/", b""),
        ("https://kim.github.io/", b""),
        ("https://kim.pages.dev", b""),
        ("http://localhost/", b""),
        ("http://192.0.2.7/", b""),
        ("", b""),
    ],
)
def test_which_addresses_need_a_cname(url: str, text: bytes) -> None:
    assert cname(url) == text
