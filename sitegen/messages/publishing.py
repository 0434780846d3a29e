"""Findings about publishing: what was held back, and what a target refused."""

from sitegen.i18n import N_
from sitegen.messages.message import galat, peringatan, saran

MESSAGES = {
    "terbit-rahasia": galat(
        N_("Alamat tujuan memuat kata sandi."),
        N_("Hapus kata sandinya; simpan di ssh, git, atau variabel lingkungan."),
    ),
    "terbit-tempat-rsync": galat(
        N_('"{nilai}" bukan tujuan rsync.'),
        N_("Tulis seperti penerbit@kim.contoh.go.id:/srv/kim."),
    ),
    "terbit-tempat-s3": galat(
        N_('"{nilai}" bukan tujuan penyimpanan objek.'), N_("Tulis seperti s3://kim-kalteng/situs.")
    ),
    "tahan-galat": galat(
        N_("{situs} tidak diterbitkan karena isinya masih galat; yang sudah daring tetap."),
        N_("Lihat sitegen check, perbaiki, lalu bangun dan terbitkan lagi."),
    ),
    "tahan-draf": galat(
        N_("{situs} tidak diterbitkan karena dibangun bersama draf (--drafts)."),
        N_("Bangun lagi tanpa --drafts, lalu terbitkan."),
    ),
    "tahan-berubah": galat(
        N_("{situs} tidak diterbitkan karena berkas hasilnya berubah atau belum selesai dibangun."),
        N_("Jalankan sitegen build, lalu terbitkan lagi."),
    ),
    "tahan-belum": galat(
        N_("{situs} tidak diterbitkan karena belum dibangun."),
        N_("Jalankan sitegen build, lalu terbitkan lagi."),
    ),
    "tahan-dibatalkan": peringatan(
        N_("{situs} tidak diterbitkan karena hasil yang sama sudah Anda batalkan di {sasaran}."),
        N_("Perbaiki isinya, atau terbitkan juga dengan --force."),
    ),
    "tahan-asing": galat(
        N_(
            "{situs} tidak diterbitkan: di {sasaran} sudah ada {berkas}, yang bukan buatan sitegen."
        ),
        N_("Pindahkan berkas itu, atau timpa dengan --adopt."),
    ),
    "terbit-usang": peringatan(
        N_("Isi {situs} berubah sejak terakhir dibangun; yang terbit adalah hasil yang lama."),
        N_("Jalankan sitegen build, lalu terbitkan lagi."),
    ),
    "terbit-tertinggal": saran(
        N_("{situs} masih daring di {sasaran}, tetapi tidak ada lagi di content/."),
        N_("Bila memang harus turun: sitegen unpublish {situs}"),
    ),
    "terbit-tanpa-sasaran": galat(
        N_("Belum ada sasaran penerbitan."),
        N_(
            "Tulis bagian penerbitan: di content/provinsi.yml; "
            "caranya ada di docs/panduan-diskominfo.md."
        ),
    ),
    "terbit-kim-asing": galat(
        N_('Tidak ada KIM "{nilai}" untuk tempat khusus di sasaran {sasaran}.'),
        N_("Tulis foldernya, misalnya kapuas/kim-handep."),
    ),
    "terbit-terkunci": galat(
        N_("Penerbitan lain ke {sasaran} sedang berjalan. {sebab}"),
        N_("Tunggu sampai selesai, lalu ulangi."),
    ),
    "terbit-bukan-milik": galat(
        N_("{tempat} berisi berkas yang bukan buatan sitegen, jadi {sasaran} tidak disentuh."),
        N_(
            "Pilih tempat yang kosong. Bila isinya boleh tinggal berdampingan, jalankan sekali "
            "dengan --adopt: tidak ada yang dihapus, hanya yang bernama sama yang ditimpa."
        ),
    ),
    "terbit-catatan-rusak": galat(
        N_("Catatan penerbitan di {sasaran} rusak atau diubah orang lain: {berkas}."),
        N_(
            "Periksa dengan sitegen verify {sasaran}, lalu kirim ulang semuanya: "
            "sitegen publish {sasaran} --adopt"
        ),
    ),
    "terbit-tak-terhubung": galat(
        N_("{sasaran} tidak dapat dihubungi: {sebab}."),
        N_("Periksa jaringan dan alamatnya, lalu ulangi; yang sudah daring tetap."),
    ),
    "terbit-ditolak": galat(
        N_("{sasaran} menolak kunci atau akun Anda: {sebab}."),
        N_("Periksa kunci SSH, akun git, atau variabel lingkungan yang dipakai sasaran ini."),
    ),
    "terbit-host-asing": galat(
        N_("Kunci peladen {sasaran} belum dikenal atau berubah: {sebab}."),
        N_("Masuk sekali dengan ssh ke peladen itu, dan cocokkan sidik jarinya."),
    ),
    "terbit-disk": galat(
        N_("{sasaran} tidak dapat ditulis, di {tempat}: {sebab}."),
        N_("Periksa ruang simpan dan izin, lalu ulangi; yang sudah daring tetap."),
    ),
    "terbit-tanpa-repositori": galat(
        N_("Repositori {sasaran} tidak ada, atau akun Anda tidak boleh membacanya: {sebab}."),
        N_("Buat dulu repositorinya, lalu beri kunci atau akun ini hak tulis."),
    ),
    "terbit-tanda-tangan": galat(
        N_("Daftar berkas untuk {sasaran} tidak dapat ditandatangani: {sebab}."),
        N_(
            "Isi SITEGEN_KUNCI_TANDA dengan letak kunci ssh-keygen atau minisign tanpa kata "
            "sandi, atau hapus tanda_tangan di provinsi.yml."
        ),
    ),
    "terbit-berubah": galat(
        N_("{berkas} berubah sejak dibangun, jadi {sasaran} tidak disentuh."),
        N_("Jalankan sitegen build, lalu terbitkan lagi."),
    ),
    "terbit-tanpa-program": galat(
        N_("Program {program} diperlukan untuk sasaran {sasaran}, tetapi tidak terpasang."),
        N_("Pasang dulu, misalnya: apt install {program}"),
    ),
    "terbit-tanpa-tautan": galat(
        N_("Windows tidak mengizinkan tautan folder di {tempat}."),
        N_("Nyalakan Mode Pengembang di Setelan Windows, atau pakai sasaran berjenis lain."),
    ),
    "terbit-tanpa-rilis": galat(
        N_("Tidak ada rilis {nama} di {sasaran}."),
        N_("Lihat daftarnya: sitegen releases {sasaran}"),
    ),
    "terbit-didahului": galat(
        N_("{sasaran} diterbitkan orang lain pada saat yang sama."),
        N_("Ulangi; perubahan mereka akan ikut diperhitungkan."),
    ),
    "terbit-gagal": galat(
        N_("{sasaran} gagal: {sebab}."),
        N_("Ulangi; bila tetap gagal, kirim pesan ini kepada pengelola sasaran."),
    ),
}
