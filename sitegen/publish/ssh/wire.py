"""How paths and files travel through the input and the output of a script on a server."""

import re
from collections.abc import Iterable, Mapping
from typing import IO

from sitegen.publish.tree import Mark

BEGIN, END = b"sitegen", b"akhir"
"""The words around the files that a script says; what a login script says comes before."""


def read_files(stream: IO[bytes]) -> tuple[str, dict[str, bytes]]:
    """Read the name and the files that a script says.

    Raises:
        EOFError: it ended before it gave all.
    """
    line = stream.readline()
    while line.split(maxsplit=1)[:1] != [BEGIN]:
        if not line:
            raise EOFError
        line = stream.readline()
    name = line[len(BEGIN) :].strip().decode("utf-8", "replace")
    files = {}
    while (line := stream.readline()).strip() != END:
        size, _, path = line.decode("utf-8", "replace").strip().partition(" ")
        if not size.isdigit():
            raise EOFError
        files[path] = stream.read(int(size))
    return name, files


def as_input(files: Mapping[str, bytes]) -> bytes:
    """Give files as the input of a script that writes them."""
    return b"".join(f"{len(data)} {name}\n".encode() + data for name, data in files.items())


def sum_line(path: str, mark: Mark) -> bytes:
    """Give a line for ``sha256sum -c``; a line that begins with a backslash has escapes."""
    escaped = path.replace("\n", "\\n")
    lead = "\\" if escaped != path else ""
    return f"{lead}{mark.sha256}  {escaped}\n".encode("utf-8", "surrogateescape")


def as_list(paths: Iterable[str]) -> bytes:
    return b"".join(path.encode("utf-8", "surrogateescape") + b"\0" for path in paths)


def from_list(data: bytes) -> list[str]:
    return [row for row in data.decode("utf-8", "surrogateescape").split("\0") if row]


def read_sums(data: bytes) -> dict[str, str]:
    """Read what ``sha256sum -z`` says; give digests by paths."""
    found = {}
    for row in from_list(data):
        if match := re.match(r"([0-9a-f]{64}) [ *](.*)", row, re.DOTALL):
            found[match[2]] = match[1]
    return found
