"""Findings about what becomes of a text on its page: photos, links, weight."""

from sitegen.i18n import N_
from sitegen.messages.message import galat, peringatan, saran

MESSAGES = {
    "batas-besar": peringatan(
        N_("Berkas batas wilayah {ukuran} MB; paling besar {batas} MB, jadi peta tanpa batas."),
        N_("Sederhanakan garisnya lebih dahulu, misalnya dengan Simplify di QGIS."),
    ),
    "batas-rusak": peringatan(
        N_("Berkas batas wilayah tidak dapat dibaca sebagai GeoJSON, jadi peta tanpa batas."),
        N_("Ekspor lagi dari aplikasi petanya sebagai GeoJSON (UTF-8)."),
    ),
    "batas-lain": peringatan(
        N_("Berkas batas wilayah bukan FeatureCollection, jadi peta tanpa batas."),
        N_("Ekspor satu lapisan berisi semua kabupaten dan kota sebagai GeoJSON."),
    ),
    "batas-bentuk": peringatan(
        N_("{bagian} di berkas batas wilayah bukan bidang ({jenis}), jadi tidak digambar."),
        N_("Pakai lapisan batas wilayah berbentuk Polygon atau MultiPolygon."),
    ),
    "batas-tertukar": peringatan(
        N_("Lintang dan bujur {bagian} tertukar: {titik}. Batasnya tidak digambar."),
        N_("Dalam GeoJSON bujur ditulis lebih dahulu, misalnya [113.92, -2.21]."),
    ),
    "batas-jauh": peringatan(
        N_("Titik {titik} pada batas {bagian} tidak di Indonesia. Batasnya tidak digambar."),
        N_("Ekspor dengan sistem koordinat WGS 84 (EPSG:4326), dalam derajat."),
    ),
    "batas-asing": peringatan(
        N_("{bagian} di berkas batas wilayah tidak ada di provinsi.yml, jadi tidak digambar."),
        N_("Isi salah satu kolomnya dengan kode seperti 62.03, atau samakan namanya."),
    ),
    "batas-kurang": saran(
        N_("Berkas batas wilayah belum memuat {daftar}."),
        N_("Tambahkan, atau isi kolom pusat di provinsi.yml agar tampil sebagai lingkaran."),
    ),
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
