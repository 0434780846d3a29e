"""Markdown becomes safe HTML: one library instance per process, reset before each text.

The result depends on the text alone, so it can be remembered by the text's hash. Links and
pictures in it still carry what was written; :mod:`sitegen.site.entries` resolves them.
"""

import re
from functools import cache

import nh3
from markdown import Markdown

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
_SCHEMES = {"http", "https", "mailto", "tel"}
_RAW_TAG = re.compile(r"<\s*([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])[^>]*>")
_HANDLER = re.compile(r"<[a-zA-Z][^>]*\s(on[a-zA-Z]+)\s*=")
_CODE = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)[ ]*$|`[^`\n]+`|^(?: {4}|\t).*$", re.M | re.S)


@cache
def _library() -> Markdown:
    return Markdown(
        extensions=["tables", "sane_lists", "fenced_code", "attr_list", "toc"],
        extension_configs={"toc": {"toc_depth": "2-6", "baselevel": 2}},
        output_format="html",
    )


def convert(text: str) -> str:
    """Give sanitised HTML for a Markdown text; headings begin at ``h2``, the page has the ``h1``.

    Raises:
        RecursionError: the text nests deeper than the library can follow.
    """
    library = _library()
    library.reset()
    try:
        raw = library.convert(text)
    finally:
        library.reset()
    return nh3.clean(
        raw,
        tags=set(TAGS),
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def forbidden_markup(text: str) -> list[tuple[int, str]]:
    """Find raw HTML that sanitising removes: its offset in the text, and the tag or attribute."""
    if "<" not in text:
        return []
    visible = _CODE.sub(lambda found: " " * len(found[0]), text)
    found = [
        (match.start(), match[1].casefold())
        for match in _RAW_TAG.finditer(visible)
        if match[1].casefold() not in TAGS and match[1].casefold() != "h1"
    ]
    found += [(match.start(), match[1].casefold()) for match in _HANDLER.finditer(visible)]
    return sorted(found)
