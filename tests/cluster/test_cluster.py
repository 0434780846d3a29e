"""A province built by a scheduler and three workers, some of which are killed at work."""

import subprocess
from pathlib import Path

import pytest

from tests.cluster.conftest import MORE
from tests.cluster.machines import Machines
from tests.helpers import HANDEP, TODAY, Province, Said, Tree, copied, differences, run, tree
from tests.publish.s3server import S3Server

pytestmark = pytest.mark.xdist_group("cluster")

ANSWER = "content/kapuas/kim-handep/berita/2026-11-18-panen-raya.md"


@pytest.fixture
def province(large: tuple[Province, Tree], tmp_path: Path) -> Province:
    """Give the province of twelve KIM, never built."""
    return copied(large[0], tmp_path / "provinsi", built=True)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the lease of object storage at once: there is no other publisher."""
    monkeypatch.setattr("sitegen.publish.objects.lease.PAUSE", 0.0)


@pytest.fixture
def expected(large: tuple[Province, Tree]) -> Tree:
    """Give the bytes of a local build of it."""
    return large[1]


def build(province: Province, cluster: Machines, *more: str, **variables: str) -> Said:
    """Build on the cluster as a person does."""
    date = ("--date", TODAY.isoformat(), "--scheduler", cluster.address)
    return run("build", *date, *more, cwd=province.root, **variables)


def committed(province: Province) -> str:
    """Commit the province as it is; give its repository as workers reach it."""
    province.write(".gitignore", "/output/\n/.sitegen/\n")
    who = ("-c", "user.name=uji", "-c", "user.email=uji@contoh.id")
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message=isi")):
        subprocess.run(["git", *who, *words], cwd=province.root, check=True)
    return f"file://{province.root}"


def test_a_worker_that_is_killed_costs_time_only(
    cluster: Machines, province: Province, expected: Tree
) -> None:
    cluster.require(3)
    cluster.arm()
    done = build(province, cluster)
    assert (done.returncode, cluster.killed()) == (0, 1), done
    assert differences(province.tree(), expected) == []
    assert "0 situs dibangun" in run("build", "--date", str(TODAY), cwd=province.root).stdout


def test_workers_without_the_folder_send_back_what_they_built(
    cluster: Machines, province: Province, expected: Tree
) -> None:
    cluster.require(2)
    origin = committed(province)
    cluster.arm()
    done = build(province, cluster, "--content-from", origin)
    assert (done.returncode, cluster.killed()) == (0, 1), done
    assert differences(province.tree(), expected) == []
    province.replace(ANSWER, "12 ton", "13 ton")
    done = build(province, cluster, "--content-from", origin)
    assert done.returncode == 2
    assert f"menemukan {ANSWER} yang berbeda" in done.stderr
    committed(province)
    assert build(province, cluster, "--content-from", origin).returncode == 0
    assert "0 situs dibangun" in run("build", "--date", str(TODAY), cwd=province.root).stdout
    assert "13 ton" in province.read("output/kapuas/kim-handep/berita/panen-raya/index.html")


def test_workers_bring_what_they_built_to_object_storage(
    cluster: Machines, province: Province, expected: Tree, bucket: S3Server
) -> None:
    cluster.require(2)
    origin = committed(province)
    where = ("--content-from", origin, "--output", "s3://kim/situs")
    account = {**bucket.environment(), "AWS_ENDPOINT_URL": bucket.endpoint}
    cluster.arm()
    done = build(province, cluster, *where, **account)
    assert (done.returncode, cluster.killed()) == (0, 1), done
    online = bucket.folder / "situs"
    assert differences(tree(online), expected) == []
    assert (
        "0 situs dibangun, 15 tidak berubah" in build(province, cluster, *where, **account).stdout
    )

    province.replace(ANSWER, "12 ton", "13 ton")
    province.write(f"content/{HANDEP}/berita/rusak.md", "---\njudul: [\n---\n")
    province.remove(f"content/{MORE[0]}")
    committed(province)
    done = build(province, cluster, *where, **account)
    assert done.returncode == 1
    assert f"content/{HANDEP}/: galat" in done.stdout
    assert "12 ton" in (online / HANDEP / "berita/panen-raya/index.html").read_text("utf-8")
    assert not (online / MORE[0]).exists()

    province.remove(f"content/{HANDEP}/berita/rusak.md")
    committed(province)
    assert build(province, cluster, *where, **account).returncode == 0
    province.build()
    assert differences(tree(online), province.tree()) == []


def test_a_site_that_kills_every_worker_is_named_and_the_rest_is_built(
    cluster: Machines, province: Province, expected: Tree
) -> None:
    cluster.require(3)
    cluster.arm(HANDEP)
    done = build(province, cluster)
    assert (done.returncode, cluster.killed()) == (1, 2)
    assert f"content/{HANDEP}/: galat" in done.stdout
    assert "terhenti mendadak" in done.stdout
    built = {name for name in province.tree() if name.startswith("kapuas/kim-0")}
    assert built == {name for name in expected if name.startswith("kapuas/kim-0")}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--scheduler", "tcp://127.0.0.1:1"), "tcp://127.0.0.1:1 tidak dapat dihubungi: "),
        (("--scheduler", "http://127.0.0.1:1"), '"http://127.0.0.1:1" bukan alamat penjadwal'),
        (("--scheduler", "tls://127.0.0.1:1"), "TLS"),
        (("--output", "s3://kim/situs"), "--content-from"),
        (("--output", "s3://kim/situs", "--content-from", "x"), "--scheduler"),
        (("--content-from", "x"), "--scheduler"),
        (
            ("--output", "s3://kim", "--content-from", "x", "--scheduler", "tcp://x:1", "--drafts"),
            "--drafts",
        ),
    ],
)
def test_what_cannot_be_used_is_said_in_words(
    province: Province, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.setattr("sitegen.cluster.open._SECONDS", 1)
    done = run("build", *words, cwd=province.root)
    assert done.returncode == 2
    assert said in done.stderr
