"""A province that begins: no KIM yet, or a kabupaten without any."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.helpers import Province, faults, reasons, small_province

LISTED = 'kabupaten:\n  - {kode: "62.03", nama: Kabupaten Kapuas, pusat: "-1.7, 114.3"}\n'


@pytest.fixture
def empty(tmp_path: Path) -> Province:
    """Give the small province as it was before its first KIM."""
    province = small_province(tmp_path / "provinsi")
    for name in ("kapuas", "barito-selatan", "siaran", "halaman"):
        if province.path(f"content/{name}").exists():
            province.remove(f"content/{name}")
    return province


def links(page: str) -> set[str]:
    """Give the pages of this site that a page leads to."""
    return {link for link in re.findall(r'href="([^"#]*/)"', page) if "//" not in link}


@pytest.mark.parametrize("listed", [LISTED, ""], ids=["listed", "not even kabupaten"])
def test_a_province_without_kim_has_its_pages(empty: Province, listed: str) -> None:
    head = empty.read("content/provinsi.yml").partition("kabupaten:")[0]
    empty.write("content/provinsi.yml", head + listed)
    report = empty.build()
    assert faults(report) == []
    assert list(reasons(report)) == [""]
    for page in empty.output.rglob("index.html"):
        for link in links(page.read_text("utf-8")):
            assert (page.parent / link / "index.html").exists(), link
    assert "0 KIM" in empty.read("output/index.html")
    assert json.loads(empty.read("output/data/kim.json")) == []
    assert json.loads(empty.read("output/data/kim.geojson"))["features"] == []
    for name in ("kim", "potensi", "aspirasi"):
        (head_only,) = csv.reader(io.StringIO(empty.read(f"output/data/{name}.csv")))
        assert len(head_only) > 5


def test_a_kabupaten_without_kim_has_its_pages_and_is_led_to(empty: Province) -> None:
    empty.build()
    assert 'href="./kapuas/"' not in empty.read("output/index.html")
    empty.write(
        "content/kapuas/kabupaten.yml",
        'nama: Kabupaten Kapuas\nkode: "62.03"\nkecamatan:\n  - {kode: "62.03.01", nama: Selat}\n',
    )
    report = empty.build()
    assert faults(report) == []
    assert sorted(reasons(report)) == ["", "kapuas"]
    assert 'href="./kapuas/"' in empty.read("output/index.html")
    assert "Selat" in empty.read("output/kapuas/index.html")
    assert "/kapuas/sitemap.xml" in empty.read("output/sitemap.xml")


def test_the_last_kim_may_leave(empty: Province) -> None:
    register = "nama: KIM Satu\nlevel: desa\nkode: '62.03.01.2001'\ndesa: Satu\nkecamatan: Selat\n"
    empty.build()
    before = empty.tree()
    empty.write("content/kapuas/kim-satu/kim.yml", register)
    empty.build()
    assert "1 KIM" in empty.read("output/index.html")
    empty.remove("content/kapuas")
    empty.build()
    assert empty.tree() == before
