"""One publisher at a time in object storage: a small object that says who, since when.

A store that honours ``If-None-Match`` (Amazon, R2, MinIO) lets only one create the object. For one
that does not, it is Fischer's algorithm (told by L. Lamport in *A Fast Mutual Exclusion Algorithm*,
1987): look, write, pause, look again; the last to write wins, which is right as long as nobody
needs longer than the pause from looking to writing.

A holder that was killed on this machine is noticed at once. One elsewhere is noticed when it has
not renewed its lease for a while, by the store's clock alone, so clocks that differ do no harm.
"""

import contextlib
import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from uuid import uuid4

from sitegen.i18n import _
from sitegen.publish.faults import PublishFault
from sitegen.publish.objects.records import LEASE
from sitegen.publish.objects.store import Found, Objects, Overtaken
from sitegen.publish.turn import me, taken

LASTS = 180
"""Seconds after which a lease that was not renewed is taken for that of a dead publisher."""
_RENEWED = 30
_running: set[str] = set()
"""Tokens of the leases that this process holds."""
PAUSE = 2.0
"""Seconds between writing and looking again, where the store knows no conditions."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who publishes. ``machine`` and ``process`` tell on one machine whether it still runs."""

    token: str
    who: str
    machine: str
    process: int

    def encode(self) -> bytes:
        """Give it as bytes."""
        return json.dumps(asdict(self), sort_keys=True).encode()

    @classmethod
    def decode(cls, data: bytes) -> "Holder | None":
        """Bring it back; nothing where the bytes say nothing."""
        try:
            row = json.loads(data)
            token, who, machine = (str(row[key]) for key in ("token", "who", "machine"))
            return cls(token, who, machine, int(row["process"]))
        except (ValueError, KeyError, TypeError):
            return None

    @classmethod
    def here(cls) -> "Holder":
        """Give this process."""
        return cls(uuid4().hex, me(), _machine(), os.getpid())

    def died(self) -> bool:
        """Say whether it certainly publishes no longer: a process of this machine that is gone.

        This process is another one where it could not give a lease back, as when the line broke.
        """
        if self.machine != _machine():
            return False
        if self.process == os.getpid():
            return self.token not in _running
        if os.name == "nt":
            return False
        try:
            os.kill(self.process, 0)
        except ProcessLookupError:
            return True
        except (OSError, OverflowError):
            return False
        return False


def _machine() -> str:
    """Tell this machine, and this room of it, from others: process numbers mean nothing there."""
    room = ""
    with contextlib.suppress(OSError):
        room = os.readlink("/proc/self/ns/pid")
    return f"{socket.gethostname()} {room}".strip()


class Lease:
    """A lease that is held and renewed in the background."""

    def __init__(self, objects: Objects, holder: Holder) -> None:
        self._objects, self._holder = objects, holder
        self._over = threading.Event()
        self._lost = False
        self._renewing = threading.Thread(target=self._renew, name="kunci", daemon=True)
        self._renewing.start()

    def check(self) -> None:
        """Raise where another publisher took the lease."""
        if self._lost:
            raise PublishFault("terbit-didahului")

    def require(self) -> None:
        """Ask the store whether it is still held, and raise where it is not."""
        self.check()
        there = self._objects.read(LEASE)
        if there is None or there.data != self._holder.encode():
            raise PublishFault("terbit-didahului")

    def _renew(self) -> None:
        while not self._over.wait(_RENEWED):
            try:
                there = self._objects.read(LEASE)
                if there is None or there.data != self._holder.encode():
                    self._lost = True
                    return
                self._objects.write_if(LEASE, there.data, there.version)
            except Overtaken:
                self._lost = True
                return
            except PublishFault:
                continue  # the line broke; it is tried again, and the sender meets it anyway

    def release(self) -> None:
        """Give it back."""
        self._over.set()
        self._renewing.join()
        with contextlib.suppress(PublishFault):
            there = self._objects.read(LEASE)
            if there and there.data == self._holder.encode():
                self._objects.delete([LEASE])


@contextmanager
def leased(objects: Objects) -> Iterator[Lease]:
    """Hold the lease of a target.

    Raises:
        PublishFault: someone else has it; it says who and since when.
    """
    holder = Holder.here()
    _running.add(holder.token)
    try:
        lease = _acquire(objects, holder)
        try:
            yield lease
        finally:
            lease.release()
    finally:
        _running.discard(holder.token)


def _acquire(objects: Objects, me: Holder) -> Lease:
    there = objects.read(LEASE)
    if there and not _over(objects, there):
        raise _busy(there)
    mine = me.encode()
    try:
        objects.write_if(LEASE, mine, there.version if there else None)
    except Overtaken as overtaken:
        raise _busy(objects.read(LEASE)) from overtaken
    if not objects.knows_conditions(LEASE, mine):
        time.sleep(PAUSE)
    there = objects.read(LEASE)
    if there is None or there.data != mine:
        raise _busy(there)
    return Lease(objects, me)


def _over(objects: Objects, there: Found) -> bool:
    """Say whether a lease is that of a publisher that is no more."""
    holder = Holder.decode(there.data)
    if holder and holder.died():
        return True
    probe = f"{LEASE}.{uuid4().hex}"
    objects.write(probe, b"")
    now = objects.read(probe)
    objects.delete([probe])
    if now is None or now.written is None or there.written is None:
        return False
    return (now.written - there.written).total_seconds() > LASTS


def _busy(there: Found | None) -> PublishFault:
    holder = Holder.decode(there.data) if there else None
    told = taken(holder.who if holder else "").params["sebab"]
    freed = _("Bila ia terputus, gilirannya lepas sendiri dalam {menit} menit.").format(
        menit=-(-LASTS // 60)
    )
    return PublishFault("terbit-terkunci", sebab=f"{told} {freed}".strip())
