"""What a build of one site takes and gives; the engine stands on the other side of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from sitegen.diagnostics import Diagnostic

OUTPUT_PREFIX = "@output/"
"""Names of inputs that begin so lie in the output folder: the summaries."""

MANIFEST = "manifest.json"
"""The file that the engine adds to every site: the list of its files."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One encoded picture; ``format`` is ``webp``, ``jpeg`` or ``share``, a JPEG for previews."""

    format: str
    width: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Rendered:
    """All renditions of a photo, the size in pixels of the largest, and its average colour."""

    width: int
    height: int
    renditions: tuple[Rendition, ...]
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file whose bytes lie in the memo: their digest, their size and where."""

    digest: str
    size: int
    place: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file whose digest and size are remembered, and whose bytes are made when they are wanted.

    The same bytes must come of it each time; they seldom are wanted, for the file mostly stands.
    """

    digest: str
    size: int
    make: Callable[[], bytes]


Content = bytes | Stored | Drawn
"""What a file of a site holds, or where it comes from."""


@dataclass(frozen=True, slots=True)
class StoredRendition:
    """A rendition in the memo."""

    format: str
    width: int
    file: Stored


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """The same with its renditions in the memo."""

    width: int
    height: int
    renditions: tuple[StoredRendition, ...]
    colour: str = ""


class Memo(Protocol):
    """Work that is remembered by the hash of what it was made from."""

    @property
    def templates(self) -> str:
        """The folder in which compiled templates are kept; empty where they are not."""
        ...

    def text(self, key: str, make: Callable[[], str]) -> str:
        """Give what was remembered under a key, or make it."""
        ...

    def picture(self, key: str, make: Callable[[], Rendered]) -> StoredPicture:
        """Give the renditions remembered under a key, or make them."""
        ...


class Files(Protocol):
    """Reads inputs by their names in the workspace."""

    def read(self, name: str) -> bytes:
        """Give a file's bytes; raises ``OSError``."""
        ...


@dataclass(frozen=True, slots=True)
class SiteJob:
    """All that one site is made from.

    ``files`` maps the names of the site's own inputs to their digests; ``siaran`` does so for the
    broadcasts aimed at it and their photos. ``theme`` holds the folders of the theme chain, the
    child first. ``summaries`` names the ``kim.json`` files that a kabupaten or the province reads;
    the province also gets the site and code of each kabupaten, and every site that has pages.
    ``below`` names the folders inside this site's that belong to other sites; ``contacts`` are
    those that its register and the registers above it declare. ``own`` is the address of a KIM
    that is read on a host of its own, ending in ``/``.
    Plain data: it travels to another process or machine.
    """

    site: str
    files: Mapping[str, str]
    provinsi: str
    kabupaten: str
    theme: tuple[str, ...]
    theme_digest: str
    today: date
    drafts: bool = False
    precompress: bool = False
    siaran: Mapping[str, str] = field(default_factory=dict)
    summaries: tuple[str, ...] = ()
    kabupaten_sites: tuple[tuple[str, str], ...] = ()
    published: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    contacts: frozenset[str] = frozenset()
    own: str = ""

    @property
    def level(self) -> str:
        """``kim``, ``kabupaten`` or ``provinsi``, by the depth of the site's name."""
        return ("provinsi", "kabupaten", "kim")[self.site.count("/") + bool(self.site)]


@dataclass(slots=True)
class SiteResult:
    """What one site became; equal for each build date in ``[valid_from, valid_until)``."""

    files: dict[str, Content] = field(default_factory=dict)
    summary: bytes = b""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    pages: int = 0
    scheduled: list[date] = field(default_factory=list)
    valid_from: date = date.min
    valid_until: date = date.max
