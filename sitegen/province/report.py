"""What the monthly meeting asks of each KIM: activity, variety, completeness, and a score. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sitegen.content.choices import ADINDA, JENIS_TULISAN
from sitegen.content.register import Kim
from sitegen.site.summary import Ringkasan

WEIGHTS = {
    "kegiatan": 30,
    "isi": 20,
    "tampilan": 20,
    "ragam": 10,
    "tanggap": 10,
    "keterbukaan": 5,
    "kelengkapan": 5,
}
"""The score sheet of a province that states none."""

PROFILE = (
    "nomor_induk slogan tentang visi misi sk pengurus jumlah_anggota bidang_fokus kontak "
    "media_sosial koordinat logo foto"
)
"""Fields of a register that a full profile has."""

_FULL_MONTHS = 3
_POSTS_A_MONTH = 4
_WORDS = 250
_PHOTOS_A_TEXT = 1.0
_TYPES = tuple(name for name in JENIS_TULISAN if name not in ("siaran", "halaman"))


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One KIM in the report. Scores are from 0 to 100."""

    situs: str
    nama: str
    kabupaten: str
    bulan_ini: int
    tiga_bulan: int
    terakhir: date | None
    foto: int
    jenis: int
    kosong: tuple[str, ...]
    sk_akhir: date | None
    aspirasi_terbuka: int
    adinda: int
    galat: int
    peringatan: int
    nilai_per_kriteria: Mapping[str, int]
    nilai: int


def report_row(
    summary: Ringkasan,
    kim: Kim,
    found: tuple[int, int],
    month: date,
    weights: Mapping[str, int],
) -> ReportRow:
    """Give the row of a KIM.

    Args:
        summary: what its site shows.
        kim: its register.
        found: how many errors and warnings its content has.
        month: any day of the month that is reported.
        weights: the score sheet, weights by criterion.
    """
    months = [_earlier(month, back) for back in range(_FULL_MONTHS)]
    posts = [summary.per_bulan.get(f"{m:%Y-%m}", 0) for m in months]
    used = sum(1 for name in _TYPES if summary.jumlah.get(name))
    empty = tuple(name for name in PROFILE.split() if not getattr(kim, name))
    scores = _scores(summary, posts, used, empty)
    total = sum(weights.values()) or 1
    return ReportRow(
        situs=summary.situs,
        nama=summary.nama,
        kabupaten=summary.kabupaten,
        bulan_ini=posts[0],
        tiga_bulan=sum(posts),
        terakhir=summary.terakhir,
        foto=summary.foto,
        jenis=used,
        kosong=empty,
        sk_akhir=summary.sk_akhir,
        aspirasi_terbuka=sum(1 for item in summary.aspirasi if item.dijawab is None),
        adinda=sum(1 for name in ADINDA if summary.adinda.get(name)),
        galat=found[0],
        peringatan=found[1],
        nilai_per_kriteria={name: scores[name] for name in weights},
        nilai=round(sum(scores[name] * weight for name, weight in weights.items()) / total),
    )


def _scores(
    summary: Ringkasan, posts: Sequence[int], used: int, empty: Sequence[str]
) -> dict[str, int]:
    """Score each criterion; half of the weight of activity lies on its evenness."""
    texts = sum(summary.jumlah.values()) or 1
    steady = sum(1 for count in posts if count) / len(posts)
    asked = len(summary.aspirasi)
    answered = sum(1 for item in summary.aspirasi if item.dijawab)
    profile = len(PROFILE.split())
    return {
        "kegiatan": _percent((sum(posts) / (_POSTS_A_MONTH * len(posts)) + steady) / 2),
        "isi": _percent(summary.kata / _WORDS),
        "tampilan": _percent(summary.foto / (_PHOTOS_A_TEXT * texts)),
        "ragam": _percent(used / len(_TYPES)),
        "tanggap": _percent(answered / asked) if asked else 0,
        "keterbukaan": _percent(summary.terbuka / 3),
        "kelengkapan": _percent((profile - len(empty)) / profile),
    }


def _percent(share: float) -> int:
    return round(100 * min(1.0, max(0.0, share)))


def _earlier(month: date, back: int) -> date:
    number = month.year * 12 + month.month - 1 - back
    return date(number // 12, number % 12 + 1, 1)


def ranked(rows: Iterable[ReportRow]) -> list[ReportRow]:
    """Sort by score, the best first."""
    return sorted(rows, key=lambda row: (-row.nilai, row.nama.casefold(), row.situs))
