"""What templates are given: plain frozen values, no disk paths and no engine.

Addresses are relative to the root of the site (``berita/panen-raya/``). A template puts ``akar``,
the way from its page to that root, before them; the filter ``dari(akar)`` does so for those that
may be absolute.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from sitegen.content.dates import Moment
from sitegen.content.kinds import Harga
from sitegen.content.register import KontakLembaga, MediaSosial
from sitegen.content.types import Tulisan
from sitegen.site.lazy import LazyMarkup


@dataclass(frozen=True, slots=True)
class Tautan:
    """A link: what it says and where it leads."""

    judul: str
    path: str
    jumlah: int = 0
    kode: str = ""


@dataclass(frozen=True, slots=True)
class Varian:
    """One width of a picture."""

    path: str
    lebar: int
    berat: int = 0
    """Its bytes."""


@dataclass(frozen=True, slots=True)
class Foto:
    """A picture in several widths; ``lebar`` and ``tinggi`` are of the largest, in pixels."""

    webp: tuple[Varian, ...]
    jpeg: Varian
    lebar: int
    tinggi: int
    alt: str
    keterangan: str = ""
    bagikan: str = ""
    """The address of its preview for messengers."""
    warna: str = ""
    """Its average colour, which holds its place until it is there."""


@dataclass(frozen=True, slots=True)
class SitusView:
    """The site a page belongs to.

    ``tingkat`` is ``kim``, ``kabupaten`` or ``provinsi``. ``url`` is absolute and ends in ``/``.
    """

    tingkat: str
    nama: str
    url: str
    bahasa: str
    slogan: str = ""
    slogan_bahasa: str = ""
    tentang: str = ""
    wilayah: str = ""
    warna: Mapping[str, str] = field(default_factory=dict)
    logo: Foto | None = None
    foto: Foto | None = None
    menu: tuple[Tautan, ...] = ()
    induk: tuple[Tautan, ...] = ()
    kontak: KontakLembaga | None = None
    media_sosial: MediaSosial | None = None
    diskominfo: KontakLembaga | None = None
    css: Markup = field(default_factory=Markup)
    umpan: str = "atom.xml"
    mendesak: Tautan | None = None
    """The urgent broadcast that stands at the top of every page; ``kode`` holds its sender."""
    luring: bool = False
    """Whether a service worker keeps visited pages."""


@dataclass(frozen=True, slots=True)
class HalamanView:
    """The page that is rendered."""

    path: str
    judul: str
    deskripsi: str = ""
    bahasa: str = ""
    remah: tuple[Tautan, ...] = ()
    kanonik: str = ""
    gambar: str = ""
    """The address of the picture that messengers show beside a link."""
    gambar_alt: str = ""
    data: Markup = field(default_factory=Markup)
    """What the page is about, as JSON-LD."""
    qr: Markup | LazyMarkup = field(default_factory=Markup)
    """Its address as a QR code (SVG), for its print; only on pages of entries."""
    berat: str = ""
    """Stands for its weight in kilobytes, with its pictures as a phone takes them."""
    terindeks: bool = True


@dataclass(frozen=True, slots=True)
class Tenggat:
    """The duty to answer an aspirasi, in working days; ``dipakai`` counts those until it was."""

    batas: date
    hari_kerja: int
    lewat: bool
    dijawab: date | None
    dipakai: int | None


@dataclass(frozen=True, slots=True)
class EntriView:
    """One entry as pages show it; ``data`` holds the fields of its type."""

    jenis: str
    path: str
    judul: str
    bahasa: str
    hari: date | None
    diperbarui: date | None
    ringkasan: str
    isi: Markup
    foto: Foto | None
    galeri: tuple[Foto, ...]
    kategori: Tautan | None
    penulis: str
    draf: bool
    data: Tulisan
    foto_jawaban: Foto | None = None
    pengirim_siaran: str = ""
    tenggat: Tenggat | None = None
    """Of an aspirasi: when its answer is due."""
    terjemahan: Tautan | None = None
    """The same text in the language ``kode``."""
    sama: Tautan | None = None
    """Of an aspirasi: the other that asks the same."""
    tanggapan: tuple[Tautan, ...] = ()
    """Of a siaran: what this KIM wrote about it."""
    topik: tuple[Tautan, ...] = ()
    """Keywords; one that has no page of its own has no address."""


@dataclass(frozen=True, slots=True)
class FotoGaleri:
    """A photo of the gallery, and the text it belongs to."""

    foto: Foto
    entri: Tautan
    hari: date | None


@dataclass(frozen=True, slots=True)
class BagianPeta:
    """A part of the map of pages; ``jumlah`` may be more than the links that are named."""

    kepala: Tautan
    tautan: tuple[Tautan, ...]
    jumlah: int


@dataclass(frozen=True, slots=True)
class DaftarView:
    """One page of a list, with the way to its other pages."""

    entri: tuple[object, ...]
    nomor: int
    jumlah_halaman: int
    jumlah: int
    sebelumnya: str = ""
    berikutnya: str = ""
    lompat: tuple[Tautan, ...] = ()
    """Further pages, by number: the first, the last, and some ten away."""


@dataclass(frozen=True, slots=True)
class BagianIndeks:
    """A part of what a search finds that is fetched later: scripts and their weight in KB.

    One without a name holds all there is.
    """

    nama: str
    alamat: tuple[str, ...]
    ukuran: int


@dataclass(frozen=True, slots=True)
class KartuKim:
    """One KIM as lists of the kabupaten and the province show it."""

    nama: str
    path: str
    kabupaten: str
    wilayah: str
    level: str
    slogan: str
    jumlah: Mapping[str, int]
    terakhir: date | None
    kegiatan: str
    """``aktif``, ``jarang`` or ``diam``, by the days since the last entry."""


@dataclass(frozen=True, slots=True)
class KartuEntri:
    """One entry of some KIM as lists of the kabupaten and the province show it."""

    jenis: str
    judul: str
    path: str
    kim: str
    kim_path: str
    kabupaten: str
    hari: date | None
    ringkasan: str
    foto: Foto | None = None
    kelompok: str = ""
    """The kategori of a berita, the jenis of a potensi, the status of an aspirasi."""
    kode: str = ""
    """The word of a closed list that ``kelompok`` is the label of."""
    harga: Harga | None = None
    satuan: str = ""


@dataclass(frozen=True, slots=True)
class BarisAspirasi:
    """One aspirasi in the ledger of a kabupaten or the province; the days count working days."""

    nomor: str
    judul: str
    path: str
    kim: str
    kim_path: str
    kabupaten: str
    diterima: date
    kategori: str
    status: str
    kepada: str
    tenggat: date
    dijawab: date | None
    hari_kerja: int | None
    lewat: bool


@dataclass(frozen=True, slots=True)
class KelompokAspirasi:
    """Aspirations that share something, in numbers."""

    nama: str
    diterima: int
    dijawab: int
    lewat: int
    median_hari_kerja: int | None


@dataclass(frozen=True, slots=True)
class BarisAgenda:
    """One event of some KIM; ``url`` is its absolute address."""

    judul: str
    path: str
    mulai: Moment
    tempat: str
    kim: str
    url: str


@dataclass(frozen=True, slots=True)
class Batang:
    """One bar of a chart; its length is in percent of the longest."""

    nama: str
    nilai: int
    panjang: int


@dataclass(frozen=True, slots=True)
class KumpulanData:
    """A set of open data: where it is, what it holds, its fields with what each means."""

    path: str
    judul: str
    keterangan: str
    kolom: tuple[Tautan, ...]
    skema: str
    baris: int


@dataclass(frozen=True, slots=True)
class BarisLabel:
    """One line of a label on a map, at its baseline."""

    teks: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class TitikPeta:
    """A circle on a map with its label; ``jangkar`` is SVG's ``text-anchor``."""

    lebar_peta: int
    tinggi_peta: int
    x: int
    y: int
    jari: int
    jangkar: str
    label: tuple[BarisLabel, ...]
    garis: str = ""
    """Its outline as the path of an SVG, where one is known."""


@dataclass(frozen=True, slots=True)
class BarisKabupaten:
    """One kabupaten in the province's list; ``path`` is empty where it has no page."""

    nama: str
    kode: str
    path: str
    jumlah_kim: int
    jumlah_kecamatan: int
    kecamatan_ber_kim: int
    jumlah_entri: int
    titik: TitikPeta | None = None


@dataclass(frozen=True, slots=True)
class HitungAspirasi:
    """Aspirations in numbers. ``median_hari`` is from receipt to the final step, in days."""

    diterima: int
    selesai: int
    ditolak: int
    berjalan: int
    per_status: tuple[Tautan, ...]
    median_hari: int | None = None
