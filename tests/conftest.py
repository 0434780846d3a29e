"""Fixtures that every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.helpers import Province, copied, faults, small_province

for name, examples, steps in (("default", 20, 12), ("long", 400, 40)):
    settings.register_profile(
        name,
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile(os.environ.get("SITEGEN_HYPOTHESIS", "default"))


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Province:
    """Give the small province after a first build; not to be changed."""
    province = small_province(tmp_path_factory.mktemp("asal") / "provinsi")
    assert not faults(province.build())
    return province


@pytest.fixture
def province(original: Province, tmp_path: Path) -> Province:
    """Give the small province as if it was never built."""
    return copied(original, tmp_path / "provinsi", built=False)


@pytest.fixture
def built(original: Province, tmp_path: Path) -> Province:
    """Give the small province after a first build."""
    return copied(original, tmp_path / "provinsi", built=True)
