"""Real web servers on loopback, and requests to them under the names that the register gives."""

import http.client
import os
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from sitegen.hosting.trial import find_server, nginx_frame
from tests.helpers import Province, run

CADDY_FRAME = """{{
    admin unix/{folder}/admin
    auto_https off
}}
import {file}
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Server:
    """A server on loopback."""

    port: int

    def get(self, url: str, **headers: str) -> Answer:
        """Ask for an address as if its host stood here; redirects are not followed."""
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            given = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", path, headers={"Host": parts.netloc, **given})
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.headers.items()), answer.read())
        finally:
            connection.close()


def free_port() -> int:
    """Give a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def program_of(name: str) -> str:
    """Give the path of a server; without it the test is skipped."""
    return find_server(name) or pytest.skip(f"{name} is not installed")


@contextmanager
def serve(name: str, province: Province, folder: Path, *options: str) -> Iterator[Server]:
    """Serve a built province with the settings that ``sitegen server-config`` writes for it."""
    program_of(name)
    port, file = free_port(), folder / "kim.conf"
    said = run(
        *("server-config", name, "--http", f"127.0.0.1:{port}", "--output", str(file), *options),
        cwd=province.root,
    )
    assert said.returncode == 0, said.stderr
    with started(name, file, folder):
        yield Server(port)


@contextmanager
def started(name: str, file: Path, folder: Path) -> Iterator[None]:
    """Start a server with a file of settings, and stop it.

    Both servers come back from their start only when they listen.
    """
    frame = folder / "utama.conf"
    if name == "nginx":
        frame.write_text(nginx_frame(str(folder), str(file)))
        start, stop = ["-c", str(frame)], ["-c", str(frame), "-s", "stop"]
    else:
        frame.write_text(CADDY_FRAME.format(folder=folder, file=file))
        start = ["start", "--adapter", "caddyfile", "--config", str(frame)]
        stop = ["stop", "--address", f"unix/{folder}/admin"]
    _call(name, start, folder)
    try:
        yield
    finally:
        _call(name, stop, folder)


def _call(name: str, arguments: list[str], folder: Path) -> None:
    """Run a server's program, with ``folder`` for all that it keeps of its own."""
    homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(folder))
    subprocess.run(
        [program_of(name), *arguments],
        check=True,
        timeout=60,
        env={**os.environ, **homes},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
