"""YAML as text with places: every scalar stays what was typed and keeps its line and column.

The parser's events are read one by one with limits on depth and size, without aliases and tags;
so ``12:30``, ``010`` and ``NO`` reach the schema unchanged, and hostile nesting stops early.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from sitegen.content.yamlfault import NO_SPACE, explain
from sitegen.diagnostics import Diagnostic, diagnose

MAX_DEPTH = 12
MAX_EVENTS = 50_000

Path = tuple[str | int, ...]
Value = str | None | list["Value"] | dict[str, "Value"]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
"""YAML ends a line at these too, editors and people do not."""
_UNSEEN = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML forbids in a text, and what no page can show."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in its file; line and column count from 1."""

    line: int
    column: int
    length: int = 1


@dataclass(slots=True)
class Tree:
    """A mapping of plain texts, lists and mappings, with the place of each key and value."""

    data: dict[str, Value] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    values: dict[Path, Span] = field(default_factory=dict)

    def span(self, path: Path) -> Span | None:
        """Give the place of a value, else of its key, else of the nearest parent."""
        while path:
            found = self.values.get(path) or self.keys.get(path)
            if found:
                return found
            path = path[:-1]
        return None


class _Refused(Exception):  # noqa: N818 - carries a finding, never leaves this module
    def __init__(self, code: str, event: yaml.Event, **params: int | str) -> None:
        super().__init__(code)
        self.code, self.event, self.params = code, event, params


def parse(
    name: str, text: str, lines: tuple[str, ...], first_line: int = 1
) -> tuple[Tree | None, list[Diagnostic]]:
    """Read a YAML mapping.

    Args:
        name: the file, for the findings.
        text: the YAML text.
        lines: the lines of the whole file, for excerpts.
        first_line: the line of the file on which ``text`` begins.

    Returns:
        The tree, or ``None`` when it cannot be read, with what was found.
    """
    shift = first_line - 1
    tree = Tree()
    findings: list[Diagnostic] = []
    text = text.translate(_BREAKS)
    if unseen := _UNSEEN.search(text):
        before = text[: unseen.start()]
        line, column = first_line + before.count("\n"), len(before) - before.rfind("\n")
        return None, [diagnose("yaml-karakter", name, line, column, lines=lines)]
    reader = _Reader(tree, shift, text.split("\n"))
    try:
        reader.document(yaml.parse(text, Loader=_LOADER))
    except _Refused as refused:
        span = _span(refused.event, shift)
        findings.append(
            diagnose(
                refused.code,
                name,
                span.line,
                span.column,
                length=span.length,
                lines=lines,
                params=refused.params,
            )
        )
        return None, findings
    except yaml.MarkedYAMLError as error:
        return None, [explain(name, lines, shift, error)]
    for span in reader.remarks:
        findings.append(
            diagnose("yaml-pagar", name, span.line, span.column, length=span.length, lines=lines)
        )
    return tree, findings


class _Reader:
    """Walks the events of one document and fills a tree."""

    def __init__(self, tree: Tree, shift: int, lines: list[str]) -> None:
        self.tree, self.shift, self.lines, self.count = tree, shift, lines, 0
        self.remarks: list[Span] = []
        """Where a value ends at a ``#`` that may have been meant as a part of it."""

    def document(self, events: Iterator[yaml.Event]) -> None:
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Refused("yaml-pemisah", event)
            if isinstance(event, yaml.MappingStartEvent):
                self.tree.data = self._mapping(events, event, (), 1)
            elif isinstance(event, yaml.ScalarEvent):
                if event.value:
                    glued = NO_SPACE.match(event.value)
                    raise _Refused("yaml-spasi" if glued else "yaml-bukan-kolom", event)
            elif isinstance(event, yaml.SequenceStartEvent | yaml.AliasEvent):
                raise _Refused("yaml-bukan-kolom", event)

    def _next(self, events: Iterator[yaml.Event]) -> yaml.Event:
        self.count += 1
        event = next(events)
        if self.count > MAX_EVENTS:
            raise _Refused("yaml-terlalu-besar", event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused("yaml-alias", event)
        if getattr(event, "tag", None):
            raise _Refused("yaml-tanda", event, tanda="!")
        return event

    def _mapping(
        self, events: Iterator[yaml.Event], start: yaml.Event, path: Path, depth: int
    ) -> dict[str, Value]:
        self._check_depth(start, depth)
        result: dict[str, Value] = {}
        while not isinstance(event := self._next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _Refused("yaml-kunci", event)
            key = _key(str(event.value))
            here = (*path, key)
            if key in result:
                first = self.tree.keys[here].line
                raise _Refused("kolom-ganda", event, kolom=key, baris=first)
            self.tree.keys[here] = _span(event, self.shift)
            result[key] = self._value(events, self._next(events), here, depth)
        return result

    def _value(
        self, events: Iterator[yaml.Event], event: yaml.Event, path: Path, depth: int
    ) -> Value:
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, event, path, depth + 1)
        if isinstance(event, yaml.SequenceStartEvent):
            self._check_depth(event, depth + 1)
            items: list[Value] = []
            while not isinstance(item := self._next(events), yaml.SequenceEndEvent):
                here = (*path, len(items))
                self.tree.keys[here] = _span(item, self.shift)
                value = self._value(events, item, here, depth + 1)
                if value is not None:  # a dash with nothing behind it
                    items.append(value)
            return items
        assert isinstance(event, yaml.ScalarEvent)
        if _UNSEEN.search(event.value):
            raise _Refused("yaml-karakter", event)
        if event.implicit[0] and not event.style:
            self._note_remark(event)
        text = str(event.value).strip()
        if text == "" or (text == "~" and event.implicit[0]):
            return None
        self.tree.values[path] = _span(event, self.shift)
        return text

    def _note_remark(self, event: yaml.Event) -> None:
        """Notice ``judul: Juara #1``, of which YAML drops what follows the ``#``."""
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end and end.line < len(self.lines) else ""
        if end and (found := re.match(r"\s+(#\w.*)", rest)):
            column = end.column + found.start(1) + 1
            self.remarks.append(Span(end.line + 1 + self.shift, column, len(found[1].rstrip())))

    def _check_depth(self, event: yaml.Event, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise _Refused("yaml-terlalu-dalam", event, batas=MAX_DEPTH)


def _key(typed: str) -> str:
    """Give a key as declared: phones begin it with a capital, people write spaces in it."""
    return "_".join(typed.casefold().replace("-", " ").split())


def _span(event: yaml.Event, shift: int) -> Span:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Span(1 + shift, 1)
    same_line = end.line == start.line
    length = end.column - start.column if same_line else 1
    return Span(start.line + 1 + shift, start.column + 1, max(1, length))
