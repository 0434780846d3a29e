"""What the pages above the KIM count and list is what stands in the files, counted by hand."""

from collections import Counter

import pytest

from tests.helpers import TODAY, Province
from tests.province.helpers import items

LATE, IN_TIME = " !", ""


def told(province: Province, address: str) -> list[str]:
    """Give the items of the lists of a page."""
    return items(province.read(f"output/{address}index.html"))


def titles(province: Province, address: str) -> list[str]:
    """Give the titles of the cards that a page lists, in its order."""
    return [item.partition(", KIM ")[0] for item in told(province, address) if ", KIM " in item]


MARKET = {
    "potensi/": ['=Perahu "Telo", kayu ulin', "Beras ladang Handep", "Danau Sanggu", "Tikar purun"],
    "potensi/jenis/kerajinan/": ['=Perahu "Telo", kayu ulin', "Tikar purun"],
    "potensi/jenis/wisata/": ["Danau Sanggu"],
    "potensi/kabupaten/kabupaten-kapuas/": [
        '=Perahu "Telo", kayu ulin',
        "Beras ladang Handep",
        "Tikar purun",
    ],
    "potensi/kabupaten/kabupaten-barito-selatan/": ["Danau Sanggu"],
}


@pytest.mark.parametrize("address", MARKET)
def test_the_market_by_kind_and_place(address: str, jaringan: Province) -> None:
    assert titles(jaringan, address) == MARKET[address]
    links = told(jaringan, address)
    assert {"Kerajinan (2)", "Wisata (1)", "Pertanian (1)"} <= set(links)
    assert {"Kabupaten Kapuas (3)", "Kabupaten Barito Selatan (1)"} <= set(links)
    files = list(jaringan.root.glob("content/*/kim-*/potensi/*.md"))
    assert len(MARKET["potensi/"]) == len(files)


def test_a_price_stands_with_its_potensi(jaringan: Province) -> None:
    (mat,) = (item for item in told(jaringan, "potensi/") if item.startswith("Tikar purun"))
    assert "KIM Handep, Kabupaten Kapuas [Kerajinan] Rp 50.000 – Rp 150.000 per lembar" in mat


WAITING = [
    ("Kapan air bersih mengalir", "KIM Sanggu", LATE),
    ("Dermaga licin", "KIM Telo", LATE),
    ("Jalan ke sekolah berlubang", "KIM Handep", LATE),
]
"""The aspirations without an answer, the longest waiting first."""


@pytest.mark.parametrize("level", ["", "kapuas/", "barito-selatan/"])
def test_what_waits_for_an_answer(level: str, jaringan: Province) -> None:
    below = {"": WAITING, "kapuas/": WAITING[1:], "barito-selatan/": WAITING[:1]}[level]
    sheet = told(jaringan, f"{level}aspirasi/musrenbang/")
    rows = [item for item in sheet if "/2026 " in item]
    assert len(rows) == len(below)
    for row, (title, kim, mark) in zip(rows, below, strict=True):
        assert f" {title}, {kim}, " in row
        assert row.endswith(mark)


GROUPS = {
    "aspirasi/": {"Jalan: 3, 2, 2, 6", "Air bersih: 1, 0, 1, None"}
    | {"Dinas PUPR: 3, 2, 2, 6", "Perumda Air Minum: 1, 0, 1, None"},
    "kapuas/aspirasi/": {"Jalan: 2, 1, 1, 5", "Dinas PUPR: 2, 1, 1, 5"},
    "statistik/": {"Kabupaten Kapuas: 4, 2, 2, 4", "Kabupaten Barito Selatan: 2, 1, 2, 6"},
}
"""Received, answered, late, and the median of the working days until the answer."""


@pytest.mark.parametrize("address", GROUPS)
def test_aspirations_in_groups(address: str, jaringan: Province) -> None:
    assert GROUPS[address] <= set(told(jaringan, address))


MONTHS = ("Jul", "Agu", "Sep", "Okt", "Nov")


def test_charts_count_the_files(jaringan: Province) -> None:
    bars = told(jaringan, "statistik/")
    dated = [path.name for path in jaringan.root.glob("content/*/kim-*/*/2026-*.md")]
    entries = Counter(name[5:7] for name in dated if name[:10] <= TODAY.isoformat())
    assert entries["11"] > 9
    kim = Counter(path.parts[-3] for path in jaringan.root.glob("content/*/kim-*/kim.yml"))
    for folder, name in (("kapuas", "Kapuas"), ("barito-selatan", "Barito Selatan")):
        assert f"Kabupaten {name}: {kim[folder]}" in bars
    assert "Kabupaten Gunung Mas: 0" in bars
    assert [bar for bar in bars if " 2026: " in bar] == [
        f"{label} 2026: {entries[month]}"
        for month, label in zip(("07", "08", "09", "10", "11"), MONTHS, strict=True)
    ]
    assert {"Aktif: 3", "Jarang: 0", "Diam: 0", "Desa: 2", "Kecamatan: 1"} <= set(bars)


def test_the_agenda_of_all_is_in_order(jaringan: Province) -> None:
    shown = [item for item in told(jaringan, "agenda/") if "KIM" in item]
    assert [item.partition(",")[0] for item in shown] == [
        "Gotong royong membersihkan handil",
        "Lomba perahu",
    ]
    calendar = jaringan.read("output/agenda.ics")
    assert calendar.count("BEGIN:VEVENT") == 2
    assert jaringan.read("output/barito-selatan/agenda.ics").count("BEGIN:VEVENT") == 1


def test_what_is_put_forward_comes_first(jaringan: Province) -> None:
    """Diskominfo's choice, then what a KIM put forward, then the rest by date; each once."""
    shown = titles(jaringan, "")
    news = [title for title in shown if title in {"Danau Sanggu dibersihkan", *NEWS}]
    assert news == ["Danau Sanggu dibersihkan", *NEWS]
    assert titles(jaringan, "kapuas/")[0] == "Jembatan gantung dibuka lagi"


NEWS = [
    "Jembatan gantung dibuka lagi",
    "Titian RT 003 selesai",
    "Warga Handep memanen padi ladang",
    "Pasar terapung ramai lagi",
]


def test_agenda_and_aspirasi_are_found_from_above(jaringan: Province) -> None:
    scripts = "".join(p.read_text("utf-8") for p in jaringan.output.glob("cari/*.js"))
    for title in ("Lomba perahu", "Dermaga licin", "Tikar purun", "Jembatan gantung dibuka lagi"):
        assert scripts.count(f'"{title}"') == 1
    assert scripts.count('"KIM ') >= 3
