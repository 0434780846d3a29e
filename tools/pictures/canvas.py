"""A canvas for flat pictures with depth: colour, light, layers, water, and a finish."""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple, TypeVar

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

Colour = tuple[int, int, int]
Point = tuple[float, float]
T = TypeVar("T")


class Light(NamedTuple):
    """The colours of an hour: four of the sky, four from far to near, the sun, and its mood."""

    sky: tuple[Colour, ...]
    ramp: tuple[Colour, ...]
    sun: Colour
    shade: float


LIGHTS = {
    "night": (
        "0b1533 1b2f5c 355a85 7fa3ad|5f86a0 2f5378 16294f 070d20|fdf3d0|.62",
        "130f2e 2b2358 5a4580 b98aa0|7d6796 4a3a70 241d47 0a0819|ffe9c0|.6",
    ),
    "dawn": (
        "3d4a7a 8a7ba8 f2b8a0 fde3b8|b49bb4 6f6a96 3a4370 1a2240|fff1c9|.38",
        "27496d 6f9fb0 f3cfb3 fbe9c6|9fbcba 5b8a92 2a5763 0f2a33|fff3d2|.34",
        "54406e b5708c f5a98a ffe0ac|c793a0 86607f 4a3a5e 1f1a35|fff0c4|.4",
    ),
    "morning": (
        "8fb4d9 c9d8e6 f9e3d3 fff0df|b3c0cf 7f93a3 47666a 1c3a3f|fff4dc|.18",
        "86a8c9 e3cdbf fbd9b0 fdebc8|c9b9a6 8f9a7f 4f6f4f 20402f|fff3cf|.2",
        "5f9fd0 a5cbe6 f6e6d0 fff2dc|a8bccb 6d948c 3f7050 193b2f|fff6de|.16",
        "7fc4c9 bfe3d6 f4f0cf fdf4d8|a9d0bf 5f9f8c 2b6657 0f3a35|fffbe3|.16",
        "8fb8c9 d8dcc6 f6dfaa fceec9|c3cba6 86a06e 4a6b45 22392a|fff8dc|.18",
        "6aa7c7 a9d3dc f2e6d2 fdf1dc|a6c4c8 6295a0 2d6069 12343d|fff6e0|.18",
        "a3c9b0 d5e3c0 f7ecc0 fff6dd|b8d09f 76a26b 3a6f4a 173c2e|fffbe6|.16",
    ),
    "day": (
        "3f7fb5 86b8d6 d9e6e6 fbf3e6|a3b8bd 6f9a7f 3f7a48 16402a|fffaf0|.08",
        "6fa3c9 b0cfe0 f5ecdc fdf6ea|b5bfae 8aa36a 557f3f 23452a|fffaf0|.1",
        "8a96ab b3bac6 dcd9d6 efe9e2|aab0b3 74888a 45665f 1f3a3a|fbf6ee|.18",
        "4a8fd0 8fc0e6 dcecf0 fff3df|9cb5c6 5f8f86 3a7a50 173f33|fffbf0|.08",
        "2f8fc4 6fc0dc bfe6ea eef7ee|8fc3c6 4d9a94 22705f 0c4238|fffdf0|.08",
        "2b6fb0 5ea5d6 a9d6ea f3f3e4|8db4c9 4f8f8f 2c6d52 103f30|fffdf0|.08",
        "4aa6b5 8ccfc9 d3ebd5 f9f5df|9dcdb2 57a37d 27764f 0e4634|fffdf0|.08",
        "7aa5b4 a9c4c6 d5ddd2 eeece0|a8bdb6 6f9488 3f6a5c 1c3f38|fdfaf0|.16",
        "5b9bd0 a1cbe4 f2e9d3 fdf3e0|a7c0c6 6d9c86 45744a 203f2a|fffaf0|.1",
        "1f7f9c 55b3b8 b5e0cb f6f3d0|7dbdaf 3d9178 1c6553 0a3b37|fffbe0|.1",
        "8cb7bd bdd6cd e8ead6 f8f3e4|b5cbb5 7fa37c 4c7a53 24462f|fffcf0|.12",
    ),
    "afternoon": (
        "5aa0b8 a9cfc4 f5dfa0 ffd98a|c5c08c 86965f 4a6640 1f3826|fff0b8|.18",
        "4c8fa8 9cc3bb f7d9a8 ffc98f|c0b096 7f8f72 42604e 1a342f|ffeec0|.2",
        "7098b8 c3c8c4 fbd8a0 ffe6b8|cdbb98 978d68 5a6342 2a3523|fff1c6|.2",
    ),
    "sunset": (
        "3b2a5c a8456b f0785a ffc46b|d07a70 8f4a6a 4f2b55 1d112c|ffe9a8|.46",
        "1f3b5c 6a6f9a f09a7a ffd9a0|b98e92 6c6688 37436a 131c33|ffefbe|.42",
        "7a2f3f d95d39 f4a03f fbd87a|d98a4a 9a4a3a 5a2433 260d1c|fff0b0|.46",
        "2b4a63 c77b6b f6b06a fde0a0|c99a80 87697a 454564 181c33|fff0c0|.42",
    ),
    "smoke": (
        "8c7a66 b79a78 d8b98c e8d2a8|c4a680 94795f 5b4a42 2a2123|f2683c|.42",
        "7d7b78 a8a196 cfc1a8 e3d6be|b3a792 857a6c 544d48 262426|f0744a|.42",
        "9a6a48 c8915c e3b57a f0d29c|c99a68 956a4c 5e4136 2b1c1b|ee4f2e|.44",
    ),
}
GRAIN = 0.012
HOURS = (
    (4.9, "night"),
    (6.2, "dawn"),
    (9, "morning"),
    (15, "day"),
    (16.8, "afternoon"),
    (18.2, "sunset"),
    (25, "night"),
)


@lru_cache(maxsize=4096)
def to_lab(colour: Colour) -> tuple[float, float, float]:
    """Give a colour in OKLab, where mixing keeps what the eye expects."""
    r, g, b = ((v / 255) ** 2.2 for v in colour)
    p = (0.4122 * r + 0.5363 * g + 0.0514 * b) ** (1 / 3)
    q = (0.2119 * r + 0.6807 * g + 0.1074 * b) ** (1 / 3)
    s = (0.0883 * r + 0.2817 * g + 0.6300 * b) ** (1 / 3)
    return (
        0.2105 * p + 0.7936 * q - 0.0041 * s,
        1.9780 * p - 2.4286 * q + 0.4506 * s,
        0.0259 * p + 0.7828 * q - 0.8087 * s,
    )


def from_lab(light: float, a: float, b: float) -> Colour:
    """Give the colour of a place in OKLab."""
    p = (light + 0.3963 * a + 0.2158 * b) ** 3
    q = (light - 0.1056 * a - 0.0639 * b) ** 3
    s = (light - 0.0895 * a - 1.2915 * b) ** 3
    linear = (
        4.0767 * p - 3.3077 * q + 0.2310 * s,
        -1.2684 * p + 2.6098 * q - 0.3413 * s,
        -0.0042 * p - 0.7034 * q + 1.7076 * s,
    )
    red, green, blue = (round(255 * min(1.0, max(0.0, v)) ** (1 / 2.2)) for v in linear)
    return red, green, blue


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Give the first colour with a share of the second."""
    share = min(1.0, max(0.0, share))
    one, two = to_lab(first), to_lab(second)
    light, a, b = (x + (y - x) * share for x, y in zip(one, two, strict=True))
    return from_lab(light, a, b)


def turn(colour: Colour, angle: float, lift: float = 0.0) -> Colour:
    """Give a colour with its hue turned by an angle and its lightness lifted."""
    light, a, b = to_lab(colour)
    cos, sin = math.cos(angle), math.sin(angle)
    return from_lab(light + lift, a * cos - b * sin, a * sin + b * cos)


def rgb(text: str) -> Colour:
    """Read a colour written as six hexadecimal digits."""
    red, green, blue = bytes.fromhex(text)
    return red, green, blue


def along(stops: Sequence[Colour], place: float) -> Colour:
    """Give the colour at a place, from 0 to 1, along the stops."""
    place = min(0.9999, max(0.0, place)) * (len(stops) - 1)
    return mix(stops[int(place)], stops[int(place) + 1], place % 1)


def smooth(value: float) -> float:
    """Ease a value from 0 to 1."""
    value = min(1.0, max(0.0, value))
    return value * value * (3 - 2 * value)


def bend(*points: Point, steps: int = 24) -> list[Point]:
    """Give a Bézier curve through its two ends, drawn to the points between them."""
    n = len(points) - 1
    curve = []
    for step in range(steps + 1):
        t = step / steps
        weights = [math.comb(n, k) * t**k * (1 - t) ** (n - k) for k in range(n + 1)]
        x = sum(w * p[0] for w, p in zip(weights, points, strict=True))
        y = sum(w * p[1] for w, p in zip(weights, points, strict=True))
        curve.append((x, y))
    return curve


class Plane:
    """Flat ground or water in perspective: where a place on it lies in the picture."""

    def __init__(self, x: float, horizon: float, bottom: float, curve: float = 0.0) -> None:
        """Look towards ``x`` on the horizon; ``bottom`` is one unit away; ways may curve aside."""
        self.x, self.horizon, self.bottom, self.curve = x, horizon, bottom, curve

    def at(self, across: float, away: float) -> Point:
        """Give the point that lies ``across`` from the line of sight and ``away`` from the eye."""
        aside = self.curve * (1 - 1 / away) ** 3 if away > 1 else 0.0
        return self.x + aside + across / away, self.horizon + (self.bottom - self.horizon) / away


class Canvas:
    """A picture being drawn, in units of a 1600 by 1200 (or 1200 by 1600) sheet."""

    def __init__(
        self, seed: str, size: tuple[int, int], scale: float, hour: float, hints: str = ""
    ) -> None:
        """Lay out an empty sheet lit as at that hour."""
        self.rng = random.Random(seed)
        self.words = f"{seed.rpartition('/')[2]} {hints}".lower()
        self.view: Callable[[Point], Point] | None = None
        self.w, self.h = size
        self.scale = scale
        self.window = (0.0, 0.0, 1.0, 1.0)
        self.relight(next(name for until, name in HOURS if hour < until))
        self.aim(Image.new("RGBA", (round(self.w * scale), round(self.h * scale))))
        side = self.pick((-1, 1))
        self.sun: Point = (self.w * (0.5 + side * self.u(0.12, 0.34)), self.h * self.u(0.16, 0.3))
        if self.when in {"dawn", "sunset"}:
            self.sun = (self.sun[0], self.h * self.u(0.3, 0.38))

    def relight(self, when: str) -> None:
        """Take the colours of a time of day."""
        self.when = when
        sky, ramp, sun, shade = self.pick(LIGHTS[when]).split("|")
        angle, lift = self.u(-0.14, 0.14), self.u(-0.015, 0.02)
        colours = [tuple(turn(rgb(c), angle, lift) for c in part.split()) for part in (sky, ramp)]
        self.light = Light(colours[0], colours[1], rgb(sun), float(shade))
        self.haze = mix(self.light.sky[2], self.light.sky[3], 0.6)

    @contextmanager
    def seen(self, view: Callable[[Point], Point]) -> Iterator[None]:
        """Draw flat shapes as they are seen: turned, rounded, or lying on the ground."""
        before, self.view = self.view, view
        yield
        self.view = before

    def turned(
        self, x: float, y: float, angle: float, size: float = 1.0
    ) -> Callable[[Point], Point]:
        """Give a view that turns what is drawn around the origin and moves it to a place."""
        cos, sin = math.cos(angle) * size, math.sin(angle) * size
        return lambda p: (x + p[0] * cos - p[1] * sin, y + p[0] * sin + p[1] * cos)

    def zoom(self, most: float, x: float = 0.5, y: float = 0.52) -> None:
        """Step nearer, by chance, to a place in the picture."""
        share = 1 - 1 / (1 + (most - 1) * self.rng.random() ** 0.8)
        x, y = x + self.u(-0.3, 0.3), y + self.u(-0.1, 0.1)
        left, top = share * min(1.0, max(0.0, x)), share * min(1.0, max(0.0, y))
        self.window = (left, top, left + 1 - share, top + 1 - share)

    def indoors(self) -> None:
        """Light what is near as by a window or a lamp, so that it keeps its own colours."""
        self.light = self.light._replace(shade=min(self.light.shade, 0.12))

    def aim(self, image: Image.Image) -> None:
        """Draw on this image from now on."""
        self.image, self.pen = image, ImageDraw.Draw(image)

    # Chance

    def u(self, low: float, high: float) -> float:
        """Give a number between two numbers."""
        return self.rng.uniform(low, high)

    def chance(self, share: float) -> bool:
        """Say yes in that share of cases."""
        return self.rng.random() < share

    def pick(self, choices: Sequence[T]) -> T:
        """Give one of the choices."""
        return choices[self.rng.randrange(len(choices))]

    def named(self, *words: str) -> bool:
        """Say whether the file's name or its hints have one of the words."""
        return any(word in self.words for word in words)

    def wander(self, period: float) -> Callable[[float], float]:
        """Give a smooth random line between about -1 and 1."""
        waves = [
            (k**-0.85, k * math.tau / period * self.u(0.8, 1.2), self.u(0, 7))
            for k in (1.0, 1.9, 3.3, 5.7, 9.1)
        ]
        return lambda x: sum(a * math.sin(f * x + p) for a, f, p in waves) / 1.7

    # Colour

    def depth(self, near: float) -> Colour:
        """Give the colour of distance: 0 is the far hills, 1 the foreground."""
        return along(self.light.ramp, near)

    def tone(self, colour: Colour | str, near: float = 1.0, wobble: float = 0.0) -> Colour:
        """Give a thing's own colour under this light, at a distance."""
        colour = rgb(colour) if isinstance(colour, str) else colour
        if wobble:
            colour = turn(colour, self.u(-wobble, wobble), self.u(-wobble, wobble) * 0.4)
        lit = mix(colour, self.depth(0.9), self.light.shade)
        return mix(lit, mix(self.haze, self.depth(0.0), 0.4), (1 - near) * 0.8)

    def grass(self) -> Colour:
        """Give a colour for lawns under this light."""
        green = self.tone(self.pick(("a5b548", "8fae4a", "b5b05a", "9abf4a")))
        if self.light.shade < 0.3:
            return mix(self.depth(0.5), green, 0.52)
        return mix(self.depth(0.66), green, 0.14)

    # Shapes

    def _placed(self, points: Sequence[Point]) -> list[Point]:
        if self.view:
            points = [self.view(point) for point in points]
        return [(x * self.scale, y * self.scale) for x, y in points]

    def poly(self, points: Sequence[Point], colour: Colour) -> None:
        """Fill an outline."""
        self.pen.polygon(self._placed(points), colour)

    def rect(self, x0: float, y0: float, x1: float, y1: float, colour: Colour) -> None:
        """Fill an upright rectangle."""
        self.poly([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], colour)

    def oval(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        """Fill an oval."""
        if self.view:
            turns = [k * math.tau / 22 for k in range(22)]
            self.poly([(x + rx * math.cos(a), y + ry * math.sin(a)) for a in turns], colour)
            return
        s = self.scale
        self.pen.ellipse(((x - rx) * s, (y - ry) * s, (x + rx) * s, (y + ry) * s), colour)

    def line(self, points: Sequence[Point], width: float, colour: Colour) -> None:
        """Draw a line of even width."""
        self.pen.line(
            self._placed(points), colour, max(1, round(width * self.scale)), joint="curve"
        )

    def limb(self, points: Sequence[Point], wide: float, thin: float, colour: Colour) -> None:
        """Draw a line that tapers from its beginning to its end."""
        left, right = [], []
        for k, (x, y) in enumerate(points):
            (ax, ay), (bx, by) = points[max(0, k - 1)], points[min(len(points) - 1, k + 1)]
            length = math.hypot(bx - ax, by - ay) or 1.0
            half = (wide + (thin - wide) * k / (len(points) - 1)) / 2
            nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
            left.append((x + nx, y + ny))
            right.append((x - nx, y - ny))
        self.poly(left + right[::-1], colour)

    # Fields of colour and light

    def shading(self, y0: float, y1: float, top: int = 0) -> Image.Image:
        """Give a mask as tall as the sheet below ``top`` pixels that grows from y0 to y1."""
        span = (y1 - y0) * self.scale or 1.0
        rows = range(top, self.image.height)
        grades = bytes(round(255 * smooth((row - y0 * self.scale) / span)) for row in rows)
        return Image.frombytes("L", (1, len(grades)), grades)

    def gradient(self, y0: float, y1: float, stops: Sequence[Colour]) -> None:
        """Fill the sheet between two heights with colours that pass into each other."""
        top, bottom = max(0, round(y0 * self.scale)), round(y1 * self.scale)
        strip = Image.new("RGB", (1, 128))
        strip.putdata([along(stops, k / 127) for k in range(128)])
        size = (self.image.width, bottom - top)
        self.image.paste(strip.resize(size, Image.Resampling.BICUBIC), (0, top))

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
        """Let a light shine softly around a place."""
        size = max(2, round(2 * radius * self.scale))
        mask = Image.radial_gradient("L").point(
            [round(255 * strength * max(0.0, 1 - v / 180) ** 2.2) for v in range(256)]
        )
        mask = mask.resize((size, size), Image.Resampling.BICUBIC)
        place = (round((x - radius) * self.scale), round((y - radius) * self.scale))
        kept = self.image.getchannel("A")
        self.image.paste(colour, place, mask)
        self.image.putalpha(kept)
        self.aim(self.image)

    def noise(self, size: tuple[int, int], cell: float, stretch: float = 1.0) -> Image.Image:
        """Give cloudy grey noise of that size; ``cell`` is its coarseness in units."""
        found = Image.new("L", size, 128)
        for octave in range(4):
            step = cell * self.scale / 2**octave
            small = (max(2, int(size[0] / step / stretch) + 2), max(2, int(size[1] / step) + 2))
            grains = Image.frombytes("L", small, self.rng.randbytes(small[0] * small[1]))
            wide = grains.resize(size, Image.Resampling.BICUBIC)
            found = wide if octave == 0 else Image.blend(found, wide, 0.38)
        return found

    def mist(self, y: float, thick: float, strength: float, colour: Colour | None = None) -> None:
        """Lay a torn band of mist across the sheet."""
        rows = range(self.image.height)
        band = bytes(
            round(255 * strength * math.exp(-(((r / self.scale - y) / thick) ** 2))) for r in rows
        )
        mask = Image.frombytes("L", (1, len(band)), band).resize(self.image.size)
        torn = self.noise((self.w // 2, self.h // 2), 160, 4).point(
            [round(255 * smooth((v - 70) / 120)) for v in range(256)]
        )
        torn = torn.resize(self.image.size, Image.Resampling.BICUBIC)
        self.image.paste(colour or self.haze, (0, 0), ImageChops.multiply(mask, torn))

    @contextmanager
    def layer(
        self,
        *,
        alpha: float = 1.0,
        haze: float = 0.0,
        melt: Point | None = None,
        glaze: tuple[Colour, float, float, float] | None = None,
        blur: float = 0.0,
        shadow: tuple[float, float, float, float] | None = None,
        mirror: float | None = None,
        texture: float = 0.0,
    ) -> Iterator[None]:
        """Draw on a sheet of its own, laid over the picture afterwards.

        It may be hazed, melt away between two heights, be glazed (colour, from, to, strength),
        be out of focus, cast a shadow (x, y, softness, strength), lie mirrored in the water
        below a height, and have the texture of paper.
        """
        under = self.image
        self.aim(Image.new("RGBA", under.size))
        yield
        sheet = self.image
        self.aim(under)
        box = sheet.getbbox()
        if box is None:
            return
        pad = round(blur * self.scale * 3)
        box = (box[0] - pad, box[1] - pad, box[2] + pad, box[3] + pad)
        box = (max(0, box[0]), max(0, box[1]), min(under.width, box[2]), min(under.height, box[3]))
        sheet = sheet.crop(box)
        mask = sheet.getchannel("A")
        if haze:
            sheet = Image.blend(sheet, Image.new("RGBA", sheet.size, self.haze), haze)
        if texture:
            paper = self.noise(sheet.size, 26, 3).point(
                [round(128 + (v - 128) * texture) for v in range(256)]
            )
            tint = Image.merge("RGBA", [paper] * 4)
            sheet = ImageChops.add(sheet, tint, 1, -128)
        if glaze:
            grade = self.shading(glaze[1], glaze[2], box[1]).point(
                [round(v * glaze[3]) for v in range(256)]
            )
            wide = grade.resize((sheet.width, grade.height)).crop((0, 0, *sheet.size))
            sheet.paste(glaze[0], (0, 0), wide)
        if melt:
            grade = self.shading(melt[0], melt[1], box[1])
            wide = grade.resize((sheet.width, grade.height)).crop((0, 0, *sheet.size))
            mask = ImageChops.multiply(mask, ImageChops.invert(wide))
        if alpha < 1:
            mask = mask.point([round(v * alpha) for v in range(256)])
        sheet.putalpha(mask)
        if blur:
            sheet = sheet.filter(ImageFilter.GaussianBlur(blur * self.scale))
        if mirror is not None:
            self._mirror(sheet, box, mirror)
        if shadow:
            self._shadow(mask, box, shadow)
        self.image.alpha_composite(sheet, box[:2])
        self.aim(self.image)

    def _shadow(
        self,
        mask: Image.Image,
        box: tuple[int, int, int, int],
        shadow: tuple[float, float, float, float],
    ) -> None:
        """Darken what lies under a sheet."""
        dx, dy, soft, strength = shadow
        pad = round(soft * self.scale * 2.5)
        spread = Image.new("L", (mask.width + 2 * pad, mask.height + 2 * pad))
        spread.paste(mask.point([round(v * strength) for v in range(256)]), (pad, pad))
        spread = spread.filter(ImageFilter.GaussianBlur(soft * self.scale))
        place = (box[0] - pad + round(dx * self.scale), box[1] - pad + round(dy * self.scale))
        kept = self.image.getchannel("A")
        self.image.paste(mix(self.depth(1), (0, 0, 0), 0.35), place, spread)
        if kept.getextrema()[0] == 0:
            self.image.putalpha(kept)

    def _mirror(self, sheet: Image.Image, box: tuple[int, int, int, int], y: float) -> None:
        """Lay the reflection of a sheet in the water below ``y``."""
        level = round(y * self.scale)
        above = sheet.crop((0, 0, sheet.width, max(1, min(sheet.height, level - box[1]))))
        flipped = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        start = level + max(0, level - box[1] - above.height)
        if start >= self.image.height:
            return
        flipped = self.ripple(flipped, start - level, 3.2)
        grade = self.shading(y, y + above.height / self.scale * 1.25, start).point(
            [round((255 - v) * 0.62) for v in range(256)]
        )
        wide = grade.resize((flipped.width, grade.height)).crop((0, 0, *flipped.size))
        tinted = Image.blend(flipped, Image.new("RGBA", flipped.size, self.depth(0.55)), 0.22)
        tinted.putalpha(ImageChops.multiply(flipped.getchannel("A"), wide))
        self.image.alpha_composite(tinted, (box[0], start))

    def ripple(self, image: Image.Image, start: int, strength: float) -> Image.Image:
        """Shift the rows of a reflection as small waves do, more the nearer they are."""
        waved = Image.new(image.mode, image.size)
        line = self.wander(60)
        row, s = 0, self.scale
        while row < image.height:
            y = (start + row) / s
            step = max(1, round((1 + y / 90) * s))
            swing = strength * (0.25 + y / 160) * line(y * 90 / (20 + y) * 3)
            strip = image.crop((0, row, image.width, min(image.height, row + step)))
            waved.paste(strip, (round(swing * s), row))
            row += step
        return waved

    def water(self, y: float, tint: Colour | None = None, depth: float = 0.35) -> None:
        """Turn all below ``y`` into water that mirrors what stands above it."""
        level = round(y * self.scale)
        height = self.image.height - level
        above = self.image.crop((0, max(0, level - height), self.image.width, level))
        flipped = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        flipped = flipped.resize((self.image.width, height), Image.Resampling.BICUBIC)
        waved = self.ripple(flipped, 0, 4)
        base = flipped.copy()
        base.alpha_composite(waved)
        deep = tint or self.depth(0.72)
        grade = bytes(round(255 * (0.1 + depth * smooth(r / height))) for r in range(height))
        mask = Image.frombytes("L", (1, height), grade).resize(base.size)
        base.paste(deep, (0, 0), mask)
        self.image.paste(base, (0, level))
        self.aim(self.image)
        self.glints(y)

    def pool(
        self,
        outlines: Sequence[Sequence[Point]],
        horizon: float,
        tint: Colour | None = None,
        depth: float = 0.35,
    ) -> None:
        """Lay water that mirrors what stands at the horizon within outlines only."""
        land = self.image
        self.aim(land.copy())
        self.water(horizon, tint, depth)
        water = self.image
        self.aim(Image.new("RGBA", land.size))
        for outline in outlines:
            self.poly(outline, (255, 255, 255))
        land.paste(water, (0, 0), self.image.getchannel("A"))
        self.aim(land)

    def glints(self, y: float, bottom: float | None = None, count: int = 150) -> None:
        """Scatter thin lights and darks over water, more below the sun."""
        bottom = bottom or self.h
        for bright in (False, True):
            with self.layer(alpha=0.42 if bright else 0.2):
                for _ in range(count):
                    t = self.rng.random() ** 1.6
                    py = y + 6 + (bottom - y) * t
                    px = self.rng.gauss(self.sun[0], 60 + 260 * t) if bright else self.u(0, self.w)
                    long, thin = self.u(14, 60) * (0.4 + 1.6 * t), 0.7 + 2.3 * t
                    colour = mix(self.haze, self.light.sun, 0.6) if bright else self.depth(0.7)
                    self.poly(
                        [(px - long, py), (px, py - thin), (px + long, py), (px, py + thin)], colour
                    )

    # The finish

    def finish(self, size: tuple[int, int]) -> Image.Image:
        """Give the picture at its size, with the edge darker and the grain of a print."""
        wide, tall = self.image.size
        left, top, right, bottom = self.window
        box = (left * wide, top * tall, right * wide, bottom * tall)
        image = self.image.convert("RGB").resize(size, Image.Resampling.LANCZOS, box)
        curve = [round(255 * (0.72 * v / 255 + 0.28 * smooth(v / 255))) + 3 for v in range(256)]
        image = ImageEnhance.Color(image.point([min(255, v) for v in curve] * 3)).enhance(1.1)
        edge = Image.radial_gradient("L").point(
            [round(34 * smooth((v - 90) / 165)) for v in range(256)]
        )
        edge = edge.resize(size, Image.Resampling.BICUBIC)
        image.paste(mix(self.depth(1), (0, 0, 0), 0.3), (0, 0), edge)
        small = (size[0] * 2 // 3, size[1] * 2 // 3)
        grains = Image.frombytes("L", small, self.rng.randbytes(small[0] * small[1]))
        grain = grains.resize(size, Image.Resampling.BICUBIC).point(
            [round(128 + (v - 128) * GRAIN) for v in range(256)]
        )
        return ImageChops.add(image, Image.merge("RGB", [grain] * 3), 1, -128)
