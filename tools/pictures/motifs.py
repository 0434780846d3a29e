"""The things that stand in the pictures: skies, forests, palms, houses, boats, woven mats."""

import math
from collections.abc import Callable, Sequence

from .canvas import Canvas, Colour, Plane, Point, along, bend, mix, turn

# fmt: off

Line = Callable[[float], float]

WOOD = ("8a6a4a", "a07a52", "7b6a58", "9c8468", "6e5138", "b08a5c")
WALLS = ("d9c39a", "b98d5f", "7fa6a0", "a7b98a", "e3d7bd", "c9805a", "8fb0bf", "a5826a", "d6a95a")
ROOFS = ("a5482f", "8c9a9c", "6d7f86", "b4623c", "4f6f6b", "93402f", "9b8f80")
PAINT = ("2f7f86", "d9472f", "e9b23a", "3d8f5c", "2f5f9c", "f0e6cc", "c9542f", "3aa0a0")
CLOTH = ("d9472f", "f2c14e", "2f8f83", "3a6ea5", "f4ead2", "e88d4a", "8a4f7d", "c2352f")


# Sky and distance


def sky(c: Canvas, horizon: float) -> None:
    """Fill the sheet with sky, its light and its clouds, and haze below the horizon."""
    c.gradient(0, horizon * 1.02, c.light.sky)
    c.rect(0, horizon, c.w, c.h, c.light.sky[3])
    x, y = c.sun
    c.glow(x, y, c.w * 0.75, c.light.sun, 0.5)
    if c.when == "night":
        for _ in range(130):
            size = c.u(0.5, 1.9)
            c.oval(c.u(0, c.w), c.u(0, horizon * 0.8), size, size, mix(c.light.sky[1], c.light.sun,
                c.u(0.3, 0.9)))
    if c.when != "day" or c.chance(0.35):
        radius = c.u(34, 78) if c.when in {"dawn", "sunset", "smoke"} else c.u(26, 44)
        c.glow(x, y, radius * 4, c.light.sun, 0.7)
        c.oval(x, y, radius, radius, c.light.sun)
    if c.when in {"day", "morning", "afternoon"}:
        for _ in range(c.rng.randint(2, 4)):
            near = c.rng.random()
            size = 120 + 330 * near**1.5
            cumulus(c, c.u(-0.05, 1.05) * c.w, horizon * (0.86 - 0.62 * near), size)
    if c.when in {"dawn", "sunset", "night", "smoke"} or c.chance(0.5):
        streaks(c, horizon)


def cumulus(c: Canvas, x: float, y: float, size: float) -> None:
    """Pile up one cloud whose foot dissolves."""
    light = mix(c.light.sky[3], c.light.sun, 0.75)
    shade = mix(c.light.sky[1], c.light.sky[3], 0.62)
    side = math.copysign(1, c.sun[0] - x)
    puffs = []
    for k in range(26):
        t = (k / 12.5 - 1) * 0.95 + c.u(-0.08, 0.08)
        r = size * (0.05 + 0.13 * math.exp(-t * t * 3)) * c.u(0.65, 1.2)
        puffs.append((x + t * size * 0.72, y - r * 0.7 - size * c.u(0, 0.3) * math.exp(-t * t * 4),
            r))
    c.rng.shuffle(puffs)
    with c.layer(alpha=0.92, melt=(y - size * 0.15, y + size * 0.01), glaze=(shade, y - size * 0.42,
            y, 0.8)):
        for px, py, r in puffs:
            c.oval(px - side * r * 0.1, py + r * 0.12, r * 1.12, r, shade)
            c.oval(px + side * r * 0.06, py, r * 1.04, r * 0.94, light)
        c.rect(x - size * 0.55, y - size * 0.1, x + size * 0.55, y, light)


def streaks(c: Canvas, horizon: float) -> None:
    """Draw long flat clouds."""
    for _ in range(c.rng.randint(4, 9)):
        y = horizon * c.u(0.15, 0.92)
        x, long = c.u(-0.1, 1.1) * c.w, c.w * c.u(0.16, 0.5)
        glow = mix(along(c.light.sky, y / horizon), c.light.sun, c.u(0.25, 0.6))
        with c.layer(alpha=c.u(0.35, 0.75)):
            for _ in range(3):
                dx, dy, half = c.u(-0.5, 0.5) * long, c.u(-9, 9), long * c.u(0.3, 0.7)
                thick = c.u(3, 11)
                top = bend((x + dx - half, y + dy), (x + dx, y + dy - thick * 2),
                    (x + dx + half, y + dy))
                c.poly(top + bend((x + dx + half, y + dy), (x + dx, y + dy + thick),
                    (x + dx - half, y + dy)), glow)


def birds(c: Canvas, x: float, y: float, count: int) -> None:
    """Let a small flock fly."""
    for k in range(count):
        bx, by = x + k * c.u(16, 34) * c.pick((-1, 1)), y + c.u(-26, 26)
        s = c.u(6, 12)
        colour = mix(c.depth(0.8), c.haze, 0.25)
        c.line(bend((bx - s, by - s * 0.4), (bx - s * 0.4, by - s * 0.8), (bx, by), steps=6), 2,
            colour)
        c.line(bend((bx, by), (bx + s * 0.4, by - s * 0.8), (bx + s, by - s * 0.3), steps=6), 2,
            colour)


def ridge(c: Canvas, y: float, rise: float, near: float, foot: float, bumps: float = 0.0,
        sharp: float = 0.8) -> Line:
    """Draw one range of hills, its foot lost in haze, and give its outline."""
    line = c.wander(c.w * sharp)
    swell = c.wander(c.w * 0.1)

    def outline(x: float) -> float:
        return y - rise * (0.5 + 0.5 * line(x)) - rise * 0.05 * swell(x)

    colour = c.depth(near)
    with c.layer(glaze=(c.haze, y - rise * 0.9, foot, 0.85), texture=0.05):
        points = [(x, outline(x)) for x in range(-20, c.w + 21, 4)]
        c.poly([*points, (c.w + 20, foot + 4), (-20, foot + 4)], colour)
        if bumps:
            x = -10.0
            while x < c.w + 10:
                r = bumps * c.u(0.5, 1.25)
                c.oval(x, outline(x) + r * 0.3, r, r * 0.85, colour)
                x += r * c.u(0.7, 1.5)
    return outline


def hills(c: Canvas, horizon: float, count: int, rise: float) -> None:
    """Stack ranges of hills up to the horizon."""
    for k in range(count):
        t = k / max(1, count - 1)
        ridge(c, horizon - rise * 0.35 * (1 - t), rise * (1 - 0.55 * t), 0.04 + 0.3 * t,
            horizon + 6, bumps=3 + 5 * t, sharp=c.u(0.5, 1.1))


# Plants


def crown(c: Canvas, x: float, y: float, r: float, near: float, flat: float = 0.74) -> None:
    """Draw a round crown: dabs of leaves, the upper ones lit from where the sun stands."""
    side = math.copysign(0.35, c.sun[0] - x)
    hue = c.u(-0.16, 0.16) if c.light.shade < 0.3 else c.u(-0.06, 0.06)
    base = turn(mix(c.depth(near + 0.14), c.depth(near - 0.12), c.rng.random() ** 2), hue)
    leaf = c.tone("a9c64a", 0.55 + 0.45 * near) if c.light.shade < 0.3 else c.light.sun
    lit = turn(mix(mix(c.depth(near - 0.3), c.light.sun, 0.16), leaf, 0.24), hue * 1.5)
    if near > 0.4 and c.chance(0.025):
        lit = c.tone(c.pick(("e98a4a", "e9c04a", "d97a9a")), near)
    shades = [mix(base, lit, k / 9) for k in range(10)]
    for k in range(8):
        angle = k / 8 * math.tau + c.u(-0.3, 0.3)
        size = c.u(0.3, 0.44)
        c.oval(x + math.cos(angle) * r * 0.62, y + math.sin(angle) * r * flat * 0.62, r * size,
            r * size * flat, base)
    fine = 1.0 if r < 26 else 0.62 if r < 60 else 0.46
    count = 16 if r < 16 else round(46 / fine**1.7)
    dabs = [(c.rng.random() ** 0.5, c.u(0, math.tau)) for _ in range(count)]
    for far, angle in sorted(dabs, key=lambda dab: math.sin(dab[1]) * dab[0]):
        dx, dy = math.cos(angle) * far * 0.86, math.sin(angle) * far * 0.86
        shine = ((0.4 if c.light.shade < 0.3 else 0.16) - 0.62 * dy + dx * side + c.u(-0.22,
            0.14) - (0.3 if far > 0.9 else 0))
        size = r * c.u(0.09, 0.2) * fine
        c.oval(x + dx * r, y + dy * r * flat, size * 1.1, size * 0.62,
            shades[min(9, max(0, round(shine * 9)))])


def forest(c: Canvas, x0: float, x1: float, base: float, height: Line | float, size: float,
        near: float) -> None:
    """Draw a wall of crowns between two places, its foot in its own shade."""
    tall = height if callable(height) else (lambda _x: height)
    c.poly([(x0, base), *((x, base - tall(x) * 0.75) for x in steps(x0, x1, 12)), (x1, base)],
        c.depth(near + 0.12))
    rows = 4
    for row in range(rows):
        x = x0 + c.u(0, size)
        while x < x1:
            rise = tall(x) * (1 - row / rows * 0.8)
            r = size * c.u(0.55, 1.15) * min(1.0, 0.25 + tall(x) / (size * 2.4))
            if r > 1.5:
                crown(c, x, base - rise + r * 0.5, r, near + 0.1 * row / rows)
            x += size * c.u(0.55, 1.05)


def steps(start: float, stop: float, step: float) -> list[float]:
    """Give places at even steps, with both ends."""
    count = max(1, math.ceil((stop - start) / step))
    return [start + (stop - start) * k / count for k in range(count + 1)]


def tall_tree(c: Canvas, x: float, base: float, height: float, near: float) -> None:
    """Draw an emergent tree: a pale straight trunk under an umbrella of crowns."""
    lean = c.u(-0.05, 0.05) * height
    trunk = mix(c.depth(near), c.haze, 0.22)
    c.limb(bend((x, base), (x, base - height * 0.5), (x + lean, base - height * 0.8)),
        height * 0.045, height * 0.018, trunk)
    for k in range(5):
        t = c.u(-1, 1)
        tip = (x + lean + t * height * 0.2, base - height * (0.9 - 0.1 * abs(t)) + k)
        c.limb(bend((x + lean, base - height * 0.76), (tip[0] * 0.6 + (x + lean) * 0.4, tip[1] + 6),
            tip, steps=8), height * 0.014, height * 0.006, trunk)
    for k in range(7):
        t = (k - 3) / 3 + c.u(-0.12, 0.12)
        crown(c, x + lean + t * height * 0.21, base - height * (0.94 - 0.1 * t * t),
            height * c.u(0.09, 0.13), near, 0.6)


def frond(c: Canvas, x: float, y: float, tip: Point, droop: float, colour: Colour,
        wide: float) -> None:
    """Draw one feathered palm leaf from its base to its tip."""
    middle = ((x + tip[0]) / 2, min(y, tip[1]) - droop)
    spine = bend((x, y), middle, tip, steps=26)
    for k in range(2, len(spine)):
        (ax, ay), (bx, by) = spine[k - 1], spine[k]
        angle = math.atan2(by - ay, bx - ax)
        t = k / (len(spine) - 1)
        long = wide * math.sin(math.pi * min(1, 0.16 + t * 0.86)) ** 0.7
        for side in (-1, 1):
            turned = angle + side * (1.05 - 0.55 * t)
            ex, ey = bx + math.cos(turned) * long, by + math.sin(turned) * long + long * 0.34
            c.poly([(ax, ay), (bx + (bx - ax) * 0.35, by + (by - ay) * 0.35), (ex, ey)], colour)
    c.limb(spine, wide * 0.09, wide * 0.02, colour)


def palm(c: Canvas, x: float, base: float, height: float, near: float,
        lean: float | None = None) -> None:
    """Draw a coconut palm."""
    lean = c.u(-0.25, 0.25) if lean is None else lean
    top = (x + lean * height, base - height)
    curve = bend((x, base), (x + lean * height * 0.15, base - height * 0.55), top)
    bark = mix(c.depth(near), c.haze, 0.16)
    c.limb(curve, height * 0.055, height * 0.024, bark)
    side = math.copysign(height * 0.012, c.sun[0] - x)
    c.limb([(px + side, py) for px, py in curve], height * 0.016, height * 0.006,
        mix(bark, c.light.sun, 0.25))
    dark, lit = c.depth(near), mix(c.depth(near - 0.34), c.light.sun, 0.16)
    leaf = c.tone("9dbb45", 0.6 + 0.4 * near) if c.light.shade < 0.3 else lit
    angles = [math.pi * (-0.22 + 1.44 * k / 9) + c.u(-0.13, 0.13) for k in range(10)]
    for angle in sorted(angles, key=lambda a: -abs(math.sin(a) - 0.3)):
        long = height * c.u(0.38, 0.5)
        tip = (top[0] + math.cos(angle) * long, top[1] - math.sin(angle) * long * 0.72 + long * 0.3)
        sunny = (math.cos(angle) > 0) == (c.sun[0] > x)
        colour = mix(dark, mix(lit, leaf, 0.4), c.u(0.3, 0.8) if sunny else c.u(0, 0.3))
        frond(c, *top, tip, long * 0.3, colour, height * 0.085)
    for _ in range(5):
        c.oval(top[0] + c.u(-0.035, 0.035) * height, top[1] + c.u(0.01, 0.04) * height,
            height * 0.019, height * 0.022, mix(c.tone("7a6a30", near), dark, 0.5))


def ceiling(c: Canvas, low: float, near: float, leaf: float) -> None:
    """Close the top of the picture with leaves down to about a height."""
    line, fine = c.wander(c.w * 0.4), c.wander(c.w * 0.12)

    def edge(x: float) -> float:
        return low * (0.78 + 0.3 * line(x) + 0.12 * fine(x))

    dark = c.depth(near + 0.1)
    lit = mix(mix(c.depth(near - 0.3), c.light.sun, 0.2), c.tone("a9c64a", 0.5 + 0.5 * near),
        0.25 if c.light.shade < 0.3 else 0)
    shades = [mix(dark, lit, k / 7) for k in range(8)]
    c.poly([(-40, -40), *((x, edge(x) - leaf * 1.2) for x in steps(-40, c.w + 40, 12)),
        (c.w + 40, -40)], dark)
    for _ in range(int(c.w / leaf * 14)):
        x, t = c.u(-20, c.w + 20), c.rng.random()
        y = edge(x) * (0.25 + 0.75 * t) + c.rng.gauss(0, leaf * 1.4) * t
        sunny = math.exp(-(((x - c.sun[0]) / (c.w * 0.3)) ** 2))
        tint = shades[min(7, int(c.rng.random() * (3 + 5 * sunny * t)))]
        size, angle = leaf * c.u(0.5, 1.1), c.u(-0.9, 0.9)
        dx, dy = math.cos(angle) * size, math.sin(angle) * size
        c.poly([(x - dx, y - dy), (x - dy * 0.45, y + dx * 0.45), (x + dx, y + dy),
            (x + dy * 0.45, y - dx * 0.45)], tint)


def blade(c: Canvas, x: float, y: float, long: float, angle: float, wide: float, colour: Colour,
        vein: Colour | None = None) -> None:
    """Draw one broad arching leaf."""
    tip = (x + math.cos(angle) * long, y - math.sin(angle) * long + long * 0.18)
    middle = (x + math.cos(angle) * long * 0.5, y - math.sin(angle) * long * 0.5 - long * 0.14)
    spine = bend((x, y), middle, tip, steps=14)
    upper, lower = [], []
    for k, (px, py) in enumerate(spine):
        t = k / 14
        half = wide * math.sin(math.pi * t**0.75) ** 0.8
        upper.append((px + math.sin(angle) * half, py + math.cos(angle) * half))
        lower.append((px - math.sin(angle) * half, py - math.cos(angle) * half))
    c.poly(upper + lower[::-1], colour)
    if vein:
        c.poly(spine + lower[::-1], mix(colour, vein, 0.35))
        c.limb(spine, wide * 0.16, wide * 0.03, vein)


def banana(c: Canvas, x: float, base: float, height: float, near: float) -> None:
    """Draw a banana plant."""
    c.limb([(x, base), (x + height * 0.02, base - height * 0.5)], height * 0.09, height * 0.06,
        c.tone("8f9a5a", near))
    greens = ("5d8f3c", "7fae4a", "4a7d3a", "98bd5a")
    for angle in (0.15, 2.95, 0.6, 2.5, 1.05, 2.05, 1.5):
        colour = c.tone(c.pick(greens), near, 0.12)
        blade(c, x + height * 0.02, base - height * 0.48, height * c.u(0.5, 0.66),
            angle + c.u(-0.16, 0.16), height * 0.075, colour, mix(colour, c.light.sun, 0.4))


def tuft(c: Canvas, x: float, y: float, long: float, count: int, colours: Sequence[Colour],
        spread: float = 1.0, thin: float = 0.07) -> None:
    """Draw a tuft of narrow leaves."""
    for k in range(count):
        t = (k + 0.5) / count * 2 - 1
        reach = long * c.u(0.7, 1.1)
        tip = (x + t * reach * spread + c.u(-0.06, 0.06) * long,
            y - reach * (1 - 0.55 * t * t * spread))
        c.limb(bend((x + t * long * 0.08, y), (x + t * long * 0.2, y - reach * 0.7), tip, steps=6),
            long * thin, 0.3, c.pick(colours))


def grasses(c: Canvas, y: float, height: float, near: float, count: int = 260, x0: float = 0.0,
        x1: float | None = None) -> None:
    """Draw a belt of long grass or reeds along the bottom."""
    line = c.wander(c.w * 0.4)
    x1 = c.w if x1 is None else x1
    dark, lit = c.depth(near), mix(c.depth(near - 0.4), c.light.sun, 0.15)
    for k in range(count):
        x = c.u(x0 - 20, x1 + 20)
        reach = height * (0.6 + 0.4 * line(x)) * c.u(0.35, 1.1)
        tip = (x + c.u(-0.5, 0.5) * reach, y - reach)
        colour = mix(lit, dark, min(1.0, k / count + c.u(0, 0.4)))
        c.limb(bend((x, y + 8), (x, y - reach * 0.6), tip, steps=8), c.u(3, 7), 0.4, colour)


def frame(c: Canvas, near: float = 1.0) -> None:
    """Hang leaves, a little out of focus, into one upper corner of the picture."""
    left = c.chance(0.5)
    x = -30 if left else c.w + 30
    kind = c.rng.randrange(3)
    with c.layer(blur=2.2):
        for _ in range(c.rng.randint(4, 7)):
            y = c.u(-60, c.h * 0.16)
            angle = c.u(-0.75, 0.05) if left else math.pi - c.u(-0.75, 0.05)
            long = c.u(0.2, 0.36) * c.w
            colour = mix(c.depth(near), c.depth(near - 0.3), c.u(0, 0.55))
            if kind == 0:
                tip = (x + math.cos(angle) * long, y - math.sin(angle) * long * 0.7)
                frond(c, x, y, tip, long * 0.22, colour, long * 0.2)
            elif kind == 1:
                blade(c, x, y, long, angle, long * 0.11, colour, mix(colour, c.haze, 0.2))
            else:
                twig(c, x, y, long, angle, colour)


def twig(c: Canvas, x: float, y: float, long: float, angle: float, colour: Colour) -> None:
    """Draw a twig with pairs of leaves."""
    tip = (x + math.cos(angle) * long, y - math.sin(angle) * long)
    spine = bend((x, y), ((x + tip[0]) / 2, (y + tip[1]) / 2 - long * 0.1), tip, steps=12)
    c.limb(spine, long * 0.02, 1, colour)
    for k in range(2, 13):
        px, py = spine[k]
        for side in (-1, 1):
            turned = angle + side * c.u(0.6, 1.0)
            blade(c, px, py, long * c.u(0.16, 0.22), turned, long * 0.035,
                mix(colour, c.haze, c.u(0, 0.12)))


# What people make


def person(c: Canvas, x: float, y: float, tall: float, near: float = 0.95,
        hat: bool = True) -> None:
    """Draw somebody far off, without a face."""
    shirt = c.tone(c.pick(CLOTH), near, 0.1)
    legs = c.tone("3a3f4a", near)
    step = c.u(0.02, 0.07) * tall
    for side in (-1, 1):
        c.limb([(x + side * tall * 0.04, y - tall * 0.46), (x + side * step, y)], tall * 0.1,
            tall * 0.07, legs)
    c.poly([(x - tall * 0.12, y - tall * 0.8), (x + tall * 0.12, y - tall * 0.8),
        (x + tall * 0.1, y - tall * 0.42), (x - tall * 0.1, y - tall * 0.42)], shirt)
    reach = c.u(-0.1, 0.14) * tall
    c.limb([(x + tall * 0.1, y - tall * 0.77), (x + tall * 0.16 + reach, y - tall * 0.5)],
        tall * 0.08, tall * 0.05, shirt)
    c.limb([(x - tall * 0.1, y - tall * 0.77), (x - tall * 0.16, y - tall * 0.48)], tall * 0.08,
        tall * 0.05, shirt)
    c.oval(x, y - tall * 0.9, tall * 0.075, tall * 0.09, c.tone("7a5238", near))
    if hat:
        c.poly([(x - tall * 0.2, y - tall * 0.9), (x, y - tall * 1.07),
            (x + tall * 0.2, y - tall * 0.9)], c.tone("e2c98f", near))
    else:
        c.oval(x, y - tall * 0.94, tall * 0.08, tall * 0.06, c.tone("2a2426", near))


def window(c: Canvas, x: float, y: float, wide: float, tall: float, near: float,
        frame: str = "f1e6cf") -> None:
    """Draw a window, lit after dark."""
    lit = c.when in {"night", "sunset", "dawn"} and c.chance(0.75)
    pane = mix(c.light.sun, (255, 190, 90), 0.6) if lit else c.tone("2c3436", near)
    sash = c.tone(frame, near)
    c.rect(x - wide * 0.14, y - wide * 0.14, x + wide * 1.14, y + tall + wide * 0.14, sash)
    c.rect(x, y, x + wide, y + tall, pane)
    c.rect(x + wide * 0.45, y, x + wide * 0.55, y + tall, sash)
    if lit:
        c.glow(x + wide / 2, y + tall / 2, wide * 3, pane, 0.35)


def house(c: Canvas, x: float, y: float, wide: float, near: float, *, stilt: float = 0.16,
        bays: int = 3, flip: bool | None = None, grand: bool = False, porch: bool = False) -> None:
    """Draw a wooden house on stilts, seen from a corner; ``x, y`` is the foot of its left side."""
    flip = c.chance(0.5) if flip is None else flip

    def at(px: float, py: float) -> Point:
        return (x + wide * (1 - px) if flip else x + wide * px, y - wide * py)

    def quad(colour: Colour, *points: Point) -> None:
        c.poly([at(*p) for p in points], colour)

    wall = c.tone(c.pick(WOOD if grand else WALLS), near, 0.06)
    front = mix(wall, c.light.sun, 0.22)
    roof = c.tone(c.pick(("6d5240", "5b4a3c", "7a5a3c") if grand else ROOFS), near, 0.06)
    dark = mix(wall, c.depth(1), 0.72)
    depth = c.u(0.16, 0.22) if grand else c.u(0.28, 0.44)
    high, rise = (c.u(0.12, 0.14), c.u(0.12, 0.16)) if grand else (c.u(0.25, 0.32), c.u(0.17, 0.3))
    floor, eave, top = stilt, stilt + high, stilt + high + rise
    posts = 12 if grand else 6
    sash = "8a6238" if grand else c.pick(("f1e6cf", "f1e6cf", "4f7f7a", "8a4a34"))
    quad(mix(dark, c.depth(1), 0.4), (0.02, floor), (0.99, floor), (0.99, floor * 0.4),
        (0.02, floor * 0.4))
    for k in range(posts):
        px = 0.02 + 0.96 * k / (posts - 1)
        quad(mix(dark, c.haze, 0.08), (px - 0.008, floor), (px + 0.01, floor), (px + 0.01, 0),
            (px - 0.008, 0))
    quad(wall, (depth, floor), (1, floor), (1, eave), (depth, eave))
    quad(front, (0, floor), (depth, floor), (depth, eave), (depth / 2, top), (0, eave))
    for k in range(1, 36 if grand else 16):
        px = depth + (1 - depth) * k / (36 if grand else 16)
        c.line([at(px, floor), at(px, eave)], max(0.6, wide * 0.0022), mix(wall, dark, 0.28))
    for k in range(1, 12):
        px = depth * k / 12
        peak = eave + rise * (1 - abs(2 * px / depth - 1))
        c.line([at(px, floor), at(px, peak)], max(0.6, wide * 0.0018), mix(front, dark, 0.16))
    quad(mix(wall, dark, 0.5), (depth, eave), (1, eave), (1, eave - 0.05), (depth, eave - 0.045))
    quad(mix(dark, wall, 0.25), (-0.015, floor), (1.015, floor), (1.015, floor - 0.018),
        (-0.015, floor - 0.018))
    for k in range(bays):
        px = depth + (1 - depth) * (k + 0.5) / bays
        wx, wy = at(px, eave - high * (0.46 if grand else 0.25))
        size = wide * (0.026 if grand else 0.066)
        if k == bays // 2:
            quad(dark, (px - 0.03, floor), (px + 0.03, floor), (px + 0.03, eave - 0.06),
                (px - 0.03, eave - 0.06))
        else:
            window(c, wx - size / 2, wy, size, size * 1.35, near, sash)
    fx, fy = at(depth / 2, eave - high * 0.2)
    size = wide * (0.044 if grand else 0.076)
    window(c, fx - size / 2, fy, size, size * 1.2, near, sash)
    over = 0.035
    edge = mix(roof, c.depth(1), 0.45)
    slope = [(depth / 2, top), (0.99 - depth / 2 + 0.14, top), (1 + over, eave - 0.025),
        (depth + over, eave - 0.025)]
    quad(roof, *slope)
    for k in range(1, 30):
        t = k / 30
        a, b = (slope[0][0] + (slope[1][0] - slope[0][0]) * t,
            slope[3][0] + (slope[2][0] - slope[3][0]) * t)
        c.line([at(a, top), at(b, eave - 0.025)], max(0.6, wide * 0.0016),
            mix(roof, c.depth(1), 0.16))
    for k in range(1, 9 if grand else 0):
        t = k / 9
        c.line([at(depth / 2 + (depth / 2 + over) * t, top - (rise + 0.025) * t),
            at(slope[1][0] + (1 + over - slope[1][0]) * t, top - (rise + 0.025) * t)],
            wide * 0.0028, mix(roof, c.depth(1), 0.3))
    if grand:
        trim = [c.tone(t, near) for t in ("e9b23a", "c2352f", "f0e6cc")]
        for k in range(46):
            px = depth + (1 - depth) * (k + 0.5) / 46
            quad(trim[k % 3], (px, floor + 0.024), (px + 0.007, floor + 0.014), (px, floor + 0.004),
                (px - 0.007, floor + 0.014))
        for k in range(5):
            px = depth / 2 + (k - 2) * 0.03
            quad(trim[k % 3], (px, eave + 0.02), (px + 0.011, eave + 0.004), (px, eave - 0.012),
                (px - 0.011, eave + 0.004))
    elif wide > 300:
        for k in range(7):
            px = depth / 2 + (k - 3) * 0.022
            quad(mix(front, c.depth(1), 0.45), (px - 0.006, eave + 0.03), (px + 0.006, eave + 0.03),
                (px + 0.006, eave + 0.06 - 0.008 * abs(k - 3)),
                (px - 0.006, eave + 0.06 - 0.008 * abs(k - 3)))
        quad(mix(wall, c.depth(1), 0.22), (depth, floor + 0.055), (1, floor + 0.055), (1, floor),
            (depth, floor))
        quad(mix(front, c.depth(1), 0.22), (0, floor + 0.055), (depth, floor + 0.055),
            (depth, floor), (0, floor))
    sheen = mix(roof, c.light.sun, 0.28)
    quad(sheen, (depth / 2, top), (slope[1][0], top), (slope[1][0] + 0.012, top - 0.02),
        (depth / 2 + 0.01, top - 0.022))
    c.line([at(-over, eave - 0.035), at(depth / 2, top), at(depth + over, eave - 0.025)],
        wide * 0.022, edge)
    if grand:
        for px, way in ((depth / 2, -1), (slope[1][0], 1)):
            hx, hy = at(px, top)
            way = -way if flip else way
            c.limb(bend((hx, hy + 4), (hx + way * wide * 0.03, hy), (hx + way * wide * 0.05,
                hy - wide * 0.06)), wide * 0.014, 1, edge)
    if porch:
        a, b = depth + 0.08, 1.02
        shade = mix(roof, c.depth(1), 0.2)
        rail = mix(wall, c.light.sun, 0.4)
        quad(mix(dark, wall, 0.5), (a, floor), (b, floor), (b, floor - 0.035), (a, floor - 0.035))
        for px in (a + 0.012, a + (b - a) * 0.36, a + (b - a) * 0.66, b - 0.012):
            quad(rail, (px - 0.008, eave - 0.08), (px + 0.008, eave - 0.08),
                (px + 0.008, floor - 0.02), (px - 0.008, floor - 0.02))
            quad(mix(dark, c.haze, 0.12), (px - 0.006, floor - 0.03), (px + 0.006, floor - 0.03),
                (px + 0.006, -0.02), (px - 0.006, -0.02))
        for px0, px1 in ((a, a + (b - a) * 0.3), (a + (b - a) * 0.66, b)):
            quad(rail, (px0, floor + 0.07), (px1, floor + 0.07), (px1, floor + 0.055),
                (px0, floor + 0.055))
            for k in range(9):
                px = px0 + (px1 - px0) * k / 8
                quad(rail, (px - 0.003, floor + 0.06), (px + 0.003, floor + 0.06),
                    (px + 0.003, floor), (px - 0.003, floor))
        quad(shade, (depth + 0.05, eave), (1.02, eave), (b + 0.03, eave - 0.1),
            (a - 0.03, eave - 0.1))
        quad(mix(shade, c.light.sun, 0.3), (a - 0.03, eave - 0.1), (b + 0.03, eave - 0.1),
            (b + 0.03, eave - 0.112), (a - 0.03, eave - 0.112))
    px = depth + (1 - depth) * (bays // 2 + 0.5) / bays
    for foot, head in ((-0.024, -0.026), (0.05, 0.022)):
        c.limb([at(px + head, floor), at(px + foot, 0)], wide * 0.007, wide * 0.008,
            mix(dark, c.haze, 0.18))
    for k in range(7):
        t = k / 6
        quad(mix(dark, c.haze, 0.25), (px - 0.028, floor * (1 - t)), (px + 0.028 + 0.03 * t,
            floor * (1 - t)), (px + 0.028 + 0.03 * t, floor * (1 - t) - 0.009),
            (px - 0.028, floor * (1 - t) - 0.009))


def boat(c: Canvas, x: float, y: float, long: float, near: float, *, roof: bool = True,
        crew: int = 1, dry: bool = False, way: int = 0) -> None:
    """Draw a boat on the water line ``y``, with its reflection, or on the sand."""
    way = way or c.pick((-1, 1))

    def at(px: float, py: float) -> Point:
        return x + way * px * long, y - py * long

    hull, trim = (c.tone(c.pick(PAINT), near, 0.05), c.tone(c.pick(("f4ead2", "f2c14e", "e9e2d0")),
        near))
    inside = mix(hull, c.depth(1), 0.65)
    with c.layer(mirror=None if dry else y):
        for k in range(crew):
            px, py = at(-0.36 + 0.2 * k + c.u(0, 0.06), 0.015)
            person(c, px, py, long * (0.15 if roof else 0.2), near)
        if roof:
            for px in (-0.26, -0.12, 0.02, 0.16):
                c.line([at(px, 0.02), at(px, 0.19)], long * 0.009, inside)
            c.poly([at(-0.3, 0.18),
                *(at(px, 0.2 + 0.03 * math.cos((px + 0.05) * 5)) for px in steps(-0.31, 0.22,
                0.05)), at(0.22, 0.18)], c.tone(c.pick(ROOFS), near))
            c.poly([at(-0.24, 0.02), at(0.02, 0.02), at(0.02, 0.09), at(-0.24, 0.09)],
                mix(hull, trim, 0.55))
        sheer = bend((-0.5, 0.055), (-0.15, 0.0), (0.3, 0.015), (0.54, 0.15))
        keel = bend((0.54, 0.15), (0.42, -0.01), (0.2, -0.03), (-0.2, -0.03), (-0.47, -0.01))
        c.poly([at(*p) for p in sheer + keel], hull)
        c.poly([at(px, py) for px, py in sheer] + [at(px * 0.99, py - 0.016) for px,
            py in sheer[::-1]], trim)
        band = [(px, py + 0.03 * min(1.0, 2.4 * k / 24)) for k, (px, py) in enumerate(keel)]
        c.poly([at(*p) for p in keel + band[::-1]], mix(hull, c.depth(1), 0.35))
    for k in range(0 if dry else 4):
        px, py = at(c.u(-0.5, 0.2), -0.03 - 0.02 * k)
        c.line([(px - long * 0.1, py), (px + long * c.u(0.1, 0.3), py)], 1.4,
            mix(c.haze, c.light.sun, 0.4))


def bunting(c: Canvas, start: Point, end: Point, sag: float, size: float,
        colours: Sequence[str] = CLOTH) -> None:
    """Hang a string of small flags."""
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + sag)
    count = max(3, round(abs(end[0] - start[0]) / (size * 1.25)))
    curve = bend(start, middle, end, steps=count)
    c.line(curve, 2, c.depth(0.9))
    for k, (px, py) in enumerate(curve[:-1]):
        colour = c.tone(colours[k % len(colours)], 0.95)
        c.poly([(px, py), (px + size, py + 2), (px + size / 2 + c.u(-3, 3), py + size * 1.2)],
            colour)


def planks(c: Canvas, plane: Plane, left: float, right: float, near: float, far: float, size: float,
        colours: Sequence[str] = WOOD) -> None:
    """Lay a plank path away from the eye."""
    away, colour = near, c.pick(colours)
    while away < far:
        nxt = away + size
        fade = min(1.0, 1.25 / away**0.45)
        tint = c.tone(colour, fade, 0.12)
        slip = c.u(-0.02, 0.02) * (right - left)
        a, b = plane.at(left + slip, away), plane.at(right + slip, away)
        d, e = plane.at(right + slip, nxt - size * 0.1), plane.at(left + slip, nxt - size * 0.1)
        c.poly([a, b, d, e], tint)
        for t in (0.3, 0.62, 0.8):
            c.line([(a[0] + (b[0] - a[0]) * 0.04, a[1] + (e[1] - a[1]) * t),
                (b[0] - (b[0] - a[0]) * c.u(0.04, 0.5), a[1] + (e[1] - a[1]) * t)],
                max(0.5, 1.6 / away), mix(tint, c.depth(1), 0.2))
        away = nxt
