"""Findings about single values."""

from sitegen.i18n import N_
from sitegen.messages.message import galat

MESSAGES = {
    "tanggal": galat(
        N_('"{nilai}" bukan tanggal yang ada.'),
        N_("Tulis tanggal seperti 2026-12-31 atau 31 Desember 2026."),
    ),
    "waktu": galat(
        N_('"{nilai}" bukan tanggal atau jam yang ada.'),
        N_("Tulis seperti 31 Desember 2026 pukul 08.00, atau tanggalnya saja."),
    ),
    "ya-tidak": galat(N_('"{nilai}" bukan ya atau tidak.'), N_("Tulis ya atau tidak.")),
    "bilangan": galat(N_('"{nilai}" bukan bilangan bulat.'), N_("Tulis angka saja, misalnya 12.")),
    "harga": galat(
        N_('"{nilai}" bukan harga.'),
        N_(
            "Tulis seperti Rp 65.000, 65 ribu, atau Rp 50.000 - Rp 1.500.000. Satuannya (per kilo, "
            "per lembar) ditulis di kolom satuan."
        ),
    ),
    "koordinat": galat(
        N_('"{nilai}" bukan letak di peta.'),
        N_("Tulis lintang lalu bujur, misalnya -1.763, 114.303 (salin dari aplikasi peta)."),
    ),
    "telepon": galat(
        N_('"{nilai}" bukan nomor telepon yang lengkap.'),
        N_("Tulis dari 0 atau +62, misalnya 0840-0000-1234."),
    ),
    "tautan": galat(N_('"{nilai}" bukan alamat web.'), N_("Tulis lengkap, diawali https://")),
    "surel": galat(N_('"{nilai}" bukan alamat surel.'), N_("Tulis seperti nama@contoh.id.")),
    "warna": galat(
        N_('"{nilai}" bukan warna.'), N_('Tulis enam angka heksadesimal, misalnya "#1f6f4a".')
    ),
    "kode": galat(
        N_('"{nilai}" bukan kode wilayah.'),
        N_("Bentuknya PP.KK.CC.DDDD, misalnya 62.03.09.2004 (desa) atau 62.03.09 (kecamatan)."),
    ),
    "jalur": galat(
        N_('"{nilai}" menunjuk ke luar folder ini.'),
        N_("Tulis nama berkas di folder yang sama, tanpa .. dan tanpa garis miring di depan."),
    ),
    "alamat-situs": galat(
        N_('"{nilai}" bukan alamat di situs ini.'),
        N_("Tulis bagian sesudah nama situs saja, misalnya berita/judul-lama."),
    ),
    "bahasa": galat(
        N_('"{nilai}" bukan kode bahasa.'), N_("Misalnya nij (Dayak Ngaju) atau bjn (Banjar).")
    ),
    "zona": galat(N_('"{nilai}" bukan zona waktu.'), N_("Pilih WIB, WITA, atau WIT.")),
    "pilihan": galat(
        N_('"{nilai}" bukan pilihan untuk kolom "{kolom}".'), N_("Pilihannya: {pilihan}.")
    ),
    "selesai-sebelum-mulai": galat(
        N_("Tanggal selesai lebih awal daripada tanggal mulai."), N_("Periksa kedua tanggal itu.")
    ),
    "alasan-wajib": galat(
        N_("Aspirasi yang ditolak harus memuat alasan."),
        N_("Isi kolom catatan pada langkah ini dengan alasan penolakan."),
    ),
    "tujuan-wajib": galat(
        N_("Aspirasi yang diteruskan harus menyebut tujuannya."),
        N_("Isi kolom kepada, misalnya Pemerintah Desa atau Dinas PUPR."),
    ),
    "sumber-wajib": galat(
        N_("Klarifikasi harus menyebut sumber."),
        N_("Isi sumber dengan lembaga atau alamat halaman yang membenarkan atau membantah."),
    ),
    "desa-wajib": galat(
        N_("KIM tingkat {level} harus menyebut nama desa atau kelurahannya."),
        N_("Tambahkan baris desa: nama desa."),
    ),
}
