"""Write the reference of all fields, ``docs/rujukan.md``, from the declarations.

``python tools/write_reference.py`` writes the page; ``--check`` only compares, and fails when the
page is stale.
"""

import argparse
import difflib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sitegen.content.kinds import Kind
from sitegen.content.register import Kabupaten, Kim, Provinsi, SuratKeputusan
from sitegen.content.types import TYPES, Agenda, Klarifikasi, Riwayat, Tulisan
from sitegen.content.validate import nested_model
from sitegen.content.yamltext import value
from sitegen.messages import MESSAGES

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rujukan.md"

INTRODUCTION = """\
# Rujukan kolom

<!-- Dibuat oleh tools/write_reference.py dari deklarasi di sitegen/content; jangan disunting. -->

Halaman ini memuat semua kolom yang dikenal sitegen. Kolom ditulis di bagian atas berkas, di
antara dua baris `---`; isi tulisan mengikuti di bawahnya. Berkas `.yml` seluruhnya berisi kolom.

- Nama kolom ditulis seperti di tabel, lalu titik dua, spasi, dan isinya: `judul: Panen raya`.
- Kolom yang tidak dipakai tidak perlu ditulis. Kolom yang tidak dikenal menghasilkan peringatan.
- Isi yang memuat titik dua atau diawali tanda baca diapit tanda kutip: `judul: "Musdes: hasilnya"`.
- Baris yang diawali `#` adalah catatan dan tidak terbit.

Mulailah dari berkas contoh: `sitegen new berita "Judul tulisan"` menuliskan semua kolom ini
beserta petunjuknya.
"""

KINDS = {
    "teks": "Satu baris.",
    "teks panjang": "Satu baris, atau beberapa baris menjorok di bawah `\\|`.",
    "tanggal": "`2026-11-18`, `18/11/2026`, `18 November 2026`, atau `Rabu, 18 November 2026`.",
    "tanggal dan jam": "Tanggal saja, atau dengan jam: `28 November 2026 pukul 08.00`.",
    "ya atau tidak": "`ya` atau `tidak`.",
    "bilangan": "Angka bulat, misalnya `12` atau `1.250`.",
    "harga atau kisaran harga": "`Rp 65.000`, `65 ribu`, `1,5 juta`, `Rp 50.000 - Rp 1.500.000`.",
    "lintang, bujur": "Disalin dari aplikasi peta, misalnya `-1.763, 114.303`.",
    "nomor telepon": "Dari `0` atau `+62`; spasi dan tanda hubung boleh.",
    "alamat web": "Lengkap, diawali `https://`.",
    "alamat surel": "Seperti `nama@contoh.id`.",
    "warna #rrggbb": 'Enam angka heksadesimal, diapit tanda kutip: `"#1f6f4a"`.',
    "kode wilayah": (
        'Bentuknya `PP.KK.CC.DDDD`: provinsi `"62"`, kabupaten `"62.03"`, kecamatan '
        '`"62.03.04"`, desa atau kelurahan `"62.03.04.2031"`.'
    ),
    "nama berkas foto": "Nama berkas yang terletak di folder yang sama dengan tulisannya.",
    "alamat di situs ini": "Bagian sesudah nama situs, misalnya `berita/judul-lama`.",
    "daftar alamat di situs ini": "Satu alamat, atau beberapa dipisah koma.",
    "kode bahasa": "`id`, `nij` (Dayak Ngaju), `bjn` (Banjar), `mhy` (Ma’anyan), dan lain-lain.",
    "WIB, WITA, atau WIT": "Salah satu dari ketiganya.",
    "pilihan": "Salah satu kata yang disebut di tabel; huruf besar dan kecil sama saja.",
    "daftar, satu per baris": "Setiap butir di barisnya sendiri, diawali `- `.",
    "daftar, dipisah koma": (
        "`padi, ladang`; butir yang memuat koma ditulis satu per baris, diawali `- `."
    ),
    "kelompok kolom": "Beberapa kolom di baris bawahnya, masing-masing menjorok dua spasi.",
    "daftar kelompok": (
        "Seperti kelompok kolom, boleh lebih dari satu; kolom pertama tiap butir diawali `- `."
    ),
}
"""How each kind of value is written; every declared kind has a line here."""

RULES: dict[type[BaseModel], tuple[str, ...]] = {
    Riwayat: ("tujuan-wajib", "alasan-wajib", "riwayat-urutan"),
    Agenda: ("selesai-sebelum-mulai",),
    Klarifikasi: ("sumber-wajib",),
    SuratKeputusan: ("selesai-sebelum-mulai",),
}
"""The codes of findings that hold several fields against each other."""

REGISTERS = (
    ("provinsi.yml", "Daftar induk provinsi: `content/provinsi.yml`.", Provinsi),
    ("kabupaten.yml", "Data kabupaten atau kota: `content/kapuas/kabupaten.yml`.", Kabupaten),
    ("kim.yml", "Data satu KIM: `content/kapuas/kim-handep/kim.yml`.", Kim),
)


class Row(NamedTuple):
    """One line of a table."""

    name: str
    required: str
    kind: str
    about: str
    example: str


class Reference:
    """Gathers the page; remembers which groups and kinds it has met."""

    def __init__(self) -> None:
        self.groups: list[type[BaseModel]] = []
        self.kinds: set[str] = set()

    def page(self) -> str:
        """Give the whole page."""
        common = list(self._table(Tulisan))
        types = [line for model in TYPES.values() for line in self._type(model)]
        registers = [
            line
            for title, about, model in REGISTERS
            for line in (f"### {title}", "", about, "", *self._table(model), "")
        ]
        groups = list(self._groups())
        parts = [
            INTRODUCTION,
            "## Cara menulis isi kolom",
            "",
            *self._kinds(),
            "",
            "## Tulisan",
            "",
            "### Kolom semua jenis tulisan",
            "",
            *common,
            "",
            *types,
            "## Berkas daftar",
            "",
            *registers,
            "## Kelompok kolom",
            "",
            *groups,
        ]
        return "\n".join(parts).rstrip() + "\n"

    def _type(self, model: type[Tulisan]) -> Iterator[str]:
        yield f"### {model.nama_jenis}"
        yield ""
        yield f"Folder `{model.folder}/`. Selain kolom semua jenis tulisan:"
        yield ""
        own = [name for name in model.model_fields if name not in Tulisan.model_fields]
        yield from self._table(model, own)
        yield ""
        yield from self._rules(model)

    def _groups(self) -> Iterator[str]:
        for group in self.groups:  # grows while groups name further groups
            yield f"### {_title(group)}"
            yield ""
            yield from self._table(group)
            yield ""
            yield from self._rules(group)

    @staticmethod
    def _rules(model: type[BaseModel]) -> Iterator[str]:
        codes = RULES.get(model, ())
        if codes:
            yield "Diperiksa juga:"
            yield ""
        for code in codes:
            message = MESSAGES[code]
            yield f"- {message.severity} `{code}`: {message.text}"
        if codes:
            yield ""

    def _table(self, model: type[BaseModel], names: list[str] | None = None) -> Iterator[str]:
        yield "| Kolom | Wajib | Isi | Keterangan | Contoh |"
        yield "|---|---|---|---|---|"
        for name, field in model.model_fields.items():
            if names is None or name in names:
                yield "| " + " | ".join(self._row(name, field)) + " |"

    def _row(self, name: str, field: FieldInfo) -> Row:
        about = field.description or ""
        if field.default not in (None, (), "") and not field.is_required():
            about += f"; bawaannya {_word(field.default)}"
        example = value(str(field.examples[0])) if field.examples else ""
        return Row(
            f"`{name}`",
            "ya" if field.is_required() else "",
            self._kind(field),
            about,
            f"`{example}`" if example else "",
        )

    def _kind(self, field: FieldInfo) -> str:
        group = nested_model(field.annotation)
        if group is not None:
            if group not in self.groups:
                self.groups.append(group)
            listed = str(field.annotation).startswith("tuple")
            name = "daftar kelompok" if listed else "kelompok kolom"
            self.kinds.add(name)
            title = _title(group)
            return f"{name} [{title}](#{title.casefold().replace(' ', '-')})"
        kind = _declared_kind(field)
        self.kinds.add(kind.name)
        words = ", ".join(f"`{word}`" for word in kind.choices)
        return f"{kind.name}: {words}" if words else kind.name

    def _kinds(self) -> Iterator[str]:
        missing = self.kinds - KINDS.keys()
        if missing:
            raise SystemExit(f"KINDS lacks {', '.join(sorted(missing))}")
        yield "| Isi | Ditulis |"
        yield "|---|---|"
        for kind, about in KINDS.items():
            if kind in self.kinds:
                yield f"| {kind} | {about} |"


def _declared_kind(field: FieldInfo) -> Kind:
    """Give the kind of a field; that of an optional one stands inside ``X | None``."""
    inner = (m for part in get_args(field.annotation) for m in getattr(part, "__metadata__", ()))
    found = next((m for m in (*field.metadata, *inner) if isinstance(m, Kind)), None)
    if found is None:
        raise SystemExit(f"no kind is declared for {field.description!r}")
    return found


def _title(group: type[BaseModel]) -> str:
    """Give the name of a group as words: ``SuratKeputusan`` is ``Surat keputusan``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", group.__name__).capitalize()


def _word(default: object) -> str:
    if isinstance(default, bool):
        return "`ya`" if default else "`tidak`"
    return f"`{default}`"


def main() -> int:
    """Write, or compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="only compare; fail when stale")
    options = parser.parse_args()
    page = Reference().page()
    written = PAGE.read_text("utf-8") if PAGE.exists() else ""
    if options.check:
        changes = difflib.unified_diff(
            written.splitlines(), page.splitlines(), "docs/rujukan.md", "declarations", lineterm=""
        )
        stale = list(changes)
        print("\n".join([*stale, "run: make docs"]) if stale else "docs/rujukan.md is current")
        return 1 if stale else 0
    if page != written:
        PAGE.write_text(page, encoding="utf-8", newline="\n")
        print(f"written: {PAGE.relative_to(PAGE.parent.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
