"""Small sound files from which fuzzing begins."""

import io
from collections.abc import Iterator

import pillow_heif
from PIL import Image

from tests.hostile.targets import SHEETS
from tests.importing.sheets import ods, xls, xlsx

ROWS = [
    ["Nama KIM", "Kabupaten", "Kecamatan", "Desa", "Kode", "Nomor SK", "Akhir", "WhatsApp"],
    ["KIM Handep", "Kapuas", "Timpah", "Handep", "62.03.09.2004", "17/2023", "31-12-2026", "0840"],
    ["KIM Telo", "Kapuas", "Timpah", "Lawang", "6203092005", "18 Tahun 2023", 46387, ""],
]


def pictures() -> Iterator[bytes]:
    """Give a picture in each format and mode that phones and scanners make, with metadata."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "Panen"
    pillow_heif.register_heif_opener()
    for mode in ("RGB", "RGBA", "L", "LA", "P", "1", "CMYK", "I;16", "I", "F"):
        image = Image.linear_gradient("L").resize((24, 16)).convert("L")
        image = image.convert(mode) if mode != "I;16" else image.convert("I").convert("I;16")
        for format_ in ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "HEIF"):
            buffer = io.BytesIO()
            try:
                image.save(buffer, format_, exif=exif.tobytes())
            except (OSError, ValueError, KeyError):
                continue  # the format has no such mode
            yield buffer.getvalue()


def sheets() -> Iterator[bytes]:
    """Give a list of KIM in each kind of spreadsheet, as :func:`targets.sheet` reads it."""
    text = "\n".join(";".join(map(str, row)) for row in ROWS)
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    made = [xlsx(ROWS), xls(ROWS), ods(ROWS), text.encode(), f"<table>{table}</table>".encode()]
    for number, data in enumerate(made):
        assert len(made) == len(SHEETS)
        yield bytes([number]) + data
