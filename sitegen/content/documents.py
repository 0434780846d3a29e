"""Photos of identity papers, told by their names: the worst that a site could publish.

UU 27/2022, articles 65 and 67, and UU Adminduk, article 84, protect what stands on them.
"""

import re
from enum import Enum

_PAPERS = re.compile(
    r"(?<![a-z])(?:e[-_ ]?ktp|ktp(?:[-_ ]?el)?|(?<!\d)(?<!\d[-_ ])kk|npwp|passport|paspor"
    r"|kartu[-_ ]?(?:keluarga|tanda[-_ ]?penduduk|identitas(?:[-_ ]?anak)?)"
    r"|akt[ae][-_ ]?(?:lahir|kelahiran|kematian|nikah|cerai)|buku[-_ ]?(?:nikah|tabungan|rekening))"
    r"(?![a-z])",
    re.IGNORECASE,
)
"""Not ``120-kk``, which counts families."""
_EVENTS = re.compile(
    r"perekaman|layanan|sosialisasi|penyuluhan|antre|antri|jemput[-_ ]?bola|pembagian|penyerahan"
    r"|penyaluran|pencetakan|pembuatan|pengurusan|kantor|loket|mobil|poster|infografis|syarat|alur"
    r"|posko|kegiatan",
    re.IGNORECASE,
)
"""What is done about papers: then the photo may well show people, not papers."""


class Shown(Enum):
    """What the name of a photo says of identity papers."""

    NOTHING = 0
    PERHAPS = 1
    PAPERS = 2


def papers_in(filename: str) -> Shown:
    """Judge a photo by its name, such as ``ktp-pak-budi.jpg`` or ``perekaman-ktp.jpg``."""
    if not _PAPERS.search(filename):
        return Shown.NOTHING
    return Shown.PERHAPS if _EVENTS.search(filename) else Shown.PAPERS
