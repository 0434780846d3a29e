"""PNG pictures put together from stripes, each compressed by itself (RFC 2083, RFC 1951).

Pictures that differ only in their middle need only their middle compressed: a deflate stream may
be cut at any full flush, so stripes that were compressed earlier are joined as they are.
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DEPTH, _INDEXED = 2, 3
SHADES = 1 << _DEPTH
"""Colours of a picture."""
_HEADER, _END = b"\x78\x01", b"\x03\x00"
"""Of a zlib stream, and the last, empty block of a deflate stream."""


@dataclass(frozen=True, slots=True)
class Stripe:
    """Some rows of a picture as PNG holds them, plain and compressed."""

    plain: bytes
    packed: bytes


def stripe(image: Image.Image) -> Stripe:
    """Give the rows of a palette image whose width is a multiple of four."""
    packed = image.tobytes("raw", f"P;{_DEPTH}")
    width = image.width * _DEPTH // 8
    plain = b"".join(b"\0" + packed[at : at + width] for at in range(0, len(packed), width))
    deflate = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Stripe(plain, deflate.compress(plain) + deflate.flush(zlib.Z_FULL_FLUSH))


def write_png(size: tuple[int, int], palette: bytes, stripes: Sequence[Stripe]) -> bytes:
    """Give a PNG of stripes that together have the size, from above to below."""
    checksum = 1
    for part in stripes:
        checksum = zlib.adler32(part.plain, checksum)
    data = b"".join(part.packed for part in stripes)
    return _SIGNATURE + b"".join(
        _chunk(kind, content)
        for kind, content in (
            (b"IHDR", struct.pack(">2I5B", *size, _DEPTH, _INDEXED, 0, 0, 0)),
            (b"PLTE", palette),
            (b"IDAT", _HEADER + data + _END + struct.pack(">I", checksum)),
            (b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(content, zlib.crc32(kind))
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
