"""A branch in a real repository, by git's program and by dulwich where that is missing."""

import sys
from pathlib import Path

import pytest

from sitegen.publish.faults import PublishFault
from tests.publish.publishing import Rig, publish, refused, surveyed
from tests.publish.repositories import GIT, Repository, git, without_git
from tests.publish.scenarios import SCENARIOS, Scenario, named, two_at_once
from tests.publish.sites import HOME, KIM, PAGE, PHOTO, Sites

pytestmark = pytest.mark.skipif(GIT is None, reason="needs git")


@pytest.fixture(params=["git", "dulwich"], autouse=True)
def way(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Publish with git's program, or on a machine that has none."""
    if request.param == "dulwich":
        without_git(tmp_path / "bin", monkeypatch)
    return str(request.param)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Make an empty repository."""
    return Repository.make(tmp_path / "situs désa.git")


@pytest.fixture
def rig(repository: Repository, tmp_path: Path) -> Rig:
    """Give its branch as a target."""
    return repository.rig(tmp_path)


@pytest.mark.parametrize("scenario", [*SCENARIOS, two_at_once], ids=named)
def test_as_every_target(scenario: Scenario, rig: Rig, sites: Sites) -> None:
    scenario(rig, sites)


@pytest.mark.parametrize("partial", [True, False], ids=["partial", "whole"])
def test_another_machine_goes_on_where_one_left(
    tmp_path: Path, sites: Sites, partial: bool
) -> None:
    repository = Repository.make(tmp_path / "situs.git", partial=partial)
    one, other = repository.target(tmp_path / "satu"), repository.target(tmp_path / "dua")
    publish(one, sites)
    first = sites.expected()
    assert publish(other, sites).files == 0
    sites.write(KIM, HOME, "beranda dari mesin lain")
    assert publish(other, sites).files == 1
    assert publish(one, sites).files == 0
    with repository.target(tmp_path / "tiga").session() as session:
        session.rollback(session.releases()[1])
    assert repository.served() == first
    assert surveyed(repository.target(tmp_path / "empat")).keys() == first.keys()


def test_files_that_are_online_are_not_fetched_to_publish(
    way: str, repository: Repository, tmp_path: Path, sites: Sites
) -> None:
    if way == "dulwich":
        pytest.skip("dulwich reads a folder without a server that could leave files out")
    publish(repository.target(tmp_path / "satu"), sites)
    sites.write(KIM, HOME, "beranda dari mesin lain")
    publish(repository.target(tmp_path / "dua"), sites)
    photo = repository.run("rev-parse", f"gh-pages:{KIM}/{PHOTO}")
    [store] = (tmp_path / "dua" / ".sitegen" / "terbit").glob("git-*[0-9a-f]/")
    assert photo not in Repository(store).objects()


def test_only_new_objects_travel(repository: Repository, rig: Rig, sites: Sites) -> None:
    publish(rig.target, sites)
    before = repository.objects()
    sites.write(KIM, PAGE, "Panen raya, 13 ton beras")
    publish(rig.target, sites)
    new = repository.run("rev-list", "--objects", "gh-pages", "^gh-pages~1", "--no-object-names")
    assert repository.objects() - before == set(new.split())


def test_of_two_machines_at_once_the_second_is_told(
    repository: Repository, tmp_path: Path, sites: Sites
) -> None:
    one, other = repository.rig(tmp_path / "satu"), repository.rig(tmp_path / "dua")
    publish(one.target, sites)
    sites.write(KIM, HOME, "beranda dari mesin kedua")

    def meanwhile(_place: str, _size: int) -> None:
        repository.plant("catatan.txt", b"lebih dulu")

    with pytest.raises(PublishFault) as refusal:
        publish(other.target, sites, tell=meanwhile)
    assert refusal.value.code == "terbit-didahului"
    assert repository.served()[f"{KIM}/{HOME}"] != sites.expected()[f"{KIM}/{HOME}"]
    publish(other.target, sites)
    assert repository.served() == {**sites.expected(), "catatan.txt": b"lebih dulu"}


def test_two_first_publications_at_once(
    repository: Repository, tmp_path: Path, sites: Sites
) -> None:
    with pytest.raises(PublishFault) as refusal:
        publish(
            repository.target(tmp_path),
            sites,
            tell=lambda _place, _size: repository.plant("a.txt", b""),
        )
    assert refusal.value.code == "terbit-didahului"
    assert repository.files() == {"a.txt": b""}


def test_a_commit_says_who_when_and_how_much(
    repository: Repository, rig: Rig, sites: Sites, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configuration = tmp_path / "gitconfig"
    configuration.write_text("[user]\n\tname = Désa <KIM>\n\temail = kim@contoh.id\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(configuration))
    publish(rig.target, sites)
    sites.write(KIM, HOME, "beranda baru")
    sites.remove(KIM, PAGE)
    release = publish(rig.target, sites).release
    shape = "--format=%an|%ae|%cn|%ad|%B"
    said = repository.run("log", "-1", shape, "--date=format:%Y%m%dT%H%M%SZ", "gh-pages")
    who, address, committer, when, *message = said.split("|")
    assert (who, address, committer) == ("Désa KIM", "kim@contoh.id", "Désa KIM")
    assert release.startswith(when)
    assert "|".join(message).split("\n") == [
        "Terbitkan 1 situs: 1 berkas dikirim, 1 dihapus",
        "",
        f"{KIM}: 1 dikirim, 1 dihapus",
        "",
        f"Rilis {release}",
    ]
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "kosong"))
    monkeypatch.setenv("HOME", str(tmp_path))
    sites.write(KIM, HOME, "beranda lagi")
    publish(rig.target, sites)
    assert (
        repository.run("log", "-1", "--format=%an <%ae>", "gh-pages")
        == "sitegen <sitegen@localhost>"
    )


def test_what_a_host_of_pages_wants_to_find(
    repository: Repository, tmp_path: Path, sites: Sites
) -> None:
    def online(url: str | None, text: str) -> bytes | None:
        sites.write(KIM, HOME, text)
        publish(repository.target(tmp_path, url), sites)
        assert repository.files()[".nojekyll"] == b""
        assert surveyed(repository.target(tmp_path)).keys() == sites.expected().keys() - {""}
        return repository.files().get("CNAME")

    assert online("https://kim.contoh.id/", "satu") == b"kim.contoh.id\n"
    assert online(None, "dua") == b"kim.contoh.id\n"
    assert online("https://kim.contoh.go.id/", "tiga") == b"kim.contoh.go.id\n"
    assert online("https://contoh.github.io/", "empat") is None


def test_a_domain_that_its_owner_set_is_left_alone(
    repository: Repository, tmp_path: Path, sites: Sites
) -> None:
    repository.plant("CNAME", b"lain.contoh.id")
    publish(repository.target(tmp_path, "https://kim.contoh.id/"), sites)
    assert repository.files()["CNAME"] == b"lain.contoh.id"
    assert "CNAME" in surveyed(repository.target(tmp_path))


def test_a_rollback_leaves_what_others_did_since(
    repository: Repository, rig: Rig, sites: Sites
) -> None:
    publish(rig.target, sites)
    repository.plant("usang.txt", b"sebelum rilis kedua")
    sites.write(KIM, HOME, "beranda kedua")
    publish(rig.target, sites)
    repository.remove("usang.txt")
    repository.plant(f"{KIM}/baru.txt", b"sesudah rilis kedua")
    sites.write(KIM, HOME, "beranda ketiga")
    expected = {**sites.expected(), f"{KIM}/baru.txt": b"sesudah rilis kedua"}
    publish(rig.target, sites)
    with rig.target.session() as session:
        session.rollback(session.releases()[1])
    assert repository.served() == {**expected, f"{KIM}/{HOME}": b"beranda kedua"}
    assert repository.run("rev-list", "--count", "gh-pages") == "7"


def test_a_file_may_not_stand_where_a_folder_is_to_be(
    repository: Repository, rig: Rig, sites: Sites
) -> None:
    publish(rig.target, sites)
    repository.plant("a", b"")
    repository.plant("b/c", b"")
    with rig.target.session() as session:
        assert session.foreign(["a/index.html", "b", "b/d", "d"]) == {"a/index.html", "b"}


def test_a_checkout_of_the_user_is_left_alone(
    rig: Rig, sites: Sites, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = tmp_path / "kerja"
    checkout.mkdir()
    git(checkout, "init", "-q")
    (checkout / "tulisan.md").write_text("belum disimpan")
    git(checkout, "add", "tulisan.md")
    before = git(checkout, "status", "--porcelain=v2", "--branch")
    monkeypatch.setenv("GIT_DIR", str(checkout / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(checkout / ".git" / "index"))
    publish(rig.target, sites)
    monkeypatch.undo()
    assert git(checkout, "status", "--porcelain=v2", "--branch") == before
    assert not git(checkout, "for-each-ref")


def test_a_store_that_broke_is_made_anew(
    way: str, rig: Rig, repository: Repository, tmp_path: Path, sites: Sites
) -> None:
    if way == "dulwich":
        pytest.skip("dulwich keeps nothing but objects")
    publish(rig.target, sites)
    [store] = (tmp_path / ".sitegen" / "terbit").glob("git-*[0-9a-f]/")
    (store / "HEAD").write_bytes(b"")
    sites.write(KIM, HOME, "beranda baru")
    assert publish(rig.target, sites).files == 1
    assert repository.served() == sites.expected()


def test_no_repository(tmp_path: Path, sites: Sites) -> None:
    refused("terbit-tanpa-repositori", Repository(tmp_path / "tidak-ada.git").rig(tmp_path), sites)


def test_neither_git_nor_dulwich(
    rig: Rig, sites: Sites, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delitem(sys.modules, "sitegen.publish.git.dulwich", raising=False)
    monkeypatch.setitem(sys.modules, "dulwich", None)
    monkeypatch.setitem(sys.modules, "dulwich.client", None)
    fault = refused("terbit-tanpa-program", rig, sites)
    assert fault.params["program"] == "git"
