"""What the disk refused, as a finding."""

import os

from sitegen.diagnostics import Diagnostic, diagnose


def refusal(code: str, error: OSError, root: str) -> Diagnostic:
    """Make a finding of what the disk refused, at the file as seen from the workspace.

    Args:
        code: ``tidak-tertulis``, ``tidak-terbaca`` or ``tidak-terhapus``.
        error: what the system said.
        root: the workspace.
    """
    path = str(error.filename or root)
    inside = path.removeprefix(root + os.sep).replace(os.sep, "/")
    return diagnose(code, inside, sebab=error.strerror or type(error).__name__)
