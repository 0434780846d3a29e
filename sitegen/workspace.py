"""Where things are: the folders of a workspace, and what comes with the package."""

import os
from dataclasses import dataclass
from functools import cache

PROVINCE_FILE = "provinsi.yml"


class WorkspaceMissing(Exception):  # noqa: N818 - read as a sentence where it is caught
    """No workspace at the place that was named, or upward from it."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder with ``content/``, ``themes/`` and ``output/``; an absolute path."""

    root: str

    @property
    def content(self) -> str:
        """The folder of all texts."""
        return os.path.join(self.root, "content")

    @property
    def output(self) -> str:
        """Where sites are written unless another folder is named."""
        return os.path.join(self.root, "output")

    @property
    def cache(self) -> str:
        """Where state and memo are kept; may be deleted at any time."""
        return os.path.join(self.root, ".sitegen")

    def locate(self, name: str) -> str:
        """Give the path on disk of a name relative to the workspace."""
        return os.path.join(self.root, *name.split("/"))

    def theme_folders(self) -> tuple[str, ...]:
        """The folders in which themes are looked for, the workspace's own first."""
        own = os.path.join(self.root, "themes")
        given = bundled("themes")
        return (own,) if os.path.realpath(own) == os.path.realpath(given) else (own, given)


def find_workspace(named: str | None, start: str) -> Workspace:
    """Give the workspace that was named, or the nearest one upward from a folder.

    Raises:
        WorkspaceMissing: there is none.
    """
    if named is not None:
        root = os.path.abspath(named)
        if os.path.isfile(os.path.join(root, "content", PROVINCE_FILE)):
            return Workspace(root)
        raise WorkspaceMissing(root)
    folder = os.path.abspath(start)
    while True:
        if os.path.isfile(os.path.join(folder, "content", PROVINCE_FILE)):
            return Workspace(folder)
        parent = os.path.dirname(folder)
        if parent == folder:
            raise WorkspaceMissing(os.path.abspath(start))
        folder = parent


@cache
def bundled(name: str) -> str:
    """Give the folder of the themes or the sample content that come with the package.

    A wheel holds them inside the package; a checkout has them beside it.
    """
    package = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(package, "bundled", name)
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), name)
