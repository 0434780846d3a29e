"""Findings about what becomes of a text on its page: photos, links, weight."""

from sitegen.i18n import N_
from sitegen.messages.message import galat, peringatan, saran

MESSAGES = {
    "foto-hilang": peringatan(
        N_('Foto "{nama}" tidak ada di folder ini, jadi tulisan terbit tanpa foto itu.'),
        N_("Salin fotonya ke folder yang sama, atau perbaiki namanya."),
    ),
    "foto-rusak": peringatan(
        N_('Foto "{nama}" tidak dapat dibaca, jadi tidak ditampilkan.'),
        N_("Kirim ulang fotonya dari ponsel, lalu ganti berkas ini."),
    ),
    "foto-terlalu-besar": peringatan(
        N_('Foto "{nama}" berukuran {lebar}×{tinggi}, melebihi batas {batas} megapiksel.'),
        N_("Perkecil fotonya lebih dahulu, atau ambil ulang dengan ukuran biasa."),
    ),
    "foto-luar": peringatan(
        N_("Foto dari situs lain ({alamat}) tidak ditampilkan."),
        N_("Simpan fotonya di folder ini, dengan izin pemiliknya, lalu tulis nama berkasnya."),
    ),
    "foto-alt": saran(
        N_('Foto "{nama}" belum punya gambaran bagi yang tidak melihat.'),
        N_("Isi alt_foto, atau tulis di dalam kurung siku: ![gambaran](foto.jpg)."),
    ),
    "tautan-kim-lain": peringatan(
        N_('Tautan "{alamat}" menuju situs lain, yang bisa saja pindah alamat.'),
        N_("Tulis alamat lengkapnya: {lengkap}"),
    ),
    "nomor-asing": peringatan(
        N_("Tidak ada aspirasi bernomor {nomor} di KIM ini."),
        N_("Tulis nomornya persis seperti di kolom nomor aspirasi itu."),
    ),
    "siaran-asing": peringatan(
        N_('Tidak ada siaran "{nama}" yang ditujukan ke KIM ini.'),
        N_("Tulis nama berkas siarannya, misalnya 2026-11-20-waspada-karhutla."),
    ),
    "masih-draf": saran(
        N_("Tulisan ini masih draf, jadi belum tampil di situs."),
        N_("Bila sudah siap, ubah draf: ya menjadi draf: tidak."),
    ),
    "terjadwal": saran(
        N_("Tulisan ini baru tampil pada {hari}."),
        N_("Bila tanggal itu keliru, perbaiki kolom tanggal atau terbit."),
    ),
    "masih-contoh": peringatan(
        N_('Kolom {kolom} masih berisi contoh "{isi}".'), N_("Ganti dengan isi yang benar.")
    ),
    "tautan-tunda": peringatan(
        N_('Tulisan yang dituju "{alamat}" ada, tetapi belum dapat terbit.'),
        N_("Perbaiki galat di tulisan itu, atau terbitkan drafnya; tautan ini lalu hidup sendiri."),
    ),
    "halaman-berat": peringatan(
        N_("Halaman {halaman} {berat} KB; paling berat {batas} KB agar cepat terbuka di ponsel."),
        N_("Teks {teks} KB, gaya {gaya} KB, foto {foto} KB. Kecilkan yang terbesar."),
    ),
    "tautan-putus": peringatan(
        N_('Tautan "{alamat}" tidak menuju halaman mana pun di situs ini.'),
        N_("Periksa namanya; tautan ke tulisan lain ditulis seperti ../berita/nama-berkas.md."),
    ),
    "html-dibuang": peringatan(
        N_("Kode {tanda} tidak diizinkan, jadi dibuang dari halaman."),
        N_("Tulis dengan Markdown saja. Video: tempel alamatnya sebagai tautan."),
    ),
    "tidak-terolah": galat(
        N_("Isi tulisan ini tidak dapat diolah ({sebab})."),
        N_("Periksa daftar, kutipan, atau kurung yang bersarang sangat dalam, lalu sederhanakan."),
    ),
}
