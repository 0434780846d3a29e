"""Findings about the fields above a text, and how they are written."""

from sitegen.i18n import N_
from sitegen.messages.message import galat, peringatan

MESSAGES = {
    "tanpa-pembuka": galat(
        N_("Baris pertama harus ---, lalu kolom seperti judul dan tanggal."),
        N_("Mulai berkas dengan ---, tulis kolomnya, tutup dengan ---, baru isi tulisan."),
    ),
    "pembuka-mirip": galat(
        N_("Baris pembuka ini mirip ---, tetapi bukan."),
        N_("Ketik tiga tanda hubung: --- . Papan ketik ponsel kadang menggantinya dengan —."),
    ),
    "tanpa-penutup": galat(
        N_("Bagian kolom di atas tidak ditutup dengan ---."),
        N_("Tulis --- pada baris tersendiri sesudah kolom terakhir, sebelum isi tulisan."),
    ),
    "yaml-rusak": galat(
        N_("Bagian ini tidak dapat dibaca sebagai kolom."),
        N_("Tulis satu kolom per baris: nama kolom, titik dua, spasi, lalu isinya."),
    ),
    "yaml-tab": galat(
        N_("Ada tab di sini; kolom hanya boleh menjorok dengan spasi."),
        N_("Ganti tab dengan dua spasi, atau jalankan sitegen check --fix."),
    ),
    "yaml-titik-dua": galat(
        N_("Titik dua di dalam isi kolom membuat baris ini tidak jelas."),
        N_('Apit isinya dengan tanda kutip, misalnya judul: "Panen raya: 12 ton padi".'),
    ),
    "yaml-tanpa-titik-dua": galat(
        N_("Baris ini tidak memuat titik dua sesudah nama kolom."),
        N_("Tulis seperti judul: Panen raya. Isi yang panjang menjorok dua spasi di bawahnya."),
    ),
    "yaml-spasi": galat(
        N_("Sesudah titik dua harus ada spasi."),
        N_("Tulis seperti judul: Panen raya, bukan judul:Panen raya."),
    ),
    "yaml-menjorok": galat(
        N_("Baris ini tidak sejajar dengan kolom lain di kelompoknya."),
        N_("Samakan jumlah spasi di depannya. Kolom biasa ditulis tanpa spasi di depan."),
    ),
    "yaml-sesudah": galat(
        N_("Ada tulisan sesudah tanda {tanda} yang menutup isi kolom."),
        N_("Apit seluruh isinya dengan tanda kutip lain, misalnya judul: '\"Huma\" dibuka lagi'."),
    ),
    "yaml-kurung": galat(
        N_("Tanda kurung yang dibuka di sini tidak ditutup dengan benar."),
        N_('Bila kurung itu bagian dari isi, apit isinya dengan tanda kutip: "[Foto] Panen raya".'),
    ),
    "yaml-garis-miring": galat(
        N_("Tanda \\ punya arti khusus di antara tanda kutip ganda."),
        N_("Hapus tanda itu, atau apit isinya dengan tanda kutip tunggal."),
    ),
    "yaml-pagar": peringatan(
        N_("Mulai tanda # di sini dianggap catatan, jadi tidak ikut terbit."),
        N_("Bila ini bagian dari isi, apit seluruh isi kolom dengan tanda kutip."),
    ),
    "yaml-pemisah": galat(
        N_("Baris --- memisahkan berkas ini menjadi dua bagian."),
        N_("Hapus baris itu; semua kolom ditulis dalam satu bagian."),
    ),
    "yaml-kutip": galat(
        N_("Tanda kutip yang dibuka di sini tidak ditutup."),
        N_("Tutup dengan tanda kutip yang sama pada akhir isi."),
    ),
    "yaml-tanda": galat(
        N_("Isi kolom tidak boleh diawali tanda {tanda}."),
        N_("Apit isinya dengan tanda kutip."),
    ),
    "yaml-karakter": galat(
        N_("Ada karakter yang tidak terlihat dan tidak boleh ada di bagian kolom."),
        N_("Hapus baris ini, lalu ketik ulang; jangan ditempel dari aplikasi lain."),
    ),
    "yaml-bukan-kolom": galat(
        N_("Di sini seharusnya ada kolom (nama: isi)."),
        N_("Tulis satu kolom per baris, misalnya judul: Panen raya."),
    ),
    "yaml-kunci": galat(
        N_("Nama kolom harus berupa kata biasa."), N_("Tulis seperti judul: Panen raya.")
    ),
    "yaml-alias": galat(
        N_("Tanda & dan * di awal isi tidak dipakai di sini."),
        N_("Tulis isinya lengkap, atau apit dengan tanda kutip."),
    ),
    "yaml-terlalu-dalam": galat(
        N_("Kolom bersarang lebih dari {batas} tingkat."),
        N_("Periksa kurung yang tidak ditutup, dan tulis kolom lebih sederhana."),
    ),
    "yaml-terlalu-besar": galat(
        N_("Bagian kolom terlalu besar."), N_("Pindahkan isi yang panjang ke bawah baris ---.")
    ),
    "kolom-ganda": galat(
        N_('Kolom "{kolom}" tertulis dua kali; yang pertama di baris {baris}.'),
        N_("Hapus salah satu."),
    ),
    "kolom-wajib": galat(N_('Kolom "{kolom}" wajib diisi.'), N_("Tambahkan, misalnya {contoh}")),
    "kolom-asing": peringatan(
        N_('Kolom "{kolom}" tidak dikenal, jadi diabaikan.'),
        N_("Kolom yang dikenal: {daftar}."),
    ),
    "harus-teks": galat(
        N_('Kolom "{kolom}" harus berupa satu isi, bukan daftar atau kelompok.'),
        N_("Tulis pada satu baris. Bila isinya memuat titik dua, apit dengan tanda kutip."),
    ),
    "harus-daftar": galat(
        N_('Kolom "{kolom}" harus berupa daftar.'),
        N_("Tulis tiap butir pada baris tersendiri di bawahnya, misalnya {contoh}"),
    ),
    "harus-kelompok": galat(
        N_('Kolom "{kolom}" harus berupa kelompok kolom.'),
        N_("Tulis isinya di baris bawah, menjorok dua spasi, misalnya {contoh}"),
    ),
}
