"""Time a first publication, one with nothing to do, and one after a single edit.

``python benchmarks/publish.py [KIM] [ENTRIES]``, to a folder and to a real S3 server on loopback
(rclone's). Each publication is a process of its own, as from a terminal, and reads what the last
build left; ``at the target`` is the part of it that the target took. Seconds are of this machine at
this moment: compare only figures of one run.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from corpus import write_province

_ROOT = Path(__file__).resolve().parent.parent
_TARGETS = ("folder", "s3")
_REPEATS = 3


def sitegen(root: Path, *words: str) -> str:
    """Run a command in a workspace; give what it says."""
    command = [sys.executable, "-m", "sitegen", *words, "--workspace", str(root)]
    dated = {**os.environ, "SOURCE_DATE_EPOCH": "1795564800"}  # the day of build and publication
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, env=dated, text=True).stdout


def published(root: Path, target: str) -> dict[str, Any]:
    """Publish to a target; give its record, with the seconds of the whole process."""
    started = time.perf_counter()
    (record,) = json.loads(sitegen(root, "publish", target, "--format", "json"))
    return {**record, "whole": time.perf_counter() - started}


def fastest(records: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the record of the fastest publication."""
    return min(records, key=lambda record: float(record["whole"]))


def row(name: str, record: dict[str, Any]) -> str:
    """Give a line of the table."""
    files, size = record["files_sent"], record["bytes_sent"] / 1e6
    seconds = f"{record['whole']:10.2f} s{record['seconds']:12.2f} s"
    return f"{name:24}{files:8}{size:10.1f} MB{seconds}"


def measure(root: Path, sites: int, entries: int, endpoint: str) -> None:
    """Make the corpus, publish it in each way, print a table."""
    write_province(root, sites, entries)
    register = root / "content" / "provinsi.yml"
    targets = f"  - {{nama: folder, jenis: folder, tempat: {root}/srv}}\n"
    targets += f"  - {{nama: s3, jenis: s3, tempat: 's3://kim/situs', titik_akhir: '{endpoint}'}}\n"
    more = f"kartu_bagikan: tidak\npenerbitan:\n{targets}"  # what is timed is not drawing cards
    register.write_text(register.read_text("utf-8") + more, "utf-8")
    sitegen(root, "build")
    files = sum(len(names) for _folder, _folders, names in os.walk(root / "output"))
    print(f"{sites} KIM x {entries} berita, {files} files in all, {files / sites:.0f} per KIM")
    print(f"{'':24}{'files':>8}{'sent':>13}{'whole':>12}{'at the target':>14}")
    for target in _TARGETS:
        print(row(f"{target}: first", published(root, target)))
    for target in _TARGETS:
        nothing = [published(root, target) for _ in range(_REPEATS)]
        print(row(f"{target}: nothing to do", fastest(nothing)))
    edits: dict[str, list[dict[str, Any]]] = {target: [] for target in _TARGETS}
    edited = next((root / "content").glob("*/kim-0000/berita/*.md"))
    for number in range(_REPEATS):
        edited.write_text(edited.read_text("utf-8") + f"\nTambahan {number}.\n", "utf-8")
        sitegen(root, "build")
        for target in _TARGETS:
            edits[target].append(published(root, target))
    for target in _TARGETS:
        print(row(f"{target}: one edit", fastest(edits[target])))


def main() -> None:
    """Serve a bucket, measure, clean up."""
    sys.path.append(str(_ROOT))
    from tests.publish.s3server import serve_s3

    sites, entries = (int(a) for a in (*sys.argv[1:], "96", "145")[:2])
    root = Path(tempfile.mkdtemp(prefix="sitegen-bench-"))
    try:
        with serve_s3(root / "bucket") as server:
            os.environ.update(server.environment())
            measure(root / "province", sites, entries, server.endpoint)
    finally:
        shutil.rmtree(root)


if __name__ == "__main__":
    main()
