"""A real S3 server on loopback: rclone's ``serve s3`` over a folder."""

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

KEY, SECRET = "KUNCIUJI0001", "rahasia-hanya-untuk-uji"
BUCKET = "kim"


@dataclass(frozen=True, slots=True)
class S3Server:
    """A server that listens. ``folder`` holds the objects of its one bucket as files."""

    endpoint: str
    folder: Path

    def environment(self) -> dict[str, str]:
        """Give the variables in which a publisher has its account."""
        return {
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_REGION": "us-east-1",
        }


def rclone() -> str | None:
    """Give the program, where it is installed: beside this Python, or on the PATH."""
    beside = Path(sys.executable).parent
    return shutil.which("rclone", path=str(beside)) or shutil.which("rclone")


@contextmanager
def serve_s3(folder: Path) -> Iterator[S3Server]:
    """Serve a bucket for as long as the context lasts.

    Raises:
        RuntimeError: the server ended before it listened.
    """
    program = rclone()
    assert program
    (folder / BUCKET).mkdir(parents=True, exist_ok=True)
    command = [program, "serve", "s3", "--config", "", "--addr", "127.0.0.1:0"]
    command += ["--auth-key", f"{KEY},{SECRET}", str(folder)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    drain = threading.Thread(target=process.stderr.read, daemon=True)
    try:
        address = _address(process.stderr)
        drain.start()  # what it says later is not read, but must not fill the pipe
        yield S3Server(address, folder / BUCKET)
    finally:
        process.kill()
        process.wait()
        if drain.ident:
            drain.join()
        process.stderr.close()


def _address(lines: Iterable[str]) -> str:
    said = []
    for line in lines:
        if found := re.search(r"Starting s3 server on \[(http://[\d.:]+)", line):
            return found[1]
        said.append(line)
    raise RuntimeError("".join(said))
