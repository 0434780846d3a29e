"""The picture that messengers show beside a link to a page without a photo: title and KIM."""

import io
from functools import cache, lru_cache

from PIL import Image, ImageDraw, ImageFont

from sitegen.site.contract import Rendered, Rendition
from sitegen.site.pictures import SHARE_SIZE, encode_share

RECIPE = "2"
"""Names what :func:`draw_card` does; part of the key under which its work is remembered."""

_MARGIN = 84
_ROOM = SHARE_SIZE[0] - 2 * _MARGIN
_LONGEST = 240
"""Letters of a title that are looked at; no card shows more."""
_FAINT = "#ffffff55"
_SIZES = ((76, 3), (62, 4), (50, 5))
"""Sizes of the title in pixels, and how many lines of each fit."""


def draw_card(title: str, name: str, place: str, ground: str) -> Rendered:
    """Draw a card: white on ``ground``, with the name above and a woven edge below."""
    image = _blank(name, place, ground).copy()
    lines, size = _fitted(title)
    ImageDraw.Draw(image).multiline_text(
        (_MARGIN, 196), "\n".join(lines), font=_font(size), fill="white", spacing=14, stroke_width=1
    )
    return Rendered(*SHARE_SIZE, (Rendition("share", SHARE_SIZE[0], encode_share(image)),))


@lru_cache(maxsize=4)
def _blank(name: str, place: str, ground: str) -> Image.Image:
    """Draw what all cards of a site have in common."""
    image = Image.new("RGB", SHARE_SIZE, ground)
    _weave(image)
    draw = ImageDraw.Draw(image)
    draw.text((_MARGIN, 64), name, font=_font(40), fill="white", stroke_width=1)
    draw.text((_MARGIN, 118), place, font=_font(28), fill="#f2eee4")
    return image


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Give the font that comes with Pillow, which is the same on every machine."""
    return ImageFont.load_default(size)


def _fitted(title: str) -> tuple[list[str], int]:
    """Break a title into lines of the largest size that fits; what is too long is cut."""
    title = title[:_LONGEST]
    for size, most in _SIZES:
        lines = _wrapped(title, size)
        if len(lines) <= most:
            return lines, size
    lines, last = lines[: most - 1], lines[most - 1]
    while _font(size).getlength(f"{last} …") > _ROOM:
        last = last[:-1]
    return [*lines, last.rstrip(" ,.;:") + " …"], size


def _wrapped(text: str, size: int) -> list[str]:
    room, font = _ROOM, _font(size)
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= room:
            lines[-1] = longer
            continue
        while font.getlength(word) > room:
            keep = next(n for n in range(len(word), 0, -1) if font.getlength(word[:n]) <= room)
            lines, word = [*lines, word[:keep]], word[keep:]
        lines.append(word)
    return [line for line in lines if line] or [""]


def draw_icon(letters: str, ground: str, size: int) -> bytes:
    """Draw the icon of a site for a phone's home screen: letters on its colour, as PNG."""
    image = Image.new("RGB", (size, size), ground)
    draw = ImageDraw.Draw(image)
    font = _font(round(size * 0.42))
    half = size / 2
    draw.text((half, half), letters, font=font, fill="white", anchor="mm", stroke_width=size // 96)
    buffer = io.BytesIO()
    image.quantize(16).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _weave(image: Image.Image) -> None:
    """Draw a row of diamonds between zigzag lines along the lower edge."""
    overlay = Image.new("RGBA", image.size)
    ink = ImageDraw.Draw(overlay)
    step, top, bottom = 48, image.height - 74, image.height - 26
    for x in range(0, image.width + step, step):
        ink.line([(x - 24, bottom), (x, top), (x + 24, bottom)], fill=_FAINT, width=7)
        _diamond(ink, x - 24, top + 12, 12)
        _diamond(ink, x, bottom - 10, 10)
    image.paste(overlay, (0, 0), overlay)


def _diamond(ink: ImageDraw.ImageDraw, x: int, y: int, reach: int) -> None:
    ink.polygon([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], fill=_FAINT)
