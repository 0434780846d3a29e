"""The rsync program: files to a server, by a list, over a connection that is there."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Collection, Iterator

from sitegen.publish.faults import PublishFault
from sitegen.publish.ssh.connection import (
    FAILED,
    Connection,
    last_line,
    plain_environment,
    ssh_fault,
)

_OPTIONS = (
    "--8-bit-output",
    "--checksum",
    "--chmod=D755,F644",
    "--from0",
    "--out-format=%i %n",
    "--perms",
    "--protect-args",
)
_ABSENT, _FILE_IO = 127, 11
_PARTIAL = (23, 24)
_LINE = (10, 12, 30, 35)
"""Statuses of rsync(1): errors in socket I/O and in the protocol stream, and timeouts."""


class Rsync:
    """The program, for one connection.

    Args:
        connection: to the server.
        private: a folder of this process alone.
    """

    def __init__(self, connection: Connection, private: str) -> None:
        if shutil.which("rsync") is None:
            raise PublishFault("terbit-tanpa-program", program="rsync")
        self._connection, self._private = connection, private

    def send(self, root: str, names: Collection[str], folder: str) -> Iterator[str]:
        """Bring files below a folder of the target up to date; yield those that travelled.

        Files are compared by checksum; times are left to the server, so that an unchanged file
        keeps its own, and with it what browsers and caches know it by.

        Args:
            root: what the names are relative to.
            names: the files.
            folder: the folder of the target.

        Raises:
            PublishFault: a file changed under it, or the server refuses.
        """
        for row in self._transfer(root, names, folder):
            change, _, name = row.partition(" ")
            if change.startswith("<f"):
                yield _unescaped(name).removeprefix("./")

    def _transfer(self, root: str, names: Collection[str], folder: str) -> Iterator[str]:
        command = self._command(root, names, folder)
        with open(os.path.join(self._private, "pesan-rsync"), "w+b") as said:
            process = subprocess.Popen(  # noqa: S603 - nothing in it can be taken for an option
                command, stdout=subprocess.PIPE, stderr=said, env=plain_environment()
            )
            assert process.stdout
            try:
                for row in process.stdout:
                    yield row.decode("utf-8", "surrogateescape").rstrip("\n")
                if process.wait():
                    said.seek(0)
                    raise self._fault(process.returncode, said.read().decode("utf-8", "replace"))
            finally:
                process.kill()
                process.wait()
                process.stdout.close()

    def _command(self, root: str, names: Collection[str], folder: str) -> tuple[str, ...]:
        listed = os.path.join(self._private, "daftar")
        with open(listed, "wb") as handle:
            for name in names:  # without ./ a name that begins with # or ; is taken for a comment
                handle.write(b"./" + name.encode("utf-8", "surrogateescape") + b"\0")
        address = self._connection.address
        host = _bracketed(address.host) if ":" in address.host else address.host
        return (
            "rsync",
            *_OPTIONS,
            f"--files-from={listed}",
            f"--rsh={shlex.join(self._connection.client)}",
            "--rsync-path=env LC_ALL=C rsync",
            "--",
            os.path.join(root, ""),
            f"{host}:{address.path}/{folder}/",
        )

    def _fault(self, status: int, words: str) -> PublishFault:
        lines = [line for line in words.splitlines() if not line.startswith("rsync error:")]
        local = [line for line in lines if "[sender]" in line]
        if status in _PARTIAL and local:
            return PublishFault("terbit-berubah", berkas=_named(local[0]))
        if status == _ABSENT or "rsync: not found" in words or "rsync: command not found" in words:
            return PublishFault("terbit-tanpa-program", program="rsync")
        if status == FAILED:
            return ssh_fault("\n".join(lines) or words)
        told = last_line("\n".join(lines)) or last_line(words)
        if status in _LINE and not re.search(r"\[[Rr]eceiver\]|\[generator\]", words):
            return PublishFault("terbit-tak-terhubung", passing=True, sebab=told)
        if status in (_FILE_IO, *_PARTIAL, *_LINE):
            refused = [line for line in lines if re.search(r"failed|: .*\(\d+\)", line)]
            place = self._connection.address.shown
            named = last_line("\n".join(refused[:1])) or told
            return PublishFault("terbit-disk", tempat=place, sebab=named)
        return PublishFault("terbit-gagal", sebab=told)


def _bracketed(host: str) -> str:
    user, at, name = host.rpartition("@")
    return f"{user}{at}[{name}]"


def _named(line: str) -> str:
    """Give the file that a line of rsync names."""
    match = re.search(r'"(.+)"', line)
    return match[1] if match else line


def _unescaped(name: str) -> str:
    """Read a name as rsync prints it: what cannot be printed is ``\\#`` and three octal digits."""
    raw = re.sub(
        rb"\\#([0-7]{3})",
        lambda found: bytes([int(found[1], 8)]),
        name.encode("utf-8", "surrogateescape"),
    )
    return raw.decode("utf-8", "surrogateescape")
