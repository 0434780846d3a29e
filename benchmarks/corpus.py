"""A made-up province of any size: the same seed always gives the same texts.

Texts are of the length and shape of village news: 250 to 600 words, subheadings in a third, lists
in a quarter, a table in a tenth, links and quotes.
"""

import random
from collections.abc import Iterator
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
_KABUPATEN = 14
_FIRST_DAY = date(2026, 11, 20)


def write_province(root: Path, sites: int, entries: int, seed: int = 1) -> None:
    """Write a workspace with a number of KIM and of berita in each."""
    content = root / "content"
    content.mkdir(parents=True, exist_ok=True)
    lines = ["nama: Provinsi Uji", 'kode: "62"', "url: https://kim.contoh.id", "kabupaten:"]
    for number in range(1, _KABUPATEN + 1):
        lines.append(f'  - {{kode: "62.{number:02}", nama: Kabupaten Uji {number:02}}}')
    (content / "provinsi.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for site in range(sites):
        _write_kim(content, site, entries, random.Random(f"{seed}:{site}"))


def _write_kim(content: Path, site: int, entries: int, chance: random.Random) -> None:
    number = site % _KABUPATEN + 1
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
        f'kode: "62.{number:02}.01.{2000 + site // _KABUPATEN:04}"\n'
        f"desa: Desa {site:04}\nkecamatan: Kecamatan Satu\n",
        encoding="utf-8",
    )
    for entry in range(entries):
        day = _FIRST_DAY - timedelta(days=entry * 3)
        text = "\n\n".join(_blocks(chance))
        head = f"---\njudul: {_title(chance)}\ntanggal: {day}\nkategori: {_category(chance)}\n---\n"
        name = f"{day}-tulisan-{entry:04}.md"
        (folder / "berita" / name).write_text(head + text + "\n", encoding="utf-8")


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
