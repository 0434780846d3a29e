"""YAML as text with places: every scalar stays what was typed and keeps its line and column.

The parser's events are read one by one with limits on depth and size, without aliases and tags;
so ``12:30``, ``010`` and ``NO`` reach the schema unchanged, and hostile nesting stops early.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from sitegen.diagnostics import Diagnostic, diagnose

MAX_DEPTH = 12
MAX_EVENTS = 50_000

Path = tuple[str | int, ...]
Value = str | None | list["Value"] | dict[str, "Value"]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    reader = _Reader(tree, shift)
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
        return None, [_syntax(name, lines, shift, error)]
    except yaml.YAMLError:
        return None, [diagnose("yaml-karakter", name, first_line, 1, lines=lines)]
    return tree, findings


class _Reader:
    """Walks the events of one document and fills a tree."""

    def __init__(self, tree: Tree, shift: int) -> None:
        self.tree, self.shift, self.count = tree, shift, 0

    def document(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            if isinstance(event, yaml.MappingStartEvent):
                self.tree.data = self._mapping(events, event, (), 1)
            elif isinstance(event, yaml.ScalarEvent):
                if event.value:
                    raise _Refused("yaml-bukan-kolom", event)
            elif isinstance(event, yaml.SequenceStartEvent | yaml.AliasEvent):
                raise _Refused("yaml-bukan-kolom", event)

    def _next(self, events: Iterator[yaml.Event]) -> yaml.Event:
        self.count += 1
        event = next(events)
        if self.count > MAX_EVENTS:
            raise _Refused("yaml-terlalu-besar", event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused("yaml-alias", event)
        return event

    def _mapping(
        self, events: Iterator[yaml.Event], start: yaml.Event, path: Path, depth: int
    ) -> dict[str, Value]:
        self._check_depth(start, depth)
        result: dict[str, Value] = {}
        while not isinstance(event := self._next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _Refused("yaml-kunci", event)
            key = str(event.value).strip()
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
                items.append(self._value(events, item, (*path, len(items)), depth + 1))
            return items
        assert isinstance(event, yaml.ScalarEvent)
        text = str(event.value).strip()
        if text == "" or (text == "~" and event.implicit[0]):
            return None
        self.tree.values[path] = _span(event, self.shift)
        return text

    def _check_depth(self, event: yaml.Event, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise _Refused("yaml-terlalu-dalam", event, batas=MAX_DEPTH)


def _span(event: yaml.Event, shift: int) -> Span:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Span(1 + shift, 1)
    same_line = end.line == start.line
    length = end.column - start.column if same_line else 1
    return Span(start.line + 1 + shift, start.column + 1, max(1, length))


def _syntax(
    name: str, lines: tuple[str, ...], shift: int, error: yaml.MarkedYAMLError
) -> Diagnostic:
    """Say in the reader's words what the parser stumbled on."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1 + shift, mark.column + 1) if mark else (1 + shift, 1)
    line = min(line, len(lines))
    problem = error.problem or ""
    text = lines[line - 1] if line <= len(lines) else ""
    code = "yaml-rusak"
    if "\t" in text[: len(text) - len(text.lstrip())] or text[column - 1 : column] == "\t":
        code, column = "yaml-tab", text.index("\t") + 1
    elif "mapping values are not allowed" in problem:
        code = "yaml-titik-dua"
    elif "expected ':'" in problem:
        code = "yaml-tanpa-titik-dua"
        if error.context_mark:
            line, column = error.context_mark.line + 1 + shift, error.context_mark.column + 1
    elif "unexpected end of stream" in problem or "quoted scalar" in (error.context or ""):
        code = "yaml-kutip"
        if error.context_mark:
            line, column = error.context_mark.line + 1 + shift, error.context_mark.column + 1
    elif "cannot start any token" in problem:
        code = "yaml-tanda"
    tanda = lines[line - 1][column - 1 : column] if line <= len(lines) else ""
    return diagnose(code, name, line, column, lines=lines, tanda=tanda)
