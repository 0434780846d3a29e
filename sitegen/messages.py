"""Every finding by its code: how much it costs, what it says and how to mend it."""

import errno
import os
from dataclasses import dataclass

from sitegen.i18n import N_


@dataclass(frozen=True, slots=True)
class Message:
    """The sentences of one code; ``{…}`` stand for a diagnostic's parameters."""

    severity: str
    text: str
    hint: str = ""


def _galat(text: str, hint: str = "") -> Message:
    return Message("galat", text, hint)


def _peringatan(text: str, hint: str = "") -> Message:
    return Message("peringatan", text, hint)


def _saran(text: str, hint: str = "") -> Message:
    return Message("saran", text, hint)


_FILES = {
    "terlalu-besar": _galat(
        N_("Berkas ini {ukuran} KB; yang dapat dibaca paling besar {batas} KB."),
        N_("Bagi menjadi beberapa tulisan. Foto disimpan sebagai berkas tersendiri."),
    ),
    "berkas-kosong": _galat(
        N_("Berkas ini kosong."), N_("Tulis isinya, atau hapus berkas ini bila tidak dipakai.")
    ),
    "bukan-utf8": _galat(
        N_("Ada huruf yang tidak tersimpan sebagai UTF-8 di sini."),
        N_("Di Notepad: File > Save As > Encoding: UTF-8, lalu simpan lagi."),
    ),
    "utf16": _peringatan(
        N_('Berkas ini tersimpan sebagai UTF-16 ("Unicode" di Notepad).'),
        N_("Simpan lagi sebagai UTF-8, atau jalankan sitegen check --fix."),
    ),
    "bom": _saran(
        N_("Berkas ini diawali tanda BOM yang tidak perlu."),
        N_("sitegen check --fix menghapusnya."),
    ),
    "akhir-baris": _saran(
        N_("Akhir baris berkas ini gaya Windows (CRLF)."),
        N_("Tidak mengganggu; sitegen check --fix menyeragamkannya."),
    ),
    "byte-nul": _galat(
        N_("Ada karakter NUL di sini; berkas ini mungkin rusak atau bukan teks."),
        N_("Buka dengan Notepad, hapus tanda aneh di tempat ini, lalu simpan sebagai UTF-8."),
    ),
    "bukan-berkas": _galat(
        N_("Ini bukan berkas biasa (misalnya pipa atau perangkat), jadi tidak dibaca."),
        N_("Hapus, lalu simpan tulisannya sebagai berkas biasa."),
    ),
    "tautan-keluar": _galat(
        N_("Ini tautan (symlink) ke luar folder content, jadi tidak dibaca."),
        N_("Salin berkas aslinya ke sini sebagai ganti tautan."),
    ),
    "tidak-terbaca": _galat(
        N_("Berkas ini tidak dapat dibuka: {sebab}."),
        N_("Periksa izin berkas dan media simpannya."),
    ),
    "nama-windows": _peringatan(
        N_('Nama "{nama}" tidak dapat disimpan di Windows.'),
        N_("Ganti nama: pakai huruf, angka, dan tanda hubung saja."),
    ),
    "nama-bukan-utf8": _galat(
        N_('Nama "{nama}" tidak tersimpan sebagai UTF-8, jadi berkas ini tidak dibaca.'),
        N_("Ganti nama: pakai huruf, angka, dan tanda hubung saja."),
    ),
    "alamat-kosong": _galat(
        N_('Nama berkas "{nama}" tidak dapat dijadikan alamat halaman.'),
        N_("Beri nama dengan huruf dan angka, misalnya 2026-11-18-panen-raya.md."),
    ),
    "alamat-ganda": _galat(
        N_("Alamat {alamat} sudah dipakai oleh {lain}."),
        N_("Ganti nama salah satu berkas; huruf besar dan kecil dianggap sama."),
    ),
    "alias-dipakai": _peringatan(
        N_("Alamat lama {alamat} tidak dialihkan, karena sudah dipakai {lain}."),
        N_("Hapus baris alias itu, atau pilih alamat lain."),
    ),
    "akhiran": _peringatan(
        N_("Berkas ini tidak dibaca karena namanya tidak berakhir dengan .md."),
        N_("Bila ini tulisan, ganti namanya menjadi {nama}."),
    ),
    "di-luar-folder": _peringatan(
        N_("Tulisan ini tidak berada di dalam folder jenisnya, jadi tidak dibaca."),
        N_("Pindahkan ke folder jenisnya, misalnya {folder}/. Folder yang dikenal: {daftar}."),
    ),
    "terlalu-dalam": _galat(
        N_("Tulisan ini berada di dalam folder tambahan, jadi tidak dibaca."),
        N_("Pindahkan langsung ke folder {folder}/."),
    ),
    "folder-asing": _peringatan(
        N_('Folder "{nama}" tidak dikenal, jadi isinya tidak dibaca.'),
        N_("Folder yang dikenal: {daftar}."),
    ),
    "folder-tanpa-kim": _galat(
        N_("Folder ini tidak memuat kim.yml, jadi situsnya tidak dibuat."),
        N_("Buat dengan: sitegen new kim {situs}"),
    ),
    "folder-tanpa-kabupaten": _peringatan(
        N_("Folder ini tidak memuat kabupaten.yml; data dari provinsi.yml yang dipakai."),
        N_("Tambahkan kabupaten.yml berisi nama dan kode."),
    ),
    "nama-terpakai": _galat(
        N_('Nama folder "{nama}" sudah dipakai sitegen untuk halaman bersama.'),
        N_("Ganti nama folder ini, misalnya kim-{nama}."),
    ),
}

_FRONT_MATTER = {
    "tanpa-pembuka": _galat(
        N_("Baris pertama harus ---, lalu kolom seperti judul dan tanggal."),
        N_("Mulai berkas dengan ---, tulis kolomnya, tutup dengan ---, baru isi tulisan."),
    ),
    "pembuka-mirip": _galat(
        N_("Baris pembuka ini mirip ---, tetapi bukan."),
        N_("Ketik tiga tanda hubung: --- . Papan ketik ponsel kadang menggantinya dengan —."),
    ),
    "tanpa-penutup": _galat(
        N_("Bagian kolom di atas tidak ditutup dengan ---."),
        N_("Tulis --- pada baris tersendiri sesudah kolom terakhir, sebelum isi tulisan."),
    ),
    "yaml-rusak": _galat(
        N_("Bagian ini tidak dapat dibaca sebagai kolom."),
        N_("Tulis satu kolom per baris: nama kolom, titik dua, spasi, lalu isinya."),
    ),
    "yaml-tab": _galat(
        N_("Ada tab di sini; kolom hanya boleh menjorok dengan spasi."),
        N_("Ganti tab dengan dua spasi, atau jalankan sitegen check --fix."),
    ),
    "yaml-titik-dua": _galat(
        N_("Titik dua di dalam isi kolom membuat baris ini tidak jelas."),
        N_('Apit isinya dengan tanda kutip, misalnya judul: "Panen raya: 12 ton padi".'),
    ),
    "yaml-tanpa-titik-dua": _galat(
        N_("Baris ini tidak memuat titik dua sesudah nama kolom."),
        N_("Tulis seperti judul: Panen raya. Isi yang panjang menjorok dua spasi di bawahnya."),
    ),
    "yaml-spasi": _galat(
        N_("Sesudah titik dua harus ada spasi."),
        N_("Tulis seperti judul: Panen raya, bukan judul:Panen raya."),
    ),
    "yaml-menjorok": _galat(
        N_("Baris ini tidak sejajar dengan kolom lain di kelompoknya."),
        N_("Samakan jumlah spasi di depannya. Kolom biasa ditulis tanpa spasi di depan."),
    ),
    "yaml-sesudah": _galat(
        N_("Ada tulisan sesudah tanda {tanda} yang menutup isi kolom."),
        N_("Apit seluruh isinya dengan tanda kutip lain, misalnya judul: '\"Huma\" dibuka lagi'."),
    ),
    "yaml-kurung": _galat(
        N_("Tanda kurung yang dibuka di sini tidak ditutup dengan benar."),
        N_('Bila kurung itu bagian dari isi, apit isinya dengan tanda kutip: "[Foto] Panen raya".'),
    ),
    "yaml-garis-miring": _galat(
        N_("Tanda \\ punya arti khusus di antara tanda kutip ganda."),
        N_("Hapus tanda itu, atau apit isinya dengan tanda kutip tunggal."),
    ),
    "yaml-pagar": _peringatan(
        N_("Mulai tanda # di sini dianggap catatan, jadi tidak ikut terbit."),
        N_("Bila ini bagian dari isi, apit seluruh isi kolom dengan tanda kutip."),
    ),
    "yaml-pemisah": _galat(
        N_("Baris --- memisahkan berkas ini menjadi dua bagian."),
        N_("Hapus baris itu; semua kolom ditulis dalam satu bagian."),
    ),
    "yaml-kutip": _galat(
        N_("Tanda kutip yang dibuka di sini tidak ditutup."),
        N_("Tutup dengan tanda kutip yang sama pada akhir isi."),
    ),
    "yaml-tanda": _galat(
        N_("Isi kolom tidak boleh diawali tanda {tanda}."),
        N_("Apit isinya dengan tanda kutip."),
    ),
    "yaml-karakter": _galat(
        N_("Ada karakter yang tidak terlihat dan tidak boleh ada di bagian kolom."),
        N_("Hapus baris ini, lalu ketik ulang; jangan ditempel dari aplikasi lain."),
    ),
    "yaml-bukan-kolom": _galat(
        N_("Di sini seharusnya ada kolom (nama: isi)."),
        N_("Tulis satu kolom per baris, misalnya judul: Panen raya."),
    ),
    "yaml-kunci": _galat(
        N_("Nama kolom harus berupa kata biasa."), N_("Tulis seperti judul: Panen raya.")
    ),
    "yaml-alias": _galat(
        N_("Tanda & dan * di awal isi tidak dipakai di sini."),
        N_("Tulis isinya lengkap, atau apit dengan tanda kutip."),
    ),
    "yaml-terlalu-dalam": _galat(
        N_("Kolom bersarang lebih dari {batas} tingkat."),
        N_("Periksa kurung yang tidak ditutup, dan tulis kolom lebih sederhana."),
    ),
    "yaml-terlalu-besar": _galat(
        N_("Bagian kolom terlalu besar."), N_("Pindahkan isi yang panjang ke bawah baris ---.")
    ),
    "kolom-ganda": _galat(
        N_('Kolom "{kolom}" tertulis dua kali; yang pertama di baris {baris}.'),
        N_("Hapus salah satu."),
    ),
    "kolom-wajib": _galat(N_('Kolom "{kolom}" wajib diisi.'), N_("Tambahkan, misalnya {contoh}")),
    "kolom-asing": _peringatan(
        N_('Kolom "{kolom}" tidak dikenal, jadi diabaikan.'),
        N_("Kolom yang dikenal: {daftar}."),
    ),
    "harus-teks": _galat(
        N_('Kolom "{kolom}" harus berupa satu isi, bukan daftar atau kelompok.'),
        N_("Tulis pada satu baris. Bila isinya memuat titik dua, apit dengan tanda kutip."),
    ),
    "harus-daftar": _galat(
        N_('Kolom "{kolom}" harus berupa daftar.'),
        N_("Tulis tiap butir pada baris tersendiri di bawahnya, misalnya {contoh}"),
    ),
    "harus-kelompok": _galat(
        N_('Kolom "{kolom}" harus berupa kelompok kolom.'),
        N_("Tulis isinya di baris bawah, menjorok dua spasi, misalnya {contoh}"),
    ),
}

_VALUES = {
    "tanggal": _galat(
        N_('"{nilai}" bukan tanggal yang ada.'),
        N_("Tulis tanggal seperti 2026-12-31 atau 31 Desember 2026."),
    ),
    "waktu": _galat(
        N_('"{nilai}" bukan tanggal atau jam yang ada.'),
        N_("Tulis seperti 31 Desember 2026 pukul 08.00, atau tanggalnya saja."),
    ),
    "ya-tidak": _galat(N_('"{nilai}" bukan ya atau tidak.'), N_("Tulis ya atau tidak.")),
    "bilangan": _galat(N_('"{nilai}" bukan bilangan bulat.'), N_("Tulis angka saja, misalnya 12.")),
    "harga": _galat(
        N_('"{nilai}" bukan harga.'),
        N_(
            "Tulis seperti Rp 65.000, 65 ribu, atau Rp 50.000 - Rp 1.500.000. Satuannya (per kilo, "
            "per lembar) ditulis di kolom satuan."
        ),
    ),
    "koordinat": _galat(
        N_('"{nilai}" bukan letak di peta.'),
        N_("Tulis lintang lalu bujur, misalnya -1.763, 114.303 (salin dari aplikasi peta)."),
    ),
    "telepon": _galat(
        N_('"{nilai}" bukan nomor telepon yang lengkap.'),
        N_("Tulis dari 0 atau +62, misalnya 0840-0000-1234."),
    ),
    "tautan": _galat(N_('"{nilai}" bukan alamat web.'), N_("Tulis lengkap, diawali https://")),
    "surel": _galat(N_('"{nilai}" bukan alamat surel.'), N_("Tulis seperti nama@contoh.id.")),
    "warna": _galat(
        N_('"{nilai}" bukan warna.'), N_('Tulis enam angka heksadesimal, misalnya "#1f6f4a".')
    ),
    "kode": _galat(
        N_('"{nilai}" bukan kode wilayah.'),
        N_("Bentuknya PP.KK.CC.DDDD, misalnya 62.03.09.2004 (desa) atau 62.03.09 (kecamatan)."),
    ),
    "jalur": _galat(
        N_('"{nilai}" menunjuk ke luar folder ini.'),
        N_("Tulis nama berkas di folder yang sama, tanpa .. dan tanpa garis miring di depan."),
    ),
    "alamat-situs": _galat(
        N_('"{nilai}" bukan alamat di situs ini.'),
        N_("Tulis bagian sesudah nama situs saja, misalnya berita/judul-lama."),
    ),
    "bahasa": _galat(
        N_('"{nilai}" bukan kode bahasa.'), N_("Misalnya nij (Dayak Ngaju) atau bjn (Banjar).")
    ),
    "zona": _galat(N_('"{nilai}" bukan zona waktu.'), N_("Pilih WIB, WITA, atau WIT.")),
    "pilihan": _galat(
        N_('"{nilai}" bukan pilihan untuk kolom "{kolom}".'), N_("Pilihannya: {pilihan}.")
    ),
    "selesai-sebelum-mulai": _galat(
        N_("Tanggal selesai lebih awal daripada tanggal mulai."), N_("Periksa kedua tanggal itu.")
    ),
    "alasan-wajib": _galat(
        N_("Aspirasi yang ditolak harus memuat alasan."),
        N_("Isi kolom catatan pada langkah ini dengan alasan penolakan."),
    ),
    "tujuan-wajib": _galat(
        N_("Aspirasi yang diteruskan harus menyebut tujuannya."),
        N_("Isi kolom kepada, misalnya Pemerintah Desa atau Dinas PUPR."),
    ),
    "sumber-wajib": _galat(
        N_("Klarifikasi harus menyebut sumber."),
        N_("Isi sumber dengan lembaga atau alamat halaman yang membenarkan atau membantah."),
    ),
    "desa-wajib": _galat(
        N_("KIM tingkat {level} harus menyebut nama desa atau kelurahannya."),
        N_("Tambahkan baris desa: nama desa."),
    ),
}

_SENSE = {
    "tanpa-isi": _peringatan(
        N_("Tulisan ini belum berisi."), N_("Tulis isinya di bawah baris --- yang kedua.")
    ),
    "riwayat-urutan": _peringatan(
        N_("Tanggal riwayat ini lebih awal daripada langkah sebelumnya."),
        N_("Urutkan riwayat dari yang lama ke yang baru."),
    ),
    "nomor-ganda": _galat(
        N_("Nomor aspirasi {nomor} sudah dipakai oleh {lain}."), N_("Beri nomor berikutnya.")
    ),
    "kode-kabupaten": _galat(
        N_("Kode {kode} tidak berada di {kabupaten} ({kode_kabupaten})."),
        N_("Periksa kode, atau pindahkan folder KIM ini ke kabupaten yang benar."),
    ),
    "kode-provinsi": _galat(
        N_("Kode {kode} tidak berada di provinsi {provinsi} ({kode_provinsi})."),
        N_("Periksa kode di berkas ini."),
    ),
    "kode-level": _peringatan(
        N_("Kode {kode} tidak cocok dengan level {level}."),
        N_(
            "Desa dan dusun: PP.KK.CC.2DDD; kelurahan: PP.KK.CC.1DDD; kecamatan: PP.KK.CC; "
            "kabupaten: PP.KK."
        ),
    ),
    "kabupaten-asing": _peringatan(
        N_("Kode {kode} tidak ada di daftar kabupaten pada provinsi.yml."),
        N_("Tambahkan ke provinsi.yml, atau perbaiki kodenya."),
    ),
    "kode-daftar": _peringatan(
        N_("Kode {kode} berbeda dari provinsi.yml, yang menulis {daftar} untuk {nama}."),
        N_("Perbaiki salah satunya; sementara ini kode di provinsi.yml yang dipakai."),
    ),
    "kim-ganda": _peringatan(
        N_("KIM dengan kode dan nama yang sama sudah ada di {lain}."),
        N_("Hapus salah satu, atau bedakan namanya."),
    ),
    "sasaran-asing": _peringatan(
        N_('Sasaran "{nilai}" tidak dikenal, jadi siaran ini tidak tampil di sana.'),
        N_("Tulis nama kabupaten, kecamatan, folder KIM, atau kode wilayah."),
    ),
    "warna-pudar": _saran(
        N_("Warna {warna} terlalu pucat untuk dibaca, jadi dipakai {pengganti}."),
        N_("Tulis {pengganti} di sini, atau pilih warna yang lebih tua."),
    ),
    "sk-berakhir": _saran(
        N_("Masa bakti SK berakhir pada {tanggal}."),
        N_("Perbarui SK, lalu tulis nomor dan masa bakti yang baru."),
    ),
    "sk-segera-berakhir": _saran(
        N_("Masa bakti SK berakhir pada {tanggal}, tinggal 90 hari atau kurang."),
        N_("Siapkan musyawarah dan SK yang baru."),
    ),
    "ketua-kosong": _saran(N_("Ketua KIM ini belum tercatat."), N_("Isi ketua di bawah pengurus.")),
    "jumlah-anggota": _saran(
        N_("Anggota tercatat {jumlah} orang; KIM beranggota {dari} sampai {sampai} orang."),
        N_("Periksa jumlah_anggota."),
    ),
    "kontak-kosong": _saran(
        N_("KIM ini belum punya kontak, jadi warga tidak dapat menghubunginya."),
        N_("Isi whatsapp, telepon, atau surel di bawah kontak."),
    ),
    "tema-asing": _galat(N_('Tema "{tema}" tidak ada.'), N_("Tema yang ada: {daftar}.")),
    "tema-rusak": _galat(
        N_("Situs {situs} tidak dibuat: templat {templat} gagal di baris {baris}: {sebab}"),
        N_("Beri tahu pembuat tema, atau pilih tema lain untuk situs ini."),
    ),
    "tema-berputar": _galat(
        N_('Tema "{tema}" menjadi induk dirinya sendiri.'), N_("Perbaiki kolom induk di theme.yml.")
    ),
}

_PRIVACY = {
    "nik": _galat(
        N_("Ini tampak seperti NIK atau nomor KK; tulisan ini tidak diterbitkan."),
        N_(
            "Hapus nomor itu. NIK dan KK dilindungi UU 27/2022 dan UU Adminduk. Bila bukan, "
            "sebutkan teksnya dan alasannya di izinkan_privasi."
        ),
    ),
    "nik-nama-berkas": _galat(
        N_("Nama berkas ini memuat nomor yang tampak seperti NIK atau nomor KK."),
        N_("Ganti nama berkas tanpa nomor itu."),
    ),
    "rekening": _galat(
        N_("Ini tampak seperti nomor rekening bank; tulisan ini tidak diterbitkan."),
        N_(
            "Hapus nomor itu, dan minta pembaca menghubungi kontak yang tertulis. Bila memang "
            "harus diumumkan, sebutkan teksnya dan alasannya di izinkan_privasi."
        ),
    ),
    "tanggal-lahir": _galat(
        N_("Tanggal lahir seseorang tertulis di sini; tulisan ini tidak diterbitkan."),
        N_(
            "Hapus tanggalnya; tulis umurnya saja bila perlu. Bila bukan data pribadi, sebutkan "
            "teksnya dan alasannya di izinkan_privasi."
        ),
    ),
    "ponsel-pribadi": _peringatan(
        N_("Nomor ponsel ini tidak ada di kontak yang diumumkan."),
        N_("Bila pemiliknya setuju, tulis juga di kolom kontak; bila tidak, hapus."),
    ),
    "surel-pribadi": _peringatan(
        N_("Alamat surel ini tidak ada di kontak yang diumumkan."),
        N_("Bila pemiliknya setuju, tulis juga di kolom kontak; bila tidak, hapus."),
    ),
    "daftar-penerima": _peringatan(
        N_("Daftar ini tampak memuat nama penerima bantuan."),
        N_("Tulis jumlah penerima tiap RT saja; daftar nama cukup di kantor desa."),
    ),
    "nama-anak": _peringatan(
        N_("Nama lengkap seorang anak tertulis di dekat keterangan kesehatannya."),
        N_("Tulis tanpa nama, misalnya: seorang balita di RT 003."),
    ),
    "aspirasi-kontak": _galat(
        N_("Nomor ponsel atau surel pribadi tidak boleh ada di dalam aspirasi."),
        N_("Hapus. Simpan kontak pengirim di buku KIM, bukan di sini."),
    ),
    "aspirasi-pengirim": _galat(
        N_("Nama pengirim tertulis di sini, padahal persetujuannya tidak dicatat."),
        N_("Hapus namanya. Bila ia setuju, tulis persetujuan: ya di bawah kolom pengirim."),
    ),
    "nama-berkas-pribadi": _galat(
        N_("Nama berkas ini memuat data pribadi, padahal menjadi alamat halaman."),
        N_("Ganti nama berkas tanpa data itu."),
    ),
    "nama-berkas-kontak": _peringatan(
        N_("Nama berkas ini memuat nomor ponsel atau surel, padahal menjadi alamat halaman."),
        N_("Ganti nama berkas tanpa nomor atau surel itu."),
    ),
    "izin-tak-terpakai": _saran(
        N_("Teks di izinkan_privasi ini tidak cocok dengan temuan apa pun di berkas ini."),
        N_("Hapus butir ini, atau samakan teksnya huruf demi huruf dengan yang ditandai."),
    ),
}

_PAGES = {
    "foto-hilang": _peringatan(
        N_('Foto "{nama}" tidak ada di folder ini, jadi tulisan terbit tanpa foto itu.'),
        N_("Salin fotonya ke folder yang sama, atau perbaiki namanya."),
    ),
    "foto-rusak": _peringatan(
        N_('Foto "{nama}" tidak dapat dibaca, jadi tidak ditampilkan.'),
        N_("Kirim ulang fotonya dari ponsel, lalu ganti berkas ini."),
    ),
    "foto-terlalu-besar": _peringatan(
        N_('Foto "{nama}" berukuran {lebar}×{tinggi}, melebihi batas {batas} megapiksel.'),
        N_("Perkecil fotonya lebih dahulu, atau ambil ulang dengan ukuran biasa."),
    ),
    "foto-luar": _peringatan(
        N_("Foto dari situs lain ({alamat}) tidak ditampilkan."),
        N_("Simpan fotonya di folder ini, dengan izin pemiliknya, lalu tulis nama berkasnya."),
    ),
    "foto-alt": _saran(
        N_('Foto "{nama}" belum punya gambaran bagi yang tidak melihat.'),
        N_("Isi alt_foto, atau tulis di dalam kurung siku: ![gambaran](foto.jpg)."),
    ),
    "tautan-kim-lain": _peringatan(
        N_('Tautan "{alamat}" menuju situs lain, yang bisa saja pindah alamat.'),
        N_("Tulis alamat lengkapnya: {lengkap}"),
    ),
    "nomor-asing": _peringatan(
        N_("Tidak ada aspirasi bernomor {nomor} di KIM ini."),
        N_("Tulis nomornya persis seperti di kolom nomor aspirasi itu."),
    ),
    "siaran-asing": _peringatan(
        N_('Tidak ada siaran "{nama}" yang ditujukan ke KIM ini.'),
        N_("Tulis nama berkas siarannya, misalnya 2026-11-20-waspada-karhutla."),
    ),
    "masih-draf": _saran(
        N_("Tulisan ini masih draf, jadi belum tampil di situs."),
        N_("Bila sudah siap, ubah draf: ya menjadi draf: tidak."),
    ),
    "terjadwal": _saran(
        N_("Tulisan ini baru tampil pada {hari}."),
        N_("Bila tanggal itu keliru, perbaiki kolom tanggal atau terbit."),
    ),
    "masih-contoh": _peringatan(
        N_('Kolom {kolom} masih berisi contoh "{isi}".'), N_("Ganti dengan isi yang benar.")
    ),
    "tautan-tunda": _peringatan(
        N_('Tulisan yang dituju "{alamat}" ada, tetapi belum dapat terbit.'),
        N_("Perbaiki galat di tulisan itu, atau terbitkan drafnya; tautan ini lalu hidup sendiri."),
    ),
    "halaman-berat": _peringatan(
        N_("Halaman {halaman} {berat} KB; paling berat {batas} KB agar cepat terbuka di ponsel."),
        N_("Teks {teks} KB, gaya {gaya} KB, foto {foto} KB. Kecilkan yang terbesar."),
    ),
    "tautan-putus": _peringatan(
        N_('Tautan "{alamat}" tidak menuju halaman mana pun di situs ini.'),
        N_("Periksa namanya; tautan ke tulisan lain ditulis seperti ../berita/nama-berkas.md."),
    ),
    "html-dibuang": _peringatan(
        N_("Kode {tanda} tidak diizinkan, jadi dibuang dari halaman."),
        N_("Tulis dengan Markdown saja. Video: tempel alamatnya sebagai tautan."),
    ),
    "tidak-terolah": _galat(
        N_("Isi tulisan ini tidak dapat diolah ({sebab})."),
        N_("Periksa daftar, kutipan, atau kurung yang bersarang sangat dalam, lalu sederhanakan."),
    ),
}

_ENGINE = {
    "pekerja-mati": _galat(
        N_("Pembangunan situs {situs} terhenti mendadak (memori habis atau proses dihentikan)."),
        N_("Jalankan lagi. Bila terulang, periksa foto yang sangat besar di KIM ini."),
    ),
    "kesalahan-sitegen": _galat(
        N_("Situs {situs} tidak dapat dibangun karena kesalahan di dalam sitegen: {sebab}"),
        N_("Kirim berkas .sitegen/galat.log kepada pengembang sitegen. Situs lain tetap jadi."),
    ),
    "berkas-asing": _galat(
        N_("Berkas ini bukan buatan sitegen, jadi tidak ditimpa."),
        N_("Pindahkan atau hapus berkas itu, lalu bangun lagi."),
    ),
    "tidak-tertulis": _galat(
        N_("Berkas ini tidak dapat ditulis: {sebab}."), N_("Periksa ruang simpan dan izin folder.")
    ),
    "tidak-terhapus": _galat(
        N_("Berkas ini tidak dipakai lagi, tetapi tidak dapat dihapus: {sebab}."),
        N_("Hapus sendiri berkas itu, atau periksa izin folder."),
    ),
    "state-rusak": _saran(
        N_("Catatan pembangunan terakhir tidak dapat dibaca, jadi situs ini dibangun dari awal."),
        N_("Tidak perlu berbuat apa-apa."),
    ),
}

_IMPORT = {
    "impor-terlalu-besar": _galat(
        N_("Berkas ini {ukuran} MB; yang dapat dibaca paling besar {batas} MB."),
        N_("Hapus gambar dan lembar lain, lalu simpan daftarnya saja."),
    ),
    "impor-kosong": _galat(
        N_("Berkas ini tidak berisi apa-apa."), N_("Periksa apakah daftarnya sudah disimpan.")
    ),
    "impor-sandi": _galat(
        N_("Berkas ini dikunci dengan sandi."),
        N_("Buka dengan sandinya, hapus sandinya lewat Save As, lalu impor lagi."),
    ),
    "impor-xml": _galat(
        N_("Berkas ini tersimpan sebagai XML Spreadsheet 2003, yang tidak dapat dibaca."),
        N_("Buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx."),
    ),
    "impor-xlsb": _galat(
        N_("Berkas ini tersimpan sebagai Excel Binary (.xlsb), yang tidak dapat dibaca."),
        N_("Buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx."),
    ),
    "impor-bukan-lembar": _galat(
        N_("Berkas ini bukan lembar kerja."),
        N_("Yang dapat dibaca: .xlsx, .xls, .ods, dan .csv."),
    ),
    "impor-rusak": _galat(
        N_("Berkas ini rusak, atau bukan lembar kerja."),
        N_("Buka dengan Excel atau LibreOffice, lalu simpan lagi sebagai .xlsx."),
    ),
    "impor-terlalu-luas": _galat(
        N_("Lembar ini terlalu luas: ada isi yang sangat jauh di kanan atau di bawah."),
        N_("Hapus semua baris dan kolom di luar daftar, lalu simpan lagi."),
    ),
    "impor-terlalu-banyak": _galat(
        N_("Lembar ini memuat lebih dari {batas} KIM, jadi tidak diimpor."),
        N_("Periksa apakah ini daftar KIM; bila ya, bagi menurut kabupaten."),
    ),
    "impor-cp1252": _saran(
        N_("Berkas ini tidak tersimpan sebagai UTF-8, jadi dibaca sebagai Windows-1252."),
        N_("Periksa huruf khusus pada hasilnya, atau simpan lagi sebagai CSV UTF-8."),
    ),
    "impor-tanpa-judul": _galat(
        N_("Tidak ada baris judul kolom di 15 baris pertama, jadi tidak ada yang dibaca."),
        N_("Perlu Nama KIM dan sedikitnya satu lagi dari judul ini: {daftar}."),
    ),
    "impor-lembar-lewat": _saran(
        N_("Lembar ini tidak dibaca karena tidak memuat judul kolom daftar KIM."),
        N_("Bila isinya daftar KIM, beri judul seperti Nama KIM, Desa, Kecamatan."),
    ),
    "impor-tanpa-isi": _peringatan(
        N_("Tidak ada satu KIM pun di bawah judul kolom ini."),
        N_("Isi satu KIM per baris, tepat di bawah judulnya."),
    ),
    "impor-kolom-asing": _saran(
        N_("Judul kolom ini tidak dikenal, jadi kolomnya tidak dibaca."),
        N_("Judul yang dikenal ada di formulir: sitegen export register formulir.xlsx --template"),
    ),
    "impor-kolom-pribadi": _saran(
        N_("Kolom ini berisi data pribadi, jadi tidak dibaca."),
        N_("Nomor yang memang untuk umum ditulis di kolom WhatsApp KIM."),
    ),
    "impor-kolom-ganda": _peringatan(
        N_('Kolom ini sama artinya dengan kolom "{lain}", jadi tidak dibaca.'),
        N_("Hapus salah satu, atau beri judul yang berbeda."),
    ),
    "impor-nomor-terbit": _saran(
        N_("Nomor di kolom ini akan terbit di situs KIM."),
        N_("Pastikan pemiliknya setuju, atau kosongkan kolom ini."),
    ),
    "impor-dua-tabel": _peringatan(
        N_("Di sini mulai tabel lain; hanya tabel pertama yang dibaca."),
        N_("Pindahkan tabel ini ke lembar tersendiri bila perlu diimpor juga."),
    ),
    "impor-baris-lewat": _saran(
        N_('Baris ini tidak dibaca sebagai KIM: "{isi}".'),
        N_("Bila ini KIM, isi nama KIM dan desa, kecamatan, atau kodenya."),
    ),
    "impor-tanpa-nama": _galat(
        N_("Baris ini tidak memuat nama KIM, jadi tidak diimpor."), N_("Isi nama KIM-nya.")
    ),
    "impor-isi-atas": _saran(
        N_('Sel kosong sampai baris {sampai} dianggap sama dengan di atasnya: "{isi}".'),
        N_("Isi selnya bila bukan itu yang dimaksud."),
    ),
    "impor-rumus": _galat(
        N_("Sel ini berisi rumus yang belum dihitung ({isi})."),
        N_("Buka dengan Excel atau LibreOffice, lalu simpan lagi; atau tulis hasilnya."),
    ),
    "impor-sel": _galat(
        N_("Sel ini berisi galat lembar kerja ({isi})."),
        N_("Perbaiki rumusnya, atau tulis isinya."),
    ),
    "impor-pribadi": _galat(
        N_('Sel ini memuat data pribadi ("{isi}"), jadi tidak dibawa ke situs.'),
        N_("Hapus dari daftar ini. Data pribadi dilindungi UU 27/2022."),
    ),
    "impor-nomor-dibuang": _peringatan(
        N_('Nomor atau surel di kolom nama tidak dibawa ke situs: "{isi}".'),
        N_("Nomor yang memang untuk umum ditulis di kolom WhatsApp KIM."),
    ),
    "impor-ilmiah": _galat(
        N_('"{nilai}" bukan nomor utuh: lembar kerja sudah membuang angka-angkanya.'),
        N_("Jadikan kolom ini Teks (Text), lalu ketik ulang nomornya."),
    ),
    "impor-masa-bakti": _galat(
        N_('Masa bakti "{nilai}" tidak dapat dibaca.'),
        N_("Tulis seperti 2024-2028, atau 1 Januari 2024 s.d. 31 Desember 2028."),
    ),
    "impor-media": _galat(
        N_('"{nilai}" bukan alamat media sosial yang dikenal.'),
        N_("Tulis alamatnya, misalnya https://facebook.com/kim.handep."),
    ),
    "impor-situs-lain": _saran(
        N_('"{nilai}" bukan alamat situs yang dibuat sitegen, jadi tidak dibawa.'),
        N_("Kolom Situs hanya untuk alamat sendiri tempat situs KIM ini diterbitkan."),
    ),
    "impor-kabupaten-asing": _galat(
        N_('"{nilai}" bukan kabupaten atau kota di provinsi ini, jadi baris ini tidak diimpor.'),
        N_("Tulis nama seperti di provinsi.yml."),
    ),
    "impor-tanpa-kabupaten": _galat(
        N_("Kabupaten KIM di baris ini tidak diketahui, jadi tidak diimpor."),
        N_("Tambahkan kolom Kabupaten/Kota, atau jalankan dengan --kabupaten NAMA."),
    ),
    "impor-kabupaten-lain": _saran(
        N_("Mulai baris ini ada KIM di {kabupaten}; baris kabupaten itu dilewati."),
        N_("Jalankan tanpa --kabupaten untuk mengimpor semuanya."),
    ),
    "impor-banyak-cocok": _galat(
        N_("Baris ini cocok dengan beberapa KIM: {daftar}."),
        N_("Lengkapi kode wilayah, kecamatan, atau kolom Folder agar jelas yang mana."),
    ),
    "impor-ganda": _peringatan(
        N_("{nama} sudah ada di baris {baris}, jadi baris ini dilewati."),
        N_("Hapus salah satu; bila berbeda, bedakan nama, kode, atau kecamatannya."),
    ),
    "impor-pindah": _galat(
        N_("KIM ini sudah ada di {situs}, kabupaten lain daripada di baris ini."),
        N_("Perbaiki kabupatennya, atau pindahkan dahulu folder KIM itu."),
    ),
    "impor-sk-tanpa-nomor": _peringatan(
        N_("Nomor SK tidak ada, jadi keterangan SK di baris ini tidak dibawa."),
        N_("Isi kolom Nomor SK."),
    ),
    "impor-tanpa-kode": _peringatan(
        N_("KIM baru tanpa kode wilayah memakai {kode} sampai kodenya diisi."),
        N_("Isi kolom Kode wilayah, misalnya 62.03.09.2004, lalu impor lagi."),
    ),
    "impor-kecamatan-asing": _peringatan(
        N_('Kecamatan "{nama}" tidak ada di daftar kecamatan {kabupaten}.'),
        N_("Perbaiki namanya, atau tambahkan ke kabupaten.yml."),
    ),
    "impor-nama-folder": _galat(
        N_('Nama "{nilai}" tidak dapat dijadikan nama folder, jadi baris ini tidak diimpor.'),
        N_("Tulis nama dengan huruf dan angka, misalnya KIM Handep."),
    ),
    "impor-kim-rusak": _galat(
        N_("kim.yml di {situs} tidak dapat dibaca, jadi baris ini tidak diimpor."),
        N_("Jalankan sitegen check, perbaiki berkas itu, lalu impor lagi."),
    ),
    "impor-tak-tersunting": _galat(
        N_("{berkas} ditulis dengan cara yang tidak dapat diubah dengan aman."),
        N_("Ubah sendiri berkas itu menurut baris ini."),
    ),
    "impor-berubah": _galat(
        N_("{berkas} diubah orang lain selagi impor berjalan, jadi dibiarkan."),
        N_("Jalankan impor sekali lagi."),
    ),
}
"""Findings about a register as a spreadsheet; ``file`` is its name and ``line`` its row."""

MESSAGES: dict[str, Message] = {
    **_FILES,
    **_FRONT_MATTER,
    **_VALUES,
    **_SENSE,
    **_PRIVACY,
    **_PAGES,
    **_ENGINE,
    **_IMPORT,
}
"""All messages by code."""

REASONS = {
    os.strerror(number): words
    for number, words in {
        errno.ENOENT: N_("berkasnya tidak ada"),
        errno.EACCES: N_("tidak ada izin"),
        errno.EPERM: N_("tidak ada izin"),
        errno.EIO: N_("media simpannya rusak"),
        errno.ENOSPC: N_("ruang simpan penuh"),
        errno.EROFS: N_("media simpannya hanya dapat dibaca"),
        errno.ELOOP: N_("tautannya berputar"),
        errno.ENAMETOOLONG: N_("namanya terlalu panjang"),
        errno.EISDIR: N_("ini folder"),
        errno.ENOTDIR: N_("bagian dari jalurnya bukan folder"),
    }.items()
}
"""What the operating system says, in the reader's words."""

SEVERITY_WORDS = (N_("galat"), N_("peringatan"), N_("saran"))
