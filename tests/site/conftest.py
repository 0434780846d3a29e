"""Fixtures of the tests of one site."""

import pytest

from sitegen.site.kim import KimSite
from tests.helpers import Province
from tests.site.helpers import open_site, rich_province


@pytest.fixture(scope="package")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Province:
    """Give a province whose KIM has every type of entry; tests leave it as it is."""
    return rich_province(tmp_path_factory.mktemp("kaya") / "provinsi")


@pytest.fixture(scope="package")
def site(rich: Province) -> KimSite:
    """Give its KIM, read and composed."""
    return open_site(rich)
