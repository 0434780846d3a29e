"""Draw the photos of the sample province that ``sample_photos.csv`` lists.

``python tools/make_pictures.py`` draws what is missing, ``--force`` draws everything again, always
the same bytes; ``--sheet FILE`` also lays all pictures out on one sheet, and ``--check`` only says
which photos the texts name without a line in the list, and which lines no text names. A line gives
the path, the scene, the time, the shape, and perhaps words that say more about what is to be seen.
"""

import argparse
import csv
import io
import math
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from PIL import Image, ImageOps
from PIL.ExifTags import GPS, IFD, Base

sys.path.insert(0, str(Path(__file__).resolve().parent))
from pictures import SCENES
from pictures.canvas import Canvas

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tools" / "sample_photos.csv"
NAMED = re.compile(
    r"""(?:\bfoto:\s*["']?|!\[[^\]]*\]\(<?)([^"'\n<>(){}]+?\.(?:jpe?g|png|webp|heic))\b""", re.I
)
QUALITIES = (82, 78, 74, 70, 66, 62, 58)
"""Tried in turn until the photo is small enough."""
ORIGINALS = {
    "content/barito-timur/kim-janah-harapan/berita/ladang-rt005.jpg",
    "content/kapuas/kim-handep/potensi/muara-handil-pagi.jpg",
}
"""Photos kept as large as a phone takes them."""


class Photo(NamedTuple):
    """One line of the list."""

    path: str
    scene: str
    taken: datetime
    upright: bool
    hints: str = ""


def photos(listing: Path) -> list[Photo]:
    """Read the list."""
    with listing.open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.reader(handle) if row]
    return [
        Photo(path, scene, datetime.fromisoformat(taken), shape == "portrait", *hints)
        for path, scene, taken, shape, *hints in rows
    ]


def draw(photo: Photo, side: int) -> Image.Image:
    """Draw a picture, so many pixels on its longer side."""
    width, height = (1200, 1600) if photo.upright else (1600, 1200)
    size, scale = (width * side // 1600, height * side // 1600), 2.0
    if photo.path in ORIGINALS:
        size, scale = (width * 5 // 2, height * 5 // 2), 4.0
    hour = photo.taken.hour + photo.taken.minute / 60
    canvas = Canvas(photo.path, (width, height), scale, hour, photo.hints)
    SCENES[photo.scene](canvas)
    return canvas.finish(size)


def centre(path: str) -> tuple[float, float]:
    """Give where the photo of a path was taken: near the middle of its kabupaten."""
    register = ROOT / "content" / path.split("/")[1] / "kabupaten.yml"
    found = re.search(r"^pusat: *(\S+), *(\S+)", register.read_text("utf-8"), re.M)
    assert found
    village, spot = Random(path.split("/")[2]), Random(path)
    south, east = (
        float(text) + village.uniform(-0.12, 0.12) + spot.uniform(-0.004, 0.004)
        for text in found.groups()
    )
    return south, east


def degrees(value: float) -> tuple[float, float, float]:
    """Give an angle in degrees, minutes and seconds."""
    minutes, seconds = divmod(round(abs(value) * 360000) / 100, 60)
    return float(minutes // 60), float(minutes % 60), round(seconds, 2)


def exif(photo: Photo, orientation: int, size: tuple[int, int]) -> Image.Exif:
    """Give what a phone writes into a photo."""
    south, east = centre(photo.path)
    taken = photo.taken.replace(second=Random(photo.path).randrange(60))
    stamp = taken.strftime("%Y:%m:%d %H:%M:%S")
    data = Image.Exif()
    data[Base.Make], data[Base.Model], data[Base.Software] = "Contoh", "Ponsel 12MP", "Kamera 14.2"
    data[Base.Orientation], data[Base.DateTime] = orientation, stamp
    shot = data.get_ifd(IFD.Exif)
    shot[Base.DateTimeOriginal] = shot[Base.DateTimeDigitized] = stamp
    shot[Base.OffsetTimeOriginal] = "+07:00"
    shot[Base.ExifImageWidth], shot[Base.ExifImageHeight] = size
    place = data.get_ifd(IFD.GPSInfo)
    place[GPS.GPSLatitudeRef], place[GPS.GPSLatitude] = "S" if south < 0 else "N", degrees(south)
    place[GPS.GPSLongitudeRef], place[GPS.GPSLongitude] = "E", degrees(east)
    return data


def orient(photo: Photo) -> int:
    """Give how the phone was held: upright photos are often stored lying, a few upside down."""
    throw = Random(photo.path + "#").random()
    if photo.upright:
        return 6 if throw < 0.6 else 1
    return 3 if throw < 0.06 else 1


def write(photo: Photo, side: int, budget: int) -> None:
    """Draw a photo and store it as a phone would, in about so many kilobytes."""
    orientation = orient(photo)
    image = draw(photo, side)
    if orientation != 1:
        lying = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90}
        image = image.transpose(lying[orientation])
    notes = exif(photo, orientation, image.size)
    for quality in QUALITIES:
        data = io.BytesIO()
        image.save(data, "JPEG", quality=quality, optimize=True, progressive=True, exif=notes)
        if data.tell() <= budget * 1000 or photo.path in ORIGINALS:
            break
    target = ROOT / photo.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data.getvalue())


def sheet(listed: list[Photo], target: Path) -> None:
    """Lay all pictures out as thumbnails."""
    cell, columns = 360, min(6, len(listed))
    rows = math.ceil(len(listed) / columns)
    board = Image.new("RGB", (columns * cell, rows * cell), "#222222")
    for number, photo in enumerate(listed):
        with Image.open(ROOT / photo.path) as stored:
            small = ImageOps.exif_transpose(stored)
            small.thumbnail((cell - 10, cell - 10), Image.Resampling.LANCZOS)
        x, y = number % columns * cell, number // columns * cell
        board.paste(small, (x + (cell - small.width) // 2, y + (cell - small.height) // 2))
    board.save(target, quality=90)


def named() -> Iterator[str]:
    """Give the path of every photo that the texts name."""
    for text in sorted((ROOT / "content").rglob("*")):
        if text.suffix not in {".md", ".yml"}:
            continue
        for found in NAMED.finditer(text.read_text("utf-8")):
            if "://" not in found[1]:
                place = (text.parent / found[1].strip().replace("%20", " ")).resolve()
                yield place.relative_to(ROOT).as_posix()


def check(listed: list[Photo]) -> int:
    """Say where the list and the texts differ."""
    wanted, known = set(named()), [photo.path for photo in listed]
    faults = [f"no line for {path}" for path in sorted(wanted - set(known))]
    faults += [f"no text names {path}" for path in sorted(set(known) - wanted)]
    faults += [f"listed twice: {path}" for path in sorted({p for p in known if known.count(p) > 1})]
    faults += [f"unknown scene {p.scene}: {p.path}" for p in listed if p.scene not in SCENES]
    print("\n".join(faults) or f"{len(known)} photos, all named")
    return 1 if faults else 0


def main() -> int:
    """Draw, or check."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--force", action="store_true", help="draw what is there, too")
    parser.add_argument("--sheet", type=Path, help="also write a sheet of all pictures")
    parser.add_argument("--check", action="store_true", help="only compare the list with the texts")
    parser.add_argument("--side", type=int, default=1600, help="pixels on a photo's longer side")
    parser.add_argument("--budget", type=int, default=150, help="kilobytes that a photo may take")
    parser.add_argument("--list", type=Path, default=LIST, help="another list")
    options = parser.parse_args()
    listed = photos(options.list)
    if options.check:
        return check(listed)
    wanted = [p for p in listed if options.force or not (ROOT / p.path).exists()]
    task = partial(write, side=options.side, budget=options.budget)
    with ProcessPoolExecutor() as pool:
        for photo, _ in zip(wanted, pool.map(task, wanted), strict=True):
            print(photo.path)
    if options.sheet:
        sheet(listed, options.sheet)
    return 0


if __name__ == "__main__":
    sys.exit(main())
