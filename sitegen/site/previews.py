"""What leads to a page from outside: the picture in a messenger, the QR code on a notice board."""

import hashlib
import math
import re
from dataclasses import dataclass

from sitegen.content.names import slugify
from sitegen.site.contract import Content, Drawn, Memo, Stored
from sitegen.site.views import Foto, SitusView

QR_RECIPE = "2"
"""Names what :func:`qr_code` does; part of the key under which its work is remembered."""

_QUIET = 2
"""Modules left white around a code. Paper is white as well, so two of the four are enough."""
_RUN = re.compile(rb"(\xff*)(\x00+)")


@dataclass(slots=True)
class Previews:
    """Gives each page its picture for messengers: that of its photo, else a card with its title.

    A picture's address holds a hash of what it shows, for messengers keep a picture as long as
    its address stays the same.
    """

    situs: SitusView
    memo: Memo
    output: dict[str, Content]
    photos: dict[str, Stored]
    cards: bool

    def address(self, title: str, photo: Foto | None) -> str:
        """Give the address of the picture of a page; without a title, that of the site itself."""
        shown = photo or (None if title else self.situs.foto)
        if shown and shown.bagikan:
            self.output[shown.bagikan] = self.photos[shown.bagikan]
            return shown.bagikan
        return self._card(title or self.situs.slogan or self.situs.nama) if self.cards else ""

    def _card(self, title: str) -> str:
        """Give the address of a card; it is drawn only when its file is not there yet."""
        from sitegen.site.sharecard import RECIPE, draw_card

        situs = self.situs
        told = (title, situs.nama, situs.wilayah, situs.warna["utama"])
        shown = "\0".join((RECIPE, *told))
        mark = hashlib.blake2b(shown.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        path = f"bagikan/{slugify(title)[:40].strip('-') or 'kartu'}-{mark[:10]}.png"
        if path in self.output:
            return path
        fresh: list[bytes] = []

        def draw() -> str:
            fresh.append(draw_card(*told))
            return f"{hashlib.sha256(fresh[0]).hexdigest()} {len(fresh[0])}"

        digest, size = self.memo.text(f"card:{shown}", draw).split()
        self.output[path] = (
            fresh[0] if fresh else Drawn(digest, int(size), lambda: draw_card(*told))
        )
        return path


def qr_code(url: str) -> str:
    """Give an address as a QR code (ISO/IEC 18004, level M) in SVG, to stand inside a page."""
    import zxingcpp

    code = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image = code.to_image(scale=1, add_quiet_zones=False)
    pixels = memoryview(image).tobytes()  # type: ignore[arg-type]  # its stub lacks the buffer
    width = math.isqrt(len(pixels))
    side = width + 2 * _QUIET
    lines = _runs(pixels, width)
    return f'<svg viewBox="0 0 {side} {side}"><path stroke="#000" d="{lines}"/></svg>'


def _runs(pixels: bytes, width: int) -> str:
    """Draw each run of dark modules as a line; each begins where the one before it ended."""
    drawn = []
    for row in range(len(pixels) // width):
        runs = _RUN.findall(pixels, row * width, (row + 1) * width)
        if runs:
            light, dark = runs[0]
            drawn.append(f"M{_QUIET + len(light)} {_QUIET + row}.5h{len(dark)}")
            drawn += [f"m{len(light)} 0h{len(dark)}" for light, dark in runs[1:]]
    return "".join(drawn)
