"""The colours of a site: what was chosen, made readable on light and on dark ground.

WCAG 2.2, success criterion 1.4.3 asks for a contrast of 4.5 between text and its ground; relative
luminance and contrast are as WCAG defines them.
"""

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass

READABLE = 4.5
_TINT = 0.1
_STEP = 0.01
_FADED = "-pudar"
_NIGHT = "#121613"
_DAY = "#faf7f0"

_Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours by token for light and for dark screens, ``#rrggbb``.

    Beside each token stands a faded one (``utama-pudar``) on which the first is readable too.
    ``adjusted`` holds, by token, the colour that replaces one too pale to be read by day.
    """

    day: Mapping[str, str]
    night: Mapping[str, str]
    adjusted: Mapping[str, str]


def make_palette(chosen: Mapping[str, str]) -> Palette:
    """Make each colour readable: darker by day and lighter by night, no more than is needed."""
    day: dict[str, str] = {}
    night: dict[str, str] = {}
    adjusted: dict[str, str] = {}
    for token, colour in chosen.items():
        day[token], day[token + _FADED] = _readable(colour, _DAY, -_STEP)
        night[token], night[token + _FADED] = _readable(colour, _NIGHT, _STEP)
        if day[token] != colour:
            adjusted[token] = day[token]
    return Palette(day, night, adjusted)


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _readable(colour: str, ground: str, step: float) -> tuple[str, str]:
    """Give the nearest readable colour, and its faded ground."""
    faded = _mix(colour, ground)
    while min(contrast(colour, ground), contrast(colour, faded)) < READABLE:
        hue, lightness, saturation = colorsys.rgb_to_hls(*_rgb(colour))
        lightness = min(1.0, max(0.0, lightness + step))
        colour = _hex(colorsys.hls_to_rgb(hue, lightness, saturation))
        faded = _mix(colour, ground)
    return colour, faded


def _mix(colour: str, ground: str) -> str:
    """Give a thin layer of a colour over a ground."""
    pairs = zip(_rgb(colour), _rgb(ground), strict=True)
    red, green, blue = (c * _TINT + g * (1 - _TINT) for c, g in pairs)
    return _hex((red, green, blue))


def _luminance(rgb: _Rgb) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(colour: str) -> _Rgb:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _hex(rgb: _Rgb) -> str:
    return "#" + "".join(f"{round(c * 255):02x}" for c in rgb)
