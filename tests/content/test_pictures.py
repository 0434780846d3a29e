"""Photos become small pictures that tell nothing about whoever took them."""

import io

import pillow_heif
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sitegen.site.contract import Rendered
from sitegen.site.pictures import JPEG_WIDTH, MAX_SIDE, SHARE_SIZE, WIDTHS, PictureFault, render
from tests.content_helpers import encoded
from tests.helpers import Province
from tests.invalid_recipes import ENTRY, bomb

RED, BLUE = (200, 30, 30), (30, 30, 200)
ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825


def halves(width: int, height: int) -> Image.Image:
    """Draw a picture that is red on the left and blue on the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def phone_exif(orientation: int) -> Image.Exif:
    """Give what a phone writes into a photo, its position included."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE] = orientation, "TelefonWarga"
    exif.get_ifd(GPS)[1] = "S"
    exif.get_ifd(GPS)[2] = (1.0, 45.0, 46.8)
    return exif


def decoded(rendered: Rendered) -> list[Image.Image]:
    """Open every rendition that a page shows."""
    shown = [one for one in rendered.renditions if one.format != "share"]
    return [Image.open(io.BytesIO(one.data)) for one in shown]


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    """Say whether a pixel has a colour, give or take what compression changes."""
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 24 for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize(
    ("orientation", "corner", "opposite"),
    [
        (1, RED, BLUE),
        (2, BLUE, RED),
        (3, BLUE, RED),
        (4, RED, BLUE),
        (5, RED, BLUE),
        (6, RED, BLUE),
        (7, BLUE, RED),
        (8, BLUE, RED),
    ],
)
def test_a_photo_stands_upright(
    orientation: int, corner: tuple[int, int, int], opposite: tuple[int, int, int]
) -> None:
    data = encoded(halves(300, 200), "JPEG", exif=phone_exif(orientation), quality=95)
    rendered = render(data)
    turned = orientation >= 5
    assert (rendered.width, rendered.height) == ((200, 300) if turned else (300, 200))
    for image in decoded(rendered):
        width, height = image.size
        assert (width < height) == turned
        assert near(image.convert("RGB").getpixel((5, 5)), corner)
        assert near(image.convert("RGB").getpixel((width - 6, height - 6)), opposite)


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF"])
def test_no_metadata_leaves(format_: str) -> None:
    pillow_heif.register_heif_opener()
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>TelefonWarga</x:xmpmeta>"
    extra = {} if format_ == "TIFF" else {"xmp": xmp}
    data = encoded(halves(64, 48), format_, exif=phone_exif(1), **extra)
    assert b"TelefonWarga" in data
    for one in render(data).renditions:
        image = Image.open(io.BytesIO(one.data))
        assert not image.getexif()
        assert image.info.keys().isdisjoint({"exif", "xmp", "icc_profile", "comment", "photoshop"})
        assert b"TelefonWarga" not in one.data


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((4000, 3000), WIDTHS),
        ((1600, 1200), WIDTHS),
        ((1000, 500), (*(w for w in WIDTHS if w < 1000), 1000)),
        ((100, 50), (100,)),
        ((1, 1), (1,)),
        ((3000, 1), WIDTHS),
    ],
)
def test_widths(size: tuple[int, int], widths: tuple[int, ...]) -> None:
    rendered = render(encoded(halves(*size), "PNG"))
    webp = sorted(one.width for one in rendered.renditions if one.format == "webp")
    jpeg = [one.width for one in rendered.renditions if one.format == "jpeg"]
    assert set(widths) <= set(webp)
    assert webp == sorted(set(webp))
    assert webp[-1] == rendered.width == min(size[0], max(WIDTHS))
    assert jpeg == [min(size[0], JPEG_WIDTH)]
    assert sorted({image.width for image in decoded(rendered)}) == webp
    for image in decoded(rendered):
        assert abs(image.height - rendered.height * image.width / rendered.width) <= 1
    (preview,) = (one for one in rendered.renditions if one.format == "share")
    assert Image.open(io.BytesIO(preview.data)).size == SHARE_SIZE


@pytest.mark.parametrize("size", [(500, 20_000), (1, 40_000)], ids=["chat", "line"])
def test_a_picture_higher_than_its_format_can_hold(size: tuple[int, int]) -> None:
    rendered = render(encoded(Image.new("L", size), "PNG"))
    assert rendered.height <= MAX_SIDE
    assert all(image.height <= MAX_SIDE for image in decoded(rendered))


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "HEIF", "AVIF"])
def test_formats_of_phones_and_scanners(format_: str) -> None:
    pillow_heif.register_heif_opener()
    if format_ not in Image.registered_extensions().values():
        pytest.skip("the library was built without this format")
    rendered = render(encoded(halves(64, 48), format_))
    assert (rendered.width, rendered.height) == (64, 48)


@pytest.mark.parametrize(
    "image",
    [
        Image.new("RGBA", (20, 20), (0, 0, 0, 0)),
        Image.new("LA", (20, 20), (0, 0)),
        Image.new("P", (20, 20), 0),
    ],
    ids=["rgba", "grey", "palette"],
)
def test_what_is_transparent_becomes_white(image: Image.Image) -> None:
    options = {"transparency": 0} if image.mode == "P" else {}
    for made in decoded(render(encoded(image, "PNG", **options))):
        assert near(made.convert("RGB").getpixel((10, 10)), (255, 255, 255))


@pytest.mark.parametrize(
    ("image", "format_", "colour"),
    [
        (Image.new("CMYK", (20, 20), (0, 255, 255, 0)), "JPEG", (254, 0, 0)),
        (Image.new("I;16", (20, 20), 0x8000), "PNG", (128, 128, 128)),
        (Image.new("1", (20, 20), 1), "PNG", (255, 255, 255)),
    ],
    ids=["print", "scan-of-16-bits", "fax"],
)
def test_colours_of_other_machines(
    image: Image.Image, format_: str, colour: tuple[int, int, int]
) -> None:
    for made in decoded(render(encoded(image, format_))):
        assert near(made.convert("RGB").getpixel((10, 10)), colour)


WHOLE = encoded(halves(640, 480), "JPEG", exif=phone_exif(6))


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"\0" * 500, b"Ini catatan, bukan foto."),
        *(WHOLE[:200], WHOLE[: len(WHOLE) // 2], encoded(halves(64, 48), "PNG")[:60]),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.4\n",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n",
        b"\0\0\0\x1cftypheic" + b"\0" * 100,
    ],
    ids=["empty", "zeros", "text", "head", "cut", "cut-png", "svg", "pdf", "program", "cut-heic"],
)
def test_what_is_no_picture(data: bytes) -> None:
    with pytest.raises(PictureFault) as caught:
        render(data)
    assert caught.value.code == "foto-rusak"


def test_a_decompression_bomb_is_not_unpacked(province: Province) -> None:
    bomb(province)
    with pytest.raises(PictureFault) as caught:
        render(province.path(ENTRY.replace(".md", ".jpg")).read_bytes())
    assert caught.value.code == "foto-terlalu-besar"
    assert caught.value.params == {"lebar": 60_000, "tinggi": 60_000, "batas": 100}


def test_broken_metadata_costs_nothing() -> None:
    data = encoded(halves(64, 48), "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\xff" + b"\xff" * 50)
    assert render(data).width == 64


def test_the_same_photo_gives_the_same_bytes() -> None:
    assert render(WHOLE) == render(WHOLE)


@given(st.data())
def test_a_damaged_photo_is_refused_or_rendered(data: st.DataObject) -> None:
    damaged = bytearray(WHOLE)
    places = st.integers(0, len(WHOLE) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=8)):
        damaged[place] = data.draw(st.integers(0, 255))
    try:
        rendered = render(bytes(damaged))
    except PictureFault:
        return
    assert all(image.size[0] > 0 for image in decoded(rendered))
