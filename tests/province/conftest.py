"""The network that the tests of numbers count by hand."""

import shutil

import pytest

from tests.helpers import TESTS, Province, faults, small_province

NETWORK = TESTS / "provinces" / "jaringan"
"""Laid over the small province: more potensi, aspirasi and agenda, and berita to show first."""


@pytest.fixture(scope="package")
def jaringan(tmp_path_factory: pytest.TempPathFactory) -> Province:
    """Give the network, built; tests leave it as it is."""
    province = small_province(tmp_path_factory.mktemp("jaringan") / "provinsi")
    shutil.copytree(NETWORK, province.root, dirs_exist_ok=True)
    report = province.build()
    assert faults(report) == []
    return province
