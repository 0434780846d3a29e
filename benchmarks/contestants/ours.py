"""sitegen, with the real theme, and with a plain one that gives what the peers' templates give."""

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from measure import Command
from texts import Site
from toolbox import ROOT

from contestants import Work, add_footer, add_line

_THEMES = {"polos": ROOT / "tests" / "themes" / "polos", "dasar": ROOT / "themes" / "dasar"}
_FRAMES = {"polos": "bagian/kerangka.html", "dasar": "kerangka.html"}
_PLAIN = "kartu_bagikan: tidak\n"
DATE = "2026-11-24"


@dataclass(frozen=True, slots=True)
class Sitegen:
    """A whole province in one command, which finds out by itself what has to be built."""

    theme: str
    slow: bool = False

    @property
    def name(self) -> str:
        """What it is called in the tables."""
        return f"sitegen, theme {self.theme}"

    def prepare(self, workspace: Path, sites: Sequence[Site], folder: Path) -> None:
        """Copy the workspace; photos are linked, since nothing writes to them."""
        del sites
        shutil.copytree(workspace / "content", folder / "content", copy_function=_copy)
        shutil.copytree(_THEMES[self.theme], folder / "themes" / self.theme)
        settings = folder / "content" / "provinsi.yml"
        plain = _PLAIN if self.theme == "polos" else ""
        settings.write_text(f"tema: {self.theme}\n{plain}{settings.read_text('utf-8')}", "utf-8")

    def clear(self, folder: Path) -> None:
        """Delete output, state and memo."""
        for name in ("output", ".sitegen"):
            shutil.rmtree(folder / name, ignore_errors=True)

    def edit(self, folder: Path, line: str) -> None:
        """Add a line to one berita of the first KIM."""
        add_line(min((folder / "content").glob("*/kim-0000/berita/*.md")), line)

    def change_theme(self, folder: Path, line: str) -> None:
        """Add a line to the foot of every page."""
        add_footer(folder / "themes" / self.theme / "templates" / _FRAMES[self.theme], line)

    def command(self, folder: Path, work: Work) -> Command | None:
        """Give the one command there is."""
        if work is Work.EDIT_KNOWN:
            return None
        argv = (sys.executable, "-m", "sitegen", "build", "--workspace", str(folder), "--date")
        return Command((*argv, DATE), folder)

    def output(self, folder: Path) -> Path:
        """Give the folder of the finished pages."""
        return folder / "output"


def _copy(source: str, target: str) -> None:
    if source.endswith(".jpg"):
        os.link(source, target)
    else:
        shutil.copyfile(source, target)
