"""A source without the compressed twins of ``build --precompress``.

A web server sends a twin in place of its file. Object storage sends what is asked for by name, and
nobody asks for twins; what stands before the storage compresses by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.publish.target import File, Source
from sitegen.publish.tree import Tree, tree_digest


@dataclass(frozen=True, slots=True)
class WithoutTwins:
    """A source whose trees leave out the twins."""

    source: Source

    @property
    def sites(self) -> Mapping[str, str]:
        """The digest of each place's tree."""
        return {place: tree_digest(self.tree(place)) for place in self.source.sites}

    def tree(self, place: str) -> Tree:
        """Give the files of a place."""
        tree = self.source.tree(place)
        return {p: m for p, m in tree.items() if not (p[-3:] in (".gz", ".br") and p[:-3] in tree)}

    def file(self, place: str, path: str) -> File:
        """Give where a file of a place lies on this machine."""
        return self.source.file(place, path)
