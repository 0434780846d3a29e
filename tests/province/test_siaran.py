"""A siaran reaches the KIM it aims at, builds those anew and no other, and copies no file."""

import json
from pathlib import Path

import pytest

from tests.helpers import HANDEP, KIM, SANGGU, TELO, Province, entry, run, small_province

NAME = "2026-11-23-uji"
PROVINCE, KAPUAS = f"content/siaran/{NAME}.md", f"content/kapuas/siaran/{NAME}.md"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Province:
    """Give the small province with topics, built."""
    province = small_province(tmp_path_factory.mktemp("siaran") / "provinsi")
    for site, topics in ((HANDEP, "Pertanian, UMKM"), (SANGGU, "pertanian")):
        name = f"content/{site}/kim.yml"
        province.write(name, f"{province.read(name)}bidang_fokus: {topics}\n")
    built(province)
    return province


@pytest.fixture
def province(origin: Province) -> Province:
    """Give it as each test found it: without the siaran of the tests."""
    for name in (PROVINCE, KAPUAS):
        if origin.path(name).exists():
            origin.remove(name)
    built(origin)
    return origin


def built(province: Province) -> set[str]:
    """Build as an officer does, and give the sites that were built."""
    done = run(
        "build", "--jobs", "1", "--date", "2026-11-24", "--format", "json", cwd=province.root
    )
    assert done.returncode == 0, done.stderr
    return {record["site"] for record in json.loads(done.stdout)["built"]}


def shown(province: Province) -> set[str]:
    """Give the sites that show the siaran on a page of its own and in their list."""
    sites = set()
    for page in province.output.rglob(f"siaran/{Path(NAME).name[11:]}/index.html"):
        root = page.parents[2]
        assert "Siaran uji" in (root / "siaran" / "index.html").read_text("utf-8")
        sites.add(root.relative_to(province.output).as_posix().replace(".", "/", 1))
    return sites


AIMS = {
    "one kabupaten": (PROVINCE, "Barito Selatan", {"/", SANGGU}),
    "one kabupaten by code": (PROVINCE, '"62.03"', {"/", HANDEP, TELO}),
    "one kecamatan": (PROVINCE, "Kec. Selat", {"/", TELO}),
    "one KIM": (PROVINCE, "kim-handep", {"/", HANDEP}),
    "two kabupaten": (PROVINCE, "Kapuas, Kab. Barito Selatan", {"/", *KIM}),
    "a topic": (PROVINCE, "pertanian", {"/", HANDEP, SANGGU}),
    "all": (PROVINCE, "", {"/", *KIM}),
    "all of a kabupaten": (KAPUAS, "", {"kapuas", HANDEP, TELO}),
    "a topic in a kabupaten": (KAPUAS, "UMKM", {"kapuas", HANDEP}),
}


@pytest.mark.parametrize("case", AIMS)
def test_a_siaran_builds_the_sites_that_show_it_and_no_other(case: str, province: Province) -> None:
    name, aim, sites = AIMS[case]
    before = province.tree()
    province.write(name, entry("Siaran uji", sasaran=aim))
    assert built(province) == sites
    assert shown(province) == sites
    assert built(province) == set()
    province.replace(name, "Isi tulisan.", "Isi yang baru.")
    assert built(province) == sites
    for site in sites:
        root = province.output / site.strip("/")
        assert "Isi yang baru." in (root / "siaran" / "uji" / "index.html").read_text("utf-8")
    province.remove(name)
    assert built(province) == sites
    assert province.tree() == before


def test_another_aim_builds_the_old_and_the_new(province: Province) -> None:
    province.write(PROVINCE, entry("Siaran uji", sasaran="Barito Selatan"))
    assert built(province) == {"/", SANGGU}
    province.write(PROVINCE, entry("Siaran uji", sasaran="kim-telo"))
    assert built(province) == {"/", SANGGU, TELO}
    assert shown(province) == {"/", TELO}
