"""Compile every ``sitegen/locale/*/LC_MESSAGES/*.po`` to the ``.mo`` that gettext reads.

Runs as a Hatch build hook (so that wheels and editable installs hold the catalogues) and as a
script: ``python tools/compile_catalogues.py``.
"""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path(__file__).resolve().parent.parent / "sitegen" / "locale"


def compile_catalogues() -> None:
    """Write each catalogue's ``.mo`` beside its ``.po``."""
    for source in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as handle:
            catalogue = read_po(handle, locale=source.parent.parent.name)
        with source.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalogue)


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """The hook that Hatch calls before it packs or links the package."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are gathered."""
        del version, build_data
        compile_catalogues()


if __name__ == "__main__":
    compile_catalogues()
