"""What the tests of content share: workspaces laid from folders, and expected texts on disk."""

import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from sitegen.diagnostics import Diagnostic, render_text
from tests.helpers import Province

TESTS = Path(__file__).parent
TODAY = date(2026, 12, 1)
"""The build date of the folders in ``tests/invalid`` and ``tests/golden``."""

REGENERATE = os.environ.get("SITEGEN_TULIS") == "1"
"""Whether expected files are written instead of compared."""


@contextmanager
def themes_of_tests() -> Iterator[None]:
    """Let sitegen come with the plain theme of the tests, and with no other.

    It stays in one place, so that its templates are compiled once for many workspaces.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sitegen.workspace.bundled", lambda name: str(TESTS / name))
        yield


def lay(root: Path, *layers: Path) -> Province:
    """Make a workspace from folders with ``content/``, the later over the earlier."""
    for layer in layers:
        for part in ("content", "themes"):
            if (layer / part).is_dir():
                shutil.copytree(layer / part, root / part, dirs_exist_ok=True)
    return Province(root)


def told(findings: list[Diagnostic]) -> str:
    """Give findings as ``sitegen check`` prints them."""
    return "".join(f"{line}\n" for line in render_text(findings))


def codes(findings: list[Diagnostic]) -> list[str]:
    """Give the codes of findings, in the order in which they were found."""
    return [finding.code for finding in findings]


def encoded(image: Image.Image, format_: str, **options: object) -> bytes:
    """Give a picture as the bytes of a file."""
    buffer = io.BytesIO()
    image.save(buffer, format_, **options)
    return buffer.getvalue()


def entry(fields: str, body: str = "Isi tulisan.\n") -> bytes:
    """Give the bytes of an entry with these lines of front matter."""
    return f"---\n{fields.rstrip()}\n---\n{body}".encode()


def refuses(read: Callable[[str], object], text: str) -> bool:
    """Say whether a reader of values refuses a text, as its contract is: by ``ValueError``."""
    try:
        read(text)
    except ValueError:
        return True
    return False
