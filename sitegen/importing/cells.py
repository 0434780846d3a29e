"""What a cell of a spreadsheet holds, and the text that a person sees in it."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)|Err:\d{3}")
_NOTHING = frozenset(
    {"", "-", "--", "---", "–", "—", ".", "n/a", "na", "null", "nihil", "kosong"}
    | {"tidak ada", "belum ada", "tdk ada", "blm ada", "tidak diketahui", "(kosong)"}
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell whose value the spreadsheet could not work out: ``#REF!``, or a formula."""

    text: str
    formula: bool = False


Cell = str | int | float | date | Fault
"""A cell after :func:`cell`; an empty one is an empty text."""


def cell(raw: object) -> Cell:
    """Bring what a reader of files gives to one form."""
    if isinstance(raw, bool):
        return "ya" if raw else "tidak"
    if isinstance(raw, float):
        return int(raw) if raw.is_integer() and abs(raw) < 1e16 else raw
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date | int | Fault):
        return raw
    if isinstance(raw, time | timedelta):
        return str(raw)
    text = clean(str(raw if raw is not None else ""))
    return Fault(text) if _ERROR.fullmatch(text) else text


def clean(text: str) -> str:
    """Drop what nobody sees; spaces become one, line breaks stay."""
    text = _INVISIBLE.sub("", text).replace("\u2028", "\n").replace("\u2029", "\n")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = (" ".join(line.split()) for line in _CONTROL.sub(" ", text).split("\n"))
    return "\n".join(lines).strip()


def shown(value: Cell) -> str:
    """Give a cell as text on one line, numbers in full and dates as ISO."""
    if isinstance(value, Fault):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    return " ".join(str(value).split())


def filled(value: Cell) -> bool:
    """Say whether a cell says something; a dash or ``nihil`` does not."""
    return not isinstance(value, str) or value.casefold() not in _NOTHING
