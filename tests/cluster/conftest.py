"""A cluster for the tests of this folder, and a province with work for it."""

from collections.abc import Iterator

import pytest

from tests.cluster.machines import Machines, machines
from tests.helpers import Province, Tree, copied
from tests.publish.s3server import S3Server, rclone, serve_s3

MORE = tuple(f"kapuas/kim-{number:02}" for number in range(9))


@pytest.fixture(scope="session")
def bucket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    """Give an S3 server."""
    if rclone() is None:
        pytest.skip("rclone is not installed")
    with serve_s3(tmp_path_factory.mktemp("s3")) as server:
        yield server


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory, bucket: S3Server) -> Iterator[Machines]:
    """Give a scheduler; a test asks it for workers."""
    with machines(tmp_path_factory.mktemp("kluster"), **bucket.environment()) as started:
        yield started


@pytest.fixture(scope="session")
def large(original: Province, tmp_path_factory: pytest.TempPathFactory) -> tuple[Province, Tree]:
    """Give a province of twelve KIM that was never built, and what a local build gives."""
    folder = tmp_path_factory.mktemp("luas")
    province = copied(original, folder / "provinsi", built=False)
    for site in MORE:
        for path in sorted(province.path("content/kapuas/kim-telo").rglob("*.*")):
            inner = path.relative_to(province.path("content/kapuas/kim-telo"))
            province.write(f"content/{site}/{inner.as_posix()}", path.read_bytes())
        province.replace(f"content/{site}/kim.yml", "KIM Telo", f"KIM {site[-2:]}")
    twin = copied(province, folder / "kembaran", built=True)
    twin.build()
    return province, twin.tree()
