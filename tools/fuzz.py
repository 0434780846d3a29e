"""Feeds hostile bytes to whatever reads bytes, guided by the code they reach (needs atheris).

    python tools/fuzz.py --minutes 15           each target in turn
    python tools/fuzz.py article --minutes 60   one target

Minutes are of processor time, so that a busy machine does as much as a quiet one.
Targets and what must hold are in ``tests/hostile/targets.py``. Each new way to fail is kept in
``.fuzz/found/<target>/``, the corpus in ``.fuzz/corpus/<target>/``. What is mended moves to
``tests/regressions/<target>/``, where a test reads it for ever.
"""

import argparse
import json
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

ROOT = Path(__file__).parents[1]
KEPT = ROOT / ".fuzz"
MEGABYTES = 2048
"""Most memory of a fuzzing process; what needs more counts as a fault."""
MOST_DEATHS = 9
"""A target whose process hangs or dies so often is left for another time."""
SLOWER = 4
"""How much slower code is that counts what it reaches."""
LONGEST = {"front": 4096, "article": 4096, "picture": 16384, "sheet": 32768}
"""Bytes of an input; libFuzzer begins with short ones."""

sys.path.insert(0, str(ROOT))


def seeds(target: str) -> Iterator[bytes]:
    """Give sound and faulty files to begin with."""
    regressions = ROOT / "tests" / "regressions" / target
    if regressions.is_dir():
        yield from (path.read_bytes() for path in sorted(regressions.iterdir()))
    if target in ("front", "article"):
        for number, path in enumerate(sorted((ROOT / "tests").glob("*/*/content/**/*.*"))):
            if path.suffix in (".md", ".yml") and path.stat().st_size < LONGEST[target]:
                yield bytes([number % 12]) + path.read_bytes()
    elif target == "picture":
        from tests.hostile.seeds import pictures

        yield from pictures()
    else:
        from tests.hostile.seeds import sheets

        yield from sheets()


class Feeder:
    """Feeds a target, keeps each new way to fail, and writes down what was done."""

    def __init__(self, target: str, seconds: float) -> None:
        import atheris

        with atheris.instrument_imports(include=["sitegen", "markdown", "yaml", "PIL"]):
            from tests.hostile import targets

        targets.SECONDS *= SLOWER
        self.name, self.target = target, targets.TARGETS[target]
        self.runs, self.ways, self.told, self.end = 0, set[str](), 0.0, seconds

    def __call__(self, data: bytes) -> None:
        """Feed an input."""
        self.runs += 1
        try:
            self.target(data)
        except Exception as error:  # every one is a broken promise
            self._keep(data, error)
        used = time.process_time()
        if used > min(self.told + 5, self.end):
            self.told = used
            record = {"runs": self.runs, "seconds": round(used)}
            (KEPT / f"{self.name}-{os.getpid()}.json").write_text(json.dumps(record))
        if used > self.end:
            os._exit(0)  # the fuzzer's own way out prints pages of statistics

    def _keep(self, data: bytes, error: Exception) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        own = [f"{frame.filename}:{frame.lineno}" for frame in frames[-3:]]
        way = f"{type(error).__name__} {own}"
        if way in self.ways or len(self.ways) > 50:
            return
        self.ways.add(way)
        name = blake2b(way.encode(), digest_size=4).hexdigest()
        (KEPT / "found" / self.name / name).write_bytes(data)
        print(f"{self.name}: {type(error).__name__}: {str(error)[:200]} -> {name}", flush=True)


def feed(target: str, seconds: int) -> None:
    """Fuzz in this process until the time is over; does not return."""
    import atheris

    feeder = Feeder(target, seconds)  # first: what is imported before is not guided
    corpus = KEPT / "corpus" / target
    for number, seed in enumerate(seeds(target)):
        (corpus / f"seed-{number:04}").write_bytes(seed)
    found = KEPT / "found" / target
    options = [
        f"-max_len={LONGEST[target]}",
        f"-rss_limit_mb={MEGABYTES}",
        "-timeout=60",
        "-verbosity=0",
        "-print_final_stats=0",
        f"-artifact_prefix={found}/",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], feeder)
    atheris.Fuzz()


def fuzz(target: str, minutes: float) -> None:
    """Fuzz a target in a process of its own, again if it dies, until the time is used up."""
    for folder in ("corpus", "found"):
        (KEPT / folder / target).mkdir(parents=True, exist_ok=True)
    for old in KEPT.glob(f"{target}-*.json"):
        old.unlink()
    runs = used = deaths = 0
    while used < minutes * 60 and deaths < MOST_DEATHS:
        left = int(minutes * 60 - used) + 1
        done = subprocess.run(
            [sys.executable, __file__, "--feed", target, str(left)],
            check=False,
            stderr=subprocess.DEVNULL,
        )
        deaths += done.returncode != 0
        records = [json.loads(path.read_text()) for path in KEPT.glob(f"{target}-*.json")]
        runs, used = (sum(record[key] for record in records) for key in ("runs", "seconds"))
    found = len(list((KEPT / "found" / target).iterdir()))
    print(f"{target}: {runs} inputs in {used} s, {deaths} deaths, {found} kept in .fuzz/found")


def main() -> None:
    """Run what was asked for; the status is 1 when something was found."""
    if sys.argv[1:2] == ["--feed"]:
        feed(sys.argv[2], int(sys.argv[3]))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("targets", nargs="*", choices=[*LONGEST, []])
    parser.add_argument("--minutes", type=float, default=5, help="for each target")
    asked = parser.parse_args()
    for target in asked.targets or LONGEST:
        fuzz(target, asked.minutes)
    sys.exit(any(path.is_file() for path in (KEPT / "found").glob("*/*")))


if __name__ == "__main__":
    main()
