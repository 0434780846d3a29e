"""Builds the site of the province: register, news, potensi and aspirations of all KIM."""

from collections import Counter, defaultdict
from dataclasses import replace

from sitegen.content.layout import prefix
from sitegen.content.names import kabupaten_short
from sitegen.province import contact, ledger
from sitegen.province.agenda import render_agenda
from sitegen.province.boundaries import BOUNDARIES, Boundaries, read_boundaries
from sitegen.province.level import Level
from sitegen.province.map import Mark, draw_map
from sitegen.province.market import render_market
from sitegen.province.opendata import render_data
from sitegen.province.register import render_register
from sitegen.province.statistics import render_statistics
from sitegen.site import feeds
from sitegen.site.contract import Files, Memo, SiteJob, SiteResult
from sitegen.site.situs import province_of, site_address
from sitegen.site.views import BarisKabupaten, KartuEntri, SitusView, Tautan


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
            Tautan(out._("Agenda"), "agenda/"),
            Tautan(out._("Siaran"), "siaran/"),
            Tautan(out._("Statistik"), "statistik/"),
            Tautan(out._("Data"), "data/"),
        )
    )
    rows = _rows(level, _boundaries(level, files))
    news = network.news()
    asked = ledger.rows(network)
    _home(level, rows, news)
    places = tuple(Tautan(row.nama, row.path, jumlah=row.jumlah_kim, kode=row.kode) for row in rows)
    render_register(level, "provinsi/kim.html", places, filtered=True)
    out.listing(
        "berita/", "provinsi/berita.html", out._("Berita"), news, changed=lambda card: card.hari
    )
    render_market(level)
    ledger.render_ledger(level, asked)
    render_agenda(level)
    render_statistics(level, rows, asked)
    render_data(level, asked)
    level.siaran_list("provinsi/daftar.html")
    whom_to_tell = contact.security_txt(provinsi.kontak, situs.url, provinsi.bahasa, level.today)
    if whom_to_tell:
        level.result.files[contact.PATH] = whom_to_tell
    result = level.finish(network.feed(level.siaran, news, situs.url))
    result.files["sitemap-provinsi.xml"] = result.files["sitemap.xml"]
    below = (f"{situs.url}{site}/sitemap.xml" for site in job.published)
    result.files["sitemap.xml"] = feeds.sitemap_index([f"{situs.url}sitemap-provinsi.xml", *below])
    return result


def _boundaries(level: Level, files: Files) -> Boundaries:
    """Give the outlines of the kabupaten that Diskominfo gave, if any."""
    name = f"{prefix('')}{BOUNDARIES}"
    if name not in level.job.files:
        return {}
    found, findings = read_boundaries(name, files.read(name), level.provinsi.kabupaten)
    level.result.diagnostics += findings
    return found


def _rows(level: Level, boundaries: Boundaries) -> tuple[BarisKabupaten, ...]:
    """Give a row for each kabupaten of the register, placed on the map."""
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
            Mark(
                kabupaten_short(listed.nama),
                listed.pusat,
                row.jumlah_kim,
                boundaries.get(listed.kode, ()),
            )
            for listed, row in zip(level.provinsi.kabupaten, rows, strict=True)
        ]
    )
    return tuple(replace(row, titik=mark) for row, mark in zip(rows, marks, strict=True))


def _home(level: Level, rows: tuple[BarisKabupaten, ...], news: list[KartuEntri]) -> None:
    network = level.network
    raised = network.raised(level.provinsi.pilihan)
    level.out.page(
        "",
        "provinsi/beranda.html",
        level.out.situs.nama,
        {
            "provinsi": level.provinsi,
            "kabupaten": rows,
            "pilihan": tuple(raised[:3]),
            "berita": tuple([card for card in news if card not in raised[:3]][:9]),
            "potensi": tuple(card for _, card in network.potensi()[:6]),
            "aspirasi": tuple(network.aspirasi()[:6]),
            "siaran": level.current[:4],
            "hitung": ledger.count(network),
            "jumlah_kim": len(network.summaries),
            "jumlah_entri": sum(sum(s.jumlah.values()) for s in network.summaries),
        },
        description=level.provinsi.tentang or "",
    )
