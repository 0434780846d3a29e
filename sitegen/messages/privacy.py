"""Findings about what identifies a person."""

from sitegen.i18n import N_
from sitegen.messages.message import galat, peringatan, saran

MESSAGES = {
    "nik": galat(
        N_("Ini tampak seperti NIK atau nomor KK; tulisan ini tidak diterbitkan."),
        N_(
            "Hapus nomor itu. NIK dan KK dilindungi UU 27/2022 dan UU Adminduk. Bila bukan, "
            "sebutkan teksnya dan alasannya di izinkan_privasi."
        ),
    ),
    "nik-nama-berkas": galat(
        N_("Nama berkas ini memuat nomor yang tampak seperti NIK atau nomor KK."),
        N_("Ganti nama berkas tanpa nomor itu."),
    ),
    "foto-identitas": galat(
        N_('"{nama}" tampak seperti foto KTP, KK, atau surat pribadi lain; tidak diterbitkan.'),
        N_(
            "Hapus dari folder ini. Data di dalamnya dilindungi UU 27/2022 dan UU Adminduk. Bila "
            "isinya bukan surat pribadi, ganti nama berkasnya."
        ),
    ),
    "foto-identitas-mungkin": peringatan(
        N_('Nama foto "{nama}" menyebut KTP, KK, atau surat pribadi lain.'),
        N_("Pastikan tidak ada kartu atau surat siapa pun yang terbaca di dalamnya."),
    ),
    "rekening": galat(
        N_("Ini tampak seperti nomor rekening bank; tulisan ini tidak diterbitkan."),
        N_(
            "Hapus nomor itu, dan minta pembaca menghubungi kontak yang tertulis. Bila memang "
            "harus diumumkan, sebutkan teksnya dan alasannya di izinkan_privasi."
        ),
    ),
    "tanggal-lahir": galat(
        N_("Tanggal lahir seseorang tertulis di sini; tulisan ini tidak diterbitkan."),
        N_(
            "Hapus tanggalnya; tulis umurnya saja bila perlu. Bila bukan data pribadi, sebutkan "
            "teksnya dan alasannya di izinkan_privasi."
        ),
    ),
    "ponsel-pribadi": peringatan(
        N_("Nomor ponsel ini tidak ada di kontak yang diumumkan."),
        N_("Bila pemiliknya setuju, tulis juga di kolom kontak; bila tidak, hapus."),
    ),
    "surel-pribadi": peringatan(
        N_("Alamat surel ini tidak ada di kontak yang diumumkan."),
        N_("Bila pemiliknya setuju, tulis juga di kolom kontak; bila tidak, hapus."),
    ),
    "daftar-penerima": peringatan(
        N_("Daftar ini tampak memuat nama penerima bantuan."),
        N_("Tulis jumlah penerima tiap RT saja; daftar nama cukup di kantor desa."),
    ),
    "nama-anak": peringatan(
        N_("Nama lengkap seorang anak tertulis di dekat keterangan kesehatannya."),
        N_("Tulis tanpa nama, misalnya: seorang balita di RT 003."),
    ),
    "aspirasi-kontak": galat(
        N_("Nomor ponsel atau surel pribadi tidak boleh ada di dalam aspirasi."),
        N_("Hapus. Simpan kontak pengirim di buku KIM, bukan di sini."),
    ),
    "aspirasi-pengirim": galat(
        N_("Nama pengirim tertulis di sini, padahal persetujuannya tidak dicatat."),
        N_("Hapus namanya. Bila ia setuju, tulis persetujuan: ya di bawah kolom pengirim."),
    ),
    "nama-berkas-pribadi": galat(
        N_("Nama berkas ini memuat data pribadi, padahal menjadi alamat halaman."),
        N_("Ganti nama berkas tanpa data itu."),
    ),
    "nama-berkas-kontak": peringatan(
        N_("Nama berkas ini memuat nomor ponsel atau surel, padahal menjadi alamat halaman."),
        N_("Ganti nama berkas tanpa nomor atau surel itu."),
    ),
    "izin-tak-terpakai": saran(
        N_("Teks di izinkan_privasi ini tidak cocok dengan temuan apa pun di berkas ini."),
        N_("Hapus butir ini, atau samakan teksnya huruf demi huruf dengan yang ditandai."),
    ),
}
