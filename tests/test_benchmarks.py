"""The benchmarks measure what they say, and notice when contestants do not do the same work."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))
from corpus import write_province
from measure import Command, RunFailed, Taken, measure
from results import Results, Run
from stages import STAGES, profile
from targets import TARGETS
from texts import Article, Site, read_sites
from verify import Different, count

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="measured by Linux's own accounts")

_BURN = "import time\nheld = b'x' * {held}\nwhile time.process_time() < {seconds}: pass\n"


def _python(source: str, folder: Path) -> Taken:
    return measure(Command((sys.executable, "-c", source), folder))


def test_what_orphans_use_is_counted(tmp_path: Path) -> None:
    burn = _BURN.format(held=60_000_000, seconds=0.3)
    parent = (
        "import subprocess, sys\n"
        f"both = [subprocess.Popen([sys.executable, '-c', {burn!r}]) for _ in range(2)]\n"
        "import os\nos._exit(0)\n"  # they live on alone
    )
    taken = _python(parent, tmp_path)
    assert taken.cpu >= 0.6
    assert taken.pss >= 60
    assert taken.rss >= taken.pss


def test_a_command_that_fails_is_no_result(tmp_path: Path) -> None:
    with pytest.raises(RunFailed, match="tidak jadi"):
        _python("raise SystemExit('tidak jadi')", tmp_path)


_BODY = (
    "Warga *menanam* [padi](https://contoh.id/a).\n\n"
    "| Uraian | Jumlah |\n| --- | --- |\n| Benih | 7 |"
)
_PAGE = (
    "<title>x</title><p>Warga <em>menanam</em> <a href='https://contoh.id/a'>padi</a>.</p>"
    "<table><tr><th>Uraian<th>Jumlah<tr><td>Benih<td>7</table>"
)


@pytest.mark.parametrize(
    ("page", "same"),
    [
        (_PAGE, True),
        (_PAGE.replace("Benih", "Bibit"), False),
        (_PAGE.replace("<p>Warga", "<p>"), False),
        (_PAGE.replace("padi", "padi dan jagung"), False),
    ],
)
def test_pages_must_hold_the_words_of_their_text(tmp_path: Path, page: str, same: bool) -> None:
    article = Article("panen", "Panen", "2026-11-20", "Pertanian", _BODY, None)
    site = Site("uji-01/kim-0000", "KIM Uji", "Desa", (article,))
    file = tmp_path / "kim-0000" / "berita" / "panen" / "index.html"
    file.parent.mkdir(parents=True)
    file.write_text(page, "utf-8")
    if same:
        assert count(tmp_path, [site]).articles == 1
    else:
        with pytest.raises(Different):
            count(tmp_path, [site])


def test_ratios_are_taken_within_a_round() -> None:
    results = Results("uji", 1, 1, False, {}, {})
    for number, (ours, theirs) in enumerate([(1.0, 2.0), (40.0, 100.0), (3.0, 2.0)]):
        results.runs.append(Run("kita", "cold", number, Taken(ours, 1, 1, 1)))
        results.runs.append(Run("mereka", "cold", number, Taken(theirs, 1, 1, 1)))
    results.runs.append(Run("kita", "cold", 3, Taken(9.0, 1, 1, 1)))
    assert results.ratio(("kita", "cold"), ("mereka", "cold"), "wall") == 0.5
    assert results.ratio(("kita", "cold"), ("tiada", "cold"), "wall") is None


def test_every_stage_of_a_build_is_timed_by_a_name_that_is_there(tmp_path: Path) -> None:
    write_province(tmp_path, 2, 3)
    found = {line.split("|")[1].strip() for line in profile(tmp_path) if line.count("|") > 5}
    assert STAGES.keys() - found == {"photos"}


def test_what_did_not_run_is_called_so() -> None:
    assert {target.verdict({}, "polos") for target in TARGETS} == {"not measured"}


def test_the_same_seed_gives_the_same_texts(tmp_path: Path) -> None:
    for name in ("satu", "dua"):
        write_province(tmp_path / name, 2, 3)
    one, two = (read_sites(tmp_path / name) for name in ("satu", "dua"))
    assert one == two
    assert [len(site.articles) for site in one] == [3, 3]
    assert one[0].articles != one[1].articles
