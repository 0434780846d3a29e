"""Markdown becomes safe HTML: one library instance per process, reset before each text.

The result depends on the text alone, so it can be remembered by the text's hash. Links and
pictures in it still carry what was written; :mod:`sitegen.site.entries` resolves them.
"""

import re
from functools import cache
from xml.etree import ElementTree

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

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
_BULLET = re.compile(r"[-*+•] +\S")
_FIRST = re.compile(r"1[.)] +\S")
_SECOND = re.compile(r"2[.)] +\S|\s+\S")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d+[.)])\s")
_HEADING = re.compile(r"<(/?)h([1-6])(?=[\s>])")
_SCHEMES = {"http", "https", "mailto", "tel"}
_RAW_TAG = re.compile(r"<\s*([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])[^<>]*>")
_HANDLER = re.compile(r"<[a-zA-Z][^<>]*\s(on[a-zA-Z]+)\s*=")
_CODE = re.compile(r"^(?:```|~~~)[\s\S]*?^(?:```|~~~)[ ]*$|`[^`\n]+`|^(?: {4}|\t).*$", re.M)


class _BareLink(InlineProcessor):
    """An address that was pasted as it is becomes a link, as in a messenger."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - as the library's own
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        """Give the link, without what ends a sentence after it."""
        del data
        address = m[0].rstrip(".,;:!?'\"*_")
        if address.endswith(")") and "(" not in address:
            address = address[:-1]
        link = ElementTree.Element("a", {"href": address})
        link.text = AtomicString(address)
        return link, m.start(), m.start() + len(address)


class _LooseLists(Preprocessor):
    """A list right below a line of text is one, as in a messenger; a dot (•) begins an item too."""

    def run(self, lines: list[str]) -> list[str]:
        """Put an empty line before each list that lacks it."""
        result: list[str] = []
        fenced = False
        for number, line in enumerate(lines):
            fenced ^= line.startswith(("```", "~~~"))
            if fenced or not line.strip():
                result.append(line)
                continue
            begins = _BULLET.match(line) or (
                _FIRST.match(line) and number + 1 < len(lines) and _SECOND.match(lines[number + 1])
            )
            before = result[-1] if result else ""
            if begins and before.strip() and not _ITEM.match(before) and before[0] not in " \t>|":
                result.append("")
            result.append(f"- {line[1:].lstrip()}" if line.startswith("•") else line)
        return result


class _Habits(Extension):
    """What people write in messengers, understood as they mean it."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.preprocessors.register(_LooseLists(md), "daftar-rapat", 15)
        md.inlinePatterns.register(_BareLink(r"(?i:https?)://[^\s<>\[\]]+", md), "alamat", 85)


@cache
def _library() -> Markdown:
    return Markdown(
        extensions=["tables", "sane_lists", "fenced_code", "attr_list", "toc", _Habits()],
        output_format="html",
    )


_BRACKET = re.compile(r"[\[\]()<>]")
_CLOSES = {"]": "[", ")": "(", ">": "<"}
MAX_OPEN = 200
"""Most brackets of a kind that may stand open: the library's time grows with their square."""


def _tangled(text: str) -> bool:
    """Say whether more brackets stand open than any text has."""
    open_now = dict.fromkeys(_CLOSES.values(), 0)
    for sign in _BRACKET.findall(text):
        if sign in open_now:
            open_now[sign] += 1
            if open_now[sign] > MAX_OPEN:
                return True
        elif open_now[_CLOSES[sign]]:
            open_now[_CLOSES[sign]] -= 1
    return False


def convert(text: str) -> str:
    """Give sanitised HTML for a Markdown text.

    Headings begin at ``h2``, for the page has the ``h1``, and none skips a level (WCAG 2.2, 1.3.1),
    whichever number of ``#`` its writer begins with.

    Raises:
        RecursionError: the text nests deeper than the library can follow.
    """
    if _tangled(text):
        raise RecursionError
    library = _library()
    library.reset()
    try:
        raw = library.convert(text)
    finally:
        library.reset()
    clean = nh3.clean(
        raw,
        tags={*TAGS, "h1"},
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
    return _levelled(clean)


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
