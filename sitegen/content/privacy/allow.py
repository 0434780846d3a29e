"""False alarms that were looked at: an exact text of one file, and the reason why it may stand."""

from dataclasses import dataclass

from sitegen.content.privacy.match import Kind, Match, hide
from sitegen.content.privacy.scan import scan_text
from sitegen.content.source import Source
from sitegen.content.yamltree import Span, Tree
from sitegen.diagnostics import Diagnostic, diagnose


@dataclass(frozen=True, slots=True)
class Allowance:
    """One item of ``izinkan_privasi``; without a reason it allows nothing and is not read."""

    file: str
    place: Span
    text: str
    reason: str
    excerpt: str

    def covers(self, text: str, match: Match) -> bool:
        """Say whether a match lies within one of the places where the allowed text stands."""
        earliest, last = max(0, match.end - len(self.text)), match.start + len(self.text)
        return text.find(self.text, earliest, last) >= 0

    @property
    def shown(self) -> str:
        """Its text as a report may show it."""
        return masked(self.text)

    def finding(self, code: str) -> Diagnostic:
        """Make a finding about the allowance itself."""
        line, lines = self.place.line, ("",) * (self.place.line - 1) + (self.excerpt,)
        return diagnose(
            code,
            self.file,
            line,
            self.place.column,
            length=self.place.length,
            field="izinkan_privasi",
            lines=lines,
        )


def read_allowances(source: Source, tree: Tree | None) -> list[Allowance]:
    """Give the allowances of a file that have both a text and a reason."""
    listed = tree.data.get("izinkan_privasi") if tree else None
    found = []
    for number, item in enumerate(listed if isinstance(listed, list) else ()):
        text = item.get("teks") if isinstance(item, dict) else None
        reason = item.get("alasan") if isinstance(item, dict) else None
        if tree and isinstance(text, str) and isinstance(reason, str):
            place = tree.span(("izinkan_privasi", number, "teks")) or Span(1, 1)
            excerpt = masked(source.lines[place.line - 1])
            found.append(Allowance(source.name, place, text, reason, excerpt))
    return found


def block(tree: Tree | None, key: str) -> range:
    """Give the lines of a field at the outer level with all that stands below it."""
    first = tree.keys.get((key,)) if tree else None
    if tree is None or first is None:
        return range(0)
    later = [s.line for path, s in tree.keys.items() if len(path) == 1 and s.line > first.line]
    inner = [s.line for path, s in (*tree.keys.items(), *tree.values.items()) if path[0] == key]
    return range(first.line, min([*later, max(inner) + 1]))


def masked(text: str) -> str:
    """Give a text for a report: what a scan finds in it is hidden, else every word and number."""
    return hide(text, scan_text(text) or [Match(0, len(text), Kind.NAMA)])
