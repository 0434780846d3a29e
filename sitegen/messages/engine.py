"""Findings about building and writing."""

from sitegen.i18n import N_
from sitegen.messages.message import galat, saran

MESSAGES = {
    "pekerja-mati": galat(
        N_("Pembangunan situs {situs} terhenti mendadak (memori habis atau proses dihentikan)."),
        N_("Jalankan lagi. Bila terulang, periksa foto yang sangat besar di KIM ini."),
    ),
    "kesalahan-sitegen": galat(
        N_("Situs {situs} tidak dapat dibangun karena kesalahan di dalam sitegen: {sebab}"),
        N_("Kirim berkas .sitegen/galat.log kepada pengembang sitegen. Situs lain tetap jadi."),
    ),
    "berkas-asing": galat(
        N_("Berkas ini bukan buatan sitegen, jadi tidak ditimpa."),
        N_("Pindahkan atau hapus berkas itu, lalu bangun lagi."),
    ),
    "tidak-tertulis": galat(
        N_("Berkas ini tidak dapat ditulis: {sebab}."), N_("Periksa ruang simpan dan izin folder.")
    ),
    "tidak-terhapus": galat(
        N_("Berkas ini tidak dipakai lagi, tetapi tidak dapat dihapus: {sebab}."),
        N_("Hapus sendiri berkas itu, atau periksa izin folder."),
    ),
    "state-rusak": saran(
        N_("Catatan pembangunan terakhir tidak dapat dibaca, jadi situs ini dibangun dari awal."),
        N_("Tidak perlu berbuat apa-apa."),
    ),
}
