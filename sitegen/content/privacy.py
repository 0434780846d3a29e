"""Stops numbers that identify a person before they reach a page.

UU 27/2022 and UU Administrasi Kependudukan (art. 84) protect NIK and KK numbers. Both have 16
digits: six of the region (province, kabupaten, kecamatan), a date as DDMMYY (for women, NIK adds
40 to the day), and a serial number. A number is stopped only when its region and date are
plausible, so that decree numbers and phone numbers pass.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.content.source import Source
from sitegen.diagnostics import Diagnostic, diagnose

_GAPS = (r"[ \u00a0]{0,2}", r"\.?", r"[-–]?")
_SIXTEEN = tuple(re.compile(rf"(?<!\d)(?=((?:\d{gap}){{15}}\d)(?!\d))") for gap in _GAPS)
"""A number is grouped by one sign throughout, so ``18-11-2026 08.00-11.00`` is none; it may begin
at any of its groups, so a phone number before it hides nothing."""
_MASK = "•"


@dataclass(frozen=True, slots=True)
class Match:
    """A number that looks like an NIK or KK, by its offsets in a text."""

    start: int
    end: int


def find_population_numbers(text: str) -> Iterator[Match]:
    """Yield each run of 16 digits, also spaced or dotted, that could be an NIK or a KK number."""
    places = {
        found.span(1)
        for pattern in _SIXTEEN
        for found in pattern.finditer(text)
        if _plausible(re.sub(r"\D", "", found[1]))
    }
    end = 0
    for start, stop in sorted(places):
        if start >= end:
            yield Match(start, stop)
            end = stop


def _plausible(digits: str) -> bool:
    province, regency, district = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    day, month, serial = int(digits[6:8]), int(digits[8:10]), int(digits[12:])
    return (
        11 <= province <= 97
        and 1 <= regency <= 99
        and 1 <= district <= 99
        and (1 <= day <= 31 or 41 <= day <= 71)
        and 1 <= month <= 12
        and serial > 0
    )


def check(source: Source) -> list[Diagnostic]:
    """Report each population number in a file; the excerpt hides its digits."""
    findings = []
    for number, line in enumerate(source.lines, 1):
        for match in find_population_numbers(line):
            findings.append(
                diagnose(
                    "nik",
                    source.name,
                    number,
                    match.start + 1,
                    length=match.end - match.start,
                    lines=("",) * (number - 1) + (mask(line),),
                )
            )
    if any(find_population_numbers(source.name)):
        findings.append(diagnose("nik-nama-berkas", mask(source.name)))
    return findings


def masked(source: Source) -> Source:
    """Give a text without its population numbers, for what else is to be said about it."""
    lines = tuple(mask(line) for line in source.lines)
    return Source(source.name, "\n".join(lines), lines)


def mask(text: str) -> str:
    """Hide all but the first four digits of each population number."""
    characters = list(text)
    for match in find_population_numbers(text):
        seen = 0
        for index in range(match.start, match.end):
            if characters[index].isdigit():
                seen += 1
                characters[index] = characters[index] if seen <= 4 else _MASK
    return "".join(characters)
