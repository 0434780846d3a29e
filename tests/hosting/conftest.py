"""The small province with its KIM at every kind of address, served by each real server."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import HANDEP, SANGGU, Province, faults, small_province
from tests.hosting.servers import Server, serve

OWN, SUBDOMAIN = "https://kimhandep.id/", "https://kim-telo.kim.contoh.id/"
"""A domain of its own, and a sub-domain of the province's."""
BELOW = "https://kim.contoh.id/barito-selatan/kim-sanggu/"
"""The folder of a KIM whose name two KIM share, so that its sub-domain is nobody's."""
TWIN = "kapuas/kim-sanggu"


@pytest.fixture(scope="session")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Province:
    """Give the province, built with compressed twins; not to be changed."""
    province = small_province(tmp_path_factory.mktemp("alamat") / "provinsi")
    frame = "themes/polos/templates/bagian/kerangka.html"
    if "aset/ikon.svg" in province.read(frame):
        province.replace(frame, "aset/ikon.svg", '{{ aset("ikon.svg") }}')
    province.replace("content/provinsi.yml", "zona_waktu", "alamat_kim: subdomain\nzona_waktu")
    register = f"content/{HANDEP}/kim.yml"
    province.write(register, province.read(register) + f"situs: {OWN}\n")
    twin = province.read(f"content/{SANGGU}/kim.yml").replace("62.04.06.2003", "62.03.09.2003")
    province.write(f"content/{TWIN}/kim.yml", twin)
    report = province.build(precompress=True)
    assert {d.code for d in faults(report)} == {"subdomain-ganda"}
    return province


@pytest.fixture(scope="session", params=["nginx", "caddy"])
def server(
    request: pytest.FixtureRequest, addressed: Province, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Give each server in turn, serving the province from a link as releases are."""
    folder = tmp_path_factory.mktemp("peladen")
    shutil.copytree(addressed.output, folder / "rilis" / "1")
    _plant(folder / "rilis" / "1")
    (folder / "terbit").symlink_to("rilis/1")
    with serve(request.param, addressed, folder, "--root", str(folder / "terbit")) as running:
        yield running


def _plant(root: Path) -> None:
    """Put files there that nobody may read."""
    for name in (".git/config", "kapuas/.sitegen.json", f"{HANDEP}/.htaccess"):
        file = root / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("rahasia")
