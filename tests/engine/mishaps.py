"""What befalls a workspace besides edits: damage, lost memory, wrong clocks, builds that fail."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from unittest import mock

from hypothesis import strategies as st
from hypothesis.stateful import rule

from sitegen.engine.scan import now
from tests.engine.accidents import ACCIDENTS, Accident, Disk, PowerCut, failing
from tests.engine.edits import Edits, ideas
from tests.helpers import TODAY

HOUR = 3_600_000_000_000
"""In nanoseconds."""

OTHER_VERSIONS = (
    (b'"versi":1', b'"versi":0'),
    (b'"versi":1', b'"versi":2'),
    (b'"@versi":"', b'"@versi":"0'),
    (b'"sitegen":"', b'"sitegen":"0'),
    (b'"owned":', b'"milik":'),
    (b'"pages":', b'"halaman":'),
)
"""How a remembered file of another version of sitegen differs: its form, its maker, its words."""


class Mishaps(Edits):
    """Whatever goes wrong around the texts. A build must make good for all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.today, self.drafts = TODAY, False
        self.clock = 0
        """By how many nanoseconds the clock of the machine is wrong."""
        self.kept: dict[str, tuple[bytes, int]] = {}
        """Copies of files, with their dates of change."""

    @contextmanager
    def wrong_clock(self) -> Iterator[None]:
        """Let a build believe the clock of the machine."""
        with mock.patch("sitegen.engine.survey.now", return_value=now() + self.clock):
            yield

    # Output and memory

    @rule(data=ideas, how=st.sampled_from(("cut", "same size", "delete")))
    def damage_output(self, data: st.DataObject, how: str) -> None:
        """Delete an output file, cut it off, or edit it so that it keeps its size."""
        name = self.pick(data, "output")
        if name is None:
            return
        path = self.province.path(name)
        if how == "delete":
            path.unlink()
        else:
            old = path.read_bytes()
            path.write_bytes(b"x" * len(old) if how == "same size" else old[: len(old) // 2])

    @rule(data=ideas, cut=st.booleans())
    def damage_memory(self, data: st.DataObject, cut: bool) -> None:
        """Cut off a remembered file, or delete it."""
        if name := self.pick(data, ".sitegen"):
            path = self.province.path(name)
            if cut:
                path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
            else:
                path.unlink()

    @rule(data=ideas, change=st.sampled_from(OTHER_VERSIONS))
    def remember_as_another_version(self, data: st.DataObject, change: tuple[bytes, bytes]) -> None:
        """Let a remembered file be one of an older or newer sitegen."""
        if name := self.pick(data, ".sitegen/state", ".json"):
            self.province.write(name, self.province.path(name).read_bytes().replace(*change))

    @rule()
    def lose_memory(self) -> None:
        """Forget everything."""
        shutil.rmtree(self.province.root / ".sitegen", ignore_errors=True)

    # Copies and clocks

    @rule(data=ideas)
    def keep_a_copy(self, data: st.DataObject) -> None:
        """Copy a file away, as a backup does."""
        if name := self.pick(data, data.draw(st.sampled_from(("content", "themes")))):
            path = self.province.path(name)
            self.kept[name] = path.read_bytes(), path.stat().st_mtime_ns

    @rule(data=ideas)
    def restore_a_copy(self, data: st.DataObject) -> None:
        """Bring back a file with the bytes and the date of change that it had."""
        if self.kept:
            name = data.draw(st.sampled_from(sorted(self.kept)))
            content, changed = self.kept[name]
            with suppress(FileExistsError, NotADirectoryError, IsADirectoryError):
                self.province.write(name, content)
                os.utime(self.province.path(name), ns=(changed, changed))

    @rule(hours=st.sampled_from((-9000, -1, 1, 9000)))
    def turn_the_clock(self, hours: int) -> None:
        """Let the machine believe another time from now on."""
        self.clock += hours * HOUR

    @rule(data=ideas, hours=st.sampled_from((-9000, -1, 0, 9000)))
    def date_a_file(self, data: st.DataObject, hours: int) -> None:
        """Give a file another date of change, past or future, and leave its bytes."""
        if name := self.pick(data, data.draw(st.sampled_from(("content", "output")))):
            moment = now() + self.clock + hours * HOUR
            os.utime(self.province.path(name), ns=(moment, moment))

    # Builds that fail

    @rule(
        point=st.integers(1, 120),
        accident=st.sampled_from(ACCIDENTS),
        lasting=st.booleans(),
    )
    def build_and_fail(self, point: int, accident: Accident, lasting: bool) -> None:
        """Build on a disk that fails at one operation, or from one on."""
        with failing(Disk(point, accident, lasting=lasting)), suppress(PowerCut):
            self.province.build(self.today, drafts=self.drafts)
