"""Cards are drawn when they are missing, and QR codes are read by a reader."""

import hashlib
import re
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from sitegen.engine.memo import SiteMemo
from sitegen.site.contract import Content, Drawn
from sitegen.site.kim import KimSite
from sitegen.site.previews import Previews, qr_code

URLS = [
    "https://kim.contoh.id/",
    "https://kim.contoh.id/kapuas/kim-handep/berita/panen-raya/",
    "https://contoh.id/" + "a" * 200,
]


@pytest.mark.parametrize("url", URLS)
def test_a_qr_code_is_read_as_its_address(url: str) -> None:
    markup = qr_code(url)
    found = re.search(r'viewBox="0 0 (\d+) \1"', markup)
    assert found
    picture = Image.new("L", (int(found[1]), int(found[1])), 255)
    column = row = 0
    for sign, across, down in re.findall(r"([Mmh])(\d+)(?: (\d+))?", markup.split(' d="')[1]):
        if sign == "h":
            picture.paste(0, (column, row, column + int(across), row + 1))
        column = int(across) if sign == "M" else column + int(across)
        row = int(down) if sign == "M" else row
    large = picture.resize((picture.width * 4, picture.height * 4), Image.Resampling.NEAREST)
    assert [code.text for code in zxingcpp.read_barcodes(large)] == [url]


def card(folder: Path, site: KimSite, title: str) -> tuple[str, Content]:
    """Give the address and the content of a card, with what a folder remembers."""
    memo = SiteMemo(str(folder), "kapuas/kim-handep")
    previews = Previews(site.out.situs, memo, {}, {}, cards=True)
    address = previews.address(title, None)
    memo.save()
    return address, previews.output[address]


def test_a_remembered_card_is_drawn_only_when_its_file_is_wanted(
    tmp_path: Path, site: KimSite
) -> None:
    address, fresh = card(tmp_path, site, "Panen raya")
    again, remembered = card(tmp_path, site, "Panen raya")
    assert isinstance(fresh, bytes)
    assert isinstance(remembered, Drawn)
    assert (again, remembered.size) == (address, len(fresh))
    assert remembered.digest == hashlib.sha256(fresh).hexdigest()
    assert remembered.make() == fresh


def test_another_title_is_another_address(tmp_path: Path, site: KimSite) -> None:
    addresses = {card(tmp_path, site, title)[0] for title in ("Panen", "panen", "Tanam")}
    assert len(addresses) == 3
