"""Those who run: each is given the same texts, and makes one site per KIM in its own way."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from measure import Command
from texts import Site

TEMPLATES = Path(__file__).resolve().parent / "templates"
ADDRESS = "https://kim.contoh.id"


class Work(StrEnum):
    """What is measured."""

    COLD = "cold"
    NOOP = "nothing changed"
    EDIT = "one berita edited"
    EDIT_KNOWN = "one berita edited, its KIM named"
    THEME = "theme changed"


class Contestant(Protocol):
    """A generator set up in a certain way; ``folder`` is a place of its own."""

    @property
    def name(self) -> str:
        """What it is called in the tables."""

    @property
    def slow(self) -> bool:
        """Whether one round of a large province is enough of it."""

    def prepare(self, workspace: Path, sites: Sequence[Site], folder: Path) -> None:
        """Write texts and templates."""

    def clear(self, folder: Path) -> None:
        """Delete all that builds have left."""

    def edit(self, folder: Path, line: str) -> None:
        """Add a line to one berita of the first KIM."""

    def change_theme(self, folder: Path, line: str) -> None:
        """Add a line to the foot of every page."""

    def command(self, folder: Path, work: Work) -> Command | None:
        """Give what is run; none when it has no way of its own to do this."""

    def output(self, folder: Path) -> Path:
        """Give the folder of the finished pages."""


def each(folder: Path, *argv: str, at_once: int) -> Command:
    """Run a command for every line of ``sites.txt``, ``{}`` being the line."""
    xargs = ("xargs", "-a", "sites.txt", "-P", str(at_once), "-I{}")
    return Command((*xargs, *argv), folder)


def replace_text(path: Path, text: str) -> None:
    """Put a new file in place of an old one, which may be linked from elsewhere."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)


def add_line(path: Path, line: str) -> None:
    """End a text with one more paragraph."""
    replace_text(path, f"{path.read_text('utf-8').rstrip()}\n\n{line}\n")


def add_footer(path: Path, line: str) -> None:
    """Put a line before the end of a template's footer."""
    text = path.read_text("utf-8")
    assert "</footer>" in text
    replace_text(path, text.replace("</footer>", f"<br>{line}</footer>"))
