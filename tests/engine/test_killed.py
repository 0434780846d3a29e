"""A build that is killed anywhere, run again, gives what an undisturbed one gives.

Each point is an exact operation on the disk, not a moment. The default run takes points spread
over the whole build; ``SITEGEN_HYPOTHESIS=long`` takes nearly every one.
"""

import errno
import multiprocessing
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engine.accidents import Disk, build_and_die, failing
from tests.helpers import (
    HANDEP,
    SANGGU,
    TELO,
    Province,
    Tree,
    bitmap,
    copied,
    differences,
    entry,
    faults,
)

LONG = os.environ.get("SITEGEN_HYPOTHESIS") == "long"
POINTS = range(200 if LONG else 17)


def edit(province: Province) -> None:
    """Change something of every kind: texts, photos, names, registers, a KIM that goes."""
    berita = f"content/{HANDEP}/berita"
    province.move(f"{berita}/2026-11-20-titian-baru.md", f"{berita}/2026-11-20-titian-rt-003.md")
    province.replace(f"{berita}/2026-11-18-panen-raya.md", "12 ton", "13 ton")
    province.write(f"{berita}/panen.jpg", bitmap(3))
    province.replace(f"content/{HANDEP}/kim.yml", "KIM Handep", "KIM Handep Hapakat")
    province.remove(f"content/{TELO}")
    province.write("content/kapuas/kim-baru/kim.yml", province.read(f"content/{SANGGU}/kim.yml"))
    province.replace("content/kapuas/kim-baru/kim.yml", "62.04.06", "62.03.06")
    province.write("content/kapuas/kim-baru/berita/awal.md", entry("Awal"))
    province.replace("content/siaran/2026-11-20-waspada-karhutla.md", "foto: asap.jpg\n", "")


class Scene:
    """A province before a build, how many operations the build takes, and what it gives."""

    def __init__(self, before: Province, folder: Path) -> None:
        self.before = before
        trial = copied(before, folder, built=True)
        with failing(Disk(0, list)) as disk:
            trial.build()
        self.operations, self.after = disk.count, trial.tree()
        self.old: Tree = before.tree() if before.output.exists() else {}

    def point(self, number: int) -> int:
        """Give an operation: those of all numbers are spread from the first to the last."""
        return 1 + number * (self.operations - 1) // (len(POINTS) - 1)


@pytest.fixture(scope="module")
def first(original: Province, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Give the scene of a first build."""
    folder = tmp_path_factory.mktemp("pertama")
    before = copied(original, folder / "sebelum", built=False)
    before.output.mkdir()
    return Scene(before, folder / "sesudah")


@pytest.fixture(scope="module")
def edited(original: Province, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Give the scene of a build after many edits."""
    folder = tmp_path_factory.mktemp("kemudian")
    before = copied(original, folder / "sebelum", built=True)
    edit(before)
    return Scene(before, folder / "sesudah")


@pytest.fixture(params=["first", "edited"])
def scene(request: pytest.FixtureRequest) -> Scene:
    """Give each scene in turn."""
    given = request.getfixturevalue(request.param)
    assert isinstance(given, Scene)
    return given


@pytest.mark.parametrize("number", POINTS)
def test_a_killed_build_is_made_good_by_the_next(scene: Scene, number: int, tmp_path: Path) -> None:
    province = copied(scene.before, tmp_path / "provinsi", built=True)
    context = multiprocessing.get_context("forkserver")
    process = context.Process(target=build_and_die, args=(province.root, scene.point(number)))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    report = province.build()
    assert faults(report) == []
    assert differences(province.tree(), scene.after) == []
    assert province.build().built == []


def refuse(number: int) -> Callable[[str | None], None]:
    """Give an accident that the operating system reports."""

    def accident(path: str | None) -> None:
        raise OSError(number, os.strerror(number), path)

    return accident


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
@pytest.mark.parametrize("part", range(1, 8))
def test_a_disk_that_refuses_is_said_and_costs_no_good_file(
    edited: Scene, tmp_path: Path, number: int, part: int
) -> None:
    province = copied(edited.before, tmp_path / "provinsi", built=True)
    reason = os.strerror(number)
    with failing(Disk(edited.operations * part // 8, refuse(number), lasting=True)):
        report = province.build()
    assert report.failed
    refused = [d for d in report.diagnostics if d.code in ("tidak-tertulis", "tidak-terhapus")]
    assert refused
    assert {d.file.partition("/")[0] for d in refused} <= {".sitegen", "output"}
    assert {dict(d.params)["sebab"] for d in refused} == {reason}
    for name, data in province.tree().items():
        if ".sitegen-tmp" not in name:
            assert data in (edited.old.get(name), edited.after.get(name)), name
    assert faults(province.build()) == []
    assert differences(province.tree(), edited.after) == []
