"""Every input that once broke a promise, under ``<target>/``; see ``tests/hostile/targets.py``."""

from pathlib import Path

import pytest

from tests.hostile import targets

FOUND = sorted(
    path
    for path in Path(__file__).parent.glob("*/*")
    if path.parent.name in targets.TARGETS and path.is_file()
)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a busy machine take its time: what was too slow once took minutes."""
    monkeypatch.setattr(targets, "SECONDS", 20.0)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_stays_mended(path: Path) -> None:
    targets.TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("target", targets.TARGETS)
def test_targets_take_anything(target: str) -> None:
    for data in (b"", b"\0", b"x", b"\xff" * 40, b"---\n" * 9):
        targets.TARGETS[target](data)
