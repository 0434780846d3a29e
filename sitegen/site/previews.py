"""What leads to a page from outside: the picture in a messenger, the QR code on a notice board."""

from dataclasses import dataclass

from PIL import __version__ as pillow_version

from sitegen.content.names import slugify
from sitegen.site.contract import Memo, Rendered, Stored
from sitegen.site.views import Foto, SitusView

QR_RECIPE = "1"
"""Names what :func:`qr_code` does; part of the key under which its work is remembered."""

_MASK = 3


@dataclass(slots=True)
class Previews:
    """Gives each page its picture for messengers: that of its photo, else a card with its title.

    A picture's address holds a hash of what it shows, for messengers keep a picture as long as
    its address stays the same.
    """

    situs: SitusView
    memo: Memo
    output: dict[str, bytes | Stored]
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
        from sitegen.site.sharecard import RECIPE, draw_card

        situs = self.situs
        told = (title, situs.nama, situs.wilayah, situs.warna["utama"])
        key = "\0".join(("card", RECIPE, pillow_version, *told))

        def draw() -> Rendered:
            return draw_card(*told)

        stored = self.memo.picture(key, draw).renditions[0].file
        path = f"bagikan/{slugify(title)[:40].strip('-') or 'kartu'}-{stored.digest[:10]}.jpg"
        self.output[path] = stored
        return path


def qr_code(url: str) -> str:
    """Give an address as a QR code (ISO/IEC 18004) in SVG, to stand inside a page.

    The mask is fixed, as the standard allows a reader to expect any: choosing the best of eight
    costs three times as much and reads no better at the size of a notice.
    """
    import segno

    code = segno.make(url, error="m", micro=False, mask=_MASK, boost_error=False)
    return str(code.svg_inline(omitsize=True, border=2, svgclass=None, lineclass=None))
