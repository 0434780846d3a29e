"""The catalogues: English says everything, the others say only what is asked of them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from sitegen import i18n
from sitegen.diagnostics import day_in_words, diagnose, render_github, render_text, tally
from sitegen.site.theme import Theme
from tools import update_catalogues
from tools.update_catalogues import BEGUN, TRANSLATED, faults, gather, placeholders, texts

pytestmark = pytest.mark.xdist_group("catalogues")

ROOT = Path(__file__).parent.parent
OTHER_RELEASES = ("(Possible options: {possibilities})", "No such option: {name}")
"""Messages of earlier releases of click that are still allowed."""
EMPTY = diagnose("berkas-kosong", "content/kapuas/kim-handep/berita/panen.md")


SHORT = """\
msgid ""
msgstr ""
"Language: en\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Beranda"
msgstr ""

msgid "Galerai"
msgstr "Gallery"

msgid "{n} lagi"
msgstr "{m} more"

msgid "Satu\\nDua"
msgstr "One Two"

msgid "{n} saran"
msgid_plural "{n} saran"
msgstr[0] "{n} suggestion"
"""


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    update_catalogues.compile_catalogues()
    i18n.catalogue.cache_clear()


@pytest.fixture
def _indonesian_after() -> Iterator[None]:
    yield
    i18n.use_language(i18n.SOURCE_LANGUAGE)


@cache
def template() -> Catalog:
    """Give every message of the code and the themes."""
    return gather()


def catalogue_of(language: str) -> Catalog:
    """Read the catalogue of a language."""
    return update_catalogues.read_catalogue(update_catalogues.catalogue_path(language))


def themed(language: str) -> str:
    """Render a card of the theme that comes with sitegen."""
    data = SimpleNamespace(putusan="benar")
    view = SimpleNamespace(
        data=data, hari=date(2026, 12, 31), path="klarifikasi/x/", judul="Judul", draf=True
    )
    chain = (str(ROOT / "themes" / "dasar"),)
    return str(Theme(chain, language).macro("bagian/kartu.html", "klarifikasi", view, "../"))


@pytest.mark.parametrize("language", [*TRANSLATED, *BEGUN])
def test_nothing_is_wrong_with_it(language: str) -> None:
    assert len(template()) > 500
    assert list(faults(language, template())) == []


def test_faults_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update_catalogues, "LOCALE", tmp_path)
    path = update_catalogues.catalogue_path("en")
    path.parent.mkdir(parents=True)
    path.write_text(SHORT, encoding="utf-8")
    asked = Catalog()
    for message in ("Beranda", "Galeri", "{n} lagi", "Satu\nDua", ("{n} saran", "{n} saran")):
        asked.add(message)
    assert sorted(faults("en", asked)) == [
        "not a message of the code: Galerai",
        "not translated: Beranda",
        "not translated: Galeri",
        "other line breaks: Satu\nDua -> One Two",
        "other placeholders: {n} lagi -> {m} more",
        "wrong number of plural forms: {n} saran",
    ]


def test_an_update_of_what_is_up_to_date_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(update_catalogues.LOCALE, tmp_path / "locale")
    monkeypatch.setattr(update_catalogues, "LOCALE", tmp_path / "locale")
    seen = []
    for _time in range(2):
        for language in (*TRANSLATED, *BEGUN):
            update_catalogues.update(language, template())
        seen.append([p.read_bytes() for p in sorted((tmp_path / "locale").rglob("*.po"))])
    assert seen[0] == seen[1]
    for written in seen[0]:
        head = written.partition(b"\n\n")[0]
        assert b"Date" not in head
        assert b"EMAIL" not in head


def test_a_new_language_begins_with_every_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(update_catalogues, "LOCALE", tmp_path)
    monkeypatch.setattr(update_catalogues, "TRANSLATED", ("jv",))
    update_catalogues.update("jv", template())
    assert len(catalogue_of("jv")) == len(template())
    assert len(list(faults("jv", template()))) == len(template())


def test_indonesian_holds_only_messages_of_the_command_line_library() -> None:
    found = extract_from_dir(
        Path(click.__file__).parent, [("**.py", "python")], keywords={"_": None, "ngettext": (1, 2)}
    )
    known = {texts(message)[0] for _file, _line, message, _comments, _context in found}
    for message in catalogue_of("id"):
        if not message.id:
            continue
        assert texts(message.id)[0] in known.union(OTHER_RELEASES)
        allowed = {name for text in texts(message.id) for name in placeholders(text)}
        for text in texts(message.string):
            assert text
            assert allowed.issuperset(placeholders(text))


def test_what_a_catalogue_lacks_is_shown_in_indonesian() -> None:
    ngaju = i18n.catalogue("nij")
    assert ngaju.gettext("Desa") == "Lewu"
    assert ngaju.gettext("Kecamatan") == "Kecamatan"
    assert ngaju.ngettext("%(num)s foto", "%(num)s foto", 2) == "%(num)s foto"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("id", ("Benar", "31 Des 2026", "Draf")),
        ("en", ("True", "31 Dec 2026", "Draft")),
        ("nij", ("Toto", "31 Des 2026", "Draf")),
    ],
)
def test_pages_speak_it(language: str, words: tuple[str, ...]) -> None:
    page = themed(language)
    for word in words:
        assert f">{word}<" in page


@pytest.mark.usefixtures("_indonesian_after")
def test_severities_are_translated_for_people_and_not_for_programs() -> None:
    i18n.use_language("en")
    assert list(render_text([EMPTY]))[1].endswith(": error [berkas-kosong] This file is empty.")
    assert tally([EMPTY]) == "1 error"
    assert EMPTY.record()["severity"] == "galat"
    assert next(iter(render_github([EMPTY]))).startswith("::error file=")


@pytest.mark.usefixtures("_indonesian_after")
@pytest.mark.parametrize(
    ("language", "day"),
    [("id", "31 Desember 2026"), ("en", "31 December 2026"), ("nij", "31 Desember 2026")],
)
def test_days_are_written_also_in_languages_that_cldr_lacks(language: str, day: str) -> None:
    i18n.use_language(language)
    assert day_in_words("2026-12-31") == day


def run(language: str, *arguments: str) -> str:
    """Run the command line in a language; give what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", *arguments],
        env={**os.environ, "SITEGEN_LANG": language, "PYTHONUTF8": "1"},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


def test_help_is_english() -> None:
    said = run("en", "--help")
    assert said.startswith("Usage: sitegen ")
    assert "One site for every KIM in a province, and one index over them all." in said
    assert "Language of messages; also through SITEGEN_LANG." in said
    assert "Show this message and exit." in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new", "berita"), "Galat: Isian yang belum ditulis: 'JUDUL'.\n"),
        (("build", "--jobs", "x"), "Galat: Isian '--jobs' / '-j' salah: 'x' bukan bilangan.\n"),
    ],
)
def test_mistakes_on_the_command_line_are_explained_in_indonesian(
    arguments: tuple[str, ...], said: str
) -> None:
    assert run("id", *arguments).endswith(said)
