"""Draws up the summary of a KIM site from what it shows."""

from collections import Counter
from collections.abc import Sequence
from statistics import median

from sitegen.content.choices import JENIS_TULISAN
from sitegen.content.dates import BuildDate
from sitegen.content.register import Kabupaten, Kim
from sitegen.content.types import Agenda, Aspirasi, Berita, Potensi
from sitegen.site.duty import addressee
from sitegen.site.summary import (
    NEWEST,
    RingkasAgenda,
    Ringkasan,
    RingkasAspirasi,
    RingkasEntri,
    RingkasFoto,
)
from sitegen.site.views import EntriView, Foto

_SMALL = 3
"""How many widths of a photo a summary names; larger ones are of no use in lists."""


def summarise(
    site: str,
    url: str,
    kim: Kim,
    kabupaten: Kabupaten,
    views: Sequence[EntriView],
    today: BuildDate,
) -> Ringkasan:
    """Give what the kabupaten and the province show of a KIM."""
    by_type = {
        jenis: [v for v in views if v.jenis == jenis]
        for jenis in JENIS_TULISAN
        if jenis != "siaran"
    }
    days = [v.hari for v in views if v.hari and v.jenis != "agenda"]
    counted = [day for day in days if today.reached(day)]
    point = kim.koordinat
    return Ringkasan(
        situs=site,
        url=url,
        nama=kim.nama,
        nomor_induk=kim.nomor_induk or "",
        level=kim.level,
        kode=kim.kode,
        desa=kim.desa or "",
        kecamatan=kim.kecamatan,
        kabupaten=kabupaten.nama,
        slogan=kim.slogan or "",
        koordinat=(point.lintang, point.bujur) if point else None,
        sk_nomor=kim.sk.nomor if kim.sk else "",
        sk_akhir=kim.sk.akhir if kim.sk else None,
        jumlah_anggota=kim.jumlah_anggota,
        jumlah={jenis: len(found) for jenis, found in by_type.items()},
        terakhir=max(counted, default=None),
        per_bulan=dict(sorted(Counter(f"{day:%Y-%m}" for day in counted).items())),
        foto=sum(len(view.galeri) + bool(view.foto) for view in views),
        kata=_usual_length(by_type["berita"]),
        terbuka=sum(map(_opens, views)),
        adinda=dict(sorted(Counter(filter(None, map(_activity, views))).items())),
        berita=tuple(_entry(view) for view in by_type["berita"][:NEWEST]),
        potensi=tuple(_entry(view) for view in by_type["potensi"]),
        aspirasi=tuple(_aspirasi(view) for view in by_type["aspirasi"]),
        agenda=tuple(_agenda(view) for view in by_type["agenda"][:NEWEST]),
    )


def _usual_length(views: Sequence[EntriView]) -> int:
    return round(median(len(str(v.isi).split()) for v in views)) if views else 0


def _opens(view: EntriView) -> bool:
    """Say whether a text is about the village's budget, or public information by its class."""
    told = f"{view.judul} {' '.join(view.data.topik)} {view.data.kategori or ''}".casefold()
    return "apbdes" in told or "anggaran" in told or bool(getattr(view.data, "kelas", None))


def _activity(view: EntriView) -> str:
    data = view.data
    if isinstance(data, Berita) and data.tanggapan_siaran and not data.adinda:
        return "networking"
    return data.adinda or data.adinda_biasa


def _entry(view: EntriView) -> RingkasEntri:
    data = view.data
    price = data.harga if isinstance(data, Potensi) else None
    place = data.tempat if isinstance(data, Potensi) else None
    point = place.koordinat if place else None
    group = data.jenis if isinstance(data, Potensi) else (data.kategori or "")
    return RingkasEntri(
        judul=view.judul,
        path=view.path,
        tanggal=view.hari,
        ringkasan=view.ringkasan,
        kelompok=group,
        foto=_photo(view.foto) if view.foto else None,
        harga=(price.dari, price.sampai) if price else None,
        satuan=(data.satuan or "") if isinstance(data, Potensi) else "",
        pembuat=(data.pembuat or "") if isinstance(data, Potensi) else "",
        koordinat=(point.lintang, point.bujur) if point else None,
        naik=isinstance(data, Berita) and data.naik,
    )


def _photo(photo: Foto) -> RingkasFoto:
    return RingkasFoto(
        webp=tuple((v.path, v.lebar) for v in photo.webp[:_SMALL]),
        berat=tuple(v.berat for v in photo.webp[:_SMALL]),
        jpeg=photo.jpeg.path,
        jpeg_lebar=photo.jpeg.lebar,
        lebar=photo.lebar,
        tinggi=photo.tinggi,
        alt=photo.alt,
        warna=photo.warna,
    )


def _aspirasi(view: EntriView) -> RingkasAspirasi:
    data = view.data
    assert isinstance(data, Aspirasi)
    assert view.tenggat is not None
    last = data.riwayat[-1].tanggal if data.riwayat else data.tanggal
    return RingkasAspirasi(
        nomor=data.nomor,
        judul=view.judul,
        path=view.path,
        tanggal=data.tanggal,
        jenis=data.jenis,
        kategori=data.kategori or "",
        status=data.status,
        tanggal_status=max(last, data.tanggal),
        kepada=addressee(data),
        tenggat=view.tenggat.batas,
        dijawab=view.tenggat.dijawab,
        hari_kerja=view.tenggat.dipakai,
    )


def _agenda(view: EntriView) -> RingkasAgenda:
    data = view.data
    assert isinstance(data, Agenda)
    clock = f"{data.mulai.jam:%H:%M}" if data.mulai.jam else ""
    return RingkasAgenda(
        judul=view.judul,
        path=view.path,
        mulai=data.mulai.hari,
        sampai=data.selesai.hari if data.selesai else None,
        jam=clock,
        tempat=data.tempat,
    )
