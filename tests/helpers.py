"""A small province to test on, and what tests do with it."""

import contextlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unittest import mock

from click.testing import CliRunner
from PIL import Image

from sitegen.diagnostics import Diagnostic, Severity
from sitegen.engine.build import build
from sitegen.engine.plan import Decision
from sitegen.engine.report import Report
from sitegen.engine.survey import Options
from sitegen.workspace import Workspace

TESTS = Path(__file__).parent
SMALL = TESTS / "provinces" / "kecil"
POLOS = TESTS / "themes" / "polos"

TODAY = date(2026, 11, 24)
"""The date of every build in the tests that names no other."""

PHOTOS = (
    "siaran/asap.jpg",
    "kapuas/kim-handep/berita/panen.jpg",
    "kapuas/kim-handep/berita/lumbung.jpg",
    "kapuas/kim-handep/potensi/beras.jpg",
)
"""The photos that the texts of the small province name."""

HANDEP, TELO, SANGGU = "kapuas/kim-handep", "kapuas/kim-telo", "barito-selatan/kim-sanggu"
KIM = (SANGGU, HANDEP, TELO)
SITES = ("", "barito-selatan", SANGGU, "kapuas", HANDEP, TELO)
"""Every site of the small province."""

Tree = dict[str, bytes]


def photo(shade: int = 0, size: tuple[int, int] = (64, 48)) -> bytes:
    """Give a JPEG of one colour; each shade, 0 to 9, gives other bytes."""
    buffer = io.BytesIO()
    Image.new("RGB", size, (25 * shade, 120, 80)).save(buffer, "JPEG")
    return buffer.getvalue()


def bitmap(shade: int) -> bytes:
    """Give a picture of one shade whose size in bytes is always the same."""
    buffer = io.BytesIO()
    Image.new("L", (64, 48), 25 * shade).save(buffer, "BMP")
    return buffer.getvalue()


def entry(title: str, body: str = "Isi tulisan.", **fields: str) -> str:
    """Give the text of an entry; dated 2026-11-20 unless told otherwise."""
    given = {"judul": title, "tanggal": "2026-11-20", **fields}
    head = "".join(f"{key}: {value}\n" for key, value in given.items() if value)
    return f"---\n{head}---\n{body}\n"


def tree(folder: str | Path) -> Tree:
    """Give every file below a folder with its bytes."""
    root = Path(folder)
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() or path.is_symlink()
    }


@dataclass(slots=True)
class Province:
    """A workspace on disk. Names of files are relative to it, with ``/``."""

    root: Path

    @property
    def workspace(self) -> Workspace:
        """The workspace as commands see it."""
        return Workspace(str(self.root))

    @property
    def output(self) -> Path:
        """The folder of its sites."""
        return self.root / "output"

    def path(self, name: str) -> Path:
        """Give the path of a file."""
        return self.root.joinpath(*name.split("/"))

    def read(self, name: str) -> str:
        """Read a text."""
        return self.path(name).read_text(encoding="utf-8")

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file, and the folders it needs."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace a part of a text, which must be there."""
        text = self.read(name)
        assert old in text, f"{old!r} is not in {name}"
        self.write(name, text.replace(old, new))

    def remove(self, name: str) -> None:
        """Remove a file or a folder."""
        path = self.path(name)
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    def move(self, name: str, new: str) -> None:
        """Move a file or a folder."""
        self.path(new).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).rename(self.path(new))

    def build(
        self,
        today: date = TODAY,
        *,
        output: str | Path | None = None,
        drafts: bool = False,
        clean: bool = False,
        dry: bool = False,
        only: tuple[str, ...] = (),
        precompress: bool = False,
        workers: int = 1,
        make_executor: Callable[[int], Executor] | None = None,
    ) -> Report:
        """Build in this process unless told otherwise."""
        where = str(output or self.output)
        options = Options(
            output=where,
            today=today,
            drafts=drafts,
            clean=clean,
            dry=dry,
            only=only,
            precompress=precompress,
            workers=workers,
        )
        return build(self.workspace, options, make_executor=make_executor)

    def tree(self) -> Tree:
        """Give every file of the output with its bytes."""
        return tree(self.output)


def small_province(root: Path) -> Province:
    """Copy the small province and the plain theme to a folder, and add the photos."""
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    shutil.copytree(POLOS, root / "themes" / "polos")
    province = Province(root)
    for number, name in enumerate(PHOTOS):
        province.write(f"content/{name}", photo(number))
    return province


def copied(province: Province, root: Path, *, built: bool) -> Province:
    """Give another province like one that was built, as it is or as if it never were.

    Pictures that were encoded stay in the memo, for they take most of the time of a first build.
    """
    shutil.copytree(province.root, root, symlinks=True)
    if not built:
        shutil.rmtree(root / "output")
        shutil.rmtree(root / ".sitegen" / "state")
    return Province(root)


def differences(left: Tree, right: Tree) -> list[str]:
    """Name the files in which two trees differ; a short list reads better than two trees."""
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


def same_as_clean(province: Province, folder: Path, today: date = TODAY) -> None:
    """Require the output to be what a first build elsewhere gives."""
    twin = copied(province, folder, built=False)
    twin.build(today)
    assert differences(province.tree(), twin.tree()) == []


def reasons(report: Report) -> dict[str, list[str]]:
    """Give the codes of the reasons for each site that was built."""
    return {d.site: codes(d) for d in report.built}


def codes(decision: Decision) -> list[str]:
    """Give the codes of a decision's reasons."""
    return [reason.code for reason in decision.reasons]


def faults(report: Report) -> list[Diagnostic]:
    """Give the findings that are more than a ``saran``."""
    return [d for d in report.diagnostics if d.severity is not Severity.SARAN]


def found(report: Report) -> dict[str, str]:
    """Give the code of the last finding about each file that is more than a ``saran``."""
    return {d.file: d.code for d in faults(report)}


def environment(**more: str) -> dict[str, str]:
    """Give the variables for a command: this process's, without those that steer sitegen."""
    steering = ("SITEGEN_LANG", "SOURCE_DATE_EPOCH", "LANGUAGE")
    return {**{k: v for k, v in os.environ.items() if k not in steering}, **more}


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said, and the status it ended with."""

    returncode: int
    stdout: str
    stderr: str


def run(*arguments: str, cwd: Path, **variables: str) -> Said:
    """Run a command in this process, which is quicker; it must never show a traceback."""
    from sitegen.cli.group import sitegen as group

    given = environment(**variables)
    with contextlib.chdir(cwd), mock.patch.dict(os.environ, given, clear=True):
        done = CliRunner().invoke(group, arguments, prog_name="sitegen")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Said(done.exit_code, done.stdout, done.stderr)


def sitegen(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person does, in a folder; it must never show a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", *arguments],
        cwd=cwd,
        env=environment(**variables),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    return done
