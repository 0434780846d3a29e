"""Eleventy, run once for every KIM, as many at a time as there are cores.

Markdown is not searched for a template language, as its documentation advises for speed. Its way to
build what follows from one file, ``--incremental=FILE``, ends with "templateRender has not yet
initialized" in 3.1.8 for pages made by Nunjucks, so an edit is a build of its KIM.
"""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from measure import Command
from texts import Site, front_matter
from toolbox import ELEVENTY, cores

from contestants import ADDRESS, TEMPLATES, Work, add_footer, add_line, each

_DIRECTORY_DATA = """\
export default {
  layout: "berita.njk",
  tags: "berita",
  permalink: ({ page }) => `berita/${page.fileSlug}/`,
};
"""


@dataclass(frozen=True, slots=True)
class Eleventy:
    """One site per KIM."""

    name: str = "Eleventy per KIM"
    slow: bool = True

    def prepare(self, workspace: Path, sites: Sequence[Site], folder: Path) -> None:
        """Write a site for each KIM, and one configuration that all use."""
        del workspace
        source = TEMPLATES / "eleventy"
        shutil.copytree(source / "_includes", folder / "_includes")
        shutil.copyfile(source / "eleventy.config.mjs", folder / "eleventy.config.mjs")
        for name in ("gaya.css", "ikon.svg"):
            shutil.copyfile(TEMPLATES / name, folder / name)
        (folder / "node_modules").symlink_to(ELEVENTY.parents[2])
        for site in sites:
            place = folder / site.slug
            shutil.copytree(source / "situs", place)
            (place / "_data").mkdir()
            address = f"{ADDRESS}/{site.path}"
            data = f'{{"nama": "{site.name}", "alamat": "{address}", "desa": "{site.village}"}}\n'
            (place / "_data" / "situs.json").write_text(data, encoding="utf-8")
            texts = place / "berita"
            texts.mkdir()
            (texts / "berita.11tydata.mjs").write_text(_DIRECTORY_DATA, encoding="utf-8")
            for article in site.articles:
                photo = {"foto": f"{article.slug}.jpg"} if article.photo else {}
                head = front_matter(
                    title=article.title,
                    date=article.day,
                    kategori=article.category,
                    description=article.summary,
                    **photo,
                )
                (texts / f"{article.slug}.md").write_text(head + article.body + "\n", "utf-8")
                if article.photo:
                    os.link(article.photo, texts / f"{article.slug}.jpg")
        names = "".join(f"{site.slug}\n" for site in sites)
        (folder / "sites.txt").write_text(names, encoding="utf-8")

    def clear(self, folder: Path) -> None:
        """Delete output and caches."""
        for name in ("output", ".cache"):
            shutil.rmtree(folder / name, ignore_errors=True)

    def edit(self, folder: Path, line: str) -> None:
        """Add a line to one berita of the first KIM."""
        add_line(min((folder / "kim-0000" / "berita").glob("*.md")), line)

    def change_theme(self, folder: Path, line: str) -> None:
        """Add a line to the foot of every page."""
        add_footer(folder / "_includes" / "dasar.njk", line)

    def command(self, folder: Path, work: Work) -> Command | None:
        """Give the command for all sites, or for the one that was edited."""
        argv = (
            *("env", "FOTO=output/{}/foto", "node", str(ELEVENTY), "--quiet"),
            *("--config=eleventy.config.mjs", "--input={}", "--output=output/{}"),
        )
        if work is Work.EDIT_KNOWN:
            return Command(tuple(a.replace("{}", "kim-0000") for a in argv), folder)
        return each(folder, *argv, at_once=cores())

    def output(self, folder: Path) -> Path:
        """Give the folder of the finished pages."""
        return folder / "output"
