"""Findings about spreadsheets that are imported."""

from sitegen.i18n import N_
from sitegen.messages.message import galat, peringatan, saran

MESSAGES = {
    "impor-terlalu-besar": galat(
        N_("Berkas ini {ukuran} MB; yang dapat dibaca paling besar {batas} MB."),
        N_("Hapus gambar dan lembar lain, lalu simpan daftarnya saja."),
    ),
    "impor-kosong": galat(
        N_("Berkas ini tidak berisi apa-apa."), N_("Periksa apakah daftarnya sudah disimpan.")
    ),
    "impor-sandi": galat(
        N_("Berkas ini dikunci dengan sandi."),
        N_("Buka dengan sandinya, hapus sandinya lewat Save As, lalu impor lagi."),
    ),
    "impor-xml": galat(
        N_("Berkas ini tersimpan sebagai XML Spreadsheet 2003, yang tidak dapat dibaca."),
        N_("Buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx."),
    ),
    "impor-xlsb": galat(
        N_("Berkas ini tersimpan sebagai Excel Binary (.xlsb), yang tidak dapat dibaca."),
        N_("Buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx."),
    ),
    "impor-bukan-lembar": galat(
        N_("Berkas ini bukan lembar kerja."),
        N_("Yang dapat dibaca: .xlsx, .xls, .ods, dan .csv."),
    ),
    "impor-rusak": galat(
        N_("Berkas ini rusak, atau bukan lembar kerja."),
        N_("Buka dengan Excel atau LibreOffice, lalu simpan lagi sebagai .xlsx."),
    ),
    "impor-terlalu-luas": galat(
        N_("Lembar ini terlalu luas: ada isi yang sangat jauh di kanan atau di bawah."),
        N_("Hapus semua baris dan kolom di luar daftar, lalu simpan lagi."),
    ),
    "impor-terlalu-banyak": galat(
        N_("Lembar ini memuat lebih dari {batas} KIM, jadi tidak diimpor."),
        N_("Periksa apakah ini daftar KIM; bila ya, bagi menurut kabupaten."),
    ),
    "impor-cp1252": saran(
        N_("Berkas ini tidak tersimpan sebagai UTF-8, jadi dibaca sebagai Windows-1252."),
        N_("Periksa huruf khusus pada hasilnya, atau simpan lagi sebagai CSV UTF-8."),
    ),
    "impor-tanpa-judul": galat(
        N_("Tidak ada baris judul kolom di 15 baris pertama, jadi tidak ada yang dibaca."),
        N_("Perlu Nama KIM dan sedikitnya satu lagi dari judul ini: {daftar}."),
    ),
    "impor-lembar-lewat": saran(
        N_("Lembar ini tidak dibaca karena tidak memuat judul kolom daftar KIM."),
        N_("Bila isinya daftar KIM, beri judul seperti Nama KIM, Desa, Kecamatan."),
    ),
    "impor-tanpa-isi": peringatan(
        N_("Tidak ada satu KIM pun di bawah judul kolom ini."),
        N_("Isi satu KIM per baris, tepat di bawah judulnya."),
    ),
    "impor-kolom-asing": saran(
        N_("Judul kolom ini tidak dikenal, jadi kolomnya tidak dibaca."),
        N_("Judul yang dikenal ada di formulir: sitegen export register formulir.xlsx --template"),
    ),
    "impor-kolom-pribadi": saran(
        N_("Kolom ini berisi data pribadi, jadi tidak dibaca."),
        N_("Nomor yang memang untuk umum ditulis di kolom WhatsApp KIM."),
    ),
    "impor-kolom-ganda": peringatan(
        N_('Kolom ini sama artinya dengan kolom "{lain}", jadi tidak dibaca.'),
        N_("Hapus salah satu, atau beri judul yang berbeda."),
    ),
    "impor-nomor-terbit": saran(
        N_("Nomor di kolom ini akan terbit di situs KIM."),
        N_("Pastikan pemiliknya setuju, atau kosongkan kolom ini."),
    ),
    "impor-dua-tabel": peringatan(
        N_("Di sini mulai tabel lain; hanya tabel pertama yang dibaca."),
        N_("Pindahkan tabel ini ke lembar tersendiri bila perlu diimpor juga."),
    ),
    "impor-baris-lewat": saran(
        N_('Baris ini tidak dibaca sebagai KIM: "{isi}".'),
        N_("Bila ini KIM, isi nama KIM dan desa, kecamatan, atau kodenya."),
    ),
    "impor-tanpa-nama": galat(
        N_("Baris ini tidak memuat nama KIM, jadi tidak diimpor."), N_("Isi nama KIM-nya.")
    ),
    "impor-isi-atas": saran(
        N_('Sel kosong sampai baris {sampai} dianggap sama dengan di atasnya: "{isi}".'),
        N_("Isi selnya bila bukan itu yang dimaksud."),
    ),
    "impor-rumus": galat(
        N_("Sel ini berisi rumus yang belum dihitung ({isi})."),
        N_("Buka dengan Excel atau LibreOffice, lalu simpan lagi; atau tulis hasilnya."),
    ),
    "impor-sel": galat(
        N_("Sel ini berisi galat lembar kerja ({isi})."),
        N_("Perbaiki rumusnya, atau tulis isinya."),
    ),
    "impor-pribadi-lain": peringatan(
        N_(
            "Kolom {huruf} memuat nomor yang tampak seperti NIK, rekening, atau tanggal lahir; "
            "mulai baris ini, di {jumlah} baris."
        ),
        N_("Kolom ini tidak diimpor. Hapus dari berkasnya sebelum dikirim ke siapa pun."),
    ),
    "impor-pribadi": galat(
        N_('Sel ini memuat data pribadi ("{isi}"), jadi tidak dibawa ke situs.'),
        N_("Hapus dari daftar ini. Data pribadi dilindungi UU 27/2022."),
    ),
    "impor-nomor-dibuang": peringatan(
        N_('Nomor atau surel di kolom nama tidak dibawa ke situs: "{isi}".'),
        N_("Nomor yang memang untuk umum ditulis di kolom WhatsApp KIM."),
    ),
    "impor-ilmiah": galat(
        N_('"{nilai}" bukan nomor utuh: lembar kerja sudah membuang angka-angkanya.'),
        N_("Jadikan kolom ini Teks (Text), lalu ketik ulang nomornya."),
    ),
    "impor-masa-bakti": galat(
        N_('Masa bakti "{nilai}" tidak dapat dibaca.'),
        N_("Tulis seperti 2024-2028, atau 1 Januari 2024 s.d. 31 Desember 2028."),
    ),
    "impor-media": galat(
        N_('"{nilai}" bukan alamat media sosial yang dikenal.'),
        N_("Tulis alamatnya, misalnya https://facebook.com/kim.handep."),
    ),
    "impor-situs-lain": saran(
        N_('"{nilai}" bukan alamat situs yang dibuat sitegen, jadi tidak dibawa.'),
        N_("Kolom Situs hanya untuk alamat sendiri tempat situs KIM ini diterbitkan."),
    ),
    "impor-kabupaten-asing": galat(
        N_('"{nilai}" bukan kabupaten atau kota di provinsi ini, jadi baris ini tidak diimpor.'),
        N_("Tulis nama seperti di provinsi.yml."),
    ),
    "impor-tanpa-kabupaten": galat(
        N_("Kabupaten KIM di baris ini tidak diketahui, jadi tidak diimpor."),
        N_("Tambahkan kolom Kabupaten/Kota, atau jalankan dengan --kabupaten NAMA."),
    ),
    "impor-kabupaten-lain": saran(
        N_("Mulai baris ini ada KIM di {kabupaten}; baris kabupaten itu dilewati."),
        N_("Jalankan tanpa --kabupaten untuk mengimpor semuanya."),
    ),
    "impor-banyak-cocok": galat(
        N_("Baris ini cocok dengan beberapa KIM: {daftar}."),
        N_("Lengkapi kode wilayah, kecamatan, atau kolom Folder agar jelas yang mana."),
    ),
    "impor-ganda": peringatan(
        N_("{nama} sudah ada di baris {baris}, jadi baris ini dilewati."),
        N_("Hapus salah satu; bila berbeda, bedakan nama, kode, atau kecamatannya."),
    ),
    "impor-pindah": galat(
        N_("KIM ini sudah ada di {situs}, kabupaten lain daripada di baris ini."),
        N_("Perbaiki kabupatennya, atau pindahkan dahulu folder KIM itu."),
    ),
    "impor-sk-tanpa-nomor": peringatan(
        N_("Nomor SK tidak ada, jadi keterangan SK di baris ini tidak dibawa."),
        N_("Isi kolom Nomor SK."),
    ),
    "impor-tanpa-kode": peringatan(
        N_("KIM baru tanpa kode wilayah memakai {kode} sampai kodenya diisi."),
        N_("Isi kolom Kode wilayah, misalnya 62.03.09.2004, lalu impor lagi."),
    ),
    "impor-kecamatan-asing": peringatan(
        N_('Kecamatan "{nama}" tidak ada di daftar kecamatan {kabupaten}.'),
        N_("Perbaiki namanya, atau tambahkan ke kabupaten.yml."),
    ),
    "impor-nama-folder": galat(
        N_('Nama "{nilai}" tidak dapat dijadikan nama folder, jadi baris ini tidak diimpor.'),
        N_("Tulis nama dengan huruf dan angka, misalnya KIM Handep."),
    ),
    "impor-kim-rusak": galat(
        N_("kim.yml di {situs} tidak dapat dibaca, jadi baris ini tidak diimpor."),
        N_("Jalankan sitegen check, perbaiki berkas itu, lalu impor lagi."),
    ),
    "impor-tak-tersunting": galat(
        N_("{berkas} ditulis dengan cara yang tidak dapat diubah dengan aman."),
        N_("Ubah sendiri berkas itu menurut baris ini."),
    ),
    "impor-berubah": galat(
        N_("{berkas} diubah orang lain selagi impor berjalan, jadi dibiarkan."),
        N_("Jalankan impor sekali lagi."),
    ),
}
