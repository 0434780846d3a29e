"""A folder on a server that is reached over ssh, as a target."""

from pathlib import Path

from sitegen.publish.ssh.target import RsyncTarget
from tests.publish import sshd
from tests.publish.sshd import Sshd


def target(server: Sshd, place: Path, host: str = sshd.KNOWN) -> RsyncTarget:
    """Give a target on the server under one of its names; it keeps three releases."""
    return RsyncTarget(f"{host}:{place}", 3, server.ssh)
