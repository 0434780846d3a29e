"""What a target must be able to do. Each kind of target is one module."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from sitegen.publish.changes import Changes, Online
from sitegen.publish.records import Release
from sitegen.publish.tree import Mark, Tree

Tell = Callable[[str, int], object]
"""Told of each file that went: its place and its size in bytes."""


class File(NamedTuple):
    """A file on this machine: ``root`` joined with ``name``, its path in the target."""

    root: str
    name: str


class Source(Protocol):
    """What can be sent, by place: the empty place is the root of the target."""

    @property
    def sites(self) -> Mapping[str, str]:
        """The digest of each place's tree."""
        ...

    def tree(self, place: str) -> Tree:
        """Give the files of a place."""
        ...

    def file(self, place: str, path: str) -> File:
        """Give where a file of a place lies on this machine."""
        ...


class Session(Protocol):
    """A target while it is locked for one publisher. Every method may raise ``PublishFault``."""

    @property
    def online(self) -> Online:
        """What is online, by the target's own record."""
        ...

    def tree(self, place: str) -> tuple[Tree, Tree]:
        """Give the tree that is online at a place, and its retired assets."""
        ...

    def foreign(self, paths: Iterable[str]) -> set[str]:
        """Give those of some paths in the target at which someone else's file stands."""
        ...

    def apply(self, changes: Changes, source: Source, tell: Tell) -> str:
        """Make a release of changes, let it go online, and give its name.

        Until the end readers see the release before, and after it the new one; where a target
        cannot switch in one step, files go in the order of the changes, the record last. Bytes
        that differ from the tree's digest are refused. Repeating it after a kill completes it.
        """
        ...

    def releases(self) -> list[Release]:
        """Give the releases that can be brought back, the newest first."""
        ...

    def rollback(self, release: Release) -> None:
        """Bring a release back, and hold the trees that it replaces."""
        ...

    def survey(self) -> Iterator[tuple[str, Mark]]:
        """Read again every file that is online; give its path in the target and what it holds."""
        ...


class Target(Protocol):
    """A place where sites can be brought online."""

    def session(self, *, adopt: bool = False) -> AbstractContextManager[Session]:
        """Lock the target and read its record.

        Args:
            adopt: take a place that holds files of others and no record.

        Raises:
            PublishFault: it cannot be reached, is locked, or is not ours.
        """
        ...
