"""Scenes of forest, hills and fields."""

import math

from .canvas import Canvas, Colour, Plane, Point, bend, mix
from .motifs import (
    WOOD,
    Line,
    birds,
    blade,
    ceiling,
    forest,
    frame,
    frond,
    grasses,
    hills,
    house,
    palm,
    person,
    ridge,
    sky,
    steps,
    tall_tree,
    tuft,
)

# fmt: off


def trunk(c: Canvas, x: float, base: float, wide: float, near: float, roots: bool) -> None:
    """Draw a tall trunk that leaves the picture at its top."""
    colour = mix(c.depth(near), c.tone("6b4a38"), 0.16 * near)
    lean = c.u(-0.04, 0.04) * c.h
    points = bend((x, base), (x + lean * 0.3, base * 0.5), (x + lean, -20))
    c.limb(points, wide, wide * 0.72, colour)
    side = 1 if c.sun[0] > x else -1
    lit = [(px + side * wide * 0.3, py) for px, py in points]
    c.limb(lit, wide * 0.22, wide * 0.12, mix(colour, c.light.sun, 0.18))
    for _ in range(int(wide / 7)):
        y, dx = c.u(0, base), c.u(-0.35, 0.35) * wide
        c.line([(x + dx + lean * (1 - y / base), y), (x + dx + lean * (1 - y / base),
            y + wide * c.u(0.3, 1))], 2, mix(colour, c.depth(1), 0.3))
    if roots:
        for k in (-1.0, -0.45, 0.5, 1.0):
            c.poly([*bend((x + k * wide * 0.3, base - wide * 2.4),
                (x + k * wide * 0.5, base - wide * 0.4),
                (x + k * wide * 2.1, base + wide * 0.25 * (1 + abs(k)))),
                (x + k * wide * 0.9, base + wide * 0.15), (x, base - wide * 0.1)],
                mix(colour, c.haze, 0.06 * (k + 1)))


def rays(c: Canvas, count: int, strength: float) -> None:
    """Let light fall in shafts."""
    x, y = c.sun[0], -c.h * 0.7
    with c.layer(alpha=strength, blur=14, melt=(c.h * 0.2, c.h * 0.9)):
        for _ in range(count):
            end, wide = c.u(-0.4, 1.4) * c.w, c.u(20, 110)
            c.poly([(x - wide * 0.3, y), (x + wide * 0.3, y), (end + wide, c.h), (end - wide, c.h)],
                mix(c.light.sun, c.haze, 0.2))


def hutan(c: Canvas) -> None:
    """Inside the forest: trunks in mist, and light from above."""
    c.zoom(1.3, y=0.6)
    c.sun = (c.w * c.u(0.25, 0.75), c.h * c.u(0.1, 0.3))
    glow = mix(c.haze, c.light.sun, 0.4)
    c.gradient(0, c.h, [mix(c.depth(0.1), glow, 0.3), glow, mix(glow, c.depth(0.05), 0.5),
        c.depth(0.25)])
    c.glow(*c.sun, c.w * 0.6, c.light.sun, 0.9)
    swamp = not c.named("jalan") and c.chance(0.5)
    floor = c.h * c.u(0.66, 0.72)
    planes = 6
    for k in range(planes):
        t = k / (planes - 1)
        near, base = 0.08 + 0.72 * t, floor + c.h * 0.08 * t**2 * (2 if not swamp else 1)
        with c.layer(glaze=(glow, base - c.h * 0.3, base, 0.75 * (1 - t)), texture=0.05):
            x = c.u(-0.1, 0.1) * c.w
            while x < c.w * 1.05:
                wide = (9 + 44 * t**1.6) * c.u(0.55, 1.3)
                if abs(x - c.sun[0]) > c.w * 0.1 * t * 2:
                    trunk(c, x, base + c.u(-8, 8), wide, near, k > 2 and c.chance(0.5))
                x += c.w * (0.035 + 0.13 * t**1.5) * c.u(0.6, 1.5)
            ceiling(c, c.h * (0.34 - 0.2 * t), near, 12 + 13 * t)
            for _ in range(3 + int(10 * t)):
                px = c.u(0, c.w)
                fern(c, px, base + c.u(0, 14), (30 + 70 * t) * c.u(0.6, 1.2), near)
    if swamp:
        c.water(floor + c.h * 0.04, c.depth(0.92), 0.55)
        for _ in range(24):
            y = c.u(floor + c.h * 0.05, c.h)
            t = (y - floor) / (c.h - floor)
            c.oval(c.u(0, c.w), y, 14 + 26 * t, 2 + 5 * t, mix(c.depth(0.5), c.tone("b5793a"),
                c.u(0, 0.6)))
    else:
        with c.layer(texture=0.1, glaze=(glow, c.h, floor + c.h * 0.05, 0.35)):
            line = c.wander(c.w * 0.5)
            c.poly([*((x, floor + c.h * 0.09 + 16 * line(x)) for x in steps(0, c.w, 20)),
                (c.w, c.h), (0, c.h)], c.depth(0.72))
        path(c, floor + c.h * 0.09)
    rays(c, c.rng.randint(6, 10), 0.17 if c.when != "night" else 0.1)
    side = c.pick((-1, 1))
    with c.layer(texture=0.06):
        trunk(c, c.w * (0.5 + side * c.u(0.36, 0.44)), c.h * 0.95, c.w * c.u(0.07, 0.1), 0.97, True)
        for _ in range(3):
            x = c.w * (0.5 - side * c.u(0.2, 0.48))
            c.limb(bend((x, -10), (x + c.u(-120, 120), c.h * 0.5), (x + c.u(-260, 260), -10)), 7, 5,
                c.depth(0.92))
    with c.layer(blur=1.6):
        for _ in range(16):
            x = c.pick((c.u(-0.02, 0.3), c.u(0.7, 1.02))) * c.w
            fern(c, x, c.h + 20, c.u(110, 230), 1.0)


def fern(c: Canvas, x: float, y: float, size: float, near: float) -> None:
    """Draw a fern."""
    for k in range(7):
        t = k / 6 * 2 - 1 + c.u(-0.12, 0.12)
        colour = mix(c.depth(near), mix(c.depth(near - 0.4), c.light.sun, 0.16), c.u(0, 0.8))
        tip = (x + t * size, y - size * (0.75 - 0.5 * t * t))
        frond(c, x, y, tip, size * 0.3, colour, size * 0.16)


def path(c: Canvas, y: float) -> None:
    """Draw a trodden path winding away."""
    x, top = c.w * c.u(0.35, 0.65), c.w * c.u(0.4, 0.6)
    swing = c.pick((-1, 1)) * c.w * 0.16
    left = bend((x - c.w * 0.2, c.h), (x + swing - 60, c.h * 0.86), (top - swing * 0.5, y + 30),
        (top - 6, y))
    right = bend((x + c.w * 0.2, c.h), (x + swing + 120, c.h * 0.86), (top - swing * 0.5 + 30,
        y + 30), (top + 10, y))
    with c.layer(texture=0.1, glaze=(c.haze, c.h, y, 0.4)):
        c.poly(left + right[::-1], mix(c.tone("a5764e"), c.depth(0.5), 0.25))


def bukit(c: Canvas) -> None:
    """Hills behind hills, with mist between."""
    c.zoom(1.3, y=0.6)
    horizon = c.h * c.u(0.5, 0.56)
    sky(c, horizon)
    count = c.rng.randint(5, 7)
    river = c.chance(0.6)
    for k in range(count):
        t = k / (count - 1)
        y = c.h * (0.42 + 0.36 * t**1.15)
        ridge(c, y, c.h * (0.2 - 0.08 * t) * c.u(0.75, 1.2), 0.04 + 0.66 * t, y + c.h * 0.14,
            2 + 9 * t, c.u(0.5, 1.0))
        if k < count - 1:
            c.mist(y + c.h * 0.02, c.h * 0.035, 0.75 - 0.4 * t)
        if k == 0:
            birds(c, c.u(0.25, 0.75) * c.w, c.h * c.u(0.2, 0.32), c.rng.randint(3, 8))
        if river and k == count - 3:
            stream(c, y + c.h * 0.06)
    with c.layer(texture=0.06):
        line = c.wander(c.w * 0.8)
        forest(c, -40, c.w + 40, c.h * 1.02, lambda x: c.h * (0.16 + 0.07 * line(x)), c.w * 0.055,
            0.8)
    side = c.pick((-1, 1))
    with c.layer(texture=0.06):
        c.poly([(c.w * (0.5 + side * 0.6), c.h * 0.72),
            *bend((c.w * (0.5 + side * 0.55), c.h * 0.74), (c.w * (0.5 + side * 0.2), c.h * 0.78),
            (c.w * (0.5 + side * 0.05), c.h * 0.93), (c.w * (0.5 - side * 0.2), c.h * 1.05)),
            (c.w * (0.5 + side * 0.6), c.h * 1.1)], c.depth(0.97))
    x = c.w * (0.5 + side * 0.3)
    for k in range(c.rng.randint(1, 3)):
        person(c, x - side * k * 44, c.h * (0.79 + 0.012 * k), c.h * 0.075, 0.95, c.chance(0.4))
    if c.chance(0.6):
        tall_tree(c, c.w * (0.5 + side * 0.42), c.h * 0.8, c.h * 0.42, 0.97)
    grasses(c, c.h * 0.84, c.h * 0.05, 0.97, 60, *((x - 20, c.w) if side > 0 else (0, x + 20)))
    if c.chance(0.5):
        frame(c)


def stream(c: Canvas, y: float) -> None:
    """Lay a far river into the plain, in bends that shine."""
    x, swing = c.w * c.u(0.3, 0.7), c.pick((-1, 1)) * c.w * 0.3
    middle = bend((x, y - c.h * 0.09), (x + swing, y - c.h * 0.06),
        (x - swing * 1.4, y - c.h * 0.01), (x + swing * 0.6, y + c.h * 0.07), steps=40)
    upper = [(px, py - 0.5 - 6 * k / 40) for k, (px, py) in enumerate(middle)]
    lower = [(px + 16 * k / 40, py + 0.5 + 9 * k / 40) for k, (px, py) in enumerate(middle)]
    with c.layer(alpha=0.9):
        c.poly(upper + lower[::-1], mix(c.haze, c.light.sun, 0.55))


def asap(c: Canvas) -> None:
    """Smoke over the land in the dry season."""
    c.zoom(1.2, y=0.7)
    if c.when != "night":
        c.relight("smoke")
    horizon = c.h * c.u(0.52, 0.58)
    c.sun = (c.w * c.u(0.2, 0.8), c.h * c.u(0.22, 0.34))
    sky(c, horizon)
    ridge(c, horizon, c.h * 0.05, 0.12, horizon + 10, 6)
    if c.named("atap"):
        roofs_afire(c, horizon)
        return
    x = c.w * c.u(0.3, 0.7)
    drift = math.copysign(c.w * c.u(0.18, 0.4), c.w / 2 - x + c.u(-200, 200))
    smoke(c, x, horizon, drift, 1.0)
    if c.chance(0.5):
        smoke(c, x - drift * 0.9, horizon, drift, 0.6)
    for k in range(3):
        t = k / 2
        y = horizon + c.h * (0.02 + 0.13 * t)
        with c.layer(glaze=(c.haze, y - c.h * 0.16, y + 8, 0.7 - 0.4 * t), texture=0.05):
            line = c.wander(c.w * 0.4)

            def height(px: float, tall: float = 0.05 + 0.06 * t, line: Line = line) -> float:
                return c.h * tall * (0.8 + 0.35 * line(px))

            forest(c, -30, c.w + 30, y, height, 18 + 28 * t, 0.3 + 0.34 * t)
        c.mist(y + 6, c.h * 0.03, 0.8 - 0.3 * t)
        if k == 1:
            c.glow(x, y, c.w * 0.14, c.tone("ff7a2a"), 0.5)
    ground = horizon + c.h * 0.15 + 12
    line = c.wander(c.w * 0.6)
    with c.layer(texture=0.14, glaze=(c.haze, c.h * 0.95, ground - 20, 0.5)):
        c.poly([*((px, ground - 30 + 14 * line(px)) for px in steps(0, c.w, 20)), (c.w, c.h),
            (0, c.h)], c.depth(0.9))
    for _ in range(c.rng.randint(9, 15)):
        y = c.u(ground, c.h * 0.92)
        t = (y - ground) / (c.h - ground)
        snag(c, c.u(0, c.w), y, c.h * (0.08 + 0.26 * t) * c.u(0.5, 1.1), 0.75 + 0.3 * t)
    side = c.pick((-1, 1))
    if c.chance(0.55) or c.named("patroli", "pos", "pantau"):
        tower(c, c.w * (0.5 + side * c.u(0.24, 0.34)), c.h * 0.84, c.h * 0.42)
    crew = c.rng.randint(2, 4)
    hose: list[Point] = []
    for k in range(crew):
        px, py = c.w * (0.5 - side * (0.08 + 0.08 * k)), c.h * (0.79 + 0.014 * k)
        hose.append((px + 10, py - c.h * 0.045))
        person(c, px, py, c.h * 0.1, 0.92, hat=False)
    c.line(bend(*hose, (hose[-1][0] - side * c.w * 0.4, c.h * 0.9)), 5, c.tone("d9472f", 0.9))
    grasses(c, c.h + 10, c.h * 0.12, 1.0, 150)
    c.mist(c.h * 0.66, c.h * 0.1, 0.45)
    if c.named("bayangan", "kabut"):
        with c.layer(alpha=0.5):
            c.rect(0, 0, c.w, c.h, c.haze)
        for k in range(4):
            px = c.w * (0.1 + 0.25 * k)
            c.limb([(px, c.h * (0.8 - 0.05 * k)), (px, c.h * (0.2 + 0.08 * k))], 14 - 2 * k,
                10 - 2 * k, mix(c.depth(0.8), c.haze, 0.2 + 0.16 * k))


def roofs_afire(c: Canvas, horizon: float) -> None:
    """Let smoke, lit from below, stand over a row of roofs at night."""
    fire = c.tone("ff8a3a")
    for k in range(3):
        x = c.w * (0.32 + 0.18 * k)
        c.glow(x, horizon + c.h * 0.02, c.w * 0.4, fire, 0.5)
        smoke(c, x, horizon + c.h * 0.06, c.w * c.u(-0.12, 0.2), c.u(0.9, 1.2))
    c.glow(c.w / 2, horizon - c.h * 0.12, c.w * 0.75, mix(fire, c.depth(0.2), 0.25), 0.5)
    c.glow(c.w / 2, horizon + c.h * 0.06, c.w * 0.5, fire, 0.85)
    for row in range(2):
        for k in range(4 - row):
            wide = c.w * (0.34 + 0.1 * row)
            house(c, c.w * (-0.1 + (0.29 + 0.1 * row) * k), c.h * (0.72 + 0.1 * row), wide,
                0.85 + 0.1 * row, stilt=0.05, bays=4)
    c.rect(0, c.h * 0.81, c.w, c.h, c.depth(0.95))
    c.glow(c.w / 2, c.h * 0.72, c.w * 0.6, fire, 0.22)
    for k in range(6):
        person(c, c.w * (0.12 + 0.15 * k) + c.u(-30, 30), c.h * c.u(0.86, 0.9), c.h * 0.09, 0.95,
            hat=False)


def smoke(c: Canvas, x: float, y: float, drift: float, size: float) -> None:
    """Let a column of smoke rise and lean with the wind."""
    dark, pale = mix(c.depth(0.45), c.light.sky[1], 0.4), mix(c.light.sky[3], c.light.sky[1], 0.35)
    for share, alpha, soft in ((0.0, 0.75, 10), (0.5, 0.6, 8), (1.0, 0.5, 7)):
        with c.layer(alpha=alpha, blur=soft, melt=(y - c.h * 0.02, y + c.h * 0.03)):
            for _ in range(90):
                t = c.rng.random()
                spread = c.w * (0.012 + 0.1 * t**0.8) * size
                px = x + drift * t**1.5 + c.rng.gauss(0, spread * 0.6) - share * spread * 0.25
                py = y - c.h * 0.56 * size * t - share * spread * 0.2 + c.rng.gauss(0, spread * 0.3)
                r = spread * c.u(0.4, 0.85) * (1 - 0.4 * share)
                c.oval(px, py, r, r * 0.9, mix(dark, pale, share * 0.75 + 0.3 * t))


def snag(c: Canvas, x: float, y: float, tall: float, near: float) -> None:
    """Draw a burnt trunk."""
    lean = c.u(-0.12, 0.12) * tall
    colour = mix(c.depth(near), (0, 0, 0), 0.2)
    c.limb([(x, y), (x + lean * 0.5, y - tall * 0.5), (x + lean, y - tall)], tall * 0.07,
        tall * 0.02, colour)
    for _ in range(3):
        t, side = c.u(0.4, 0.85), c.pick((-1, 1))
        px, py = x + lean * t, y - tall * t
        c.limb([(px, py), (px + side * tall * 0.12, py - tall * 0.08), (px + side * tall * 0.16,
            py - tall * 0.2)], tall * 0.025, 1, colour)


def tower(c: Canvas, x: float, y: float, tall: float) -> None:
    """Draw a watchtower."""
    colour = c.tone("5b4636", 0.95)
    wide = tall * 0.2
    for side in (-1, 1):
        c.limb([(x + side * wide, y), (x + side * wide * 0.55, y - tall * 0.74)], tall * 0.03,
            tall * 0.026, colour)
    for k in range(4):
        a, b = k / 4, (k + 1) / 4
        wa, wb = wide * (1 - 0.42 * a), wide * (1 - 0.42 * b)
        c.line([(x - wa, y - tall * 0.72 * a), (x + wb, y - tall * 0.72 * b)], 4, colour)
        c.line([(x + wa, y - tall * 0.72 * a), (x - wb, y - tall * 0.72 * b)], 4, colour)
    c.rect(x - wide * 0.85, y - tall * 0.76, x + wide * 0.85, y - tall * 0.73, colour)
    c.rect(x - wide * 0.8, y - tall * 0.84, x + wide * 0.8, y - tall * 0.82, colour)
    person(c, x + 6, y - tall * 0.74, tall * 0.17, 0.92, hat=False)
    for side in (-1, 1):
        c.rect(x + side * wide * 0.72 - 4, y - tall * 0.96, x + side * wide * 0.72 + 4,
            y - tall * 0.73, colour)
    c.poly([(x - wide * 1.1, y - tall * 0.94), (x, y - tall * 1.08),
        (x + wide * 1.1, y - tall * 0.94)], c.tone("a5482f", 0.95))


def field(c: Canvas, horizon: float, soil: Colour, far: Colour) -> None:
    """Lay open ground below the horizon."""
    with c.layer(texture=0.1, glaze=(mix(far, c.haze, 0.35), c.h * 0.8, horizon, 0.8)):
        c.rect(-10, horizon, c.w + 10, c.h + 10, soil)


def skyline(c: Canvas, horizon: float, tall: float) -> None:
    """Close a field with trees, palms and perhaps a house."""
    line = c.wander(c.w * 0.5)
    with c.layer(glaze=(c.haze, horizon - tall, horizon + 8, 0.55), texture=0.04):
        for _ in range(c.rng.randint(0, 4)):
            tall_tree(c, c.u(0, c.w), horizon, tall * c.u(1.2, 1.9), 0.4)
        forest(c, -40, c.w + 40, horizon + 6, lambda x: tall * (0.75 + 0.3 * line(x)), tall * 0.3,
            0.38)
    with c.layer(glaze=(c.haze, horizon - tall, horizon + 20, 0.25)):
        for _ in range(c.rng.randint(1, 6)):
            palm(c, c.u(0, c.w), horizon + c.u(4, 14), tall * c.u(1, 1.8), 0.56)


def hut(c: Canvas, x: float, y: float, wide: float, near: float) -> None:
    """Draw a field hut: a thatched roof over a floor on posts."""
    timber, thatch = c.tone("6e5138", near), c.tone(c.pick(("b08a52", "9a7a4c", "c29a5c")), near)
    with c.layer(shadow=(0, wide * 0.03, wide * 0.05, 0.35)):
        for px in (0.04, 0.33, 0.64, 0.95):
            c.rect(x + wide * px - wide * 0.015, y - wide * 0.6, x + wide * px + wide * 0.015, y,
                timber)
        c.rect(x, y - wide * 0.26, x + wide, y - wide * 0.21, mix(timber, c.haze, 0.15))
        c.rect(x + wide * 0.04, y - wide * 0.38, x + wide * 0.5, y - wide * 0.25,
            mix(thatch, timber, 0.5))
        c.poly([(x - wide * 0.18, y - wide * 0.55), (x + wide * 0.16, y - wide),
            (x + wide * 0.84, y - wide), (x + wide * 1.18, y - wide * 0.55)], thatch)
        for k in range(34):
            px = x - wide * 0.16 + wide * 1.32 * k / 33
            c.limb([(x + wide * (0.18 + 0.64 * k / 33), y - wide * 0.98),
                (px, y - wide * c.u(0.49, 0.55))], wide * 0.012, wide * 0.03,
                mix(thatch, timber, c.u(0, 0.5)))
        c.line([(x + wide * 0.14, y - wide), (x + wide * 0.86, y - wide)], wide * 0.04, timber)


def sawah(c: Canvas) -> None:
    """Rice: seedlings over water, green, or ripe."""
    c.zoom(1.3, y=0.6)
    horizon = c.h * c.u(0.38, 0.45)
    sky(c, horizon)
    hills(c, horizon, c.rng.randint(1, 3), c.h * c.u(0.06, 0.2))
    birds(c, c.u(0.2, 0.8) * c.w, horizon * 0.6, c.rng.randint(0, 6))
    ripe = not c.named("hijau") and (c.named("panen", "padi", "kuning") or c.chance(0.4))
    young = not ripe and (c.named("tanam", "banjir") or (not c.named("hijau") and c.chance(0.45)))
    skyline(c, horizon, c.h * c.u(0.05, 0.09))
    plane = Plane(c.w * c.u(0.2, 0.8), horizon, c.h * 1.02)
    if young:
        c.water(horizon, depth=0.3)
        crop = [c.tone(g) for g in ("7fae3a", "98c14a", "5f9440", "b5d060")]
    elif ripe:
        crop = [c.tone(g) for g in ("e0ac38", "f2cc5e", "c98f2a", "b8a23c")]
    else:
        crop = [c.tone(g) for g in ("5f9a3a", "7fb548", "4a8438", "98c456")]
    if not young:
        field(c, horizon, mix(crop[2], c.depth(0.9), 0.35), crop[1])
    turnoff = c.u(-0.5, 0.5)
    dikes = sorted(c.u(1.3, 9) for _ in range(4))
    patches = [c.tone(c.pick(("f0cc62", "d9b040", "b5b548") if ripe else ("6fae48", "a5cc58",
        "4f9444"))) for _ in range(5)]
    shelter = c.u(2.6, 4.2)
    placed = False
    away = 44.0
    while away > 0.98:
        near = min(1.0, 0.3 + 0.9 / away**0.8)
        if not placed and away < shelter:
            placed = True
            x, y = plane.at((c.u(0.25, 0.75) * c.w - plane.x) * shelter, away)
            hut(c, x - c.w * 0.06, y, c.w * c.u(0.1, 0.15), near)
            for k in range(c.rng.randint(0, 4)):
                person(c, x + c.w * (0.1 + 0.05 * k), y + 4, c.h * 0.075, near)
        size = c.h * (0.055 if young else 0.1) / away
        gap = c.w * (0.075 if young else 0.05)
        dike = any(abs(away - d) < 0.035 * d for d in dikes)
        patch = patches[sum(away > d for d in dikes)]
        shades = [mix(mix(mix(shade, patch, 0.3), c.haze, (1 - near) * 0.42), c.depth(1),
            c.rng.random() ** 2 * 0.3) for shade in crop]
        if dike:
            y = plane.at(0, away)[1]
            c.poly([(-10, y - size * 0.4), (c.w + 10, y - size * 0.4 + turnoff * 30),
                (c.w + 10, y + size * 0.5 + turnoff * 30), (-10, y + size * 0.4)],
                mix(c.tone("8a7a4a", near), c.depth(0.7), 0.4))
        else:
            lanes = int(c.w * away / gap) + 2
            first = -int(plane.x * away / gap) - 1
            for lane in range(first, first + lanes + 1):
                x, y = plane.at(lane * gap, away)
                x += turnoff * (away - 1) * 12 + c.u(-0.2, 0.2) * size
                if -size < x < c.w + size:
                    if size > 9:
                        tuft(c, x, y, size * c.u(0.8, 1.2), 6 if young else 9, shades, 0.6, 0.09)
                    else:
                        c.poly([(x - gap / away * 0.5, y), (x, y - size * c.u(0.7, 1.2)),
                            (x + gap / away * 0.5, y)], c.pick(shades))
                    if young and size > 14:
                        with_reflection = mix(shades[0], c.depth(0.5), 0.5)
                        c.limb([(x, y), (x + 1, y + size * 0.5)], size * 0.16, 0.3, with_reflection)
        away /= 1.045 if not young else 1.075
    if c.named("jalan", "titian"):
        way = Plane(c.w * 0.5, horizon, c.h * 1.02, c.w * 0.1)
        edges = [[way.at(side * c.w * 0.11, a) for a in steps(0.9, 24, 0.3)] for side in (-1, 1)]
        with c.layer(texture=0.1, glaze=(c.haze, c.h, horizon, 0.6)):
            c.poly(edges[0] + edges[1][::-1], c.tone("c9a87a"))
    if ripe:
        with c.layer(blur=0.6):
            for _ in range(60):
                ear(c, c.u(-0.02, 1.02) * c.w, c.h + 20, c.h * c.u(0.1, 0.26), c.pick(crop))
    elif not young:
        with c.layer(blur=0.8):
            for _ in range(40):
                x = c.u(0, c.w)
                tuft(c, x, c.h + 30, c.h * c.u(0.12, 0.24), 5, [c.depth(0.75), crop[0], crop[3]],
                    0.5, 0.035)
    if c.chance(0.35):
        frame(c)


def ear(c: Canvas, x: float, y: float, tall: float, colour: Colour) -> None:
    """Draw a stalk of rice bent under its grains."""
    lean = c.pick((-1, 1)) * c.u(0.2, 0.5) * tall
    spine = bend((x, y), (x, y - tall), (x + lean * 0.6, y - tall * 1.12),
        (x + lean, y - tall * 0.72), steps=26)
    c.limb(spine, tall * 0.025, 1, mix(colour, c.depth(0.6), 0.4))
    for k in range(13, 27):
        px, py = spine[k]
        for side in (-1, 1):
            c.oval(px + side * tall * 0.017, py + tall * 0.012, tall * 0.012, tall * 0.021,
                mix(colour, c.pick((c.light.sun, c.depth(0.8))), c.u(0, 0.4)))


def pineapple(c: Canvas, x: float, y: float, size: float, near: float) -> None:
    """Draw a pineapple plant, often with its fruit."""
    greens = [c.tone(g, near) for g in ("6f9a52", "8fb566", "4f7f4a", "a9a860")]
    tuft(c, x, y, size, 13, greens, 1.0, 0.1)
    if c.chance(0.6):
        top = y - size * 0.72
        c.oval(x, top, size * 0.17, size * 0.24, c.tone("d9922e", near))
        c.oval(x - size * 0.04, top - size * 0.04, size * 0.1, size * 0.17, c.tone("eab04a", near))
        tuft(c, x, top - size * 0.2, size * 0.3, 5, greens[:2], 0.6, 0.12)


def leafy(c: Canvas, x: float, y: float, size: float, greens: list[Colour]) -> None:
    """Draw a low vegetable."""
    for angle in (0.3, 2.84, 0.85, 2.3, 1.57, 1.2, 1.95):
        blade(c, x, y, size * c.u(0.5, 0.75), angle + c.u(-0.2, 0.2), size * 0.16,
            mix(c.pick(greens), c.depth(1), c.u(0, 0.15)))


def staked(c: Canvas, x: float, y: float, size: float, near: float, greens: list[Colour],
        fruit: Colour) -> None:
    """Draw a plant on a stake, hung with its fruit."""
    c.limb([(x, y), (x, y - size * 1.25)], size * 0.06, size * 0.05, c.tone("b08a5c", near))
    for _ in range(15):
        py = y - size * c.u(0.15, 1.1)
        c.oval(x + c.u(-0.26, 0.26) * size, py, size * c.u(0.08, 0.16), size * c.u(0.07, 0.11),
            c.pick(greens))
    for _ in range(5):
        px, py = x + c.u(-0.24, 0.24) * size, y - size * c.u(0.2, 0.9)
        c.limb([(px, py), (px + 1, py + size * 0.14)], size * 0.06, size * 0.02, fruit)


def kebun(c: Canvas) -> None:
    """A garden in rows on red or black earth."""
    c.zoom(1.3, y=0.7)
    horizon = c.h * c.u(0.36, 0.43)
    sky(c, horizon)
    hills(c, horizon, c.rng.randint(1, 3), c.h * c.u(0.07, 0.18))
    skyline(c, horizon, c.h * c.u(0.06, 0.1))
    fruit = c.named("nanas")
    soil = c.tone("a5542f" if fruit else c.pick(("8a5a38", "5b4334", "9a5232", "6e5540")))
    field(c, horizon, soil, soil)
    plane = Plane(c.w * c.u(0.25, 0.75), horizon, c.h * 1.02)
    gap = c.w * c.u(0.19, 0.25)
    greens = [c.tone(g) for g in c.pick((("5f9a3a", "8fc04a", "4a8438"),
        ("7fa85a", "a9c96a", "5a8a52"), ("4f8f5a", "7fb56f", "3a7548")))]
    red = c.tone(c.pick(("d9372f", "e8742e", "6a3f7d")))
    kind = (0 if fruit else 2 if c.named("ajir") else 3 if c.named("panjang") else c.pick((1, 1, 2,
        3)))
    for lane in range(-40, 41):
        with c.layer(alpha=0.45):
            left, right = (lane + 0.27) * gap, (lane + 0.73) * gap
            c.poly([plane.at(left, 0.9), plane.at(right, 0.9), plane.at(right, 40),
                plane.at(left, 40)], mix(soil, c.depth(1), 0.45))
    shelter, placed, away = c.u(3.2, 5), False, 26.0
    spot = c.u(0.2, 0.8)
    while away > 0.97:
        near = min(1.0, 0.35 + 0.85 / away**0.7)
        if not placed and away < shelter:
            placed = True
            y = plane.at(0, away)[1]
            if c.chance(0.35):
                continue
            hut(c, c.w * spot - c.w * 0.06, y, c.w * c.u(0.12, 0.17), near)
            for k in range(c.rng.randint(1, 3)):
                person(c, c.w * (spot + (0.13 + 0.06 * k) * (1 if spot < 0.5 else -1)), y + 6,
                    c.h * 0.09, near)
        size = c.h * 0.135 / away
        shades = [mix(g, c.haze, (1 - near) * 0.75) for g in greens]
        for lane in range(int((-plane.x - 60) * away / gap) - 1,
                int((c.w - plane.x + 60) * away / gap) + 2):
            x, y = plane.at(lane * gap, away)
            x += c.u(-0.06, 0.06) * gap / away
            if size < 8:
                c.oval(x, y - size * 0.3, size * 0.9, size * 0.45, c.pick(shades))
                continue
            c.oval(x, y, size * 0.75, size * 0.13, mix(mix(soil, c.depth(1), 0.5), c.haze,
                (1 - near) * 0.6))
            if kind == 0:
                pineapple(c, x, y, size, near)
            elif kind == 3:
                tuft(c, x, y, size * 1.2, 12, shades, 0.8, 0.1)
            elif kind == 1:
                leafy(c, x, y, size, shades)
            else:
                staked(c, x, y, size * 1.1, near, shades, mix(red, c.haze, 1 - near))
        away /= 1.13
    if c.named("jaring"):
        shade_net(c, plane)
    elif c.named("pagar"):
        with c.layer(shadow=(0, 6, 6, 0.4)):
            for px in steps(-10, c.w + 10, 46):
                top = c.h * c.u(0.83, 0.86)
                c.poly([(px, c.h + 10), (px, top), (px + 13, top - 16), (px + 26, top),
                    (px + 26, c.h + 10)], c.tone(c.pick(WOOD), 1.0, 0.1))
            for py in (0.88, 0.96):
                c.rect(-10, c.h * py, c.w + 10, c.h * py + 14, c.tone("7a5a3c"))
    elif c.chance(0.3):
        frame(c)


def shade_net(c: Canvas, plane: Plane) -> None:
    """Stretch a shade net over the beds."""
    for away in (6, 3.6, 2.3, 1.55):
        for side in (-1, 1):
            x, y = plane.at(side * c.w * 0.52, away)
            c.rect(x - 10 / away, y - c.h * 0.6 / away, x + 10 / away, y, c.tone("8a6a4a", 0.95))
    corners = [(plane.at(side * c.w * 0.56, a)[0], plane.at(0, a)[1] - c.h * 0.6 / a) for side,
        a in ((-1, 6), (1, 6), (1, 1.2), (-1, 1.2))]
    with c.layer(alpha=0.62):
        c.poly(corners, mix(c.depth(0.95), c.tone("1f3a34"), 0.5))
    with c.layer(alpha=0.3):
        for k in range(1, 22):
            t = k / 22
            (ax, ay), (bx, _), (dx, _), (ex, ey) = corners
            c.line([(ax + (bx - ax) * t, ay), (ex + (dx - ex) * t, ey)], 2, c.haze)


def karet(c: Canvas) -> None:
    """Rubber trees in their rows."""
    c.zoom(1.25, y=0.6)
    horizon = c.h * c.u(0.46, 0.52)
    c.sun = (c.w * c.u(0.3, 0.7), horizon * 0.6)
    glow = mix(c.haze, c.light.sun, 0.5)
    c.gradient(0, c.h, [mix(c.light.sky[2], c.depth(0.1), 0.3), glow, glow, c.depth(0.3)])
    c.glow(c.sun[0], horizon, c.w * 0.55, c.light.sun, 0.9)
    plane = Plane(c.w * c.u(0.35, 0.65), horizon, c.h * 1.0)
    soil = c.tone(c.pick(("a5703f", "8a6a3a", "b0743c")))
    field(c, horizon, mix(soil, c.depth(0.7), 0.35), mix(glow, c.depth(0.2), 0.2))
    with c.layer(alpha=0.5):
        for _ in range(420):
            away = 1 / c.u(0.04, 1.0)
            x, y = plane.at(c.u(-0.6, 0.6) * c.w * 2 * away**0.5, away)
            c.oval(x, y, c.u(4, 16) / away + 0.6, c.u(1.2, 3.4) / away + 0.4,
                c.pick((mix(soil, c.light.sun, 0.4), c.tone("c9562e"), c.depth(0.8),
                c.tone("d9a24a"))))
    with c.layer(alpha=0.4, blur=1.5):
        for _ in range(26):
            away = 1 / c.u(0.12, 1.0)
            x, y = plane.at(c.u(-0.5, 0.5) * c.w * 1.6, away)
            c.oval(x, y, c.u(50, 130) / away, c.u(6, 14) / away, mix(glow, c.light.sun, 0.5))
    gap = c.w * c.u(0.4, 0.5)
    offset = c.u(0.4, 0.6)
    cup = c.tone(c.pick(("f4ead2", "2f6f9c", "d9472f", "1f2a2c")))
    for k in range(12, -1, -1):
        away = 0.92 * 1.28**k
        near = min(0.95, 0.12 + 0.85 / away**0.65)
        base = plane.at(0, away)[1]
        with c.layer(glaze=(glow, base - c.h * 0.5 / away, base + 2, 0.5 * (1 - near)),
                texture=0.04):
            ceiling(c, max(c.h * 0.08, horizon - c.h * 0.42 / away**0.42), near * 0.9,
                9 + 22 / away)
            for lane in range(-9, 10):
                x, y = plane.at((lane + offset) * gap, away)
                if -120 < x < c.w + 120:
                    rubber(c, x, y, c.h * 0.066 / away, near, cup, k < 6)
    rays(c, c.rng.randint(5, 9), 0.15)
    with c.layer(blur=1.2):
        for _ in range(9):
            fern(c, c.pick((c.u(0, 0.25), c.u(0.75, 1))) * c.w, c.h + 16, c.u(80, 150), 1.0)


def rubber(c: Canvas, x: float, y: float, wide: float, near: float, cup: Colour,
        tapped: bool) -> None:
    """Draw a rubber tree with its slanting cut and its cup."""
    bark = c.tone(c.pick(("8a7a6a", "9a8672", "7a6a5c")), near)
    bark = mix(bark, c.depth(near), 0.34)
    lean = c.u(-0.5, 0.9) * wide
    spine = bend((x, y + wide * 0.1), (x, y - wide * 5), (x + lean, min(-20.0, y - wide * 9)))
    side = 1 if c.sun[0] > x else -1
    c.limb(spine, wide, wide * 0.66, bark)
    c.limb([(px + side * wide * 0.32, py) for px, py in spine], wide * 0.26, wide * 0.14,
        mix(bark, c.light.sun, 0.28))
    c.limb([(px - side * wide * 0.36, py) for px, py in spine], wide * 0.2, wide * 0.12,
        mix(bark, c.depth(1), 0.3))
    for _ in range(7 if wide > 20 else 0):
        py = y - wide * c.u(0.3, 7)
        c.oval(x + c.u(-0.3, 0.3) * wide, py, wide * c.u(0.05, 0.14), wide * c.u(0.03, 0.06),
            mix(bark, c.light.sun, 0.25))
    if tapped:
        panel = c.tone("d9a878", near)
        low, high = y - wide * 2.0, y - wide * 2.9
        c.poly([(x - wide * 0.3, high), (x + wide * 0.34, high + wide * 0.4),
            (x + wide * 0.32, low + wide * 0.34), (x - wide * 0.3, low)], mix(panel, bark, 0.35))
        for t in steps(0, 0.9, 0.16):
            c.line([(x - wide * 0.3, high + wide * t), (x + wide * 0.33, high + wide * (t + 0.38))],
                max(0.6, wide * 0.03), mix(panel, bark, 0.75))
        c.line([(x - wide * 0.3, low), (x + wide * 0.32, low + wide * 0.36),
            (x + wide * 0.2, low + wide * 0.7)], max(0.8, wide * 0.05), mix(c.light.sun, cup, 0.1))
        c.poly([(x - wide * 0.12, low + wide * 0.7), (x + wide * 0.46, low + wide * 0.7),
            (x + wide * 0.36, low + wide * 1.02), (x - wide * 0.02, low + wide * 1.02)],
            mix(cup, c.haze, (1 - near) * 0.6))
        c.oval(x + wide * 0.17, low + wide * 0.7, wide * 0.29, wide * 0.07, mix(c.light.sun, c.haze,
            0.3))


SCENES = (hutan, bukit, asap, sawah, kebun, karet)
