"""The words of headings: abbreviations, and what a heading says about a person."""

import re

_ABBREVIATIONS = {
    word: full
    for full, words in {
        "nomor": "no nmr nomer num nom",
        "tanggal": "tgl tggl tangal",
        "kecamatan": "kec kecam",
        "kabupaten": "kab kabupatan",
        "kelurahan": "kel",
        "desa": "ds",
        "jumlah": "jml jlh jmlh banyaknya",
        "hp": "handphone ponsel seluler cp",
        "whatsapp": "wa whatsap whatsaap",
        "telepon": "telp tlp tel telpon telephone phone tlpn",
        "surel": "email mail",
        "sekretaris": "sekre sekr sekertaris",
        "bendahara": "bend bendahra",
        "instagram": "ig insta",
        "facebook": "fb",
        "youtube": "yt",
        "tiktok": "tt",
        "situs": "website web laman",
        "media": "medsos",
        "keterangan": "ket",
        "dusun": "dsn",
        "dan": "and serta",
        "provinsi": "prov propinsi",
    }.items()
    for word in words.split()
}
_PHRASES = (
    ("kelompok informasi masyarakat", "kim"),
    ("komunitas informasi masyarakat", "kim"),
    ("surat keputusan", "sk"),
    ("hand phone", "hp"),
    ("whats app", "whatsapp"),
    ("e surel", "surel"),
    ("you tube", "youtube"),
    ("tik tok", "tiktok"),
    ("titik koordinat", "koordinat"),
)


def fold(heading: str) -> str:
    """Bring a heading to common words: ``No. HP/WA *`` is ``nomor hp whatsapp``."""
    text = re.sub(r"[^\w]+|_", " ", heading.casefold())
    words = [_ABBREVIATIONS.get(word, word) for word in text.split()]
    text = f" {' '.join(words)} "
    for phrase, short in _PHRASES:
        text = text.replace(f" {phrase} ", f" {short} ")
    return text.strip()


IGNORED_NAMES = frozenset(
    {"nomor", "nomor urut", "urut", "keterangan", "provinsi", "catatan", "tanda tangan", "paraf"}
    | {"nomor nomor", "nama provinsi"}
)
ABOUT_A_PERSON = re.compile(
    r"\b(?:nik|ktp|kk|tempat lahir|tanggal lahir|ttl|lahir|rekening|npwp)\b"
    r"|\b(?:ketua|sekretaris|bendahara|pembina|anggota|admin|operator|pengurus|pribadi)\b"
    r".*\b(?:hp|telepon|whatsapp|surel|alamat|kontak)\b"
    r"|\b(?:hp|telepon|whatsapp|surel|alamat|kontak)\b.*"
    r"\b(?:ketua|sekretaris|bendahara|pembina|anggota|admin|operator|pengurus|pribadi)\b"
)
