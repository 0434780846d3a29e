"""One archive per KIM, whose pages work unserved: for a flash drive, a mirror, an archive.

The archives are files like any other: a folder with releases holds them, so what was online comes
back, and ``sitegen verify`` reads them again. They are made when the site changed, and kept in the
workspace until then.
"""

import json
import os
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property

from sitegen import __version__
from sitegen.engine.state import write_atomically
from sitegen.offline import write_archive
from sitegen.publish.faults import PublishFault
from sitegen.publish.folder.disk import mark_of
from sitegen.publish.sending import verified
from sitegen.publish.target import File, Source
from sitegen.publish.tree import Mark, Tree, inside, tree_digest

_MADE_BY = f"{__version__} zlib {zlib.ZLIB_RUNTIME_VERSION}"
"""What the bytes of an archive depend on besides its site."""


@dataclass(frozen=True, slots=True)
class _Made:
    """An archive on this machine: what it was made from, what it holds, and its stamp."""

    made_from: str
    sha256: str
    size: int
    changed: int


class ArchiveSource:
    """The archives of KIM.

    Args:
        source: the built sites.
        places: those of them that are KIM.
        folder: where archives are kept.
    """

    def __init__(self, source: Source, places: Iterable[str], folder: str) -> None:
        self._source, self._folder = source, folder
        self._places = sorted(set(places) & source.sites.keys())

    @cached_property
    def _trees(self) -> dict[str, Tree]:
        return {place: {self._name(place): self._mark(place)} for place in self._places}

    @property
    def sites(self) -> Mapping[str, str]:
        """The digest of each place's tree: one file."""
        return {place: tree_digest(tree) for place, tree in self._trees.items()}

    def tree(self, place: str) -> Tree:
        """Give the one file of a place."""
        return self._trees[place]

    def file(self, place: str, path: str) -> File:
        """Give where the archive of a place lies."""
        return File(self._folder, inside(place, path))

    def _site(self, place: str) -> str:
        """Give the folder of a built site."""
        return os.path.dirname(os.path.join(*self._source.file(place, "kim.json")))

    def _name(self, place: str) -> str:
        return f"{os.path.basename(self._site(place))}.zip"

    def _mark(self, place: str) -> Mark:
        """Give what an archive holds; make it where its site changed, or it was tampered with."""
        target = os.path.join(self._folder, *inside(place, self._name(place)).split("/"))
        note = f"{target}.json"
        made_from = f"{self._source.sites[place]} {_MADE_BY}"
        made = _read(note)
        if made and made.made_from == made_from and made.changed == _changed(target):
            return Mark(made.sha256, made.size)
        for path, mark in self._source.tree(place).items():
            verified(self._source, place, path, mark)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        above, kim = os.path.split(self._site(place))
        try:
            write_archive(above, kim, target)
        except OSError as error:
            raise PublishFault(
                "terbit-disk", tempat=str(error.filename or target), sebab=error.strerror or ""
            ) from error
        mark = mark_of(target)
        stamped = _Made(made_from, mark.sha256, mark.size, _changed(target))
        write_atomically(note, json.dumps(asdict(stamped)).encode())
        return mark


def _read(note: str) -> _Made | None:
    try:
        with open(note, "rb") as handle:
            return _Made(**json.loads(handle.read()))
    except (OSError, ValueError, TypeError):
        return None


def _changed(target: str) -> int:
    try:
        return os.stat(target).st_mtime_ns
    except OSError:
        return 0
