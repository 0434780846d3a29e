"""Searches one text for all classes of personal data.

Most texts hold none, so a look at the words and the runs of digits decides first whether a search
is worth while: an ordinary text of 300 words costs some tens of microseconds.
"""

import re

from sitegen.content.privacy.accounts import accounts
from sitegen.content.privacy.births import birth_dates
from sitegen.content.privacy.match import Match, apart
from sitegen.content.privacy.numbers import mobile_numbers, population_numbers, private_addresses
from sitegen.content.privacy.people import HEALTH, children, recipients, words_of
from sitegen.content.privacy.plain import plain
from sitegen.content.privacy.rows import flowing, listings, tables

_EIGHT = re.compile(r"\d(?:\W{0,3}_?\d){7}|&(?:nbsp|#|shy|zw)|%20\d")
_BORN = frozenset(b"lahir lahirnya kelahiran kelahirannya dilahirkan ttl t lhr dob".split())
_AIDED = frozenset(
    b"""blt bansos bantuan pkh bpnt kpm sembako rtlh bedah huni pip kip bsu rastra raskin jadup
    stimulan""".split()
)


def scan_text(text: str) -> list[Match]:
    """Find personal data in any text: a file, a cell of a spreadsheet, a name.

    For a row of a spreadsheet, give its cells below the head of the table, parted by tabs: the
    words of the head tell what a number is.

    Gives the matches in order; where two would overlap, the one of the graver class. Whether a
    mobile number or an address is a declared contact is for the caller to say.
    """
    words = words_of(text)
    digits = _EIGHT.search(text) is not None
    born = not _BORN.isdisjoint(words)
    aided = not _AIDED.isdisjoint(words)
    ill = not HEALTH.isdisjoint(words)
    if not (digits or born or aided or ill or "@" in text or "＠" in text):
        return []
    read = plain(text)
    flow = flowing(read.text)
    grids = list(tables(read.text)) if digits or born or aided or ill else []
    lists = list(listings(read.text)) if aided or ill else []
    found: list[Match] = []
    if digits:
        found += population_numbers(flow)
        taken = [*found, *mobile_numbers(flow, every=True)]
        found += mobile_numbers(flow)
        found += accounts(flow, grids, taken)
    if born:
        found += birth_dates(flow, grids)
    found += private_addresses(flow)
    if aided:
        found += recipients(flow, grids, lists)
    if ill:
        found += children(flow, grids, lists)
    return [Match(*read.span(m.start, m.end), m.kind) for m in apart(found)]
