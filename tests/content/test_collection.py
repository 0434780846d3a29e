"""The entries of one site: what is shown when, and how they stand to each other."""

from datetime import date

import pytest

from sitegen.content.collection import Collection, in_force, read_collection
from sitegen.content.dates import BuildDate
from tests.content_helpers import codes, entry

TODAY = date(2026, 12, 1)
FOLDER = "content/kapuas/kim-handep"


def read(files: dict[str, str], today: date = TODAY, *, drafts: bool = False) -> Collection:
    """Read entries given by name and front matter; all have a title and a text."""
    data = {f"{FOLDER}/{name}": entry(f"judul: {name}\n{text}") for name, text in files.items()}
    return read_collection(data, data.__getitem__, BuildDate(today), drafts=drafts)


def shown(collection: Collection) -> list[str]:
    """Give the addresses of the entries that are shown."""
    return [one.path for one in collection.entries]


ASPIRASI = "jenis: aspirasi\ntempat: {dusun: Hilir}\ntanggal: 2026-11-10\nnomor: 1/2026"


@pytest.mark.parametrize(
    ("fields", "from_day"),
    [
        ("tanggal: 2026-11-30", None),
        ("tanggal: 2026-12-01", None),
        ("tanggal: 2026-12-02", date(2026, 12, 2)),
        ("tanggal: 2026-11-30\nterbit: 2026-12-05", date(2026, 12, 5)),
        ("tanggal: 2026-12-24\nterbit: 2026-11-30", None),
    ],
)
def test_a_berita_waits_for_its_day(fields: str, from_day: date | None) -> None:
    collection = read({"berita/panen.md": fields})
    assert shown(collection) == ([] if from_day else ["berita/panen/"])
    assert collection.scheduled == ([from_day] if from_day else [])
    assert shown(read({"berita/panen.md": fields}, drafts=True)) == ["berita/panen/"]
    if from_day:
        assert shown(read({"berita/panen.md": fields}, from_day)) == ["berita/panen/"]


def test_what_will_happen_is_shown_before() -> None:
    assert shown(read({"agenda/rapat.md": "mulai: 2027-01-01\ntempat: Balai"})) == ["agenda/rapat/"]


def test_a_draft_is_shown_only_when_asked_for() -> None:
    files = {"berita/panen.md": "tanggal: 2026-11-30\ndraf: ya"}
    assert shown(read(files)) == []
    assert shown(read(files, drafts=True)) == ["berita/panen/"]


def test_the_newest_is_first_and_the_undated_last() -> None:
    files = {
        "berita/b.md": "tanggal: 2026-11-02",
        "berita/a.md": "tanggal: 2026-11-02",
        "berita/c.md": "tanggal: 2026-11-03",
        "potensi/d.md": "jenis: wisata",
    }
    expected = ["berita/c/", "berita/a/", "berita/b/", "potensi/d/"]
    assert shown(read(files)) == expected
    assert shown(read(dict(reversed(files.items())))) == expected


@pytest.mark.parametrize(
    ("name", "fields", "day"),
    [
        ("2026-11-18-panen.md", "", date(2026, 11, 18)),
        ("2026-11-18-panen.md", "tanggal: 2026-11-20", date(2026, 11, 20)),
        ("panen.md", "tanggal: 2026-11-20", date(2026, 11, 20)),
    ],
)
def test_the_day_in_the_name_counts_where_no_other_is_given(
    name: str, fields: str, day: date
) -> None:
    (one,) = read({f"berita/{name}": fields}).entries
    assert (one.slug, one.hari) == ("panen", day)


@pytest.mark.parametrize(
    "names",
    [
        ("2026-11-18-panen.md", "panen.md"),
        ("Panen Raya.md", "panen-raya.md"),
        ("Panen.md", "panen.md"),
    ],
)
def test_of_two_with_one_address_the_first_stays(names: tuple[str, str]) -> None:
    collection = read({f"berita/{name}": "tanggal: 2026-11-18" for name in names})
    assert [one.source.name for one in collection.entries] == [f"{FOLDER}/berita/{names[0]}"]
    assert codes(collection.findings) == ["alamat-ganda"]
    assert f"{FOLDER}/berita/{names[0]}" in collection.findings[0].message


def test_one_name_in_two_types_is_two_addresses() -> None:
    files = {"berita/panen.md": "tanggal: 2026-11-18", "potensi/panen.md": "jenis: pertanian"}
    assert read(files).findings == []


def test_a_number_is_given_once() -> None:
    collection = read({"aspirasi/a.md": ASPIRASI, "aspirasi/b.md": ASPIRASI})
    assert shown(collection) == ["aspirasi/a/"]
    assert codes(collection.findings) == ["nomor-ganda"]
    assert collection.findings[0].excerpt == "nomor: 1/2026"


def test_steps_out_of_order_are_remarked_where_they_stand() -> None:
    steps = "\nriwayat:\n  - {tanggal: 2026-11-12, status: selesai}\n"
    steps += (
        "  - {tanggal: 2026-11-11, status: selesai}\n  - {tanggal: 2026-11-12, status: selesai}"
    )
    collection = read({"aspirasi/a.md": ASPIRASI + steps})
    assert shown(collection) == ["aspirasi/a/"]
    assert [(f.code, f.line) for f in collection.findings] == [("riwayat-urutan", 9)]


@pytest.mark.parametrize("until", [None, date(2026, 11, 30), date(2026, 12, 1)])
def test_a_notice_holds_until_its_last_day(until: date | None) -> None:
    fields = "tanggal: 2026-11-01" + (f"\nberlaku_sampai: {until}" if until else "")
    today = BuildDate(TODAY)
    (one,) = read({"pengumuman/air.md": fields}).entries
    assert in_force(one, today) == (until != date(2026, 11, 30))
    assert today.valid_until == (date(2026, 12, 2) if until == TODAY else date.max)


def test_what_the_disk_refuses_costs_one_entry() -> None:
    data = {f"{FOLDER}/berita/a.md": entry("judul: A\ntanggal: 2026-11-18")}

    def from_disk(name: str) -> bytes:
        if name not in data:
            raise PermissionError(13, "Permission denied", name)
        return data[name]

    names = [*data, f"{FOLDER}/berita/b.md"]
    collection = read_collection(names, from_disk, BuildDate(TODAY), drafts=False)
    assert shown(collection) == ["berita/a/"]
    assert codes(collection.findings) == ["tidak-terbaca"]
    assert "tidak ada izin" in collection.findings[0].message
