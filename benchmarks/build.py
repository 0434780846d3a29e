"""Time a cold build, one with nothing to do, and one after a single edit.

``python benchmarks/build.py [KIM] [ENTRIES]``; each build is a process of its own, as from a
terminal. Seconds are of this machine at this moment: compare only figures of one run.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import write_province

_SITEGEN = [sys.executable, "-m", "sitegen"]


def timed(root: Path, *options: str) -> float:
    """Build a workspace in a process of its own, and give its seconds."""
    started = time.perf_counter()
    subprocess.run(
        [*_SITEGEN, "build", "--workspace", str(root), "--date", "2026-11-24", *options],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - started


def main() -> None:
    """Make the corpus, build it in each way, print a table."""
    sites, entries = (int(a) for a in (*sys.argv[1:], "20", "50")[:2])
    root = Path(tempfile.mkdtemp(prefix="sitegen-bench-"))
    try:
        write_province(root, sites, entries)
        cold = timed(root)
        nothing = min(timed(root) for _ in range(3))
        edited = next((root / "content").glob("*/kim-0000/berita/*.md"))
        edits = []
        for number in range(3):
            edited.write_text(edited.read_text("utf-8") + f"\nTambahan {number}.\n", "utf-8")
            edits.append(timed(root))
        pages = sum(1 for _ in (root / "output").rglob("*.html"))
    finally:
        shutil.rmtree(root)
    print(f"{sites} KIM x {entries} berita, {pages} pages")
    print(f"cold          {cold:8.2f} s   {cold / (sites * entries) * 1000:.2f} ms per berita")
    print(f"nothing to do {nothing:8.2f} s   {nothing / cold:.3f} of cold")
    print(f"one edit      {min(edits):8.2f} s   {min(edits) / cold:.3f} of cold")


if __name__ == "__main__":
    main()
