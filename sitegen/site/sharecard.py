"""The picture that messengers show beside a link to a page without a photo: title and KIM.

A card is white ink on one colour, so four shades from one to the other are all it needs: as a PNG
of two bits a pixel it weighs a sixth of a JPEG and stays sharp. A site has one for each text, so
what its cards share is drawn and compressed once, and a letter is drawn once per process.
"""

import io
import unicodedata
import zlib
from functools import cache, lru_cache

from PIL import Image, ImageColor, ImageDraw, ImageFont
from PIL import __version__ as _pillow

from sitegen.site.pictures import SHARE_SIZE
from sitegen.site.stripes import SHADES, Stripe, stripe, write_png

RECIPE = f"3:{_pillow}:{zlib.ZLIB_RUNTIME_VERSION}"
"""Names what :func:`draw_card` does; part of the key under which its work is remembered."""

INK, _FAINT = SHADES - 1, 1
"""The lightest shade, and the next to the ground, which is 0."""
_WIDTH, _HEIGHT = SHARE_SIZE
_MARGIN = 84
_ROOM = _WIDTH - 2 * _MARGIN
_TITLE = (176, 536)
"""The rows that hold the title, from the first to the one after the last."""
_LONGEST = 240
"""Letters of a title that are looked at; no card shows more."""
_SIZES = ((76, 3), (62, 4), (50, 5))
"""Sizes of the title in pixels, and how many lines of each fit."""


def draw_card(title: str, name: str, place: str, ground: str) -> bytes:
    """Draw a card as PNG: white on ``ground``, with the name above and a woven edge below."""
    lines, size = _fitted(_unmarked(title))
    rows = Image.new("P", (_WIDTH, _TITLE[1] - _TITLE[0]))
    for number, line in enumerate(lines):
        _write(rows, line, 20 + round(size * (0.95 + 1.28 * number)), size)
    above, below = _frame(name, place)
    return write_png(SHARE_SIZE, _shades(ground), (above, stripe(rows), below))


@cache
def _shades(ground: str) -> bytes:
    """Give the colours from the ground to white."""
    return bytes(
        round(part + (255 - part) * shade / INK)
        for shade in range(SHADES)
        for part in ImageColor.getrgb(ground)[:3]
    )


@lru_cache(maxsize=4)
def _frame(name: str, place: str) -> tuple[Stripe, Stripe]:
    """Draw what all cards of a site have in common, above and below the title."""
    above = Image.new("P", (_WIDTH, _TITLE[0]))
    _write(above, _unmarked(name), 101, 40)
    shade = Image.new("L", above.size)
    ImageDraw.Draw(shade).text((_MARGIN, 118), _unmarked(place), font=_font(28), fill=255)
    above.paste(INK, None, shade)
    below = Image.new("P", (_WIDTH, _HEIGHT - _TITLE[1]))
    _weave(below)
    return stripe(above), stripe(below)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """Give the font that comes with Pillow, which is the same on every machine."""
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font


@lru_cache(maxsize=4096)
def _letter(letter: str, size: int) -> tuple[Image.Image, int, int] | None:
    """Give a letter with a heavy outline, and where it lies from the start of its baseline."""
    left, top, right, bottom = _font(size).getbbox(letter, anchor="ls", stroke_width=1)
    box = (round(right - left), round(bottom - top))
    if not all(box):
        return None
    mask = Image.new("L", box)
    ImageDraw.Draw(mask).text(
        (-left, -top), letter, fill=255, font=_font(size), anchor="ls", stroke_width=1
    )
    return mask, round(left), round(top)


@lru_cache(maxsize=16384)
def _step(before: str, letter: str, size: int) -> float:
    """Give how far a letter moves the pen when it stands behind another."""
    font = _font(size)
    return font.getlength(before + letter) - (font.getlength(before) if before else 0)


def _unmarked(text: str) -> str:
    """Take the marks off letters, as in *é*: the font has none."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _length(text: str, size: int) -> float:
    return sum(_step(text[i - 1] if i else "", letter, size) for i, letter in enumerate(text))


def _write(image: Image.Image, text: str, baseline: int, size: int) -> None:
    """Write a line in the lightest shade, letter by letter."""
    pen, before = float(_MARGIN), ""
    for letter in text:
        start = pen + _step(before, letter, size) - _step("", letter, size)
        if drawn := _letter(letter, size):
            mask, left, top = drawn
            image.paste(INK, (round(start) + left, baseline + top), mask)
        pen += _step(before, letter, size)
        before = letter


def _fitted(title: str) -> tuple[list[str], int]:
    """Break a title into lines of the largest size that fits; what is too long is cut."""
    title = title[:_LONGEST]
    for size, most in _SIZES:
        lines = _wrapped(title, size)
        if len(lines) <= most:
            return lines, size
    lines, last = lines[: most - 1], lines[most - 1]
    while _length(f"{last} …", size) > _ROOM:
        last = last[:-1]
    return [*lines, last.rstrip(" ,.;:") + " …"], size


def _wrapped(text: str, size: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if _length(longer, size) <= _ROOM:
            lines[-1] = longer
            continue
        while _length(word, size) > _ROOM:
            keep = next(n for n in range(len(word), 0, -1) if _length(word[:n], size) <= _ROOM)
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
    ink = ImageDraw.Draw(image)
    step, top, bottom = 48, image.height - 74, image.height - 26
    for x in range(0, image.width + step, step):
        ink.line([(x - 24, bottom), (x, top), (x + 24, bottom)], fill=_FAINT, width=7)
        _diamond(ink, x - 24, top + 12, 12)
        _diamond(ink, x, bottom - 10, 10)


def _diamond(ink: ImageDraw.ImageDraw, x: int, y: int, reach: int) -> None:
    ink.polygon([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], fill=_FAINT)
