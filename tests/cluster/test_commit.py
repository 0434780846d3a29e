"""Single sites out of a commit, without its history and without the files of other sites."""

import subprocess
from pathlib import Path

import pytest

from sitegen.cluster.commit import CommitStore, Origin, find_origin
from sitegen.publish.faults import PublishFault


def git(folder: Path, *words: str) -> str:
    """Run git in a folder; give what it said."""
    who = ("-c", "user.name=uji", "-c", "user.email=uji@contoh.id", "-c", "core.quotePath=false")
    command = ["git", *who, *words]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give a repository whose workspace is a folder in it; it may be fetched in part."""
    folder = tmp_path / "repo dengan spasi"
    for name, data in {
        "situs/content/kapuas/a/kim.yml": b"satu\r\n",
        "situs/content/kapuas/a/foto/panen raya é.jpg": b"\xff\xd8 foto",
        "situs/content/kapuas/b/kim.yml": b"dua",
        "situs/themes/anak/theme.yml": b"induk: dasar\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    git(folder, "init", "--quiet", "--initial-branch=utama")
    git(folder, "config", "uploadpack.allowFilter", "true")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=isi")
    return folder


def test_only_what_is_asked_for_comes_byte_for_byte(repository: Path, tmp_path: Path) -> None:
    origin = find_origin(f"file://{repository}#utama", str(repository / "situs"))
    assert origin.inside == "situs/"
    assert origin.commit == git(repository, "rev-parse", "HEAD").strip()
    store = CommitStore(str(tmp_path / "isi.git"), origin)
    wanted = ["content/kapuas/a/kim.yml", "content/kapuas/a/foto/panen raya é.jpg"]
    for _again in range(2):
        store.take(wanted, str(tmp_path / "sini"))
    found = {p.relative_to(tmp_path / "sini").as_posix() for p in tmp_path.glob("sini/**/*.*")}
    assert found == {f"situs/{name}" for name in wanted}
    assert (tmp_path / "sini/situs" / wanted[0]).read_bytes() == b"satu\r\n"
    assert (tmp_path / "sini/situs" / wanted[1]).read_bytes() == b"\xff\xd8 foto"
    blob = git(repository, "rev-parse", "HEAD:situs/content/kapuas/b/kim.yml").strip()
    known = git(tmp_path / "isi.git", "cat-file", "--batch-all-objects", "--batch-check")
    assert blob not in known


def test_what_the_commit_lacks_is_named(repository: Path, tmp_path: Path) -> None:
    store = CommitStore(str(tmp_path / "isi.git"), find_origin(f"file://{repository}", "/"))
    with pytest.raises(FileNotFoundError) as missing:
        store.take(["situs/content/tiada.md"], str(tmp_path / "sini"))
    assert missing.value.filename == "situs/content/tiada.md"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("file:///tiada", "terbit-tanpa-repositori"),
        ("file://{repo}#tiada", "terbit-tanpa-repositori"),
        ("--upload-pack=tiada", "terbit-gagal"),
    ],
)
def test_what_cannot_be_had_is_said(repository: Path, address: str, code: str) -> None:
    with pytest.raises(PublishFault, match=code):
        find_origin(address.replace("{repo}", str(repository)), str(repository))


def test_a_commit_that_is_not_there_is_said(repository: Path, tmp_path: Path) -> None:
    with pytest.raises(PublishFault):
        CommitStore(str(tmp_path / "isi.git"), Origin(f"file://{repository}", "0" * 40))
