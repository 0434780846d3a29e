"""Dates of birth beside a name (UU Administrasi Kependudukan, article 84).

A label (*TTL*, *tanggal lahir*) needs no name near it; the verb does, for ideas, villages and
laws are born too. Who was born before 1920 belongs to history.
"""

import re
from collections.abc import Iterator, Sequence

from sitegen.content.privacy.match import Kind, Match
from sitegen.content.privacy.names import WORD, could_be_person, untitled
from sitegen.content.privacy.rows import Table

_MONTH = (
    r"(?i:jan(?:uari)?|[fp]eb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|jun[i]?|jul[i]?|agu(?:stus)?|agt|ags"
    r"|sept?(?:ember)?|okt(?:ober)?|nop(?:ember)?|nov(?:ember)?|des(?:ember)?)\.?"
)
_DATE = (
    r"(?P<date>\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?P<y1>(?:1[89]|20)\d\d)(?!\d)"
    r"|(?P<y2>(?:1[89]|20)\d\d)[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
    rf"|\d{{1,2}}[\s-]+{_MONTH}[\s-]+(?P<y3>(?:1[89]|20)\d\d))"
)
_GAP = r"(?:[^\d\n.!?;|]|(?<=[A-Z])\.|(?<=[A-Z][a-z])\.|(?<=[A-Z][a-z]{2})\.){0,70}?"
_SHORT = r"|\d{1,2}[-/]\d{1,2}[-/]\d\d(?!\d))"
_LABEL = re.compile(
    r"(?<!\w)(?:t\.?\s?t\.?\s?l\b\.?|(?:tgl|tanggal)[\W_]{1,2}(?:ke)?(?:lahir(?:an)?|lhr)|\bdob"
    rf"|lahir(?=\s?[:=]))(?P<gap>\W{{0,5}}{_GAP}){_DATE.removesuffix(')')}{_SHORT}",
    re.IGNORECASE,
)
_UNRELATED = re.compile(
    r"\b(?:paling|batas|lambat|sampai|mulai|hingga|serta|dibuka|berlaku|sesuai|ditunggu|dilayani"
    r"|di(?:gelar|peringati|rayakan|laksanakan|adakan|hadiri|resmikan|buka|tutup|selenggarakan))\b",
    re.IGNORECASE,
)
_BORN = re.compile(
    rf"(?<!\w)(?:[Dd]i|[Kk]e)?[Ll]ahir(?:kan|an)?(?:nya)?\b(?P<gap>{_GAP}){_DATE}",
)
_SOMEONE = re.compile(r"\b(?:[Ii]a|[Dd]ia|[Bb]eliau|[Ss]aya|[Aa]ku)\b[^.!?\n]{0,30}$")
_GROWN = re.compile(
    r"\b(?:[Pp]erempuan|[Pp]ria|[Ww]anita|[Ll]elaki|[Ll]aki-laki|[Pp]emud[ai]|[Gg]adis|[Ii]bu|[Bb]apak"
    r"|[Kk]akek|[Nn]enek|[Ss]eniman|[Pp]enyair|[Gg]uru|[Pp]etani|[Nn]elayan|[Pp]erajin)"
    r"(?: [a-z]+){0,2} $"
)
"""Whoever is told of so has been named before: *perempuan kelahiran Timpah, 12 Mei 1985*."""
_NAME = rf"{WORD}(?: (?:bin |binti )?{WORD}){{0,4}}"
_NAMED = re.compile(
    rf"(?P<name>{_NAME})(?:\s+\(?[Aa]lm\w*\)?)?(?:[\s,(]+(?:yang|adalah|mengaku|tercatat|memang|konon"
    r"|sendiri|ini|itu|tersebut|(?:ber)?(?:umur|usia)|\d+ tahun))*[\s,(]*"
    r"(?:(?:, )?(?:seorang )?(?:perempuan|pria|wanita|lelaki|laki-laki|pemuda|gadis|seniman|guru"
    r"|petani|nelayan|perajin|pedagang|warga|ibu|bapak|kakek|nenek|anak|putr[ai])(?: [a-z]+){0,3} "
    r"|(?<=,.)[^,.()\n]{1,40},\s*)?$"
)
_THING = re.compile(r"\b(?:hari|akta|[a-z]+ (?:ini|itu|tersebut))\s*$|\b[Hh]ari\s*$")
_OPENED = re.compile(
    rf"\s*(?:[.\n]|$|,\s+(?P<name>{_NAME})|[^.!?\n]{{0,20}}\b"
    r"(?:ia|dia|beliau|perempuan|lelaki|pria|ibu|bapak|kakek|nenek)\b)"
)
_CALLED = re.compile(rf"[^.!?\n]{{0,20}}\bbernama (?P<name>{_NAME})")
_SENTENCE = re.compile(r"(?<=[^A-Z]{2})[.!?]\s+|\n")
_HEAD = re.compile(r"\blahir\b|\bttl\b", re.IGNORECASE)
_ANY_DATE = re.compile(_DATE, re.IGNORECASE)
_HISTORY = 1920


def birth_dates(text: str, tables: Sequence[Table]) -> Iterator[Match]:
    """Yield dates of birth that stand beside a label or a name."""
    for found in _LABEL.finditer(text):
        if not _UNRELATED.search(found["gap"]) and _of_the_living(found):
            yield Match(*found.span("date"), Kind.LAHIR)
    for found in _BORN.finditer(text):
        if _of_the_living(found) and not _UNRELATED.search(found["gap"]):
            before = _SENTENCE.split(text[max(0, found.start() - 110) : found.start()])[-1]
            if _after_someone(before) or _before_someone(before, text, found):
                yield Match(*found.span("date"), Kind.LAHIR)
    for table in tables:
        columns = [i for i, cell in enumerate(table.head) if _HEAD.search(cell.text)]
        for row in table.rows:
            for cell in (row[i] for i in columns if i < len(row)):
                dated = _ANY_DATE.search(cell.text)
                if dated and _of_the_living(dated):
                    start, end = dated.span("date")
                    yield Match(cell.start + start, cell.start + end, Kind.LAHIR)


def _of_the_living(found: re.Match[str]) -> bool:
    return int(found["y1"] or found["y2"] or found["y3"] or _HISTORY) >= _HISTORY


def _after_someone(before: str) -> bool:
    """Say whether a sentence up to its verb names a person as the one who was born."""
    if _SOMEONE.search(before) or _GROWN.search(before):
        return True
    found = _NAMED.search(before)
    return found is not None and not _THING.search(before) and _is_person(found["name"])


def _before_someone(before: str, text: str, found: re.Match[str]) -> bool:
    """Say whether a person is named after the date: *Lahir di …, Sarmi …*, *… bernama Sarmi*."""
    after = _CALLED.match(text, found.end())
    if not after and not before.strip(" *-•") and found["gap"].startswith(" di "):
        after = _OPENED.match(text, found.end())
    return after is not None and (after["name"] is None or _is_person(after["name"]))


def _is_person(name: str) -> bool:
    bare = untitled(re.sub(r"^(?:Bayi|Balita|Anak) (?=[A-Z])", "", name), roles=True)
    return could_be_person(bare, least=1)
