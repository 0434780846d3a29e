"""Bank accounts: a number of 8 to 17 digits beside the name of a bank or the word *rekening*.

Personal finance is specific data of UU 27/2022. The forms of the banks of Kalimantan: BRI
``0000-01-000000-50-0``, BCA, BNI and BSI ten digits, Mandiri thirteen, Bank Kalteng grouped by
dots. Amounts, dates, budget codes, phone and office numbers in the same sentence are none.
"""

import re
from collections.abc import Iterator, Sequence

from sitegen.content.privacy.match import Kind, Match, Spans, apart
from sitegen.content.privacy.rows import Table

_NUMBER = re.compile(r"\d(?:[ .-]?\d){7,}(?![\d/])")
_GLUED = re.compile(r"[\w,]$|\d[.,/-]$")
_BANKS = ("BRI", "BNI", "BCA", "BSI", "BTN")
_BANK = re.compile(
    r"\b(?:rekening|rek\b|no\.?rek|norek|bank (?!(?:sampah|soal|data|darah|benih)\b)\w+"
    r"|b(?:ri|ni|ca|si|tn|jb)(?=\d|\b)"
    r"|bpd\b|bpr\b|cimb\b|danamon|permata\b|muamalat|seabank|jago\b)",
    re.IGNORECASE,
)
_MANDIRI = re.compile(
    r"(?m:^\W*)Mandiri\b|(?:[:(|,-]\s*|\b(?:ke|via|lewat|melalui|[Rr]ek\w*[.:]*)\s+)Mandiri\b"
)
_LABEL = re.compile(r"(?:\brek(?:ening)?|\bnorek|\bno\.?rek)[\s.:=|*]*(?:bank\s+)?$", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:nip|nib|npwp|isbn|issn|nik|kk|ktp|sertifikat|shm|paspor|bpjs|npsn|nisn|nuptk|resi|seri"
    r"|registrasi|p-?irt|id|kode|kode rekening|sk|surat|telp?|tlp|telepon|fax|faks\w*|hotline"
    r"|call ?cent(?:er|re)|hp|wa|whatsapp|kuitansi|faktur|invoice|kontrak|polis|rp|perda"
    r"|nomor hp|pelanggan|meter|token)"
    r"[\s.:=#|*(]*(?:no(?:mor)?[\s.:=]*)?$",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_UNIT = re.compile(
    r"[\s,-]*(?:rupiah|ribu|juta|miliar|kg|kilo\w*|ton|liter|m[23²³]?\b|meter|hektare?|ha\b|persen"
    r"|jiwa|orang|keluarga|unit|buah|lembar|ekor|batang|rekening|WI[BT])",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\d\d?\.\d\d ?- ?\d\d?\.\d\d$|^(?:19|20)\d\d ?- ?(?:19|20)\d\d$"
    r"|\b\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
)
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_CODE = re.compile(r"\d\.\d{1,2}(?:\.\d{1,4})+")
_LANDLINE = re.compile(
    r"0[2-79]\d{1,2}[ .-]\d{3,4}[ .-]?\d{2,5}|0[2-79]\d{7,9}|080\d.*|\d{2}\.\d{2}\.\d{2}.*"
)
_OWNER = re.compile(r"\s*\(?(?:a\.\s?n\b|an\.|atas nama)", re.IGNORECASE)
_SENT = re.compile(r"\b(?:transfer|kirim|bayar|setor|pembayaran|donasi|infak)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[^.\s]{5})[.!?]\s+(?=[A-Z])")


def accounts(text: str, tables: Sequence[Table], taken: Sequence[Match]) -> Iterator[Match]:
    """Yield the numbers that look like bank accounts.

    Args:
        text: the plain text.
        tables: its tables; a number is labelled by the head of its column.
        taken: places where an NIK or a mobile number stands.
    """
    cells = sorted(
        (cell.start, cell.end, head.text)
        for table in tables
        for row in table.rows
        for head, cell in zip(table.head, row, strict=False)
    )
    columns = Spans((start, end) for start, end, _head in cells)
    blocked = apart(taken)
    places = Spans((match.start, match.end) for match in blocked)
    for run in _runs(text):
        for start, end in _parts(text, *run):
            column = columns.index(start, start + 1)
            head = cells[column][2] if column is not None else ""
            before = (f"{head}: " if head else "") + _before(text, start)
            labelled = bool(_LABEL.search(before) or _LABEL.search(head))
            other = places.index(start, end)
            free = other is None or (labelled and blocked[other].kind is Kind.TELEPON)
            if free and _is_account(text, start, end, before, labelled):
                yield Match(start, end, Kind.REKENING)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the runs of digits that no letter, comma or slash ties to what stands before them."""
    found = _NUMBER.search(text)
    while found:
        start = found.start()
        before = text[max(0, start - 12) : start]
        if not _GLUED.search(before) or before.endswith(_BANKS):
            yield found.span()
            start = found.end()
        else:
            gap = re.search(r"[ .-]", found[0])
            start += gap.end() if gap else len(found[0])
        found = _NUMBER.search(text, start)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give a run as one number, or, where it is too long for one, its parts between spaces."""
    if sum(character.isdecimal() for character in text[start:end]) <= 17:
        yield start, end
        return
    for part in re.finditer(r"\S+", text[start:end]):
        if sum(character.isdecimal() for character in part[0]) in range(8, 18):
            yield start + part.start(), start + part.end()


def _before(text: str, start: int) -> str:
    """Give what a reader has in mind at a number: its sentence, or the lines of a short list."""
    window = text[max(0, start - 90) : start]
    lines = window.split("\n")[-3:]
    if len(lines) > 1 and len(lines[-1].strip(" -*|")) > 25:
        lines = lines[-1:]
    return _SENTENCE.split("\n".join(lines))[-1]


def _is_account(text: str, start: int, end: int, before: str, labelled: bool) -> bool:
    number, after = text[start:end], text[end : end + 40].split("\n")[0]
    if _DATE.search(number) or _CODE.fullmatch(number) or _UNIT.match(after):
        return False
    if not labelled and (
        _OTHER.search(before)
        or _AMOUNT.fullmatch(number)
        or _LANDLINE.fullmatch(number)
        or _DAY.fullmatch(number)
    ):
        return False
    if labelled and re.search(r"\bkode\s+rek\w*\W*$", before, re.IGNORECASE):
        return False
    near = before[-70:]
    return bool(
        labelled
        or _BANK.search(near)
        or _MANDIRI.search(near)
        or _BANK.search(_SENTENCE.split(after)[0][:30])
        or (_OWNER.match(after) and _SENT.search(before))
    )
