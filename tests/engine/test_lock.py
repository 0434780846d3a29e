"""Several builds at once: one works, the others say so and touch nothing."""

import os
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

from tests.engine.scenes import edit
from tests.helpers import Province, environment, same_as_clean, sitegen, tree

BUSY = "Pembangunan lain sedang berjalan di folder kerja ini."
DAY = ("--date", "2026-11-24")


def test_a_build_that_finds_another_says_so_and_touches_nothing(built: Province) -> None:
    edit(built)
    before = tree(built.root)
    with FileLock(built.root / ".sitegen" / "kunci"):
        done = sitegen("build", *DAY, cwd=built.root)
    assert (done.returncode, done.stdout) == (2, "")
    assert BUSY in done.stderr
    assert tree(built.root) == before


def test_a_lock_that_a_killed_build_left_does_not_stop_the_next(built: Province) -> None:
    (built.root / ".sitegen" / "kunci").write_bytes(b"")
    assert sitegen("build", *DAY, cwd=built.root).returncode == 0


def test_builds_that_begin_together_leave_what_one_leaves(
    province: Province, tmp_path: Path
) -> None:
    edit(province)
    builds = [
        subprocess.Popen(
            [sys.executable, "-m", "sitegen", "build", *DAY, "--jobs", "2"],
            cwd=province.root,
            env=environment(PYTHONIOENCODING="utf-8"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for _ in range(4)
    ]
    said = [build.communicate()[1].decode() for build in builds]
    codes = [build.returncode for build in builds]
    assert set(codes) <= {0, 2}, said
    assert 0 in codes
    assert [BUSY in words for words in said] == [code == 2 for code in codes]
    same_as_clean(province, tmp_path / "lain")
    assert province.build().built == []
    assert not [n for n in os.listdir(province.output) if n.endswith("sitegen-tmp")]
