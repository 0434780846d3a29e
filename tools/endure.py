"""Long runs of what ``make test`` tries for a minute; each says what it did in figures.

    python tools/endure.py edits --count 2000   sequences of edits: incremental equals clean
    python tools/endure.py kills --count 300    builds ended by SIGKILL at random times
    python tools/endure.py faults               every seventh operation on the disk, every fault

The status is 1, with the case, when a promise was broken. Folders lie in memory where there is one.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.engine.accidents import ACCIDENTS, Disk, PowerCut, failing, killed_after
from tests.engine.scenes import SCENES, Scene
from tests.engine.test_incremental import MEMORY, Builds, editable_province
from tests.helpers import KIM, Province, copied, differences, faults, small_province


def edits(count: int, seed: int, folder: Path) -> str:
    """Take sequences of six edits each; a build follows each edit, a clean one every third."""
    Builds.origin = editable_province(folder / "asal").root
    Builds.thrift = 3
    Builds.tell = _every(100, "deret")
    machine = settings(
        max_examples=count,
        stateful_step_count=6,
        deadline=None,
        database=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
    random.seed(seed)
    run_state_machine_as_test(Builds, settings=machine)
    return f"{Builds.sequences} sequences of edits, {Builds.compared} comparisons, no difference"


def kills(count: int, seed: int, folder: Path) -> str:
    """End builds with two workers at random moments, and build again at once."""
    chance, tell = random.Random(seed), _every(50, "kill")
    outcomes: Counter[str] = Counter()
    scenes = list(_scenes(folder).items())
    durations = {name: _duration(scene, folder) for name, scene in scenes}
    while outcomes["killed"] < count:
        name, scene = scenes[outcomes.total() % len(scenes)]
        province = _copy(scene, folder)
        late = killed_after(province, chance.uniform(0, durations[name]))
        outcomes["too late" if late else "killed"] += 1
        _require_good(scene, province, f"{name}, kill {outcomes['killed']}")
        if not late:
            tell(outcomes["killed"])
    return f"{outcomes['killed']} kills ({outcomes['too late']} came too late), no difference"


def every_fault(count: int, seed: int, folder: Path) -> str:
    """Let each operation of a build fail in each way; ``count`` 1 takes all, 10 every tenth."""
    del seed
    outcomes: Counter[str] = Counter()
    for name, scene in _scenes(folder).items():
        for point in range(1, scene.operations + 1, count):
            for accident, lasting in ((a, lasting) for a in ACCIDENTS for lasting in (False, True)):
                province = _copy(scene, folder)
                case = f"{name}, operation {point}, {accident.__name__}, lasting: {lasting}"
                outcomes[_fail(scene, province, Disk(point, accident, lasting=lasting), case)] += 1
                _require_good(scene, province, case)
    return f"{outcomes.total()} faults {dict(outcomes)}, no difference"


def _fail(scene: Scene, province: Province, disk: Disk, case: str) -> str:
    try:
        with failing(disk):
            report = province.build()
    except PowerCut:
        said = "cut"
    else:
        said = "said" if report.failed else "harmless"
        if said == "harmless" and differences(province.tree(), scene.after):
            raise AssertionError(f"{case}: not said")
    for file, data in province.tree().items():
        whole = data in (scene.old.get(file), scene.after.get(file))
        if not whole and ".sitegen-tmp" not in file and file.startswith(KIM):
            raise AssertionError(f"{case}: {file} is neither old nor new")
    return said


def _require_good(scene: Scene, province: Province, case: str) -> None:
    """Require that the next build gives the bytes of a clean one, and one more does nothing."""
    report = province.build()
    wrong = [d.code for d in faults(report)] + differences(province.tree(), scene.after)
    if wrong or province.build().built:
        raise AssertionError(f"{case}: {wrong[:9]}")
    shutil.rmtree(province.root)


def _duration(scene: Scene, folder: Path) -> float:
    province = _copy(scene, folder)
    took = killed_after(province, None)
    shutil.rmtree(province.root)
    return took


def _copy(scene: Scene, folder: Path) -> Province:
    return copied(scene.before, folder / "percobaan", built=True)


def _scenes(folder: Path) -> dict[str, Scene]:
    original = small_province(folder / "asal")
    original.build()
    return {name: make(original, folder / name) for name, make in SCENES.items()}


def _every(step: int, what: str) -> Callable[[int], None]:
    started = time.monotonic()

    def tell(number: int) -> None:
        if number % step == 0:
            print(f"{what} {number}: {time.monotonic() - started:.0f} s", flush=True)

    return tell


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="sitegen-", dir=MEMORY) as folder:
        yield Path(folder)


RUNS = {"edits": (edits, 2000), "kills": (kills, 300), "faults": (every_fault, 7)}


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("run", choices=RUNS)
    parser.add_argument("--count", type=int)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    asked = parser.parse_args()
    run, usual = RUNS[asked.run]
    started = time.monotonic()
    with _folder() as folder:
        try:
            said = run(asked.count or usual, asked.seed, folder)
        except AssertionError as broken:
            sys.exit(f"seed {asked.seed}: {broken}")
    print(f"{said}; {time.monotonic() - started:.0f} s, seed {asked.seed}")


if __name__ == "__main__":
    main()
