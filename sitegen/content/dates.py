"""Dates, times and numbers as Indonesians write them, and the day a build takes place.

Words and orders follow CLDR's Indonesian locale; the operating system's locale is never asked.
Zones: Keppres 41/1987 gives Indonesia WIB (UTC+7), WITA (UTC+8) and WIT (UTC+9), none with
daylight saving, so a fixed offset is exact.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone

ZONES = {
    "WIB": timezone(timedelta(hours=7), "WIB"),
    "WITA": timezone(timedelta(hours=8), "WITA"),
    "WIT": timezone(timedelta(hours=9), "WIT"),
}

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari pebruari feb peb february",
            "maret mar march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "agustus agu ags agt aug august",
            "september sep sept",
            "oktober okt oct october",
            "november nov nopember nop",
            "desember des dec december",
        ),
        1,
    )
    for name in names.split()
}
_DAYS = "senin|selasa|rabu|kamis|jumat|jum'at|jum’at|sabtu|minggu|ahad"
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DMY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_WORDS = re.compile(rf"(?:(?:{_DAYS})\s*,?\s+)?(\d{{1,2}})\s+([a-z]+)\.?\s+(\d{{4}})")
_TIME = re.compile(
    r"(?:[,t]|\s)\s*(?:(?:pukul|jam|pkl\.?)\s*)?(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?"
    r"\s*(?:wib|wita|wit)?$"
)


def parse_date(text: str) -> date:
    """Read ``2026-11-18``, ``18/11/2026``, ``18 November 2026``, ``Rabu, 18 November 2026``.

    Raises:
        ValueError: the text is no date, or names a day that does not exist.
    """
    words = " ".join(text.casefold().split())
    if found := _ISO.fullmatch(words):
        year, month, day = map(int, found.groups())
    elif found := _DMY.fullmatch(words):
        day, month, year = map(int, found.groups())
    elif (found := _WORDS.fullmatch(words)) and found[2] in _MONTHS:
        day, month, year = int(found[1]), _MONTHS[found[2]], int(found[3])
    else:
        raise ValueError(text)
    if not 1900 <= year <= 2999:
        raise ValueError(text)
    return date(year, month, day)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the hour where one was given."""

    hari: date
    jam: time | None = None

    def __lt__(self, other: "Moment") -> bool:
        return self._key() < other._key()

    def _key(self) -> tuple[date, time]:
        return self.hari, self.jam or time.min


def parse_moment(text: str) -> Moment:
    """Read a date that an hour may follow: ``18 November 2026 pukul 08.00 WIB``.

    Raises:
        ValueError: as :func:`parse_date`, or the hour does not exist.
    """
    words = " ".join(text.casefold().split())
    found = _TIME.search(words)
    if not found:
        return Moment(parse_date(words))
    clock = time(int(found[1]), int(found[2]))
    return Moment(parse_date(words[: found.start()].rstrip(" ,")), clock)


def parse_number(text: str) -> float:
    """Read ``2.825.290,5`` or ``12``: a dot groups thousands, a comma divides.

    Raises:
        ValueError: the text is no number.
    """
    cleaned = text.replace(" ", "")
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", cleaned):
        cleaned = cleaned.replace(".", "")
    elif not re.fullmatch(r"-?\d+([.,]\d+)?", cleaned):
        raise ValueError(text)
    return float(cleaned.replace(",", "."))


def parse_rupiah(text: str) -> int:
    """Read ``Rp 65.000``, ``65 ribu``, ``1,5 juta`` or ``65rb`` as whole rupiah.

    Raises:
        ValueError: the text is no amount.
    """
    found = re.fullmatch(
        r"(?:rp\.?\s*)?([\d.,]+)\s*(ribu|rb|k|juta|jt)?(?:,-)?", text.strip().casefold()
    )
    if not found:
        raise ValueError(text)
    scale = {None: 1, "ribu": 1000, "rb": 1000, "k": 1000, "juta": 10**6, "jt": 10**6}[found[2]]
    return round(parse_number(found[1].rstrip(",.")) * scale)


@dataclass(slots=True)
class BuildDate:
    """The day a build takes place, which notes for how long its answers stay the same.

    Everything that depends on the date asks :meth:`reached`; afterwards the output is the same
    for each build date in ``[valid_from, valid_until)``.
    """

    today: date
    valid_from: date = field(default=date.min)
    valid_until: date = field(default=date.max)

    def reached(self, day: date) -> bool:
        """Say whether ``day`` is today or past."""
        if day <= self.today:
            self.valid_from = max(self.valid_from, day)
            return True
        self.valid_until = min(self.valid_until, day)
        return False

    def passed(self, day: date) -> bool:
        """Say whether ``day`` is wholly past."""
        return day < date.max and self.reached(day + timedelta(days=1))


def date_in_zone(epoch: float, zone: str) -> date:
    """Give the day in WIB, WITA or WIT at a Unix time in seconds."""
    return datetime.fromtimestamp(epoch, UTC).astimezone(ZONES[zone]).date()
