"""Every kind of bad content costs at most its own, and is said in words an officer can act on.

Each folder in ``tests/invalid`` is one mistake. Its ``content/`` (and ``themes/``) holds only the
files that matter; they are laid over ``_landasan``, a sound province with two KIM. Its
``expected.txt`` is what ``sitegen check`` prints, then the exit status, the pages that the case
adds to the sound province, and those that it costs. Files that a repository cannot hold are made
by a recipe in ``tests/invalid_recipes.py``.

``SITEGEN_TULIS=1 pytest tests/test_invalid.py`` writes every ``expected.txt`` anew; read the
difference as the officer who will see it.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli.group import sitegen
from sitegen.diagnostics import Diagnostic, in_order
from sitegen.engine.check import check
from sitegen.engine.survey import Options, ProvinceUnreadable
from sitegen.messages import MESSAGES
from tests.content_helpers import REGENERATE, TODAY, lay, themes_of_tests, told
from tests.helpers import Province, Tree, differences, tree
from tests.invalid_recipes import RECIPES

INVALID = Path(__file__).parent / "invalid"
BASE = INVALID / "_landasan"
CASES = sorted(folder.name for folder in INVALID.iterdir() if not folder.name.startswith("_"))
NEIGHBOUR = "kapuas/kim-telo"

ENGINE_CODES = {
    *("pekerja-mati", "kesalahan-sitegen", "berkas-asing", "tidak-tertulis"),
    *("tidak-terhapus", "state-rusak"),
    *(code for code in MESSAGES if code.startswith(("keluaran", "impor-", "tahan-", "terbit-"))),
} - {"terbit-rahasia", "terbit-tempat-rsync", "terbit-tempat-s3"}
"""Findings about building, importing and publishing, which the tests of those rooms have."""


@pytest.fixture(scope="module", autouse=True)
def _themes() -> Iterator[None]:
    with themes_of_tests():
        yield


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """Give the output of the province without any mistake."""
    province = lay(tmp_path_factory.mktemp("landasan"), BASE)
    result = _build(province)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["diagnostics"] == []
    return province.tree()


def _build(province: Province) -> Result:
    arguments = ["--jobs", "1", "--date", TODAY.isoformat(), "--format", "json"]
    return CliRunner().invoke(sitegen, ["build", "-w", str(province.root), *arguments])


def _check(province: Province) -> list[Diagnostic]:
    options = Options(str(province.output), TODAY, workers=1)
    try:
        return check(province.workspace, options, ())
    except ProvinceUnreadable as unreadable:
        return unreadable.findings


def _pages(output: Tree) -> set[str]:
    """Give the addresses of all pages."""
    return {name.removesuffix("index.html") for name in output if name.endswith(".html")}


def _named(pages: set[str]) -> str:
    """Name pages, without those below one that is named too."""
    tops = [p for p in pages if not any(p != top and p.startswith(top) for top in pages)]
    return ", ".join(f"/{page}" for page in sorted(tops)) or "tidak ada"


@pytest.mark.parametrize("case", CASES)
def test_costs_only_its_own(case: str, tmp_path: Path, sound: Tree) -> None:
    province = lay(tmp_path, BASE, INVALID / case)
    if case in RECIPES:
        RECIPES[case](province)

    result = _build(province)
    findings = _check(province)

    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    severities = {finding.severity.value for finding in findings}
    assert result.exit_code == (1 if "galat" in severities else 0)
    reported = json.loads(result.stdout)["diagnostics"]
    assert reported == [d.record() for d in in_order(findings)], "build and check differ"
    if not case.startswith("provinsi-"):
        neighbour = f"{NEIGHBOUR}/"
        theirs = {name: data for name, data in sound.items() if name.startswith(neighbour)}
        now = {f"{neighbour}{k}": v for k, v in tree(province.output / NEIGHBOUR).items()}
        assert differences(theirs, now) == [], "the other KIM is not what it was"

    before, after = _pages(sound), _pages(tree(province.output))
    said = told(findings)
    said += f"\nStatus {result.exit_code}. Halaman baru: {_named(after - before)}. "
    said += f"Halaman yang hilang: {_named(before - after)}.\n"
    expected = INVALID / case / "expected.txt"
    if REGENERATE:
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert said == expected.read_text(encoding="utf-8")


def test_every_code_has_a_case() -> None:
    texts = [(INVALID / case / "expected.txt").read_text(encoding="utf-8") for case in CASES]
    shown = set(re.findall(r": (?:galat|peringatan|saran) \[([a-z0-9-]+)\]", "\n".join(texts)))
    assert shown == MESSAGES.keys() - ENGINE_CODES


def test_every_recipe_has_a_folder() -> None:
    assert RECIPES.keys() <= set(CASES)
