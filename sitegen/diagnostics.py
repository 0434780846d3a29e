"""Findings about content: what they are, and how they are printed.

A diagnostic is data: a code and its parameters. Its sentences come from :mod:`sitegen.messages`
when it is printed, so one that was remembered from an earlier build speaks the reader's language.
"""

import difflib
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby, takewhile
from typing import TypedDict

from sitegen.i18n import SOURCE_LANGUAGE, _, current_language, ngettext
from sitegen.messages import MESSAGES, REASONS


class Severity(StrEnum):
    """How much a finding costs."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    SARAN = "saran"


_ORDER = {Severity.GALAT: 0, Severity.PERINGATAN: 1, Severity.SARAN: 2}
_EXCERPT_LIMIT = 160
_EXCERPT_KEPT = 400
_UNPRINTABLE = {
    **{code: 0x2400 + code for code in range(32) if code != 9},
    0x7F: 0x2421,
    **dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD),
}
"""What could steer a terminal, and the visible sign that is shown instead."""
_ISO_DATE = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


class DiagnosticRecord(TypedDict):
    """A diagnostic as ``--format json`` prints it."""

    severity: str
    code: str
    file: str
    line: int
    column: int
    field: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One located finding.

    ``line`` and ``column`` count from 1; 0 means the whole file. ``file`` is relative to the
    workspace, with ``/`` on every system. ``excerpt`` is the source line, shown with a caret.
    """

    code: str
    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    field: str = ""
    params: tuple[tuple[str, str], ...] = ()
    excerpt: str = ""

    @property
    def severity(self) -> Severity:
        """How much it costs, by its code."""
        return Severity(MESSAGES[self.code].severity)

    @property
    def message(self) -> str:
        """What is wrong, in the chosen language."""
        return self._fill(MESSAGES[self.code].text)

    @property
    def hint(self) -> str:
        """What to do about it, in the chosen language."""
        guess = dict(self.params).get("saran", "")
        if guess:
            return _('Maksud Anda "{saran}"?').format(saran=guess)
        return self._fill(MESSAGES[self.code].hint)

    def _fill(self, template: str) -> str:
        values = {name: day_in_words(_in_words(value)) for name, value in self.params}
        return _(template).format(**values) if template else ""

    def renamed(self, code: str, **params: object) -> "Diagnostic":
        """Give another finding at the same place."""
        return replace(self, code=code, params=_values(params))

    def record(self) -> DiagnosticRecord:
        """Give the fields that ``--format json`` promises."""
        return {
            "severity": self.severity.value,
            "code": self.code,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "field": self.field,
            "message": self.message,
            "hint": self.hint,
        }


def diagnose(
    code: str,
    file: str,
    line: int = 0,
    column: int = 0,
    *,
    length: int = 1,
    field: str = "",
    lines: tuple[str, ...] = (),
    params: Mapping[str, object] | None = None,
    **more: object,
) -> Diagnostic:
    """Make a diagnostic; ``lines`` are the file's lines, from which its excerpt is cut."""
    whole = lines[line - 1] if 0 < line <= len(lines) else ""
    excerpt = whole[_start(column) : _start(column) + _EXCERPT_KEPT]
    values = _values({**(params or {}), **more})
    return Diagnostic(code, file, line, column, max(1, length), field, values, excerpt)


def _start(column: int) -> int:
    """Give how much of a line stands before its excerpt: nothing, unless the column is far."""
    return max(0, column - _EXCERPT_KEPT // 2)


def _values(params: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in params.items()))


def suggestion(word: str, known: Iterable[str]) -> str:
    """Give the known word nearest to a mistyped one, or an empty text."""
    folded = {candidate.casefold(): candidate for candidate in known}
    near = difflib.get_close_matches(word.casefold().strip(), folded, n=1, cutoff=0.66)
    return folded[near[0]] if near else ""


def _in_words(text: str) -> str:
    """Put a reason that is known into words; give any other text as it is."""
    return _(REASONS[text]) if text in REASONS else text


def day_in_words(text: str) -> str:
    """Give an ISO date as people write it; any other text as it is."""
    if not _ISO_DATE.fullmatch(text):
        return text
    from babel import UnknownLocaleError
    from babel.dates import format_date

    day = date.fromisoformat(text)
    try:
        return format_date(day, "d MMMM y", locale=current_language())
    except UnknownLocaleError:
        return format_date(day, "d MMMM y", locale=SOURCE_LANGUAGE)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by file, then line, then severity: the order in which an officer mends them."""
    return sorted(
        set(diagnostics),
        key=lambda d: (d.file, d.line, d.column, _ORDER[d.severity], d.code, d.params),
    )


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Say whether any finding left something out."""
    return any(d.severity is Severity.GALAT for d in diagnostics)


def site_of(file: str) -> str:
    """Give the KIM or level a file belongs to: ``kapuas/kim-handep``, ``kapuas`` or ``""``."""
    parts = file.split("/")[1:-1] if file.startswith("content/") else []
    owner = list(takewhile(lambda part: part not in ("siaran", "halaman"), parts[:2]))
    return "/".join(owner)


def render_text(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Print findings for a person, grouped by KIM, each with its line and a caret."""
    for site, group in groupby(in_order(diagnostics), key=lambda d: site_of(d.file)):
        if site:
            yield f"── {site}"
        for diagnostic in group:
            yield from (line.translate(_UNPRINTABLE) for line in _render_one(diagnostic))


def _render_one(d: Diagnostic) -> Iterator[str]:
    place = d.file + (f":{d.line}" if d.line else "") + (f":{d.column}" if d.column else "")
    yield f"{place}: {_(d.severity.value)} [{d.code}] {d.message}"
    if d.excerpt.strip():
        shown, column = _window(d.excerpt, d.column - _start(d.column))
        number = f"{d.line:>5}"
        yield f"{number} | {shown}"
        if column:
            width = max(1, min(d.length, len(shown) - column + 1))
            yield f"{' ' * len(number)} | {_pad(shown[: column - 1])}{'^' * width}"
    if d.hint:
        yield f"      {d.hint}"


def _window(line: str, column: int) -> tuple[str, int]:
    """Cut a long line around its column; give the cut and the column in it."""
    if len(line) <= _EXCERPT_LIMIT:
        return line, column
    start = max(0, column - _EXCERPT_LIMIT // 2)
    return line[start : start + _EXCERPT_LIMIT], column - start


def _pad(text: str) -> str:
    return "".join("\t" if character == "\t" else " " for character in text)


def render_github(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Print findings as workflow commands that a forge shows beside the line."""
    levels = {"galat": "error", "peringatan": "warning", "saran": "notice"}
    for d in in_order(diagnostics):
        place = f"file={_property(d.file)}"
        if d.line:
            place += f",line={d.line},col={max(1, d.column)}"
        text = " ".join(part for part in (d.message, d.hint) if part)
        yield f"::{levels[d.severity.value]} {place},title={_property(d.code)}::{_data(text)}"


def gitlab_report(diagnostics: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """Give findings as GitLab's Code Quality report, which it shows beside the lines of a change.

    A fingerprint tells a finding apart from all others, and stays when lines above it change.
    """
    levels = {"galat": "critical", "peringatan": "minor", "saran": "info"}
    seen: Counter[str] = Counter()
    report: list[dict[str, object]] = []
    for d in in_order(diagnostics):
        told = "\0".join((d.file, d.code, d.field, str(d.params)))
        seen[told] += 1
        mark = hashlib.blake2b(f"{told}\0{seen[told]}".encode(), digest_size=16).hexdigest()
        report.append(
            {
                "description": " ".join(part for part in (d.message, d.hint) if part),
                "check_name": d.code,
                "fingerprint": mark,
                "severity": levels[d.severity.value],
                "location": {"path": d.file, "lines": {"begin": max(1, d.line)}},
            }
        )
    return report


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def tally(diagnostics: Iterable[Diagnostic]) -> str:
    """Count findings in one line: ``2 galat, 1 peringatan``; empty when there are none."""
    counts: Mapping[Severity, int] = {
        severity: sum(1 for d in found if d.severity is severity)
        for found in [list(diagnostics)]
        for severity in Severity
    }
    words = {
        Severity.GALAT: ngettext("{n} galat", "{n} galat", counts[Severity.GALAT]),
        Severity.PERINGATAN: ngettext(
            "{n} peringatan", "{n} peringatan", counts[Severity.PERINGATAN]
        ),
        Severity.SARAN: ngettext("{n} saran", "{n} saran", counts[Severity.SARAN]),
    }
    return ", ".join(words[s].format(n=counts[s]) for s in Severity if counts[s])
