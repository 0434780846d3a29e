"""The registers: what Diskominfo keeps about a province, its kabupaten and its KIM.

The fields of a KIM are those that a registration asks for: Permenkominfo 4/2024 has the
kabupaten register KIM, and a KIM shows its legality by the decree (SK) that formed it.
"""

import re
from typing import Annotated

from pydantic import model_validator

from sitegen.content.choices import ALAMAT_KIM, JENIS_TERBIT, KRITERIA, LEVEL_KIM
from sitegen.content.kinds import (
    Bahasa,
    BerkasFoto,
    Bilangan,
    DaftarBaris,
    DaftarTeks,
    Kind,
    Kode,
    Paragraf,
    Surel,
    Tanggal,
    Tautan,
    Teks,
    Telepon,
    Titik,
    Warna,
    YaTidak,
    Zona,
    daftar,
    isian,
    pilihan,
    refuse,
)
from sitegen.content.types import Isian, IzinPrivasi
from sitegen.i18n import N_


class WarnaSitus(Isian):
    """The colours of a site."""

    utama: Warna | None = isian(N_("Warna utama"), "#1f6f4a")
    aksen: Warna | None = isian(N_("Warna aksen"), "#b5651d")


class KontakLembaga(Isian):
    """How an office or a KIM is reached. What stands here is published."""

    nama: Teks | None = isian(N_("Nama lembaga"), "Diskominfosantik Kalimantan Tengah")
    alamat: Teks | None = isian(N_("Alamat kantor atau sekretariat"), "Jalan Contoh 1")
    whatsapp: Telepon | None = isian(N_("Nomor WhatsApp lembaga"), "0840-0000-1234")
    telepon: Telepon | None = isian(N_("Telepon kantor"), "(0536) 000-1234")
    surel: Surel | None = isian(N_("Surel lembaga"), "kim@contoh.go.id")
    jam_layanan: Teks | None = isian(N_("Jam layanan"), "Senin-Jumat 08.00-15.00 WIB")


class MediaSosial(Isian):
    """Addresses on social media."""

    facebook: Tautan | None = isian(N_("Halaman Facebook"), "https://facebook.com/kim.handep")
    instagram: Tautan | None = isian(N_("Akun Instagram"))
    youtube: Tautan | None = isian(N_("Saluran YouTube"))
    tiktok: Tautan | None = isian(N_("Akun TikTok"))
    x: Tautan | None = isian(N_("Akun X"))


class SuratKeputusan(Isian):
    """The decree that formed a KIM."""

    nomor: Teks = isian(N_("Nomor SK"), "17 Tahun 2023", wajib=True)
    tanggal: Tanggal | None = isian(N_("Tanggal SK"), "12 Desember 2023")
    penerbit: Teks = isian(N_("Pejabat penerbit"), "Kepala Desa Handep", bawaan="")
    mulai: Tanggal | None = isian(N_("Awal masa bakti"), "1 Januari 2024")
    akhir: Tanggal | None = isian(N_("Akhir masa bakti"), "31 Desember 2028")

    @model_validator(mode="after")
    def _in_order(self) -> "SuratKeputusan":
        if self.mulai and self.akhir and self.akhir < self.mulai:
            refuse("selesai-sebelum-mulai", kolom="akhir")
        return self


class Bidang(Isian):
    """A section of the board."""

    nama: Teks = isian(N_("Nama bidang"), "Penyebaran informasi", wajib=True)
    ketua: Teks | None = isian(N_("Ketua bidang"))


class Pengurus(Isian):
    """The board; at least a chair, a secretary and a treasurer."""

    ketua: Teks | None = isian(N_("Ketua"), "Ketua KIM Handep")
    sekretaris: Teks | None = isian(N_("Sekretaris"))
    bendahara: Teks | None = isian(N_("Bendahara"))
    pembina: Teks | None = isian(N_("Pembina"), "Kepala Desa Handep")
    bidang: tuple[Bidang, ...] = daftar(N_("Bidang atau seksi"))


class Kim(Isian):
    """One KIM as registered."""

    nama: Teks = isian(N_("Nama KIM"), "KIM Handep Hapakat", wajib=True)
    nomor_induk: Teks | None = isian(N_("Nomor induk dari kementerian"), "KIM-62-0001")
    level: Annotated[str, pilihan(LEVEL_KIM), Kind(N_("pilihan"), tuple(LEVEL_KIM))] = isian(
        N_("Wilayah kerja"), "desa", wajib=True
    )
    kode: Kode = isian(N_("Kode desa, kelurahan, atau kecamatan"), "62.03.04.2031", wajib=True)
    desa: Teks | None = isian(N_("Nama desa atau kelurahan"), "Handep")
    kecamatan: Teks = isian(N_("Nama kecamatan"), "Kapuas Kuala", wajib=True)
    dusun: Teks | None = isian(N_("Nama dusun, bila KIM di bawah desa"))
    slogan: Teks | None = isian(N_("Semboyan"))
    slogan_bahasa: Bahasa | None = isian(N_("Kode bahasa semboyan"), "nij")
    tentang: Paragraf | None = isian(N_("Siapa KIM ini, dua-tiga kalimat"))
    visi: Paragraf | None = isian(N_("Visi"))
    misi: DaftarBaris = daftar(N_("Misi, satu per baris"))
    sk: SuratKeputusan | None = isian(N_("Surat keputusan pembentukan"))
    surat_persetujuan: Teks | None = isian(N_("Surat izin atau persetujuan desa/kelurahan"))
    pengurus: Pengurus | None = isian(N_("Susunan pengurus"))
    jumlah_anggota: Bilangan | None = isian(N_("Jumlah anggota"), "12")
    anggota: DaftarBaris = daftar(N_("Daftar anggota yang setuju namanya tampil"))
    bidang_fokus: DaftarTeks = daftar(N_("Bidang yang ditekuni"), "pertanian, UMKM")
    kelas: Teks | None = isian(N_("Kelas menurut kabupaten"), "aktif")
    kontak: KontakLembaga | None = isian(N_("Kontak yang diumumkan"))
    formulir_aspirasi: Tautan | None = isian(
        N_("Alamat formulir aspirasi, bila ada"), "https://contoh.id/formulir"
    )
    media_sosial: MediaSosial | None = isian(N_("Media sosial"))
    koordinat: Titik | None = isian(N_("Letak, lintang dan bujur"), "-1.7630, 114.3030")
    situs: Tautan | None = isian(N_("Alamat sendiri, bila ada"), "https://kimhandep.id")
    bahasa: Bahasa | None = isian(N_("Bahasa antarmuka, bila lain dari provinsi"), "id")
    tema: Teks | None = isian(N_("Nama tema"), "dasar")
    warna: WarnaSitus | None = isian(N_("Warna situs"))
    logo: BerkasFoto | None = isian(N_("Berkas logo di folder ini"), "logo.png")
    foto: BerkasFoto | None = isian(N_("Foto sampul beranda"), "sampul.jpg")
    alt_foto: Teks | None = isian(N_("Gambaran foto sampul"))
    izinkan_privasi: tuple[IzinPrivasi, ...] = daftar(
        N_("Teks yang salah ditandai sebagai data pribadi, dengan alasannya")
    )


class Kecamatan(Isian):
    """A kecamatan by code and name, so that coverage can be told."""

    kode: Kode = isian(N_("Kode kecamatan"), "62.03.04", wajib=True)
    nama: Teks = isian(N_("Nama kecamatan"), "Kapuas Kuala", wajib=True)


class Kabupaten(Isian):
    """One kabupaten or kota."""

    nama: Teks = isian(N_("Nama"), "Kabupaten Kapuas", wajib=True)
    kode: Kode = isian(N_("Kode"), "62.03", wajib=True)
    ibu_kota: Teks | None = isian(N_("Ibu kota"), "Kuala Kapuas")
    pusat: Titik | None = isian(N_("Titik tengah"), "-1.763, 114.303")
    jumlah_kecamatan: Bilangan | None = isian(N_("Jumlah kecamatan"), "17")
    kecamatan: tuple[Kecamatan, ...] = daftar(N_("Daftar kecamatan"))
    tentang: Paragraf | None = isian(N_("Pengantar halaman kabupaten"))
    pilihan: DaftarTeks = daftar(
        N_("Berita yang ditampilkan paling atas"), "kapuas/kim-handep/berita/panen-raya"
    )
    kontak: KontakLembaga | None = isian(N_("Diskominfo kabupaten"))
    izinkan_privasi: tuple[IzinPrivasi, ...] = daftar(
        N_("Teks yang salah ditandai sebagai data pribadi, dengan alasannya")
    )


class KabupatenProvinsi(Isian):
    """A kabupaten as the province lists it."""

    kode: Kode = isian(N_("Kode"), "62.03", wajib=True)
    nama: Teks = isian(N_("Nama"), "Kabupaten Kapuas", wajib=True)
    pusat: Titik | None = isian(N_("Titik tengah"), "-1.763, 114.303")
    jumlah_kecamatan: Bilangan | None = isian(N_("Jumlah kecamatan"), "17")


class Kriteria(Isian):
    """One line of the score sheet by which Diskominfo judges its KIM."""

    nama: Annotated[str, pilihan(KRITERIA), Kind(N_("pilihan"), tuple(KRITERIA))] = isian(
        N_("Kriteria"), "kegiatan", wajib=True
    )
    bobot: Bilangan = isian(N_("Bobot"), "30", wajib=True)


class TempatKhusus(Isian):
    """Where one KIM is published instead of where all are."""

    kim: Teks = isian(N_("Folder KIM"), "kapuas/kim-handep", wajib=True)
    tempat: Teks = isian(N_("Tempatnya sendiri"), "git@contoh.id:kim/handep.git", wajib=True)
    cabang: Teks | None = isian(N_("Cabang git"))


class Penerbitan(Isian):
    """A target to publish to. It holds no secret: those come from the environment, ssh or git."""

    nama: Teks = isian(N_("Nama sasaran, dipakai di baris perintah"), "peladen", wajib=True)
    jenis: Annotated[str, pilihan(JENIS_TERBIT), Kind(N_("pilihan"), tuple(JENIS_TERBIT))] = isian(
        N_("Cara terbit"), "folder", wajib=True
    )
    tempat: Teks = isian(N_("Folder, alamat, atau repositori tujuan"), "/srv/kim", wajib=True)
    cabang: Teks | None = isian(N_("Cabang git; bawaannya gh-pages"), "gh-pages")
    titik_akhir: Tautan | None = isian(
        N_("Alamat layanan penyimpanan objek (s3)"), "https://s3.contoh.id"
    )
    wilayah: Teks | None = isian(N_("Wilayah penyimpanan objek (s3)"), "ap-southeast-3")
    simpan: Bilangan = isian(N_("Jumlah rilis yang disimpan"), "5", bawaan=5)
    tanda_tangan: YaTidak = isian(
        N_("ya = daftar berkas tiap situs ditandatangani; kuncinya di SITEGEN_KUNCI_TANDA"),
        "ya",
        bawaan=False,
    )
    khusus: tuple[TempatKhusus, ...] = daftar(N_("KIM yang terbit di tempat lain"))

    @model_validator(mode="after")
    def _placed(self) -> "Penerbitan":
        for place in (self.tempat, *(other.tempat for other in self.khusus)):
            # A web address needs no user's name there either: it is where tokens are put.
            if re.match(r"https?://[^/@]*@|[a-z0-9+]+://[^/@]*:[^/@]*@", place):
                refuse("terbit-rahasia", kolom="tempat")
        if self.jenis == "rsync" and not re.match(r"[^/:\s-][^/:\s]*:\S", self.tempat):
            refuse("terbit-tempat-rsync", kolom="tempat", nilai=self.tempat)
        if self.jenis == "s3" and not re.match(r"s3://[a-z0-9][a-z0-9.-]+(/|$)", self.tempat):
            refuse("terbit-tempat-s3", kolom="tempat", nilai=self.tempat)
        return self


class Provinsi(Isian):
    """The province, its Diskominfo and what all its sites share."""

    nama: Teks = isian(N_("Nama provinsi"), "Kalimantan Tengah", wajib=True)
    kode: Kode = isian(N_("Kode provinsi"), "62", wajib=True)
    url: Tautan = isian(N_("Alamat tempat terbit"), "https://kim.contoh.go.id", wajib=True)
    alamat_kim: Annotated[str, pilihan(ALAMAT_KIM), Kind(N_("pilihan"), tuple(ALAMAT_KIM))] = isian(
        N_("Letak situs KIM: di bawah alamat provinsi, atau subdomain masing-masing"),
        "subfolder",
        bawaan="subfolder",
    )
    ibu_kota: Teks | None = isian(N_("Ibu kota"), "Palangka Raya")
    zona_waktu: Zona = isian(N_("Zona waktu"), "WIB", bawaan="WIB")
    bahasa: Bahasa = isian(N_("Bahasa antarmuka"), "id", bawaan="id")
    tema: Teks = isian(N_("Tema bawaan"), "dasar", bawaan="dasar")
    warna: WarnaSitus | None = isian(N_("Warna situs provinsi"))
    slogan: Teks | None = isian(N_("Semboyan"))
    tentang: Paragraf | None = isian(N_("Pengantar halaman provinsi"))
    kontak: KontakLembaga | None = isian(N_("Diskominfo provinsi"))
    media_sosial: MediaSosial | None = isian(N_("Media sosial"))
    pilihan: DaftarTeks = daftar(
        N_("Berita yang ditampilkan paling atas"), "kapuas/kim-handep/berita/panen-raya"
    )
    penilaian: tuple[Kriteria, ...] = daftar(N_("Lembar penilaian KIM: kriteria dan bobotnya"))
    luring: YaTidak = isian(
        N_("ya = halaman yang pernah dibuka tetap terbaca tanpa sinyal"), "ya", bawaan=False
    )
    kartu_bagikan: YaTidak = isian(
        N_("tidak = tanpa gambar kartu untuk tulisan tanpa foto"), "tidak", bawaan=True
    )
    kabupaten: tuple[KabupatenProvinsi, ...] = daftar(N_("Semua kabupaten dan kota"))
    penerbitan: tuple[Penerbitan, ...] = daftar(N_("Ke mana situs diterbitkan"))
    izinkan_privasi: tuple[IzinPrivasi, ...] = daftar(
        N_("Teks yang salah ditandai sebagai data pribadi, dengan alasannya")
    )
