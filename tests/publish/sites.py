"""Small sites as a build leaves them, for tests of publishing."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from sitegen.publish.target import File
from sitegen.publish.tree import Mark, Tree, inside, tree_digest

PROVINSI, KABUPATEN, KIM = "", "kapuas", "kapuas/kim-handep"
HOME, PAGE = "index.html", "berita/panen raya/index.html"
PHOTO, STYLE = "foto/lumbung désa's [1] $HOME.webp", "gaya-1a2b.css"

Served = dict[str, bytes]


class Sites:
    """Sites as a build leaves them, and the source that sends them.

    What a file holds is noted when it is written here: one that is changed behind this class's
    back is one that was changed after the build.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._trees: dict[str, dict[str, Mark]] = {}

    def write(self, place: str, path: str, text: str) -> None:
        """Write a file of a site."""
        data = text.encode()
        full = self.path(place, path)
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_bytes(data)
        mark = Mark(hashlib.sha256(data).hexdigest(), len(data))
        self._trees.setdefault(place, {})[path] = mark

    def remove(self, place: str, path: str) -> None:
        """Remove a file of a site."""
        self.path(place, path).unlink()
        del self._trees[place][path]

    def path(self, place: str, path: str) -> Path:
        """Give where a file of a site lies."""
        return self.root / inside(place, path)

    def expected(self, places: Iterable[str] = (PROVINSI, KABUPATEN, KIM)) -> Served:
        """Give what a reader meets once these sites are online."""
        return {
            inside(place, path): self.path(place, path).read_bytes()
            for place in places
            for path in self._trees[place]
        }

    @property
    def sites(self) -> Mapping[str, str]:
        """The digest of each place's tree."""
        return {place: tree_digest(tree) for place, tree in self._trees.items()}

    def tree(self, place: str) -> Tree:
        """Give the files of a place."""
        return dict(self._trees[place])

    def file(self, place: str, path: str) -> File:
        """Give where a file of a place lies."""
        return File(str(self.root), inside(place, path))


def small_sites(root: Path) -> Sites:
    """Write the province, one kabupaten and one KIM: 13 files."""
    sites = Sites(root)
    for place in (PROVINSI, KABUPATEN, KIM):
        sites.write(place, HOME, f"beranda {place}")
        sites.write(place, STYLE, "body { color: #222 }")
        sites.write(place, "manifest.json", f'{{"situs": "{place}"}}')
        sites.write(place, "kim.json", "{}")
    sites.write(KIM, PAGE, "Panen raya, 12 ton beras")
    sites.write(KIM, PHOTO, "sebuah foto")
    sites.write(KIM, "#tagar.html", "nama yang sebagian program anggap catatan")
    return sites
