"""The types of entry, each declared once.

From a declaration come validation, the file that ``sitegen new`` writes, and the reference in
the guide. The name of a type is the folder its entries lie in.
"""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from sitegen.content.choices import (
    ADINDA,
    JENIS_ASPIRASI,
    JENIS_POTENSI,
    KELAS_INFORMASI,
    PUTUSAN,
    STATUS_ASPIRASI,
)
from sitegen.content.dates import Moment
from sitegen.content.kinds import (
    Bahasa,
    BerkasFoto,
    DaftarJalur,
    DaftarTeks,
    Harga,
    HargaRupiah,
    Kind,
    Koordinat,
    Paragraf,
    Surel,
    Tanggal,
    Tautan,
    Teks,
    Telepon,
    Titik,
    Waktu,
    YaTidak,
    daftar,
    isian,
    pilihan,
    refuse,
)
from sitegen.content.workdays import SIFAT_ASPIRASI
from sitegen.i18n import N_


class Isian(BaseModel):
    """A group of fields. Unknown keys are findings, never silently dropped."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Kontak(Isian):
    """Someone to reach: a group, an office or a person who agreed to be named."""

    nama: Teks | None = isian(N_("Nama kelompok atau jabatan"), "Kelompok Anyaman Handep")
    whatsapp: Telepon | None = isian(N_("Nomor WhatsApp"), "0840-0000-1234")
    telepon: Telepon | None = isian(N_("Nomor telepon"), "(0536) 000-1234")
    surel: Surel | None = isian(N_("Alamat surel"), "kim@contoh.id")


class Tempat(Isian):
    """A place by name and, where known, by position."""

    nama: Teks | None = isian(N_("Nama tempat"), "Balai Desa")
    dusun: Teks | None = isian(N_("Dusun atau lingkungan"), "Dusun Hilir")
    rt: Teks | None = isian(N_("RT/RW, tiga angka"), "RT 004/RW 002")
    koordinat: Titik | None = isian(N_("Lintang, bujur; salin dari aplikasi peta"))


class Gambar(Isian):
    """One photo of a gallery."""

    foto: BerkasFoto = isian(N_("Nama berkas foto di folder ini"), "panen-2.jpg", wajib=True)
    keterangan: Teks | None = isian(N_("Siapa, di mana, kapan"), "Warga memotong padi")
    alt: Teks | None = isian(N_("Gambaran foto bagi yang tidak melihat"), "Tiga orang di ladang")


class IzinPrivasi(Isian):
    """A false alarm of the privacy guard that someone looked at."""

    teks: Teks = isian(
        N_("Teks yang ditandai, persis huruf demi huruf"), "kode alat 1234567890123456", wajib=True
    )
    alasan: Teks = isian(
        N_("Mengapa ini bukan data pribadi"), "Nomor seri alat ukur, bukan NIK", wajib=True
    )


class Tulisan(Isian):
    """What every type of entry holds."""

    folder: ClassVar[str]
    nama_jenis: ClassVar[str]
    petunjuk: ClassVar[tuple[str, ...]] = ()
    """Hints that ``sitegen new`` writes where the text will stand."""
    tanggal_wajib: ClassVar[bool] = True
    adinda_biasa: ClassVar[str] = ""
    """The activity of the KIM's work cycle that a text of this type shows unless it says so."""

    judul: Teks = isian(N_("Judul, singkat dan jelas"), "Panen raya padi ladang", wajib=True)
    ringkasan: Teks | None = isian(N_("Satu-dua kalimat untuk daftar dan WhatsApp"))
    kategori: Teks | None = isian(N_("Satu kategori"), "Pertanian")
    topik: DaftarTeks = daftar(N_("Kata kunci"), "padi, ladang")
    foto: BerkasFoto | None = isian(N_("Foto utama, di folder yang sama"), "panen-1.jpg")
    keterangan_foto: Teks | None = isian(N_("Siapa, di mana, kapan, siapa pemotret"))
    alt_foto: Teks | None = isian(N_("Gambaran foto bagi yang tidak melihat"))
    galeri: tuple[Gambar, ...] = daftar(N_("Foto-foto lain"))
    penulis: Teks | None = isian(N_("Nama penulis atau jabatan"), "Tim KIM")
    bahasa: Bahasa | None = isian(N_("Kode bahasa bila bukan Indonesia, misalnya nij"), "nij")
    terjemahan: BerkasFoto | None = isian(
        N_("Berkas tulisan yang sama dalam bahasa lain, di folder yang sama"), "panen-nij.md"
    )
    adinda: Annotated[str | None, pilihan(ADINDA), Kind(N_("pilihan"), tuple(ADINDA))] = isian(
        N_("Kegiatan ADINDA, bila lain dari yang biasa untuk jenis ini"), "diskusi"
    )
    draf: YaTidak = isian(N_("ya = belum diterbitkan"), "tidak", bawaan=False)
    terbit: Tanggal | None = isian(N_("Tanggal mulai tampil"), "2026-12-01")
    alias: DaftarJalur = daftar(N_("Alamat lama yang dialihkan ke sini"), "berita/judul-lama")
    izinkan_privasi: tuple[IzinPrivasi, ...] = daftar(
        N_("Teks yang salah ditandai sebagai data pribadi, dengan alasannya")
    )

    @property
    def hari(self) -> date | None:
        """The day an entry is sorted by."""
        return getattr(self, "tanggal", None)


class Bertanggal(Tulisan):
    """An entry with a day of its own."""

    tanggal: Tanggal = isian(N_("Tanggal kejadian atau terbit"), "18 November 2026", wajib=True)
    diperbarui: Tanggal | None = isian(N_("Tanggal perubahan penting"), "20 November 2026")


class Berita(Bertanggal):
    """News of the village."""

    folder = "berita"
    nama_jenis = N_("Berita")
    adinda_biasa = "diseminasi"
    petunjuk = (
        N_("Apa yang terjadi? Tulis dalam satu kalimat pembuka."),
        N_("Siapa yang terlibat? Sebut jabatan atau kelompoknya."),
        N_("Kapan? Hari, tanggal, dan jam."),
        N_("Di mana? Dusun, RT, atau nama tempat."),
        N_("Mengapa ini penting bagi warga?"),
        N_("Bagaimana jalannya? Tambahkan satu kutipan langsung dan angka yang Anda periksa."),
    )

    tempat: Teks | None = isian(N_("Tempat kejadian"), "Balai Desa")
    penyunting: Teks | None = isian(N_("Nama penyunting"))
    sumber: Teks | None = isian(N_("Sumber bila bukan tulisan sendiri"), "Diskominfo Kapuas")
    naik: YaTidak = isian(
        N_("ya = usulkan tampil di halaman kabupaten dan provinsi"), "ya", bawaan=False
    )
    tanggapan_siaran: Teks | None = isian(
        N_("Nama berkas siaran yang ditanggapi"), "2026-11-20-waspada-karhutla"
    )
    kelas: Annotated[
        str | None, pilihan(KELAS_INFORMASI), Kind(N_("pilihan"), tuple(KELAS_INFORMASI))
    ] = isian(N_("Kelas informasi publik"), "berkala")


class Potensi(Tulisan):
    """What the village makes, grows or shows."""

    folder = "potensi"
    nama_jenis = N_("Potensi")
    adinda_biasa = "implementasi"
    tanggal_wajib = False
    petunjuk = (
        N_("Apa produknya, dan apa yang membuatnya berbeda?"),
        N_("Siapa pembuatnya, dari bahan apa, dan bagaimana caranya?"),
        N_("Di mana dan bagaimana membelinya atau mengunjunginya?"),
        N_("Apa kendala dan harapannya?"),
    )

    jenis: Annotated[str, pilihan(JENIS_POTENSI), Kind(N_("pilihan"), tuple(JENIS_POTENSI))] = (
        isian(N_("Jenis potensi"), "kerajinan", wajib=True)
    )
    pembuat: Teks | None = isian(N_("Pembuat atau pengelola"), "Kelompok Anyaman Handep")
    harga: HargaRupiah | None = isian(N_("Harga atau kisaran"), "Rp 50.000 - Rp 1.500.000")
    satuan: Teks | None = isian(N_("Harga untuk berapa banyak"), "per lembar")
    kontak: Kontak | None = isian(N_("Siapa yang dihubungi"))
    tempat: Tempat | None = isian(N_("Di mana"))
    tanggal: Tanggal | None = isian(N_("Tanggal data dicatat"), "18 November 2026")
    diperbarui: Tanggal | None = isian(N_("Tanggal perubahan penting"))


class Riwayat(Isian):
    """One step in the life of an aspiration."""

    tanggal: Tanggal = isian(N_("Tanggal status berlaku"), "20 November 2026", wajib=True)
    status: Annotated[
        str, pilihan(STATUS_ASPIRASI), Kind(N_("pilihan"), tuple(STATUS_ASPIRASI))
    ] = isian(N_("Status"), "diteruskan", wajib=True)
    kepada: Teks | None = isian(N_("Diteruskan kepada siapa"), "Dinas PUPR Kabupaten Kapuas")
    catatan: Teks | None = isian(N_("Catatan singkat"))

    @model_validator(mode="after")
    def _complete(self) -> "Riwayat":
        if self.status == "ditolak" and not self.catatan:
            refuse("alasan-wajib", kolom="catatan")
        if self.status == "diteruskan" and not self.kepada:
            refuse("tujuan-wajib", kolom="kepada")
        return self


class Jawaban(Isian):
    """What the addressee answered."""

    tanggal: Tanggal = isian(N_("Tanggal jawaban"), "1 Desember 2026", wajib=True)
    oleh: Teks = isian(N_("Siapa yang menjawab (lembaga)"), "Pemerintah Desa", wajib=True)
    isi: Paragraf = isian(N_("Isi jawaban"), "Jembatan diperbaiki Desember", wajib=True)
    foto: BerkasFoto | None = isian(N_("Foto bukti"), "jembatan-selesai.jpg")
    alt_foto: Teks | None = isian(N_("Gambaran foto bagi yang tidak melihat"))


class Pengirim(Isian):
    """The sender, who stays anonymous unless consent is stated."""

    nama: Teks = isian(N_("Nama pengirim"), "Ketua RT 004", wajib=True)
    persetujuan: YaTidak = isian(N_("ya = pengirim setuju namanya ditulis"), bawaan=False)


class Aspirasi(Tulisan):
    """What villagers ask, and what became of it."""

    folder = "aspirasi"
    nama_jenis = N_("Aspirasi")
    adinda_biasa = "aspirasi"
    petunjuk = (
        N_("Masalah: apa yang terjadi, dan sejak kapan?"),
        N_("Akibat: apa yang dialami warga?"),
        N_("Harapan: apa yang diminta, dan kepada siapa?"),
        N_("Jangan tulis NIK, nomor KK, atau nama pengirim tanpa persetujuan."),
    )

    nomor: Teks = isian(N_("Nomor aspirasi, urut per tahun"), "001/2026", wajib=True)
    tanggal: Tanggal = isian(N_("Tanggal diterima"), "18 November 2026", wajib=True)
    jenis: Annotated[str, pilihan(JENIS_ASPIRASI), Kind(N_("pilihan"), tuple(JENIS_ASPIRASI))] = (
        isian(N_("Jenis laporan"), "aspirasi", wajib=True)
    )
    tempat: Tempat = isian(N_("Dusun dan RT yang mengalami"), wajib=True)
    pengirim: Pengirim | None = isian(N_("Hanya bila pengirim setuju namanya ditulis"))
    sifat: Annotated[
        str | None, pilihan(SIFAT_ASPIRASI), Kind(N_("pilihan"), tuple(SIFAT_ASPIRASI))
    ] = isian(N_("Menentukan tenggat jawaban; kosong = menurut jenisnya"), "normatif")
    sama_dengan: Teks | None = isian(N_("Nomor aspirasi lain yang isinya sama"), "003/2026")
    riwayat: tuple[Riwayat, ...] = daftar(N_("Perjalanan status, yang lama di atas"))
    jawaban: Jawaban | None = isian(N_("Jawaban dari yang berwenang"))

    @property
    def status(self) -> str:
        """The status of the latest step."""
        return self.riwayat[-1].status if self.riwayat else "diterima"


class Agenda(Tulisan):
    """What will happen, where and when."""

    folder = "agenda"
    nama_jenis = N_("Agenda")
    adinda_biasa = "diskusi"
    petunjuk = (N_("Apa kegiatannya, untuk siapa, dan apa yang perlu dibawa?"),)

    mulai: Waktu = isian(N_("Tanggal dan jam mulai"), "28 November 2026 pukul 08.00", wajib=True)
    selesai: Waktu | None = isian(N_("Tanggal dan jam selesai"), "28 November 2026 pukul 11.00")
    tempat: Teks = isian(N_("Lokasi kegiatan"), "Balai Desa", wajib=True)
    koordinator: Teks | None = isian(N_("Penanggung jawab"), "Ketua PKK Desa")
    kontak: Kontak | None = isian(N_("Siapa yang dihubungi"))

    @model_validator(mode="after")
    def _in_order(self) -> "Agenda":
        if self.selesai and self.selesai < self.mulai:
            refuse("selesai-sebelum-mulai", kolom="selesai")
        return self

    @property
    def hari(self) -> date:
        """The day it starts."""
        return self.mulai.hari

    @property
    def hari_akhir(self) -> date:
        """The last day of it."""
        return (self.selesai or self.mulai).hari


class Pengumuman(Bertanggal):
    """A short notice for some people, until some day."""

    folder = "pengumuman"
    nama_jenis = N_("Pengumuman")
    adinda_biasa = "akses informasi"
    petunjuk = (N_("Untuk siapa, syaratnya apa, kapan dan di mana, hubungi siapa?"),)

    untuk: Teks | None = isian(N_("Untuk siapa"), "Warga RT 003")
    tempat: Teks | None = isian(N_("Di mana"), "Kantor Desa")
    berlaku_sampai: Tanggal | None = isian(N_("Tanggal terakhir berlaku"), "30 November 2026")
    kontak: Kontak | None = isian(N_("Siapa yang dihubungi"))


class Rujukan(Isian):
    """Where a statement was checked."""

    nama: Teks = isian(N_("Lembaga atau media yang dirujuk"), "Dinas Kesehatan", wajib=True)
    tautan: Tautan | None = isian(N_("Alamat halamannya"), "https://contoh.go.id/rilis")


def _references(value: object) -> object:
    """Let a source be written as one line: a name, or an address."""
    items = value if isinstance(value, list) else [value]
    return [
        {"nama": item, **({"tautan": item} if item.startswith("http") else {})}
        if isinstance(item, str)
        else item
        for item in items
        if item is not None
    ]


class Klarifikasi(Bertanggal):
    """A rumour, its verdict, and where it was checked."""

    folder = "klarifikasi"
    nama_jenis = N_("Klarifikasi")
    adinda_biasa = "akses informasi"
    petunjuk = (
        N_("Dari mana kabar itu beredar, dan apa isinya?"),
        N_("Apa faktanya, dan siapa yang menyatakannya?"),
        N_("Apa yang sebaiknya dilakukan warga?"),
    )

    klaim: Paragraf = isian(N_("Kabar yang beredar, apa adanya"), "Bantuan dipotong", wajib=True)
    putusan: Annotated[str, pilihan(PUTUSAN), Kind(N_("pilihan"), tuple(PUTUSAN))] = isian(
        N_("Hasil pemeriksaan"), "hoaks", wajib=True
    )
    sumber: Annotated[tuple[Rujukan, ...], BeforeValidator(_references)] = isian(
        N_("Sumber yang membenarkan atau membantah; wajib ada"), wajib=True
    )

    @model_validator(mode="after")
    def _has_source(self) -> "Klarifikasi":
        if not self.sumber:
            refuse("sumber-wajib", kolom="sumber")
        return self


class Halaman(Tulisan):
    """A page of its own, such as the village's history."""

    folder = "halaman"
    nama_jenis = N_("Halaman")
    tanggal_wajib = False
    petunjuk = (N_("Tulis isi halaman di sini."),)

    menu: YaTidak = isian(N_("ya = tampil di menu"), "ya", bawaan=False)
    judul_menu: Teks | None = isian(N_("Judul pendek untuk menu"), "Asal nama")
    tanggal: Tanggal | None = isian(N_("Tanggal ditulis"))
    diperbarui: Tanggal | None = isian(N_("Tanggal perubahan penting"), "20 November 2026")


class Siaran(Bertanggal):
    """A broadcast of the provinsi or a kabupaten to the KIM sites below it."""

    folder = "siaran"
    nama_jenis = N_("Siaran")
    adinda_biasa = "akses informasi"
    petunjuk = (
        N_("Apa yang perlu diketahui warga, mulai kapan?"),
        N_("Apa yang harus dilakukan, dan ke mana bertanya?"),
    )

    sasaran: DaftarTeks = daftar(
        N_("Kabupaten, kecamatan, KIM, atau kode wilayah; kosong = semua"), "Kapuas, 62.01.02"
    )
    berlaku_sampai: Tanggal | None = isian(N_("Hari terakhir tampil"), "31 Desember 2026")
    kelas: Annotated[str, pilihan(KELAS_INFORMASI), Kind(N_("pilihan"), tuple(KELAS_INFORMASI))] = (
        isian(N_("Kelas informasi publik"), "serta merta", bawaan="berkala")
    )
    sumber: Teks | None = isian(N_("Lembaga yang mengeluarkan"), "BPBPK Kalimantan Tengah")


TYPES: dict[str, type[Tulisan]] = {
    declared.folder: declared
    for declared in (
        Berita,
        Potensi,
        Aspirasi,
        Agenda,
        Pengumuman,
        Klarifikasi,
        Halaman,
        Siaran,
    )
}
"""Every type by its folder."""

__all__ = [
    "TYPES",
    "Harga",
    "Isian",
    "IzinPrivasi",
    "Kontak",
    "Koordinat",
    "Moment",
    "Tempat",
    "Tulisan",
]
