"""Numbers, rupiah and price ranges as Indonesians write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.dates import parse_number, parse_rupiah
from sitegen.content.reader import read_entry
from sitegen.content.types import Potensi
from tests.content_helpers import codes, entry, refuses


def grouped(amount: int) -> str:
    """Write an amount with a dot between thousands."""
    return f"{amount:,}".replace(",", ".")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("12", 12), ("-3", -3), ("2.825.290", 2_825_290), ("2.825.290,5", 2_825_290.5)),
        *(("1,5", 1.5), ("1.5", 1.5), ("1.500", 1500), ("12 000", 12_000), ("0,25", 0.25)),
    ],
)
def test_numbers(text: str, number: float) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize("text", ["", "dua", "1.50.000", "1,2,3", "12 ton", "1e5", "nan", "inf"])
def test_what_is_no_number(text: str) -> None:
    assert refuses(parse_number, text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *(("65000", 65_000), ("Rp 65.000", 65_000), ("Rp65.000,-", 65_000), ("rp. 65.000", 65_000)),
        *(("65 ribu", 65_000), ("65rb", 65_000), ("65k", 65_000), ("1,5 juta", 1_500_000)),
        *(("2 jt", 2_000_000), ("Rp 50.000,00", 50_000), ("0", 0)),
    ],
)
def test_rupiah(text: str, amount: int) -> None:
    assert parse_rupiah(text) == amount


@given(st.integers(0, 10**12))
def test_every_amount_reads_back(amount: int) -> None:
    assert parse_rupiah(f"Rp {grouped(amount)}") == amount


def price(text: str) -> tuple[int, int] | None:
    """Read a price as the field ``harga`` of a potensi does."""
    fields = f'judul: Anyaman\njenis: kerajinan\nharga: "{text}"'
    read, findings = read_entry("content/a/kim-b/potensi/anyaman.md", entry(fields))
    if read is None:
        assert codes(findings) == ["harga"]
        return None
    assert isinstance(read.data, Potensi)
    assert read.data.harga is not None
    return read.data.harga.dari, read.data.harga.sampai


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Rp 65.000", (65_000, 65_000)),
        ("25.000,-", (25_000, 25_000)),
        ("Rp 50.000 - Rp 1.500.000", (50_000, 1_500_000)),
        ("Rp50.000–Rp100.000", (50_000, 100_000)),
        ("Rp 50.000,- s/d Rp 100.000,-", (50_000, 100_000)),
        ("Rp 50.000 s.d. Rp 100.000", (50_000, 100_000)),
        ("50.000 sampai 100.000", (50_000, 100_000)),
        ("50-100 ribu", (50_000, 100_000)),
        ("50rb-100rb", (50_000, 100_000)),
        ("50-100k", (50_000, 100_000)),
        ("1,5 - 2 juta", (1_500_000, 2_000_000)),
        ("500 ribu - 1 juta", (500_000, 1_000_000)),
    ],
)
def test_prices(text: str, ends: tuple[int, int]) -> None:
    assert price(text) == ends


@pytest.mark.parametrize(
    "text",
    [
        *("mahal", "-5000", "Rp 50.000 -", "100.000 - 50.000", "Rp 50.000 per lembar", "Rp"),
        *("5 - 6 - 7", "9" * 400, "1.50.000"),
    ],
)
def test_what_is_no_price(text: str) -> None:
    assert price(text) is None


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_range_keeps_its_ends_or_is_refused(first: int, second: int) -> None:
    read = price(f"Rp {grouped(first)} - Rp {grouped(second)}")
    assert read == ((first, second) if first <= second else None)
