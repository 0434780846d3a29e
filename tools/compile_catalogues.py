"""Compile every ``sitegen/locale/*/LC_MESSAGES/*.po`` to the ``.mo`` that gettext reads.

Runs as a Hatch build hook (so that wheels and editable installs hold the catalogues) and as a
script: ``python tools/compile_catalogues.py``. Only the hook needs hatchling.
"""

import io
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent.parent / "sitegen" / "locale"
_NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands where the format wants a date: the same catalogue compiles to the same bytes."""


def read_catalogue(source: Path) -> Catalog:
    """Read a ``.po`` whose folder names its language."""
    with source.open("rb") as handle:
        catalogue = read_po(handle, locale=source.parent.parent.name, abort_invalid=True)
    catalogue.creation_date = _NO_DATE
    return catalogue


def compile_catalogues(locale: Path = LOCALE) -> None:
    """Write each catalogue's ``.mo`` beside its ``.po``; a reader never meets half a file."""
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        compiled = io.BytesIO()
        write_mo(compiled, read_catalogue(source))
        target = source.with_suffix(".mo")
        if target.exists() and target.read_bytes() == compiled.getvalue():
            continue
        part = target.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(compiled.getvalue())
        part.replace(target)


def get_build_hook() -> type:
    """Give the hook that Hatch calls before it packs or links the package."""
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class CatalogueHook(BuildHookInterface):  # type: ignore[misc]
        """Compiles before the files are gathered."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            del version, build_data
            compile_catalogues()

    return CatalogueHook


if __name__ == "__main__":
    compile_catalogues()
