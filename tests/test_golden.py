"""Small provinces, and every byte of what they become.

Each folder in ``tests/golden`` is a ``content/`` (and ``themes/``) and the part of the output that
the case is about, built with the plain theme of the tests on a fixed date. The tables below say
which part. ``SITEGEN_TULIS=1 pytest tests/test_golden.py`` writes ``expected/`` anew; read the
difference before you keep it.
"""

import shutil
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from sitegen.diagnostics import Severity
from tests.content_helpers import REGENERATE, TODAY, lay, themes_of_tests
from tests.helpers import Tree, differences, tree

GOLDEN = Path(__file__).parent / "golden"
HANDEP, TELO, SANGGU = "kapuas/kim-handep", "kapuas/kim-telo", "barito-selatan/kim-sanggu"

CASES = {
    "satu-dari-tiap-jenis": (
        *(f"{HANDEP}/{name}" for name in ("index.html", "*/*/index.html", "profil/index.html")),
        *(f"{HANDEP}/{name}" for name in ("panen-2026/index.html", "404.html")),
        *(f"{HANDEP}/{name}" for name in ("kim.json", "atom.xml", "sitemap.xml", "robots.txt")),
    ),
    "daftar-panjang": (
        *(f"{HANDEP}/berita/{name}" for name in ("index.html", "halaman/*", "kategori/*")),
        f"{HANDEP}/berita/arsip/*",
    ),
    "siaran-terarah": (
        *("siaran/*", "kapuas/siaran/*", "barito-selatan/siaran/*"),
        *(f"{site}/siaran/index.html" for site in (HANDEP, TELO, SANGGU)),
    ),
    "tema-anak": (
        *(f"{site}/{name}" for site in (HANDEP, TELO) for name in ("index.html", "aset/*")),
        f"{HANDEP}/profil/index.html",
    ),
    "kabupaten-dan-provinsi": (
        *("index.html", "berita/*", "kim/*", "potensi/*", "aspirasi/*", "tentang/*"),
        *("halaman/*", "sitemap*.xml", "atom.xml", "kapuas/index.html", "kapuas/sitemap.xml"),
        "barito-selatan/index.html",
    ),
}
"""For each case the files that it is about; ``*`` stands for folders too."""


@pytest.fixture(scope="module", autouse=True)
def _themes() -> Iterator[None]:
    with themes_of_tests():
        yield


def about(case: str, output: Tree) -> Tree:
    """Give the files that a case is about."""
    patterns = CASES[case]
    return {n: data for n, data in output.items() if any(fnmatchcase(n, p) for p in patterns)}


@pytest.mark.parametrize("case", CASES)
def test_every_byte(case: str, tmp_path: Path) -> None:
    province = lay(tmp_path, GOLDEN / case)
    report = province.build(TODAY)
    assert [d.message for d in report.diagnostics if d.severity is not Severity.SARAN] == []
    made = about(case, province.tree())
    expected = GOLDEN / case / "expected"
    if REGENERATE:
        shutil.rmtree(expected, ignore_errors=True)
        for name, data in made.items():
            (expected / name).parent.mkdir(parents=True, exist_ok=True)
            (expected / name).write_bytes(data)
    assert differences(tree(expected), made) == []


def test_every_folder_is_a_case() -> None:
    assert {folder.name for folder in GOLDEN.iterdir()} == CASES.keys()
