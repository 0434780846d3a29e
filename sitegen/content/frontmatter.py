"""Splits an entry into its front matter and its text."""

import re
from dataclasses import dataclass

from sitegen.content.source import Source
from sitegen.content.yamltree import Tree, parse
from sitegen.diagnostics import Diagnostic, diagnose

_FENCE = re.compile(r"-{3,}\s*$")
_LOOKALIKE = re.compile(r"\s*(?:[—–]-?|-{2}|\*{3,}|_{3,}|={3,})\s*$")


@dataclass(frozen=True, slots=True)
class Parts:
    """The fields and the text of one file, and the line of the file on which the text begins."""

    tree: Tree
    body: str
    body_line: int


def split(source: Source) -> tuple[Parts | None, list[Diagnostic]]:
    """Separate the fields between two ``---`` lines from the text below them."""
    lines = source.lines
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.match(lines[first]):
        code = "pembuka-mirip" if _LOOKALIKE.match(lines[first]) else "tanpa-pembuka"
        width = len(lines[first])
        return None, [diagnose(code, source.name, first + 1, 1, length=width, lines=lines)]
    end = next((i for i in range(first + 1, len(lines)) if _FENCE.match(lines[i])), None)
    if end is None:
        return None, [_not_closed(source, first)]
    tree, findings = parse(
        source.name, "\n".join(lines[first + 1 : end]) + "\n", lines, first_line=first + 2
    )
    if tree is None:
        return None, [_after_a_gap(finding, lines) for finding in findings]
    return Parts(tree, "\n".join(lines[end + 1 :]), end + 2), findings


def _after_a_gap(finding: Diagnostic, lines: tuple[str, ...]) -> Diagnostic:
    """Where the parser stumbles on a paragraph, the ``---`` it read to was a line in the text."""
    prose = finding.code == "yaml-tanpa-titik-dua" and not lines[finding.line - 2].strip()
    return finding.renamed("tanpa-penutup") if prose else finding


def _not_closed(source: Source, first: int) -> Diagnostic:
    """Point at the line where the closing fence most likely belongs."""
    lines = source.lines
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if not line.strip() or line.startswith("#") or not re.match(r"[\w ]+:|\s|-", line):
            return diagnose("tanpa-penutup", source.name, number + 1, 1, lines=lines)
    return diagnose("tanpa-penutup", source.name, first + 1, 1, length=3, lines=lines)
