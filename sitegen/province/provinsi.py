"""Builds the site of the province: register, news, potensi and aspirations of all KIM."""

from collections import Counter, defaultdict
from dataclasses import replace

from sitegen.content.choices import JENIS_POTENSI
from sitegen.content.names import kabupaten_short, slugify
from sitegen.province.level import Level
from sitegen.province.map import Mark, draw_map
from sitegen.site import feeds
from sitegen.site.contract import Files, Memo, SiteJob, SiteResult
from sitegen.site.shelf import count_aspirations
from sitegen.site.situs import province_of, site_address
from sitegen.site.views import BarisKabupaten, HitungAspirasi, KartuEntri, SitusView, Tautan


def build_provinsi(job: SiteJob, files: Files, memo: Memo) -> SiteResult:
    """Make the site of the province.

    Raises:
        ThemeFault: a template fails.
    """
    provinsi = province_of(job, files)
    situs = SitusView(
        tingkat="provinsi",
        nama=f"KIM {provinsi.nama}",
        url=site_address(provinsi, ""),
        bahasa=provinsi.bahasa,
        slogan=provinsi.slogan or "",
        tentang=provinsi.tentang or "",
        wilayah=provinsi.nama,
        kontak=provinsi.kontak,
        media_sosial=provinsi.media_sosial,
        diskominfo=provinsi.kontak,
    )
    level = Level(job, files, memo, provinsi, situs)
    out, network = level.out, level.network
    level.use_menu(
        (
            Tautan(out._("Daftar KIM"), "kim/"),
            Tautan(out._("Berita"), "berita/"),
            Tautan(out._("Potensi"), "potensi/"),
            Tautan(out._("Aspirasi"), "aspirasi/"),
            Tautan(out._("Siaran"), "siaran/"),
        )
    )
    rows = _rows(level)
    news, counts = network.news(), count_aspirations(network.aspiration_steps(), out._)
    _home(level, rows, news, counts)
    links = tuple(Tautan(row.nama, row.path, jumlah=row.jumlah_kim, kode=row.kode) for row in rows)
    out.listing(
        "kim/",
        "provinsi/kim.html",
        out._("Daftar KIM"),
        network.kim_cards(),
        changed=lambda card: card.terakhir,
        context={"kabupaten": links},
    )
    out.listing(
        "berita/", "provinsi/berita.html", out._("Berita"), news, changed=lambda card: card.hari
    )
    _potensi(level)
    _aspirasi(level, links, counts)
    level.siaran_list("provinsi/daftar.html")
    result = level.finish(network.feed(level.siaran, news, situs.url))
    result.files["sitemap-provinsi.xml"] = result.files["sitemap.xml"]
    below = (f"{situs.url}{site}/sitemap.xml" for site in job.published)
    result.files["sitemap.xml"] = feeds.sitemap_index([f"{situs.url}sitemap-provinsi.xml", *below])
    return result


def _rows(level: Level) -> tuple[BarisKabupaten, ...]:
    """Give a row for each kabupaten of the register, then for folders it does not list."""
    sites = {code: site for site, code in level.job.kabupaten_sites}
    kim: Counter[str] = Counter()
    entries: Counter[str] = Counter()
    covered: defaultdict[str, set[str]] = defaultdict(set)
    for summary in level.network.summaries:
        site = summary.situs.partition("/")[0]
        kim[site] += 1
        entries[site] += sum(summary.jumlah.values())
        covered[site].add(summary.kecamatan.casefold())
    rows = [
        BarisKabupaten(
            nama=listed.nama,
            kode=listed.kode,
            path=f"{site}/" if site else "",
            jumlah_kim=kim[site],
            jumlah_kecamatan=listed.jumlah_kecamatan or 0,
            kecamatan_ber_kim=len(covered[site]) if site else 0,
            jumlah_entri=entries[site],
        )
        for listed in level.provinsi.kabupaten
        for site in [sites.get(listed.kode, "")]
    ]
    marks = draw_map(
        [
            Mark(kabupaten_short(listed.nama), listed.pusat, row.jumlah_kim)
            for listed, row in zip(level.provinsi.kabupaten, rows, strict=True)
        ]
    )
    return tuple(replace(row, titik=mark) for row, mark in zip(rows, marks, strict=True))


def _home(
    level: Level,
    rows: tuple[BarisKabupaten, ...],
    news: list[KartuEntri],
    counts: HitungAspirasi,
) -> None:
    network = level.network
    level.out.page(
        "",
        "provinsi/beranda.html",
        level.out.situs.nama,
        {
            "provinsi": level.provinsi,
            "kabupaten": rows,
            "berita": tuple(news[:9]),
            "potensi": tuple(card for _, card in network.potensi()[:6]),
            "aspirasi": tuple(network.aspirasi()[:6]),
            "siaran": level.current,
            "hitung": counts,
            "jumlah_kim": len(network.summaries),
            "jumlah_entri": sum(sum(s.jumlah.values()) for s in network.summaries),
        },
        description=level.provinsi.tentang or "",
    )


def _potensi(level: Level) -> None:
    """Render the potensi of the whole province, and a list for each jenis."""
    out, title, template = level.out, level.out._("Potensi"), "provinsi/potensi.html"
    found = level.network.potensi()
    numbers = Counter(kind for kind, _ in found)
    kinds = tuple(
        Tautan(out._(label), f"potensi/jenis/{slugify(kind)}/", numbers[kind], kind)
        for kind, label in JENIS_POTENSI.items()
        if numbers[kind]
    )
    for link in (Tautan(title, "potensi/"), *kinds):
        out.listing(
            link.path,
            template,
            f"{title}: {link.judul}" if link.kode else title,
            [card for kind, card in found if link.kode in ("", kind)],
            changed=lambda card: card.hari,
            trail=(Tautan(title, "potensi/"),) if link.kode else (),
            context={"jenis": kinds, "terpilih": link.judul if link.kode else ""},
        )


def _aspirasi(level: Level, links: tuple[Tautan, ...], counts: HitungAspirasi) -> None:
    numbers = Counter(
        s.situs.partition("/")[0] for s in level.network.summaries for _ in s.aspirasi
    )
    level.out.listing(
        "aspirasi/",
        "provinsi/aspirasi.html",
        level.out._("Aspirasi"),
        level.network.aspirasi(),
        changed=lambda card: card.hari,
        context={
            "hitung": counts,
            "kabupaten": tuple(replace(k, jumlah=numbers[k.path.rstrip("/")]) for k in links),
        },
    )
