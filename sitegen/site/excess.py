"""Says whether a text would take the Markdown library longer than any reader waits.

The library is quick for what people write, but its time grows with the square of some things.
They are counted before it begins, so that the answer is the same on every machine; each limit is
far beyond any text and keeps the work on one below two seconds on a small office computer.
"""

import re

_BRACKET = re.compile(r"[\[\]()<>]")
_CLOSES = {"]": "[", ")": "(", ">": "<"}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = frozenset(("br", "hr", "img", "input", "wbr", "source", "col"))
_TICKS = re.compile(r"`+")
_HEADING = re.compile(r"^ {0,3}#|^(?:=+|-+) *$", re.M)

LIMITS = {
    "brackets": 200,  # of one kind that stand open
    "tags": 500,  # of HTML that stand open
    "comments": 200,
    "ticks": 60,  # lengths of runs of `
    "headings": 500,
    "lines": 5_000,
    "letters": 200_000,
}
"""The most there may be. A chapter of a book has 60,000 letters, 1,000 lines and 30 headings."""


class TooMuchError(Exception):
    """A text holds too much of something; its message is a key of the reasons that readers know."""


def refuse_excess(text: str) -> None:
    """Refuse a text that would take too long.

    Raises:
        TooMuchError: it would.
    """
    if found := excess(text):
        raise TooMuchError(f"excess-{found}")


def excess(text: str) -> str:
    """Give what there is too much of in a text, a key of :data:`LIMITS`; nothing in most texts.

    Signs are counted first, which is quick; where there are few, nothing can be wrong.
    """
    lines, ticks = text.count("\n"), text.count("`")
    counts = {
        "letters": len(text),
        "lines": lines,
        "comments": text.count("<!--"),
        "headings": len(_HEADING.findall(text)) if lines > LIMITS["headings"] else 0,
        "ticks": len(set(map(len, _TICKS.findall(text)))) if ticks > LIMITS["ticks"] else 0,
        "tags": _open_tags(text) if text.count("<") > LIMITS["tags"] else 0,
        "brackets": _open_brackets(text) if _many_brackets(text) else 0,
    }
    return next((name for name, count in counts.items() if count > LIMITS[name]), "")


def _many_brackets(text: str) -> bool:
    return any(text.count(sign) > LIMITS["brackets"] for sign in _CLOSES.values())


def _open_brackets(text: str) -> int:
    """Give how many brackets of one kind stand open where most do."""
    open_now, most = dict.fromkeys(_CLOSES.values(), 0), 0
    for sign in _BRACKET.findall(text):
        if sign in open_now:
            open_now[sign] += 1
            most = max(most, open_now[sign])
        elif open_now[_CLOSES[sign]]:
            open_now[_CLOSES[sign]] -= 1
    return most


def _open_tags(text: str) -> int:
    """Give how many elements of HTML stand open where most do."""
    open_now = most = 0
    for closing, name in _TAG.findall(text):
        if name.casefold() not in _VOID:
            open_now = max(0, open_now + (-1 if closing else 1))
            most = max(most, open_now)
    return most
