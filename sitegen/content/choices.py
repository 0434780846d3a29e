"""The closed lists of words that content uses, with the labels that pages show."""

from sitegen.i18n import N_

JENIS_TULISAN = (
    "berita",
    "potensi",
    "aspirasi",
    "agenda",
    "pengumuman",
    "klarifikasi",
    "halaman",
    "siaran",
)
"""The types of entry, which are the names of their folders."""

JENIS_POTENSI = {
    "umkm": N_("UMKM"),
    "wisata": N_("Wisata"),
    "pertanian": N_("Pertanian"),
    "perikanan": N_("Perikanan"),
    "kerajinan": N_("Kerajinan"),
    "budaya": N_("Budaya"),
    "sumber daya": N_("Sumber daya"),
    "lainnya": N_("Lainnya"),
}

JENIS_ASPIRASI = {
    "aspirasi": N_("Aspirasi"),
    "pengaduan": N_("Pengaduan"),
    "permintaan informasi": N_("Permintaan informasi"),
}
"""The kinds of report of SP4N-LAPOR!."""

STATUS_ASPIRASI = {
    "diterima": N_("Diterima"),
    "diverifikasi": N_("Diverifikasi"),
    "diteruskan": N_("Diteruskan"),
    "ditindaklanjuti": N_("Ditindaklanjuti"),
    "selesai": N_("Selesai"),
    "ditunda": N_("Ditunda"),
    "ditolak": N_("Ditolak / bukan wewenang"),
}

PUTUSAN = {
    "hoaks": N_("Hoaks"),
    "disinformasi": N_("Disinformasi"),
    "misinformasi": N_("Misinformasi"),
    "benar": N_("Benar"),
}
"""The labels of the ministry's hoax reports, and one for a rumour that proved true."""

KELAS_INFORMASI = {
    "berkala": N_("Informasi berkala"),
    "serta merta": N_("Informasi serta-merta"),
    "setiap saat": N_("Informasi setiap saat"),
}
"""The open classes of public information (UU 14/2008, Perki 1/2018)."""

ADINDA = {
    "akses informasi": N_("Akses informasi"),
    "diskusi": N_("Diskusi"),
    "implementasi": N_("Implementasi"),
    "networking": N_("Jejaring"),
    "diseminasi": N_("Diseminasi"),
    "aspirasi": N_("Aspirasi"),
}
"""The six activities of a KIM's work cycle, by the letters of ADINDA."""

KRITERIA = {
    "kegiatan": N_("Kegiatan menulis"),
    "isi": N_("Kedalaman isi"),
    "tampilan": N_("Foto dan tampilan"),
    "ragam": N_("Ragam tulisan"),
    "tanggap": N_("Tindak lanjut aspirasi"),
    "keterbukaan": N_("Keterbukaan anggaran dan informasi"),
    "kelengkapan": N_("Kelengkapan profil"),
}
"""What KIM websites are judged by in contests and monitoring."""

LEVEL_KIM = {
    "desa": N_("Desa"),
    "kelurahan": N_("Kelurahan"),
    "kecamatan": N_("Kecamatan"),
    "dusun": N_("Dusun/lingkungan"),
    "kabupaten": N_("Kabupaten/kota"),
}

ALAMAT_KIM = {
    "subfolder": N_("Di bawah alamat provinsi"),
    "subdomain": N_("Subdomain dari alamat provinsi"),
}
"""Where the sites of KIM are read that have no address of their own."""

JENIS_TERBIT = {
    "folder": N_("Folder di peladen sendiri"),
    "rsync": N_("Peladen lain lewat SSH"),
    "git": N_("Cabang git (GitHub Pages, GitLab Pages, Cloudflare Pages)"),
    "s3": N_("Penyimpanan objek"),
    "zip": N_("Satu arsip per KIM"),
}
"""How sites are brought online."""

BAHASA_DAERAH = {
    "id": "Bahasa Indonesia",
    "en": "English",
    "nij": "Dayak Ngaju",
    "bjn": "Banjar",
    "mhy": "Ma’anyan",
    "bkr": "Bakumpai",
    "otd": "Ot Danum",
    "sya": "Siang",
    "lbx": "Lawangan",
    "twy": "Tawoyan",
    "jv": "Jawa",
    "ms": "Melayu",
    "zlm": "Melayu",
    "knx": "Kanayatn",
    "iba": "Iban",
    "lra": "Bakati’ Rara",
}
"""Names of languages (ISO 639-3); CLDR lacks several of them. A name is in its own language."""
