"""Where each value of a YAML mapping begins and ends, so that it can be replaced in its text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import yaml

_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
"""YAML ends a line at these too, editors and people do not."""


@dataclass(slots=True)
class Node:
    """A value by its offsets; ``end`` is behind its last visible character.

    ``shape`` is ``""`` for a text, ``{`` for a group of fields and ``[`` for a list. A field that
    nothing is written behind has ``start == end``, right behind its colon.
    """

    start: int
    end: int
    shape: str = ""
    flow: bool = False
    column: int = 0
    keys: dict[str, int] = field(default_factory=dict)
    """Where the key of each field begins."""
    fields: dict[str, "Node"] = field(default_factory=dict)
    items: list["Node"] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing is written."""
        return not self.shape and self.start == self.end


def nodes(text: str) -> Node | None:
    """Give the outermost mapping of a text that is known to be sound; None where there is none."""
    text = text.translate(_BREAKS)
    # The parser in C gives other places for fields that nothing is written behind.
    events = yaml.parse(text, Loader=yaml.SafeLoader)
    for event in events:
        if isinstance(event, yaml.MappingStartEvent):
            return _node(text, events, event)
    return None


def _node(text: str, events: Iterator[yaml.Event], event: yaml.Event) -> Node:
    first, last = event.start_mark, event.end_mark
    assert first is not None
    assert last is not None
    start, end = first.index, last.index
    if isinstance(event, yaml.MappingStartEvent):
        node = Node(start, start, "{", bool(event.flow_style), first.column)
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            assert isinstance(key, yaml.ScalarEvent)
            assert key.start_mark is not None
            name = str(key.value).strip()
            node.keys[name] = key.start_mark.index
            node.fields[name] = _node(text, events, next(events))
        node.end = _end(node, node.fields.values(), key)
        return node
    if isinstance(event, yaml.SequenceStartEvent):
        node = Node(start, start, "[", bool(event.flow_style), first.column)
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            node.items.append(_node(text, events, item))
        node.end = _end(node, node.items, item)
        return node
    # The mark behind a block of text stands behind the empty lines that follow it, too.
    return Node(start, start + len(text[start:end].rstrip()), column=first.column)


def _end(node: Node, children: Iterable[Node], closing: yaml.Event) -> int:
    if node.flow:
        assert closing.end_mark is not None
        return closing.end_mark.index
    return max((child.end for child in children), default=node.start)
