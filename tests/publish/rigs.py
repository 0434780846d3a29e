"""Targets that put releases beside each other on a disk, as tests handle them."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.publish.target import Target
from tests.helpers import tree
from tests.publish.publishing import Rig


def folder_rig(place: Path, target: Target) -> Rig:
    """Give a target whose releases stand in a folder of this machine; it keeps three."""
    current = place / "terbit"

    def plant(path: str, data: bytes) -> Callable[[], bytes]:
        root = current if current.exists() else place
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        return lambda: (root / path).read_bytes() if (root / path).exists() else b""

    def damage() -> None:
        record = place / "catatan" / f"{current.readlink().name}.json"
        record.write_text(record.read_text().replace('"situs"', '"disusupi"'))

    return Rig(target, lambda: tree(current), plant, damage)


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let this process write no file beyond a size in bytes, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
