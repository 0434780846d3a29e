"""The registers held against each other: codes, names, and whom a siaran is aimed at."""

import pytest

from sitegen.content.card import Card
from sitegen.content.cards import read_card
from sitegen.content.registry import Registry, aims, check
from tests.content_helpers import codes

PROVINCE = """nama: Kalimantan Tengah
kode: "62"
url: https://kim.contoh.id
kabupaten:
  - kode: "62.03"
    nama: Kabupaten Kapuas
  - kode: "62.71"
    nama: Kota Palangka Raya
"""
HANDEP, TELO, PAHANDUT = "kapuas/kim-handep", "kapuas/kim-telo", "palangka-raya/kim-pahandut"


def card(name: str, text: str) -> Card:
    """Read the card of a sound file."""
    read, findings = read_card(f"content/{name}", text.encode())
    assert read is not None, findings
    return read


def kim(site: str, code: str, level: str = "desa", name: str = "", more: str = "") -> Card:
    """Give the card of a KIM in the kecamatan Timpah."""
    lines = [f"nama: {name or site}", f"level: {level}", f'kode: "{code}"', "kecamatan: Timpah"]
    return card(f"{site}/kim.yml", "\n".join([*lines, f"desa: {site[-5:].title()}", more]))


def kabupaten(site: str, name: str, code: str) -> Card:
    """Give the card of a kabupaten with one kecamatan without KIM."""
    lines = [f"nama: {name}", f'kode: "{code}"', "kecamatan:", "  - kode: 62.03.01"]
    return card(f"{site}/kabupaten.yml", "\n".join([*lines, "    nama: Selat"]))


def registry() -> Registry:
    """Give two kabupaten with three KIM."""
    return Registry(
        provinsi=card("provinsi.yml", PROVINCE),
        kabupaten={"kapuas": kabupaten("kapuas", "Kabupaten Kapuas", "62.03")},
        kim={
            HANDEP: kim(HANDEP, "62.03.09.2004", more="bidang_fokus: pertanian, UMKM"),
            TELO: kim(TELO, "62.03.09.2005"),
            PAHANDUT: kim(PAHANDUT, "62.71.01.1001", "kelurahan"),
        },
    )


def test_a_sound_registry_has_no_findings() -> None:
    assert check(registry()) == (set(), [])


@pytest.mark.parametrize(
    ("level", "code", "fits"),
    [
        ("desa", "62.03.09.2004", True),
        ("desa", "62.03.09.3004", True),
        ("desa", "62.03.09.1004", False),
        ("desa", "62.03.09", False),
        ("kelurahan", "62.03.09.1004", True),
        ("kelurahan", "62.03.09.2004", False),
        ("dusun", "62.03.09.2004", True),
        ("dusun", "62.03.09.1004", True),
        ("kecamatan", "62.03.09", True),
        ("kecamatan", "62.03", False),
        ("kabupaten", "62.03", True),
        ("kabupaten", "62.03.09.2004", False),
    ],
)
def test_the_form_of_a_code_against_the_level(level: str, code: str, fits: bool) -> None:
    known = registry()
    known.kim = {HANDEP: kim(HANDEP, code, level)}
    refused, findings = check(known)
    assert refused == set()
    assert codes(findings) == ([] if fits else ["kode-level"])


@pytest.mark.parametrize("code", ["62.71.01.1001", "62.0", "61.03.09.2004", "62.030", "62"])
def test_a_kim_whose_code_lies_elsewhere_is_refused(code: str) -> None:
    known = registry()
    known.kim[HANDEP] = Card("", {**known.kim[HANDEP].texts, "kode": code}, {"bidang": ()}, MARKS)
    refused, findings = check(known)
    assert refused == {HANDEP}
    assert codes(findings) == ["kode-kabupaten"]


MARKS = {"kode": (3, 7, 15, 'kode: "62.03.09.2004"'), "tema": (0, 0, 1, "")}


@pytest.mark.parametrize(
    ("code", "finding"),
    [("62.04", "kode-daftar"), ("62.99", "kode-daftar"), ("61.03", "kode-provinsi")],
)
def test_a_wrong_code_of_a_kabupaten_costs_none_of_its_kim(code: str, finding: str) -> None:
    known = registry()
    known.kabupaten["kapuas"] = kabupaten("kapuas", "Kabupaten Kapuas", code)
    refused, findings = check(known)
    assert refused == set()
    assert codes(findings) == [finding]
    assert (findings[0].line, findings[0].excerpt) == (2, f'kode: "{code}"')


def test_a_kabupaten_that_the_province_does_not_list() -> None:
    known = registry()
    known.kabupaten["seruyan"] = kabupaten("seruyan", "Kabupaten Seruyan", "62.08")
    assert codes(check(known)[1]) == ["kabupaten-asing"]


def test_two_kim_with_one_name_and_code() -> None:
    known = registry()
    known.kim["kapuas/kim-lain"] = kim("kapuas/kim-lain", "62.03.09.2004", name=HANDEP.upper())
    refused, findings = check(known)
    assert refused == set()
    assert codes(findings) == ["kim-ganda"]


def aimed(sender: str, words: str) -> tuple[list[str], list[str]]:
    """Aim one siaran; give the KIM it reaches and the codes of findings."""
    known = registry()
    name = f"content/{sender}/x.md"
    text = f"---\njudul: Waspada\ntanggal: 2026-11-20\nsasaran: {words}\n---\nIsi.\n"
    known.siaran = {name: card(name.removeprefix("content/"), text)}
    reached, findings = aims(known, [HANDEP, PAHANDUT, TELO])
    return [site for site, names in reached.items() if names == [name]], codes(findings)


@pytest.mark.parametrize(
    ("words", "reached"),
    [
        ("", [HANDEP, PAHANDUT, TELO]),
        ("Kapuas", [HANDEP, TELO]),
        ("Kab. Kapuas", [HANDEP, TELO]),
        ("KABUPATEN KAPUAS", [HANDEP, TELO]),
        ("kota palangka raya", [PAHANDUT]),
        ("62.03", [HANDEP, TELO]),
        ("62.03.09.2004", [HANDEP]),
        ("62", [HANDEP, PAHANDUT, TELO]),
        ("kim-handep", [HANDEP]),
        ("kapuas/kim-handep", [HANDEP]),
        ("Desa Telo", [TELO]),
        ("kec. timpah", [HANDEP, PAHANDUT, TELO]),
        ("UMKM", [HANDEP]),
        ("kim-handep, palangka-raya", [HANDEP, PAHANDUT]),
    ],
)
def test_whom_a_siaran_reaches(words: str, reached: list[str]) -> None:
    assert aimed("siaran", words) == (reached, [])


@pytest.mark.parametrize("words", ["", "Kapuas", "62", "kim-telo, kim-handep"])
def test_a_kabupaten_reaches_only_its_own(words: str) -> None:
    assert aimed("kapuas/siaran", words) == ([HANDEP, TELO], [])


@pytest.mark.parametrize(
    ("sender", "words", "findings"),
    [
        ("siaran", "Selat", []),
        ("siaran", "Kapuass", ["sasaran-asing"]),
        ("siaran", "6", ["sasaran-asing"]),
        ("siaran", "62.0", ["sasaran-asing"]),
        ("kapuas/siaran", "kim-pahandut", ["sasaran-asing"]),
    ],
)
def test_an_aim_that_reaches_nobody(sender: str, words: str, findings: list[str]) -> None:
    """A place that is known but has no KIM yet is no mistake."""
    assert aimed(sender, words) == ([], findings)
