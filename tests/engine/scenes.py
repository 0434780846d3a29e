"""Provinces before a build, what the build gives, and how often it touches the disk."""

from pathlib import Path

from tests.engine.accidents import Disk, failing
from tests.helpers import HANDEP, SANGGU, TELO, Province, Tree, bitmap, copied, entry


def edit(province: Province) -> None:
    """Change something of every kind: texts, photos, names, registers, a KIM that goes."""
    berita = f"content/{HANDEP}/berita"
    province.move(f"{berita}/2026-11-20-titian-baru.md", f"{berita}/2026-11-20-titian-rt-003.md")
    province.replace(f"{berita}/2026-11-18-panen-raya.md", "12 ton", "13 ton")
    province.write(f"{berita}/panen.jpg", bitmap(3))
    province.replace(f"content/{HANDEP}/kim.yml", "KIM Handep", "KIM Handep Hapakat")
    province.remove(f"content/{TELO}")
    province.write("content/kapuas/kim-baru/kim.yml", province.read(f"content/{SANGGU}/kim.yml"))
    province.replace("content/kapuas/kim-baru/kim.yml", "62.04.06", "62.03.06")
    province.write("content/kapuas/kim-baru/berita/awal.md", entry("Awal"))
    province.replace("content/siaran/2026-11-20-waspada-karhutla.md", "foto: asap.jpg\n", "")


class Scene:
    """A province before a build, how many operations the build takes, and what it gives."""

    def __init__(self, before: Province, folder: Path) -> None:
        self.before = before
        trial = copied(before, folder, built=True)
        with failing(Disk(0, list)) as disk:
            trial.build()
        self.operations, self.after = disk.count, trial.tree()
        self.old: Tree = before.tree() if before.output.exists() else {}

    def point(self, number: int, of: int) -> int:
        """Give an operation: those of all numbers below ``of`` are spread over the whole build."""
        return 1 + number * (self.operations - 1) // (of - 1)


def first_build(original: Province, folder: Path) -> Scene:
    """Give the scene of a first build."""
    before = copied(original, folder / "sebelum", built=False)
    before.output.mkdir()
    return Scene(before, folder / "sesudah")


def build_after_edits(original: Province, folder: Path) -> Scene:
    """Give the scene of a build after many edits."""
    before = copied(original, folder / "sebelum", built=True)
    edit(before)
    return Scene(before, folder / "sesudah")


SCENES = {"first": first_build, "edited": build_after_edits}
