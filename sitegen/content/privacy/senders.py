"""Who sent an aspirasi without consent to be named (UU ITE, article 26)."""

import re
from collections.abc import Iterator

from sitegen.content.privacy.match import Kind, Match
from sitegen.content.privacy.names import TITLES, WORD, could_be_person, untitled
from sitegen.content.privacy.rows import flowing

_NAME = rf"(?P<name>{WORD}(?: (?:bin |binti )?{WORD}){{0,4}})"
_TITLED = rf"(?P<titles>(?:{TITLES}\s+)*){_NAME}"
_LABEL = re.compile(
    r"(?:\b(?:[Nn]ama\s+)?(?:[Pp]engirim|[Pp]elapor|[Pp]engadu|[Pp]engusul)(?:nya)?\s*[:=]"
    r"|\b[Nn]ama(?: lengkap| saya)?\s*[:=]|\b[Dd]ari\s*:|\b[Nn]ama saya(?: adalah)?"
    rf"|\b[Hh]ormat (?:saya|kami),?|\b[Tt]ertanda,?)[\s*_]*{_TITLED}"
)
"""What stands before the name in a form or a letter; one word is enough."""
_BY = re.compile(
    r"(?i:\b(?:di)?(?:sampaikan|laporkan|usulkan|kirim(?:kan)?|adukan|ajukan|keluhkan|tulis) oleh"
    r"|\b(?:laporan|keluhan|usulan|usul|aduan|aspirasi|permintaan)(?: ini)?(?: (?:dari|milik))?"
    rf"|\bsaya,?|\bpelapor,)\s+{_TITLED}"
)
"""What stands before it in a sentence; a full name or a title must follow."""


def senders(text: str, sender: str = "") -> Iterator[Match]:
    """Yield the names of senders in the text of an aspirasi.

    Args:
        text: the text.
        sender: what stands in the field ``pengirim``; a role or a group is nobody's name.
    """
    text = flowing(text)
    for pattern in (_LABEL, _BY):
        for found in pattern.finditer(text):
            alone = pattern is _BY and not found["titles"]
            if could_be_person(found["name"], least=2 if alone else 1):
                yield Match(*found.span("name"), Kind.NAMA)
    name = untitled(sender.strip())
    if could_be_person(name, least=1):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield Match(found.start(), found.end(), Kind.NAMA)
