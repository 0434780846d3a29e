"""Measure what KIM cost, and reckon from it what those of the whole country would.

``python tools/measure_scale.py [--kim 24] [--entries 50]`` writes a made-up province, builds it,
publishes it to object storage in memory, and puts the table into ``docs/skala.md``. Only KIM are
counted, not the kabupaten and the province above them. Times are those of the processor, so that
what else the machine does counts little.
"""

import argparse
import os
import pickle
import platform
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from obstore.store import MemoryStore
from PIL import Image, ImageFilter

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.corpus import write_province
from sitegen.cli.common import kim_sites
from sitegen.cluster.apart import ApartWay
from sitegen.cluster.commit import Origin
from sitegen.cluster.errand import Made
from sitegen.cluster.executor import Call
from sitegen.cluster.shared import SharedWay
from sitegen.cluster.upload import Bucket, Shelf
from sitegen.engine.state import StateStore
from sitegen.engine.survey import Options, state_folder, survey
from sitegen.engine.task import Outcome, Places, Task
from sitegen.publish.changes import decide
from sitegen.publish.local import BuiltSource, read_local
from sitegen.publish.objects.target import ObjectTarget
from sitegen.publish.tree import inside
from sitegen.site.contract import MANIFEST
from sitegen.workspace import Workspace

DOCUMENT = Path(__file__).parent.parent / "docs" / "skala.md"
BEGIN, END = "<!-- ukuran: tools/measure_scale.py -->", "<!-- /ukuran -->"
DAY = date(2026, 11, 24)
TODAY, ONE_DAY = 3_555, 83_000
"""KIM there are, and villages there may be one day."""
PHOTOS = 6
PROCESSORS = 64
"""Of a cluster that the table reckons with."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: seconds of processors, and the memory of its largest process in MB."""

    seconds: float
    memory: float


def build(root: Path, *more: str) -> Run:
    """Build a workspace in a process of its own, one site after the other."""
    code = (
        "import resource, sys; from sitegen.cli.main import main\n"
        "try: main()\n"
        "finally:\n"
        "    used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "    print(used.ru_utime + used.ru_stime, used.ru_maxrss)\n"
    )
    words = ["build", "-w", str(root), "--date", str(DAY), "--jobs", "1", *more]
    done = subprocess.run(
        [sys.executable, "-c", code, *words], stdout=subprocess.PIPE, text=True, check=False
    )
    seconds, memory = done.stdout.splitlines()[-1].split()
    return Run(float(seconds), float(memory) / 1024)


def add_photos(root: Path, sites: int) -> None:
    """Give the first texts of some KIM a photo of 12 megapixels each."""
    noise = Image.effect_noise((4000, 3000), 90).convert("RGB")
    picture = Image.blend(
        noise, Image.linear_gradient("L").resize((4000, 3000)).convert("RGB"), 0.6
    )
    picture = picture.filter(ImageFilter.GaussianBlur(1))
    for folder in sorted((root / "content").glob("*/kim-*"))[:sites]:
        for number, text in enumerate(sorted(folder.glob("berita/*.md"))[:PHOTOS]):
            picture.putpixel((number, sites), (255, 0, 0))
            photo = text.with_suffix(".jpg")
            exif = Image.Exif()
            exif[0x010E] = f"{folder.name} {number}"
            picture.save(photo, quality=88, exif=exif)
            said = text.read_text("utf-8")
            text.write_text(
                said.replace("\n", f"\nfoto: {photo.name}\nketerangan_foto: Kegiatan\n", 1)
            )


def size(folder: Path, pattern: str = "**/*") -> tuple[int, int]:
    """Count files and bytes below a folder."""
    sizes = [path.stat().st_size for path in folder.glob(pattern) if path.is_file()]
    return len(sizes), sum(sizes)


class Counted:
    """A store that counts what is asked of it."""

    def __init__(self, store: MemoryStore) -> None:
        self.store, self.asked = store, Counter[str]()

    def __getattr__(self, name: str) -> object:
        method = getattr(self.store, name)
        if not callable(method):
            return method

        def counted(*given: object, **more: object) -> object:
            # A deletion takes 1,000 objects at once, a listing gives as many (S3 API).
            self.asked[name] += 1
            return method(*given, **more)

        return counted

    def taken(self) -> int:
        """Give how many requests there were since the last time."""
        count, self.asked = self.asked.total(), Counter[str]()
        return count


def publish(workspace: Workspace, target: ObjectTarget) -> None:
    """Publish what was built, as ``sitegen publish`` does."""
    local = read_local(workspace, workspace.output)
    source = BuiltSource(local, {site: site for site in local.ready if "/" in site})
    with target.session() as session:
        changes = decide(source.sites, frozenset(), session.online, source.tree, session.tree)
        new = {inside(c.place, p) for c in changes.sites for p in c.send}
        session.foreign(new)
        if changes:
            session.apply(changes, source, lambda _place, _size: None)


def wire(workspace: Workspace) -> dict[str, float]:
    """Give how many bytes a KIM takes on the way to a worker and back, by way."""
    seen = survey(workspace, Options(workspace.output, DAY))
    store = StateStore(state_folder(workspace, workspace.output))
    places = Places(workspace.root, workspace.output, store.folder, f"{workspace.cache}/memo")
    origin = Origin("https://git.contoh.id/provinsi.git", "0" * 40)
    bucket = Shelf(MemoryStore(), Bucket("s3://kim/situs"))
    total, nothing = Counter[str](), StateStore(f"{workspace.cache}/tiada").folder
    for site, job in seen.jobs.kim.items():
        task = Task(job, seen.jobs.inputs[site], places)
        first = Task(job, seen.jobs.inputs[site], Places(places.root, "-", nothing, "-"))
        state = store.load(site)
        assert state
        bare = Outcome(site, diagnostics=state.diagnostics)
        folder = Path(workspace.output, site)
        files = {path: (folder / path).read_bytes() for path in state.outputs}
        thin = {path: files[path] for path in ("kim.json", MANIFEST)}
        total["bersama"] += packed(SharedWay(workspace).order(task)) + packed(bare)
        total["kembali"] += packed(ApartWay(workspace, origin, None).order(first))
        total["kembali"] += packed(Made(bare, state, files))
        total["bucket"] += packed(ApartWay(workspace, origin, bucket).order(task))
        total["bucket"] += packed(Made(bare, state, thin))
    return {way: count / len(seen.jobs.kim) for way, count in total.items()}


def packed(value: Call[Any] | Outcome | Made) -> int:
    """Give the size of what travels."""
    return len(pickle.dumps(value, protocol=5))


def figures(kim: int, entries: int) -> Iterator[tuple[str, str, str, str]]:
    """Yield rows: what, for one KIM, for all KIM of today, for all villages."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_province(root, kim, entries)
        workspace = Workspace(str(root))
        sites = [word for site in kim_sites(workspace) for word in ("--only", site)]
        first = build(root, *sites)
        files, output = size(root / "output")
        pages = size(root / "output", "**/*.html")[0]
        state = size(root / ".sitegen" / "state" / "situs")[1]
        stamps = (root / ".sitegen" / "state" / "berkas.json").stat().st_size
        texts = size(root / ".sitegen" / "memo" / "teks")[1]
        summaries = size(root / "output", "*/*/kim.json")[1]
        content = size(root / "content")[1]
        store = Counted(MemoryStore())
        target = ObjectTarget(store, "s3://kim/situs", 5)  # type: ignore[arg-type]
        publish(workspace, target)
        requests = store.taken()
        publish(workspace, target)
        idle = store.taken()
        text = next(iter(sorted((root / "content").glob("*/kim-*/berita/*.md"))))
        text.write_text(f"{text.read_text('utf-8')}\nSatu kalimat lagi.\n", "utf-8")
        build(root, *sites)
        publish(workspace, target)
        edited = store.taken()
        ways = wire(workspace)
        nothing = build(root, *sites)
        with_photos = min(8, kim)
        add_photos(root, with_photos)
        photos = build(root, *sites)
        taken = with_photos * PHOTOS
        more = size(root / "output")[1] - output
    alone = first.seconds / kim
    yield "situs yang diukur", f"{kim} KIM × {entries} tulisan", "", ""
    yield "halaman", f"{pages / kim:.0f}", *by_number(pages / kim, 1, "")
    yield (
        "waktu prosesor, bangun pertama",
        f"{decimal(alone, 2)} s",
        *by_number(alone, 3600, " jam"),
    )
    yield (
        f"lamanya dengan {PROCESSORS} prosesor",
        "",
        *by_number(alone / PROCESSORS, 60, " menit"),
    )
    yield "waktu prosesor per halaman", f"{decimal(1000 * first.seconds / pages)} ms", "", ""
    yield "bangun tanpa perubahan", f"{decimal(nothing.seconds)} s seluruhnya", "", ""
    yield "memori proses terbesar", f"{first.memory:.0f} MB", "", ""
    yield "isi (teks saja)", kb(content / kim), *by_number(content / kim, 2**30, " GB")
    yield "hasil (tanpa foto)", kb(output / kim), *by_number(output / kim, 2**30, " GB")
    yield "berkas hasil", f"{files / kim:.0f}", *by_number(files / kim, 1, "")
    yield "catatan (`state/situs/`)", kb(state / kim), *by_number(state / kim, 2**30, " GB")
    yield (
        "sidik isi (`state/berkas.json`)",
        kb(stamps / kim),
        *by_number(stamps / kim, 2**20, " MB"),
    )
    yield "HTML yang diingat (`memo/teks/`)", kb(texts / kim), *by_number(texts / kim, 2**30, " GB")
    yield "ringkasan (`kim.json`)", kb(summaries / kim), *by_number(summaries / kim, 2**20, " MB")
    one = (photos.seconds - nothing.seconds) / taken
    yield "satu foto 12 megapiksel", f"{decimal(one, 2)} s, {kb(more / taken)}", "", ""
    yield "permintaan, terbit pertama", f"{requests / kim:.0f}", *by_number(requests / kim, 1, "")
    yield "permintaan, satu berita berubah", f"{edited} seluruhnya", f"{edited}", f"{edited}"
    yield "permintaan, terbit tanpa perubahan", f"{idle} seluruhnya", f"{idle}", f"{idle}"
    for way, name in (
        ("bersama", "lewat jaringan kluster: folder bersama"),
        ("bucket", "lewat jaringan kluster: hasil ke bucket"),
        ("kembali", "lewat jaringan kluster: hasil kembali"),
    ):
        yield name, kb(ways[way]), *by_number(ways[way], 2**30, " GB")


def kb(count: float) -> str:
    """Give bytes as people read them."""
    return f"{count / 1024:.0f} KB" if count < 2**20 else f"{decimal(count / 2**20)} MB"


def decimal(value: float, places: int = 1) -> str:
    """Give a number as Indonesians write it."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def by_number(each: float, unit: float, name: str) -> tuple[str, str]:
    """Reckon for all KIM of today, and for all villages."""
    all_of = [each * count / unit for count in (TODAY, ONE_DAY)]
    places = (0 if value >= 10 else 1 if value >= 1 else 2 for value in all_of)
    today, one_day = (decimal(v, p) + name for v, p in zip(all_of, places, strict=True))
    return today, one_day


def table(kim: int, entries: int) -> str:
    """Give the table with the machine it was measured on."""
    rows = [
        f"| | satu KIM | {decimal(TODAY, 0)} KIM | {decimal(ONE_DAY, 0)} desa |",
        "|---|---|---|---|",
        *(f"| {' | '.join(row)} |" for row in figures(kim, entries)),
    ]
    machine = f"{os.cpu_count()} prosesor {platform.machine()}, Python {platform.python_version()}"
    command = f"python tools/measure_scale.py --kim {kim} --entries {entries}"
    return "\n".join([*rows, "", f"Diukur dengan `{command}` pada {machine}, tema `dasar`."])


def main() -> None:
    """Measure, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kim", type=int, default=24)
    parser.add_argument("--entries", type=int, default=50)
    chosen = parser.parse_args()
    made = table(chosen.kim, chosen.entries)
    print(made)
    text = DOCUMENT.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    DOCUMENT.write_text(f"{before}{BEGIN}\n{made}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
