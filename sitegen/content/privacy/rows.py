"""What lines are: sentences that flow over them, tables, and lists with what announces them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_GRID = re.compile(r"[|\t;]")
_RULE = re.compile(r"[|\s:+-]+")
_ITEM = re.compile(
    r"\s*(?:>\s*)?(?:(?:[^\w\s|(#]{1,3}|\(?[a-z][.)]{1,2})\s+"
    r"|\(?\d{1,3}[.)]{1,2}\s*|\d{1,3}\s+(?=[A-Z]))(?P<text>\S.*)"
)
_INLINE = re.compile(
    r"\(?\b\d{1,2}[.)]\s*(?P<text>[^;,\n]{1,80}?)(?=\s{0,3}(?:[;,]|\.\s|\.?$|\(?\d{1,2}[.)]))"
)
_FIRST = re.compile(r"1[.)]")
_NEUTRAL = re.compile(
    r"\b(?:berikut|antara lain|yaitu|yakni|di bawah|terlampir|sebagai)\b|^-{3,}$", re.IGNORECASE
)
_HEADING = re.compile(r"#{1,6}\s|\*\*.+\*\*:?$")
_WRAP = re.compile(
    r"\n(?<=[^\s|]\n)(?=[^\s|#>])"
    r"(?!(?:[-*•+]|\(?(?:\d{1,3}|[a-zA-Z])[.)]{1,2})\s|---|```|\d{1,3}[;,\t]|[\w ./]{1,30}[:=])"
)
"""The end of a line in the middle of a paragraph."""


def flowing(text: str) -> str:
    """Give a text of the same length in which a sentence is not broken where its line ends."""
    return _WRAP.sub(" ", text)


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of text and where it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its head and rows, with the paragraph before it and what that is about."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    lead: str
    about: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of a list, with the paragraph before it and what that is about."""

    items: tuple[Cell, ...]
    lead: str
    about: str


def _lines(text: str) -> list[Cell]:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Cell(line, start))
        start += len(line) + 1
    return lines


def tables(text: str) -> Iterator[Table]:
    """Yield tables whose cells are parted by ``|``, a tab or ``;``."""
    if not _GRID.search(text):
        return
    lines = _lines(text)
    index = 0
    while index < len(lines):
        sign = next((s for s in ("|", "\t", ";") if s in lines[index].text), "")
        end = index
        while sign and end < len(lines) and sign in lines[end].text:
            end += 1
        if end - index > 1:
            head, *rows = (_cells(line, sign) for line in lines[index:end])
            kept = tuple(row for row in rows if not all(_RULE.fullmatch(c.text) for c in row))
            if len(head) > 1 and kept:
                yield Table(head, kept, *_lead(lines, index))
        index = max(end, index + 1)


def _cells(line: Cell, sign: str) -> tuple[Cell, ...]:
    cells, start = [], line.start
    for part in line.text.split(sign):
        text = part.strip(" *_`")
        cells.append(Cell(text, start + (part.find(text) if text else 0)))
        start += len(part) + 1
    edges = slice(
        1 if cells and not cells[0].text and sign == "|" else 0,
        -1 if len(cells) > 1 and not cells[-1].text and sign == "|" else None,
    )
    return tuple(cells[edges])


def listings(text: str) -> Iterator[Listing]:
    """Yield lists of two items or more, also those written in one sentence as ``1. …, 2. …``."""
    lines = _lines(text)
    index = 0
    while index < len(lines):
        items, end = _items(lines, index)
        if not items and index and lines[index - 1].text.rstrip().endswith(":"):
            items, end = _bare_items(lines, index)
        if len(items) > 1:
            yield Listing(items, *_lead(lines, index))
        elif not items and len(found := _inline(lines[index])) > 2:
            line = lines[index]
            inline = tuple(Cell(f["text"], line.start + f.start("text")) for f in found)
            before = line.text[: found[0].start()].strip()
            yield Listing(inline, *((before, before) if before else _lead(lines, index)))
        index = max(end, index + 1)


def _inline(line: Cell) -> list[re.Match[str]]:
    return list(_INLINE.finditer(line.text)) if _FIRST.search(line.text) else []


def _bare_items(lines: list[Cell], index: int) -> tuple[tuple[Cell, ...], int]:
    """Give the short lines below a colon, which are a list though no sign says so."""
    end = index
    while end < len(lines) and 0 < len(lines[end].text.strip()) <= 40:
        end += 1
    items = (Cell(line.text.strip(), line.start + _indent(line)) for line in lines[index:end])
    return (tuple(items), end) if end - index > 1 else ((), index)


def _indent(line: Cell) -> int:
    return len(line.text) - len(line.text.lstrip())


def _items(lines: list[Cell], index: int) -> tuple[tuple[Cell, ...], int]:
    """Give the items that begin at a line, and the line after them."""
    items: list[Cell] = []
    end = index
    while index < len(lines):
        if found := _ITEM.match(lines[index].text):
            items.append(Cell(found["text"], lines[index].start + found.start("text")))
            end = index + 1
        elif lines[index].text.strip() or not items:
            break
        index += 1
    return tuple(items), end


def _lead(lines: list[Cell], index: int) -> tuple[str, str]:
    """Give the paragraph before a table or list, and more where it only points ahead."""
    paragraphs: list[list[str]] = [[]]
    for line in lines[max(0, index - 12) : index]:
        text = line.text.strip()
        if not text or _HEADING.match(text) or _ITEM.match(text):
            paragraphs.append([])
        if text:
            paragraphs[-1].append(text)
    written = [" ".join(paragraph) for paragraph in paragraphs if paragraph]
    lead = written[-1] if written else ""
    if lead.endswith("---"):
        lead = next((line.text for line in lines[:60] if line.text.startswith("judul:")), "")
    elif _NEUTRAL.search(lead) and not _HEADING.match(lead):
        return lead, " ".join(written[-3:])
    return lead, lead
