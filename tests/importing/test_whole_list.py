"""The list that an office really keeps, with every trap: it becomes the register, and comes back.

96 KIM in three kabupaten: a title above, headings on two rows, a row of column numbers, merged
kabupaten and kecamatan, dates of three kinds, phones without their zero, names in capitals,
villages of one name, section and total rows, a signature below.
"""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli.group import sitegen
from tests.helpers import TODAY, Province
from tests.importing.sheets import WRITERS, Cell

KABUPATEN = {
    "Kab. Kapuas": ("62.03", "kapuas"),
    "KAB BARITO SELATAN": ("62.04", "barito-selatan"),
    "Kota Palangkaraya": ("62.71", "palangka-raya"),
}
TITLES: list[list[Cell]] = [
    ["DAFTAR KELOMPOK INFORMASI MASYARAKAT (KIM)"],
    ["PROVINSI KALIMANTAN TENGAH TAHUN 2026"],
    [],
]
HEADINGS: list[list[Cell]] = [
    [
        *(
            "No",
            "Nama KIM",
            "Kab/Kota",
            "Kec.",
            "Desa/Kel.",
            "Kode",
            "SK",
            None,
            None,
            "Masa Bakti",
        ),
        *("Pengurus KIM", None, None, "Jml Anggota", "No. HP", "NIK Ketua", "Email", "Ket."),
    ],
    [
        *(None, None, None, None, None, None, "Nomor", "Tgl", "Penerbit", None),
        *("Ketua", "Sekretaris", "Bendahara", None, None, None, None, None),
    ],
    list(range(1, 19)),
]
HEADING_AREAS = [(3, 6, 3, 8), (3, 10, 3, 12)] + [
    (3, column, 4, column) for column in (0, 1, 2, 3, 4, 5, 9, 13, 14, 15, 16, 17)
]
SITES = 96
EXAMPLE = """\
nama: KIM Sumber Makmur A 0
level: desa
kode: "62.71.01.2001"
desa: Sumber Makmur
kecamatan: Uji 0
sk:
  nomor: 64 Tahun 2024
  tanggal: 19 Maret 2024
  penerbit: Kepala Desa Sumber Makmur
  mulai: 19 Maret 2024
  akhir: 18 Maret 2029
pengurus:
  ketua: "Ketua Uji 64, S.Pd"
jumlah_anggota: 10
kontak:
  whatsapp: 0840-0000-0064
"""
WIDTH = 18


def _kim(number: int) -> list[Cell]:
    """Give one row; each third writes its dates, names and numbers in another way."""
    kabupaten = list(KABUPATEN)[number // 32]
    code = KABUPATEN[kabupaten][0]
    group, place = divmod(number % 32, 8)
    kind = number % 3
    name = f"KIM Sumber Makmur {'ABCD'[group]}" if place < 6 else "KIM Mekar Jaya"
    village = "Sumber Makmur" if place == 0 else f"Tumbang Uji {number}"
    decreed = date(2024, 1, 15) + timedelta(days=number)
    day: Cell = (decreed, decreed.strftime("%d/%m/%Y"), (decreed - date(1899, 12, 30)).days)[kind]
    term = (
        f"{decreed.year}-{decreed.year + 5}",
        "5 (lima) tahun",
        "15 Januari 2024 s/d 2 Mei 2029",
    )
    village_code = f"{code}.0{group + 1}.{2001 + place}"
    return [
        number + 1,
        f"{name} {place}".upper() if kind == 0 else f"{name} {place}" if place < 6 else name,
        kabupaten,
        (f"Kec. Uji {group}", f"UJI {group}", f"Uji {group}")[kind],
        (f"Ds. {village}", village.upper(), village)[kind],
        (village_code, village_code.replace(".", ""), int(village_code.replace(".", "")))[kind],
        (f"{number} Tahun 2024", f"No. {number} Tahun 2024", f"188.45/{number}/2024")[kind],
        day,
        f"Kepala Desa {village}",
        term[kind],
        f"KETUA UJI {number}" if kind == 0 else f"Ketua Uji {number}, S.Pd",
        f"Sekretaris Uji {number}" if place else "-",
        None,
        f"{10 + place} orang" if kind else 10 + place,
        (84000000000 + number, f"0840-0000-{number:04}", f"+62 840 0000 {number:04}")[kind],
        None,
        f"kim{number}@contoh.id" if place else "",
        None,
    ]


def _list() -> tuple[list[list[Cell]], list[tuple[int, int, int, int]]]:
    """Give the rows of the sheet, and its merged areas."""
    rows = [*TITLES, *HEADINGS]
    merged = [(0, 0, 0, WIDTH - 1), *HEADING_AREAS]
    for number in range(SITES):
        row = _kim(number)
        if number % 32 == 0:
            rows.append([f"{'I' * (number // 32 + 1)}. {row[2]}"] + [None] * (WIDTH - 1))
        if number % 8 == 0:
            start = len(rows)
            merged.append((start, 3, start + 7, 3))
        if number % 8:
            row[3] = None  # the merged cell above holds it
        rows.append(row)
        if number % 32 == 31:
            rows.append(["Jumlah", None, None, None, 32, *[None] * 8, 420, *[None] * 4])
    rows += [[], [], [None] * 10 + ["Palangka Raya, 24 November 2026"]]
    rows += [[None] * 10 + ["Kepala Dinas,"], [None] * 10 + ["NIP. (diisi)"]]
    return [[*row, *[None] * (WIDTH - len(row))] for row in rows], merged


def _run(province: Province, *arguments: str) -> Result:
    result = CliRunner().invoke(sitegen, [*arguments, "-w", str(province.root)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


@pytest.fixture
def empty(province: Province) -> Province:
    """Give a province without KIM; its third kabupaten has no register yet."""
    for name in ("kapuas/kim-handep", "kapuas/kim-telo", "barito-selatan/kim-sanggu", "siaran"):
        province.remove(f"content/{name}")
    province.replace(
        "content/provinsi.yml",
        "    jumlah_kecamatan: 6\n",
        '    jumlah_kecamatan: 6\n  - kode: "62.71"\n    nama: Kota Palangka Raya\n',
    )
    province.replace("content/kapuas/kabupaten.yml", "kecamatan:\n", "# kecamatan\nkecamatan:\n")
    return province


@pytest.mark.parametrize("kind", WRITERS)
def test_becomes_the_register_and_comes_back(kind: str, empty: Province, tmp_path: Path) -> None:
    rows, merged = _list()
    source = tmp_path / f"Daftar KIM 2026.{kind}"
    source.write_bytes(WRITERS[kind](rows, merged))

    first = json.loads(_run(empty, "import", "register", str(source), "--format", "json").stdout)

    assert [d["message"] for d in first["diagnostics"] if d["severity"] == "galat"] == []
    assert len(first["new"]) == SITES
    assert len(list(empty.root.glob("content/*/*/kim.yml"))) == SITES
    again = json.loads(_run(empty, "import", "register", str(source), "--format", "json").stdout)
    assert (again["new"], again["changed"], len(again["unchanged"])) == ([], [], SITES)

    for out in ("register.xlsx", "register.csv"):
        _run(empty, "export", "register", str(tmp_path / out))
        back = _run(
            empty, "import", "register", str(tmp_path / out), "--dry-run", "--format", "json"
        )
        told = json.loads(back.stdout)
        assert (told["new"], told["changed"], len(told["unchanged"])) == ([], [], SITES)


def test_is_built_and_restores_an_empty_province(empty: Province, tmp_path: Path) -> None:
    rows, merged = _list()
    source, register = tmp_path / "daftar.xlsx", tmp_path / "register.xlsx"
    source.write_bytes(WRITERS["xlsx"](rows, merged))
    assert _run(empty, "import", "register", str(source)).exit_code == 0
    assert _run(empty, "export", "register", str(register)).exit_code == 0
    assert empty.read("content/palangka-raya/kim-sumber-makmur-a-0/kim.yml") == EXAMPLE

    report = empty.build(TODAY)

    assert not report.failed, [d.message for d in report.diagnostics]
    assert len([d for d in report.built if "/" in d.site]) == SITES
    made = {name: empty.path(name).read_bytes() for name in _registers(empty)}
    for name in made:
        empty.remove(name)
    assert _run(empty, "import", "register", str(register)).exit_code == 0
    twice = tmp_path / "kedua.xlsx"
    _run(empty, "export", "register", str(twice))
    assert twice.read_bytes() == register.read_bytes()


def _registers(province: Province) -> list[str]:
    return [
        p.relative_to(province.root).as_posix() for p in province.root.glob("content/*/*/kim.yml")
    ]
