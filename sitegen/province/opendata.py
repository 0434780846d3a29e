"""Open data: what the network knows of itself, in files that other programs can read."""

from collections.abc import Callable, Iterator, Sequence

from sitegen.i18n import N_
from sitegen.province.formats import WRITERS, Column, DataSet, Row, as_json, schema_of
from sitegen.province.level import Level
from sitegen.province.summaries import Network
from sitegen.site.views import BarisAspirasi, KumpulanData, Tautan

_PLACE = (
    Column("kim", "string", N_("Nama KIM")),
    Column("kabupaten", "string", N_("Kabupaten atau kota")),
)
SETS = (
    DataSet(
        "kim",
        N_("Daftar KIM"),
        N_("Semua KIM yang punya situs, dengan wilayah, SK, dan kegiatannya."),
        (
            Column("kode", "string", N_("Kode wilayah Kemendagri")),
            Column("nama", "string", N_("Nama KIM")),
            Column("nomor_induk", "string", N_("Nomor induk dari kementerian")),
            Column("level", "string", N_("Wilayah kerja")),
            Column("desa", "string", N_("Desa atau kelurahan")),
            Column("kecamatan", "string", N_("Kecamatan")),
            Column("kabupaten", "string", N_("Kabupaten atau kota")),
            Column("sk_nomor", "string", N_("Nomor SK")),
            Column("sk_akhir", "string", N_("Akhir masa bakti, tahun-bulan-hari")),
            Column("jumlah_anggota", "integer", N_("Jumlah anggota")),
            Column("jumlah_tulisan", "integer", N_("Semua tulisan yang tampil")),
            Column("terakhir", "string", N_("Tanggal tulisan terbaru")),
            Column("kegiatan", "string", N_("aktif, jarang, atau diam")),
            Column("alamat", "string", N_("Alamat situs")),
            Column("lintang", "number", N_("Lintang, derajat")),
            Column("bujur", "number", N_("Bujur, derajat")),
        ),
        ("csv", "json", "geojson"),
    ),
    DataSet(
        "berita",
        N_("Berita"),
        N_("Berita terbaru setiap KIM, paling banyak dua puluh tiap KIM."),
        (
            Column("tanggal", "string", N_("Tanggal")),
            Column("judul", "string", N_("Judul")),
            Column("ringkasan", "string", N_("Ringkasan")),
            Column("kategori", "string", N_("Kategori")),
            *_PLACE,
            Column("alamat", "string", N_("Alamat tulisan")),
        ),
        ("json",),
    ),
    DataSet(
        "potensi",
        N_("Potensi"),
        N_("Semua potensi yang dicatat KIM."),
        (
            Column("judul", "string", N_("Nama potensi")),
            Column("jenis", "string", N_("Jenis")),
            Column("pembuat", "string", N_("Pembuat atau pengelola")),
            Column("harga_dari", "integer", N_("Harga terendah, rupiah")),
            Column("harga_sampai", "integer", N_("Harga tertinggi, rupiah")),
            Column("satuan", "string", N_("Satuan harga")),
            *_PLACE,
            Column("alamat", "string", N_("Alamat tulisan")),
            Column("lintang", "number", N_("Lintang, derajat")),
            Column("bujur", "number", N_("Bujur, derajat")),
        ),
        ("csv",),
    ),
    DataSet(
        "aspirasi",
        N_("Aspirasi"),
        N_("Semua aspirasi dengan statusnya. Nama pengirim tidak pernah ada di sini."),
        (
            Column("nomor", "string", N_("Nomor")),
            Column("diterima", "string", N_("Tanggal diterima")),
            Column("judul", "string", N_("Judul")),
            Column("kategori", "string", N_("Kategori")),
            Column("status", "string", N_("Status terakhir")),
            Column("kepada", "string", N_("Diteruskan kepada")),
            Column("tenggat", "string", N_("Tenggat jawaban")),
            Column("dijawab", "string", N_("Tanggal dijawab")),
            Column("hari_kerja", "integer", N_("Hari kerja sampai dijawab")),
            *_PLACE,
            Column("alamat", "string", N_("Alamat tulisan")),
        ),
        ("csv",),
    ),
)


def render_data(level: Level, asked: Sequence[BarisAspirasi]) -> None:
    """Write every set with its schema, and the page that describes them."""
    out, network = level.out, level.network
    gather: dict[str, Callable[[], Iterator[Row]]] = {
        "kim": lambda: _kim(network),
        "berita": lambda: _berita(network),
        "potensi": lambda: _potensi(network),
        "aspirasi": lambda: _aspirasi(asked, out.situs.url),
    }
    shown = []
    for data_set in SETS:
        rows = gather[data_set.name]  # made anew for each use: those of a country are many
        count = sum(1 for _ in rows())
        schema = f"data/{data_set.name}.schema.json"
        out.result.files[schema] = as_json(schema_of(data_set, out.situs.url + schema, out._))
        for ending in data_set.formats:
            path = f"data/{data_set.name}.{ending}"
            out.result.files[path] = WRITERS[ending](data_set, rows())
            shown.append(
                KumpulanData(
                    path=path,
                    judul=f"{out._(data_set.title)} ({ending.upper()})",
                    keterangan=out._(data_set.meaning),
                    kolom=tuple(
                        Tautan(out._(c.meaning), "", kode=c.name) for c in data_set.columns
                    ),
                    skema=schema,
                    baris=count,
                )
            )
    out.page("data/", "provinsi/data.html", out._("Data terbuka"), {"kumpulan": tuple(shown)})


def _kim(network: Network) -> Iterator[Row]:
    return (
        {
            "kode": s.kode,
            "nama": s.nama,
            "nomor_induk": s.nomor_induk,
            "level": s.level,
            "desa": s.desa,
            "kecamatan": s.kecamatan,
            "kabupaten": s.kabupaten,
            "sk_nomor": s.sk_nomor,
            "sk_akhir": s.sk_akhir,
            "jumlah_anggota": s.jumlah_anggota,
            "jumlah_tulisan": sum(s.jumlah.values()),
            "terakhir": s.terakhir,
            "kegiatan": network.activity(s.terakhir),
            "alamat": s.url,
            **_point(s.koordinat),
        }
        for s in network.summaries
    )


def _berita(network: Network) -> Iterator[Row]:
    return (
        {
            "tanggal": entry.tanggal,
            "judul": entry.judul,
            "ringkasan": entry.ringkasan,
            "kategori": entry.kelompok,
            "kim": s.nama,
            "kabupaten": s.kabupaten,
            "alamat": s.url + entry.path,
        }
        for s in network.summaries
        for entry in s.berita
    )


def _potensi(network: Network) -> Iterator[Row]:
    return (
        {
            "judul": entry.judul,
            "jenis": entry.kelompok,
            "pembuat": entry.pembuat,
            "harga_dari": entry.harga[0] if entry.harga else None,
            "harga_sampai": entry.harga[1] if entry.harga else None,
            "satuan": entry.satuan,
            "kim": s.nama,
            "kabupaten": s.kabupaten,
            "alamat": s.url + entry.path,
            **_point(entry.koordinat),
        }
        for s in network.summaries
        for entry in s.potensi
    )


def _aspirasi(asked: Sequence[BarisAspirasi], url: str) -> Iterator[Row]:
    return (
        {
            "nomor": row.nomor,
            "diterima": row.diterima,
            "judul": row.judul,
            "kategori": row.kategori,
            "status": row.status,
            "kepada": row.kepada,
            "tenggat": row.tenggat,
            "dijawab": row.dijawab,
            "hari_kerja": row.hari_kerja,
            "kim": row.kim,
            "kabupaten": row.kabupaten,
            "alamat": row.path if row.path.startswith("http") else url + row.path,
        }
        for row in asked
    )


def _point(point: tuple[float, float] | None) -> Row:
    return {"lintang": point[0] if point else None, "bujur": point[1] if point else None}
