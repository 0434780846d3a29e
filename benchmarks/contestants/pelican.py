"""Pelican, run once for every KIM, as many at a time as there are cores.

It keeps what it read from Markdown (``CACHE_CONTENT``), which is its way to be quick a second time.
The Markdown extensions are those of sitegen.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from measure import Command
from texts import Site
from toolbox import PELICAN, cores

from contestants import ADDRESS, TEMPLATES, Work, add_footer, add_line, each

_SETTINGS = """\
import sys

sys.path.insert(0, {theme!r})
from umum import *

SITENAME = {name!r}
SITEURL = {address!r}
DESA = {village!r}
PATH = "content"
THEME = {theme!r}
CACHE_PATH = "cache"
"""


@dataclass(frozen=True, slots=True)
class Pelican:
    """One site per KIM."""

    name: str = "Pelican per KIM"
    slow: bool = True

    def prepare(self, workspace: Path, sites: Sequence[Site], folder: Path) -> None:
        """Write a site for each KIM, and one theme that all use."""
        del workspace
        theme = folder / "theme"
        shutil.copytree(TEMPLATES / "pelican", theme)
        (theme / "static").mkdir()
        for name in ("gaya.css", "ikon.svg"):
            shutil.copyfile(TEMPLATES / name, theme / "static" / name)
        for site in sites:
            content = folder / site.slug / "content"
            content.mkdir(parents=True)
            for article in site.articles:
                head = (
                    f"Title: {article.title}\nDate: {article.day}\nCategory: {article.category}\n"
                    f"Slug: {article.slug}\nDescription: {article.summary}\n\n"
                )
                (content / f"{article.slug}.md").write_text(head + article.body + "\n", "utf-8")
            settings = _SETTINGS.format(
                theme=str(theme),
                name=site.name,
                village=site.village,
                address=f"{ADDRESS}/{site.path}",
            )
            (content.parent / "pelicanconf.py").write_text(settings, encoding="utf-8")
        names = "".join(f"{site.slug}\n" for site in sites)
        (folder / "sites.txt").write_text(names, encoding="utf-8")

    def clear(self, folder: Path) -> None:
        """Delete output and caches."""
        shutil.rmtree(folder / "output", ignore_errors=True)
        for slug in (folder / "sites.txt").read_text("utf-8").split():
            shutil.rmtree(folder / slug / "cache", ignore_errors=True)

    def edit(self, folder: Path, line: str) -> None:
        """Add a line to one berita of the first KIM."""
        add_line(min((folder / "kim-0000" / "content").glob("*.md")), line)

    def change_theme(self, folder: Path, line: str) -> None:
        """Add a line to the foot of every page."""
        add_footer(folder / "theme" / "templates" / "base.html", line)

    def command(self, folder: Path, work: Work) -> Command | None:
        """Give the command for all sites, or for the one that was edited."""
        places = ("-s", "{}/pelicanconf.py", "-o", f"{folder}/output/{{}}")
        argv = (str(PELICAN), "--quiet", "--fatal", "errors", *places)
        if work is Work.EDIT_KNOWN:
            return Command(tuple(a.replace("{}", "kim-0000") for a in argv), folder)
        return each(folder, *argv, at_once=cores())

    def output(self, folder: Path) -> Path:
        """Give the folder of the finished pages."""
        return folder / "output"
