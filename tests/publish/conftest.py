"""Fixtures of the tests of publishing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from obstore.store import MemoryStore

from sitegen.publish.objects import lease
from tests.publish.objectrig import Shelf, s3, shelf
from tests.publish.s3server import S3Server, rclone, serve_s3
from tests.publish.sites import Sites, small_sites
from tests.publish.sshd import Sshd, serving


@pytest.fixture
def sites(tmp_path: Path) -> Sites:
    """Give small sites that were just built."""
    return small_sites(tmp_path / "output")


@pytest.fixture(scope="session")
def ssh_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    """Give one server for ssh for all tests of a process; each has a folder of its own."""
    with serving(tmp_path_factory.mktemp("sshd")) as server:
        yield server


@pytest.fixture(scope="session")
def s3_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    """Give one S3 server for all tests of a process; each has a prefix of its own."""
    if not rclone():
        pytest.skip("rclone is not installed")
    with serve_s3(tmp_path_factory.mktemp("s3") / "gudang") as server:
        yield server


@pytest.fixture(params=["s3", "memory"])
def objects(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Shelf:
    """Give empty object storage: a server that knows no conditions, or a store that does."""
    monkeypatch.setattr(lease, "PAUSE", 0.0)  # nobody else can be there
    if request.param == "memory":
        return shelf(MemoryStore())
    server: S3Server = request.getfixturevalue("s3_server")
    return shelf(s3(server, f"{tmp_path.name}/situs web", monkeypatch))


@pytest.fixture
def bucket(s3_server: S3Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shelf:
    """Give an empty prefix at a real server, which another process can publish to as well."""
    monkeypatch.setattr(lease, "PAUSE", 0.0)
    return shelf(s3(s3_server, f"{tmp_path.name}/situs web", monkeypatch))
