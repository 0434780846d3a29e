"""Reads a made-up province back, so that every contestant is given the same texts."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

_DATED = re.compile(r"^\d{4}-\d{2}-\d{2}-")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SHORT = 150


@dataclass(frozen=True, slots=True)
class Article:
    """A berita; ``photo`` is the path of its picture, if it has one."""

    slug: str
    title: str
    day: str
    category: str
    body: str
    photo: Path | None

    @property
    def summary(self) -> str:
        """The beginning of the text, as lists and search engines show it."""
        plain = _LINK.sub(r"\1", self.body).replace("*", "").replace("\n", " ")
        return plain if len(plain) <= _SHORT else plain[:_SHORT].rpartition(" ")[0] + "…"


@dataclass(frozen=True, slots=True)
class Site:
    """A KIM and what it wrote; ``path`` is its place, ``uji-01/kim-0000``."""

    path: str
    name: str
    village: str
    articles: tuple[Article, ...]

    @property
    def slug(self) -> str:
        """The last part of its place."""
        return self.path.rpartition("/")[2]


def read_sites(root: Path) -> list[Site]:
    """Read all KIM of a workspace, in the order of their numbers."""
    registers = sorted(root.glob("content/*/*/kim.yml"), key=lambda path: path.parent.name)
    return [_site(root, path.parent) for path in registers]


def _site(root: Path, folder: Path) -> Site:
    register = yaml.safe_load((folder / "kim.yml").read_text("utf-8"))
    texts = sorted(folder.glob("berita/*.md"))
    path = folder.relative_to(root / "content").as_posix()
    return Site(path, register["nama"], register["desa"], tuple(map(read_article, texts)))


def read_article(path: Path) -> Article:
    """Read one berita."""
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    fields = yaml.load(head, Loader=yaml.BaseLoader)
    return Article(
        slug=_DATED.sub("", path.stem),
        title=fields["judul"],
        day=fields["tanggal"],
        category=fields["kategori"],
        body=body.strip(),
        photo=path.parent / fields["foto"] if "foto" in fields else None,
    )


def front_matter(**fields: object) -> str:
    """Write front matter in YAML, as the peers read it."""
    text = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{text}---\n"
