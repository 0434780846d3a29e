"""How well the privacy guard works, measured on examples that it was not tuned on."""

import pytest

from sitegen.content.privacy import Kind
from tests.privacy.measure import HALVES, examples, measure


def test_precision_and_recall() -> None:
    score = measure("uji")
    told = "\n".join(score.remarks)
    assert score.precision() >= 0.95, told
    assert score.recall() >= 0.99, told


def test_what_it_was_tuned_on_is_found_without_exception() -> None:
    assert measure("latih").remarks == []


def test_the_measured_half_is_large_and_of_every_class() -> None:
    score = measure("uji")
    assert score.positive >= 120
    assert score.negative >= 200
    counts = {kind: score.right[kind] + score.missed[kind] for kind in Kind}
    assert min(counts.values()) >= 15, counts


def test_no_example_stands_in_both_halves() -> None:
    tuned, measured = ({one.text for one in examples(half)} for half in HALVES)
    assert tuned.isdisjoint(measured)


@pytest.mark.parametrize("half", HALVES)
def test_every_number_is_artificial(half: str) -> None:
    for one in examples(half):
        for kind, part in one.expected:
            digits = "".join(str(int(sign)) for sign in part if sign.isdecimal())
            if kind is Kind.NIK:
                assert int(digits[2:4]) >= 90, f"{one.place}: kode wilayah ini ada"
            if kind in (Kind.TELEPON, Kind.REKENING):
                assert "000" in digits or digits in ("123456789",), f"{one.place}: {part}"
