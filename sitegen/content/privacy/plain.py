"""A text as a person reads it: without invisible characters, with ordinary digits and spaces.

``６２０３`` and ``62\\u200b03`` are read as ``6203``, so they are searched as such; every place in
the plain text leads back to its place in the text that was written.
"""

import re
import unicodedata
from dataclasses import dataclass

_UNSEEN = "\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff"
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_DASHES = "\u2010-\u2015\u2212\uff0d"
_ODD = re.compile(
    rf"[{_UNSEEN}]+|[{_SPACES}]|[{_DASHES}]|[\uff01-\uff5e]|(?![0-9])\d"
    r"|&(?:nbsp|ensp|emsp|thinsp|#160|#x[aA]0);|&(?:shy|zwnj|zwj|#8203|#x200[bB]);|%20"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text to search, and for each place in it the place in the original."""

    text: str
    places: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give where ``text[start:end]`` stands in the original."""
        if not self.places:
            return start, end
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[start]


def plain(text: str) -> Plain:
    """Bring a text to its plain form."""
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for found in _ODD.finditer(text):
        pieces.append(text[last : found.start()])
        places += range(last, found.start())
        if read := _read(found[0]):
            pieces.append(read)
            places.append(found.start())
        last = found.end()
    if not pieces:
        return Plain(text)
    pieces.append(text[last:])
    places += range(last, len(text) + 1)
    return Plain("".join(pieces), tuple(places))


def _read(sign: str) -> str:
    """Give the one character that is read where a sign stands, or none where it is invisible."""
    if sign[0] in "&%":
        return " " if re.match(r"&(?:nb|en|em|th|#160|#x[aA])|%", sign) else ""
    if re.match(f"[{_UNSEEN}]", sign[0]):
        return ""
    if re.match(f"[{_DASHES}]", sign):
        return "-"
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return unicodedata.normalize("NFKC", sign)[0]
