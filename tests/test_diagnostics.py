"""Findings as a person, a program and a forge see them."""

import string

import pytest

from sitegen.diagnostics import (
    Diagnostic,
    Severity,
    diagnose,
    has_errors,
    in_order,
    render_github,
    render_text,
    site_of,
    suggestion,
    tally,
)
from sitegen.messages import MESSAGES

FILE = "content/kapuas/kim-handep/berita/panen.md"
EXAMPLE = diagnose(
    "tanggal",
    FILE,
    3,
    10,
    length=10,
    field="tanggal",
    lines=("---", "judul: Panen", "tanggal: 31-13-2026"),
    nilai="31-13-2026",
)


def shown(*findings: Diagnostic) -> list[str]:
    """Give what is printed below the name of the site."""
    return list(render_text(findings))[1:]


def test_the_example_of_the_design() -> None:
    assert list(render_text([EXAMPLE])) == [
        "── kapuas/kim-handep",
        f'{FILE}:3:10: galat [tanggal] "31-13-2026" bukan tanggal yang ada.',
        "    3 | tanggal: 31-13-2026",
        "      |          ^^^^^^^^^^",
        "      Tulis tanggal seperti 2026-12-31 atau 31 Desember 2026.",
    ]


def test_as_data() -> None:
    assert EXAMPLE.record() == {
        "severity": "galat",
        "code": "tanggal",
        "file": FILE,
        "line": 3,
        "column": 10,
        "field": "tanggal",
        "message": '"31-13-2026" bukan tanggal yang ada.',
        "hint": "Tulis tanggal seperti 2026-12-31 atau 31 Desember 2026.",
    }


def test_for_a_forge() -> None:
    found = diagnose("folder-asing", "content/a,b:c/", nama="50%\nx", daftar="berita")
    assert list(render_github([found, EXAMPLE])) == [
        (
            "::warning file=content/a%2Cb%3Ac/,title=folder-asing::"
            'Folder "50%25%0Ax" tidak dikenal, jadi isinya tidak dibaca. '
            "Folder yang dikenal: berita."
        ),
        (
            f"::error file={FILE},line=3,col=10,title=tanggal::"
            '"31-13-2026" bukan tanggal yang ada. '
            "Tulis tanggal seperti 2026-12-31 atau 31 Desember 2026."
        ),
    ]


@pytest.mark.parametrize("column", [1, 79, 200, 201, 1000, 5000, 5990])
def test_a_long_line_is_cut_around_its_column(column: int) -> None:
    line = "".join(f"{number:>6}" for number in range(1000))
    found = diagnose("yaml-tab", FILE, 1, column, length=3, lines=(line,))
    _head, excerpt, caret, *_hint = shown(found)
    assert len(excerpt) <= 170
    assert excerpt[caret.index("^") :].startswith(line[column - 1 : column + 2])


def test_a_caret_below_tabs_stands_where_the_terminal_shows_the_place() -> None:
    found = diagnose("yaml-tab", FILE, 1, 3, lines=("\t\tjudul: x",))
    assert shown(found)[1:3] == ["    1 | \t\tjudul: x", "      | \t\t^"]


@pytest.mark.parametrize("sign", ["\x1b[2J", "\a", "\x00", "\x7f", "\x9b2J", "\u202e", "\r", "\n"])
def test_nothing_in_a_file_steers_the_terminal(sign: str) -> None:
    line = f"judul: a{sign}b"
    found = diagnose("kolom-asing", f"{FILE}{sign}", 1, 9, lines=(line,), kolom=sign, daftar=sign)
    printed = "\n".join(render_text([found]))
    assert sign not in printed or sign == "\n"
    assert len(printed.split("\n")) == 5


def test_findings_are_told_in_the_order_in_which_they_are_mended() -> None:
    late = diagnose("tanpa-isi", FILE, 9)
    whole = diagnose("bom", FILE)
    other = diagnose("bom", "content/barito/kim-a/kim.yml")
    severe = diagnose("kolom-wajib", FILE, 9, kolom="x", contoh="x: y")
    assert in_order([late, severe, whole, other, late]) == [other, whole, severe, late]


@pytest.mark.parametrize(
    ("file", "site"),
    [
        (FILE, "kapuas/kim-handep"),
        ("content/kapuas/kim-handep/kim.yml", "kapuas/kim-handep"),
        ("content/kapuas/kim-handep/", "kapuas/kim-handep"),
        ("content/kapuas/kabupaten.yml", "kapuas"),
        ("content/provinsi.yml", ""),
        ("themes/dasar/theme.yml", ""),
    ],
)
def test_the_site_of_a_file(file: str, site: str) -> None:
    assert site_of(file) == site


@pytest.mark.parametrize(
    ("word", "guess"),
    [("tangal", "tanggal"), ("TANGGAL", "tanggal"), ("judull", "judul"), ("x", ""), ("", "")],
)
def test_did_you_mean(word: str, guess: str) -> None:
    assert suggestion(word, ["judul", "tanggal", "foto"]) == guess


def test_counting() -> None:
    found = [EXAMPLE, diagnose("bom", FILE), diagnose("utf16", FILE), diagnose("utf16", "b.md")]
    assert tally(found) == "1 galat, 2 peringatan, 1 saran"
    assert tally([]) == ""
    assert has_errors(found)
    assert not has_errors(found[1:])


@pytest.mark.parametrize("code", MESSAGES)
def test_every_message_says_what_is_wrong_and_what_to_do(code: str) -> None:
    message = MESSAGES[code]
    assert message.severity in set(Severity)
    assert message.text[-1] in ".}", "a sentence, or what the system said"
    assert message.hint
    parameters = {name for _, name, _, _ in string.Formatter().parse(message.text + message.hint)}
    assert "" not in parameters, "every place has a name, for translators"
