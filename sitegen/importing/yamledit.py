"""Changes single values of a YAML text and leaves every other byte as an officer wrote it.

Only the places of values that differ are replaced; fields that are new come behind the field that
goes before them in the declaration. What comes out is read again: where it would not hold exactly
what is wanted, nothing is changed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from pydantic import BaseModel

from sitegen.content.validate import nested_model
from sitegen.content.yamltext import quoted, value
from sitegen.content.yamltree import Tree, Value, parse
from sitegen.importing.yamlnodes import Node, nodes

Wanted = Mapping[str, Value]
"""The fields to change, by name; texts without space at either end, nothing empty."""
Edit = tuple[int, int, str]

_DASH = re.compile(r"[ ]*-[ ]+")


class CannotEdit(Exception):  # noqa: N818 - read as a sentence where it is caught
    """A text is written in a way that cannot be changed with certainty."""


def edit(text: str, wanted: Wanted, model: type[BaseModel]) -> str:
    """Give a text in which the wanted fields hold the wanted values.

    Args:
        text: the YAML mapping, or nothing.
        wanted: what to change; groups of fields are changed field by field.
        model: the declaration, for the order of fields.

    Raises:
        CannotEdit: see there.
    """
    before = _read(text)
    if before is None:
        raise CannotEdit("")
    writer = _Editor(text)
    root = nodes(text)
    if root is None:
        lines = _block(wanted, "")
        glue = "" if not text or text.endswith("\n") else writer.newline
        changed = f"{text}{glue}{writer.newline.join(lines)}{writer.newline}"
    else:
        writer.group(root, wanted, model)
        changed = writer.result()
    after = _read(changed)
    if after is None or not _same(after.data, merged(before.data, wanted)):
        raise CannotEdit("")
    return changed


def _read(text: str) -> Tree | None:
    unix = text.replace("\r\n", "\n")
    return parse("", unix, tuple(unix.split("\n")))[0]


def merged(old: Value, wanted: Value | Wanted) -> Value | Wanted:
    """Lay the wanted fields over what is there."""
    if isinstance(old, dict) and isinstance(wanted, Mapping):
        laid = {key: merged(old.get(key), new) for key, new in wanted.items()}
        return cast("Value", {**old, **laid})
    return wanted


def _same(found: Value, wanted: Value | Wanted) -> bool:
    """Compare what is written with what was wanted; a list may be written with commas."""
    if isinstance(found, dict) and isinstance(wanted, Mapping):
        return found.keys() == wanted.keys() and all(_same(found[k], wanted[k]) for k in found)
    if isinstance(found, str) and isinstance(wanted, list):
        return [part.strip() for part in found.split(",") if part.strip()] == wanted
    return found == wanted


class _Editor:
    """Gathers edits of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.edits: list[Edit] = []
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def result(self) -> str:
        """Give the text with all edits; of those at one place, the first comes first."""
        text = self.text
        for start, end, new in sorted(self.edits, key=lambda e: e[:2])[::-1]:
            text = text[:start] + new + text[end:]
        return text

    def group(self, node: Node, wanted: Wanted, model: type[BaseModel] | None) -> None:
        """Change fields of a group that is there."""
        order = list(model.model_fields) if model else []
        known = {name: order.index(name) if name in order else len(order) for name in node.fields}
        for name, new in wanted.items():
            inner = nested_model(model.model_fields[name].annotation) if model else None
            if name in node.fields:
                self.put(node.fields[name], new, inner, flow=node.flow, column=node.column)
                continue
            place = order.index(name) if name in order else len(order)
            earlier = (key for key, rank in known.items() if rank < place)
            self.add(node, name, new, max(earlier, key=lambda key: known[key], default=""))

    def put(
        self, node: Node, new: Value, model: type[BaseModel] | None, *, flow: bool, column: int
    ) -> None:
        """Replace one value."""
        if node.empty:
            self.fill(node, new, flow=flow, column=column)
        elif isinstance(new, dict) and node.shape == "{":
            self.group(node, new, model)
        elif isinstance(new, list) and node.shape == "[" and not node.flow:
            self.entries(node, new, model)
        elif isinstance(new, list) and not node.shape and _is_plain(new):
            self.edits.append((node.start, node.end, _flow(", ".join(map(str, new)))))
        elif node.shape and not node.flow:
            raise CannotEdit("")
        else:
            self.edits.append((node.start, node.end, _flow(new)))

    def fill(self, node: Node, new: Value, *, flow: bool, column: int) -> None:
        """Write behind the colon of a field that stands there empty."""
        if flow or isinstance(new, str) or (isinstance(new, list) and _is_plain(new)):
            written = ", ".join(map(str, new)) if isinstance(new, list) and not flow else new
            self.edits.append((node.start, node.start, f" {_flow(written)}"))
            return
        lines = _block(new, " " * (column + 2))
        end = self._line_end(node.start)
        self.edits.append((end, end, "".join(self.newline + line for line in lines)))

    def add(self, node: Node, name: str, new: Value, after: str) -> None:
        """Write a field that is not there behind another, else before all."""
        if node.flow:
            last = max(node.fields.values(), key=lambda n: n.end, default=None)
            place, glue = (last.end, ", ") if last else (node.start + 1, "")
            self.edits.append((place, place, f"{glue}{name}: {_flow(new)}"))
            return
        first = min(node.keys, key=lambda key: node.keys[key])
        head = self._line_start(node.keys[first])
        indent = " " * node.column
        lines = _block({name: new}, indent)
        if not after and self.text[head : node.keys[first]].strip(" "):
            after = first  # it stands behind a dash
        if after:
            end = self._line_end(node.fields[after].end)
            self.edits.append((end, end, "".join(self.newline + line for line in lines)))
        else:
            self.edits.append((head, head, "".join(line + self.newline for line in lines)))

    def entries(self, node: Node, new: Sequence[Value], model: type[BaseModel] | None) -> None:
        """Change the items of a list one by one, so that notes beside them stay."""
        items = [item for item in node.items if not item.empty]
        for item, wanted in zip(items, new, strict=False):
            if isinstance(wanted, dict) and not item.fields.keys() <= wanted.keys():
                lines = self.newline.join(_block(wanted, " " * item.column))
                self.edits.append((item.start, item.end, lines.lstrip(" ")))
            elif isinstance(wanted, dict) == (item.shape == "{"):
                self.put(item, wanted, model, flow=False, column=item.column)
            else:
                raise CannotEdit("")
        for item in items[len(new) :]:
            head = self._line_start(item.start)
            if not _DASH.fullmatch(self.text[head : item.start]):
                raise CannotEdit("")
            self.edits.append((head, self._line_end(item.end) + len(self.newline), ""))
        if len(new) > len(items):
            if not items:
                raise CannotEdit("")
            end = self._line_end(items[-1].end)
            added = list(_items(new[len(items) :], " " * node.column))
            self.edits.append((end, end, "".join(self.newline + line for line in added)))

    def _line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def _line_end(self, place: int) -> int:
        """Give the offset of the line's end, before its carriage return."""
        end = self.text.find("\n", place)
        if end < 0:
            return len(self.text)
        return end - 1 if self.newline == "\r\n" and self.text[end - 1] == "\r" else end


def _is_plain(items: Sequence[Value]) -> bool:
    """Say whether a list can be written on one line with commas."""
    return bool(items) and all(isinstance(item, str) and "," not in item for item in items)


def _block(group: Value | Wanted, indent: str) -> list[str]:
    """Write a group of fields, or a list, line by line."""
    if isinstance(group, list):
        return list(_items(group, indent))
    lines = []
    assert isinstance(group, Mapping)
    for name, new in group.items():
        joined = ", ".join(map(str, new)) if isinstance(new, list) and _is_plain(new) else new
        if isinstance(joined, str):
            lines.append(f"{indent}{name}: {_flow(joined)}")
        else:
            lines += [f"{indent}{name}:", *_block(joined, f"{indent}  ")]
    return lines


def _items(items: Sequence[Value], indent: str) -> Iterator[str]:
    for item in items:
        lines = _block(item, f"{indent}  ") if isinstance(item, dict) else [_flow(item)]
        yield f"{indent}- {lines[0].lstrip(' ')}"
        yield from lines[1:]


def _flow(new: Value) -> str:
    """Write a value on one line."""
    if isinstance(new, list):
        return f"[{', '.join(map(_flow, new))}]"
    if isinstance(new, dict):
        return f"{{{', '.join(f'{name}: {_flow(inner)}' for name, inner in new.items())}}}"
    text = new or ""
    return quoted(text) if re.fullmatch(r"[\d.]+", text) and "." in text else value(text)
