"""Pictures far larger than a page shows: lessened early, refused where memory does not suffice."""

import io

import pytest
from PIL import Image, ImageOps

from sitegen.site.pictures import PictureFault, render

BIG = (3400, 3300)
"""More than twice as wide and high as the widest rendition."""


def encoded(mode: str, **more: object) -> bytes:
    """Give a PNG: its left half is red, or nothing where the mode has transparency."""
    picture = Image.new(mode, BIG, "blue")
    left = (255, 0, 0, 0) if mode == "RGBA" else "red"
    picture.paste(left, (0, 0, BIG[0] // 2, BIG[1]))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=1, **more)
    return buffer.getvalue()


def widest(data: bytes) -> Image.Image:
    """Give the widest rendition of a picture."""
    made = render(data)
    (best,) = [r for r in made.renditions if (r.format, r.width) == ("webp", 1600)]
    return Image.open(io.BytesIO(best.data)).convert("RGB")


@pytest.mark.parametrize(("mode", "left"), [("RGB", (255, 0, 0)), ("RGBA", (255, 255, 255))])
def test_a_large_picture_keeps_its_colours_and_shape(mode: str, left: tuple[int, int, int]) -> None:
    shown = widest(encoded(mode))
    assert shown.size == (1600, 1553)
    for x, wanted in ((100, left), (1500, (0, 0, 255))):
        found = shown.getpixel((x, 700))
        assert isinstance(found, tuple)
        assert all(abs(a - b) < 16 for a, b in zip(found, wanted, strict=True))


def test_a_large_picture_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    shown = widest(encoded("RGB", exif=exif))
    assert shown.size == (1600, 1648)
    assert ImageOps.grayscale(shown).getpixel((800, 100)) > 60, "red is above"


def test_what_memory_does_not_suffice_for_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Image.Image, "reduce", refuse)
    with pytest.raises(PictureFault) as fault:
        render(encoded("RGB"))
    assert (fault.value.code, fault.value.params["lebar"]) == ("foto-terlalu-besar", BIG[0])
