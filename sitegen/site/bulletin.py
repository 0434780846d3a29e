"""The month's edition of a KIM for the notice board: one page that prints on A4 (koran dinding)."""

import base64
import re
from datetime import date

from sitegen.site.contract import Content, Drawn, Files, Memo, SiteJob, SiteResult, Stored
from sitegen.site.kim import open_kim
from sitegen.site.links import root_of
from sitegen.site.views import EntriView

_SOURCES = re.compile(r"<source [^>]*>")
_IMAGE = re.compile(r'src="(?:\.\./|\./)*(foto/[^"]+)"')
_LAZY = ' loading="lazy"'


def render_bulletin(job: SiteJob, files: Files, memo: Memo, month: date) -> tuple[str, int]:
    """Give the page, whole in itself, and how many texts it holds.

    Args:
        job: the KIM.
        files: reads its inputs.
        memo: remembers its texts and pictures.
        month: any day of the month.

    Raises:
        ThemeFault: a template fails.
        ValueError: the register of the KIM cannot be read.
    """
    result = SiteResult()
    site = open_kim(job, files, memo, result)
    if site is None:
        raise ValueError(job.site)

    def of_month(jenis: str) -> tuple[EntriView, ...]:
        return tuple(view for view in site.shelf.by_type[jenis] if _same(view.hari, month))

    told = {name: of_month(name) for name in ("berita", "pengumuman", "klarifikasi", "aspirasi")}
    coming = tuple(view for view in site.shelf.by_type["agenda"] if _from(view.hari, month))[::-1]
    out = site.out
    path = "buletin/"
    out.page(
        path,
        "kim/buletin.html",
        out._("Buletin {nama}").format(nama=site.kim.nama),
        {
            **told,
            "agenda": coming,
            "bulan": month,
            "qr_situs": out.qr(out.situs.url),
        },
        indexed=False,
    )
    markup = result.files[f"{path}index.html"]
    assert isinstance(markup, bytes)
    whole = _embedded(markup.decode(), result.files).replace(
        f'"{root_of(path)}', f'"{out.situs.url}'
    )
    return whole, sum(len(views) for views in told.values()) + len(coming)


def _same(day: date | None, month: date) -> bool:
    return day is not None and (day.year, day.month) == (month.year, month.month)


def _from(day: date | None, month: date) -> bool:
    return day is not None and day >= month.replace(day=1)


def _embedded(markup: str, files: dict[str, Content]) -> str:
    """Put each picture inside the page, so that one file can be sent and printed anywhere."""

    def embed(found: re.Match[str]) -> str:
        file = files.get(found[1])
        if file is None:
            return found[0]
        if isinstance(file, Stored):
            with open(file.place, "rb") as handle:
                file = handle.read()
        elif isinstance(file, Drawn):
            file = file.make()
        return f'src="data:image/jpeg;base64,{base64.b64encode(file).decode()}"'

    return _IMAGE.sub(embed, _SOURCES.sub("", markup)).replace(_LAZY, "")
