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
MAX_PIXELS = 100_000_000
"""Most pixels a photo may have; a phone's 48 megapixels pass, a decompression bomb does not."""

Image.MAX_IMAGE_PIXELS = None  # the limit above is checked here, with a located finding

RECIPE = f"4:{WIDTHS}:{JPEG_WIDTH}"
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
    largest = min(max(WIDTHS), picture.width)
    height = round(picture.height * largest / picture.width) or 1
    renditions = []
    current = picture
    fallback = min(JPEG_WIDTH, largest)
    for width in sorted({min(w, largest) for w in (*WIDTHS, fallback)}, reverse=True):
        size = (width, round(picture.height * width / picture.width) or 1)
        if current.size != size:
            current = current.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
        renditions.append(Rendition("webp", width, _encode(current, "webp")))
        if width == fallback:
            renditions.append(Rendition("jpeg", width, _encode(current, "jpeg")))
    return Rendered(largest, height, tuple(renditions))


def _open(data: bytes) -> Image.Image:
    """Decode to upright RGB, reading no more pixels than are needed."""
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1", b"ftyphevc"):
        _register_heif()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data))
            if image.width * image.height > MAX_PIXELS:
                raise PictureFault(
                    "foto-terlalu-besar",
                    lebar=image.width,
                    tinggi=image.height,
                    batas=MAX_PIXELS // 1_000_000,
                )
            wanted = max(WIDTHS)
            image.draft("RGB", (wanted, wanted))
            upright = ImageOps.exif_transpose(image)
            return _flattened(upright)
    except PictureFault:
        raise
    except Exception as error:
        # Decoders raise many kinds of exception on hostile bytes; each means the same here.
        raise PictureFault("foto-rusak") from error


def _register_heif() -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()


def _flattened(image: Image.Image) -> Image.Image:
    """Give opaque RGB: what is transparent becomes white."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        ground = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(ground, layer).convert("RGB")
    return image.convert("RGB")


def _encode(image: Image.Image, format_: str) -> bytes:
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    buffer = io.BytesIO()
    if format_ == "webp":
        clean.save(buffer, "WEBP", quality=68, method=4)
    else:
        clean.save(buffer, "JPEG", quality=76, optimize=True, progressive=True)
    return buffer.getvalue()
