"""What Diskominfo is advised about a KIM, and until when the advice stays the same."""

from datetime import date, timedelta
from typing import Any

import pytest

from sitegen.content.dates import BuildDate
from sitegen.content.legality import legality
from sitegen.content.register import Kim

SOUND: dict[str, Any] = {
    "nama": "KIM Handep",
    "level": "desa",
    "kode": "62.03.09.2004",
    "desa": "Handep",
    "kecamatan": "Timpah",
    "sk": {"nomor": "17", "akhir": "31 Maret 2027"},
    "pengurus": {"ketua": "Ani"},
    "jumlah_anggota": "12",
    "kontak": {"surel": "kim@contoh.id"},
}
TODAY = date(2026, 11, 24)

CASES: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {
    "all is well": ({}, []),
    "no decree": ({"sk": None}, []),
    "the term is over": (
        {"sk": {"nomor": "17", "akhir": "23 November 2026"}},
        [("sk-berakhir", "sk.akhir")],
    ),
    "the term ends today": (
        {"sk": {"nomor": "17", "akhir": "24 November 2026"}},
        [("sk-segera-berakhir", "sk.akhir")],
    ),
    "the term ends in 90 days": (
        {"sk": {"nomor": "17", "akhir": "22 Februari 2027"}},
        [("sk-segera-berakhir", "sk.akhir")],
    ),
    "the term ends in 91 days": ({"sk": {"nomor": "17", "akhir": "23 Februari 2027"}}, []),
    "no board": ({"pengurus": None}, [("ketua-kosong", "pengurus")]),
    "no chair": ({"pengurus": {"sekretaris": "Budi"}}, [("ketua-kosong", "pengurus")]),
    "two members": ({"jumlah_anggota": "2"}, [("jumlah-anggota", "jumlah_anggota")]),
    "three members": ({"jumlah_anggota": "3"}, []),
    "thirty members": ({"jumlah_anggota": "30"}, []),
    "too many members": ({"jumlah_anggota": "31"}, [("jumlah-anggota", "jumlah_anggota")]),
    "members not counted": ({"jumlah_anggota": None}, []),
    "no contact": ({"kontak": None}, [("kontak-kosong", "kontak")]),
    "an address alone": ({"kontak": {"alamat": "Balai desa"}}, [("kontak-kosong", "kontak")]),
}


@pytest.mark.parametrize("case", CASES)
def test_advises(case: str) -> None:
    fields, expected = CASES[case]
    kim = Kim.model_validate(SOUND | fields)
    advice = legality(kim, BuildDate(TODAY))
    assert [(a.code, a.field) for a in advice] == expected


@pytest.mark.parametrize("days", [-400, -1, 0, 1, 89, 90, 91, 400])
def test_stays_the_same_just_as_long_as_the_build_date_says(days: int) -> None:
    end = TODAY + timedelta(days=days)
    kim = Kim.model_validate(SOUND | {"sk": {"nomor": "17", "akhir": end.isoformat()}})

    def advised(today: date) -> list[str]:
        return [a.code for a in legality(kim, BuildDate(today))]

    asked = BuildDate(TODAY)
    now = [a.code for a in legality(kim, asked)]
    if asked.valid_from > date.min:
        assert advised(asked.valid_from) == now
        assert advised(asked.valid_from - timedelta(days=1)) != now
    if asked.valid_until < date.max:
        assert advised(asked.valid_until - timedelta(days=1)) == now
        assert advised(asked.valid_until) != now
