"""Findings about files and folders, before anything in them is read."""

from sitegen.i18n import N_
from sitegen.messages.message import galat, peringatan, saran

MESSAGES = {
    "terlalu-besar": galat(
        N_("Berkas ini {ukuran} KB; yang dapat dibaca paling besar {batas} KB."),
        N_("Bagi menjadi beberapa tulisan. Foto disimpan sebagai berkas tersendiri."),
    ),
    "berkas-kosong": galat(
        N_("Berkas ini kosong."), N_("Tulis isinya, atau hapus berkas ini bila tidak dipakai.")
    ),
    "bukan-utf8": galat(
        N_("Ada huruf yang tidak tersimpan sebagai UTF-8 di sini."),
        N_("Di Notepad: File > Save As > Encoding: UTF-8, lalu simpan lagi."),
    ),
    "utf16": peringatan(
        N_('Berkas ini tersimpan sebagai UTF-16 ("Unicode" di Notepad).'),
        N_("Simpan lagi sebagai UTF-8, atau jalankan sitegen check --fix."),
    ),
    "bom": saran(
        N_("Berkas ini diawali tanda BOM yang tidak perlu."),
        N_("sitegen check --fix menghapusnya."),
    ),
    "akhir-baris": saran(
        N_("Akhir baris berkas ini gaya Windows (CRLF)."),
        N_("Tidak mengganggu; sitegen check --fix menyeragamkannya."),
    ),
    "byte-nul": galat(
        N_("Ada karakter NUL di sini; berkas ini mungkin rusak atau bukan teks."),
        N_("Buka dengan Notepad, hapus tanda aneh di tempat ini, lalu simpan sebagai UTF-8."),
    ),
    "bukan-berkas": galat(
        N_("Ini bukan berkas biasa (misalnya pipa atau perangkat), jadi tidak dibaca."),
        N_("Hapus, lalu simpan tulisannya sebagai berkas biasa."),
    ),
    "tautan-keluar": galat(
        N_("Ini tautan (symlink) ke luar folder content, jadi tidak dibaca."),
        N_("Salin berkas aslinya ke sini sebagai ganti tautan."),
    ),
    "tidak-terbaca": galat(
        N_("Berkas ini tidak dapat dibuka: {sebab}."),
        N_("Periksa izin berkas dan media simpannya."),
    ),
    "nama-windows": peringatan(
        N_('Nama "{nama}" tidak dapat disimpan di Windows.'),
        N_("Ganti nama: pakai huruf, angka, dan tanda hubung saja."),
    ),
    "nama-bukan-utf8": galat(
        N_('Nama "{nama}" tidak tersimpan sebagai UTF-8, jadi berkas ini tidak dibaca.'),
        N_("Ganti nama: pakai huruf, angka, dan tanda hubung saja."),
    ),
    "alamat-kosong": galat(
        N_('Nama berkas "{nama}" tidak dapat dijadikan alamat halaman.'),
        N_("Beri nama dengan huruf dan angka, misalnya 2026-11-18-panen-raya.md."),
    ),
    "alamat-ganda": galat(
        N_("Alamat {alamat} sudah dipakai oleh {lain}."),
        N_("Ganti nama salah satu berkas; huruf besar dan kecil dianggap sama."),
    ),
    "alias-dipakai": peringatan(
        N_("Alamat lama {alamat} tidak dialihkan, karena sudah dipakai {lain}."),
        N_("Hapus baris alias itu, atau pilih alamat lain."),
    ),
    "akhiran": peringatan(
        N_("Berkas ini tidak dibaca karena namanya tidak berakhir dengan .md."),
        N_("Bila ini tulisan, ganti namanya menjadi {nama}."),
    ),
    "di-luar-folder": peringatan(
        N_("Tulisan ini tidak berada di dalam folder jenisnya, jadi tidak dibaca."),
        N_("Pindahkan ke folder jenisnya, misalnya {folder}/. Folder yang dikenal: {daftar}."),
    ),
    "terlalu-dalam": galat(
        N_("Tulisan ini berada di dalam folder tambahan, jadi tidak dibaca."),
        N_("Pindahkan langsung ke folder {folder}/."),
    ),
    "folder-asing": peringatan(
        N_('Folder "{nama}" tidak dikenal, jadi isinya tidak dibaca.'),
        N_("Folder yang dikenal: {daftar}."),
    ),
    "folder-tanpa-kim": galat(
        N_("Folder ini tidak memuat kim.yml, jadi situsnya tidak dibuat."),
        N_("Buat dengan: sitegen new kim {situs}"),
    ),
    "folder-tanpa-kabupaten": peringatan(
        N_("Folder ini tidak memuat kabupaten.yml; data dari provinsi.yml yang dipakai."),
        N_("Tambahkan kabupaten.yml berisi nama dan kode."),
    ),
    "nama-terpakai": galat(
        N_('Nama folder "{nama}" sudah dipakai sitegen untuk halaman bersama.'),
        N_("Ganti nama folder ini, misalnya kim-{nama}."),
    ),
}
