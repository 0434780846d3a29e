"""Numbers and addresses that belong to one person: NIK and KK, mobile numbers, e-mail.

All functions read the plain form of a text (:mod:`sitegen.content.privacy.plain`).
"""

import re
from collections.abc import Iterator

from sitegen.content.privacy.match import Kind, Match, Spans

_GAPS = (" {0,2}", r"\.?", "-?", "_?", "/?")
_SIXTEEN = (
    *(re.compile(rf"(?<!\d)(?=((?:\d{gap}){{15}}\d)(?!\d))") for gap in _GAPS),
    re.compile(r"(?<!\d)(?=(\d{6}[ ._/-]{1,2}\d{6}[ ._/-]{1,2}\d{4})(?!\d))"),
)
"""A number is grouped by one sign throughout, so ``18-11-2026 08.00-11.00`` is none, or as region,
date and serial; it may begin at any of its groups, so a phone number before it hides nothing."""
_MANY = re.compile(r"[0-9](?:\W{0,2}_?[0-9]){15}")
_PROVINCES = frozenset(
    code
    for first, last in (
        (11, 19),
        (21, 21),
        (31, 36),
        (51, 53),
        (61, 65),
        (71, 76),
        (81, 82),
        (91, 96),
    )
    for code in range(first, last + 1)
)
"""The codes of the provinces (Permendagri 58/2021 and the decree of 2025)."""
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_POST = re.compile(
    r"https?://(?:[\w-]+\.)?(?:facebook|fb|instagram|youtube|youtu|tiktok|twitter|x)\.\w+/\S*"
)
"""Posts on social media carry numbers of many digits."""


def population_numbers(text: str) -> Iterator[Match]:
    """Yield each run of 16 digits, also grouped, that could be an NIK or a KK number.

    Both have six digits of the region (province, kabupaten, kecamatan), a date as DDMMYY (for
    women, NIK adds 40 to the day), and a serial number; region and date must be plausible.
    """
    if not _MANY.search(text):
        return
    posts = Spans(found.span() for found in _POST.finditer(text))
    places = {
        found.span(1)
        for pattern in _SIXTEEN
        for found in pattern.finditer(text)
        if _plausible(re.sub(r"\D", "", found[1])) and not posts.hit(*found.span(1))
    }
    end = 0
    for start, stop in sorted(places):
        if start >= end:
            yield Match(start, stop, Kind.NIK)
            end = stop


def _plausible(digits: str) -> bool:
    province, regency, district = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    day, month, serial = int(digits[6:8]), int(digits[8:10]), int(digits[12:])
    return (
        province in _PROVINCES
        and regency > 0
        and district > 0
        and 1 <= month <= 12
        and 1 <= (day - 40 if day > 40 else day) <= _DAYS[month - 1]
        and serial > 0
    )


_MOBILE = re.compile(r"8[1-9](?:\)?(?: - |[ ._-]{0,2})\d){7,10}(?!\d)")
_PREFIX = re.compile(
    r"(?:(?<![\w+])(?<!\d[.,-])(?P<plain>(?:\+?\(?62\)?[ .-]{0,2}(?:\(0\) ?)?|\(?0))"
    # Glued to its label, and in an address that opens a chat.
    r"|(?<=wa|WA|Wa|hp|HP|Hp|no|No|lp|cp|CP)(?P<glued>0?)"
    r"|(?:(?<=wa\.me/)|(?<=t\.me/)|(?<=phone=)|(?<=tel:))(?P<chat>\+?(?:62|0)))$"
)
_LABEL = re.compile(
    r"\b(?:hp|wa|whatsapp|telp?|telepon|hub|hubungi|kontak|cp)\b\W{0,4}(?:\w+\W{1,2}){0,2}?$",
    re.IGNORECASE,
)
"""A number that lost its zero is one only beside a word that says so."""
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+")
_WEB = re.compile(r"(?:https?://|www\.)[^\s)>\]\"']+")
_SERVICE = re.compile(
    r"\b(?:posko|hotline|call ?cent(?:er|re)|piket|layanan|pusat (?:panggilan|kontak)|ambulans?"
    r"|ambulance|damkar|pemadam|bpbd\w*|basarnas|sar|pmi|polsek|polres\w*|polda|pln|pdam"
    r"|puskesmas|rsud|rumah sakit|resmi|sekretariat|kantor|dinas|diskominfo\w*|ojk|bpjs|bmkg"
    r"|b(?:ri|ni|ca|si|tn)|bank (?:kalteng|kalbar|mandiri|indonesia)|kementerian|kemen\w+|komdigi"
    r"|redaksi|darurat|siaga|evakuasi|jemputan|pengaduan)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:Bapak|Ibu|[Pp]ak|[Bb]u|Sdri?|Saudar[ai]|Mas|Mbak|Kak|Hj?|a\.?n)\b"
    r"|\b(?:atas nama|saya|aku|atau|dan|bernama|milik|langsung)\b"
)
_SENTENCE = re.compile(r"[.!?]\s|[\n|;]")


def mobile_numbers(text: str, *, every: bool = False) -> Iterator[Match]:
    """Yield mobile numbers, also as ``+62``, ``wa.me`` or without zero beside their label.

    Those of an office on duty (a posko, a hotline) are public; ``every`` yields them too.
    Landlines, 1708, 112 and toll-free numbers do not begin with 08 and are never meant.
    """
    web = Spans(found.span() for found in _WEB.finditer(text))
    for found in _MOBILE.finditer(text):
        start, end = _beginning(text, found.start()), found.end()
        written = text[start:end] if start is not None else ""
        if start is None or _timetable(written) or _AMOUNT.fullmatch(written):
            continue
        chat = text.endswith((".me/", "phone=", "tel:"), 0, start)
        if web.hit(start, start + 1) and not chat:
            continue
        if every or not _of_an_office(text, start, end):
            yield Match(start, end, Kind.TELEPON)


def _beginning(text: str, eight: int) -> int | None:
    """Find where a number begins whose first digit after 0 or 62 is given, if it is one."""
    before = text[max(0, eight - 24) : eight]
    if found := _PREFIX.search(before):
        return eight - len(found[found.lastgroup or 0])
    return eight if _LABEL.search(before) else None


def _timetable(written: str) -> bool:
    """Say whether a number is a row of hours: ``0830 0900 1030``."""
    hours = written.split(" ")
    return all(re.fullmatch(r"[01]\d[0-5]\d", hour) for hour in hours) and hours == sorted(hours)


def _of_an_office(text: str, start: int, end: int) -> bool:
    """Say whether the words beside a number name an office, and nobody in person."""
    sentence = _SENTENCE.split(text[max(0, start - 60) : start])[-1]
    services = list(_SERVICE.finditer(sentence))
    if services:
        between = sentence[services[-1].end() :]
        return len(between) <= 30 and not _ADDRESSED.search(between)
    after = re.match(r"\s*\(([^)\n]{0,60})\)", text[end : end + 70])
    return bool(after and _SERVICE.search(after[1]) and not _ADDRESSED.search(after[1]))


_EMAIL = re.compile(r"(?<![\w.+/@-])[\w][\w.+-]*@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}(?!:[/~\w])")
_BODIES = re.compile(r"(?:^|\.)(?:go|desa|mil)\.id$")
_ROLE = re.compile(
    r"^(?:kim|info|kontak|humas|ppid|admin|redaksi|sekre|layanan|pengaduan|halo|hello|contact"
    r"|support|no-?reply|panitia|pemdes|desa|kelurahan|kecamatan|kantor|dinas|diskominfo|bumdes"
    r"|pkk|posyandu|puskesmas|rsud|koperasi|kud|karangtaruna|kartar|poktan|gapoktan|kwt"
    r"|pokdarwis|yayasan|komunitas|sanggar|umkm|forum|lomba|perpus|masjid|gereja|git)"
    r"|(?:^|[._-])(?:sdn?|smpn?|sman?|smkn?|mts|tk|paud)\d*(?:[._-]|\d|$)|^(?:sd|smp|sma|smk)n?\d"
)
"""What offices and groups put before the ``@``."""


def private_addresses(text: str, *, every: bool = False) -> Iterator[Match]:
    """Yield e-mail addresses; those of public bodies and of offices only where asked for."""
    if "@" not in text:
        return
    for found in _EMAIL.finditer(text):
        local, _, domain = found[0].casefold().partition("@")
        if every or not (_BODIES.search(domain) or _ROLE.search(local)):
            yield Match(found.start(), found.end(), Kind.SUREL)


def canonical(written: str) -> str:
    """Give a mobile number as ``62812…`` and an address in lower case, to be compared."""
    if "@" in written:
        return written.casefold()
    digits = re.sub(r"\D", "", written.replace("(0)", ""))
    return "62" + digits.removeprefix("62").removeprefix("0")
