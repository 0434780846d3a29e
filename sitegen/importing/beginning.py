"""What a new KIM gets that its row does not say: a level, a code, a folder. Pure."""

from collections.abc import Container, Iterator

from sitegen.content.layout import RESERVED
from sitegen.content.names import reserved_slug, slugify
from sitegen.importing.match import Known
from sitegen.importing.names import Region, folded, without_prefix
from sitegen.importing.rows import Record

_DOTS = {"kabupaten": 1, "kecamatan": 2}
"""How many dots the code of a level has; a village's has three."""


def level_of(record: Record, row: Known) -> str:
    """Tell the level of a KIM from what else is known; a code's fourth part says which village.

    Permendagri 58/2021: 1 is a kelurahan, 2 a desa, 3 a desa adat.
    """
    if "dusun" in record.cells:
        return "dusun"
    if row.kode.count(".") == 3:
        return "kelurahan" if row.kode.split(".")[3].startswith("1") else "desa"
    said = without_prefix(record.text("desa"))[1]
    if said in ("desa", "kelurahan"):
        return said
    if row.desa:
        return (
            "kelurahan" if "_kelurahan" in record.cells and "desa" not in record.cells else "desa"
        )
    return "kecamatan"


def code_of(record: Record, level: str, region: Region) -> tuple[str, bool]:
    """Give the nearest code that is known where a row has none, and whether it is the level's."""
    district = record.text("_kode_kecamatan").strip()
    named = folded(without_prefix(record.text("kecamatan"))[0])
    listed = next((k for n, k in region.kecamatan.items() if folded(n) == named), "")
    kode = district if district.count(".") == 2 else listed or region.kode
    kode = kode if level != "kabupaten" else region.kode
    return kode, kode.count(".") == _DOTS.get(level, 3)


def folders_for(row: Known) -> Iterator[str]:
    """Yield folders for a KIM, best first: as wished, its name, with its kecamatan, its village.

    There are none where the name has no letter that an address can have.
    """
    stem = slugify(row.nama)
    if not stem:
        return
    if row.folder and row.folder == slugify(row.folder):
        yield row.folder
    stem = stem if stem == "kim" or stem.startswith("kim-") else f"kim-{stem}"
    parts = [stem, slugify(row.kecamatan), slugify(row.desa)]
    for count in (1, 2, 3):
        yield "-".join(filter(None, parts[:count]))
    for number in range(2, 1000):
        yield "-".join((*filter(None, parts), str(number)))


def is_free(site: str, taken: Container[str]) -> bool:
    """Say whether a KIM may have a folder: no other has it, and no page needs its name."""
    name = site.rpartition("/")[2]
    return site not in taken and name not in RESERVED and not reserved_slug(name)
