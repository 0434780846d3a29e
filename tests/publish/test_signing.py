"""Signatures of real programs: made once, checked on a copy, refused where anything differs."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from sitegen.engine.manifest import manifest
from sitegen.publish.faults import PublishFault
from sitegen.publish.folder.target import FolderTarget
from sitegen.publish.signature import check_copy
from sitegen.publish.signing import KEY_VARIABLE, SignedSource, signer_from
from sitegen.publish.target import Source
from tests.helpers import run
from tests.publish.scenarios import HOME, KIM, Sites, publish


def ssh_key(folder: Path, kind: str = "ed25519", passphrase: str = "") -> Path:
    """Make a key of OpenSSH."""
    if not shutil.which("ssh-keygen"):
        pytest.skip("needs ssh-keygen")
    folder.mkdir(exist_ok=True)
    key = folder / "kunci"
    command = ["ssh-keygen", "-q", "-t", kind, "-N", passphrase, "-f", str(key)]
    subprocess.run(command, check=True)
    return key


def minisign_key(folder: Path) -> Path:
    """Make a key of minisign without a passphrase."""
    if not shutil.which("minisign"):
        pytest.skip("needs minisign")
    folder.mkdir(exist_ok=True)
    key = folder / "kunci"
    command = ["minisign", "-G", "-W", "-p", f"{key}.pub", "-s", str(key)]
    subprocess.run(command, check=True, capture_output=True)
    return key


@pytest.fixture(params=["ed25519", "ecdsa", "minisign"])
def key(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give a private key; its public half lies beside it."""
    folder = tmp_path / "kunci"
    return minisign_key(folder) if request.param == "minisign" else ssh_key(folder, request.param)


@pytest.fixture
def built(sites: Sites) -> Sites:
    """Give a KIM whose list of files is as a build writes it."""
    listed = {p: (mark.sha256, mark.size) for p, mark in sites.tree(KIM).items()}
    listed.pop("manifest.json")
    sites.write(KIM, "manifest.json", manifest(KIM, listed).decode())
    return sites


def signed(source: Source, key: Path, cache: Path) -> SignedSource:
    """Give a source with signatures of a key."""
    return SignedSource(source, signer_from({KEY_VARIABLE: str(key)}), str(cache))


def published(source: Source, place: Path) -> Path:
    """Publish to a folder; give the copy of the KIM."""
    publish(FolderTarget(str(place), 3), source)
    return place / "terbit" / KIM


def test_a_published_copy_can_be_checked(built: Sites, key: Path, tmp_path: Path) -> None:
    copy = published(signed(built, key, tmp_path / "cache"), tmp_path / "srv")
    assert check_copy(str(copy), f"{key}.pub").genuine


@pytest.mark.parametrize("planted", ["page", "list", "both"])
def test_a_forged_copy_is_found(built: Sites, key: Path, tmp_path: Path, planted: str) -> None:
    copy = published(signed(built, key, tmp_path / "cache"), tmp_path / "srv")
    page, listed = copy / HOME, copy / "manifest.json"
    before = built.tree(KIM)[HOME].sha256
    if planted in ("page", "both"):
        page.write_text("judi online")
    if planted in ("list", "both"):
        forged = hashlib.sha256(b"judi online").hexdigest()
        listed.write_text(listed.read_text().replace(before, forged))
    found = check_copy(str(copy), f"{key}.pub")
    assert not found.genuine
    assert found.signed == (planted == "page")
    assert found.changed == ([] if planted == "both" else [HOME])


def test_another_key_or_no_signature_proves_nothing(
    built: Sites, key: Path, tmp_path: Path
) -> None:
    copy = published(signed(built, key, tmp_path / "cache"), tmp_path / "srv")
    other = ssh_key(tmp_path / "lain")
    assert not check_copy(str(copy), f"{other}.pub").signed
    bare = published(built, tmp_path / "tanpa")
    found = check_copy(str(bare), f"{key}.pub")
    assert not found.signed
    assert not found.missing


def test_an_unchanged_site_is_not_signed_anew(built: Sites, key: Path, tmp_path: Path) -> None:
    cache, target = tmp_path / "cache", FolderTarget(str(tmp_path / "srv"), 3)
    publish(target, signed(built, key, cache))
    assert publish(target, signed(built, key, cache)).files == 0


def test_the_same_key_signs_the_same_everywhere(built: Sites, tmp_path: Path) -> None:
    for key in (ssh_key(tmp_path / "ssh"), minisign_key(tmp_path / "minisign")):
        one, other = (signed(built, key, tmp_path / name) for name in ("satu", "dua"))
        assert one.sites == other.sites


def test_what_cannot_sign_is_told(built: Sites, tmp_path: Path) -> None:
    locked = ssh_key(tmp_path / "terkunci", passphrase="rahasia sekali")
    nonsense = tmp_path / "bukan-kunci"
    nonsense.write_text("bukan kunci")
    for named in ("", str(tmp_path / "tidak-ada"), str(locked), str(nonsense)):
        with pytest.raises(PublishFault) as refusal:
            SignedSource(built, signer_from({KEY_VARIABLE: named}), str(tmp_path / "c")).sites  # noqa: B018
        assert refusal.value.code == "terbit-tanda-tangan"
        assert refusal.value.params["sebab"]


def test_a_keeper_of_a_copy_is_told_in_words(built: Sites, key: Path, tmp_path: Path) -> None:
    copy = published(signed(built, key, tmp_path / "cache"), tmp_path / "srv")
    arguments = ("verify-copy", str(copy), "--key", f"{key}.pub")
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Asli: ")
    (copy / HOME).write_text("judi online")
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, f"diubah: {HOME}\n")
