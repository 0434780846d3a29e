"""Which words could be the name of a person.

There is no list of all names. What is capitalised is a name unless it belongs to a place, an
office, a group, a role, a thing or the calendar; a single word is one only beside a title, in a
column that says so, or when it is common.
"""

import re

from sitegen.content.privacy.lexicon import COMMON, NOBODY, ROLES, STARTERS

WORD = r"(?:\b[A-Z][a-z’']+(?:-[A-Z][a-z]+)?|\b[A-Z]{2,}|\b[A-Z]\.)"
FULL = rf"{WORD}(?: (?:bin |binti )?{WORD}){{1,4}}"
"""A full name in a sentence, or whatever else is written so."""
TITLES = (
    r"(?:Bapak|Ibu|Pak|Bu|Sdri?|Saudar[ai]|Mas|Mbak|Kak|Adik|Ananda|Hj?|Haji|Hajah|KH|dr|drg|Dr|Drs"
    r"|Dra|Ir|Prof|Ust|Ustaz|Ustadz|Alm|Almh|Almarhum|Almarhumah|Mama|Nenek|Kakek|Nini|Kai|Bue|Tambi"
    r"|Nama|Warga)\b\.?"
)
_TITLED = re.compile(rf"(?:{TITLES}\s+)+")
_NAME = re.compile(
    r"(?:[A-Z][a-z’']+|[A-Z]{2,}|[A-Z]\.?)"
    r"(?:[ -](?:(?:bin|binti|BIN|BINTI|al|el) )?(?:[A-Z][a-z’']+|[A-Z]{2,}|[A-Z]\.?)){0,4}"
)
_NONE = NOBODY | ROLES | STARTERS
_OWN = re.compile(r"(?:(?:Milik|Rumah|Keluarga|Kel|Atas nama|A\.?n)\b\.?:?\s+)+(?=[A-Z])")
_TAIL = re.compile(r"\s*(?:$|[,;|(/–-]|\brt\b|\bRT\b|\brw\b|\bdusun\b|\.\s*$|\d)")


def untitled(phrase: str, *, roles: bool = False) -> str:
    """Give a phrase without the titles before it and the word that began its sentence.

    ``roles`` drops what someone is too: *Bupati*, *Bidan*.
    """
    while True:
        rest = _TITLED.sub("", phrase, count=1) if _TITLED.match(phrase) else phrase
        first, _, after = rest.partition(" ")
        word = first.casefold().rstrip(",")
        if after and (word in STARTERS or (roles and word in ROLES)):
            rest = after
        if rest == phrase:
            return phrase
        phrase = rest


def could_be_person(phrase: str, *, least: int = 2) -> bool:
    """Say whether capitalised words could be a person's name of at least so many words."""
    words = [word.casefold() for word in re.findall(r"[\w’'-]+", phrase)]
    return len(words) >= least and any(len(word) > 1 for word in words) and _NONE.isdisjoint(words)


def is_common(phrase: str) -> bool:
    """Say whether a phrase holds a common given name."""
    return any(word.casefold() in COMMON for word in phrase.split())


def leading_name(item: str, *, single: bool) -> tuple[int, int] | None:
    """Find the person with whom an item of a list or a cell begins.

    Args:
        item: the text of the item.
        single: whether one unknown word is enough, because the list says that it holds names.
    """
    bare = _OWN.sub("", item.lstrip(" *_[("))
    name = _TITLED.sub("", bare, count=1) if _TITLED.match(bare) else bare
    found = _NAME.match(name)
    if not found or not _TAIL.match(name, found.end()) or not could_be_person(found[0], least=1):
        return None
    if " " in found[0] or name != bare or is_common(found[0]) or single:
        shift = len(item) - len(name)
        return shift, shift + found.end()
    return None
