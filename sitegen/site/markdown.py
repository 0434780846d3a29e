"""Markdown becomes safe HTML: one library instance per process, reset before each text.

The result depends on the text alone, so it can be remembered by the text's hash. Links and
pictures in it still carry what was written; :mod:`sitegen.site.entries` resolves them.
"""

import re
from functools import cache

import nh3
from markdown import Markdown

from sitegen.site.excess import refuse_excess
from sitegen.site.habits import Habits
from sitegen.site.plain import direct

TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
        "var",
    ]
)
_ATTRIBUTES = {
    "*": {"lang", "dir", "title", "id"},
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "abbr": {"title"},
}
_HEADING = re.compile(r"<(/?)h([1-6])(?=[\s>])")
_SCHEMES = {"http", "https", "mailto", "tel"}
_RAW_TAG = re.compile(r"<\s*([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])[^<>]*>")
_HANDLER = re.compile(r"<[a-zA-Z][^<>]*\s(on[a-zA-Z]+)\s*=")
_CODE = re.compile(r"^(?:```|~~~)[\s\S]*?^(?:```|~~~)[ ]*$|`[^`\n]+`|^(?: {4}|\t).*$", re.M)


@cache
def _library() -> Markdown:
    return Markdown(
        extensions=["tables", "sane_lists", "fenced_code", "attr_list", "toc", Habits()],
        output_format="html",
    )


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags={*TAGS, "h1"},
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def convert(text: str) -> str:
    """Give sanitised HTML for a Markdown text.

    Headings begin at ``h2``, for the page has the ``h1``, and none skips a level (WCAG 2.2, 1.3.1),
    whichever number of ``#`` its writer begins with.

    Raises:
        TooMuchError: the library would take too long over it.
        RecursionError: the text nests deeper than the library can follow.
    """
    refuse_excess(text)
    raw = direct(text)
    return _levelled(_cleaner().clean(by_library(text) if raw is None else raw))


def by_library(text: str) -> str:
    """Give what the library makes of a text, not yet sanitised.

    Raises:
        RecursionError: the text nests deeper than the library can follow.
    """
    library = _library()
    library.reset()
    try:
        return library.convert(text)
    finally:
        library.reset()


def _levelled(markup: str) -> str:
    """Number headings from ``h2`` by the levels above them that are still open."""
    open_levels: list[int] = []

    def replace(found: re.Match[str]) -> str:
        if not found[1]:
            level = int(found[2])
            while open_levels and open_levels[-1] >= level:
                open_levels.pop()
            open_levels.append(level)
        return f"<{found[1]}h{min(6, len(open_levels) + 1)}"

    return _HEADING.sub(replace, markup) if _HEADING.search(markup) else markup


def forbidden_markup(text: str) -> list[tuple[int, str]]:
    """Find raw HTML that sanitising removes: its offset, and ``<script>`` or ``onclick``."""
    if "<" not in text:
        return []
    visible = _CODE.sub(lambda found: " " * len(found[0]), text)
    found = [
        (match.start(), f"<{match[1].casefold()}>")
        for match in _RAW_TAG.finditer(visible)
        if match[1].casefold() not in TAGS and match[1].casefold() != "h1"
    ]
    found += [(match.start(), match[1].casefold()) for match in _HANDLER.finditer(visible)]
    return sorted(found)
