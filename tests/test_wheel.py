"""The package that others install: the same bytes wherever it is packed, with all it needs."""

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
PACKED = ("sitegen", "themes", "content", "tools", "pyproject.toml", "README.md", "LICENSE")
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pack(folder: Path, moment: int, umask: int) -> Path:
    """Pack the wheel from a copy of the checkout whose files have another date and other rights."""
    for name in PACKED:
        source, target = CHECKOUT / name, folder / "sumber" / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "*.mo")
            shutil.copytree(source, target, ignore=ignored)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    for path in folder.rglob("*"):
        os.utime(path, (moment, moment))
        path.chmod(0o777 & ~umask if path.is_dir() else 0o666 & ~umask)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "jadi")],
        cwd=folder / "sumber",
        umask=umask,
        check=True,
        capture_output=True,
    )
    (wheel,) = (folder / "jadi").iterdir()
    return wheel


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Give the wheel, packed twice: elsewhere, later, by someone with other rights."""
    folder = tmp_path_factory.mktemp("roda")
    return (
        pack(folder / "a", 1_700_000_000, 0o022),
        pack(folder / "di tempat lain", 1_790_000_000, 0o077),
    )


def test_the_wheel_is_the_same_wherever_it_is_packed(wheels: tuple[Path, Path]) -> None:
    one, other = wheels
    assert one.name == other.name
    assert one.read_bytes() == other.read_bytes()


def test_the_wheel_holds_what_a_province_needs_and_nothing_else(wheels: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(wheels[0]) as wheel:
        names = wheel.namelist()
    assert "sitegen/bundled/themes/dasar/theme.yml" in names
    assert "sitegen/bundled/content/provinsi.yml" in names
    assert any(name.endswith("LC_MESSAGES/sitegen.mo") for name in names)
    tops = {name.split("/")[0] for name in names}
    assert tops == {"sitegen", wheels[0].name.split("-py3")[0] + ".dist-info"}
    assert [name for name in names if "__pycache__" in name or name.startswith("tests")] == []


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_every_dependency_has_bounds(requirement: str) -> None:
    assert ">=" in requirement
    assert ",<" in requirement, "a new major version is tried before it is let in"
