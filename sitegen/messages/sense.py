"""Findings about values that contradict each other, or the register."""

from sitegen.i18n import N_
from sitegen.messages.message import galat, peringatan, saran

MESSAGES = {
    "tanpa-isi": peringatan(
        N_("Tulisan ini belum berisi."), N_("Tulis isinya di bawah baris --- yang kedua.")
    ),
    "riwayat-urutan": peringatan(
        N_("Tanggal riwayat ini lebih awal daripada langkah sebelumnya."),
        N_("Urutkan riwayat dari yang lama ke yang baru."),
    ),
    "nomor-ganda": galat(
        N_("Nomor aspirasi {nomor} sudah dipakai oleh {lain}."), N_("Beri nomor berikutnya.")
    ),
    "situs-domain": peringatan(
        N_('"{alamat}" tidak memuat nama domain yang sah, jadi tidak dipakai.'),
        N_("Tulis seperti https://kimhandep.id, dengan huruf a-z, angka, titik, tanda hubung."),
    ),
    "situs-ganda": peringatan(
        N_("Domain {alamat} sudah dipakai {lain}, jadi tidak dipakai di sini."),
        N_("Satu domain untuk satu situs. Tulis domain lain, atau hapus baris ini."),
    ),
    "subdomain-ganda": peringatan(
        N_("Subdomain {alamat} dapat berarti {lain}; situs ini tetap di bawah alamat provinsi."),
        N_("Ganti nama folder salah satunya, atau tulis situs: dengan alamat sendiri."),
    ),
    "nama-folder-alamat": peringatan(
        N_('Nama folder "{nama}" tidak dapat menjadi nama domain; alamatnya tetap di provinsi.'),
        N_("Ganti nama foldernya: huruf a-z, angka, dan tanda hubung."),
    ),
    "kode-kabupaten": galat(
        N_("Kode {kode} tidak berada di {kabupaten} ({kode_kabupaten})."),
        N_("Periksa kode, atau pindahkan folder KIM ini ke kabupaten yang benar."),
    ),
    "kode-provinsi": galat(
        N_("Kode {kode} tidak berada di provinsi {provinsi} ({kode_provinsi})."),
        N_("Periksa kode di berkas ini."),
    ),
    "kode-level": peringatan(
        N_("Kode {kode} tidak cocok dengan level {level}."),
        N_(
            "Desa dan dusun: PP.KK.CC.2DDD; kelurahan: PP.KK.CC.1DDD; kecamatan: PP.KK.CC; "
            "kabupaten: PP.KK."
        ),
    ),
    "kabupaten-asing": peringatan(
        N_("Kode {kode} tidak ada di daftar kabupaten pada provinsi.yml."),
        N_("Tambahkan ke provinsi.yml, atau perbaiki kodenya."),
    ),
    "kode-daftar": peringatan(
        N_("Kode {kode} berbeda dari provinsi.yml, yang menulis {daftar} untuk {nama}."),
        N_("Perbaiki salah satunya; sementara ini kode di provinsi.yml yang dipakai."),
    ),
    "kim-ganda": peringatan(
        N_("KIM dengan kode dan nama yang sama sudah ada di {lain}."),
        N_("Hapus salah satu, atau bedakan namanya."),
    ),
    "sasaran-asing": peringatan(
        N_('Sasaran "{nilai}" tidak dikenal, jadi siaran ini tidak tampil di sana.'),
        N_("Tulis nama kabupaten, kecamatan, folder KIM, atau kode wilayah."),
    ),
    "warna-pudar": saran(
        N_("Warna {warna} terlalu pucat untuk dibaca, jadi dipakai {pengganti}."),
        N_("Tulis {pengganti} di sini, atau pilih warna yang lebih tua."),
    ),
    "sk-berakhir": saran(
        N_("Masa bakti SK berakhir pada {tanggal}."),
        N_("Perbarui SK, lalu tulis nomor dan masa bakti yang baru."),
    ),
    "sk-segera-berakhir": saran(
        N_("Masa bakti SK berakhir pada {tanggal}, tinggal 90 hari atau kurang."),
        N_("Siapkan musyawarah dan SK yang baru."),
    ),
    "ketua-kosong": saran(N_("Ketua KIM ini belum tercatat."), N_("Isi ketua di bawah pengurus.")),
    "jumlah-anggota": saran(
        N_("Anggota tercatat {jumlah} orang; KIM beranggota {dari} sampai {sampai} orang."),
        N_("Periksa jumlah_anggota."),
    ),
    "kontak-kosong": saran(
        N_("KIM ini belum punya kontak, jadi warga tidak dapat menghubunginya."),
        N_("Isi whatsapp, telepon, atau surel di bawah kontak."),
    ),
    "tema-asing": galat(N_('Tema "{tema}" tidak ada.'), N_("Tema yang ada: {daftar}.")),
    "tema-rusak": galat(
        N_("Situs {situs} tidak dibuat: templat {templat} gagal di baris {baris}: {sebab}"),
        N_("Beri tahu pembuat tema, atau pilih tema lain untuk situs ini."),
    ),
    "tema-berputar": galat(
        N_('Tema "{tema}" menjadi induk dirinya sendiri.'), N_("Perbaiki kolom induk di theme.yml.")
    ),
}

ADDRESSES = ("situs-domain", "situs-ganda", "subdomain-ganda", "nama-folder-alamat")
"""Findings about where a KIM is read."""
