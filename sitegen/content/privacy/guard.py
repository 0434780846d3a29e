"""Holds a file against the rules on personal data: what is refused, what is warned of.

An aspirasi is judged strictest: whoever reports must be safe, so a private number, an address or
the sender's name costs the whole text where consent is not stated.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from sitegen.content.kinds import truth
from sitegen.content.privacy.allow import Allowance, block, read_allowances
from sitegen.content.privacy.contacts import Contacts, canonical, contacts_in
from sitegen.content.privacy.match import Kind, Match, apart, hide
from sitegen.content.privacy.scan import scan_text
from sitegen.content.privacy.senders import senders
from sitegen.content.source import Source
from sitegen.content.yamltree import Tree, Value
from sitegen.diagnostics import Diagnostic, diagnose, has_errors

CODES = {
    Kind.NIK: "nik",
    Kind.REKENING: "rekening",
    Kind.LAHIR: "tanggal-lahir",
    Kind.TELEPON: "ponsel-pribadi",
    Kind.SUREL: "surel-pribadi",
    Kind.PENERIMA: "daftar-penerima",
    Kind.ANAK: "nama-anak",
    Kind.NAMA: "aspirasi-pengirim",
}
_IN_NAMES = {
    Kind.NIK: "nik-nama-berkas",
    Kind.TELEPON: "nama-berkas-kontak",
    Kind.SUREL: "nama-berkas-kontak",
}
_CONTACTS = (Kind.TELEPON, Kind.SUREL)
_PUBLISHED = ("kontak", "media_sosial", "formulir_aspirasi", "situs")
"""The fields in which a contact is declared, in entries and registers."""
_MAY_NAME = re.compile(
    r"pengirim|pelapor|pengadu|pengusul|dari|oleh|nama|saya|hormat|tertanda|laporan|keluhan|usul|aduan"
    r"|aspirasi|permintaan",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a file, where they can be read, and the line on which they are over."""

    tree: Tree | None
    end: int


def inspect(
    source: Source,
    read_fields: Callable[[], Fields],
    declared: Contacts = frozenset(),
    *,
    aspirasi: bool = False,
) -> tuple[Source, list[Diagnostic]]:
    """Find personal data in a file.

    Args:
        source: the file.
        read_fields: reads its fields; called only when something was found.
        declared: contacts that may stand anywhere, as :mod:`~sitegen.content.privacy.contacts`
            gives them; those in the file's own contact fields need not be among them.
        aspirasi: whether it is an aspirasi.

    Returns:
        The source, and findings. Where a finding refuses the file, the source is masked, so that
        nothing else that is said about the file repeats what must stay private.
    """
    findings = _check_name(source.name, declared)
    text = source.text
    matches = scan_text(text)
    named = aspirasi and _MAY_NAME.search(text)
    if not matches and not named and "izinkan_privasi" not in text:
        return source, findings
    fields = read_fields()
    starts = _line_starts(source)
    if named and not _consents(fields.tree):
        matches = _with_senders(matches, text, fields, starts)
    allowances = read_allowances(source, fields.tree)
    skipped = block(fields.tree, "izinkan_privasi")
    matches = [m for m in matches if bisect_right(starts, m.start) not in skipped]
    targets = block(fields.tree, "penerbitan")  # whose user@host is no mail address
    matches = [
        m
        for m in matches
        if m.kind is not Kind.SUREL or bisect_right(starts, m.start) not in targets
    ]
    if not aspirasi:  # which has no contact field of its own
        declared |= _own_contacts(fields.tree)
    matches = _without_declared(matches, text, fields.end, declared, starts)
    matches, used = _without_allowed(matches, text, allowances)
    hidden = tuple(hide(text, matches).split("\n"))
    findings += [_finding(source.name, m, starts, hidden, aspirasi) for m in matches]
    if fields.tree is None:
        # Whether a number stands in a contact field is known when the fields can be read.
        findings = [d for d in findings if has_errors([d])]
    findings += [a.finding("izin-tak-terpakai") for a in allowances if a not in used]
    if has_errors(findings):
        source = Source(source.name, "\n".join(hidden), hidden)
    return source, findings


def _check_name(name: str, declared: Contacts) -> list[Diagnostic]:
    filename = name.rpartition("/")[2]
    matches = scan_text(filename.rpartition(".")[0])
    where = name.removesuffix(filename) + hide(filename, matches)
    private = [m for m in matches if canonical(filename[m.start : m.end]) not in declared]
    codes = dict.fromkeys(_IN_NAMES.get(m.kind, "nama-berkas-pribadi") for m in private)
    return [diagnose(code, where) for code in codes]


def _line_starts(source: Source) -> list[int]:
    starts, start = [], 0
    for line in source.lines:
        starts.append(start)
        start += len(line) + 1
    return starts


def _consents(tree: Tree | None) -> bool:
    sender = tree.data.get("pengirim") if tree else None
    answer = sender.get("persetujuan") if isinstance(sender, dict) else None
    try:
        return truth(answer) if isinstance(answer, str) else False
    except ValueError:
        return False


def _with_senders(
    matches: list[Match], text: str, fields: Fields, starts: list[int]
) -> list[Match]:
    """Add the sender's name wherever it stands but in its own field, which is not shown."""
    tree, body = fields.tree, starts[min(max(fields.end, 1), len(starts)) - 1]
    sender = tree.data.get("pengirim") if tree else None
    name = sender.get("nama") if isinstance(sender, dict) else sender
    own = block(tree, "pengirim")
    named = senders(text, name if isinstance(name, str) else "", body)
    return apart([*matches, *(m for m in named if bisect_right(starts, m.start) not in own)])


def _own_contacts(tree: Tree | None) -> Contacts:
    data = tree.data if tree else {}
    return contacts_in(_texts([data.get(key) for key in _PUBLISHED]))


def _without_declared(
    matches: list[Match], text: str, end: int, declared: Contacts, starts: list[int]
) -> list[Match]:
    """Drop contacts that are declared, and those in a remark between the fields."""

    def stays(match: Match) -> bool:
        if match.kind not in _CONTACTS:
            return True
        line = bisect_right(starts, match.start)
        remark = line < end and text[starts[line - 1] :].lstrip(" ").startswith("#")
        return not remark and canonical(text[match.start : match.end]) not in declared

    return [match for match in matches if stays(match)]


def _texts(value: Value) -> list[str]:
    """Give all texts in a value."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    return [value] if value else []


def _without_allowed(
    matches: list[Match], text: str, allowances: list[Allowance]
) -> tuple[list[Match], set[Allowance]]:
    """Drop what an allowance names word for word; give the allowances that were needed too."""
    used: set[Allowance] = set()
    kept = []
    for match in matches:
        covering = {a for a in allowances if a.covers(text, match)}
        used |= covering
        if not covering:
            kept.append(match)
    return kept, used


def _finding(
    name: str, match: Match, starts: list[int], hidden: tuple[str, ...], aspirasi: bool
) -> Diagnostic:
    line = bisect_right(starts, match.start)
    strict = aspirasi and match.kind in _CONTACTS
    return diagnose(
        "aspirasi-kontak" if strict else CODES[match.kind],
        name,
        line,
        match.start - starts[line - 1] + 1,
        length=match.end - match.start,
        lines=hidden,
    )
