"""A text as a person reads it: without invisible characters, with ordinary digits and spaces.

``６２０３`` and ``62\\u200b03`` are read as ``6203``, so they are searched as such; every place in
the plain text leads back to its place in the text that was written.
"""

import re
import unicodedata
from dataclasses import dataclass

_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_DASHES = re.compile("[\u2010-\u2015\u2212\uff0d]")
_WIDE = re.compile("[\uff01-\uff5e]")
_SIGN = re.compile(
    "[&%\u0080-\U0010ffff]"
    r"(?:(?<=&)(?:nbsp|ensp|emsp|thinsp|#160|#x[aA]0|shy|zwnj|zwj|#8203|#x200[bB]);|(?<=%)20)?"
)
_NOTHING = ("&shy;", "&zwnj;", "&zwj;", "&#8203;", "&#x200b;", "&#x200B;")


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
    for found in _SIGN.finditer(text):
        read = _read(found[0])
        if read == found[0]:
            continue
        pieces.append(text[last : found.start()])
        places += range(last, found.start())
        if read:
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
        return sign if len(sign) == 1 else "" if sign in _NOTHING else " "
    if _UNSEEN.match(sign):
        return ""
    if _SPACES.match(sign):
        return " "
    if _DASHES.match(sign):
        return "-"
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return unicodedata.normalize("NFKC", sign)[0] if _WIDE.match(sign) else sign
