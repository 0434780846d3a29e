"""What is needed of git, by its program or without it: a bare store of our own, and one branch.

The store lies in ``.sitegen/terbit/`` and knows nothing of any checkout. It may be deleted at any
time: what is online is asked for again.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from sitegen.publish.faults import PublishFault

_NEUTRAL = ("sitegen", "sitegen@localhost")
"""Who commits where git's configuration names nobody."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of a repository elsewhere, and where this machine keeps what it knows of it.

    ``workspace`` is where git's configuration is asked who commits.
    """

    url: str
    name: str
    store: str
    workspace: str

    @property
    def ref(self) -> str:
        """Its full name."""
        return f"refs/heads/{self.name}"


class Entry(NamedTuple):
    """What stands at a path: git's mode in octal, and the name of its object."""

    mode: str
    oid: str


class Edit(NamedTuple):
    """What becomes of a path: new bytes, an object that is known already, or nothing."""

    path: str
    content: bytes | Entry | None


class Draft(NamedTuple):
    """A commit to be made: on top of ``parent``, from the tree of ``base``.

    Both are empty for the first commit of a branch. ``when`` counts seconds since 1970.
    """

    parent: str
    base: str
    message: str
    when: int


class Store(Protocol):
    """A branch elsewhere, and what is known of it here. Every method may raise ``PublishFault``."""

    def head(self) -> str:
        """Ask for the commit that the branch names; empty where there is no such branch."""
        ...

    def has(self, commit: str) -> bool:
        """Say whether a commit is known here with all its trees."""
        ...

    def fetch(self, depth: int) -> str:
        """Fetch the newest commits with their trees, without files; give the newest."""
        ...

    def listing(self, commit: str, below: str = "") -> dict[str, Entry]:
        """Give every file of a commit by its path, or those below a folder."""
        ...

    def blobs(self, oids: Iterable[str]) -> Iterator[bytes]:
        """Give the bytes of files in the order asked for; fetch those not known, all at once."""
        ...

    def obtain(self, oids: Iterable[str]) -> None:
        """Fetch those files that are not known here, all at once."""
        ...

    def history(self, commit: str, limit: int) -> list[str]:
        """Give the commits known here from one back to its ancestors."""
        ...

    def commit(self, draft: Draft, edits: Iterable[Edit]) -> str:
        """Make a commit here: removals come first among the edits, known objects are here."""
        ...

    def push(self, commit: str, expected: str) -> None:
        """Let the branch name a commit, if it still names the expected one; send new objects.

        Raises:
            PublishFault: ``terbit-didahului`` if it names another.
        """
        ...

    def close(self) -> None:
        """Let go of what is open."""
        ...


def open_store(branch: Branch) -> Store:
    """Open the store of a branch with git's program, or with dulwich where that is missing.

    Raises:
        PublishFault: neither is installed.
    """
    if shutil.which("git"):
        from sitegen.publish.git.program import ProgramStore

        return ProgramStore(branch)
    try:
        from sitegen.publish.git.dulwich import DulwichStore
    except ImportError as missing:
        raise PublishFault("terbit-tanpa-program", program="git") from missing
    return DulwichStore(branch)


def committer(configured: Callable[[str], str]) -> str:
    """Give who commits, as git writes it: ``Name <address>``.

    Args:
        configured: gives what git's configuration says under a key, or an empty text.
    """
    name = os.environ.get("GIT_COMMITTER_NAME") or configured("user.name")
    address = os.environ.get("GIT_COMMITTER_EMAIL") or configured("user.email")
    given = (name, address) if name and address else _NEUTRAL
    plain = ("".join(c for c in text if c not in "<>\n\0") for text in given)
    return "{} <{}>".format(*plain)


def clean_environment() -> dict[str, str]:
    """Give this process's environment without another repository's places, in plain English.

    A publication may run inside a hook, where git names the repository of that hook.
    """
    ours = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "LANGUAGE": ""}
    return {k: v for k, v in os.environ.items() if k not in _PLACES} | ours


_PLACES = frozenset(
    (
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_CEILING_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_QUARANTINE_PATH",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
    )
)
