"""Who sent an aspirasi without consent to be named (UU ITE, article 26)."""

import re
from collections.abc import Iterator

from sitegen.content.privacy.match import Kind, Match
from sitegen.content.privacy.names import TITLES, WORD, could_be_person, is_common, untitled
from sitegen.content.privacy.rows import flowing

_NAME = rf"(?P<name>{WORD}(?: (?:bin |binti )?{WORD}){{0,4}})"
_TITLED = rf"(?P<titles>(?:{TITLES}\s+)*){_NAME}"
_LABEL = re.compile(
    r"(?:\b(?:[Nn]ama\s+)?(?:[Pp]engirim|[Pp]elapor|[Pp]engadu|[Pp]engusul)(?:nya)?\s*[:=]"
    r"|\b[Dd]ari\s*:|\b[Nn]ama saya(?: adalah)?|\b[Hh]ormat (?:saya|kami),?|\b[Tt]ertanda,?"
    rf"|(?P<plain>\b[Nn]ama(?: lengkap| saya)?\s*[:=]))[\s*_]*{_TITLED}"
)
"""What stands before the name in a form or a letter; one word is enough, except after *nama*."""
_BY = re.compile(
    r"(?i:\b(?:di)?(?:sampaikan|laporkan|usulkan|kirim(?:kan)?|adukan|ajukan|keluhkan|tulis) oleh"
    r"|\b(?:laporan|keluhan|usulan|usul|aduan|aspirasi|permintaan)(?: ini)?(?: (?:dari|milik))?"
    rf"|\bsaya,?|\bpelapor,)\s+{_TITLED}"
)
"""What stands before it in a sentence; a full name or a title must follow."""


def senders(text: str, sender: str = "", body: int = 0) -> Iterator[Match]:
    """Yield the names of senders in the text of an aspirasi.

    Args:
        text: the text.
        sender: what stands in the field ``pengirim``; a role or a group is nobody's name.
        body: where the fields are over, whose keys are no labels.
    """
    text = flowing(text)
    for pattern, start in ((_LABEL, body), (_BY, 0)):
        for found in pattern.finditer(text, start):
            sure = found["titles"] or (pattern is _LABEL and not found["plain"])
            sure = sure or (pattern is _LABEL and is_common(found["name"]))
            if could_be_person(found["name"], least=1 if sure else 2):
                yield Match(*found.span("name"), Kind.NAMA)
    name = untitled(sender.strip())
    if could_be_person(name, least=1):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield Match(found.start(), found.end(), Kind.NAMA)
