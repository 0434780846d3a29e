"""A build that is killed anywhere, run again, gives what an undisturbed one gives.

Points are exact operations on the disk, spread over the whole build; ``tools/endure.py`` takes
every one of them, and kills builds at random moments hundreds of times.
"""

import errno
import multiprocessing
import os
import random
import signal
from pathlib import Path

import pytest

from tests.engine.accidents import Disk, build_and_die, failing, killed_after, refuse
from tests.engine.scenes import SCENES, Scene
from tests.helpers import Province, copied, differences, faults

POINTS = 11


@pytest.fixture(scope="module")
def scenes(original: Province, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scene]:
    """Give a first build, and a build after many edits."""
    folder = tmp_path_factory.mktemp("adegan")
    return {name: make(original, folder / name) for name, make in SCENES.items()}


@pytest.fixture(params=SCENES)
def scene(request: pytest.FixtureRequest, scenes: dict[str, Scene]) -> Scene:
    """Give each scene in turn."""
    return scenes[request.param]


@pytest.fixture
def province(scene: Scene, tmp_path: Path) -> Province:
    """Give the province of a scene, before its build."""
    return copied(scene.before, tmp_path / "provinsi", built=True)


def require_good(scene: Scene, province: Province) -> None:
    """Require that the next build mends all, and that it knows it has."""
    assert faults(province.build()) == []
    assert differences(province.tree(), scene.after) == []
    assert province.build().built == []


@pytest.mark.parametrize("number", range(POINTS))
def test_a_killed_build_is_made_good_by_the_next(
    scene: Scene, province: Province, number: int
) -> None:
    context = multiprocessing.get_context("forkserver")
    point = scene.point(number, POINTS)
    process = context.Process(target=build_and_die, args=(province.root, point))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    require_good(scene, province)


def test_a_build_whose_workers_are_left_alone_at_any_moment_is_made_good(
    scene: Scene, tmp_path: Path
) -> None:
    killed, chance = 0, random.Random(6)
    while killed < 5:
        province = copied(scene.before, tmp_path / f"provinsi-{killed}", built=True)
        late = killed_after(province, chance.uniform(0, 0.8))
        require_good(scene, province)
        province.remove(".")
        killed += not late


def others_may_differ(name: str) -> bool:
    """Say whether a file shows several KIM: it may be built when one of them could not be."""
    return "/kim-" not in name


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("lasting", [True, False], ids=["from then on", "once"])
def test_a_disk_that_refuses_is_said_and_costs_no_good_file(
    scenes: dict[str, Scene], tmp_path: Path, number: int, part: int, lasting: bool
) -> None:
    scene = scenes["edited"]
    province = copied(scene.before, tmp_path / "provinsi", built=True)
    disk = Disk(scene.point(part, 4), refuse(number), lasting=lasting)
    with failing(disk):
        report = province.build()
    refused = [d for d in report.diagnostics if d.code in ("tidak-tertulis", "tidak-terhapus")]
    assert report.failed == bool(refused)
    assert {d.file.partition("/")[0] for d in refused} <= {".sitegen", "output"}
    assert {dict(d.params)["sebab"] for d in refused} <= {os.strerror(number)}
    if not refused:
        assert differences(province.tree(), scene.after) == []
    for name, data in province.tree().items():
        known = data in (scene.old.get(name), scene.after.get(name))
        assert known or ".sitegen-tmp" in name or (not lasting and others_may_differ(name)), name
    require_good(scene, province)
