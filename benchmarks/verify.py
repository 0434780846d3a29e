"""Says whether all contestants made the same thing: pages counted, and the words of each article.

A comparison of speed is worth something only when the work is the same.
"""

import html
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from texts import Article, Site

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_RULE = re.compile(r"^[|\s:-]+$", re.M)
_TAG = re.compile(r"<(?:style|script).*?</(?:style|script)>|<[^>]*>", re.S)
_WORD = re.compile(r"\w+")
_WEBP = re.compile(r"[^\s\",]+\.webp")
_WIDTHS = 4


class Different(Exception):  # noqa: N818 - read as a sentence where it is caught
    """A contestant whose pages lack an article or its words."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a build left; bytes are of all files."""

    articles: int
    pages: int
    files: int
    bytes: int


def count(output: Path, sites: Sequence[Site]) -> Counted:
    """Count what was built, and compare every article with its page.

    Raises:
        Different: an article has no page, or its page lacks words of the text or its photo.
    """
    files = [os.path.join(folder, name) for folder, _, names in os.walk(output) for name in names]
    pages = {path for path in files if path.endswith(".html")}
    found = 0
    for site in sites:
        places = [output / site.path, output / site.slug]
        root = next((place for place in places if place.is_dir()), None)
        if root is None:
            raise Different(f"{output}: no pages of {site.path}")
        for article in site.articles:
            page = root / "berita" / article.slug / "index.html"
            if not page.is_file():
                raise Different(f"{page} is missing")
            _compare(page, article)
            found += 1
    weight = sum(os.path.getsize(path) for path in files)
    return Counted(found, len(pages), len(files), weight)


def _compare(page: Path, article: Article) -> None:
    markup = page.read_text("utf-8")
    wanted, shown = words_of_markdown(article.body), words_of_html(markup)
    if f" {' '.join(wanted)} " not in f" {' '.join(shown)} ":
        raise Different(f"{page} does not hold the words of its text, in their order")
    if article.photo and len(set(_WEBP.findall(markup))) != _WIDTHS:
        raise Different(f"{page} does not show its photo in {_WIDTHS} widths")


def words_of_markdown(text: str) -> list[str]:
    """Give the words that a reader should see."""
    return _WORD.findall(_RULE.sub("", _LINK.sub(r"\1", text)))


def words_of_html(markup: str) -> list[str]:
    """Give the words between tags."""
    return _WORD.findall(html.unescape(_TAG.sub(" ", markup)))
