"""The versions of the libraries that a build depends on, found without reading what they say.

``importlib.metadata`` parses each library's description as an e-mail, which takes longer than the
rest of a build with nothing to do; the name of the folder beside the library says the same.
"""

import os
import re
import sys
import zlib
from collections.abc import Iterable

_INFO = ".dist-info"


def versions(libraries: Iterable[str]) -> dict[str, str]:
    """Give the installed version of each library, and of zlib, which comes with Python.

    Raises:
        importlib.metadata.PackageNotFoundError: one is not installed.
    """
    installed: dict[str, str] = {}
    for folder in reversed(sys.path):
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        for name in names:
            if name.endswith(_INFO):
                library, _, version = name.removesuffix(_INFO).partition("-")
                installed[_normal(library)] = version
    found = {library: installed.get(_normal(library)) or _asked(library) for library in libraries}
    return {**found, "zlib": zlib.ZLIB_RUNTIME_VERSION}


def _normal(name: str) -> str:
    """Give a name in the form in which names are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).casefold()


def _asked(library: str) -> str:
    from importlib.metadata import version

    return version(library)
