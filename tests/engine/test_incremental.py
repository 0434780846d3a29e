"""After any sequence of edits a build gives the bytes of a clean one, and a second writes nothing.

Hypothesis writes, moves, breaks and deletes whatever a build reads or remembers. After each step
the province is built as it stands, and from scratch in another folder.
"""

import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from sitegen.diagnostics import in_order
from tests.engine.edits import days, ideas
from tests.engine.mishaps import Mishaps
from tests.helpers import PHOTOS, POLOS, Province, bitmap, differences, small_province

MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""A folder that is no disk: thousands of files are written and deleted here."""


class Builds(Mishaps):
    """What people do to a build, and what must hold after each step."""

    origin: ClassVar[Path]
    """A province that was built once: each example begins with a copy of it."""
    thrift: ClassVar[int] = 1
    """After how many steps a clean build is made: after each, unless a long run saves time."""
    tell: ClassVar[Callable[[int], object]] = int
    """Told the number of sequences after each."""
    sequences: ClassVar[int] = 0
    compared: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="sitegen-", dir=MEMORY))
        self.province = Province(self.folder / "provinsi")
        shutil.copytree(self.origin, self.province.root)
        self.twin = Province(self.folder / "kembar")
        self.twin.root.mkdir()
        for name in ("content", "themes"):
            (self.twin.root / name).symlink_to(self.province.root / name)
        shutil.copytree(self.origin / ".sitegen" / "memo", self.twin.root / ".sitegen" / "memo")
        self.pause, self.steps = 0, 0

    def teardown(self) -> None:
        """Remove the province."""
        shutil.rmtree(self.folder)
        Builds.sequences += 1
        Builds.tell(Builds.sequences)

    @rule(day=days)
    def another_day(self, day: date) -> None:
        """Go on to another day, or back."""
        self.today = day

    @rule()
    def turn_drafts(self) -> None:
        """Show drafts, or hide them."""
        self.drafts = not self.drafts

    @rule(data=ideas)
    def build_one(self, data: st.DataObject) -> None:
        """Build one KIM only."""
        if site := self.pick_kim(data):
            only = (site.removeprefix("content/"),)
            self.province.build(self.today, drafts=self.drafts, only=only)

    @rule(steps=st.integers(1, 3))
    def be_busy(self, steps: int) -> None:
        """Take some steps before the next build."""
        self.pause = steps + 1

    @rule()
    def start_the_twin_afresh(self) -> None:
        """Let the next clean build remember nothing at all, which takes too long for each."""
        shutil.rmtree(self.twin.root / ".sitegen", ignore_errors=True)

    @invariant()
    def incremental_equals_clean(self) -> None:
        """Build, build again, and build from scratch elsewhere."""
        self.pause = max(0, self.pause - 1)
        self.steps += 1
        if self.pause:
            return
        if self.steps % self.thrift:
            with self.wrong_clock():
                self.province.build(self.today, drafts=self.drafts)
            return
        Builds.compared += 1
        for place in ("output", ".sitegen/state"):
            shutil.rmtree(self.twin.root / place, ignore_errors=True)
        with self.wrong_clock():
            first = self.province.build(self.today, drafts=self.drafts)
            second = self.province.build(self.today, drafts=self.drafts)
        clean = self.twin.build(self.today, drafts=self.drafts)
        assert differences(self.province.tree(), self.twin.tree()) == []
        assert (second.built, second.files_written, second.files_deleted) == ([], 0, 0)
        assert in_order(second.diagnostics) == in_order(clean.diagnostics)
        new = {d.code for d in first.diagnostics} - {d.code for d in clean.diagnostics}
        assert new <= {"state-rusak"}
        assert (second.pages, sorted(second.scheduled)) == (clean.pages, sorted(clean.scheduled))


def editable_province(folder: Path) -> Province:
    """Give the small province as it lends itself to edits, built once."""
    province = small_province(folder)
    shutil.copytree(POLOS, province.root / "themes" / "lain")
    province.write("themes/polos/static/pola", "berkas")
    for number, name in enumerate(PHOTOS, 1):
        province.write(f"content/{name}", bitmap(number))
    province.remove("content/barito-selatan/kabupaten.yml")
    province.build()
    return province


def test_an_incremental_build_equals_a_clean_one(tmp_path: Path) -> None:
    Builds.origin = editable_province(tmp_path / "provinsi").root
    run_state_machine_as_test(Builds)
