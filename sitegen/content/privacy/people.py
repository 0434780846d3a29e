"""Names that must not stand where they stand: aid recipients, children beside their health.

Who receives aid is personal finance, a child and its health are specific data too (UU 27/2022).
Numbers per RT say as much to a reader and name nobody.
"""

import re
from collections.abc import Iterator, Sequence

from sitegen.content.privacy.match import Kind, Match
from sitegen.content.privacy.names import FULL, could_be_person, is_common, leading_name, untitled
from sitegen.content.privacy.rows import Cell, Listing, Table

_AID_WORDS = (
    *("blt", "bansos", "bantuan sosial", "bantuan langsung", "bantuan pangan", "bantuan beras"),
    *("bantuan tunai", "pkh", "bpnt", "kpm", "sembako", "rtlh", "bedah rumah"),
    *("rumah tidak layak huni", "pip", "kip", "bsu", "rastra", "raskin", "jadup", "stimulan"),
)
_PERSONAL_AID = re.compile(rf"\b(?:{'|'.join(_AID_WORDS)})\b", re.IGNORECASE)
_AID = re.compile(rf"{_PERSONAL_AID.pattern}|\bbantuan\b", re.IGNORECASE)
_RECEIVES = re.compile(
    r"penerima|menerima|diterima|mendapat|disalurkan kepada|\bkpm\b|\bnama|berhak|\bdata\b"
    r"|\bdaftar\b",
    re.IGNORECASE,
)
_NOT_WHO = re.compile(
    r"\b(?:syarat|cara|jadwal|isi paket|dibagikan|pengurus|panitia|lembaga|tahapan|langkah|hadir"
    r"|per (?:rt|rw|dusun|desa|kelurahan|kecamatan)|menurut (?:desa|dusun|rt)|lokasi|titik"
    r"|tim|petugas|penyalur|donatur|hak|(?:diserahkan|disalurkan) oleh)\b",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(
    r"(?P<lead>[^.!?\n:]{0,160}?(?::|\b(?:antara lain|yaitu|yakni|adalah|oleh|kepada)))"
    r"\s+(?P<names>[A-Z][^.!?\n]{0,400})"
)
_PART = re.compile(r"(?:^|, dan |, | dan |; )(?P<text>[^,;]+?)(?=, | dan |;|$)")
_NAME_HEAD = re.compile(r"\b(?:nama|penerima|kpm|kepala keluarga)\b", re.IGNORECASE)
_CHILD_HEAD = re.compile(r"\bnama\W+(?:balita|bayi|anak|baduta)\b", re.IGNORECASE)
_GROWTH = re.compile(r"\b(?:bb|tb|berat|tinggi|umur|usia|status gizi|imunisasi)\b", re.IGNORECASE)
HEALTH = frozenset(
    b"""stunting tengkes gizi balita balitanya bayi bayinya baduta batita sakit penyakit penderita
    menderita dirawat demam dbd campak tb tbc tuberkulosis malaria imunisasi diimunisasi diare
    rabies hiv polio difteri lumpuh cacat disabilitas operasi sumbing autis autisme epilepsi kanker
    keracunan pasien dirujuk ananda kurus hidrosefalus talasemia katarak leukemia posyandu puskesmas
    rsud vaksin divaksin vitamin badan berat timbang ditimbang batuk kejang muntah sesak infus
    prematur jantung ginjal difabel netra rungu wicara daksa kursi syndrome kelainan terapi
    pengobatan pneumonia meninggal""".split()
)
"""Words without which nothing is said of health."""
_LETTERS = bytes(c if 97 <= c <= 122 else 32 for c in range(256))
_HEALTH = re.compile(
    r"\b(?:stunting|tengkes|gizi|balita|bayi|baduta|batita|sakit|penyakit|(?:pen|men)derita|dirawat"
    r"|demam|dbd|campak|tbc?|tuberkulosis|malaria|imunisasi|diimunisasi|diare|rabies|hiv|polio"
    r"|difteri|lumpuh|cacat|disabilitas|operasi|sumbing|autis\w*|epilepsi|kanker|keracunan|pasien"
    r"|dirujuk|posyandu|kurus|hidrosefalus|talasemia|katarak|leukemia|puskesmas|rsud|rumah sakit"
    r"|vaksin|divaksin|vitamin|berat (?:badan|kurang)\w*|tinggi badan\w*|(?:di)?timbang|batuk"
    r"|kejang|muntah|sesak|infus|prematur|jantung|ginjal|difabel|tuna ?(?:netra|rungu|wicara|daksa)"
    r"|kursi roda|down syndrome|kelainan|terapi|pengobatan|pneumonia|meninggal)\b",
    re.IGNORECASE,
)
_SMALL = r"balita|bayi|batita|baduta"
_CHILD = (
    rf"{_SMALL}|anak(?:nya)?|bocah|putr[ai](?:nya)?|cucu(?:nya)?|siswa|siswi|murid|pelajar|santri"
)
_LINK = r"(?:bernama|atas nama|a\.\s?n\.?|yakni|yaitu|adalah|ialah)"
_AGE = (
    r"(?i:[*_]{0,3}\s*[,(/:;-]?\s*(?:(?:yang|baru|masih|kini|sudah|saat ini|genap|menginjak"
    r"|duduk di|ini|itu)\s+)*(?:(?:ber)?(?:usia|umur)(?:nya)?\s*:?\s*)?"
    r"(?:(?P<years>\d{1,2})(?:,\d)?\s*(?:tahun|thn?)\b"
    r"|\d{1,2}(?:,\d)?\s*(?:bulan|bln|minggu|hari)\b"
    r"|kelas (?:\d|[iv]+|satu|dua|tiga|empat|lima|enam) (?:sd|mi)\b"
    r"|(?<=\()(?P<bare>\d{1,2})\)))"
)
_CHILDREN = (
    # a child noun, then its name: "balita stunting di RT 003 bernama …"
    re.compile(rf"(?i:\b(?:{_CHILD})\b[^.;\n]{{0,60}}?\b{_LINK})\s+(?P<name>{FULL})"),
    # "balita Kevin Ananda", but not "Posyandu Balita Kasih Ibu"
    re.compile(
        r"\b(?P<noun>[Bb]alita|[Bb]ayi|[Bb]atita|[Bb]aduta|[Aa]nanda|[Pp]asien [Aa]nak)"
        rf"(?: (?:kembar|perempuan|laki-laki|stunting|tersebut|itu))?[:,]? \(?(?P<name>{FULL})"
    ),
    re.compile(rf"(?i:\bnama (?:anak|balita|bayi|pasien))\s*[:=]\s*(?P<name>{FULL})"),
    re.compile(
        rf"\b(?:[Aa]nak|[Pp]utr[ai]|[Cc]ucu|[Aa]dik)(?:nya| saya| kami| mereka),? (?P<name>{FULL})"
    ),
    # a name, then what shows a child: its age, or "…, balita asal RT 001"
    re.compile(rf"(?P<name>{FULL}){_AGE}"),
    re.compile(
        rf"(?P<name>{FULL})[*_]{{0,3}}, (?:seorang )?(?:{_SMALL}|bocah|siswa|siswi|murid|pelajar"
        r"|(?:anak|putr[ai]|cucu) (?:bungsu|sulung|pertama|kedua|ketiga|keempat|pasangan|dari)"
        r"|anak (?:ber)?(?:usia|umur))\b"
    ),
)
_TWO_CAPITALS = re.compile(r"[A-Z][\w’'.]* (?:bin |binti )?[A-Z]")
_AND = re.compile(rf"(?:, dan|,| dan| serta) (?P<name>{FULL})")
_AFTER_A_NAME = re.compile(r"\b[A-Z][\w-]* $")
_ADULT = 18


def words_of(text: str) -> list[bytes]:
    """Give the words of a text in lower case; what is no letter of a to z parts them."""
    return text.lower().encode("utf-8", "ignore").translate(_LETTERS).split()


def _of_health(text: str) -> bool:
    return not HEALTH.isdisjoint(words_of(text)) and _HEALTH.search(text) is not None


def recipients(text: str, tables: Sequence[Table], lists: Sequence[Listing]) -> Iterator[Match]:
    """Yield the first name of each table or list of aid recipients, also of one in a sentence."""
    for table in tables:
        head = " ".join(cell.text for cell in table.head)
        if _tells_who(f"{table.lead} {head}", f"{table.about} {head}"):
            columns = [i for i, c in enumerate(table.head) if _NAME_HEAD.search(c.text)]
            yield from _first_name(_column(table, columns[:1]), Kind.PENERIMA, single=True)
    for listing in lists:
        if _tells_who(listing.lead, listing.about):
            single = bool(_PERSONAL_AID.search(listing.about))
            yield from _first_name(listing.items, Kind.PENERIMA, single=single)
    if may_name_aid(text):
        for aid in _PERSONAL_AID.finditer(text):
            yield from _enumerated(text, aid)


def may_name_aid(text: str) -> bool:
    """Say whether a search for personal aid is worth while, which most texts tell at once.

    The pattern also takes both letters i of the Turkish alphabet for an i.
    """
    folded = text.replace("İ", "i").replace("ı", "i").casefold()
    return any(word in folded for word in _AID_WORDS)


def _enumerated(text: str, aid: re.Match[str]) -> Iterator[Match]:
    """Yield the first of three or more names that follow in the sentence of an aid."""
    found = _ENUMERATED.match(text, aid.end())
    opening = max(text.rfind(sign, max(0, aid.start() - 160), aid.start()) for sign in ".!?\n") + 1
    opening = opening or max(0, aid.start() - 160)
    if found and _tells_who(lead := text[opening : found.end("lead")], lead):
        start = found.start("names")
        parts = _PART.finditer(found["names"])
        items = [Cell(part["text"], start + part.start("text")) for part in parts]
        if len(items) > 2 and all(leading_name(item.text, single=False) for item in items):
            yield from _first_name(items, Kind.PENERIMA, single=False)


def _tells_who(lead: str, about: str) -> bool:
    """Say whether what stands before a list announces those who receive aid."""
    return bool(_AID.search(about) and _RECEIVES.search(about) and not _NOT_WHO.search(lead))


def _column(table: Table, columns: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(row[i] for row in table.rows for i in columns if i < len(row))


def _first_name(items: Sequence[Cell], kind: Kind, *, single: bool) -> Iterator[Match]:
    """Yield the first name where at least two items, and half of all, are names."""
    named = [(item, span) for item in items if (span := leading_name(item.text, single=single))]
    if len(named) >= 2 and 2 * len(named) >= len(items):
        item, (start, end) = named[0]
        yield Match(item.start + start, item.start + end, kind)


def children(text: str, tables: Sequence[Table], lists: Sequence[Listing]) -> Iterator[Match]:
    """Yield full names of children in a paragraph that speaks of health, and lists of them."""
    start = 0
    for paragraph in re.split(r"(\n\s*\n)", text):
        if _TWO_CAPITALS.search(paragraph) and _of_health(paragraph):
            yield from _in_prose(paragraph, start)
        start += len(paragraph)
    for table in tables:
        head = " ".join(cell.text for cell in table.head)
        ill = _of_health(f"{table.about} {head}") or len(_GROWTH.findall(head)) > 1
        own = [i for i, cell in enumerate(table.head) if _CHILD_HEAD.search(cell.text)]
        names = [i for i, cell in enumerate(table.head) if re.match(r"nama\b", cell.text, re.I)]
        small = re.search(rf"\b(?:{_SMALL}|anak)\b", f"{table.about} {head}", re.I)
        if ill and (own or (names and small)):
            yield from _first_name(_column(table, (own or names)[:1]), Kind.ANAK, single=False)
    for listing in lists:
        about = listing.about
        if _of_health(about) and re.search(rf"\b(?:{_SMALL}|anak)\b", about, re.I):
            full = [i for i in listing.items if _is_full(i.text)]
            yield from _first_name(full, Kind.ANAK, single=False)


def _is_full(item: str) -> bool:
    span = leading_name(item, single=False)
    return span is not None and " " in item[slice(*span)]


def _in_prose(paragraph: str, shift: int) -> Iterator[Match]:
    for pattern in _CHILDREN:
        for found in pattern.finditer(paragraph):
            groups = found.groupdict()
            age = int(groups.get("years") or groups.get("bare") or 0)
            noun = groups.get("noun") or ""
            titled = noun.istitle() and _AFTER_A_NAME.search(paragraph, 0, found.start())
            counted = groups.get("bare") and not is_common(found["name"])
            if age >= _ADULT or titled or counted:
                continue
            named: re.Match[str] | None = found
            while named and could_be_person(name := untitled(named["name"])):
                end = shift + named.end("name")
                yield Match(end - len(name), end, Kind.ANAK)
                named = _AND.match(paragraph, named.end())
