"""Builds the site of a kabupaten: its KIM, their news, its coverage."""

from collections import Counter
from datetime import date

from sitegen.province import ledger
from sitegen.province.agenda import render_agenda
from sitegen.province.level import Level
from sitegen.province.register import render_register
from sitegen.province.summaries import MANY_PER_PAGE
from sitegen.site.contract import Files, Memo, SiteJob, SiteResult
from sitegen.site.render import PER_PAGE
from sitegen.site.situs import kabupaten_of, province_of, site_address
from sitegen.site.views import SitusView, Tautan


def build_kabupaten(job: SiteJob, files: Files, memo: Memo) -> SiteResult:
    """Make the site of a kabupaten.

    Raises:
        ThemeFault: a template fails.
    """
    provinsi = province_of(job, files)
    kabupaten = kabupaten_of(job.site, job.kabupaten, files, provinsi)
    situs = SitusView(
        tingkat="kabupaten",
        nama=kabupaten.nama,
        url=site_address(provinsi, job.site),
        bahasa=provinsi.bahasa,
        tentang=kabupaten.tentang or "",
        wilayah=provinsi.nama,
        induk=(Tautan(provinsi.nama, "../"),),
        kontak=kabupaten.kontak,
        diskominfo=provinsi.kontak,
    )
    level = Level(job, files, memo, provinsi, situs)
    out, network = level.out, level.network
    level.use_menu(
        (
            Tautan(out._("Daftar KIM"), "kim/"),
            Tautan(out._("Aspirasi"), "aspirasi/"),
            Tautan(out._("Agenda"), "agenda/"),
            Tautan(out._("Siaran"), "siaran/"),
        )
    )
    present = Counter(summary.kecamatan.casefold() for summary in network.summaries)
    latest = sorted(network.kim_cards(), key=lambda k: -(k.terakhir or date.min).toordinal())
    raised = network.raised(kabupaten.pilihan)[:1]
    news = [*raised, *(card for card in network.news() if card not in raised)]
    out.page(
        "",
        "kabupaten/beranda.html",
        kabupaten.nama,
        {
            "kabupaten": kabupaten,
            "kim": tuple(latest[:PER_PAGE]),
            "jumlah_kim": len(latest),
            "berita": tuple(news[:9]),
            "potensi": tuple(card for _, card in network.potensi()[:6]),
            "siaran": level.current[:4],
            "hitung": ledger.count(network),
            "cakupan": tuple(
                Tautan(k.nama, "", jumlah=present[k.nama.casefold()], kode=k.kode)
                for k in sorted(kabupaten.kecamatan, key=lambda k: k.kode)
            ),
        },
        description=kabupaten.tentang or "",
    )
    render_register(level, "kabupaten/kim.html", (), filtered=len(latest) > MANY_PER_PAGE)
    ledger.render_ledger(level, ledger.rows(network))
    render_agenda(level)
    level.siaran_list("kabupaten/daftar.html")
    return level.finish(network.feed(level.siaran, news, situs.url))
