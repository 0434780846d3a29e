"""What all sites share: reading their level's register, their theme, their colours."""

from collections.abc import Iterable
from datetime import timezone
from functools import lru_cache

from sitegen.content.dates import ZONES
from sitegen.content.names import kabupaten_slug
from sitegen.content.reader import read_kabupaten, read_provinsi
from sitegen.content.register import Kabupaten, KabupatenProvinsi, Provinsi, WarnaSitus
from sitegen.site.contract import Files, Memo, SiteJob
from sitegen.site.palette import Palette, make_palette
from sitegen.site.theme import Theme, load_theme
from sitegen.site.views import EntriView, Tautan


@lru_cache(maxsize=4)
def _provinsi(data: bytes) -> Provinsi:
    provinsi, _ = read_provinsi("content/provinsi.yml", data)
    assert provinsi is not None, "a build begins only with a readable provinsi.yml"
    return provinsi


def province_of(job: SiteJob, files: Files) -> Provinsi:
    """Give the register of the province; its findings are reported once, by the engine."""
    return _provinsi(files.read(job.provinsi))


def kabupaten_of(site: str, name: str, files: Files, provinsi: Provinsi) -> Kabupaten:
    """Give the register of a kabupaten.

    Where ``kabupaten.yml`` is absent or unreadable, what the province lists under the same name
    stands in, so that one file blocks no KIM.
    """
    kabupaten = read_kabupaten(name, files.read(name))[0] if name else None
    if kabupaten:
        return kabupaten
    listed = listed_kabupaten(site, provinsi)
    if listed:
        return Kabupaten.model_construct(**dict(listed))  # its fields were read and checked
    return Kabupaten(nama=site.replace("-", " ").title(), kode=f"{provinsi.kode}.00")


def listed_kabupaten(site: str, provinsi: Provinsi) -> KabupatenProvinsi | None:
    """Give the province's own line about the kabupaten of a folder."""
    return next((k for k in provinsi.kabupaten if kabupaten_slug(k.nama) == site), None)


def theme_of(job: SiteJob, language: str, memo: Memo) -> Theme:
    """Give the theme of a site, with the words of its pages in a language."""
    return load_theme(job.theme, job.theme_digest, language, memo.templates)


def colours(theme: Theme, *choices: WarnaSitus | None) -> Palette:
    """Give the colours of a site: the theme's own, replaced by each choice in turn."""
    result = theme.colours()
    for choice in choices:
        if choice:
            result.update({k: v for k, v in choice.model_dump().items() if v})
    return make_palette(result)


def site_address(provinsi: Provinsi, site: str) -> str:
    """Give the absolute address of a site below the province's, ending in ``/``."""
    base = provinsi.url.rstrip("/") + "/"
    return f"{base}{site}/" if site else base


def zone_of(provinsi: Provinsi) -> timezone:
    """Give the zone that the province's days and hours are in."""
    return ZONES[provinsi.zona_waktu]


def most_urgent(siaran: Iterable[EntriView]) -> Tautan | None:
    """Give the newest broadcast in force that cannot wait (UU 14/2008, article 10)."""
    for view in siaran:
        if getattr(view.data, "kelas", "") == "serta merta":
            return Tautan(view.judul, view.path, kode=view.pengirim_siaran)
    return None
