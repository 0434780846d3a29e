"""Reads one row: every cell becomes what it says about fields, several at once where it does."""

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from sitegen.diagnostics import Diagnostic
from sitegen.importing.cells import shown
from sitegen.importing.rows import Record
from sitegen.importing.values import Claim, Refused, claim, day, in_words

Claims = dict[str, Claim]

_DECREE = re.compile(
    r"(?:(?:sk|surat keputusan|keputusan)\b[.:]?\s*)?"
    r"(?P<by>(?:kepala|kades|lurah|camat|bupati|wali ?kota|gubernur|pj|plt)\b.*?)?\s*"
    r"\b(?:nomor|no)\b[.:\s]*(?P<number>\S.*?)"
    r"(?:[,;]?\s*\b(?:tertanggal|tanggal|tgl)\b[.:]?\s*(?P<day>\S.*))?",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?P<number>\S.*?)[,;]?\s*\b(?:tertanggal|tanggal|tgl)\b[.:]?\s*(?P<day>\S.*)", re.IGNORECASE
)
_UNTIL = r"s\s*[./]\s*d\.?|sampai(?: dengan)?|hingga"
_YEARS = re.compile(
    rf"(?:tahun\s*)?(?P<first>\d{{4}})\s*(?:-|–|—|/|{_UNTIL})\s*(?P<last>\d{{4}})", re.IGNORECASE
)
_LENGTH = re.compile(r"(?P<years>\d{1,2})\s*(?:\([^)]*\)\s*)?(?:tahun|thn|th)\.?", re.IGNORECASE)
_RANGE = re.compile(rf"\s+(?:-|–|—)\s+|[–—]|\s*\b(?:{_UNTIL})(?=\W|$)\s*", re.IGNORECASE)
_NETWORKS = {
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "instagram.com": "instagram",
    "youtube.com": "youtube",
    "youtu.be": "youtube",
    "tiktok.com": "tiktok",
    "twitter.com": "x",
    "x.com": "x",
}
_HOSTS = (
    *("kim.id", "blogspot.com", "blogspot.co.id", "wordpress.com", "wixsite.com", "weebly.com"),
    *("sites.google.com", "webnode.page", "linktr.ee", *_NETWORKS),
)
"""Where a site lies that sitegen does not make."""


def read_claims(record: Record, settled: Collection[str] = ()) -> tuple[Claims, list[Diagnostic]]:
    """Give what a row says, by field, with findings about cells that say nothing readable.

    Args:
        record: the row.
        settled: columns that hold just what the register gave; nothing is drawn from them.
    """
    claims: Claims = {}
    findings = []
    for key in record.cells:
        if key in settled:
            continue
        try:
            for path, said in _READERS.get(key, _plain)(record, key):
                claims.setdefault(path, said)
        except Refused as refused:
            findings.append(record.finding(refused.code, key, **refused.params))
    return claims, findings


Said = Iterator[tuple[str, Claim]]


def _plain(record: Record, key: str) -> Said:
    if not key.startswith("_"):
        yield key, claim(key, record.cells[key])


def _decree(record: Record, key: str) -> Said:
    """Part ``SK Lurah Kemiri Nomor 17 Tahun 2023 tertanggal 12 Desember 2023``."""
    text = record.text(key)
    found = _DECREE.fullmatch(text) or _DATED.fullmatch(text)
    parts = found.groupdict() if found else {"number": text}
    yield key, claim(key, parts["number"])
    if parts.get("by") and "sk.penerbit" not in record.labels:
        by = re.sub(r"^kades\b", "Kepala Desa", parts["by"], flags=re.IGNORECASE)
        yield "sk.penerbit", claim("sk.penerbit", by)
    if parts.get("day") and "sk.tanggal" not in record.labels:
        yield "sk.tanggal", claim("sk.tanggal", parts["day"])


def _term(record: Record, key: str) -> Said:
    """Read ``2023-2028``, ``5 tahun``, ``1 Januari 2024 s.d. 31 Desember 2028``."""
    text = record.text(key)
    start, end = "sk.mulai" not in record.cells, "sk.akhir" not in record.cells
    decreed = _decreed(record)
    if years := _YEARS.fullmatch(text):
        first = int(years["first"])
        begun = decreed if decreed and decreed.year == first else date(first, 1, 1)
        if start:
            yield "sk.mulai", Claim(in_words(begun), year=True)
        if end:
            yield "sk.akhir", Claim(in_words(date(int(years["last"]), 12, 31)), year=True)
        return
    if length := _LENGTH.fullmatch(text):
        if decreed is None:
            raise Refused("impor-masa-bakti", nilai=text)
        if start:
            yield "sk.mulai", Claim(in_words(decreed))
        if end:
            last = _years_later(decreed, int(length["years"])) - timedelta(days=1)
            yield "sk.akhir", Claim(in_words(last))
        return
    parts = [part.strip() for part in _RANGE.split(text, maxsplit=1)]
    if len(parts) != 2:
        raise Refused("impor-masa-bakti", nilai=text)
    try:
        days = [day(part) if part else None for part in parts]
    except Refused:
        raise Refused("impor-masa-bakti", nilai=text) from None
    for path, when, wanted in zip(("sk.mulai", "sk.akhir"), days, (start, end), strict=True):
        if when and wanted:
            yield path, Claim(in_words(when))


def _decreed(record: Record) -> date | None:
    try:
        if "sk.tanggal" in record.cells:
            return day(record.cells["sk.tanggal"])
        said = dict(_decree(record, "sk.nomor")) if "sk.nomor" in record.cells else {}
        return day(str(said["sk.tanggal"].value)) if "sk.tanggal" in said else None
    except Refused:
        return None


def _years_later(when: date, years: int) -> date:
    try:
        return when.replace(year=when.year + years)
    except ValueError:
        return when.replace(year=when.year + years, day=28)


def _social(record: Record, key: str) -> Said:
    """Part addresses on several networks by where they lie."""
    for part in re.split(r"[\s,;]+", record.text(key)):
        address = part if "://" in part else f"https://{part}"
        network = _NETWORKS.get(_host(address))
        if network is None:
            raise Refused("impor-media", nilai=part)
        yield f"media_sosial.{network}", claim(f"media_sosial.{network}", address)


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www|m|web|id-id)\.", "", host)


def _site(record: Record, key: str) -> Said:
    """Take only an address of its own: it becomes the address of the site that is built."""
    said = claim(key, record.cells[key])
    host = _host(str(said.value))
    if any(host == known or host.endswith(f".{known}") for known in _HOSTS):
        raise Refused("impor-situs-lain", nilai=shown(record.cells[key]))
    yield key, said


def _position(record: Record, _key: str) -> Said:
    pair = [record.text(name).replace(",", ".") for name in ("_lintang", "_bujur")]
    if all(pair) and "koordinat" not in record.cells:
        yield "koordinat", claim("koordinat", ", ".join(pair))


def _urban(record: Record, key: str) -> Said:
    if "desa" not in record.cells:
        yield "desa", claim("desa", record.cells[key])


_READERS: dict[str, Callable[[Record, str], Said]] = {
    "sk.nomor": _decree,
    "_masa_bakti": _term,
    "_media_sosial": _social,
    "_lintang": _position,
    "_kelurahan": _urban,
    "situs": _site,
}
