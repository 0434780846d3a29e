"""The quick look at versions says what the slow one says."""

import zlib
from importlib.metadata import PackageNotFoundError, version

import pytest

from sitegen.engine.jobs import LIBRARIES
from sitegen.engine.libraries import versions


def test_the_versions_are_those_that_are_installed() -> None:
    known = {library: version(library) for library in LIBRARIES}
    assert versions(LIBRARIES) == {**known, "zlib": zlib.ZLIB_RUNTIME_VERSION}


def test_a_library_that_is_missing_is_named() -> None:
    with pytest.raises(PackageNotFoundError, match="tidak-terpasang"):
        versions(["tidak-terpasang"])
