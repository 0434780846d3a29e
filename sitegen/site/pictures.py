"""A phone's photo becomes small pictures: turned upright, without metadata, in several widths.

Only pixels leave this module: position, time and device that a phone writes into a photo (EXIF,
XMP, IPTC) are dropped, because variants are encoded anew without them.
"""

import io
import warnings

from PIL import Image, ImageOps

from sitegen.site.contract import Rendered, Rendition

WIDTHS = (240, 480, 960, 1600)
"""Pixels; the first is for thumbnails, which would else weigh as much as the photo of a page."""
JPEG_WIDTH = 960
SHARE_SIZE = (1200, 630)
"""The picture that WhatsApp and Facebook show beside a link, in pixels."""
SHARE_BYTES = 300_000
"""Guides disagree on what WhatsApp still shows; all agree that less than this is shown."""
MAX_PIXELS = 100_000_000
"""Most pixels a photo may have; a phone's 48 megapixels pass, a decompression bomb does not."""

MAX_SIDE = 16_383
"""Longest side that WebP can hold; a chat that was saved as one long picture may have more."""
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "HEIF", "AVIF", "TIFF", "BMP")
"""What phones and scanners make. The library reads more, among them PostScript, which is a
program and would be run."""

Image.MAX_IMAGE_PIXELS = None  # the limit above is checked here, with a located finding

_PLAIN = ("L", "LA", "RGB", "RGBA")
"""Modes in which pixels may be averaged as they are."""

SMALL = 480
"""Up to this width files are made as small as can be: they travel to phones on slow lines."""

RECIPE = f"8:{WIDTHS}:{JPEG_WIDTH}"
"""Names what :func:`render` does; part of the key under which its work is remembered."""


class PictureFault(Exception):  # noqa: N818 - carries a finding's code
    """A photo that cannot be used, with the code and parameters of the finding."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = code, params


def render(data: bytes) -> Rendered:
    """Make the widths of a photo that are not larger than it.

    Raises:
        PictureFault: the bytes are no picture, are cut short, or have too many pixels.
    """
    picture = _open(data)
    largest = min(max(WIDTHS), picture.width, picture.width * MAX_SIDE // picture.height) or 1
    height = min(MAX_SIDE, round(picture.height * largest / picture.width) or 1)
    renditions = []
    current = picture
    fallback = min(JPEG_WIDTH, largest)
    for width in sorted({min(w, largest) for w in (*WIDTHS, fallback)}, reverse=True):
        size = (width, round(height * width / largest) or 1)
        if current.size != size:
            current = current.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
        renditions.append(Rendition("webp", width, _encode(current, "webp")))
        if width == fallback:
            renditions.append(Rendition("jpeg", width, _encode(current, "jpeg")))
    share = ImageOps.fit(picture, SHARE_SIZE, Image.Resampling.BICUBIC)
    renditions.append(Rendition("share", SHARE_SIZE[0], encode_share(_bare(share))))
    return Rendered(largest, height, tuple(renditions), _average(picture))


def encode_share(image: Image.Image) -> bytes:
    """Encode a preview as JPEG of less than :data:`SHARE_BYTES`.

    The image must hold nothing but pixels. Previews are fetched by messengers, not by readers, so
    they are encoded the quick way.
    """
    for quality in (78, 60, 40):
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality)
        if buffer.tell() < SHARE_BYTES:
            break
    return buffer.getvalue()


def _average(image: Image.Image) -> str:
    """Give the colour that holds the place of a picture until it is there, ``#rrggbb``."""
    red, green, blue = image.resize((1, 1), Image.Resampling.BOX).tobytes()
    return f"#{red:02x}{green:02x}{blue:02x}"


def _open(data: bytes) -> Image.Image:
    """Decode to upright RGB, reading no more pixels than are needed."""
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1", b"ftyphevc"):
        _register_heif()
    size = 0, 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            Image.init()
            image = Image.open(io.BytesIO(data), formats=[f for f in _FORMATS if f in Image.OPEN])
            size = image.size
            if image.width * image.height > MAX_PIXELS:
                raise _too_large(size)
            wanted = max(WIDTHS)
            image.draft("RGB", (wanted, wanted))
            upright = ImageOps.exif_transpose(image)
            del image  # a large one; two more copies of it may be needed
            return _flattened(_lessened(upright))
    except PictureFault:
        raise
    except MemoryError as error:
        raise _too_large(size) from error
    except Exception as error:
        # Decoders raise many kinds of exception on hostile bytes; each means the same here.
        raise PictureFault("foto-rusak") from error


def _too_large(size: tuple[int, int]) -> PictureFault:
    limit = MAX_PIXELS // 1_000_000
    return PictureFault("foto-terlalu-besar", lebar=size[0], tinggi=size[1], batas=limit)


def _register_heif() -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()


def _lessened(image: Image.Image) -> Image.Image:
    """Give a large picture in a size near what is wanted, before its copies take gigabytes.

    Both of its sides stay at least as long as the widest rendition.
    """
    factor = min(image.size) // max(WIDTHS)
    return image.reduce(factor) if factor > 1 and image.mode in _PLAIN else image


def _flattened(image: Image.Image) -> Image.Image:
    """Give opaque RGB: what is transparent becomes white."""
    if image.mode.startswith("I;16"):
        image = image.convert("I").point([value >> 8 for value in range(65536)], "L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        ground = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(ground, layer).convert("RGB")
    return image.convert("RGB")


def _encode(image: Image.Image, format_: str) -> bytes:
    clean = _bare(image)
    buffer = io.BytesIO()
    if format_ == "webp":
        quality, method = (60, 6) if clean.width <= SMALL else (68, 4)
        clean.save(buffer, "WEBP", quality=quality, method=method)
    else:
        clean.save(buffer, "JPEG", quality=76, optimize=True, progressive=True)
    return buffer.getvalue()


def _bare(image: Image.Image) -> Image.Image:
    """Give the pixels alone: what a decoder noted beside them is not carried along."""
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    return bare
