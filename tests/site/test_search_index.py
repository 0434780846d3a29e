"""The index that a search page reads: every text once, its words small and plain."""

import json
from datetime import date
from pathlib import Path

import pytest

from sitegen.content.types import TYPES
from sitegen.site import search
from sitegen.site.kim import KimSite
from sitegen.site.search import SearchRecord
from tests.helpers import HANDEP, Province, entry
from tests.site.helpers import LAID, open_site, rich_province

LABELS = {name: name.capitalize() for name in TYPES}


def rows_of(data: bytes) -> list[list[str]]:
    """Give the rows that a browser gets from an index script."""
    before, arguments = data.decode().strip().split("(...", 1) if b"(..." in data else ("", "")
    assert before == "(self.INDEKS=self.INDEKS||[]).push"
    rows: list[list[str]] = json.loads(arguments.removesuffix(");"))
    return rows


def words_of(site: KimSite, path: str) -> str:
    """Give the words that an index holds of a text, beside its title and summary."""
    return next(r.words for r in search.records_of(site.views, LABELS) if r.path == path)


def test_every_text_of_a_site_is_found(rich: Province, site: KimSite, tmp_path: Path) -> None:
    rich.build(output=tmp_path)
    folder = tmp_path / HANDEP / "cari"
    (script,) = folder.glob("indeks.*.js")
    paths = [row[0] for row in rows_of(script.read_bytes())]
    assert sorted(paths) == sorted(view.path for view in (*site.views, *site.shelf.siaran))
    assert script.name in (folder / "index.html").read_text(encoding="utf-8")


def test_records_are_newest_first(site: KimSite) -> None:
    days = [record.day or date.min for record in search.records_of(site.views, LABELS)]
    assert days == sorted(days, reverse=True)
    assert len(days) == len(site.views)


def test_words_are_plain_sorted_and_not_said_twice(tmp_path: Path) -> None:
    province = rich_province(tmp_path / "provinsi")
    body = (
        "**Kelapa** dan KELAPA, kafé; beras&nbsp;merah. Yang <b>di</b> [sana](../potensi/tikar.md)."
    )
    province.write(
        f"{LAID}/berita/kata.md", entry("Beras", body, topik="ladang padi", ringkasan="Panen")
    )
    assert words_of(open_site(province), "berita/kata/") == "kafe kelapa ladang merah padi sana"


def test_old_texts_beyond_the_limit_keep_their_title(
    site: KimSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = [len(r.words.split()) for r in search.records_of(site.views, LABELS)]
    monkeypatch.setattr(search, "MOST_WORDS", sum(numbers) // 2)
    records = search.records_of(site.views, LABELS)
    held = [len(record.words.split()) for record in records]
    whole = next(n for n in range(len(held)) if sum(held[:n]) >= sum(numbers) // 2)
    assert held == [*numbers[:whole], *[0] * (len(held) - whole)]
    assert whole < len(held) - 1
    assert all(record.title for record in records)


def test_the_label_tells_type_and_category(site: KimSite) -> None:
    labels = {record.path: record.label for record in search.records_of(site.views, LABELS)}
    assert labels["berita/panen-raya/"] == "Berita · Pertanian"
    assert labels["halaman/sejarah/"] == "Halaman"


@pytest.mark.parametrize("title", ['"Petik" & </script>', "ꦗꦮ 🌾", "baris\u2028pisah"])
def test_any_title_comes_back_as_it_was(title: str) -> None:
    record = SearchRecord("berita/x/", title, "Berita", date(2026, 11, 20))
    assert rows_of(search.script([record])) == [
        ["berita/x/", title, "Berita", "2026-11-20", "", ""]
    ]


def test_an_address_names_its_content() -> None:
    one, other = search.script([SearchRecord("a/", "A", "x")]), search.script([])
    assert search.script_address("indeks", one) != search.script_address("indeks", other)
    assert search.script_address("indeks", one) == search.script_address("indeks", one)


@pytest.mark.parametrize(
    ("written", "plain"), [("Kafé ÉTÉ", "kafe ete"), ("MA’ANYAN", "maanyan"), ("ｆｕｌｌ", "full")]
)
def test_words_are_compared_without_case_and_accents(written: str, plain: str) -> None:
    assert search.plain(written) == plain
