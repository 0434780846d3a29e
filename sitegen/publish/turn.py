"""Who is publishing: what another publisher is told while he waits."""

import getpass
import os
import socket
import time

from sitegen.i18n import _
from sitegen.publish.faults import PublishFault


def me() -> str:
    """Say in one line who publishes here, and since when, to the second."""
    since = time.strftime("%Y-%m-%d %H.%M.%S UTC", time.gmtime())
    return f"{_name()} (proses {os.getpid()}), {since}"


def _name() -> str:
    try:
        return f"{getpass.getuser()}@{socket.gethostname()}"
    except (OSError, KeyError):  # a user without a name, as in some containers
        return socket.gethostname()


def taken(holder: str) -> PublishFault:
    """Give the fault for a target that someone else is publishing to; he may be unknown."""
    words = " ".join(holder.split())
    told = _("Yang menerbitkan: {siapa}.").format(siapa=words) if words else ""
    return PublishFault("terbit-terkunci", sebab=told)
