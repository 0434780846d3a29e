"""The Markdown of most village news, converted in one pass: the library's result, ten times sooner.

Headings, paragraphs, quotes, simple lists and tables, emphasis, links and pictures are converted
here; at anything else, however small the doubt, :func:`direct` gives nothing and the library does
the text. What it gives is byte for byte what the library gives, which ``tests/site/test_plain.py``
proves for the installed version; with a version that was not proven it always gives nothing.
"""

import re
from functools import cache
from importlib.metadata import version

from markdown.extensions.toc import slugify, unique

from sitegen.site.habits import ADDRESS, LIST_LINE, loosened, trimmed

PROVEN = frozenset(["3.11"])
"""Versions of the library whose every result was compared."""

_CODE_OR_HTML = re.compile(
    r"[\\`<{~\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
"""Signs of code, escapes, raw HTML and attributes, and what only looks like a space."""
_ODD_LINE = re.compile(r"\n(?: +\S|[-=*_ ]+(?:\n|\Z)|\[[^\]]*\]:)")
"""An indented line, a rule or the line below a heading, a reference."""
_ENTITY = re.compile(r"&[#\w]")
_GAP = re.compile(r"\n{2,}")
_HEADING = re.compile(r"(#{1,6})([^#]+?)#*")
_BULLET = re.compile(r"[-*+] +(\S.*)")
_NUMBER = re.compile(r"\d+\. +(\S.*)")
_BLOCK = re.compile(r"#|>|[-*+] |\d+\. ")
"""What begins something other than a line of a paragraph."""
_RULE = re.compile(r":?-+:?")
_ALIGNED = {
    (left, right): f' style="text-align: {name};"' if name else ""
    for left, right, name in (
        (False, False, ""),
        (True, False, "left"),
        (False, True, "right"),
        (True, True, "center"),
    )
}
_SIGN = re.compile(r"[]\[*_:]")
"""Where something other than words may stand in a line: a colon, for it is in every address."""
_ADDRESS = re.compile(ADDRESS)
_LINK = re.compile(
    r'\[(?P<label>[^]\[*_&/]*)\]\((?P<href>[\w./#?=%~:+,;@-]+)(?: "(?P<title>[\w .,:-]+)")?\)'
)
_MARKED = re.compile(
    r"(?:(?<=[\s(])|^)(?P<mark>\*\*?+|__?+)(?P<words>[^\W_](?:[^]\[*_&/\n]*[^\W_])?[.:!?]?)"
    r"(?P=mark)(?=[\s.,;:?)]|$)"
)


class _Doubt(Exception):  # noqa: N818 - never leaves this module
    """Something that is left to the library."""


@cache
def _proven() -> bool:
    return version("markdown").rpartition(".")[0] in PROVEN


def direct(text: str) -> str | None:
    """Give the HTML of a plain text, or nothing where the library must look at it."""
    if not _proven():
        return None
    if " \n" in text:
        text = re.sub(r"(?<=\n) +\n", "\n", text)
    if LIST_LINE.search(text):
        text = "\n".join(loosened(text.split("\n")))
    if not text.strip() or _doubtful(text):
        return None
    page = _Page()
    try:
        for block in _GAP.split(text.strip("\n")):
            page.add(block)
    except _Doubt:
        return None
    return "\n".join(page.parts)


def _doubtful(text: str) -> bool:
    return bool(
        _CODE_OR_HTML.search(text)
        or _ODD_LINE.search(f"\n{text}")
        or "  \n" in text
        or ("&" in text and _ENTITY.search(text))
    )


class _Page:
    """The HTML of one text as it grows."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._ids: set[str] = set()
        self._last = ""
        """The tag of the block above, which may go on in the next."""

    def add(self, block: str) -> None:
        """Convert lines between two empty ones."""
        if "|" in block and not _BLOCK.match(block):
            self._table(block.split("\n"))
            return
        if not _BLOCK.match(block) and "\n#" not in block and "\n>" not in block:
            self._put("p", _inline(block))
            return
        lines = block.split("\n")
        heading = next((n for n, line in enumerate(lines) if line.startswith("#")), None)
        if heading is not None:
            if heading:
                self.add("\n".join(lines[:heading]))
            self._heading(lines[heading])
            if heading + 1 < len(lines):
                self.add("\n".join(lines[heading + 1 :]))
        elif lines[0].startswith(">"):
            self._quote(lines)
        elif lines[0][0].isdigit():
            self._list("ol", _NUMBER, lines)
        else:
            self._list("ul", _BULLET, lines)

    def _put(self, tag: str, content: str) -> None:
        self.parts.append(f"<{tag}>{content}</{tag}>")
        self._last = tag

    def _heading(self, line: str) -> None:
        found = _HEADING.fullmatch(line)
        title = found[2].strip() if found else ""
        if found is None or not title or _SIGN.search(title) or "&" in title:
            raise _Doubt
        name = unique(slugify(" ".join(title.split()), "-"), self._ids)
        tag = f"h{len(found[1])}"
        self.parts.append(f'<{tag} id="{name}">{_escaped(title)}</{tag}>')
        self._last = tag

    def _quote(self, lines: list[str]) -> None:
        inner = [line[1:].removeprefix(" ") for line in lines]
        plain = all(line.startswith(">") for line in lines) and all(inner)
        if not plain or self._last == "blockquote" or any(map(_begins_block, inner)):
            raise _Doubt
        self._put("blockquote", f"\n<p>{_inline(chr(10).join(inner))}</p>\n")

    def _table(self, lines: list[str]) -> None:
        rows = [[cell.strip(" ") for cell in line[1:-1].split("|")] for line in lines]
        framed = all(line.startswith("|") and line.endswith("|") for line in lines)
        even = len(rows) > 2 and len({len(row) for row in rows}) == 1
        if not framed or not even or not all(map(_RULE.fullmatch, rows[1])):
            raise _Doubt
        styles = [_ALIGNED[rule.startswith(":"), rule.endswith(":")] for rule in rows[1]]
        head, body = _row("th", rows[0], styles), [_row("td", row, styles) for row in rows[2:]]
        inner = "\n".join(["", "<thead>", head, "</thead>", "<tbody>", *body, "</tbody>", ""])
        self._put("table", inner)

    def _list(self, tag: str, item: re.Pattern[str], lines: list[str]) -> None:
        found = [item.fullmatch(line) for line in lines]
        items = [match[1] for match in found if match]
        numbered = tag == "ul" or lines[0].startswith("1.")
        if len(items) < len(lines) or not numbered or self._last == tag:
            raise _Doubt
        if any(map(_begins_block, items)):
            raise _Doubt
        self._put(tag, "".join(f"\n<li>{_inline(words)}</li>" for words in items) + "\n")


def _row(tag: str, cells: list[str], styles: list[str]) -> str:
    inner = (
        f"<{tag}{style}>{_inline(cell)}</{tag}>" for cell, style in zip(cells, styles, strict=True)
    )
    return "\n".join(["<tr>", *inner, "</tr>"])


def _begins_block(line: str) -> bool:
    odd = "|" in line or _BLOCK.match(line) or _ODD_LINE.match(f"\n{line}")
    return bool(odd) or line.startswith(" ")


def _escaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    return text.replace(">", "&gt;") if ">" in text else text


def _quoted(text: str) -> str:
    return _escaped(text).replace('"', "&quot;")


def _inline(text: str) -> str:
    """Convert what stands inside lines: emphasis, links, pictures, pasted addresses.

    Raises:
        _Doubt: something is not in one of the simple forms.
    """
    parts, done, at = [], 0, 0
    while sign := _SIGN.search(text, at):
        at = sign.start()
        if sign[0] == ":":
            start, made, end = _address(text, at)
        elif sign[0] == "[":
            start, made, end = _link(text, at)
        else:
            start, made, end = _marked(text, at)
        if made:
            parts += [_escaped(text[done:start]), made]
            done = end
        at = end
    return "".join((*parts, _escaped(text[done:])))


_Piece = tuple[int, str, int]
"""Where something begins, its HTML, and where it ends."""


def _address(text: str, colon: int) -> _Piece:
    """Make a link of a pasted address; give no HTML for a colon that stands in none."""
    for length in (5, 4):
        found = _ADDRESS.match(text, colon - length) if colon >= length else None
        if found and found[0][length] == ":":
            break
    else:
        return colon, "", colon + 1
    if text[found.end() : found.end() + 1] == "[":
        raise _Doubt
    address = trimmed(found[0])
    link = f'<a href="{_quoted(address)}">{_escaped(address)}</a>'
    return found.start(), link, found.start() + len(address)


def _link(text: str, bracket: int) -> _Piece:
    found = _LINK.match(text, bracket)
    if not found:
        raise _Doubt
    label, href = found["label"], found["href"]
    title = f' title="{found["title"]}"' if found["title"] else ""
    if text[bracket - 1 : bracket] == "!":
        return bracket - 1, f'<img alt="{_quoted(label)}" src="{href}"{title}>', found.end()
    return bracket, f'<a href="{href}"{title}>{_escaped(label)}</a>', found.end()


def _marked(text: str, mark: int) -> _Piece:
    found = _MARKED.match(text, mark)
    if not found:
        raise _Doubt
    tag = "strong" if len(found["mark"]) == 2 else "em"
    return mark, f"<{tag}>{_escaped(found['words'])}</{tag}>", found.end()
