"""The same inputs give the same bytes: in any order, on any machine, with any number of workers."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from sitegen.engine import build as build_module
from sitegen.engine.run import run_all
from tests.helpers import Province, Tree, differences, environment, small_province, tree

EPOCH = "1795455000"
"""2026-11-23 17:30 in UTC: half past midnight on the 24th in WIB."""


@pytest.fixture(scope="module")
def expected(original: Province) -> Tree:
    """Give the bytes of the small province, built in this process with one worker."""
    return original.tree()


def test_two_workers_give_the_bytes_of_one(province: Province, expected: Tree) -> None:
    province.build(workers=2)
    assert differences(province.tree(), expected) == []


def test_the_order_of_the_sites_does_not_matter(
    province: Province, expected: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    def backwards(tasks: Sequence[Any], *rest: Any) -> Iterator[Any]:
        yield from run_all(tasks[::-1], *rest)

    monkeypatch.setattr(build_module, "run_all", backwards)
    province.build()
    assert differences(province.tree(), expected) == []


def test_the_order_in_which_the_disk_lists_files_does_not_matter(
    province: Province, expected: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    class Backwards(list[os.DirEntry[str]]):
        """What a folder holds, from Z to A."""

        def __init__(self, path: str) -> None:
            super().__init__(sorted(scandir(path), key=lambda entry: entry.name, reverse=True))

        def __next__(self) -> os.DirEntry[str]:
            if not self:
                raise StopIteration
            return self.pop(0)

        def __enter__(self) -> "Backwards":
            return self

        def __exit__(self, *_: object) -> None:
            self.clear()

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", Backwards)
        province.build()
    assert differences(province.tree(), expected) == []


@pytest.mark.parametrize(
    ("variables", "umask"),
    [
        ({"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"}, 0o077),
        ({"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "C", "SITEGEN_LANG": "en"}, 0o002),
        ({"PYTHONHASHSEED": "3", "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "POSIX"}, 0o022),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_machine_does_not_matter(
    expected: Tree,
    tmp_path: Path,
    variables: dict[str, str],
    umask: int,
    jobs: int,
) -> None:
    twin = small_province(tmp_path / "tempat lain" / "dengan spasi")
    somewhere = tmp_path / "tempat lain"
    command = [sys.executable, "-m", "sitegen", "build", "--jobs", str(jobs)]
    subprocess.run(
        [*command, "--workspace", str(twin.root), "--output", "hasil"],
        cwd=somewhere,
        env=environment(SOURCE_DATE_EPOCH=EPOCH, **variables),
        umask=umask,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    assert differences(tree(somewhere / "hasil"), expected) == []
