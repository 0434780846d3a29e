"""Scenes seen from near: weaving, food, fish."""

import math
from collections.abc import Callable, Sequence

from .canvas import Canvas, Colour, Plane, Point, bend, mix, smooth
from .motifs import WOOD, blade, forest, frond, hills, house, palm, sky, steps
from .village import yard

# fmt: off

Piece = Callable[[float, float, float], None]

STRAW = ("e3c88a", "d9b872", "ead9ac", "cfa865", "c99a5c")
DYES = (("7a1f24", "2a2024"), ("2a2024", "8f2a22"), ("b5342a", "3a2a24"), ("1f3f4a", "7a2a24"),
    ("3a2a24", "3a2a24"), ("6a2a4a", "2a2a34"), ("2f5a3a", "7a2f22"))


# Weaving


def motif(kind: int, x: int, y: int, n: int) -> bool:
    """Say whether a strand of a woven pattern shows its dyed side; the pattern repeats after 2n."""
    x, y = abs(x % (2 * n) - n), abs(y % (2 * n) - n)
    far, wide = x + y, max(x, y)
    if kind == 0:  # lozenges within lozenges
        return far % 6 < 3
    if kind == 1:  # stepped stars
        return (wide % 4 < 2) != (far > n)
    if kind == 2:  # hooks on the arms of a lozenge
        return far in {n, n + 1} or (far < n and (x - y) % 6 < 2 and far > 2) or far < 2
    if kind == 3:  # keys
        return ((wide % 5 == 0 or (wide % 5 < 3 and y < x and x % 5 < 2)) if far < n * 1.45 else far
            % 4 < 2)
    if kind == 4:  # crosses
        return (min(x, y) % 4 == 0 and wide % 8 != 3) or far < 3
    return (y + abs(x % 8 - 4)) % 6 < 3  # waves


def weave(c: Canvas, box: tuple[float, float, float, float], cell: float, mode: str) -> None:
    """Weave a mat: strands under and over, rounded by light, in a pattern of their dyes."""
    x0, y0, x1, y1 = box
    columns, rows = math.ceil((x1 - x0) / cell), math.ceil((y1 - y0) / cell)
    straw = c.tone(c.pick(("c98f52", "b5794a", "d9a566")) if c.named("rotan",
        "cokelat") else c.pick(STRAW))
    dyes = [c.tone(d) for d in c.pick(DYES)]
    n, border = c.pick((7, 9, 11)), c.pick((5, 7))
    kinds = [c.rng.randrange(6) for _ in range(3)]
    stripes = [c.rng.choice((straw, straw, *dyes)) for _ in range(5)]
    run = c.pick((2, 3, 4))
    shades: dict[Colour, tuple[list[Colour], list[Colour], Colour]] = {}
    for j in range(rows):
        band, inside = divmod(j, 2 * n + border)
        for i in range(columns):
            warp = weft = straw
            over = (i + j) % 4 < 2
            if mode == "motif":
                weft = dyes[band % 2]
                if inside < border:
                    over = inside in {0, border - 1} or border / 2 - abs(inside - border //
                        2) <= abs(i % border - border // 2)
                else:
                    over = not motif(kinds[band % 3], i, inside - border, n)
            elif mode == "stripes":
                weft = stripes[j // run % 5]
            elif mode == "checks":
                warp, weft = stripes[i // run % 5], stripes[j // run % 5]
            elif mode == "cross":
                weft, over = (dyes[0], (i + j) % 6 < 3 if (i // 12 + j // 12) % 2 else (i - j) % 6 <
                    3)
            colour = warp if over else weft
            if colour not in shades:
                shades[colour] = ([mix(colour, c.depth(1), k * 0.045) for k in range(4)],
                    [mix(colour, c.light.sun, 0.12 + k * 0.05) for k in range(4)],
                    mix(colour, c.depth(1), 0.55))
            strand(c, x0 + i * cell, y0 + j * cell, cell, over, shades[colour])


def strand(c: Canvas, x: float, y: float, cell: float, upright: bool, shades: tuple[list[Colour],
        list[Colour], Colour]) -> None:
    """Draw one crossing of a weave."""
    k = c.rng.randrange(4)
    gap, low, high = cell * 0.06, cell * 0.26, cell * 0.5
    c.rect(x, y, x + cell, y + cell, shades[2])
    if upright:
        c.rect(x + gap, y, x + cell - gap, y + cell, shades[0][k])
        c.rect(x + low, y, x + high, y + cell, shades[1][k])
    else:
        c.rect(x, y + gap, x + cell, y + cell - gap, shades[0][k])
        c.rect(x, y + low, x + cell, y + high, shades[1][k])


def daylight(c: Canvas, strength: float = 0.25) -> None:
    """Let light fall aslant, through leaves, over what lies flat."""
    side = c.pick((-1, 1))
    c.glow(c.w * (0.5 + side * 0.45), c.h * 0.05, c.w * 0.9, mix(c.light.sun, (255, 226, 160), 0.4),
        0.34)
    with c.layer(alpha=strength, blur=14):
        kind = c.rng.randrange(3)
        x, y = c.w * (0.5 - side * 0.62), c.h * c.u(-0.15, 0.2)
        dark = mix(c.depth(1), (20, 16, 40), 0.4)
        for k in range(6):
            angle = (0.35 + 0.2 * k + c.u(-0.08, 0.08)) * 1.0
            long = c.w * c.u(0.5, 0.75)
            tip = (x + side * math.cos(angle) * long, y + math.sin(angle) * long)
            if kind == 0:
                frond(c, x, y, tip, long * 0.12, dark, long * 0.17)
            elif kind == 1:
                blade(c, x, y, long, -angle if side > 0 else math.pi + angle, long * 0.09, dark)
            else:
                a, b = c.h * (k * 0.28 - 0.3), c.h * (k * 0.28 - 0.17)
                c.poly([(0, a), (c.w, a - side * c.h * 0.5), (c.w, b - side * c.h * 0.5), (0, b)],
                    dark)


MODES = (("motif", "motif"), ("silang", "cross"), ("garis", "stripes"), ("kotak", "checks"),
    ("bermotif", "motif"))


def anyaman(c: Canvas) -> None:
    """Woven work: a mat near by, mats in a yard, baskets, or strands drying."""
    if c.named("jemur", "siap", "bilah rotan"):
        drying(c)
    elif c.named("halaman", "lampit"):
        spread(c)
    elif c.named("bakul", "tas"):
        baskets(c)
    else:
        draw = (closeup if c.named("dekat") else spread if c.named("tikar") else
            c.pick((closeup,) * 5 + (spread, baskets)))
        draw(c)


def style(c: Canvas) -> str:
    """Give the kind of weave that the name asks for, or one by chance."""
    asked = [mode for word, mode in MODES if c.named(word)]
    return asked[-1] if asked else c.pick(("motif", "motif", "stripes", "checks", "twill", "cross"))


def closeup(c: Canvas) -> None:
    """Fill the picture with a mat, turned a little, its light rolling over soft folds."""
    c.indoors()
    c.rect(0, 0, c.w, c.h, c.depth(1))
    reach = math.hypot(c.w, c.h) * 0.54
    swell, drift = c.wander(c.w * 1.4), c.wander(c.w * 1.6)
    turned = c.turned(c.w / 2, c.h / 2, c.u(-0.5, 0.5) if c.chance(0.6) else math.pi / 4)

    def view(p: Point) -> Point:
        x, y = turned(p)
        return x + 9 * drift(y), y + 9 * swell(x)

    with c.seen(view):
        weave(c, (-reach, -reach, reach, reach), c.u(21, 34), style(c))
    for bright in (False, True):
        with c.layer(alpha=0.24, blur=40):
            for _ in range(5):
                x, y, a = c.u(0, c.w), c.u(0, c.h), c.u(0.3, 0.9)
                c.limb([(x - 700 * math.cos(a), y - 700 * math.sin(a)), (x, y),
                    (x + 700 * math.cos(a), y + 700 * math.sin(a))], c.u(60, 120), c.u(60, 120),
                    c.light.sun if bright else c.depth(1))
    daylight(c)


def spread(c: Canvas) -> None:
    """Spread mats on the ground before a house."""
    horizon = c.h * c.u(0.29, 0.33)
    sky(c, horizon)
    hills(c, horizon, 2, c.h * 0.12)
    line = c.wander(c.w * 0.5)
    with c.layer(glaze=(c.haze, horizon - c.h * 0.14, horizon + 10, 0.4), texture=0.04):
        forest(c, -40, c.w + 40, horizon + 12, lambda x: c.h * (0.09 + 0.045 * line(x)), c.h * 0.04,
            0.46)
    yard(c, horizon, c.grass())
    for _ in range(3):
        palm(c, c.u(0, c.w), horizon + c.h * 0.03, c.h * c.u(0.24, 0.34), 0.6)
    for k in range(c.rng.randint(1, 2)):
        house(c, c.w * (c.u(0.04, 0.2) + 0.48 * k), horizon + c.h * 0.09, c.w * c.u(0.26, 0.36),
            0.78, porch=True)
    plane = Plane(c.w / 2, horizon, c.h * 1.0)
    count = 2
    for k in range(count):
        near = (1.78, 1.05)[k]
        wide, deep, slip, skew = (c.w * c.u(0.62, 0.84), 0.6 * near, c.u(-0.3, 0.3) * c.w,
            c.u(-0.2, 0.2))
        mode = style(c)

        def view(p: Point, near: float = near, wide: float = wide, deep: float = deep,
                slip: float = slip, skew: float = skew) -> Point:
            return plane.at(slip + (p[0] - 0.5) * wide * near * 0.9 + skew * p[1] * wide * 0.4,
                near + p[1] * deep)

        with c.layer(shadow=(6, 9, 7, 0.5)), c.seen(view):
            c.rect(-0.02, -0.025, 1.02, 1.025, c.tone(c.pick(("8f2a22", "3a2a24", "c99a5c"))))
            if c.named("lampit"):
                slats(c)
            else:
                weave(c, (0, 0, 1, 1), 1 / c.rng.randint(34, 46), mode)


def slats(c: Canvas) -> None:
    """Lay rattan slats side by side, stitched, with dark edges."""
    ivory, dark = c.tone("ead29a"), c.tone("8a5a34")
    for k in range(64):
        colour = mix(dark if k in {1, 2, 3, 60, 61, 62} else ivory, c.depth(1), c.u(0, 0.16))
        c.rect(k / 64, 0, (k + 0.86) / 64, 1, colour)
        c.rect((k + 0.2) / 64, 0, (k + 0.45) / 64, 1, mix(colour, c.light.sun, 0.35))
    for t in steps(0.08, 0.92, 0.12):
        c.rect(0, t, 1, t + 0.008, mix(ivory, c.depth(1), 0.4))


def drying(c: Canvas) -> None:
    """Set bundles of split rattan out to dry over a rail."""
    horizon = c.h * 0.6
    sky(c, horizon)
    with c.layer(blur=5):
        line = c.wander(c.w * 0.5)
        forest(c, -40, c.w + 40, horizon + 20, lambda x: c.h * (0.26 + 0.08 * line(x)), c.h * 0.07,
            0.4)
    yard(c, horizon, c.grass())
    if c.chance(0.6):
        house(c, c.w * c.u(0.1, 0.5), horizon + c.h * 0.14, c.w * 0.42, 0.7, porch=True)
    pole = c.tone("8a6a4a")
    straw = [c.tone(s) for s in ("e6c274", "d9ac5a", "efd596", "c9964a", "f3e0ae")]
    level = c.h * c.u(0.27, 0.31)
    for px in (0.05, 0.95):
        c.limb([(c.w * px, c.h * 0.96), (c.w * px, level - 50)], 34, 28, mix(pole, c.depth(1), 0.3))
    with c.layer(shadow=(10, 16, 8, 0.5)):
        c.rect(-20, level - 13, c.w + 20, level + 13, pole)
        c.rect(-20, level - 9, c.w + 20, level - 3, mix(pole, c.light.sun, 0.35))
    count, lean = (c.rng.randint(4, 7) if c.w > c.h else 4), c.u(0.22, 0.42)
    for k in range(count):
        x, long = c.w * (0.12 + 0.76 * k / (count - 1)), c.h * c.u(0.48, 0.58)
        waist, wide = level + long * lean, c.w * 0.52 / count
        with c.layer(shadow=(16, 12, 12, 0.45)):
            for n in sorted(range(110), key=lambda _: c.rng.random()):
                t = n / 109 * 2 - 1
                top = (x + t * wide * 0.62, level - c.u(10, 18))
                end = (x + t * wide * c.u(0.8, 1.15), level + long * c.u(0.9, 1.06))
                strip = bend(top, (x + t * wide * 0.5, level + long * 0.16),
                    (x + t * wide * 0.2, waist), (x + t * wide * 0.6, level + long * 0.6), end,
                    steps=14)
                c.limb(strip, 6.5, 5, mix(c.pick(straw), c.depth(1), 0.3 * abs(t) ** 2))
            c.oval(x, waist, wide * 0.33, 15, mix(pole, c.depth(1), 0.4))
            for dy in (-9, -2, 5):
                c.line(bend((x - wide * 0.34, waist + dy), (x, waist + dy + 7),
                    (x + wide * 0.34, waist + dy), steps=8), 5, c.tone("b5562f"))

    def view(p: Point) -> Point:
        return c.w * (0.5 + (p[0] - 0.5) * (0.66 + 0.2 * p[1])), c.h * (0.9 + 0.16 * p[1])

    with c.layer(shadow=(0, 10, 12, 0.5)), c.seen(view):
        weave(c, (0, 0, 1, 1), 1 / 42, "twill")


def baskets(c: Canvas) -> None:
    """Stand baskets on a shelf before a plank wall."""
    c.indoors()
    wall = c.tone(c.pick(("7fb0aa", "c98f6a", "d9c49a", "8fae8a", "b5694a", "e6d3ac", "7f9fc0")))
    ledge = c.h * c.u(0.69, 0.72)
    x = 0.0
    while x < c.w:
        wide = c.u(80, 130)
        c.rect(x, 0, x + wide - 3, c.h, mix(wall, c.depth(1), c.u(0, 0.13)))
        c.rect(x + wide - 3, 0, x + wide, c.h, mix(wall, c.depth(1), 0.45))
        x += wide
    for _ in range(50):
        px, py = c.u(0, c.w), c.u(0, c.h)
        c.line([(px, py), (px + c.u(-4, 4), py + c.u(60, 260))], 1.5, mix(wall, c.depth(1), 0.2))
    board = c.tone(c.pick(WOOD))
    with c.layer(texture=0.12, shadow=(0, -14, 18, 0.4)):
        c.rect(-10, ledge, c.w + 10, c.h + 10, board)
        c.rect(-10, ledge, c.w + 10, ledge + 8, mix(board, c.light.sun, 0.3))
        for _ in range(30):
            py = c.u(ledge + 16, c.h)
            c.line([(c.u(0, c.w), py), (c.u(0, c.w), py + 3)], 2, mix(board, c.depth(1), 0.25))
    count = 3 if c.w > c.h else 2
    if c.chance(0.6):
        disc(c, c.w * c.u(0.2, 0.8), c.h * 0.22, c.h * 0.16)
    for k in range(count):
        r = c.w * c.u(0.1, 0.135) * (1.25 if c.w < c.h else 1)
        basket(c, c.w * ((k + 0.5) / count + c.u(-0.02, 0.02)), ledge + c.h * c.u(0.06, 0.13), r,
            r * c.u(1.5, 2.4), c.u(0.75, 1.0))
    daylight(c, 0.26)


def disc(c: Canvas, x: float, y: float, r: float) -> None:
    """Hang up a round tray."""
    with c.layer(shadow=(16, 22, 14, 0.5)):
        tray(c, x, y, r)


def basket(c: Canvas, x: float, y: float, r: float, tall: float, slim: float) -> None:
    """Draw a round woven basket, wider at its rim."""
    belly = c.u(0.0, 0.22)

    def view(p: Point) -> Point:
        angle, up = (p[0] - 0.5) * math.pi, p[1]
        reach = r * (slim + (1 - slim) * (1 - up) + belly * math.sin(math.pi * up))
        return x + reach * math.sin(angle), y - tall * (1 - up) + r * 0.2 * math.cos(angle)

    rim = c.tone(c.pick(("8a5a34", "6e3f24", "b5803f")))
    inside = mix(rim, c.depth(1), 0.6)
    with c.layer(shadow=(26, 10, 16, 0.55)):
        c.oval(x, y - tall, r * 1.02, r * 0.21, inside)
        cells = c.rng.randint(26, 36)
        with c.seen(view):
            weave(c, (0, 0, 1, 1), 1 / cells, style(c))
        for dy in (0.0, 0.05, 0.96):
            c.line([view((t, dy)) for t in steps(0, 1, 0.04)], r * 0.075,
                mix(rim, c.light.sun, 0.1 if dy else 0.3))
        if c.named("tutup", "bakul"):
            c.poly([*(view((t, 0.03)) for t in steps(0, 1, 0.04)), *bend((x + r * 1.05, y - tall),
                (x + r * 0.6, y - tall - r * 0.66), (x - r * 0.6, y - tall - r * 0.66),
                (x - r * 1.05, y - tall))], c.tone("d9b872"))
            for t in (0.3, 0.62, 0.9):
                c.line(bend((x - r * t, y - tall - r * 0.45 * (1 - t * t)),
                    (x, y - tall - r * (0.62 - 0.5 * t)),
                    (x + r * t, y - tall - r * 0.45 * (1 - t * t))), r * 0.05, rim)
            c.oval(x, y - tall - r * 0.52, r * 0.12, r * 0.09, rim)
        else:
            back = [(x + r * math.cos(a), y - tall - r * 0.2 * math.sin(a)) for a in steps(0,
                math.pi, 0.15)]
            c.line(back, r * 0.06, rim)
            if c.chance(0.6):
                c.line(bend((x - r * 0.8, y - tall), (x - r * 0.7, y - tall - r * 1.7),
                    (x + r * 0.7, y - tall - r * 1.7), (x + r * 0.8, y - tall)), r * 0.09, rim)
    with c.layer(alpha=0.38, blur=14):
        c.poly([view((t, u)) for t, u in ((0.72, 0), (1, 0), (1, 1), (0.72, 1))], c.depth(1))
    with c.layer(alpha=0.25, blur=12):
        c.poly([view((t, u)) for t, u in ((0.2, 0), (0.38, 0), (0.38, 1), (0.2, 1))], c.light.sun)


# At table


def table(c: Canvas) -> None:
    """Lay the ground of a picture seen from above: planks, a cloth, a mat, or banana leaves."""
    kind = c.pick((0, 0, 1, 1, 1, 2, 3)) if not c.named("tikar") else 2
    if c.named("daun pisang"):
        kind = 3
    if kind == 2:
        c.rect(0, 0, c.w, c.h, c.depth(1))
        with c.seen(c.turned(c.w / 2, c.h / 2, c.u(-0.4, 0.4))):
            weave(c, (-1150, -1150, 1150, 1150), 26, c.pick(("motif", "stripes", "twill")))
        return
    if kind == 1:
        cloth = c.tone(c.pick(("2f6f72", "7a2f33", "33507a", "c9803a", "e6dcc3", "4f6a4a",
            "d9a58f")))
        c.rect(0, 0, c.w, c.h, cloth)
        pale = mix(cloth, c.light.sun, 0.2)
        n = c.pick((150, 190))
        with c.seen(c.turned(c.w / 2, c.h / 2, c.u(-0.3, 0.3))):
            for gx in range(-1200, 1201, n):
                for gy in range(-1200, 1201, n):
                    scroll(c, gx + (n / 2 if gy // n % 2 else 0), gy, n * 0.4, pale)
    else:
        wood = c.tone(c.pick(("a5784a", "8a5f3f", "b59068", "6e4f3a", "c2a27a", "94a09a")))
        y = -20.0
        while y < c.h + 20:
            tall = c.u(120, 190)
            shade = mix(wood, c.depth(1), c.u(0, 0.16))
            c.rect(0, y, c.w, y + tall, shade)
            for _ in range(16):
                py, px = y + c.u(0, tall), c.u(-100, c.w)
                c.line(bend((px, py), (px + 150, py + c.u(-6, 6)), (px + c.u(240, 700), py),
                    steps=8), c.u(1, 3), mix(shade, c.depth(1), c.u(0.06, 0.2)))
            c.rect(0, y + tall - 5, c.w, y + tall, mix(wood, c.depth(1), 0.6))
            y += tall
    if kind == 3:
        with c.layer(shadow=(8, 12, 12, 0.5)):
            for k in range(6):
                leaf = c.tone(c.pick(("4f8f3c", "5fa047", "3f7a38")))
                with c.seen(c.turned(c.w * 0.5, c.h * (0.1 + 0.16 * k), c.u(-0.12, 0.12))):
                    banana_leaf(c, c.w * 0.56, c.h * 0.13, leaf)


def banana_leaf(c: Canvas, half: float, tall: float, colour: Colour) -> None:
    """Lay down a banana leaf with its ribs."""
    c.poly(bend((-half, 0), (-half * 0.7, -tall * 1.5), (half * 0.7, -tall * 1.5),
        (half, 0)) + bend((half, 0), (half * 0.7, tall * 1.5), (-half * 0.7, tall * 1.5),
        (-half, 0)), colour)
    for x in steps(-half * 0.95, half * 0.95, 26):
        reach = tall * 1.12 * (1 - (x / half) ** 2) ** 0.8
        for way in (-1, 1):
            c.line([(x, 0), (x + 22, way * reach)], 2.4,
                mix(colour, c.pick((c.depth(0.9), c.light.sun)), c.u(0.08, 0.3)))
    c.limb([(-half, 0), (0, 2), (half, 0)], 13, 4, mix(colour, c.light.sun, 0.45))


def scroll(c: Canvas, x: float, y: float, r: float, colour: Colour) -> None:
    """Draw a fern-like double scroll, as on Dayak cloth."""
    for way in (-1, 1):
        for half in (-1, 1):
            spiral = [(x + way * r * (0.5 - 0.5 * (1 - t) * math.cos(t * 7)),
                y + half * r * (0.42 - 0.42 * (1 - t) * math.cos(t * 7 + 1.2))) for t in steps(0, 1,
                0.06)]
            c.line(spiral, r * 0.07, colour)
    c.poly([(x, y - r * 0.3), (x + r * 0.16, y), (x, y + r * 0.3), (x - r * 0.16, y)], colour)


def tray(c: Canvas, x: float, y: float, r: float) -> None:
    """Draw a round woven tray from above."""
    c.oval(x, y, r, r, c.tone("9a6a38"))
    cell = r / 13
    straw = c.tone(c.pick(STRAW))
    tints = ([mix(straw, c.depth(1), k * 0.05) for k in range(4)],
        [mix(straw, c.light.sun, 0.2 + k * 0.05) for k in range(4)], mix(straw, c.depth(1), 0.5))
    with c.seen(c.turned(x, y, c.u(0.2, 1.2))):
        for i in range(-14, 14):
            for j in range(-14, 14):
                if math.hypot(i + 0.5, j + 0.5) < 12.6:
                    strand(c, i * cell, j * cell, cell, (i + j) % 4 < 2, tints)
    rim = c.tone("b5803f")
    for share, colour in ((0.965, mix(rim, c.depth(1), 0.35)), (0.985, rim),
            (0.993, mix(rim, c.light.sun, 0.35))):
        ring = [(x + r * share * math.cos(a), y + r * share * math.sin(a)) for a in steps(0,
            math.tau, 0.05)]
        c.line(ring, r * 0.045 if share < 0.99 else r * 0.014, colour)


def plate(c: Canvas, x: float, y: float, r: float, glaze: str = "") -> None:
    """Draw a plate from above."""
    colour = c.tone(glaze or c.pick(("f6f0e4", "eef0ec", "e6ddc8", "8fb0b0", "f2e2c0", "c9d9d2",
        "3f6a72")))
    with c.layer(shadow=(r * 0.07, r * 0.1, r * 0.08, 0.55)):
        c.oval(x, y, r, r, mix(colour, c.depth(1), 0.1))
        c.oval(x - r * 0.012, y - r * 0.014, r * 0.975, r * 0.975, colour)
        band = c.tone(c.pick(("2f6fa8", "c2352f", "3d8f5c", "d9a23a")))
        if c.chance(0.6):
            for k in range(36):
                a = k / 36 * math.tau
                c.oval(x + r * 0.87 * math.cos(a), y + r * 0.87 * math.sin(a), r * 0.03, r * 0.03,
                    band)
    c.glow(x + r * 0.2, y + r * 0.24, r * 0.9, mix(colour, c.depth(1), 0.4), 0.35)
    with c.layer():
        c.oval(x, y, r * 0.72, r * 0.72, mix(colour, c.depth(1), 0.09))
        c.oval(x + r * 0.012, y + r * 0.014, r * 0.7, r * 0.7, mix(colour, c.light.sun, 0.1))


def bowl(c: Canvas, x: float, y: float, r: float, filling: str, glaze: str = "") -> None:
    """Draw a bowl of something wet from above."""
    colour = c.tone(glaze or c.pick(("f6f0e4", "3f6a72", "b5562f", "e6ddc8", "2f4f5f", "5a7a4f")))
    wet = c.tone(filling)
    with c.layer(shadow=(r * 0.1, r * 0.14, r * 0.1, 0.6)):
        c.oval(x, y, r, r, colour)
        c.oval(x + r * 0.01, y + r * 0.02, r * 0.93, r * 0.93, mix(colour, c.depth(1), 0.35))
        c.oval(x + r * 0.015, y + r * 0.03, r * 0.87, r * 0.87, wet)
    c.glow(x - r * 0.2, y - r * 0.25, r * 0.55, mix(wet, c.light.sun, 0.55), 0.6)
    with c.layer(alpha=0.5):
        for _ in range(22):
            a, far = c.u(0, 7), r * 0.8 * c.rng.random() ** 0.5
            s = r * c.u(0.015, 0.06)
            c.oval(x + far * math.cos(a), y + far * math.sin(a), s, s, mix(wet, c.light.sun, 0.5))


def fill(c: Canvas, x: float, y: float, r: float, size: float, piece: Piece,
        tries: int = 400) -> None:
    """Lay pieces within a circle, each with its shadow, hardly overlapping."""
    laid: list[Point] = []
    for _ in range(tries):
        a, far = c.u(0, math.tau), (r - size * 0.7) * c.rng.random() ** 0.5
        px, py = x + far * math.cos(a), y + far * math.sin(a)
        if all(math.hypot(px - qx, py - qy) > size * 1.5 for qx, qy in laid):
            laid.append((px, py))
    for px, py in sorted(laid, key=lambda p: p[1]):
        with c.layer(shadow=(size * 0.14, size * 0.2, size * 0.14, 0.5)):
            piece(px, py, size * c.u(0.85, 1.15))


def cracker(c: Canvas, base: str) -> Piece:
    """Give how to draw one puffed cracker."""

    def draw(x: float, y: float, size: float) -> None:
        colour = c.tone(base, wobble=0.06)
        ripple, phase = c.rng.randint(5, 9), c.u(0, 7)
        edge = [(x + size * (1 + 0.09 * math.sin(ripple * a + phase)) * math.cos(a),
            y + size * (0.86 + 0.09 * math.cos(ripple * a)) * math.sin(a)) for a in steps(0,
            math.tau, 0.12)]
        c.poly(edge, mix(colour, c.depth(1), 0.2))
        c.poly([(px - size * 0.04, py - size * 0.05) for px, py in edge], colour)
        for _ in range(7):
            a, far = c.u(0, 7), c.u(0.1, 0.7) * size
            s = size * c.u(0.08, 0.2)
            px, py = x + far * math.cos(a), y + far * math.sin(a) * 0.85
            c.oval(px + s * 0.2, py + s * 0.25, s, s * 0.8, mix(colour, c.depth(1), 0.14))
            c.oval(px, py, s, s * 0.8, mix(colour, c.light.sun, 0.4))

    return draw


def ball(c: Canvas, bases: Sequence[str], long: float = 1.0) -> Piece:
    """Give how to draw one round or long cake."""

    def draw(x: float, y: float, size: float) -> None:
        colour = c.tone(c.pick(bases), wobble=0.06)
        with c.seen(c.turned(x, y, c.u(0, 3.1))):
            c.oval(0, 0, size, size / long, mix(colour, c.depth(1), 0.3))
            c.oval(-size * 0.05, -size * 0.05, size * 0.9, size * 0.88 / long, colour)
        c.oval(x - size * 0.22, y - size * 0.25, size * 0.42 / long**0.5, size * 0.36 / long**0.5,
            mix(colour, c.light.sun, 0.4))
        for _ in range(5):
            c.oval(x + c.u(-0.5, 0.5) * size / long, y + c.u(-0.5, 0.5) * size / long, size * 0.05,
                size * 0.05, mix(colour, c.depth(1), 0.25))

    return draw


def packet(c: Canvas) -> Piece:
    """Give how to draw one parcel of banana leaf."""

    def draw(x: float, y: float, size: float) -> None:
        leaf = c.tone(c.pick(("5f9a42", "4f8a3a", "79ad52", "6f9f4a")))
        with c.seen(c.turned(x, y, c.u(-0.16, 0.16))):
            wide, tall = size * 1.05, size * 0.72
            c.rect(-wide, -tall, wide, tall, leaf)
            c.poly([(-wide, -tall), (0, -tall * 0.1), (-wide, tall)], mix(leaf, c.depth(1), 0.25))
            c.poly([(wide, -tall), (0, -tall * 0.1), (wide, tall)], mix(leaf, c.light.sun, 0.2))
            for t in (-0.7, -0.35, 0.35, 0.7):
                c.line([(wide * t, -tall), (wide * t, tall)], 1.5, mix(leaf, c.depth(1), 0.2))
            c.rect(-wide, -size * 0.06, wide, size * 0.06, c.tone("d9c08a"))
            c.rect(-size * 0.06, -tall, size * 0.06, tall, c.tone("d9c08a"))

    return draw


def slice_cake(c: Canvas) -> Piece:
    """Give how to draw one slice of layered cake."""
    layers = [c.tone(t) for t in c.pick((("7fae3a", "f2e6c0"), ("e9719a", "f6ecd8"),
        ("b5703a", "f0d9a0"), ("d9a23a", "fff0c8")))]

    def draw(x: float, y: float, size: float) -> None:
        with c.seen(c.turned(x, y, c.u(-0.2, 0.2))):
            for k in range(6):
                c.rect(-size, -size * 0.6 + size * 0.2 * k, size, -size * 0.4 + size * 0.2 * k,
                    layers[k % 2])
            c.rect(-size, -size * 0.6, size, -size * 0.52, mix(layers[0], c.light.sun, 0.4))

    return draw


def rice(c: Canvas, x: float, y: float, r: float, base: str) -> None:
    """Heap up rice."""
    colour = c.tone(base)
    with c.layer(shadow=(r * 0.12, r * 0.16, r * 0.1, 0.45)):
        c.oval(x, y, r, r * 0.92, mix(colour, c.depth(1), 0.22))
        for k in range(9):
            t = k / 9
            c.oval(x - r * 0.2 * t, y - r * 0.24 * t, r * (0.96 - 0.8 * t), r * (0.88 - 0.74 * t),
                mix(mix(colour, c.depth(1), 0.2), mix(colour, c.light.sun, 0.5), t))
    for _ in range(int(r * 2.2)):
        a, far = c.u(0, 7), r * 0.92 * c.rng.random() ** 0.5
        px, py, turn_by = x + far * math.cos(a), y + far * math.sin(a) * 0.92, c.u(0, 3)
        dx, dy = math.cos(turn_by) * r * 0.035, math.sin(turn_by) * r * 0.035
        c.line([(px - dx, py - dy), (px + dx, py + dy)], r * 0.018,
            mix(colour, c.pick((c.light.sun, c.light.sun, c.depth(1))), c.u(0.1, 0.45)))


def slice_round(c: Canvas, skin: str, flesh: str) -> Piece:
    """Give how to draw one slice of a fruit."""

    def draw(x: float, y: float, size: float) -> None:
        c.oval(x, y, size, size, c.tone(skin))
        c.oval(x - 1, y - 1, size * 0.86, size * 0.86, c.tone(flesh))
        for j in range(7):
            a = j / 7 * math.tau
            c.limb([(x, y), (x + size * 0.7 * math.cos(a), y + size * 0.7 * math.sin(a))], 1,
                size * 0.1, mix(c.tone(flesh), c.light.sun, 0.5))

    return draw


SLICES = (("4f8f3c", "cfe3a0"), ("6fa03a", "d9e88a"), ("c2352f", "e8705a"), ("e8d9b0", "fff6e0"))


def greens(c: Canvas, x: float, y: float, r: float) -> None:
    """Add slices, leaves and chillies at the rim of a dish."""
    start, kind = c.u(0, math.tau), c.rng.randrange(5)
    for k in range(c.rng.randint(3, 5)):
        a, s = start + k * 0.34, r * 0.2
        px, py = x + r * math.cos(a), y + r * math.sin(a)
        with c.layer(shadow=(s * 0.15, s * 0.2, s * 0.15, 0.45)):
            if kind < 3:
                slice_round(c, *SLICES[kind])(px, py, s)
            elif kind == 3:
                b = a + c.u(0.8, 1.6)
                curve = bend((px, py), (px + s * math.cos(b), py + s * math.sin(b)),
                    (px + 2 * s * math.cos(b + 0.5), py + 2 * s * math.sin(b + 0.5)))
                c.limb(curve, s * 0.5, 1, c.tone(c.pick(("c9262a", "d9472f", "3f8f3a"))))
                c.limb([(px, py), (px - s * 0.4 * math.cos(b), py - s * 0.4 * math.sin(b))],
                    s * 0.16, s * 0.1, c.tone("4f7f3a"))
            else:
                for j in range(3):
                    blade(c, px, py, s * 1.9, -a + (j - 1) * 0.6, s * 0.34, c.tone("4f9a42"),
                        c.tone("8fc06a"))


def fish(c: Canvas, long: float, back: str, side: str, belly: str, deep: float) -> None:
    """Draw a fish from its side, its head at the left, around the origin of the view."""
    dark, mid, pale = (c.tone(t, wobble=0.04) for t in (back, side, belly))

    def half(t: float) -> float:
        swell = math.sin(math.pi * min(1.0, t * 0.94 + 0.05))
        return deep * long * math.pow(swell, 0.62) * (1 - 0.42 * smooth((t - 0.4) / 0.6))

    ts = steps(0, 0.9, 0.03)
    xs = [(t - 0.5) * long for t in ts]
    fin = mix(dark, mid, 0.4)
    c.poly([(long * 0.36, 0), (long * 0.52, -deep * long * 0.82), (long * 0.47, 0),
        (long * 0.52, deep * long * 0.82)], fin)
    c.poly([(-long * 0.16, -half(0.34) * 0.9), *((x, -half(t) * 1.42 + c.u(0, 5)) for t,
        x in zip(ts, xs, strict=True) if 0.38 < t < 0.78), (long * 0.3, -half(0.8) * 0.9)], fin)
    c.poly([(long * 0.02, half(0.5)), (long * 0.14, half(0.6) * 1.5), (long * 0.24, half(0.74))],
        fin)
    for share, colour in ((1.0, dark), (0.86, mix(dark, mid, 0.6)), (0.72, mid)):
        upper = [(x, -half(t) + half(t) * (1 - share) * 2.1) for t, x in zip(ts, xs, strict=True)]
        c.poly(upper + [(x, half(t)) for t, x in zip(ts[::-1], xs[::-1], strict=True)], colour)
    c.poly([(x, half(t) * 0.34) for t, x in zip(ts, xs, strict=True)] + [(x, half(t)) for t,
        x in zip(ts[::-1], xs[::-1], strict=True)], pale)
    step = long * 0.034
    for k in range(6, 25):
        x = -long * 0.5 + k * step
        t = x / long + 0.5
        for row in range(-3, 3):
            y = half(t) * row / 3.6 + (step * 0.3 if k % 2 else 0)
            if abs(y) < half(t) * 0.8:
                c.line(bend((x, y - step * 0.5), (x + step * 0.5, y), (x, y + step * 0.5), steps=5),
                    max(1, long * 0.004), mix(mid, dark if y < 0 else c.light.sun, 0.4))
    gill = -long * 0.27
    c.line(bend((gill, -half(0.23) * 0.8), (gill + long * 0.06, 0), (gill, half(0.23) * 0.8)),
        max(1.5, long * 0.009), mix(dark, c.depth(1), 0.3))
    c.poly(bend((gill + long * 0.05, 0), (gill + long * 0.14, long * 0.02),
        (gill + long * 0.17, long * 0.055)) + bend((gill + long * 0.17, long * 0.055),
        (gill + long * 0.1, long * 0.05), (gill + long * 0.05, 0)), fin)
    eye = -long * 0.38
    c.oval(eye, -half(0.12) * 0.3, long * 0.024, long * 0.024, mix(pale, c.light.sun, 0.5))
    c.oval(eye, -half(0.12) * 0.3, long * 0.014, long * 0.014, c.tone("1a1a1c"))
    c.line([(-long * 0.5, long * 0.006), (-long * 0.45, long * 0.014)], max(1.5, long * 0.006),
        mix(dark, c.depth(1), 0.3))


SPECIES = (("3a4038", "6b6a4a", "d9cfa8", 0.09), ("6a7478", "a5aeb0", "eef0ea", 0.17),
    ("4a5a6a", "8fa5b5", "f0f2ee", 0.12), ("8a4a3a", "d98a6a", "f6dcc8", 0.18),
    ("4a5238", "8a8a52", "d9cf9a", 0.17), ("5a6a7a", "b5c4cc", "f6f6f2", 0.1))


def steam(c: Canvas, x: float, y: float, r: float) -> None:
    """Let steam curl from a hot dish."""
    with c.layer(alpha=0.28, blur=9):
        for _ in range(3):
            px = x + c.u(-0.4, 0.4) * r
            c.limb(bend((px, y), (px + r * 0.5, y - r * 0.4), (px - r * 0.4, y - r * 0.8),
                (px + r * 0.2, y - r * 1.3)), r * 0.16, r * 0.04, c.light.sun)


def makanan(c: Canvas) -> None:
    """Food, seen from above."""
    c.indoors()
    table(c)
    x, y, r = c.w * c.u(0.42, 0.58), c.h * c.u(0.47, 0.53), min(c.w, c.h) * c.u(0.32, 0.36)
    dishes: tuple[tuple[tuple[str, ...], Callable[[Canvas, float, float, float], None]],
        ...] = ((("kerupuk", "amplang", "terasi", "tempe", "kudapan", "kue", "makanan kecil"),
        snacks), (("hidangan",), feast), (("sup", "soto", "coto", "kuah"), soup),
        (("kerucut", "tumpeng"), cone), (("ikan", "nasi", "wadi", "lauk", "hidangan"), meal))
    chosen = next((draw for words, draw in dishes if c.named(*words)), None) or c.pick((snacks,
        soup, meal, feast))
    if chosen is feast:
        feast(c, x, y, r)
        daylight(c, 0.24)
        return
    dishes_laid = [(x, y, r * 1.2)]
    for _ in range(500):
        px, py, size = c.u(-0.02, 1.02) * c.w, c.u(-0.02, 1.02) * c.h, r * c.u(0.34, 0.56)
        if len(dishes_laid) < 9 and all(math.hypot(px - qx, py - qy) > size + q * 1.04 for qx, qy,
                q in dishes_laid):
            dishes_laid.append((px, py, size))
            side_dish(c, px, py, size)
    chosen(c, x, y, r)
    daylight(c, 0.24)


def side_dish(c: Canvas, x: float, y: float, r: float) -> None:
    """Set one small thing beside the main dish."""
    kind = c.rng.randrange(6)
    if kind == 5:
        bowl(c, x, y, r * 0.82, c.pick(("d9a23a", "7fa05a", "c9803a", "e3c89a")))
        fill(c, x, y, r * 0.6, r * 0.13,
            ball(c, c.pick((("f3e3b0",), ("5f9a42", "7fae4a"), ("d9662f",)))), 40)
    elif kind == 0:
        bowl(c, x, y, r * 0.8, c.pick(("b5301f", "9a2a1a", "c9562a")))
        greens(c, x, y, r * 0.5)
    elif kind == 1:
        bowl(c, x, y, r * 0.72, c.pick(("a5642a", "7a3a1a", "d9b06a")),
            c.pick(("eef2f0", "dfe9e6")))
    elif kind == 2:
        plate(c, x, y, r)
        fill(c, x, y, r * 0.76, r * 0.19, c.pick((ball(c, ("b5703a", "c98a4a")), slice_cake(c),
            packet(c))))
    elif kind == 3:
        plate(c, x, y, r)
        fill(c, x, y, r * 0.74, r * 0.2, slice_round(c, *c.pick(SLICES)))
    else:
        plate(c, x, y, r)
        rice(c, x, y, r * 0.55, "f6f2e6")


def snacks(c: Canvas, x: float, y: float, r: float) -> None:
    """Lay out crackers, cakes or parcels on a tray or a plate."""
    if c.named("tampah", "nampan", "tempe") or not c.named("piring"):
        with c.layer(shadow=(r * 0.08, r * 0.1, r * 0.08, 0.55)):
            tray(c, x, y, r * 1.12)
    else:
        plate(c, x, y, r * 1.1)
    if c.named("tempe"):
        fill(c, x, y, r * 0.98, r * 0.16, packet(c))
    elif c.named("terasi"):
        fill(c, x, y, r * 0.98, r * 0.12, ball(c, ("7a3a2c", "8a4534", "6e3428")))
    elif c.named("amplang"):
        fill(c, x, y, r * 0.95, r * 0.075, ball(c, ("c98f4a", "b5793a", "d9a560"), 1.25), 900)
    elif c.named("kerupuk"):
        fill(c, x, y, r * 0.96, r * 0.16, cracker(c, c.pick(("f8ecc4", "f3dfae"))))
    elif c.named("kudapan", "goreng"):
        fill(c, x, y, r * 0.72, r * 0.12, ball(c, ("d99a3a", "c9842e", "e6b052"), 1.5))
    else:
        size, piece = c.pick(((0.16, packet(c)), (0.13, slice_cake(c)),
            (0.11, ball(c, ("c98f4a", "d9a560"), 1.3)), (0.15, cracker(c, "f8ecc4"))))
        fill(c, x, y, r * 0.85, r * size, piece)


def soup(c: Canvas, x: float, y: float, r: float) -> None:
    """Serve a bowl of soup on its plate."""
    plate(c, x, y, r * 1.08)
    broth = ("e0b455" if c.named("coto", "singkong", "kuning") else c.pick(("d9a23a", "c9803a",
        "e3c070")))
    bowl(c, x, y, r * 0.82, broth)
    fill(c, x, y, r * 0.62, r * 0.12, ball(c, ("f3e3b0", "ead08f"), 1.3), 60)
    for _ in range(46):
        a, far = c.u(0, 7), r * 0.5 * c.rng.random() ** 0.7
        px, py = x + far * math.cos(a), y + far * math.sin(a)
        c.line(bend((px, py), (px + r * 0.05, py - r * 0.03), (px + r * 0.07, py + r * 0.03),
            steps=5), r * 0.02, c.tone(c.pick(("8a4a1f", "b56a2a", "4f9a42", "6fb04a"))))
    greens(c, x, y, r * 0.42)
    steam(c, x, y - r * 0.1, r)


def cone(c: Canvas, x: float, y: float, r: float) -> None:
    """Raise a cone of rice in a ring of dishes, on a tray under banana leaf."""
    with c.layer(shadow=(r * 0.08, r * 0.12, r * 0.08, 0.55)):
        tray(c, x, y, r * 1.3)
    with c.layer(shadow=(4, 6, 6, 0.4)):
        for k in range(12):
            a = k / 12 * math.tau
            blade(c, x + r * 0.5 * math.cos(a), y + r * 0.5 * math.sin(a), r * 0.66, -a, r * 0.22,
                c.tone(c.pick(("4f8f3c", "5fa047"))), c.tone("8fc06a"))
    for k in range(8):
        a = k / 8 * math.tau + 0.2
        px, py = x + r * 0.82 * math.cos(a), y + r * 0.82 * math.sin(a)
        fill(c, px, py, r * 0.26, r * 0.075,
            c.pick((ball(c, ("b5562f", "c9783e")), ball(c, ("f6e6b0", "f2c14e")),
            ball(c, ("5f9a42", "7fae4a"), 2), cracker(c, "f8ecc4"))), 60)
    rice(c, x, y, r * 0.56, "f0c23a" if c.chance(0.7) else "f6f2e6")
    with c.layer(shadow=(r * 0.04, r * 0.05, r * 0.04, 0.5)):
        for k in range(6):
            blade(c, x - r * 0.11, y - r * 0.13, r * 0.16, k, r * 0.03, c.tone("d9372f"))


def meal(c: Canvas, x: float, y: float, r: float) -> None:
    """Serve fish, rice and sambal."""
    plate(c, x, y, r * 1.15)
    if c.chance(0.5):
        with c.layer(shadow=(4, 6, 6, 0.35)), c.seen(c.turned(x, y, c.u(-0.4, 0.4))):
            banana_leaf(c, r * 0.86, r * 0.42, c.tone("4f8f3c"))
    way = c.u(-0.35, 0.35)
    if c.named("nasi", "kuning") or c.chance(0.5):
        rice(c, x - r * 0.4, y - r * 0.2, r * 0.42, "f0c850" if c.named("kuning") else "f8f4ea")
    count = 1 if c.named("merah") else c.rng.randint(1, 3)
    for k in range(count):
        middle = y + r * (0.2 + 0.3 * (k - (count - 1) / 2))
        cooked = ("7a1f14", "b5301f", "d9662f") if c.named("merah") else ("5a2a14", "a5491f",
            "d98a3f")
        turned = c.turned(x + r * 0.14, middle, way + 0.1 * k)
        with c.layer(shadow=(r * 0.05, r * 0.07, r * 0.05, 0.5)), c.seen(turned):
            fish(c, r * 1.55, *cooked, 0.15)
    for _ in range(26):
        px, py = x + r * c.u(-0.3, 0.6), y + r * c.u(-0.1, 0.5)
        c.line(bend((px, py), (px + r * 0.06, py - r * 0.04), (px + r * 0.08, py + r * 0.03),
            steps=6), r * 0.018, c.tone(c.pick(("b54a6a", "d9372f", "f0dfd0", "4f9a42"))))
    greens(c, x, y, r * 0.72)
    bowl(c, x + r * 0.5, y - r * 0.5, r * 0.24, "b5301f")


def feast(c: Canvas, x: float, y: float, r: float) -> None:
    """Fill the table with dishes."""
    laid = [(x + c.u(-0.2, 0.2) * r, y + c.u(-0.2, 0.2) * r, r * 0.74)]
    for _ in range(1500):
        px, py, size = c.u(-0.02, 1.02) * c.w, c.u(-0.02, 1.02) * c.h, r * c.u(0.3, 0.62)
        if len(laid) < 17 and all(math.hypot(px - qx, py - qy) > size + q * 1.03 for qx, qy,
                q in laid):
            laid.append((px, py, size))
    for k, (px, py, size) in enumerate(laid):
        if k == 0:
            meal(c, px, py, size / 1.15)
        elif size > r * 0.5 and c.chance(0.6):
            c.pick((meal, soup))(c, px, py, size / 1.15)
        else:
            side_dish(c, px, py, size)


def ikan(c: Canvas) -> None:
    """The catch."""
    c.indoors()
    table(c)
    if c.named("tumpukan") or (not c.named("jajar") and c.chance(0.3)):
        x, y, r = c.w / 2, c.h / 2, min(c.w, c.h) * 0.42
        with c.layer(shadow=(r * 0.06, r * 0.08, r * 0.08, 0.6)):
            tray(c, x, y, r * 1.08)
        look = c.pick(SPECIES[1:3] + SPECIES[5:])
        for far in (0.95, 0.8, 0.62, 0.42, 0.2):
            for _ in range(int(34 * far) + 5):
                a = c.u(0, math.tau)
                px, py = x + r * 0.78 * far * math.cos(a), y + r * 0.78 * far * math.sin(a)
                with c.layer(shadow=(3, 5, 4, 0.5)), c.seen(c.turned(px, py, c.u(0, math.tau))):
                    fish(c, r * c.u(0.34, 0.44), *look)
    else:
        look = c.pick(SPECIES)
        if c.chance(0.6):
            with (c.layer(shadow=(8, 12, 12, 0.5)),
                    c.seen(c.turned(c.w / 2, c.h / 2, c.u(-0.1, 0.1)))):
                banana_leaf(c, c.w * 0.5, c.h * 0.34, c.tone("4f8f3c"))
        count = 5 if c.w > c.h else 6
        way = c.u(-0.25, 0.25)
        for k in range(count):
            long = c.w * c.u(0.5, 0.6)
            px = c.w * (0.5 + c.u(-0.05, 0.05))
            py = c.h * (0.17 + 0.66 * k / (count - 1))
            chosen = look if c.chance(0.7) else c.pick(SPECIES)
            with (c.layer(shadow=(9, 14, 10, 0.55)),
                    c.seen(c.turned(px, py, way + c.u(-0.06, 0.06)))):
                fish(c, long, *chosen)
        for a in (0.6, 3.9):
            greens(c, c.w / 2 + c.w * 0.4 * math.cos(a), c.h / 2 + c.h * 0.36 * math.sin(a),
                c.h * 0.13)
    daylight(c, 0.28)


SCENES = (anyaman, makanan, ikan)
