"""Scenes of the village: houses, the longhouse, the field, the market."""

import math
from collections.abc import Callable
from itertools import pairwise

from .canvas import Canvas, Colour, Plane, Point, bend, mix
from .motifs import (
    CLOTH,
    banana,
    blade,
    boat,
    bunting,
    crown,
    forest,
    frame,
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
from .water import headland, raft_house, reeds

# fmt: off


def yard(c: Canvas, horizon: float, colour: Colour) -> None:
    """Lay a lawn with tufts and flowers from the horizon down."""
    with c.layer(texture=0.08, glaze=(mix(c.haze, colour, 0.3), c.h * 0.85, horizon, 0.7)):
        c.rect(-10, horizon, c.w + 10, c.h + 10, colour)
    with c.layer(alpha=0.35):
        for _ in range(34):
            y = horizon + (c.h - horizon) * c.rng.random() ** 0.8
            x, long = c.u(0, c.w), (y - horizon) * c.u(0.2, 0.7)
            c.oval(x, y, long, long * 0.08,
                c.pick((mix(colour, c.light.sun, 0.4), mix(colour, c.depth(0.9), 0.4))))
    petals = [c.tone(p) for p in ("f2c14e", "f4ead2", "e9719a", "e8742e")]
    for y in sorted(horizon + (c.h - horizon) * c.u(0.12, 1.0) for _ in range(110)):
        size = (y - horizon) * c.u(0.03, 0.09)
        x = c.u(0, c.w)
        tuft(c, x, y, size, 5, [mix(colour, c.depth(0.85), 0.5), mix(colour, c.light.sun, 0.2)],
            1.0, 0.12)
        if c.chance(0.25):
            c.oval(x, y - size * 0.9, size * 0.16, size * 0.14, c.pick(petals))


def lane(c: Canvas, x: float, y: float, foot: float, wide: float, colour: Colour) -> None:
    """Draw a path from the foot of a stair towards the eye."""
    swing = c.u(-0.1, 0.1) * c.w
    left = bend((x - wide, y), (x - wide * 1.2 + swing, y + (c.h - y) * 0.4),
        (foot - wide * 5, c.h + 10))
    right = bend((x + wide, y), (x + wide * 1.4 + swing, y + (c.h - y) * 0.4),
        (foot + wide * 5, c.h + 10))
    with c.layer(texture=0.12):
        c.poly(left + right[::-1], colour)


def fence(c: Canvas, x0: float, x1: float, y: float, tall: float) -> None:
    """Draw a paling fence."""
    colour = c.tone(c.pick(("f0e6cc", "9c8468", "7fa6a0", "b08a5c")), 0.95)
    with c.layer(shadow=(6, 4, 5, 0.3)):
        for level in (0.35, 0.75):
            c.rect(x0, y - tall * level - 3, x1, y - tall * level + 4, mix(colour, c.depth(1),
                0.25))
        for x in steps(x0, x1, tall * 0.26):
            top = y - tall * c.u(0.96, 1.04)
            c.poly([(x, y), (x, top + tall * 0.08), (x + tall * 0.06, top),
                (x + tall * 0.12, top + tall * 0.08), (x + tall * 0.12, y)], mix(colour, c.depth(1),
                c.u(0, 0.14)))


def laundry(c: Canvas, x: float, y: float, wide: float) -> None:
    """Hang the washing out."""
    tall = wide * 0.42
    for px in (x, x + wide):
        c.rect(px - 4, y - tall, px + 4, y, c.tone("6e5138", 0.95))
    line = bend((x, y - tall * 0.95), (x + wide / 2, y - tall * 0.8), (x + wide, y - tall * 0.95),
        steps=9)
    c.line(line, 2, c.depth(0.9))
    for px, py in line[1:-1]:
        size = wide * c.u(0.06, 0.085)
        c.poly([(px - size / 2, py), (px + size / 2, py),
            (px + size * 0.45, py + size * c.u(1.2, 1.9)), (px - size * 0.5, py + size * 1.5)],
            c.tone(c.pick(CLOTH), 0.95))


def pots(c: Canvas, x: float, y: float, size: float) -> None:
    """Set out a few plants in pots."""
    for k in range(c.rng.randint(2, 5)):
        px = x + k * size * 1.1
        for _ in range(6):
            blade(c, px, y - size * 0.6, size * c.u(0.6, 1.1), c.u(0.4, 2.7), size * 0.12,
                c.tone(c.pick(("6f9a42", "8fb556", "c9563e", "4f8f5a"))))
        c.poly([(px - size * 0.36, y - size * 0.62), (px + size * 0.36, y - size * 0.62),
            (px + size * 0.26, y), (px - size * 0.26, y)],
            c.tone(c.pick(("b5562f", "2f2f33", "c9783e", "7fa6a0"))))


def rumah(c: Canvas) -> None:
    """A house of the village."""
    c.zoom(1.3, y=0.6)
    afloat = c.named("lanting", "apung")
    wet = (afloat or c.named("tepi air", "sungai", "bertiang") or (not c.named("halaman", "ladang",
        "jalan", "balai") and c.chance(0.16)))
    horizon = c.h * c.u(0.45, 0.5)
    sky(c, horizon)
    hills(c, horizon, c.rng.randint(1, 3), c.h * c.u(0.07, 0.2))
    if wet:
        riverside(c, horizon, afloat)
        return
    line = c.wander(c.w * 0.5)
    with c.layer(glaze=(c.haze, horizon - c.h * 0.16, horizon + 10, 0.4), texture=0.04):
        for _ in range(c.rng.randint(1, 4)):
            tall_tree(c, c.u(0, c.w), horizon + 6, c.h * c.u(0.2, 0.34), 0.44)
        forest(c, -40, c.w + 40, horizon + 14, lambda x: c.h * (0.1 + 0.05 * line(x)), c.h * 0.04,
            0.44)
    for _ in range(c.rng.randint(1, 5)):
        palm(c, c.u(-0.05, 1.05) * c.w, horizon + c.h * 0.03, c.h * c.u(0.22, 0.42), 0.62)
    grass = c.grass()
    yard(c, horizon, grass)
    wide = c.w * c.u(0.5, 0.6) if c.w > c.h else c.w * 0.7
    ground, x = c.h * c.u(0.69, 0.73), (c.w - wide) * c.u(0.3, 0.7)
    if c.chance(0.5):
        other = c.pick((-1, 1))
        house(c, c.w * (0.5 + other * 0.36) - c.w * 0.13, horizon + c.h * 0.1, c.w * 0.25, 0.76)
    flip = c.chance(0.5)
    for _ in range(2 if c.named("pohon", "teduh") else c.rng.randint(0, 2)):
        crown_tree(c, c.w * c.pick((c.u(-0.02, 0.14), c.u(0.86, 1.02))), ground - c.h * c.u(0.02,
            0.1), c.h * c.u(0.36, 0.5), 0.78)
    stair = x + wide * (1 - 0.68 if flip else 0.68)
    lane(c, stair, ground - 6, c.w * c.u(0.35, 0.65), wide * 0.05,
        c.tone(c.pick(("c9935e", "b5704a", "d9bf94", "a58a6a"))))
    side = c.pick((-1, 1))
    for k in range(c.rng.randint(1, 3)):
        banana(c, x + wide * (0.5 + side * (0.6 + 0.12 * k)), ground - c.h * 0.02 + 14 * k,
            c.h * c.u(0.24, 0.34), 0.9)
    if c.chance(0.5):
        ends = (-10.0, x - 10) if c.chance(0.5) else (x + wide + 10, c.w + 10.0)
        fence(c, ends[0], ends[1], ground - 20, c.h * 0.09)
    with c.layer(alpha=0.4, blur=5):
        c.poly([(x - 30, ground - 8), (x + wide, ground - 20), (x + wide + 70, ground + 26),
            (x + 20, ground + 22)], c.depth(0.95))
    with c.layer(texture=0.05):
        house(c, x, ground, wide, 0.97, stilt=0.05 if c.named("halaman", "balai",
            "gerai") and c.chance(0.6) else c.u(0.09, 0.17), flip=flip, porch=True)
    for _ in range(c.rng.randint(1, 2)):
        pots(c, c.pick((x + c.u(0, 0.3) * wide, x + c.u(0.75, 0.9) * wide)), ground + c.u(8, 26),
            c.h * 0.036)
    if c.chance(0.45):
        laundry(c, x - side * wide * 0.2 + (wide if side < 0 else -wide * 0.2), ground + 30,
            wide * 0.36)
    if c.named("karung"):
        for k in range(7):
            c.oval(x + wide * 1.06 + (k % 3) * 44 - 18 * (k // 3), ground + 10 - 30 * (k // 3), 28,
                19, c.tone(c.pick(("e3d7bd", "d9c39a", "cfd4cc"))))
    if c.named("rak"):
        rack(c, x + wide * 0.9, ground + 24, wide * 0.4)
    for _ in range(c.rng.randint(0, 2)):
        person(c, stair + c.u(-0.25, 0.25) * wide, ground + c.u(16, 60), wide * 0.16, 0.97,
            c.chance(0.3))
    hedge = c.pick((-1, 1))
    petals = c.tone(c.pick(("e9557a", "f2b93a", "f4ead2", "e8642e")))
    for k in range(12):
        px, py, r = (c.w * (0.5 + hedge * (0.54 - 0.026 * k)), c.h * (0.96 + 0.008 * k),
            c.h * c.u(0.06, 0.1))
        crown(c, px, py, r, 0.84)
        for _ in range(9):
            c.oval(px + c.u(-0.8, 0.8) * r, py + c.u(-0.7, 0.1) * r, r * 0.07, r * 0.06,
                mix(petals, c.light.sun, c.u(0, 0.3)))
    if c.chance(0.55):
        frame(c)


def rack(c: Canvas, x: float, y: float, wide: float) -> None:
    """Draw a bamboo drying rack with its trays."""
    pole = c.tone("c9a55e", 0.95)
    for k in range(5):
        c.limb([(x + wide * k / 4, y), (x + wide * k / 4 + 8, y - wide * 0.4)], 9, 7,
            mix(pole, c.depth(1), 0.25))
    for level in (0.2, 0.38):
        c.poly([(x - 12, y - wide * level), (x + wide + 12, y - wide * level),
            (x + wide + 30, y - wide * (level + 0.06)), (x + 8, y - wide * (level + 0.06))], pole)
        for k in range(6):
            c.oval(x + wide * (0.08 + 0.17 * k), y - wide * (level + 0.035), wide * 0.07,
                wide * 0.02, c.tone(c.pick(("e8d9b0", "d9b070", "f0e6cc"))))


def riverside(c: Canvas, horizon: float, afloat: bool) -> None:
    """Draw houses over the water, on posts or on rafts."""
    c.water(horizon)
    left = c.chance(0.5)
    headland(c, left, c.w * 1.4, horizon + 5, c.h * 0.08, 0.36)
    headland(c, not left, c.w * c.u(0.4, 0.6), horizon + c.h * 0.03, c.h * 0.16, 0.54)
    c.mist(horizon + c.h * 0.04, c.h * 0.05, 0.5)
    count = 3 if afloat else 2
    wide = c.w * (0.3 if afloat else 0.42)
    for k in range(count):
        x = c.w * (0.03 + (0.33 if afloat else 0.5) * k) + c.u(-10, 30)
        y = c.h * ((0.6 if afloat else 0.64) + 0.045 * (k if left else count - 1 - k))
        size = wide * (0.8 + 0.14 * (k if left else count - 1 - k))
        if afloat:
            raft_house(c, x, y, size, 0.84 + 0.05 * k)
        else:
            with c.layer(mirror=y, texture=0.04):
                house(c, x, y, size, 0.82 + 0.07 * k, stilt=0.2, porch=True)
    boat(c, c.w * c.u(0.25, 0.75), c.h * c.u(0.77, 0.81), c.w * c.u(0.26, 0.34), 1.0,
        roof=c.chance(0.4))
    for _ in range(5):
        reeds(c, c.pick((c.u(0, 0.2), c.u(0.8, 1))) * c.w, c.h * c.u(0.84, 0.97), c.h * 0.16, 1.0)
    if c.chance(0.5):
        frame(c)


def betang(c: Canvas) -> None:
    """The longhouse on its posts."""
    c.zoom(1.12, y=0.6)
    horizon = c.h * c.u(0.46, 0.5)
    sky(c, horizon)
    hills(c, horizon, c.rng.randint(2, 3), c.h * c.u(0.12, 0.24))
    line = c.wander(c.w * 0.5)
    with c.layer(glaze=(c.haze, horizon - c.h * 0.2, horizon + 10, 0.45), texture=0.04):
        for _ in range(c.rng.randint(3, 6)):
            tall_tree(c, c.u(0, c.w), horizon + 6, c.h * c.u(0.26, 0.42), 0.4)
        forest(c, -40, c.w + 40, horizon + 14, lambda x: c.h * (0.13 + 0.05 * line(x)), c.h * 0.045,
            0.42)
    for _ in range(c.rng.randint(2, 5)):
        palm(c, c.pick((c.u(-0.03, 0.2), c.u(0.8, 1.03))) * c.w, horizon + c.h * 0.05,
            c.h * c.u(0.3, 0.46), 0.66)
    wide, flip = c.w * c.u(0.82, 0.92), c.chance(0.5)
    if not c.named("halaman", "pagi", "sampul") and c.chance(0.5):
        yard(c, horizon, c.grass())
        bank = c.h * 0.66
        house(c, (c.w - wide) / 2, bank - 8, wide, 0.96, stilt=0.12, bays=7, flip=flip, grand=True)
        for side in (-1, 1):
            totem(c, c.w * (0.5 + side * c.u(0.1, 0.3)), bank, c.h * 0.22)
        c.water(bank, depth=0.5)
        for _ in range(3):
            boat(c, c.w * c.u(0.2, 0.8), c.h * c.u(0.72, 0.84), c.w * c.u(0.2, 0.3), 1.0,
                roof=c.chance(0.3))
        grasses(c, c.h + 10, c.h * 0.12, 0.95, 180)
        frame(c)
        return
    yard(c, horizon, c.grass())
    ground, x = c.h * c.u(0.67, 0.7), (c.w - wide) * c.u(0.3, 0.7)
    stair = x + wide * (1 - 0.6 if flip else 0.6)
    lane(c, stair, ground - 6, c.w * c.u(0.4, 0.6), wide * 0.045,
        c.tone(c.pick(("c9935e", "b5704a", "d9bf94"))))
    with c.layer(alpha=0.45, blur=6):
        c.poly([(x - 20, ground - 16), (x + wide, ground - 24), (x + wide + 50, ground + 22),
            (x + 10, ground + 18)], c.depth(0.95))
    with c.layer(texture=0.06):
        house(c, x, ground, wide, 0.96, stilt=c.u(0.1, 0.13), bays=7, flip=flip, grand=True)
    for side in (-1, 1):
        totem(c, stair + side * wide * c.u(0.1, 0.16), ground + c.h * 0.05, c.h * c.u(0.2, 0.26))
    if c.chance(0.55):
        flag(c, c.w * (0.12 if stair > c.w / 2 else 0.88), ground + c.h * 0.06, c.h * 0.42)
    for _ in range(c.rng.randint(2, 6)):
        person(c, c.u(0.15, 0.85) * c.w, ground + c.u(20, 90), c.h * 0.075, 0.95, c.chance(0.4))
    if c.chance(0.5):
        grasses(c, c.h + 10, c.h * 0.1, 0.95, 160)
    if c.chance(0.5):
        frame(c)


def totem(c: Canvas, x: float, y: float, tall: float) -> None:
    """Draw a carved ironwood post: rings, lozenges and a hornbill on top."""
    wood = c.tone("5b4030", 0.97)
    wide = tall * 0.085
    trim = [c.tone(t) for t in ("e9b23a", "c2352f", "f0e6cc")]
    with c.layer(shadow=(10, 2, 6, 0.35)):
        c.limb([(x, y), (x, y - tall)], wide * 1.1, wide * 0.9, wood)
        c.limb([(x + wide * 0.24, y), (x + wide * 0.24, y - tall)], wide * 0.2, wide * 0.16,
            mix(wood, c.light.sun, 0.25))
        for k, level in enumerate((0.2, 0.36, 0.52, 0.68, 0.84)):
            py = y - tall * level
            c.rect(x - wide * 0.62, py - wide * 0.16, x + wide * 0.62, py + wide * 0.16,
                trim[k % 3])
            c.poly([(x, py + wide * 0.3), (x + wide * 0.4, py + wide * 0.85), (x, py + wide * 1.4),
                (x - wide * 0.4, py + wide * 0.85)], trim[(k + 1) % 3])
        top = y - tall
        way = c.pick((-1, 1))
        c.oval(x, top - wide * 0.6, wide * 0.9, wide * 0.7, wood)
        c.limb(bend((x + way * wide * 0.4, top - wide * 0.7), (x + way * wide * 1.6,
            top - wide * 1.2), (x + way * wide * 2.1, top - wide * 0.3)), wide * 0.7, 1, trim[0])
        c.limb(bend((x, top - wide), (x + way * wide * 0.8, top - wide * 2), (x + way * wide * 1.5,
            top - wide * 1.4)), wide * 0.4, 1, trim[1])
        c.poly([(x - way * wide * 0.6, top - wide * 0.6), (x - way * wide * 2.2, top - wide * 0.2),
            (x - way * wide * 2.0, top + wide * 0.5)], wood)


def flag(c: Canvas, x: float, y: float, tall: float) -> None:
    """Fly the red and white."""
    c.rect(x - 3, y - tall, x + 3, y, c.tone("e9e6dc", 0.95))
    wide, high = tall * 0.26, tall * 0.17
    wave = [(t * wide, math.sin(t * 6) * high * 0.1) for t in steps(0, 1, 0.1)]
    top = y - tall * 0.98
    for level, colour in ((0.0, "d5272f"), (0.5, "f6f2e8")):
        upper = [(x + 3 + px, top + high * level + py) for px, py in wave]
        c.poly(upper + [(px, py + high * 0.5) for px, py in upper[::-1]], c.tone(colour, 0.96))


def banner(c: Canvas, x: float, y: float, tall: float, colour: Colour, way: int) -> None:
    """Plant one tall bowed banner."""
    spine = bend((x, y), (x, y - tall * 0.8), (x + way * tall * 0.05, y - tall),
        (x + way * tall * 0.22, y - tall * 0.98), steps=20)
    c.limb(spine, max(2, tall * 0.018), 1.5, c.tone("d9c39a", 0.9))
    wide = tall * 0.17
    inner = spine[5:]
    outer = [(px + way * wide * math.sin(math.pi * (0.18 + 0.62 * k / 15)), py + wide * 0.3) for k,
        (px, py) in enumerate(inner)]
    c.poly(inner + outer[::-1], colour)
    half = len(inner) // 2
    c.poly(inner[half - 2 : half + 2] + outer[half - 2 : half + 2][::-1], mix(colour, c.light.sun,
        0.55))


def lapangan(c: Canvas) -> None:
    """The village field."""
    c.zoom(1.25, y=0.6)
    horizon = c.h * c.u(0.42, 0.47)
    sky(c, horizon)
    hills(c, horizon, c.rng.randint(1, 3), c.h * c.u(0.08, 0.2))
    line = c.wander(c.w * 0.5)
    with c.layer(glaze=(c.haze, horizon - c.h * 0.14, horizon + 10, 0.4), texture=0.04):
        for _ in range(c.rng.randint(1, 4)):
            tall_tree(c, c.u(0, c.w), horizon + 6, c.h * c.u(0.2, 0.32), 0.42)
        forest(c, -40, c.w + 40, horizon + 12, lambda x: c.h * (0.09 + 0.045 * line(x)), c.h * 0.04,
            0.46)
    grass = c.grass()
    yard(c, horizon, grass)
    plane = Plane(c.w * c.u(0.3, 0.7), horizon, c.h * 1.02)
    cross = c.chance(0.5)
    for k in range(-14, 14):
        with c.layer(alpha=0.2, melt=(horizon + 60, horizon)):
            if cross:
                a, b = 1.22 ** (k + 14) * 0.9, 1.22 ** (k + 14.5) * 0.9
                ya, yb = plane.at(0, a)[1], plane.at(0, b)[1]
                c.poly([(-10, ya), (c.w + 10, ya), (c.w + 10, yb), (-10, yb)],
                    mix(grass, c.light.sun, 0.6))
            else:
                gap = c.w * 0.36
                c.poly([plane.at(k * gap, 0.9), plane.at((k + 0.5) * gap, 0.9),
                    plane.at((k + 0.5) * gap, 60), plane.at(k * gap, 60)], mix(grass, c.light.sun,
                    0.6))
    building = horizon + c.h * 0.06
    for k in range(c.rng.randint(1, 3)):
        house(c, c.w * (c.u(0.02, 0.1) + 0.34 * k), building, c.w * c.u(0.2, 0.28), 0.7, stilt=0.03,
            bays=4)
    for _ in range(c.rng.randint(2, 4)):
        crown_tree(c, c.pick((c.u(0, 0.25), c.u(0.7, 1))) * c.w, building + c.h * 0.02,
            c.h * c.u(0.15, 0.24), 0.7)
    chalk = mix(c.haze, c.light.sun, 0.7)
    with c.layer(alpha=0.8):
        half = c.w * 0.75
        far, near = 4.6, 1.06
        corners = [(-half, near), (half, near), (half, far), (-half, far), (-half, near)]
        for start, end in [*pairwise(corners), ((-half, 1.9), (half, 1.9))]:
            c.limb([plane.at(*start), plane.at(*end)], 9 / start[1], 9 / end[1], chalk)
        ring = [plane.at(math.cos(t) * c.w * 0.26, 1.9 + 0.55 * math.sin(t)) for t in steps(0,
            math.tau, 0.15)]
        c.line(ring, 4, chalk)
    goal(c, plane, c.w * 0.24, 4.4, c.h * 0.36 / 4.4)
    if c.named("umbul", "upacara", "buku") or c.chance(0.55):
        colours = [c.tone(p, 0.95) for p in ("d9472f", "f2c14e", "2f8f83", "3a6ea5", "f4ead2",
            "e8742e")]
        for side in (-1, 1):
            for k, away in enumerate((4.4, 3.6, 2.9, 2.3, 1.85, 1.5)):
                x, y = plane.at(side * c.w * 0.84, away)
                if -40 < x < c.w + 40:
                    banner(c, x, y, c.h * 0.6 / away, mix(colours[k % 6], c.haze, 0.06 * away),
                        -side)
    if c.chance(0.6):
        flag(c, c.w * c.u(0.35, 0.65), building + c.h * 0.05, c.h * 0.34)
    if not c.named("kosong"):
        for _ in range(c.rng.randint(4, 12)):
            away = c.u(1.8, 4)
            person(c, *plane.at(c.u(-0.6, 0.6) * c.w, away), c.h * 0.26 / away, 0.9, False)
    if c.chance(0.5):
        frame(c)


def crown_tree(c: Canvas, x: float, y: float, tall: float, near: float) -> None:
    """Draw a shade tree."""
    c.limb([(x, y), (x + tall * 0.03, y - tall * 0.6)], tall * 0.1, tall * 0.06,
        c.tone("6b4a38", near))
    with c.layer(alpha=0.4):
        c.oval(x + tall * 0.1, y + 2, tall * 0.5, tall * 0.06, c.depth(0.9))
    for dx, dy, r in ((-0.26, 0.6, 0.26), (0.28, 0.62, 0.26), (0, 0.82, 0.3), (0.02, 0.58, 0.28)):
        crown(c, x + dx * tall, y - dy * tall, r * tall, near, 0.8)


def goal(c: Canvas, plane: Plane, half: float, away: float, tall: float) -> None:
    """Draw a goal."""
    (ax, y), (bx, _) = plane.at(-half, away), plane.at(half, away)
    white = c.tone("f6f2e8", 0.9)
    with c.layer(alpha=0.4):
        for t in steps(0, 1, 0.07):
            c.line([(ax + (bx - ax) * t, y - tall), (ax + (bx - ax) * (0.06 + 0.88 * t), y - 6)], 1,
                white)
        for t in steps(0, 1, 0.2):
            c.line([(ax, y - tall * t), (bx, y - tall * t)], 1, white)
    c.line([(ax, y), (ax, y - tall), (bx, y - tall), (bx, y)], 5, white)


def pasar(c: Canvas) -> None:
    """The market lane between its stalls."""
    c.zoom(1.3, y=0.6)
    horizon = c.h * c.u(0.42, 0.46)
    sky(c, horizon)
    ridge(c, horizon, c.h * 0.12, 0.2, horizon + 10, 7)
    plane = Plane(c.w * c.u(0.42, 0.58), horizon, c.h * 1.02)
    floor = c.tone(c.pick(("b5a58a", "a58f7a", "9a9488")))
    with c.layer(texture=0.1, glaze=(c.haze, c.h * 0.9, horizon, 0.75)):
        c.rect(-10, horizon, c.w + 10, c.h + 10, floor)
    wet = c.named("basah") or c.chance(0.5)
    half = c.w * c.u(0.2, 0.26)
    for _ in range(70):
        away = 1 / c.u(0.12, 1.0)
        x, y = plane.at(c.u(-1, 1) * half, away)
        c.oval(x, y, c.u(10, 50) / away, c.u(1.5, 4) / away,
            mix(floor, c.pick((c.depth(0.9), c.light.sun)), c.u(0.08, 0.3)))
    for _ in range(14 if wet else 0):
        away = 1 / c.u(0.15, 1.0)
        x, y = plane.at(c.u(-0.9, 0.9) * half, away)
        with c.layer(alpha=0.8):
            c.oval(x, y, c.u(40, 110) / away, c.u(5, 12) / away, mix(c.light.sky[2], c.light.sky[1],
                0.4))
            c.oval(x + 10 / away, y + 2 / away, 30 / away, 3 / away, mix(c.haze, c.light.sun, 0.5))
    tarps = [c.tone(t) for t in ("d9472f", "2f6fb0", "f2b93a", "2f9c7a", "f0e6cc", "e8803a",
        "3a9cc0", "c23a5f")]
    c.rng.shuffle(tarps)
    size = 1.36
    for k in range(8, -1, -1):
        near_away = 0.86 * size**k
        near = min(1.0, 0.3 + 0.75 / near_away**0.6)
        for side in (-1, 1):
            stall(c, plane, side, half, near_away, near_away * size * 0.96, near,
                tarps[(k * 2 + (side > 0)) % 8])
        if k in {2, 3, 4} and c.chance(0.75):
            x, y = plane.at(c.u(-0.6, 0.6) * half, near_away * 1.1)
            person(c, x, y, c.h * 0.3 / near_away / 1.1, near, c.chance(0.35))
            if c.chance(0.5):
                person(c, x + 60 / near_away, y + 4, c.h * 0.28 / near_away / 1.1, near,
                    c.chance(0.3))
        if k in {2, 4} and c.chance(0.8):
            away = near_away
            top = c.h * 0.6 / away
            (ax, ay), (bx, by) = plane.at(-half * 1.3, away), plane.at(half * 1.3, away)
            bunting(c, (ax, ay - top), (bx, by - top), 60 / away, 44 / away)
    for k in range(3):
        x, y = plane.at((-1) ** k * half * 0.9, 1.5 + k)
        c.glow(x, y - c.h * 0.4 / (1.5 + k), 120 / (1 + k), c.tone("ffd27a"),
            0.5 if c.when != "day" else 0.0)


def stall(c: Canvas, plane: Plane, side: int, half: float, near_away: float, far_away: float,
        near: float, tarp: Colour) -> None:
    """Draw a stall on one side of the lane: posts, table with its heaps, awning."""

    def at(out: float, away: float, up: float) -> Point:
        x, y = plane.at(side * half * out, away)
        return x, y - c.h * up / away

    fade = (1 - near) * 0.6
    timber = mix(c.tone("7a5a3c"), c.haze, fade)
    deep = 2.3
    with c.layer():
        for out in (1.0, deep):
            c.poly([at(out, far_away * 1.05, 0), at(out, near_away, 0), at(out, near_away, 0.72),
                at(out, far_away * 1.05, 0.72)] if out > 2 else [at(1, far_away, 0),
                at(1, near_away, 0), at(1, near_away, 0.17), at(1, far_away, 0.17)],
                mix(c.tone("5a4030"), c.haze, fade) if out > 2 else mix(timber, c.depth(1), 0.15))
        for k in range(1, 7):
            away = near_away + (far_away - near_away) * k / 7
            c.line([at(1, away, 0), at(1, away, 0.17)], 2 / away + 0.5, mix(timber, c.depth(1),
                0.3))
        c.poly([at(1, near_away, 0), at(deep, near_away, 0), at(deep, near_away, 0.17),
            at(1, near_away, 0.17)], mix(timber, c.depth(1), 0.3))
        c.poly([at(0.96, far_away, 0.17), at(0.96, near_away, 0.17), at(1.9, near_away, 0.2),
            at(1.9, far_away, 0.2)], mix(timber, c.light.sun, 0.25))
    for k in range(9):
        x, y = at(deep - 0.05, near_away + (far_away - near_away) * (k + 0.5) / 9, c.u(0.42, 0.6))
        r = c.h * 0.05 / near_away
        hung = mix(c.tone(c.pick(("f2c14e", "d9472f", "7fae3a", "f0e6cc", "3a8fb0", "e8742e"))),
            c.haze, fade + 0.1)
        c.limb([(x, y - r), (x, y)], r * 0.16, r * 0.2, mix(timber, c.haze, 0.2))
        for drop in range(c.rng.randint(1, 4)):
            c.oval(x + c.u(-0.2, 0.2) * r, y + r * (0.3 + 0.34 * drop), r * 0.4, r * 0.32,
                mix(hung, c.pick((c.light.sun, c.depth(1))), c.u(0, 0.16)))
    goods(c, at, near_away, far_away, fade)
    for away in (far_away, near_away):
        c.line([at(1, away, 0), at(1, away, 0.52)], 14 / away, timber)
        c.line([at(deep, away, 0), at(deep, away, 0.7)], 14 / away, timber)
    cloth = mix(tarp, c.haze, fade)
    stripe = mix(mix(cloth, c.tone("f6f0e0"), 0.75), c.haze, fade)
    striped = c.chance(0.55)
    with c.layer(shadow=(0, 14 / near_away, 10 / near_away + 1, 0.4)):
        edge = [at(0.8, near_away + (far_away - near_away) * t, 0.5 + 0.012 * math.sin(t * 9)) for t
            in steps(0, 1, 0.125)]
        back = [at(deep, near_away + (far_away - near_away) * t, 0.72) for t in steps(0, 1, 0.125)]
        c.poly(edge + back[::-1], cloth)
        for k in range(8):
            if striped and k % 2:
                c.poly([edge[k], edge[k + 1], back[k + 1], back[k]], stripe)
            (ax, ay), (bx, by) = edge[k], edge[k + 1]
            fall = c.h * 0.045 / near_away
            c.poly([(ax, ay), (bx, by), (bx, by + fall * 0.8),
                ((ax + bx) / 2, (ay + by) / 2 + fall), (ax, ay + fall * 0.8)],
                mix(stripe if striped and k % 2 else cloth, c.depth(1), 0.18))
        c.poly([edge[0], back[0], at(deep, near_away, 0.69), at(0.8, near_away, 0.46)],
            mix(cloth, c.depth(1), 0.25))


def goods(c: Canvas, at: Callable[[float, float, float], Point], near_away: float, far_away: float,
        fade: float) -> None:
    """Heap fruit and vegetables on a stall."""
    fruits = ("e8742e", "d9372f", "f2c14e", "7fae3a", "5f8f3a", "8a3f6a", "c9a55e", "f0e6cc",
        "e9b84a", "b5c94a")
    for k in range(5, -1, -1):
        away = near_away + (far_away - near_away) * (k + 0.5) / 6
        for row in (1.65, 1.2):
            x, y = at(row, away, 0.19)
            r = c.h * 0.043 / away
            colour = mix(c.tone(c.pick(fruits)), c.haze, fade)
            basket = mix(c.tone("b08a52"), c.haze, fade)
            for _ in range(13 if r > 9 else 5):
                dx, dy = c.u(-0.85, 0.85), c.u(0, 1)
                c.oval(x + dx * r, y - r * 0.35 - (1 - abs(dx)) * dy * r * 0.9, r * 0.26, r * 0.25,
                    mix(colour, c.pick((c.light.sun, c.depth(1))), c.u(0, 0.22)))
            c.poly([(x - r * 1.1, y - r * 0.4), (x + r * 1.1, y - r * 0.4),
                (x + r * 0.85, y + r * 0.3), (x - r * 0.85, y + r * 0.3)], basket)
            c.line([(x - r * 1.1, y - r * 0.4), (x + r * 1.1, y - r * 0.4)], max(1, r * 0.14),
                mix(basket, c.light.sun, 0.3))


SCENES = (rumah, betang, lapangan, pasar)
