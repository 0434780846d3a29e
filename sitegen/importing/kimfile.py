"""The ``kim.yml`` files of a workspace: texts that can be edited, rows that can be given back."""

import codecs
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sitegen.content.names import kabupaten_slug
from sitegen.content.reader import read_kabupaten
from sitegen.content.register import Kim, Provinsi
from sitegen.content.yamltree import Value, parse
from sitegen.importing.cells import clean
from sitegen.importing.names import Region, Regions
from sitegen.importing.yamledit import Wanted, edit


@dataclass(frozen=True, slots=True)
class KimFile:
    """One ``kim.yml``: its bytes, and its fields as they were typed."""

    site: str
    data: bytes
    fields: dict[str, Value] = field(repr=False)

    @property
    def name(self) -> str:
        """Its name in the workspace."""
        return f"content/{self.site}/kim.yml"

    @property
    def kabupaten(self) -> str:
        """The folder of its kabupaten."""
        return self.site.partition("/")[0]

    @property
    def folder(self) -> str:
        """Its own folder."""
        return self.site.partition("/")[2]

    def get(self, path: str) -> Value:
        """Give what stands in a field, ``sk.nomor``."""
        value: Value = self.fields
        for name in path.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        return value

    def text(self, path: str) -> str:
        """Give a field as the text of a cell; lists as :func:`~values.listed` reads them."""
        return cell_text(self.get(path))

    def edited(self, wanted: Wanted) -> bytes:
        """Give the file with some fields changed and every other byte as it was.

        Raises:
            CannotEdit: it is written in a way that cannot be changed with certainty.
        """
        text, mark, encoding = _decoded(self.data)
        return mark + edit(text, wanted, Kim).encode(encoding)


def cell_text(value: Value) -> str:
    """Write a value into one cell."""
    if isinstance(value, str):
        return clean(value)
    if not isinstance(value, list):
        return ""
    items = [_section_text(item) if isinstance(item, dict) else cell_text(item) for item in value]
    if all(isinstance(item, str) for item in value) and not any(
        c in "".join(items) for c in ",;\n"
    ):
        return ", ".join(items)
    return "\n".join(f"- {' '.join(item.split())}" for item in items)


def _section_text(section: dict[str, Value]) -> str:
    name, chair = cell_text(section.get("nama")), cell_text(section.get("ketua"))
    return f"{name}: {chair}".rstrip() if chair or ":" in name else name


def _decoded(data: bytes) -> tuple[str, bytes, str]:
    """Give a text, the mark before it and its encoding."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding), mark, encoding
    return data.decode("utf-8"), b"", "utf-8"


@dataclass(slots=True)
class Registers:
    """What a workspace holds: its kabupaten, its KIM, and KIM whose file cannot be read."""

    regions: Regions
    kim: list[KimFile]
    broken: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)
    """The folders of kabupaten that have a ``kabupaten.yml``."""


def read_registers(
    provinsi: Provinsi, names: Iterable[str], read: Callable[[str], bytes]
) -> Registers:
    """Read every register of a workspace.

    Args:
        provinsi: the province, with its list of kabupaten.
        names: the ``kim.yml`` and ``kabupaten.yml`` below ``content/``.
        read: gives a file by its name.
    """
    known = {
        kabupaten_slug(k.nama): Region(kabupaten_slug(k.nama), k.nama, k.kode)
        for k in provinsi.kabupaten
    }
    found = Registers(Regions(()), [])
    for name in sorted(names):
        site = name.removeprefix("content/").rpartition("/")[0]
        data = read(name)
        if name.endswith("/kabupaten.yml"):
            found.listed.add(site)
            kabupaten, _findings = read_kabupaten(name, data)
            if kabupaten:
                codes = {k.nama: k.kode for k in kabupaten.kecamatan}
                code = known[site].kode if site in known else kabupaten.kode
                known[site] = Region(site, kabupaten.nama, code, codes)
        elif (fields := _fields(name, data)) is not None:
            found.kim.append(KimFile(site, data, fields))
        else:
            found.broken.add(site)
    found.regions = Regions(known.values())
    return found


def _fields(name: str, data: bytes) -> dict[str, Value] | None:
    try:
        text = _decoded(data)[0]
    except UnicodeDecodeError:
        return None
    text = text.replace("\r\n", "\n")
    tree, _findings = parse(name, text, tuple(text.split("\n")))
    return tree.data if tree else None
