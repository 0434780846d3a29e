"""Photos as a phone makes them: 12 megapixels, more than two megabytes each.

A handful of pictures is drawn once (shapes, edges, texture of several sizes) and kept
in ``.bench/``. Every article gets a copy that differs by a note inside, as two photos of the same
scene would differ by their bytes: so no generator can know one from another without reading it, and
none may take the picture made for one as that of another.
"""

import io
import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter
from toolbox import BENCH

_SIZE = (4000, 3000)
_DISTINCT = 6
_DRAWN = (1000, 750)
_TEXTURES = ((16, 0.3), (8, 0.3), (3, 0.3), (1, 0.15))
"""Leaves, gravel, the grain of a sensor: the size of a spot in pixels, and how much it shows."""
_QUALITY = 90


def add_photos(workspace: Path) -> None:
    """Give every berita of a workspace a photo."""
    pool = _pool()
    for number, text in enumerate(sorted(workspace.glob("content/*/*/berita/*.md"))):
        photo = text.with_suffix(".jpg")
        photo.write_bytes(with_note(pool[number % len(pool)], f"foto {number}"))
        fields = f"---\nfoto: {photo.name}\nalt_foto: Warga di tepi sungai\n"
        text.write_text(text.read_text("utf-8").replace("---\n", fields, 1), "utf-8")


def with_note(jpeg: bytes, note: str) -> bytes:
    """Give a JPEG with a comment (marker ``COM``, ITU-T T.81, B.2.4.5) after its first marker."""
    body = note.encode("ascii")
    return jpeg[:2] + b"\xff\xfe" + (len(body) + 2).to_bytes(2) + body + jpeg[2:]


def _pool() -> list[bytes]:
    folder = BENCH / "photos"
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{number}.jpg" for number in range(_DISTINCT)]
    for number, file in enumerate(files):
        if not file.is_file():
            file.write_bytes(_draw(random.Random(number)))
    return [file.read_bytes() for file in files]


def _draw(chance: random.Random) -> bytes:
    sky, ground = (tuple(chance.randrange(80, 230) for _ in range(3)) for _ in range(2))
    scene = Image.new("RGB", _DRAWN, sky)
    pen = ImageDraw.Draw(scene)
    width, height = _DRAWN
    pen.rectangle((0, height * chance.uniform(0.4, 0.7), width, height), fill=ground)
    for _ in range(60):
        x, y, size = chance.randrange(width), chance.randrange(height), chance.randrange(8, 200)
        colour = tuple(chance.randrange(256) for _ in range(3))
        shape = pen.ellipse if chance.random() < 0.5 else pen.rectangle
        shape((x, y, x + size, y + size // 2), fill=colour)
    photo = scene.filter(ImageFilter.GaussianBlur(1)).resize(_SIZE, Image.Resampling.BICUBIC)
    for fineness, strength in _TEXTURES:
        across, down = _SIZE[0] // fineness, _SIZE[1] // fineness
        noise = Image.frombytes("RGB", (across, down), chance.randbytes(across * down * 3))
        smooth = noise.filter(ImageFilter.BoxBlur(1)).resize(_SIZE, Image.Resampling.BICUBIC)
        photo = Image.blend(photo, smooth, strength)
    buffer = io.BytesIO()
    photo.save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()
