"""A real OpenSSH server on this machine, with its own host key, its own users' keys and no root.

Each connection is answered by ``sshd -i`` on a socket that this process accepted, so there is no
port to guess and nothing to wait for.
"""

import getpass
import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
NEEDED = {"ssh": shutil.which("ssh"), "sshd": SSHD, "ssh-keygen": shutil.which("ssh-keygen")}

KNOWN, WRONG_KEY, STRANGER, CHANGED, CLOSED, FULL = (
    "peladen",
    "kunci-salah",
    "belum-dikenal",
    "berubah",
    "tertutup",
    "penuh",
)
"""Names of the one server in the client's configuration: as it should be, with a key that it does
not know, without its host key, with another host key, at a port where nobody listens, and as a
user whose files may not exceed 64 KiB."""

_SERVER = """
HostKey {folder}/host
AuthorizedKeysFile {folder}/authorized_keys
PidFile none
LogLevel VERBOSE
UsePAM no
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
AcceptEnv GIT_PROTOCOL
Subsystem sftp internal-sftp
"""

_CLIENT = """
Host {CLOSED}
  Port {closed}
Host {WRONG_KEY}
  IdentityFile {folder}/wrong
Host {FULL}
  IdentityFile {folder}/full
Host {STRANGER}
  UserKnownHostsFile {folder}/known_none
Host {CHANGED}
  UserKnownHostsFile {folder}/known_other
Host * !{WRONG_KEY} !{FULL}
  IdentityFile {folder}/key
Host *
  HostName 127.0.0.1
  Port {port}
  User {user}
  IdentitiesOnly yes
  IdentityAgent none
  UserKnownHostsFile {folder}/known
  GlobalKnownHostsFile /dev/null
  StrictHostKeyChecking yes
"""


class Sshd:
    """The server. ``config`` is the client's configuration, ``ssh`` the client that uses it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.config = folder, folder / "config"
        self.ssh = ("ssh", "-F", str(self.config))
        self._answering: list[subprocess.Popen[bytes]] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._closed = socket.socket()  # holds a port at which it does not listen
        self._closed.bind(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._configure()
        self._thread = threading.Thread(target=self._accept, name="sshd")
        self._thread.start()

    def _configure(self) -> None:
        for name in ("host", "key", "wrong", "full", "other"):
            command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / name]
            subprocess.run(command, check=True)
        host, key, full, other = (self._public(n) for n in ("host", "key", "full", "other"))
        limited = """command="trap '' XFSZ; ulimit -f 64; eval \\"$SSH_ORIGINAL_COMMAND\\"" """
        self._write("authorized_keys", f"{key}\n{limited}{full}\n")
        self._write("known", f"[127.0.0.1]:{self.port} {host}\n")
        self._write("known_other", f"[127.0.0.1]:{self.port} {other}\n")
        self._write("known_none", "")
        self._write("sshd_config", _SERVER.format(folder=self.folder))
        client = _CLIENT.format(
            folder=self.folder,
            port=self.port,
            closed=self._closed.getsockname()[1],
            user=getpass.getuser(),
            **{name: globals()[name] for name in ("CLOSED", "WRONG_KEY", "FULL", "STRANGER")},
            CHANGED=CHANGED,
        )
        self._write("config", client)
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # sshd insists on it for root

    def _public(self, name: str) -> str:
        return " ".join((self.folder / f"{name}.pub").read_text().split()[:2])

    def _write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.write_text(text)
        path.chmod(0o600)

    def _accept(self) -> None:
        command = [str(SSHD), "-i", "-e", "-f", str(self.folder / "sshd_config")]
        while True:
            try:
                connection, _address = self._listening.accept()
            except OSError:
                return
            with connection, (self.folder / "log").open("ab") as log:
                self._answering.append(
                    subprocess.Popen(command, stdin=connection, stdout=connection, stderr=log)
                )

    def commands(self) -> int:
        """Count the commands that were run on it."""
        return (self.folder / "log").read_text(errors="replace").count("Starting session")

    def cut(self) -> None:
        """Break every line, as a network does."""
        for process in self._answering:
            process.kill()

    def close(self) -> None:
        """Answer nobody any more."""
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._closed.close()
        self._thread.join()
        self.cut()
        for process in self._answering:
            process.wait()


@contextmanager
def serving(folder: Path) -> Iterator[Sshd]:
    """Run a server; skip the test where OpenSSH is not installed."""
    if absent := [name for name, path in NEEDED.items() if path is None]:
        pytest.skip(f"needs {', '.join(absent)}")
    server = Sshd(folder)
    try:
        yield server
    finally:
        server.close()
