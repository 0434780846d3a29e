"""What a scan finds: a place in a text, and which class of personal data stands there."""

import sys
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The classes of personal data that are looked for, each with the rule that protects it.

    UU 27/2022 (personal data) calls health, children's data and personal finance *specific*
    data, a full name and what together identifies a person *general* data; articles 65 and 66
    forbid, article 67 punishes. UU Administrasi Kependudukan, article 84, protects KK number, NIK
    and date of birth. UU ITE, article 26, asks for consent before personal data is used.
    """

    NIK = "nik"
    """NIK and KK numbers: UU Adminduk, article 84."""
    REKENING = "rekening"
    """Bank accounts: personal finance, specific data of UU 27/2022."""
    LAHIR = "lahir"
    """Dates of birth: UU Adminduk, article 84."""
    TELEPON = "telepon"
    """Mobile numbers: with a name they identify a person (UU 27/2022, general data)."""
    SUREL = "surel"
    """Private e-mail: as above."""
    PENERIMA = "penerima"
    """Names in a list of aid recipients: personal finance of UU 27/2022."""
    ANAK = "anak"
    """A child's name beside its health: twice specific data of UU 27/2022."""
    NAMA = "nama"
    """The sender of an aspirasi who did not consent: UU ITE, article 26."""


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """Personal data at ``text[start:end]``."""

    start: int
    end: int
    kind: Kind = Kind.NIK

    def overlaps(self, other: "Match") -> bool:
        """Say whether two places share a character."""
        return self.start < other.end and other.start < self.end


_GRAVITY = {kind: number for number, kind in enumerate(Kind)}


def apart(matches: Iterable[Match]) -> list[Match]:
    """Give matches in order, and where two overlap only the one of the graver class."""
    kept: list[Match] = []
    for match in sorted(matches):
        if not kept or not match.overlaps(kept[-1]):
            kept.append(match)
        elif _GRAVITY[match.kind] < _GRAVITY[kept[-1].kind]:
            kept[-1] = match
    return kept


class Spans:
    """Places that share no character, to be asked which of them holds another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def index(self, start: int, end: int) -> int | None:
        """Give the number of a span that overlaps a place."""
        before = bisect_right(self._spans, (start, sys.maxsize)) - 1
        for number in (before, before + 1):
            if 0 <= number < len(self._spans):
                first, last = self._spans[number]
                if first < end and start < last:
                    return number
        return None

    def hit(self, start: int, end: int) -> bool:
        """Say whether a span overlaps a place."""
        return self.index(start, end) is not None


_MASK = "•"
_DIGITS_SHOWN = 4


def hide(text: str, matches: Iterable[Match]) -> str:
    """Give a text of the same length in which the matches cannot be read.

    Of a number its first four digits stay, of a date nothing, of an address what follows the
    ``@``, of a name the first letter of each word.
    """
    characters = list(text)
    for match in matches:
        shown = _DIGITS_SHOWN if match.kind is not Kind.LAHIR else 0
        in_address = match.kind is Kind.SUREL
        previous = ""
        for index in range(match.start, match.end):
            old = text[index]
            in_address = in_address and old != "@"
            if old.isdecimal():
                shown -= 1
                hidden = shown < 0
            elif in_address or match.kind in _NAMED:
                hidden = old.isalpha() and previous.isalpha()
            else:
                hidden = match.kind is Kind.LAHIR and old.isalpha()
            characters[index] = _MASK if hidden else old
            previous = old
    return "".join(characters)


_NAMED = (Kind.PENERIMA, Kind.ANAK, Kind.NAMA)
