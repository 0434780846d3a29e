"""What the disk refuses is told at the file, as seen from the workspace."""

import errno
import os

import pytest

from sitegen.engine.refusal import refusal

ROOT = os.path.join(os.sep, "kerja")
FULL = os.strerror(errno.ENOSPC)
PAGE = os.path.join(ROOT, "output", "a.html")


@pytest.mark.parametrize(
    ("error", "file", "reason"),
    [
        (
            OSError(errno.ENOSPC, FULL, os.path.join(ROOT, "output", "a.html")),
            "output/a.html",
            FULL,
        ),
        (OSError(errno.ENOSPC, FULL, os.path.join(os.sep, "lain", "x")), "/lain/x", FULL),
        (OSError(errno.ENOSPC, FULL), ROOT.replace(os.sep, "/"), FULL),
        (TimeoutError(), ROOT.replace(os.sep, "/"), "TimeoutError"),
    ],
)
def test_a_refusal_names_its_file_and_the_reason(error: OSError, file: str, reason: str) -> None:
    found = refusal("tidak-tertulis", error, ROOT)
    assert (found.code, found.file, dict(found.params)) == (
        "tidak-tertulis",
        file,
        {"sebab": reason},
    )
