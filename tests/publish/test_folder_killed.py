"""A publication to a folder that ends at any touch of the disk: nothing is lost, nothing stays."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sitegen.publish.folder.target import FolderTarget
from tests.helpers import tree
from tests.publish.publishing import publish
from tests.publish.rigs import folder_rig
from tests.publish.sites import HOME, KIM, Sites


class Killed(BaseException):
    """Stands for the end of the process."""


class Steps:
    """Ends a publication before its n-th touch of the disk below a folder; made once."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._left, self._watching = str(folder), 0, False
        sys.addaudithook(self._hook)

    @contextmanager
    def killed_at(self, step: int) -> Iterator[None]:
        """Count touches, and end before that one."""
        self._left, self._watching = step, True
        try:
            yield
        finally:
            self._watching = False

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self._watching or threading.current_thread() is not threading.main_thread():
            return
        changing = event.startswith("os.") and event not in ("os.listdir", "os.scandir", "os.walk")
        if not changing and not (event == "open" and "w" in str(arguments[1])):
            return
        if any(str(argument).startswith(self._folder) for argument in arguments):
            self._left -= 1
            if self._left < 0:
                self._watching = False
                raise Killed


def test_killed_at_every_step_it_can_be_repeated(sites: Sites, tmp_path: Path) -> None:
    rig = folder_rig(tmp_path / "srv", FolderTarget(str(tmp_path / "srv"), 3))
    publish(rig.target, sites)
    for number in range(3):  # so that an old release is removed too
        sites.write(KIM, HOME, f"beranda {number}")
        publish(rig.target, sites)
    steps, step = Steps(tmp_path / "srv"), 0
    while True:
        before = rig.served()
        sites.write(KIM, HOME, f"beranda sesudah {step}")
        with steps.killed_at(step):
            try:
                publish(rig.target, sites)
                break
            except Killed:
                pass
        assert rig.served() in (before, sites.expected())
        with rig.target.session() as session:
            for release in session.releases():
                assert (tmp_path / "srv" / "rilis" / release.name).is_dir()
        publish(rig.target, sites)
        assert rig.served() == sites.expected()
        step += 1
    assert step > 20
    records = {path.stem for path in (tmp_path / "srv" / "catatan").glob("*.json")}
    assert set(os.listdir(tmp_path / "srv" / "rilis")) == records


def test_a_killed_first_publication_leaves_a_place_that_is_ours(
    sites: Sites, tmp_path: Path
) -> None:
    steps = Steps(tmp_path)
    for step in range(6):
        target = FolderTarget(str(tmp_path / f"srv{step}"), 3)
        with pytest.raises(Killed), steps.killed_at(step):
            publish(target, sites)
        publish(target, sites)
        assert tree(tmp_path / f"srv{step}" / "terbit") == sites.expected()
