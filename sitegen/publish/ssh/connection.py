"""One connection to a server over ssh: commands of a POSIX shell, and one that is kept running.

Keys, host keys, ports and jump hosts are those of the user's own ssh. All commands travel over one
connection (``ControlMaster``); once that is gone they fail, because with it went the lock.
"""

import contextlib
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO
from urllib.parse import unquote, urlsplit

from sitegen.publish.faults import PublishFault

FAILED = 255
"""The status with which ssh says that it could not connect."""
_OPTIONS = (
    "-oBatchMode=yes",
    "-oClearAllForwardings=yes",
    "-oConnectTimeout=20",
    "-oControlPersist=no",
    "-oLogLevel=ERROR",
    "-oRemoteCommand=none",
    "-oServerAliveInterval=15",
    "-CTax",
)
_SHARED = os.name != "nt"
"""Whether commands can share one connection; ssh of Windows cannot."""
_GRACE = 10
"""Seconds that the connection has to end by itself."""

_WORDS = (
    (
        r"Host key verification failed|HOST IDENTIFICATION HAS CHANGED|host key is known",
        "terbit-host-asing",
    ),
    (r"Permission denied|Too many authentication failures|no mutual signature", "terbit-ditolak"),
)


@dataclass(frozen=True, slots=True)
class Address:
    """A folder on a server. ``host`` may begin with a user, ``port`` 0 is left to ssh."""

    host: str
    port: int
    path: str

    @property
    def shown(self) -> str:
        """The address as messages name it."""
        return f"{self.host}:{self.path}"


def parse_address(text: str) -> Address:
    """Read ``user@host:/folder`` or ``ssh://user@host:port/folder``.

    A folder that does not begin with ``/`` lies in the user's home.

    Raises:
        PublishFault: it is neither, or a program could take a part of it for an option.
    """
    if text.startswith("ssh://"):
        with contextlib.suppress(ValueError):
            parts = urlsplit(text)
            user = f"{parts.username}@" if parts.username else ""
            path = unquote(parts.path).removeprefix("/~/")
            return _checked(Address(f"{user}{parts.hostname or ''}", parts.port or 0, path), text)
    host, _, path = text.partition(":")
    return _checked(Address(host, 0, path.removeprefix("~/")), text)


def _checked(address: Address, text: str) -> Address:
    host, path = address.host, address.path
    if re.fullmatch(r"(?:[^@\s:/-][^@\s:/]*@)?[^@\s/-][^@\s/]*", host) and re.match(
        r"[^-~\s]", path
    ):
        return address
    raise PublishFault("terbit-tempat-rsync", nilai=text)


class Connection:
    """A server that commands are run on.

    Args:
        ssh: the client, with options that go before ours.
        address: the server.
        private: a folder of this process alone.
    """

    def __init__(self, ssh: Sequence[str], address: Address, private: str) -> None:
        if shutil.which(ssh[0]) is None:
            raise PublishFault("terbit-tanpa-program", program=ssh[0])
        self.address, self._private = address, private
        port = (f"-p{address.port}",) if address.port else ()
        self._ssh = (*ssh, *_OPTIONS, *port)
        self._socket = os.path.join(private, "s")
        self._master: subprocess.Popen[bytes] | None = None

    @property
    def client(self) -> tuple[str, ...]:
        """The command that reaches the server over the connection, without the server's name."""
        if not _SHARED:
            return self._ssh
        # Were the connection gone, ssh would make a new one; that way is barred.
        return (*self._ssh, "-oControlMaster=no", "-oProxyCommand=false", "-S", self._socket)

    @contextmanager
    def held(self, script: str) -> Iterator[IO[bytes]]:
        """Keep a script running that ends when its input does; give what it says.

        Other commands go over its connection, so it must have said something before.
        """
        shared = ("-M", "-S", self._socket) if _SHARED else ()
        command = (*self._ssh, *shared, self.address.host, remote(script))
        with open(os.path.join(self._private, "pesan"), "w+b") as said:
            self._master = process = _start(command, said)
            try:
                assert process.stdin
                assert process.stdout
                yield process.stdout
            finally:
                _end(process)

    def ended(self, codes: Mapping[int, str]) -> PublishFault:
        """Give the fault that the script which was held ended with."""
        assert self._master
        _end(self._master)
        with open(os.path.join(self._private, "pesan"), "rb") as said:
            return self.fault(self._master.returncode, said.read(), codes)

    def run(self, script: str, given: bytes = b"", codes: Mapping[int, str] | None = None) -> bytes:
        """Run a script on the server; give what it says.

        Args:
            script: POSIX shell.
            given: its input.
            codes: the findings that its own statuses mean.

        Raises:
            PublishFault: it failed, or the server cannot be reached.
        """
        command = (*self.client, self.address.host, remote(script))
        done = subprocess.run(  # noqa: S603 - the host cannot be taken for an option
            command, input=given, capture_output=True, env=plain_environment(), check=False
        )
        if done.returncode:
            raise self.fault(done.returncode, done.stderr, codes or {})
        return done.stdout

    def fault(self, status: int, said: bytes, codes: Mapping[int, str]) -> PublishFault:
        """Give the fault that a command's status and words mean."""
        words = said.decode("utf-8", "replace")
        told, place = last_line(words), self.address.shown
        if code := codes.get(status):
            return PublishFault(code, tempat=place, program=told, sebab=told)
        if status == FAILED:
            return ssh_fault(words)
        return PublishFault("terbit-disk", tempat=place, sebab=told or str(status))


def _start(command: Sequence[str], said: IO[bytes]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - the host cannot be taken for an option
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=said,
        env=plain_environment(),
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a connection by ending its input."""
    if process.stdin and process.stdout:
        with contextlib.suppress(OSError):
            process.stdin.close()
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def remote(script: str) -> str:
    """Give the command that runs a script with the shell that POSIX promises."""
    return f"exec sh -c {shlex.quote(script)}"


def plain_environment() -> dict[str, str]:
    """Give this process's variables, with messages in the language that is looked for here."""
    return {**os.environ, "LC_ALL": "C"}


def ssh_fault(words: str) -> PublishFault:
    """Give the fault for a connection that ssh could not make, by what it said in the C locale."""
    for pattern, code in _WORDS:
        if re.search(pattern, words):
            return PublishFault(code, sebab=last_line(words))
    return PublishFault("terbit-tak-terhubung", passing=True, sebab=last_line(words))


def last_line(words: str) -> str:
    """Give the last line that says something, without its full stop."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    return lines[-1].rstrip(".") if lines else ""
