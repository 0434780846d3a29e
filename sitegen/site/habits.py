"""What people write in messengers, understood as they mean it: an extension of the library."""

import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

ADDRESS = r"(?i:https?)://[^\s<>\[\]]+"
"""An address that was pasted as it is."""

_BULLET = re.compile(r"[-*+•] +\S")
_FIRST = re.compile(r"1[.)] +\S")
_SECOND = re.compile(r"2[.)] +\S|\s+\S")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d+[.)])\s")
LIST_LINE = re.compile(r"(?:\A|\n)(?:•|(?:[-*+]|1[.)]) )")
"""What a text holds that :func:`loosened` may change."""


def trimmed(address: str) -> str:
    """Take off a pasted address what ends the sentence it stands in."""
    address = address.rstrip(".,;:!?'\"*_")
    return address[:-1] if address.endswith(")") and "(" not in address else address


def loosened(lines: list[str]) -> list[str]:
    """Put an empty line before each list that lacks it; a dot (•) begins an item too."""
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


class _BareLink(InlineProcessor):
    """An address that was pasted as it is becomes a link, as in a messenger."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - as the library's own
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        """Give the link, without what ends a sentence after it."""
        del data
        address = trimmed(m[0])
        link = ElementTree.Element("a", {"href": address})
        link.text = AtomicString(address)
        return link, m.start(), m.start() + len(address)


class _LooseLists(Preprocessor):
    """A list right below a line of text is one, as in a messenger."""

    def run(self, lines: list[str]) -> list[str]:
        """Put an empty line before each list that lacks it."""
        return loosened(lines)


class Habits(Extension):
    """Adds both to the library."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register them at their places in the library's order."""
        md.preprocessors.register(_LooseLists(md), "daftar-rapat", 15)
        md.inlinePatterns.register(_BareLink(ADDRESS, md), "alamat", 85)
