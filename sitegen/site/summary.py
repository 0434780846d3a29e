"""The summary of a KIM site: all that the kabupaten and the province know of it.

It is also published as ``kim.json``, so that others may read it. Addresses are relative to the
site's root; entries are the newest first.

The province holds those of all KIM at once: they are plain values with slots, which take less than
a third of the memory of models.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Literal

from pydantic import TypeAdapter

VERSION: Literal[1] = 1
NEWEST = 20
"""How many berita a summary holds; the province shows no more of one KIM."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RingkasFoto:
    """The small renditions of a photo: address and width of each, the narrowest first."""

    webp: tuple[tuple[str, int], ...]
    berat: tuple[int, ...] = ()
    """The bytes of each of these."""
    jpeg: str
    jpeg_lebar: int
    lebar: int
    tinggi: int
    alt: str
    warna: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RingkasEntri:
    """A berita, potensi or pengumuman in short."""

    judul: str
    path: str
    tanggal: date | None = None
    ringkasan: str = ""
    kelompok: str = ""
    foto: RingkasFoto | None = None
    harga: tuple[int, int] | None = None
    satuan: str = ""
    pembuat: str = ""
    koordinat: tuple[float, float] | None = None
    naik: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RingkasAspirasi:
    """An aspirasi in short: never its sender."""

    nomor: str
    judul: str
    path: str
    tanggal: date
    jenis: str
    kategori: str = ""
    status: str
    tanggal_status: date
    kepada: str = ""
    tenggat: date
    dijawab: date | None = None
    hari_kerja: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RingkasAgenda:
    """An agenda item in short."""

    judul: str
    path: str
    mulai: date
    sampai: date | None = None
    jam: str = ""
    tempat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ringkasan:
    """What a KIM site hands upward."""

    versi: Literal[1] = VERSION
    situs: str
    url: str
    nama: str
    nomor_induk: str = ""
    level: str
    kode: str
    desa: str = ""
    kecamatan: str
    kabupaten: str
    slogan: str = ""
    koordinat: tuple[float, float] | None = None
    sk_nomor: str = ""
    sk_akhir: date | None = None
    jumlah_anggota: int | None = None
    jumlah: dict[str, int]
    terakhir: date | None = None
    per_bulan: dict[str, int]
    foto: int = 0
    kata: int = 0
    """The median number of words of a berita."""
    terbuka: int = 0
    """Texts that open the village's budget or carry a class of public information."""
    adinda: dict[str, int] = field(default_factory=dict)
    berita: tuple[RingkasEntri, ...] = ()
    potensi: tuple[RingkasEntri, ...] = ()
    aspirasi: tuple[RingkasAspirasi, ...] = ()
    agenda: tuple[RingkasAgenda, ...] = ()

    def to_json(self) -> bytes:
        """Give the canonical form: the same value always gives the same bytes."""
        return _adapter().dump_json(self, indent=1) + b"\n"


def load_summary(data: bytes) -> Ringkasan:
    """Read a summary.

    Raises:
        ValueError: the bytes are no summary of this version.
    """
    return _adapter().validate_json(data)


@cache
def _adapter() -> TypeAdapter[Ringkasan]:
    return TypeAdapter(Ringkasan)
