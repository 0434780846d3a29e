"""What lies in ``content/``: seen whole, read only when it seems changed, never followed out."""

import errno
import os
from contextlib import nullcontext
from pathlib import Path

import pytest

from sitegen.engine.scan import MAX_BYTES, SETTLED, Snapshot, StampCache, now, read_whole, scan


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give a folder with two texts."""
    folder = tmp_path / "content"
    (folder / "kapuas").mkdir(parents=True)
    (folder / "provinsi.yml").write_text("nama: Contoh\n")
    (folder / "kapuas" / "kabupaten.yml").write_text("nama: Kapuas\n")
    return folder


def look(folder: Path, cache: StampCache | None = None) -> Snapshot:
    """Scan a folder as ``content``."""
    return scan(str(folder), "content", cache or StampCache())


def settled(folder: Path) -> StampCache:
    """Give what a scan long after the last change remembers."""
    cache = StampCache()
    look(folder, cache)
    return StampCache(cache.fresh, now() + 2 * SETTLED)


def forget_content(cache: StampCache) -> StampCache:
    """Replace every digest by a mark that shows whether a file was read again."""
    return StampCache(
        {name: (stamp, "dari ingatan") for name, (stamp, _) in cache.known.items()},
        cache.looked_at,
    )


def read_again(folder: Path, cache: StampCache) -> list[str]:
    """Name the files that a scan reads."""
    digests = look(folder, forget_content(cache)).digests
    return [name for name, digest in digests.items() if digest != "dari ingatan"]


def test_every_file_has_a_digest_of_its_content(content: Path) -> None:
    before = look(content).digests
    assert list(before) == ["content/kapuas/kabupaten.yml", "content/provinsi.yml"]
    (content / "provinsi.yml").write_text("nama: Contoj\n")
    after = look(content).digests
    assert after["content/kapuas/kabupaten.yml"] == before["content/kapuas/kabupaten.yml"]
    assert after["content/provinsi.yml"] != before["content/provinsi.yml"]


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert look(tmp_path / "content") == Snapshot()


def test_what_has_not_changed_is_not_read(content: Path) -> None:
    assert read_again(content, settled(content)) == []


def test_what_may_have_changed_while_it_was_looked_at_is_read(content: Path) -> None:
    cache = settled(content)
    path = content / "provinsi.yml"
    cache.looked_at = path.stat().st_mtime_ns + SETTLED
    assert "content/provinsi.yml" in read_again(content, cache)


def test_what_was_read_again_is_remembered_even_when_it_is_the_same(content: Path) -> None:
    cache = settled(content)
    unsettled = StampCache(cache.known, 0)
    look(content, unsettled)
    assert unsettled.changed
    look(content, cache)
    assert not cache.changed


def test_a_change_that_keeps_size_and_date_is_seen(content: Path) -> None:
    cache = settled(content)
    path = content / "provinsi.yml"
    details = path.stat()
    path.write_text("nama: CONTOH\n")
    os.utime(path, ns=(details.st_atime_ns, details.st_mtime_ns))
    assert path.stat().st_size == details.st_size
    assert read_again(content, cache) == ["content/provinsi.yml"]


def test_a_file_moved_into_the_place_of_another_is_seen(content: Path, tmp_path: Path) -> None:
    other = tmp_path / "kiriman.yml"
    other.write_text("nama: CONTOH\n")
    details = (content / "provinsi.yml").stat()
    cache = settled(content)
    os.utime(other, ns=(details.st_atime_ns, details.st_mtime_ns))
    other.rename(content / "provinsi.yml")
    assert read_again(content, cache) == ["content/provinsi.yml"]


@pytest.mark.parametrize("mtime", [-3 * SETTLED, 3 * SETTLED])
def test_the_later_of_both_dates_must_have_settled(content: Path, mtime: int) -> None:
    path = content / "provinsi.yml"
    os.utime(path, ns=(0, path.stat().st_ctime_ns + mtime))
    cache = settled(content)
    details = path.stat()
    cache.looked_at = max(details.st_mtime_ns, details.st_ctime_ns) + SETTLED
    assert "content/provinsi.yml" in read_again(content, cache)
    cache.looked_at += 1
    assert "content/provinsi.yml" not in read_again(content, cache)


def test_what_the_system_refuses_is_said_with_its_reason(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_open, real_scandir = open, os.scandir

    def refuse(path: str) -> None:
        if path.endswith(("provinsi.yml", "kapuas")):
            raise PermissionError(13, "Permission denied", path)

    def fragile_open(path: str, mode: str) -> object:
        refuse(path)
        return real_open(path, mode)

    def fragile_scandir(path: str) -> object:
        refuse(path)
        return real_scandir(path)

    monkeypatch.setattr("builtins.open", fragile_open)
    monkeypatch.setattr(os, "scandir", fragile_scandir)
    found = [(d.code, d.file, dict(d.params)) for d in look(content).findings]
    monkeypatch.undo()
    reason = {"sebab": "Permission denied"}
    assert found == [
        ("tidak-terbaca", "content/kapuas/", reason),
        ("tidak-terbaca", "content/provinsi.yml", reason),
    ]


def test_a_file_that_goes_while_it_is_looked_at_is_said(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone:
        """What a listing still holds of a file."""

        name, path = "panen.md", str(content / "panen.md")

        def is_symlink(self) -> bool:
            raise FileNotFoundError(2, "No such file or directory", self.path)

    monkeypatch.setattr(os, "scandir", lambda _: nullcontext([Gone()]))
    (finding,) = look(content).findings
    assert (finding.code, finding.file) == ("tidak-terbaca", "content/panen.md")
    assert dict(finding.params) == {"sebab": "No such file or directory"}


def test_an_input_larger_than_any_photo_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "besar.jpg"
    with path.open("wb") as handle:
        handle.truncate(MAX_BYTES + 1)
    with pytest.raises(OSError, match=r"besar\.jpg") as refused:
        read_whole(str(path))
    assert (refused.value.errno, refused.value.strerror) == (
        errno.EFBIG,
        os.strerror(errno.EFBIG),
    )
    path.write_bytes(b"kecil")
    assert read_whole(str(path)) == b"kecil"


def test_names_that_begin_with_a_dot_are_not_looked_at(content: Path) -> None:
    (content / ".git").mkdir()
    (content / ".git" / "config").write_text("")
    (content / ".provinsi.yml.swp").write_text("")
    assert list(look(content).digests) == ["content/kapuas/kabupaten.yml", "content/provinsi.yml"]


def findings(folder: Path) -> dict[str, str]:
    """Give the code of the finding about each name."""
    return {d.file: d.code for d in look(folder).findings}


def test_a_link_out_of_the_folder_is_reported_and_not_read(content: Path, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.md"
    secret.write_text("rahasia")
    (content / "kapuas" / "rahasia.md").symlink_to(secret)
    (content / "luar").symlink_to(tmp_path)
    (content / "putus.md").symlink_to(tmp_path / "tidak-ada")
    (content / "putar").symlink_to(content)
    assert findings(content) == {
        "content/kapuas/rahasia.md": "tautan-keluar",
        "content/luar": "tautan-keluar",
        "content/putus.md": "tautan-keluar",
        "content/putar": "tautan-keluar",
    }


def test_a_link_to_a_file_inside_is_read(content: Path) -> None:
    (content / "kapuas" / "salinan.yml").symlink_to(content / "provinsi.yml")
    digests = look(content).digests
    assert digests["content/kapuas/salinan.yml"] == digests["content/provinsi.yml"]


def test_a_pipe_is_reported_and_never_waited_for(content: Path) -> None:
    os.mkfifo(content / "pipa.md")
    assert findings(content) == {"content/pipa.md": "bukan-berkas"}


def test_a_name_that_is_not_utf8_is_reported_with_a_name_that_can_be_printed(
    content: Path,
) -> None:
    with open(os.fsencode(content) + b"/panen\xff.md", "wb"):
        pass
    (finding,) = look(content).findings
    assert (finding.code, finding.file) == ("nama-bukan-utf8", "content/panen�.md")
    assert dict(finding.params) == {"nama": "panen�.md"}
