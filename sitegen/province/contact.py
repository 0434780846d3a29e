"""Whom to tell about a fault in the sites: ``/.well-known/security.txt`` (RFC 9116)."""

from datetime import date
from urllib.parse import urlsplit

from sitegen.content.dates import BuildDate
from sitegen.content.register import KontakLembaga

PATH = ".well-known/security.txt"


def security_txt(
    contact: KontakLembaga | None, url: str, language: str, today: BuildDate
) -> bytes | None:
    """Give the file, or nothing where no one can be reached or the site is not a host's root.

    It expires at the turn of a month in eleven to twelve months (RFC 9116, 2.5.5, advises less
    than a year), so it changes once a month, which ``today`` notes.

    Args:
        contact: the office that keeps the sites.
        url: the address of the province's site, ending in ``/``.
        language: the language of its pages.
        today: the build date.
    """
    ways = _ways(contact) if contact else []
    if not ways or urlsplit(url).path != "/":
        return None
    expires = _expiry(today)
    lines = [
        *(f"Contact: {way}" for way in ways),
        f"Expires: {expires.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(dict.fromkeys((language, 'en')))}",
        f"Canonical: {url}{PATH}",
    ]
    return ("\n".join(lines) + "\n").encode()


def _ways(contact: KontakLembaga) -> list[str]:
    """Give how an office is reached, as addresses, the quietest way first."""
    given = (
        ("mailto:", contact.surel),
        ("https://wa.me/", contact.whatsapp),
        ("tel:+", contact.telepon),
    )
    return [f"{scheme}{value}" for scheme, value in given if value]


def _expiry(today: BuildDate) -> date:
    """Give the first of this month a year on; both ends of the month are noted."""
    first = today.today.replace(day=1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    today.reached(first)
    today.reached(following)
    return first.replace(year=first.year + 1)
