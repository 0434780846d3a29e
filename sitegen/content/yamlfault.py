"""Says in the reader's words what the YAML parser stumbled on.

The parser names what it expected, as a grammar does; a reader must be told what was typed wrong.
"""

import re

import yaml

from sitegen.diagnostics import Diagnostic, diagnose

_KEY = r"\s*(?:- +)*[A-Za-z_]\w*"
_ONLY_KEY = re.compile(rf"{_KEY}\s*")
NO_SPACE = re.compile(rf"({_KEY}):(?![/\s])\S")
"""A field whose colon no space follows; not an address such as ``https://``."""


def explain(
    name: str, lines: tuple[str, ...], shift: int, error: yaml.MarkedYAMLError
) -> Diagnostic:
    """Make the finding of a text that is no YAML.

    Args:
        name: the file.
        lines: all its lines.
        shift: how many of them stand before the YAML text.
        error: what the parser said.
    """
    mark = error.problem_mark or error.context_mark
    at = _place(mark, lines, shift)
    code, at = _cause(error, at, _place(error.context_mark or mark, lines, shift), lines)
    line, column = at
    text = lines[line - 1]
    indent = len(text) - len(text.lstrip())
    if "\t" in text[:indent] or text[column - 1 : column] == "\t":
        return diagnose("yaml-tab", name, line, text.index("\t") + 1, lines=lines)
    if code in ("yaml-titik-dua", "yaml-tanpa-titik-dua", "yaml-menjorok"):
        for number in (line, _line_above(lines, line, shift)):
            if glued := NO_SPACE.match(lines[number - 1]):
                column = glued.end(1) + 1
                return diagnose("yaml-spasi", name, number, column, lines=lines)
    if code == "yaml-menjorok":
        # The parser took the indent of the first line for the right one.
        line = line if indent else _first_line(lines, line, shift)
        text = lines[line - 1]
        column = len(text) - len(text.lstrip()) + 1
        code = code if column > 1 else "yaml-rusak"
    sign = text[: column - 1].rstrip()[-1:] if code == "yaml-sesudah" else text[column - 1 :][:1]
    return diagnose(code, name, line, column, lines=lines, tanda=sign)


def _place(mark: yaml.Mark | None, lines: tuple[str, ...], shift: int) -> tuple[int, int]:
    """Give the line and column of a mark in the whole file, from 1."""
    if mark is None:
        return min(shift + 1, len(lines)), 1
    return min(mark.line + 1 + shift, len(lines)), mark.column + 1


def _line_above(lines: tuple[str, ...], line: int, shift: int) -> int:
    return next((n for n in range(line - 1, shift, -1) if lines[n - 1].strip()), line)


def _first_line(lines: tuple[str, ...], line: int, shift: int) -> int:
    return next((n for n in range(shift + 1, line) if lines[n - 1].strip()), line)


def _cause(
    error: yaml.MarkedYAMLError,
    here: tuple[int, int],
    opened: tuple[int, int],
    lines: tuple[str, ...],
) -> tuple[str, tuple[int, int]]:
    """Give the code of a complaint, and which of its two places tells a reader most."""
    problem, context = error.problem or "", error.context or ""
    line, column = here
    before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
    if "quoted scalar" in context:
        ended = "end of stream" in problem or "document" in problem
        return ("yaml-kutip", opened) if ended else ("yaml-garis-miring", here)
    if "alias" in context or "anchor" in context:
        return "yaml-alias", opened
    if "flow" in context:
        return "yaml-kurung", opened
    if "block scalar" in context:
        return "yaml-tanda", opened
    if any(words in problem for words in ("cannot start", "node content", "entries are not")):
        return "yaml-tanda", here
    if "keys are not allowed" in problem:
        return "yaml-tanda", here
    if "expected ':'" in problem:
        return "yaml-tanpa-titik-dua", opened
    if "mapping values are not allowed" in problem:
        return ("yaml-menjorok" if _ONLY_KEY.fullmatch(before) else "yaml-titik-dua"), here
    if before.strip():
        return "yaml-sesudah", here
    return ("yaml-rusak" if after.startswith("-") else "yaml-menjorok"), here
