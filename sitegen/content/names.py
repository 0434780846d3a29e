"""Names of files and folders: addresses, dates in names, and what other systems cannot store."""

import re
import unicodedata
from datetime import date

_DATED = re.compile(r"(\d{4})-(\d{2})-(\d{2})[-_ ]+(.+)")
_WINDOWS_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)}
)
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_DEVICE_LIKE = "con|prn|aux|nul|com|lpt"
_SUSPECT = re.compile(rf'[<>:"|?*\\\x00-\x1f]|[ .]$|^(?:{_DEVICE_LIKE})', re.I)
"""A first, quick look: what it does not find is a name that Windows can store."""
_ORDINARY = re.compile(rf"(?!{_DEVICE_LIKE})[a-z0-9-]+\.md")
MAX_SLUG = 80


def slugify(text: str) -> str:
    """Make the last part of an address: lower-case ASCII letters, digits and dashes.

    Gives an empty text when nothing of the name can be kept.
    """
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    ascii_text = decomposed.encode("ascii", "ignore").decode().casefold()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")
    if len(slug) > MAX_SLUG:
        slug = slug[:MAX_SLUG].rsplit("-", 1)[0]
    return slug


def composed_name(name: str) -> str:
    """Give a name with each letter and its accent in one (NFC); macOS stores them apart (NFD)."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def split_dated(stem: str) -> tuple[date | None, str]:
    """Separate ``2026-11-18-panen-raya`` into its date and the rest."""
    if found := _DATED.fullmatch(stem):
        try:
            return date(int(found[1]), int(found[2]), int(found[3])), found[4]
        except ValueError:
            pass
    return None, stem


def refused_by_windows(name: str) -> bool:
    """Say whether Windows cannot store a file of this name (MS-FSCC 2.1.5, reserved names)."""
    if not _SUSPECT.search(name):
        return False
    stem = name.split(".", 1)[0].casefold().rstrip()
    return bool(_FORBIDDEN.search(name)) or name != name.rstrip(" .") or stem in _WINDOWS_DEVICES


def is_ordinary(name: str) -> bool:
    """Say whether a text has a name that no system questions, as nearly all have."""
    return _ORDINARY.fullmatch(name) is not None


def reserved_slug(slug: str) -> bool:
    """Say whether an address would be a folder that Windows cannot store."""
    return slug in _WINDOWS_DEVICES


def kabupaten_short(name: str) -> str:
    """Give a name without what it is: ``Kabupaten Kapuas`` is ``Kapuas``."""
    words = name.split()
    if words and words[0].casefold().rstrip(".") in ("kabupaten", "kab", "kota"):
        words = words[1:]
    return " ".join(words)


def kabupaten_slug(name: str) -> str:
    """Give the folder that a kabupaten's name leads to: ``Kabupaten Kapuas`` is ``kapuas``."""
    return "-".join(kabupaten_short(name).casefold().split())
