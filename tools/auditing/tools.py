"""The programs an audit needs, from their registries, and the build it looks at."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PLACE = ROOT / ".audit"
PACKAGES = {"axe-core": "4.14.1", "lighthouse": "12.8.2", "vnu-jar": "26.9.27"}
AXE = PLACE / "node_modules" / "axe-core" / "axe.min.js"
LIGHTHOUSE = PLACE / "node_modules" / "lighthouse" / "cli" / "index.js"
VNU = PLACE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def install() -> None:
    """Install the npm packages that are missing or of another version."""
    if {name: _installed(name) for name in PACKAGES} == PACKAGES:
        return
    PLACE.mkdir(exist_ok=True)
    (PLACE / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    wanted = [f"{name}@{version}" for name, version in PACKAGES.items()]
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--save-exact"]
    subprocess.run([program("npm"), "install", *options, *wanted], cwd=PLACE, check=True)


def _installed(name: str) -> str:
    record = PLACE / "node_modules" / name / "package.json"
    if not record.is_file():
        return ""
    return str(json.loads(record.read_text(encoding="utf-8"))["version"])


def program(name: str) -> str:
    """Give the path of a program.

    Raises:
        SystemExit: it is not there.
    """
    found = shutil.which(name)
    if not found:
        sys.exit(f"audit: {name} is not on the PATH")
    return found


def certificate() -> tuple[Path, Path]:
    """Give a certificate for loopback and its key, made once."""
    files = PLACE / "sertifikat.pem", PLACE / "kunci.pem"
    if not all(file.is_file() for file in files):
        PLACE.mkdir(exist_ok=True)
        command = [program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes"]
        command += ["-subj", "/CN=127.0.0.1", "-days", "3650"]
        command += ["-out", str(files[0]), "-keyout", str(files[1])]
        subprocess.run(command, check=True, capture_output=True)
    return files


def chromium() -> str:
    """Give the path of the system's Chromium."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), "/usr/bin/chromium")


def build() -> Path:
    """Build the sample province into a folder of the audit's own."""
    output = PLACE / "situs"
    command = [sys.executable, "-m", "sitegen", "build", "-w", str(ROOT), "--output", str(output)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    print("\n".join(done.stdout.strip().splitlines()[-4:]))
    if not (output / "index.html").is_file():
        sys.exit(f"audit: the sample cannot be built\n{done.stderr}")
    return output
