"""Scenes of rivers, lakes, canals and the sea."""

import math
from itertools import pairwise

from .canvas import Canvas, Colour, Plane, Point, bend, mix, smooth
from .land import field, skyline
from .motifs import (
    ROOFS,
    WOOD,
    banana,
    birds,
    blade,
    boat,
    ceiling,
    crown,
    forest,
    frame,
    grasses,
    hills,
    house,
    palm,
    person,
    planks,
    ridge,
    sky,
    steps,
    tall_tree,
    tuft,
)

# fmt: off


def headland(c: Canvas, left: bool, reach: float, y: float, tall: float, near: float) -> None:
    """Draw a wooded bank that runs into the water from one side, and its reflection."""
    end = -60.0 if left else c.w + 60.0
    tip = end + (1 if left else -1) * reach
    line, fine = c.wander(c.w * 0.35), c.wander(c.w * 0.07)

    def height(x: float) -> float:
        t = abs(x - tip) / reach
        return tall * (0.12 + 0.88 * smooth(t * 1.5)) * (0.8 + 0.16 * line(x) + 0.08 * fine(x))

    with c.layer(mirror=y, glaze=(c.haze, y - tall * 0.7, y + tall * 0.15, 0.5 * (1 - near)),
            texture=0.04):
        x0, x1 = min(end, tip), max(end, tip)
        for _ in range(c.rng.randint(0, 3) if tall > 60 else 0):
            x = tip + (end - tip) * c.u(0.35, 0.9)
            tall_tree(c, x, y - height(x) * 0.3, tall * c.u(0.9, 1.25), near)
        forest(c, x0, x1, y, height, tall * 0.26, near)
        for _ in range(c.rng.randint(0, 4) if tall > 70 else 0):
            x = tip + (end - tip) * c.u(0.1, 0.5)
            palm(c, x, y - 3, tall * c.u(0.5, 0.85), near + 0.08)
        c.poly([(x0, y), *((x, y - 4 - 0.04 * tall * (1 + line(x * 3))) for x in steps(x0, x1, 14)),
            (x1, y)], mix(c.depth(near + 0.1), c.light.sun, 0.14))


def banks(c: Canvas, horizon: float, count: int, first: bool) -> None:
    """Let wooded banks come in from both sides by turns, nearer and nearer."""
    for k in range(count):
        t = (k + 0.4) / count
        y = horizon + 4 + (c.h * 0.3) * t**1.7
        reach = c.w * (c.u(0.5, 0.72) - 0.3 * t) if k else c.w * 1.3
        headland(c, first == (k % 2 == 0), reach, y, c.h * (0.045 + 0.23 * t**1.2), 0.26 + 0.62 * t)


def afloat(c: Canvas, horizon: float, low: float, high: float, size: float, count: int) -> None:
    """Put boats on the water between two heights, the far ones first."""
    for y in sorted(c.u(low, high) for _ in range(count)):
        t = (y - horizon) / (c.h - horizon)
        long = size * (0.25 + 1.2 * t)
        boat(c, c.u(0.16, 0.84) * c.w, y, long, 0.6 + 0.4 * t, roof=c.chance(0.6),
            crew=c.rng.randint(0, 2))


def tint(c: Canvas, *words: str) -> Colour | None:
    """Give the brown of peat or of flood, where the name tells of it."""
    return c.tone("7a4a26") if c.named(*words) else None


def rapids(c: Canvas, horizon: float) -> None:
    """Let the river break white between its rocks."""
    foam, stone = mix(c.light.sky[3], c.light.sun, 0.6), mix(c.depth(0.55), c.tone("a59a8a"), 0.6)
    for y in sorted(c.h * c.u(0.54, 1.0) for _ in range(34)):
        t = (y - horizon) / (c.h - horizon)
        x, r = (c.w * c.pick((c.u(-0.02, 0.34), c.u(0.66, 1.02), c.u(0.1, 0.9))),
            c.w * (0.012 + 0.075 * t) * c.u(0.5, 1.25))
        edge = [(x + r * c.u(0.86, 1.1) * math.cos(a), y - r * 0.62 * c.u(0.85, 1.1) * math.sin(a))
            for a in steps(0, math.pi, 0.35)]
        with c.layer(alpha=0.75):
            for _ in range(9):
                px, py, long = x + c.u(-1.6, 1.6) * r, y + c.u(-0.02, 0.3) * r, r * c.u(0.4, 1.5)
                c.poly(bend((px - long, py), (px, py - r * 0.07), (px + long, py)) +
                    bend((px + long, py), (px, py + r * 0.08), (px - long, py)), foam)
        with c.layer(texture=0.12, mirror=y, glaze=(c.haze, y, y - r * 2, 0.4 * (1 - t))):
            c.poly(edge, mix(stone, c.depth(1), c.u(0.05, 0.3)))
            c.poly([(x + (px - x) * 0.8 + math.copysign(r * 0.1, c.sun[0] - x), y - (y - py) * 0.92)
                for px, py in edge[2:-1]], mix(stone, c.light.sun, 0.22))
        c.poly(bend((x - r * 1.25, y + 1), (x, y - r * 0.1), (x + r * 1.25, y + 1)) +
            bend((x + r * 1.25, y + 1), (x, y + r * 0.16), (x - r * 1.25, y + 1)), foam)


def shore_houses(c: Canvas, horizon: float, left: bool) -> None:
    """Line one bank with houses on posts."""
    for k in range(6):
        t = k / 5
        wide, y = c.w * (0.07 + 0.17 * t), horizon + c.h * (0.02 + 0.17 * t**1.3)
        x = c.w * (0.46 - 0.5 * t**0.8) if left else c.w * (0.54 + 0.5 * t**0.8) - wide
        with c.layer(mirror=y, haze=0.3 * (1 - t)):
            house(c, x, y, wide, 0.55 + 0.4 * t, stilt=0.24)


def raft_house(c: Canvas, x: float, y: float, wide: float, near: float) -> None:
    """Draw a house that floats on logs, with its reflection."""
    with c.layer(mirror=y):
        house(c, x, y - wide * 0.05, wide, near, stilt=0.03, bays=3)
        c.rect(x - wide * 0.08, y - wide * 0.07, x + wide * 1.08, y - wide * 0.035,
            c.tone("8a6a4a", near))
        for k in range(12):
            c.oval(x - wide * 0.04 + k * wide * 0.098, y - wide * 0.018, wide * 0.045, wide * 0.022,
                c.tone(c.pick(WOOD), near))


def sungai(c: Canvas) -> None:
    """A river between its forests."""
    c.zoom(1.4, y=0.6)
    horizon = c.h * c.u(0.4, 0.48)
    sky(c, horizon)
    hills(c, horizon, c.rng.randint(1, 3), c.h * c.u(0.08, 0.2))
    birds(c, c.u(0.2, 0.8) * c.w, horizon * c.u(0.3, 0.6), c.rng.randint(0, 7))
    brown = tint(c, "teh", "cokelat")
    c.water(horizon, brown, 0.6 if brown else 0.35)
    left = c.chance(0.5)
    banks(c, horizon, c.rng.randint(4, 5), left)
    if c.when != "day" or c.chance(0.3) or c.named("kabut"):
        c.mist(horizon + c.h * 0.03, c.h * 0.05, 0.75)
    if c.named("riam", "batu"):
        rapids(c, horizon)
        frame(c)
        return
    afloat(c, horizon, c.h * 0.55, c.h * 0.62, c.w * 0.3, c.rng.randint(0, 1))
    if c.named("panggung"):
        shore_houses(c, horizon, left)
    elif c.chance(0.5) and not c.named("hutan", "seberang"):
        wide = c.w * c.u(0.13, 0.2)
        for k in range(c.rng.randint(1, 3)):
            raft_house(c, c.w * 0.06 + k * wide * 1.3 if c.chance(0.5) else c.w * 0.94 - wide *
                (1 + 1.3 * k), c.h * (0.66 + 0.02 * k), wide, 0.9)
    afloat(c, horizon, c.h * 0.72, c.h * 0.8, c.w * 0.3, c.rng.randint(1, 2))
    grasses(c, c.h + 10, c.h * c.u(0.1, 0.2), 0.95, 220)
    if c.chance(0.7):
        frame(c)


def danau(c: Canvas) -> None:
    """A wide lake, still as a mirror."""
    c.zoom(1.35, y=0.6)
    horizon = c.h * c.u(0.42, 0.5)
    sky(c, horizon)
    hills(c, horizon, c.rng.randint(2, 4), c.h * c.u(0.12, 0.26))
    birds(c, c.u(0.2, 0.8) * c.w, horizon * c.u(0.3, 0.7), c.rng.randint(3, 9))
    c.water(horizon, depth=0.25)
    left = c.chance(0.5)
    headland(c, left, c.w * c.u(0.7, 1.4), horizon + 6, c.h * 0.035, 0.3)
    headland(c, not left, c.w * c.u(0.3, 0.5), horizon + c.h * 0.03, c.h * 0.1, 0.5)
    c.mist(horizon + 8, c.h * 0.04, 0.6)
    if c.named("pembatas"):
        for k in range(9):
            y, x = horizon + c.h * (0.08 + 0.016 * k), c.w * (0.2 + 0.07 * k)
            with c.layer(mirror=y):
                c.limb([(x, y), (x + 3, y - c.h * (0.05 + 0.008 * k))], 6 + k, 5 + k,
                    c.tone("8a6a4a", 0.75 + 0.02 * k))
    elif c.chance(0.6) and not c.named("tenang", "embung"):
        cages(c, c.w * c.u(0.1, 0.5), c.h * c.u(0.6, 0.66), c.w * c.u(0.3, 0.4))
    afloat(c, horizon, c.h * 0.6, c.h * 0.8, c.w * 0.34, c.rng.randint(1, 2))
    pads(c, c.h * 0.8)
    if c.chance(0.5):
        frame(c)


def cages(c: Canvas, x: float, y: float, wide: float) -> None:
    """Draw floating fish cages with the keeper's hut."""
    timber = c.tone("a58a64", 0.9)
    for k in range(3):
        level = y + k * wide * 0.09
        with c.layer(mirror=level):
            slip = k * wide * 0.06
            c.rect(x - slip, level - wide * 0.022, x + wide + slip, level, timber)
            for j in range(6):
                px = x - slip + (wide + 2 * slip) * j / 5
                c.rect(px - wide * 0.008, level - wide * 0.07, px + wide * 0.008, level,
                    mix(timber, c.depth(1), 0.4))
                c.oval(px + wide * 0.05, level + wide * 0.005, wide * 0.024, wide * 0.014,
                    c.tone("2f6fa8", 0.9))
            if k == 0:
                house(c, x + wide * 0.1, level - wide * 0.02, wide * 0.32, 0.86, stilt=0.02, bays=1)
            if k == 1:
                person(c, x + wide * 0.7, level - wide * 0.02, wide * 0.16, 0.92)


def pads(c: Canvas, y: float) -> None:
    """Strew lotus leaves and flowers over the near water."""
    with c.layer(shadow=(0, 5, 5, 0.4)):
        for py in sorted(c.u(y, c.h + 20) for _ in range(46)):
            t = (py - y) / (c.h - y)
            px, r = c.u(-0.02, 1.02) * c.w, (12 + 46 * t) * c.u(0.7, 1.2)
            if abs(px - c.w / 2) < c.w * 0.24 * (1 - t):
                continue
            green = mix(c.depth(0.8), c.depth(0.35), c.u(0, 0.7))
            c.oval(px, py, r, r * 0.36, green)
            c.poly([(px, py), (px + r, py - r * 0.1), (px + r * 0.9, py + r * 0.2)], c.depth(0.75))
            c.oval(px - r * 0.1, py - r * 0.04, r * 0.7, r * 0.22, mix(green, c.light.sun, 0.14))
            if c.chance(0.22):
                for k in range(7):
                    blade(c, px, py - r * 0.1, r * 0.55, math.pi * (0.1 + 0.8 * k / 6), r * 0.12,
                        mix(c.tone("e9719a"), c.light.sun, 0.25 + 0.4 * (k % 2)))


def dermaga(c: Canvas) -> None:
    """A jetty over the river, with boats at its posts."""
    c.zoom(1.4, y=0.62)
    horizon = c.h * c.u(0.4, 0.46)
    sky(c, horizon)
    hills(c, horizon, 2, c.h * c.u(0.08, 0.16))
    brown = tint(c, "meluap")
    c.water(horizon, brown, 0.65 if brown else 0.35)
    left = c.chance(0.5)
    headland(c, not left, c.w * 1.3, horizon + 5, c.h * 0.06, 0.34)
    headland(c, left, c.w * c.u(0.4, 0.6), horizon + c.h * 0.03, c.h * 0.13, 0.52)
    if c.when != "day" or c.named("kabut"):
        c.mist(horizon + c.h * 0.02, c.h * 0.05, 0.95 if c.named("kabut") else 0.6)
    choice = c.rng.random() + (0.4 if c.named("deret", "jajar", "getek") else 0.0)
    if choice < 0.36:
        jetty_away(c, horizon)
    elif choice < 0.7:
        jetty_across(c, left)
    else:
        moored(c, horizon, left)
    if c.chance(0.6):
        frame(c)


def jetty_away(c: Canvas, horizon: float) -> None:
    """Draw the jetty leading out over the water."""
    plane = Plane(c.w * c.u(0.42, 0.58), horizon, c.h * 1.02)
    half = c.w * c.u(0.2, 0.27)
    shift = c.w * c.u(-0.16, 0.16)
    far = c.u(3.6, 4.6)
    timber = c.tone("6e5a48")
    for away in (far, far * 0.75, far * 0.55, 1.6):
        for side in (-1, 1):
            if away < far * 0.9 and c.chance(0.55):
                x, y = plane.at(shift + side * half * c.u(2.2, 2.8), away)
                boat(c, x, y, c.w * 0.5 / away, 1.1 - away * 0.08, crew=c.rng.randint(0, 1))
    for away in (far, far * 0.8, far * 0.62, far * 0.48, 1.75, 1.3):
        for side in (-1, 1):
            x, y = plane.at(shift + side * half * 1.06, away)
            tall = c.h * 0.2 / away
            with c.layer(mirror=y + tall * 0.3):
                c.rect(x - 11 / away, y - tall, x + 11 / away, y + tall * 0.3,
                    mix(timber, c.depth(0.3), 0.12 * away))
                c.rect(x - 13 / away, y - tall, x + 13 / away, y - tall * 0.9,
                    c.tone("e9e2d0", 0.9))
    a, b = plane.at(shift - half, 1), plane.at(shift + half, 1)
    d, e = plane.at(shift + half, far), plane.at(shift - half, far)
    with c.layer(alpha=0.5, blur=3):
        c.poly([(a[0], a[1] + 40), (b[0], b[1] + 40), (d[0], d[1] + 12), (e[0], e[1] + 12)],
            c.depth(1))
    with c.layer(texture=0.1):
        planks(c, plane, shift - half, shift + half, 0.98, far, 0.085)
    x, y = plane.at(shift - half, far)
    wide = plane.at(shift + half, far)[0] - x
    with c.layer(mirror=y + wide * 0.14):
        pavilion(c, x - wide * 0.15, y, wide * 1.3)
    person(c, *plane.at(shift + half * 0.4, far * 0.62), c.h * 0.34 / far, 0.85, c.chance(0.5))


def moored(c: Canvas, horizon: float, left: bool) -> None:
    """Let boats lie side by side, large, at a low jetty that runs along them."""
    side = 1 if left else -1
    timber = c.tone(c.pick(WOOD), 0.95)
    for k in range(c.rng.randint(4, 6)):
        t = k / 5
        y = horizon + c.h * (0.13 + 0.34 * t**1.15)
        x = c.w * (0.56 if left else 0.44) + side * c.w * c.u(-0.05, 0.05)
        post = x - side * c.w * (0.3 + 0.17 * t)
        with c.layer(mirror=y + 6):
            c.rect(post - 5 - 6 * t, y - c.h * (0.07 + 0.06 * t), post + 5 + 6 * t, y + 6,
                mix(timber, c.depth(1), 0.45))
            c.rect(post - 6 - 7 * t, y - c.h * (0.07 + 0.06 * t), post + 6 + 7 * t,
                y - c.h * (0.06 + 0.055 * t), c.tone("f1e6cf", 0.9))
        boat(c, x, y, c.w * (0.3 + 0.3 * t), 0.74 + 0.26 * t, roof=c.chance(0.75),
            crew=c.rng.randint(0, 1), way=side)
        rope = bend((post, y - c.h * 0.05), (post + side * 40, y + 4),
            (x - side * c.w * (0.13 + 0.13 * t), y - 8 - 10 * t))
        c.line(rope, 1.5 + 1.5 * t, c.tone("e3d7bd", 0.9))
    plane = Plane(c.w * (0.36 if left else 0.64), horizon, c.h * 1.04)
    a, b = (-0.62, -0.3) if left else (0.3, 0.62)
    with c.layer(alpha=0.5, blur=4):
        c.poly([plane.at(a * c.w, 0.9), plane.at(b * c.w + side * 40, 0.9),
            plane.at(b * c.w + side * 40, 4), plane.at(a * c.w, 4)], c.depth(1))
    with c.layer(texture=0.1):
        planks(c, plane, a * c.w, b * c.w, 0.95, 5.0, 0.08)
    away = c.u(2.2, 3.4)
    person(c, *plane.at((a + b) / 2 * c.w, away), c.h * 0.38 / away, 0.92, c.chance(0.4))


def pavilion(c: Canvas, x: float, y: float, wide: float) -> None:
    """Draw an open shelter on posts."""
    roof, timber = c.tone(c.pick(ROOFS), 0.88), c.tone("5b4636", 0.9)
    c.rect(x - wide * 0.08, y, x + wide * 1.08, y + wide * 0.06, timber)
    for k in range(4):
        px = x + wide * (0.04 + 0.3 * k)
        c.rect(px, y - wide * 0.5, px + wide * 0.035, y + wide * 0.14, timber)
    c.rect(x, y - wide * 0.17, x + wide, y - wide * 0.14, timber)
    c.poly([(x - wide * 0.12, y - wide * 0.46), (x + wide * 0.2, y - wide * 0.78),
        (x + wide * 0.8, y - wide * 0.78), (x + wide * 1.12, y - wide * 0.46)], roof)
    c.poly([(x - wide * 0.12, y - wide * 0.46), (x + wide * 1.12, y - wide * 0.46),
        (x + wide * 1.1, y - wide * 0.5), (x - wide * 0.1, y - wide * 0.5)],
        mix(roof, c.depth(1), 0.4))
    for k in range(1, 12):
        t = k / 12
        c.line([(x + wide * (0.2 + 0.6 * t), y - wide * 0.78), (x + wide * (-0.12 + 1.24 * t),
            y - wide * 0.47)], 1, mix(roof, c.depth(1), 0.2))


def jetty_across(c: Canvas, left: bool) -> None:
    """Draw the jetty from the side, on its row of posts."""
    deck, water = c.h * c.u(0.58, 0.62), c.h * (0.655 if c.named("meluap") else c.u(0.69, 0.73))
    x0, x1 = (-20.0, c.w * c.u(0.62, 0.78)) if left else (c.w * c.u(0.22, 0.38), c.w + 20.0)
    timber = c.tone(c.pick(WOOD), 0.95)
    dark = mix(timber, c.depth(1), 0.55)
    boat(c, c.w * (0.85 if left else 0.15), water - c.h * 0.05, c.w * 0.2, 0.8)
    with c.layer(mirror=water):
        for k, x in enumerate(steps(x0 + 30, x1 - 16, c.w * 0.07)):
            c.rect(x - 8, deck - (c.h * 0.075 if k % 2 else 0), x + 8, water,
                mix(dark, c.haze, 0.05 * (k % 3)))
            c.line([(x - 20, water - 12), (x + c.w * 0.07, deck + 16)], 5, mix(dark, c.haze, 0.1))
        c.rect(x0, deck, x1, deck + c.h * 0.02, timber)
        c.rect(x0, deck + c.h * 0.02, x1, deck + c.h * 0.03, dark)
        c.rect(x0, deck - c.h * 0.07, x1, deck - c.h * 0.063, timber)
        c.rect(x0, deck - c.h * 0.04, x1, deck - c.h * 0.034, mix(timber, dark, 0.4))
        wide = c.w * c.u(0.22, 0.34)
        if c.chance(0.4):
            lamp = x1 - 40 if left else x0 + 40
            c.rect(lamp - 5, deck - c.h * 0.24, lamp + 5, deck, dark)
            c.oval(lamp, deck - c.h * 0.24, 13, 15, c.light.sun)
            wide = c.w * 0.16
        pavilion(c, x1 - wide * 1.2 if left else x0 + wide * 0.2, deck, wide)
        for _ in range(c.rng.randint(2, 5)):
            person(c, c.u(max(x0, 0), min(x1, c.w)), deck + 2, c.h * 0.085, 0.92, c.chance(0.4))
    for k in range(c.rng.randint(2, 3)):
        t = (k + c.u(0.3, 0.7)) / 3
        boat(c, max(x0, 0) + (min(x1, c.w) - max(x0, 0)) * t, water + c.h * c.u(0.015,
            0.07) + c.h * 0.02 * k, c.w * c.u(0.24, 0.34), 1.0, roof=c.chance(0.75))


def titian(c: Canvas) -> None:
    """A plank path: through swamp, rice, mangrove, or between houses."""
    c.zoom(1.25, y=0.6)
    horizon = c.h * c.u(0.38, 0.45)
    paddy, grove, flood = c.named("sawah"), c.named("bakau"), c.named("banjir", "terendam")
    street = not paddy and not grove and (c.named("rumah", "permukiman") or c.chance(0.3))
    sky(c, horizon)
    ridge(c, horizon, c.h * c.u(0.03, 0.1), 0.15, horizon + 6, 5)
    brown = tint(c, "banjir", "terendam")
    c.water(horizon, brown, 0.65 if brown else 0.35)
    left = c.chance(0.5)
    headland(c, left, c.w * 1.4, horizon + 6, c.h * 0.09, 0.36)
    headland(c, not left, c.w * c.u(0.36, 0.48), horizon + c.h * 0.035, c.h * 0.17, 0.5)
    curve = 0.0 if c.named("lurus") else c.w * c.u(-0.3, 0.3) * c.pick((0, 1))
    plane = Plane(c.w * c.u(0.36, 0.64), horizon, c.h * 1.05, curve)
    half, far = c.w * c.u(0.13, 0.18), c.u(6.5, 9)
    c.mist(horizon + c.h * 0.04, c.h * 0.05, 0.5 if c.when == "day" else 0.85)
    if paddy:
        rice_beside(c, plane, half)
    elif grove:
        mangrove(c, plane, half)
    elif street:
        for away in (5.6, 4.2, 3.1, 2.25):
            for side in (-1, 1):
                x, y = plane.at(side * half * 1.7, away)
                wide = c.w * c.u(0.85, 1.0) / away
                with c.layer(mirror=y, glaze=(c.haze, y - wide, y, 0.5 * (1 - 2.2 / away))):
                    house(c, x if side > 0 else x - wide, y, wide, min(1, 0.5 + 1.1 / away),
                        stilt=0.06 if flood else 0.18, flip=side < 0, porch=True)
    elif c.chance(0.4):
        shore_houses(c, horizon, left)
    for away in (6, 4.4, 3.2, 2.4, 1.8, 1.4):
        for side in (-1, 1):
            for _ in range(0 if paddy or grove else 1 if street else 3):
                reeds(c, *plane.at(side * half * c.u(1.9, 5), away), c.h * c.u(0.24, 0.36) / away,
                    1.05 - away * 0.09)
    lower = 0.12 if flood else 0.4
    for away in steps(far * 0.8, 1.15, far / 8):
        for side in (-1, 1):
            x, y = plane.at(side * half * 1.08, away)
            tall = c.h * 0.22 / away
            with c.layer(mirror=y + tall * lower):
                c.rect(x - 9 / away, y - tall, x + 9 / away, y + tall * lower,
                    c.tone("6e5a48", min(1, 1.3 - away * 0.1)))
    bright = ("d9b57a", "c9a068", "e0c08a") if c.named("baru", "terang", "selesai") else WOOD
    with c.layer(texture=0.1, shadow=(0, 6 if flood else 26, 12, 0.5)):
        planks(c, plane, -half, half, 0.97, far, c.u(0.06, 0.09), bright)
    if c.named("tua", "putus"):
        for away in (1.5, 2.1, 3.0):
            x0, y0 = plane.at(-half * c.u(0.2, 1.0), away)
            x1, y1 = plane.at(half * c.u(0.2, 1.0), away + 0.16)
            c.poly([(x0, y0), (x1, y0 - 4), (x1 - 6, y1), (x0 + 10, y1 + 5)], c.depth(0.8))
    sides = (-1, 1) if not c.named("satu sisi") else (-1,)
    for side in sides if not c.named("tua", "sempit", "putus") else ():
        for lift in (0.2, 0.11):
            places = [(0.85 * 1.1**k, plane.at(side * half * 1.08, 0.85 * 1.1**k)) for k in
                range(24)]
            rail = [(x, y - c.h * lift / away) for away, (x, y) in places if away < far]
            c.limb(rail, 14, 2, c.tone(bright[0], 0.95))
    if c.chance(0.5):
        away = c.u(3, 5)
        person(c, *plane.at(c.u(-0.4, 0.4) * half, away), c.h * 0.42 / away, 0.88, c.chance(0.6))
    if c.chance(0.5) and not grove:
        frame(c)


def rice_beside(c: Canvas, plane: Plane, half: float) -> None:
    """Let rice stand on both sides of a path, with a ditch under it."""
    ripe = c.named("kuning", "padi")
    crop = [c.tone(g) for g in (("d9a83a", "e6bd52", "c48f2e", "b8a040") if ripe else ("5f9a3a",
        "7fb548", "4a8438", "98c456"))]
    for side in (-1, 1):
        edge = [plane.at(side * half * 1.5, a) for a in (0.7, 1.3, 2, 4, 9, 40)]
        with c.layer(glaze=(mix(crop[1], c.haze, 0.5), c.h * 0.9, plane.horizon, 0.8)):
            c.poly([*edge, (plane.x + side * c.w * 2, plane.horizon + 2), (plane.x + side * c.w * 2,
                c.h * 1.6)], mix(crop[2], c.depth(0.9), 0.3))
    away = 20.0
    while away > 0.98:
        near = min(1.0, 0.3 + 0.9 / away**0.8)
        shades = [mix(mix(shade, c.haze, (1 - near) * 0.7), c.depth(1), c.u(0, 0.14)) for shade in
            crop]
        for side in (-1, 1):
            for k in range(int(9 + away * 4)):
                x, y = plane.at(side * (half * 1.55 + c.w * 0.055 * (k + c.u(-0.2, 0.2))), away)
                if -60 < x < c.w + 60:
                    tuft(c, x, y, c.h * 0.11 / away * c.u(0.8, 1.2), 8 if away < 6 else 4, shades,
                        0.6, 0.09)
        away /= 1.06


def mangrove(c: Canvas, plane: Plane, half: float) -> None:
    """Close mangroves over the water: stems on arching roots."""
    ceiling(c, c.h * 0.36, 0.35, 14)
    for away in (9, 6.5, 4.8, 3.6, 2.7, 2.05, 1.6):
        near = min(0.95, 0.2 + 1.15 / away)
        for side in (-1, 1):
            for k in range(4):
                x, y = plane.at(side * half * (1.75 + 0.95 * k + c.u(-0.2, 0.4)), away)
                wide = c.w * 0.05 / away
                bark = mix(c.depth(near), c.tone("7a5a48", near), 0.25)
                if not -200 < x < c.w + 200:
                    continue
                with c.layer(mirror=y, glaze=(c.haze, y - c.h / away, y, 0.4 * (1 - near))):
                    c.limb(bend((x, y - wide * 2.6), (x + c.u(-1, 1) * wide, y * 0.5),
                        (x + c.u(-2, 2) * wide, -30)), wide, wide * 0.7, bark)
                    for j in (-1.0, -0.62, -0.3, 0.28, 0.6, 1.0):
                        c.limb(bend((x, y - wide * c.u(2.2, 4)),
                            (x + j * wide * 2.4, y - wide * 3.2), (x + j * wide * 3.4, y + 2)),
                            wide * 0.34, wide * 0.2, mix(bark, c.haze, 0.1 * abs(j)))
        if away < 6:
            ceiling(c, c.h * (0.37 - 0.26 / away), near, 12 + 22 / away)


def reeds(c: Canvas, x: float, y: float, tall: float, near: float) -> None:
    """Draw a clump of swamp plants with its reflection."""
    dark, lit = c.depth(near), mix(c.depth(near - 0.36), c.light.sun, 0.16)
    with c.layer(mirror=y):
        if c.chance(0.35):
            for _ in range(7):
                blade(c, x, y, tall * c.u(0.5, 0.9), c.u(0.5, 2.64), tall * 0.09,
                    mix(dark, lit, c.u(0.1, 0.8)), mix(lit, dark, 0.3))
        else:
            tuft(c, x, y, tall, 17, [mix(dark, lit, k / 4) for k in range(5)], 0.7, 0.045)


def kanal(c: Canvas) -> None:
    """A canal, straight through the peat."""
    c.zoom(1.2, y=0.6)
    horizon = c.h * c.u(0.42, 0.48)
    sky(c, horizon)
    hills(c, horizon, 1, c.h * 0.07)
    line = c.wander(c.w * 0.5)
    with c.layer(glaze=(c.haze, horizon - c.h * 0.1, horizon + 8, 0.6)):
        forest(c, -40, c.w + 40, horizon + 5, lambda x: c.h * (0.045 + 0.02 * line(x)), c.h * 0.016,
            0.34)
    plane = Plane(c.w * c.u(0.4, 0.6), horizon, c.h)
    half = c.w * c.u(0.2, 0.3)
    grown, walled = c.chance(0.7), c.named("dinding")
    ground = mix(c.grass(), c.depth(0.7), 0.25)
    with c.layer(glaze=(c.haze, c.h * 0.85, horizon, 0.75), texture=0.08):
        c.rect(-10, horizon, c.w + 10, c.h + 10, ground)
    rows = (30, 21, 15, 11, 8.2, 6.2, 4.8, 3.8, 3.0, 2.4, 1.9, 1.5, 1.2, 1.0)
    nears = [min(0.95, 0.2 + 0.8 / away**0.7) for away in rows]
    for away, near in zip(rows, nears, strict=True):
        for side in (-1, 1):
            y = plane.at(0, away)[1]
            with c.layer(glaze=(c.haze, y - c.h * 0.5 / away, y, 0.5 * (1 - near))):
                for k in range(c.rng.randint(1, 3) if grown and away > 1.7 else 0):
                    px = plane.at(side * half * (1.5 + 1.0 * k + c.u(-0.2, 0.5)), away)[0]
                    gelam(c, px, y - (y - horizon) * 0.1, c.h * c.u(0.6, 1.05) / away, near)
    canal = [plane.at(-half, 0.7), plane.at(half, 0.7), plane.at(half, 150), plane.at(-half, 150)]
    c.pool([canal], horizon, c.tone("6b4322"), 0.62)
    for side in (-1, 1):
        edge = [plane.at(side * half, a) for a in (0.7, 1.3, 2, 4, 9, 30, 150)]
        lip = [(x, y - (y - horizon) * (0.26 if walled else 0.09)) for x, y in edge]
        with c.layer(glaze=(c.haze, c.h * 0.8, horizon, 0.7), texture=0.1):
            c.poly([*edge, *lip[::-1]], c.tone("9a7550") if walled else mix(c.depth(0.85),
                c.tone("5a3018"), 0.65))
        for k in range(26 if walled else 0):
            away = 0.95 * 1.16**k
            x, y = plane.at(side * half, away)
            c.limb([(x, y + 4), (x, y - (y - horizon) * 0.29)], 16 / away, 14 / away,
                c.tone("6e5138", min(1, 1.2 / away**0.4)))
    for away, near in zip(rows, nears, strict=True):
        lit = mix(c.depth(near - 0.4), c.light.sun, 0.16)
        leaf = mix(lit, c.tone("a5b84a", near), 0.5) if c.light.shade < 0.3 else lit
        shades = [c.depth(near), lit, leaf, mix(leaf, c.depth(near), 0.5)]
        for side in (-1, 1):
            y = plane.at(0, away)[1]
            for k in range(16 if away > 1.1 else 9):
                x = plane.at(side * half * (1.02 + 0.2 * k + c.u(0, 0.18)), away)[0]
                if -80 < x < c.w + 80:
                    tuft(c, x, y - (y - horizon) * 0.08 + 3, c.h * c.u(0.07, 0.17) / away, 9,
                        shades, 0.9, 0.08)
    if c.named("sekat") or (not walled and c.chance(0.12)):
        dam(c, plane, half, c.u(1.9, 2.6))
    elif c.chance(0.7):
        boat(c, *plane.at(half * c.u(-0.3, 0.3), 2.2), c.w * 0.17, 0.9, roof=False)
    if c.when != "day":
        c.mist(horizon + c.h * 0.03, c.h * 0.06, 0.6)
    if c.chance(0.5):
        frame(c)


def gelam(c: Canvas, x: float, y: float, tall: float, near: float) -> None:
    """Draw a slender tree of the peat: pale stem, narrow crown."""
    lean = c.u(-0.06, 0.06) * tall
    c.limb(bend((x, y), (x - lean, y - tall * 0.5), (x + lean, y - tall * 0.9)), tall * 0.032,
        tall * 0.012, mix(c.depth(near), c.haze, 0.45))
    for k in range(5):
        t = k / 4
        crown(c, x + lean * t + c.u(-0.04, 0.04) * tall, y - tall * (0.55 + 0.4 * t),
            tall * (0.13 - 0.065 * t) * c.u(0.85, 1.15), near, 0.8)


def dam(c: Canvas, plane: Plane, half: float, away: float) -> None:
    """Draw a canal block of logs, with its notch for the boats."""
    x0, y = plane.at(-half * 1.12, away)
    x1 = plane.at(half * 1.12, away)[0]
    tall, count = c.h * 0.22 / away, 34
    with c.layer(mirror=y, shadow=(0, 4, 6, 0.4)):
        for k in range(count):
            t = k / (count - 1)
            notch = tall * 0.5 if abs(t - 0.5) < 0.09 else 0
            px, wide = x0 + (x1 - x0) * t, (x1 - x0) / count
            colour = c.tone(c.pick(WOOD), 0.95, 0.1)
            c.rect(px - wide * 0.5, y - tall * c.u(0.92, 1.06) + notch, px + wide * 0.42, y + 4,
                colour)
            c.rect(px + wide * 0.12, y - tall * 0.9 + notch, px + wide * 0.42, y + 4,
                mix(colour, c.depth(1), 0.3))
        for level in (0.3, 0.72):
            for a, b in ((x0 - 8, x0 + (x1 - x0) * 0.4), (x0 + (x1 - x0) * 0.6, x1 + 8)):
                c.rect(a, y - tall * level - 7, b, y - tall * level + 5, c.tone("5b4636", 0.95))
    with c.layer(alpha=0.85):
        mid = (x0 + x1) / 2
        c.poly([(mid - (x1 - x0) * 0.06, y - tall * 0.42), (mid + (x1 - x0) * 0.06,
            y - tall * 0.42), (mid + (x1 - x0) * 0.075, y + 8), (mid - (x1 - x0) * 0.075, y + 8)],
            mix(c.haze, c.light.sky[1], 0.3))
        c.oval(mid, y + 10, (x1 - x0) * 0.12, 10, mix(c.haze, c.light.sun, 0.4))


def pantai(c: Canvas) -> None:
    """The coast of the Java Sea."""
    c.zoom(1.25, y=0.7)
    horizon = c.h * c.u(0.38, 0.45)
    sky(c, horizon)
    side = c.pick((-1, 1))
    c.gradient(horizon, c.h * 0.72, [mix(c.light.sky[1], c.depth(0.4), 0.3),
        mix(c.light.sky[0], c.depth(0.4), 0.35), mix(c.light.sky[1], c.haze, 0.35)])
    c.glints(horizon, c.h * 0.66, 170)
    headland(c, side > 0, c.w * c.u(0.25, 0.5), horizon + 3, c.h * 0.045, 0.28)
    boat(c, c.w * (0.5 - side * c.u(0.05, 0.3)), horizon + c.h * 0.06, c.w * 0.13, 0.6)
    sand = c.tone(c.pick(("efd9ae", "f3e3c4", "e6c99a")))
    foam = mix(c.light.sky[3], c.light.sun, 0.5)
    shore = c.wander(c.w * 2.6)

    def edge(x: float, level: float) -> float:
        return c.h * level + c.h * 0.05 * shore(x) + side * (x / c.w - 0.5) * c.h * 0.16

    shallow = mix(mix(c.light.sky[1], c.tone("6fc7b8"), 0.5), c.haze, 0.15)
    for level, colour, alpha in ((0.56, shallow, 0.45), (0.6, shallow, 0.7),
            (0.63, mix(shallow, foam, 0.4), 0.9)):
        with c.layer(alpha=alpha):
            c.poly([*((x, edge(x, level)) for x in steps(-10, c.w + 10, 20)), (c.w + 10, c.h),
                (-10, c.h)], colour)
        fine = c.wander(c.w * 0.5)
        with c.layer(alpha=0.85):
            top = [(x, edge(x, level) - 3) for x in steps(-10, c.w + 10, 14)]
            low = [(x, edge(x, level) + 7 + 7 * fine(x)) for x in steps(-10, c.w + 10, 14)]
            c.poly(top + low[::-1], foam)
    wet = mix(sand, mix(c.light.sky[2], c.depth(0.6), 0.3), 0.5)
    for level, colour in ((0.668, foam), (0.678, wet), (0.745, mix(wet, sand, 0.55)),
            (0.775, sand)):
        with c.layer(texture=0.06):
            c.poly([*((x, edge(x, level)) for x in steps(-10, c.w + 10, 20)), (c.w + 10, c.h),
                (-10, c.h)], colour)
    with c.layer(alpha=0.35):
        for _ in range(60):
            y = c.u(0.84, 1.0) * c.h
            x, long = c.u(0, c.w), c.u(30, 130)
            c.poly(bend((x - long, y), (x, y - 7), (x + long, y + 4)) + bend((x + long, y + 4),
                (x, y), (x - long, y)), mix(sand, c.depth(0.7), 0.3))
    x = c.w * (0.5 + side * 0.02)
    if c.named("bakau"):
        seedlings(c)
        return
    with c.layer(alpha=0.4, blur=5):
        c.oval(x - side * c.w * 0.18, c.h * 0.845, c.w * 0.2, c.h * 0.014, c.depth(0.95))
    with c.layer():
        boat(c, x - side * c.w * 0.16, c.h * 0.835, c.w * c.u(0.34, 0.42), 1.0, roof=c.chance(0.3),
            crew=0, dry=True)
    base = c.w * (0.5 + side * 0.4)
    trees = c.rng.randint(2, 4)
    for k in range(trees):
        px = base + side * c.w * c.u(-0.1, 0.12) - side * k * 18
        tall = c.h * c.u(0.46, 0.66) * (0.7 + 0.3 * k / trees)
        with c.layer(shadow=(-side * 30, 0, 14, 0.16)):
            palm(c, px, edge(px, 0.8) + 30 + 22 * k, tall, 0.78 + 0.2 * k / trees,
                -side * c.u(0.12, 0.4))
    grasses(c, c.h + 10, c.h * 0.13, 0.95, 120, *((c.w * 0.62, c.w + 0.0) if side > 0 else (0,
        c.w * 0.38)))


def seedlings(c: Canvas) -> None:
    """Plant young mangroves in rows on the mud."""
    with c.layer(alpha=0.55):
        c.poly([(-10, c.h * 0.72), (c.w + 10, c.h * 0.72), (c.w + 10, c.h), (-10, c.h)],
            c.tone("6e5a48"))
    plane = Plane(c.w / 2, c.h * 0.42, c.h)
    green = [c.tone(g) for g in ("6fa04a", "8fb55a", "4f8a4a")]
    for away in (2.0, 1.75, 1.5, 1.3, 1.12, 0.98):
        for k in range(-7, 8):
            x, y = plane.at(c.w * 0.15 * (k + c.u(-0.1, 0.1)), away)
            tall = c.h * 0.11 / away
            with c.layer(mirror=y):
                c.limb([(x, y), (x + 2, y - tall)], 5, 3, c.tone("7a5a38"))
                for j in range(4):
                    blade(c, x + 1, y - tall * (0.6 + 0.13 * j), tall * 0.5,
                        c.pick((0.5, 2.6, 1.2, 1.9)), tall * 0.12, c.pick(green))
    for k in range(4):
        person(c, c.w * (0.2 + 0.2 * k + c.u(-0.05, 0.05)), c.h * c.u(0.7, 0.76), c.h * 0.11, 0.92)


def kolam(c: Canvas) -> None:
    """Fish ponds between their dikes, or cages afloat."""
    c.zoom(1.2, y=0.6)
    if c.named("keramba", "terapung"):
        pens(c)
        return
    horizon = c.h * c.u(0.36, 0.42)
    sky(c, horizon)
    hills(c, horizon, c.rng.randint(1, 2), c.h * c.u(0.06, 0.16))
    skyline(c, horizon, c.h * c.u(0.06, 0.1))
    grass = c.grass()
    plane = Plane(c.w * c.u(0.3, 0.7), horizon, c.h * 1.03)
    column = c.w * c.u(0.62, 0.8)
    shift = c.u(-0.5, 0.5)
    rows = [0.72, 1.25, 1.95, 3.0, 5.0, 9.0, 17.0, 40.0]
    field(c, horizon, grass, grass)
    dirt = mix(c.tone("a5764e"), c.depth(0.7), 0.25)
    holes: list[list[Point]] = []
    for a, b in pairwise(rows):
        for lane in range(-6, 6):
            left, right = (lane + shift + 0.06) * column, (lane + shift + 0.94) * column
            near, far = a + 0.08 * a**0.7, b - 0.07 * b**0.5
            holes.append([plane.at(left, near), plane.at(right, near), plane.at(right, far),
                plane.at(left, far)])
    for hole in holes:
        lip = [(x, y - (y - horizon) * 0.035) for x, y in hole]
        c.poly([(x, y + 2) for x, y in lip[:2]] + lip[2:], dirt)
    c.pool(holes, horizon)
    for _ in range(c.rng.randint(8, 14)):
        (ax, ay), (bx, _), (_, ey), _ = c.pick(holes[:24])
        x, y = c.u(ax, bx), (ay + ey) / 2
        r = (y - horizon) * 0.07 * c.u(0.5, 1.4)
        for share in (1.0, 0.62, 0.3):
            ring = [(x + r * share * math.cos(a), y + r * share * 0.3 * math.sin(a)) for a in
                steps(0, math.tau, 0.2)]
            c.line(ring, 1.6, mix(c.haze, c.light.sun, 0.4))
    for hole in sorted(holes, key=lambda h: h[3][1]):
        size = hole[0][1] - hole[3][1]
        for edge in ((hole[3], hole[2]), (hole[0], hole[1])):
            scale = (edge[0][1] - horizon) * 0.11
            if scale < 4:
                continue
            for x in steps(max(-20, edge[0][0]), min(c.w + 20, edge[1][0]), scale * 0.9):
                if c.chance(0.55) and -30 < x < c.w + 30:
                    tuft(c, x, edge[0][1] + 3, scale * c.u(0.4, 1), 5, [c.depth(0.75), grass,
                        mix(grass, c.light.sun, 0.2)], 0.9, 0.1)
        if size > c.h * 0.1 and c.chance(0.35):
            net(c, hole)
    house(c, c.w * c.u(0.12, 0.6), plane.at(0, 3.0)[1], c.w * c.u(0.16, 0.22), 0.8, stilt=0.08,
        bays=2)
    for _ in range(2):
        px = c.u(0.15, 0.85) * c.w
        banana(c, px, plane.at(0, 3.1)[1], c.h * 0.14, 0.78)
    person(c, c.u(0.3, 0.7) * c.w, plane.at(0, 1.93)[1], c.h * 0.13, 0.95)
    if c.chance(0.5):
        frame(c)


def net(c: Canvas, hole: list[Point]) -> None:
    """Draw the stakes and the net of a hatchery inside a pond."""
    (x0, y0), (x1, _), _, (x3, y3) = hole
    for t in (0.25, 0.5):
        ax, bx = x0 + (x1 - x0) * 0.3, x0 + (x1 - x0) * 0.6
        y = y0 + (y3 - y0) * t
        shift = (x3 - x0) * t
        with c.layer(mirror=y):
            tall = (y0 - y3) * 0.3
            for x in (ax, (ax + bx) / 2, bx):
                c.rect(x + shift - 3, y - tall, x + shift + 3, y, c.tone("8a6a4a", 0.9))
            c.poly([(ax + shift, y - tall * 0.7), (bx + shift, y - tall * 0.7), (bx + shift, y),
                (ax + shift, y)], mix(c.tone("3a8f8a"), c.haze, 0.3))


def pens(c: Canvas) -> None:
    """Moor fish pens on a lake, with plank walks between them."""
    horizon = c.h * c.u(0.4, 0.45)
    sky(c, horizon)
    hills(c, horizon, 2, c.h * c.u(0.1, 0.2))
    c.water(horizon)
    headland(c, c.chance(0.5), c.w * 1.3, horizon + 6, c.h * 0.07, 0.36)
    c.mist(horizon + c.h * 0.03, c.h * 0.05, 0.5)
    plane = Plane(c.w * c.u(0.3, 0.7), horizon, c.h * 1.04)
    cell, shift = c.w * 0.42, c.u(-0.5, 0.5)
    timber = c.tone(c.pick(("b59468", "a58a64", "9c8468")))
    rows = (4.6, 3.5, 2.7, 2.1, 1.6, 1.22, 0.93)
    hut_at = c.rng.randint(1, 2)
    for n, (far, near) in enumerate(pairwise(rows)):
        y = plane.at(0, far)[1]
        for k in range(-3, 4):
            quad = [plane.at((k + shift + dx) * cell, a) for dx, a in ((0, near), (1, near),
                (1, far), (0, far))]
            with c.layer(alpha=0.45):
                c.poly(quad, mix(c.depth(0.85), c.tone("1f4a4a"), 0.4))
            (ax, ay), (bx, by), _, (ex, ey) = quad
            size = 34 / near
            with c.layer(shadow=(0, 6, 4, 0.4)):
                c.poly([(ax - size, ay), (ax + size, ay), (ex + size * 0.8, ey),
                    (ex - size * 0.8, ey)], timber)
                c.poly([(ax, ay - size * 0.5), (bx, by - size * 0.5), (bx, by + size * 0.3),
                    (ax, ay + size * 0.3)], mix(timber, c.light.sun, 0.18))
                for t in steps(0, 1, 0.14):
                    c.line([(ax - size + (ex - ax) * t, ay + (ey - ay) * t),
                        (ax + size + (ex - ax) * t, ay + (ey - ay) * t)], 2, mix(timber, c.depth(1),
                        0.35))
            c.oval(ax, ay + size * 0.6, size * 0.8, size * 0.5,
                c.tone(c.pick(("2f6fa8", "3a5f8a"))))
        if n == hut_at:
            house(c, plane.x - c.w * c.u(-0.04, 0.3), y + 4, c.w * 0.24, 0.84, stilt=0.03, bays=2)
        if n in {2, 3}:
            person(c, *plane.at(c.u(-0.4, 0.4) * c.w, far), c.h * 0.24 / far * 1.2, 0.92)
    boat(c, c.w * c.pick((0.16, 0.84)), c.h * 0.62, c.w * 0.2, 0.9, roof=False)
    frame(c)


SCENES = (sungai, danau, dermaga, titian, kanal, pantai, kolam)
