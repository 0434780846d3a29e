"""``sitegen publish`` to a pages branch: of the province, and of each KIM by itself."""

from pathlib import Path

import pytest

from sitegen.publish.signature import check_copy
from sitegen.publish.signing import KEY_VARIABLE
from tests.helpers import HANDEP, KIM, TELO, Province
from tests.publish.repositories import GIT, Repository, git
from tests.publish.test_command import PANEN, publish, say
from tests.publish.test_command_targets import name_target
from tests.publish.test_signing import ssh_key

pytestmark = pytest.mark.skipif(GIT is None, reason="needs git")


def test_a_province_in_a_branch(province: Province, tmp_path: Path) -> None:
    repository = Repository.make(tmp_path / "laman.git")
    name_target(province, "git", f"file://{repository.path}")
    say(province, "build")
    built = province.tree()
    host = repository.path.parent / "salinan"
    assert publish(province)["files_sent"] == len(built)
    served = repository.served()
    assert served.pop("CNAME", b"").endswith(b"\n")
    assert served == built
    assert publish(province)["files_sent"] == 0
    assert repository.run("rev-list", "--count", "gh-pages") == "1"

    province.replace(PANEN, "judul: Warga", "judul: Panen besar")
    say(province, "build")
    publish(province)
    say(province, "publish", "--rollback")
    assert built.items() <= repository.served().items()
    say(province, "verify")
    git(tmp_path, "clone", "-q", "-b", "gh-pages", str(repository.path), str(host))
    assert (host / HANDEP / "index.html").read_bytes() == built[f"{HANDEP}/index.html"]


def test_each_kim_in_a_repository_of_its_own(
    province: Province, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = ssh_key(tmp_path / "kunci")
    monkeypatch.setenv(KEY_VARIABLE, str(key))
    names = {site: site.partition("/")[2] for site in KIM}
    own = {site: Repository.make(tmp_path / f"{name}.git") for site, name in names.items()}
    name_target(province, "git", f"{tmp_path}/{{kim}}.git", "    tanda_tangan: ya\n")
    province.write(
        f"content/{TELO}/kim.yml",
        province.read(f"content/{TELO}/kim.yml") + "situs: https://telo.id\n",
    )
    say(province, "build")
    say(province, "publish")
    for site, repository in own.items():
        assert "index.html" in repository.served()
        assert repository.files().get("CNAME") == (b"telo.id\n" if site == TELO else None)
        copy = tmp_path / "salinan" / names[site]
        git(tmp_path, "clone", "-q", "-b", "gh-pages", str(repository.path), str(copy))
        assert check_copy(str(copy), f"{key}.pub").genuine
