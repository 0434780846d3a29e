"""Themes: a chain of folders, the child before its parent, as templates, style and static files.

A child theme holds only what differs: a template of the same name replaces its parent's (and may
extend it as ``dasar/kim/beranda.html``), its ``gaya.css`` is read after its parent's, a static
file of the same name replaces its parent's.
"""

import hashlib
import os
import traceback
from collections.abc import Mapping
from datetime import date, time
from functools import lru_cache

import jinja2
import rcssmin
from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal
from markupsafe import Markup

from sitegen.content import choices
from sitegen.content.dates import Moment
from sitegen.content.kinds import Harga
from sitegen.i18n import catalogue
from sitegen.site.compiled import kept_in, speak
from sitegen.site.links import from_root
from sitegen.site.palette import Palette
from sitegen.site.themechain import ThemeFault, read_settings, short_reason

STYLE = "gaya.css"
PRINT_STYLE = "cetak.css"
"""What only paper needs comes in a file of its own, so that no screen waits for it."""
SECURITY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; manifest-src 'self'; "
    "worker-src 'self'; frame-src https://www.youtube-nocookie.com; base-uri 'none'; "
    "form-action 'self'"
)
"""The content security policy of every page: scripts only from the site, none inside a page."""
_PREVIEW = 160
"""Letters of a description; search engines and WhatsApp cut longer ones."""
_CHOICES = (
    "JENIS_POTENSI",
    "JENIS_ASPIRASI",
    "STATUS_ASPIRASI",
    "PUTUSAN",
    "KELAS_INFORMASI",
    "LEVEL_KIM",
    "BAHASA_DAERAH",
)


class Theme:
    """A theme chain, ready to render in one language.

    ``kept`` is the folder in which compiled templates are remembered, if they are.
    """

    def __init__(self, chain: tuple[str, ...], language: str, kept: str = "") -> None:
        self.chain = chain
        self.settings: dict[str, str] = {}
        for place in reversed(chain):
            self.settings.update(read_settings(place))
        self._style = self._read_sheet(STYLE)
        self.print_style = self._read_sheet(PRINT_STYLE)
        self.static, addresses = self._read_static()
        self._environment = _environment(chain, language, kept)
        self._environment.globals["aset"] = addresses.__getitem__
        self._environment.globals["GAYA_CETAK"] = Markup(self.print_style)  # noqa: S704

    def _read_sheet(self, name: str) -> str:
        """Give a style sheet of the chain, the parent's rules before the child's, made small."""
        parts = []
        for place in reversed(self.chain):
            path = os.path.join(place, "static", name)
            if os.path.isfile(path):
                with open(path, "rb") as handle:
                    parts.append(_decoded(handle.read(), place, name))
        return str(rcssmin.cssmin("\n".join(parts)))

    def _read_static(self) -> tuple[dict[str, bytes], dict[str, str]]:
        """Give the static files by their address in a site, and the addresses by name.

        An address holds a hash of the content, so that a server may let it be kept for ever;
        files in ``static/akar`` stand at the root of each site under their own name.
        """
        found: dict[str, bytes] = {}
        for place in reversed(self.chain):
            root = os.path.join(place, "static")
            for folder, folders, names in os.walk(root):
                folders.sort()
                for name in sorted(names):
                    inner = os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")
                    if inner not in (STYLE, PRINT_STYLE) and not name.startswith("."):
                        with open(os.path.join(folder, name), "rb") as handle:
                            found[inner] = handle.read()
        if self.print_style:
            found[PRINT_STYLE] = self.print_style.encode()
        addresses = {name: _static_address(name, data) for name, data in found.items()}
        return {addresses[name]: data for name, data in found.items()}, addresses

    def style(self, palette: Palette) -> Markup:
        """Give the style sheet with a site's colours, to stand inside ``<style>``."""
        night = f"@media (prefers-color-scheme:dark){{{_tokens(palette.night)}}}"
        # The theme's own text and checked colours.
        return Markup(self._style + _tokens(palette.day) + night)  # noqa: S704

    def colours(self) -> dict[str, str]:
        """Give the colours that ``theme.yml`` sets, by the name of their token."""
        return {
            k.removeprefix("warna_"): v for k, v in self.settings.items() if k.startswith("warna_")
        }

    def render(self, template: str, context: Mapping[str, object]) -> str:
        """Render a template.

        Raises:
            ThemeFault: the template fails, with its name and line.
        """
        try:
            return self._environment.get_template(template).render(context)
        except Exception as error:
            # A theme is code by others: any exception in it is a fault of the theme.
            raise self._fault(template, error) from error

    def macro(self, template: str, name: str, *args: object) -> Markup:
        """Call a macro of a template.

        Raises:
            ThemeFault: the template fails, with its name and line.
        """
        try:
            module = self._environment.get_template(template).module
            return Markup(getattr(module, name)(*args))  # noqa: S704 - a macro escapes for itself
        except Exception as error:
            raise self._fault(template, error) from error

    def _fault(self, template: str, error: Exception) -> ThemeFault:
        file, line = template, getattr(error, "lineno", 0) or 0
        if isinstance(error, jinja2.TemplateSyntaxError):
            file = error.filename or error.name or template
        else:
            for frame in traceback.extract_tb(error.__traceback__):
                if frame.filename.startswith(self.chain):
                    file, line = frame.filename, frame.lineno or 0
        for place in self.chain:
            if file.startswith(place):
                inner = os.path.relpath(file, os.path.dirname(place))
                file = "themes/" + inner.replace(os.sep, "/")
        return ThemeFault(
            "tema-rusak", file, line, templat=file, baris=line, sebab=short_reason(error)
        )


def _decoded(style: bytes, place: str, sheet: str) -> str:
    """Give a style sheet as text; raises ``ThemeFault`` where it is not UTF-8."""
    try:
        return style.decode()
    except UnicodeDecodeError as error:
        name = f"themes/{os.path.basename(place)}/static/{sheet}"
        line = style[: error.start].count(b"\n") + 1
        raise ThemeFault(
            "tema-rusak", name, line, templat=name, baris=line, sebab=short_reason(error)
        ) from error


@lru_cache(maxsize=8)
def load_theme(chain: tuple[str, ...], digest: str, language: str, kept: str = "") -> Theme:
    """Give the theme of a chain; one per process for each state of its files.

    Raises:
        ThemeFault: a ``theme.yml`` cannot be read.
    """
    del digest  # part of the key: a theme that changed is loaded anew
    return Theme(chain, language, kept)


def _environment(chain: tuple[str, ...], language: str, kept: str) -> jinja2.Environment:
    messages = catalogue(language)
    loaders = {os.path.basename(place): _loader(place) for place in chain}
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader([*loaders.values(), jinja2.PrefixLoader(loaders)]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=kept_in(kept, messages) if kept else None,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    speak(environment, messages)
    locale = locale_of(language)

    @lru_cache(maxsize=4096)
    def long_date(day: date) -> str:
        return format_date(day, "EEEE, d MMMM y", locale=locale)

    @lru_cache(maxsize=4096)
    def short_date(day: date) -> str:
        return format_date(day, "d MMM y", locale=locale)

    def number(value: float) -> str:
        return format_decimal(value, locale=locale)

    def price(value: Harga) -> str:
        amounts = dict.fromkeys((value.dari, value.sampai))
        return " – ".join(f"Rp\u00a0{number(amount)}" for amount in amounts)

    def clock(value: time | None) -> str:
        return f"{value:%H.%M}" if value else ""

    def moment(value: Moment) -> str:
        return long_date(value.hari) + (f", {clock(value.jam)}" if value.jam else "")

    environment.globals["KEAMANAN"] = SECURITY
    environment.globals.update({name: getattr(choices, name) for name in _CHOICES})
    environment.filters.update(
        tanggal=long_date,
        tanggal_pendek=short_date,
        bulan=lambda day: format_date(day, "MMMM y", locale=locale),
        bulan_pendek=lambda day: format_date(day, "MMM", locale=locale),
        angka=number,
        harga=price,
        jam=clock,
        waktu=moment,
        dari=from_root,
        label=messages.gettext,
        paragraf=_paragraphs,
        ringkas=_shortened,
        telepon=_phone,
    )
    return environment


def _tokens(colours: Mapping[str, str]) -> str:
    values = ";".join(f"--{name}:{value}" for name, value in sorted(colours.items()))
    return f":root{{{values}}}"


def _loader(place: str) -> jinja2.BaseLoader:
    return jinja2.FileSystemLoader(os.path.join(place, "templates"), encoding="utf-8")


def locale_of(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("id")


def _paragraphs(text: str) -> Markup:
    """Make a paragraph of each run of lines between empty lines."""
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in parts)


def _shortened(text: str) -> str:
    """Give a text on one line, cut between words where previews would cut it."""
    line = " ".join(text.split())
    return line if len(line) <= _PREVIEW else line[:_PREVIEW].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _phone(number: str) -> str:
    """Give an international number as people dial it at home, in groups of four."""
    local = "0" + number[2:] if number.startswith("62") else f"+{number}"
    head, rest = (local[:4], local[4:])
    return "-".join([head, *(rest[i : i + 4] for i in range(0, len(rest), 4))])


def _static_address(name: str, data: bytes) -> str:
    if name.startswith("akar/"):
        return name.removeprefix("akar/")
    stem, dot, suffix = name.rpartition(".")
    mark = hashlib.blake2b(data, digest_size=5).hexdigest()
    return f"aset/{stem}.{mark}{dot}{suffix}" if dot else f"aset/{name}.{mark}"
