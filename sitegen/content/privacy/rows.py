"""Tables and lists in a text, with the places of their cells and the line that announces them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RULE = re.compile(r"[|\s:+-]+")
_ITEM = re.compile(r"\s*(?:>\s*)?(?:[-*•+]|\(?(?:\d{1,3}|[a-z])[.)]{1,2})\s+(?P<text>\S.*)")
_INLINE = re.compile(
    r"\(?\b\d{1,2}[.)]\s*(?P<text>[^;,\n]+?)(?=\s*(?:[;,]|\.\s|\.?$|\(?\d{1,2}[.)]))"
)
_NEUTRAL = re.compile(
    r"\b(?:berikut|antara lain|yaitu|yakni|di bawah|terlampir|sebagai)\b|^-{3,}$", re.IGNORECASE
)
_HEADING = re.compile(r"#{1,6}\s|\*\*.+\*\*:?$")


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
    """A table by its head and rows; ``lead`` is what announces it."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    lead: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of a list; ``lead`` is what announces it."""

    items: tuple[Cell, ...]
    lead: str


def _lines(text: str) -> list[Cell]:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Cell(line, start))
        start += len(line) + 1
    return lines


def tables(text: str) -> Iterator[Table]:
    """Yield tables whose cells are parted by ``|``, a tab or ``;``."""
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
                yield Table(head, kept, _lead(lines, index))
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
        if len(items) > 1:
            yield Listing(items, _lead(lines, index))
        elif not items and (found := list(_INLINE.finditer(lines[index].text)))[2:]:
            line = lines[index]
            inline = tuple(Cell(f["text"], line.start + f.start("text")) for f in found)
            yield Listing(inline, line.text[: found[0].start()].strip() or _lead(lines, index))
        index = max(end, index + 1)


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


def _lead(lines: list[Cell], index: int) -> str:
    """Give the line before a table or list; the one before that too where it only points ahead."""
    written = [line.text.strip() for line in lines[max(0, index - 8) : index] if line.text.strip()]
    if not written:
        return ""
    lead = written[-1]
    if _NEUTRAL.search(lead) and len(written) > 1:
        lead = f"{written[-2]} {lead}"
    if lead.endswith("---"):
        lead = next((line for line in written if line.startswith("judul:")), "")
    elif not _HEADING.match(lead) and _NEUTRAL.search(lead):
        lead = " ".join([*(line for line in written if _HEADING.match(line)), lead])
    return lead
