"""A made-up province of any size: the same seed always gives the same texts.

Texts are of the length and shape of village news: 250 to 600 words, subheadings in a third, lists
in a quarter, a table in a tenth, links and quotes.

``python benchmarks/corpus.py FOLDER 3555 5 --kabupaten 40 --largest 400 --mixed`` writes one of the
size of the whole country, whose largest kabupaten has 400 KIM, with potensi, aspirasi and agenda.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

_VOCABULARY = (
    "warga desa sungai padi ladang titian perahu handil rotan purun ikan kebun karet musyawarah "
    "kelompok kader posyandu sekolah jembatan jalan air bersih sumur banjir asap lahan panen harga "
    "pasar koperasi kantor kepala ketua sekretaris bendahara kegiatan gotong royong pelatihan "
    "peserta bantuan dinas kecamatan kabupaten provinsi anggaran pembangunan selesai dimulai "
    "dihadiri disampaikan dilaksanakan bersama sebanyak sekitar sejak sampai karena sehingga untuk "
    "dengan dari pada oleh yang dan di ke ini itu akan telah sudah belum masih tetap setiap"
)
_WORDS = _VOCABULARY.split()
_FIRST_DAY = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class Shape:
    """How KIM are spread, and whether they write more than berita.

    ``largest`` KIM are in the first kabupaten; none means an even share for each.
    """

    kabupaten: int = 14
    largest: int = 0
    mixed: bool = False

    def place(self, site: int) -> tuple[int, int]:
        """Give the number of a KIM's kabupaten, from 1, and its own number in there, from 0."""
        if site < self.largest:
            return 1, site
        others = self.kabupaten - bool(self.largest)
        rest = site - self.largest
        return rest % others + 1 + bool(self.largest), rest // others


def write_province(
    root: Path, sites: int, entries: int, seed: int = 1, shape: Shape = Shape()
) -> None:
    """Write a workspace with a number of KIM and of berita in each."""
    content = root / "content"
    content.mkdir(parents=True, exist_ok=True)
    lines = ["nama: Provinsi Uji", 'kode: "62"', "url: https://kim.contoh.id", "kabupaten:"]
    for number in range(1, shape.kabupaten + 1):
        centre = f"{-3 + number // 7 * 0.7:.1f}, {111 + number % 7 * 0.8:.1f}"
        lines.append(
            f'  - {{kode: "62.{number:02}", nama: Kabupaten Uji {number:02}, pusat: "{centre}"}}'
        )
    (content / "provinsi.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for site in range(sites):
        _write_kim(content, site, entries, random.Random(f"{seed}:{site}"), shape)


def _write_kim(content: Path, site: int, entries: int, chance: random.Random, shape: Shape) -> None:
    number, own = shape.place(site)
    kabupaten = content / f"uji-{number:02}"
    folder = kabupaten / f"kim-{site:04}"
    (folder / "berita").mkdir(parents=True, exist_ok=True)
    register = kabupaten / "kabupaten.yml"
    if not register.exists():
        register.write_text(
            f'nama: Kabupaten Uji {number:02}\nkode: "62.{number:02}"\n', encoding="utf-8"
        )
    (folder / "kim.yml").write_text(
        f"nama: KIM Uji {site:04}\nlevel: desa\n"
        f'kode: "62.{number:02}.01.{2000 + own:04}"\n'
        f"desa: Desa {site:04}\nkecamatan: Kecamatan Satu\n",
        encoding="utf-8",
    )
    for entry in range(entries):
        day = _FIRST_DAY - timedelta(days=entry * 3)
        text = "\n\n".join(_blocks(chance))
        head = f"---\njudul: {_title(chance)}\ntanggal: {day}\nkategori: {_category(chance)}\n---\n"
        name = f"{day}-tulisan-{entry:04}.md"
        (folder / "berita" / name).write_text(head + text + "\n", encoding="utf-8")
    if shape.mixed:
        _write_others(folder, chance)


def _write_others(folder: Path, chance: random.Random) -> None:
    """Write two potensi, two aspirasi of which one waits, and one agenda that is still ahead."""
    asked = _FIRST_DAY - timedelta(days=chance.randint(5, 200))
    office = chance.choice(("Pemerintah Desa", "Dinas PUPR", "Dinas Kesehatan"))
    kind = chance.choice(("pertanian", "kerajinan", "wisata"))
    step = f"riwayat:\n  - {{tanggal: {asked}, status: diteruskan, kepada: {office}}}\n"
    answer = (
        f"  - {{tanggal: {_FIRST_DAY}, status: selesai}}\n"
        f"jawaban: {{tanggal: {_FIRST_DAY}, oleh: {office}, isi: Sudah dikerjakan.}}\n"
    )
    aspirasi = f"tanggal: {asked}\njenis: aspirasi\ntempat: {{rt: RT 002}}\n{step}"
    coming = _FIRST_DAY + timedelta(days=chance.randint(10, 60))
    heads = {
        "potensi/satu": f"jenis: {kind}\nharga: Rp 50.000\n",
        "potensi/dua": f"jenis: {kind}\n",
        "aspirasi/satu": f"nomor: 001/2026\nkategori: {_category(chance)}\n{aspirasi}",
        "aspirasi/dua": f"nomor: 002/2026\nkategori: {_category(chance)}\n{aspirasi}{answer}",
        "agenda/satu": f"mulai: {coming} pukul 08.00\ntempat: Balai Desa\n",
    }
    for name, head in heads.items():
        file = folder / f"{name}.md"
        file.parent.mkdir(exist_ok=True)
        text = f"---\njudul: {_title(chance)}\n{head}---\n{_paragraph(chance, 60)}\n"
        file.write_text(text, encoding="utf-8")


def _blocks(chance: random.Random) -> Iterator[str]:
    left = chance.randint(250, 600)
    while left > 0:
        size = min(left, chance.randint(25, 70))
        left -= size
        yield _paragraph(chance, size)
        roll = chance.random()
        if roll < 0.05:
            yield f"## {_title(chance)}"
        elif roll < 0.1:
            yield "\n".join(f"- {_paragraph(chance, 8)}" for _ in range(4))
        elif roll < 0.13:
            yield f"> {_paragraph(chance, 20)}"
    if chance.random() < 0.1:
        rows = "\n".join(f"| {_title(chance)} | {chance.randint(1, 900)} |" for _ in range(5))
        yield f"| Uraian | Jumlah |\n| --- | --- |\n{rows}"


def _paragraph(chance: random.Random, size: int) -> str:
    words = [chance.choice(_WORDS) for _ in range(size)]
    if size > 30 and chance.random() < 0.2:
        words[size // 2] = f"[{words[size // 2]}](https://contoh.id/{words[0]})"
    if size > 20 and chance.random() < 0.2:
        words[5] = f"**{words[5]}**"
    return " ".join(words).capitalize() + "."


def _title(chance: random.Random) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(6)).capitalize()


def _category(chance: random.Random) -> str:
    return chance.choice(("Pertanian", "Kesehatan", "Pembangunan", "Lingkungan", "UMKM"))


def main() -> None:
    """Write a province to a folder."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("kim", type=int)
    parser.add_argument("entries", type=int)
    parser.add_argument("--kabupaten", type=int, default=14)
    parser.add_argument("--largest", type=int, default=0, help="KIM in the first kabupaten")
    parser.add_argument("--mixed", action="store_true", help="also potensi, aspirasi and agenda")
    given = parser.parse_args()
    shape = Shape(given.kabupaten, given.largest, given.mixed)
    write_province(given.folder, given.kim, given.entries, shape=shape)


if __name__ == "__main__":
    main()
