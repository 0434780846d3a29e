"""From the options of a command to an executor on a cluster."""

import hashlib
import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sitegen.cluster.apart import ApartWay
from sitegen.cluster.commit import find_origin
from sitegen.cluster.executor import RETRIES, ClusterExecutor, Way, on_worker
from sitegen.cluster.faults import ClusterFault, Unfit, unfit
from sitegen.cluster.shared import SharedWay
from sitegen.cluster.upload import Bucket, Shelf, open_shelf
from sitegen.cluster.worker import version
from sitegen.diagnostics import Diagnostic
from sitegen.engine.report import Report
from sitegen.i18n import _
from sitegen.publish.faults import PublishFault
from sitegen.publish.objects.lease import leased
from sitegen.workspace import Workspace

if TYPE_CHECKING:
    from distributed import Client

_ADDRESS = re.compile(r"(?:(?:tcp|tls|wss?)://)?[^/\s]+:\d+")
_SECONDS = 10
_AHEAD = 3
"""Sites handed out for each worker, so that none waits for the way to this machine and back."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked of a cluster.

    ``scheduler`` is an address as dask writes it. ``content`` is a repository and commit, for
    workers that do not see the workspace; then ``bucket`` may name where the output goes.
    """

    scheduler: str
    content: str = ""
    bucket: Bucket | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster that is ready: what the engine needs, and what is to be done after a build."""

    make_executor: Callable[[int], Executor]
    at_once: int
    shelf: Shelf | None = None

    def clear(self, report: Report, workspace: Workspace) -> None:
        """Take away from object storage the KIM and kabupaten whose folders are gone; report it."""
        if self.shelf is None:
            return
        gone = [
            site
            for site in self.shelf.sites()
            if site not in report.known
            and not os.path.isdir(os.path.join(workspace.content, *site.split("/")))
            and self.shelf.holds(site)
        ]
        for site in gone:
            report.files_deleted += self.shelf.clear(site)
        report.removed = sorted({*report.removed, *gone})


def bucket_of(address: str, environment: Mapping[str, str]) -> Bucket:
    """Give a bucket; its service and region are those that this machine's environment names."""
    endpoint = environment.get("AWS_ENDPOINT_URL_S3") or environment.get("AWS_ENDPOINT_URL", "")
    region = environment.get("AWS_REGION") or environment.get("AWS_DEFAULT_REGION", "")
    return Bucket(address, endpoint, region)


def thin_output(workspace: Workspace, address: str) -> str:
    """Give where the summaries of sites lie here whose files lie in a bucket."""
    name = hashlib.blake2b(address.encode(), digest_size=6).hexdigest()
    return os.path.join(workspace.cache, f"ringkasan-{name}")


@contextmanager
def open_cluster(workspace: Workspace, plan: Plan) -> Iterator[Cluster]:
    """Connect to a scheduler, and make sure that its workers can build for this workspace.

    Raises:
        ClusterFault: it cannot be used; the text says why.
    """
    try:
        with _connected(plan.scheduler) as client, _way(workspace, plan) as (way, shelf):
            count = _probe(client, way, plan.scheduler)
            yield Cluster(lambda _: ClusterExecutor(client, way), count * _AHEAD, shelf)
    except PublishFault as fault:
        where = plan.content.partition("#")[0] or plan.scheduler
        if plan.bucket and fault.code not in ("terbit-tanpa-repositori", "terbit-tanpa-program"):
            where = plan.bucket.address
        raise _as_fault(fault.finding(where)) from fault


@contextmanager
def _way(workspace: Workspace, plan: Plan) -> Iterator[tuple[Way[Any], Shelf | None]]:
    if not plan.content:
        shared = SharedWay(workspace)
        try:
            yield shared, None
        finally:
            shared.close()
        return
    origin = find_origin(plan.content, workspace.root)
    if plan.bucket is None:
        yield ApartWay(workspace, origin), None
        return
    shelf = open_shelf(plan.bucket)
    shelf.require_free()
    # A build that was killed may have left workers that still write: its lease outlives them.
    with leased(shelf.objects) as lease:
        yield ApartWay(workspace, origin, shelf, lease.check), shelf


@contextmanager
def _connected(address: str) -> "Iterator[Client]":
    """Give a client; certificates for ``tls://`` come from dask's own configuration.

    Raises:
        ClusterFault: dask is not installed, or nobody answers.
    """
    try:
        import dask
        from distributed import Client
        from distributed.security import Security
    except ImportError as missing:
        raise ClusterFault(
            _('Untuk --scheduler, pasang dulu: pip install "sitegen[cluster]"')
        ) from missing
    if not _ADDRESS.fullmatch(address):
        raise ClusterFault(
            _('"{alamat}" bukan alamat penjadwal; tulis seperti tcp://10.0.0.5:8786.').format(
                alamat=address
            )
        )
    if Security().require_encryption and not address.startswith(("tls://", "wss://")):
        raise ClusterFault(
            _(
                "Pengaturan dask di sini menuntut sambungan terenkripsi; tulis alamatnya dengan tls://."
            )
        )
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # faults are said here
    client: Client | None = None
    try:
        with dask.config.set({"distributed.comm.timeouts.connect": f"{_SECONDS}s"}):
            client = Client(address, timeout=_SECONDS, set_as_default=False)
        yield client
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        if client is not None:
            raise
        reason = _innermost(error)
        raise ClusterFault(
            _(
                "Penjadwal {alamat} tidak dapat dihubungi: {sebab}.\n"
                "Jalankan dulu dask scheduler di sana, dan periksa alamat serta jaringannya."
            ).format(alamat=address, sebab=reason)
        ) from error
    finally:
        if client is not None:
            with suppress(Exception):
                client.close()


def _innermost(error: BaseException) -> str:
    """Give what the system said; dask wraps it several times."""
    while error.__cause__ is not None:
        error = error.__cause__
    said = error.strerror if isinstance(error, OSError) else None
    first = (said or str(error)).partition("\n")[0].rstrip(".")
    return first or _("tidak ada jawaban dalam {detik} detik").format(detik=_SECONDS)


def _probe(client: "Client", way: Way[Any], address: str) -> int:
    """Ask every worker whether it can build for this workspace; count them.

    Raises:
        ClusterFault: there is none, or one that cannot.
    """
    _probe_scheduler(client, address)
    workers = sorted(client.nthreads())
    if not workers:
        raise ClusterFault(
            _(
                "Penjadwal {alamat} belum punya pekerja.\n"
                "Jalankan di tiap mesin: dask worker {alamat} --nthreads 1 --nworkers auto"
            ).format(alamat=address)
        )
    asked = [
        client.submit(on_worker, way.probe(), workers=[worker], pure=False, retries=RETRIES)
        for worker in workers
    ]
    for worker, future in zip(workers, asked, strict=True):
        try:
            future.result()
        except Unfit as answer:
            raise unfit(worker, answer) from None
        except ImportError as missing:
            raise unfit(worker, Unfit("tanpa", {"sebab": str(missing)})) from None
    return len(workers)


def _probe_scheduler(client: "Client", address: str) -> None:
    """The scheduler reads what it hands on, so it needs the same sitegen."""
    try:
        there = client.run_on_scheduler(version)
    except (ImportError, AttributeError) as missing:
        raise unfit(address, Unfit("tanpa", {"sebab": str(missing)})) from None
    if there != version():
        raise unfit(address, Unfit("versi", {}))


def _as_fault(finding: Diagnostic) -> ClusterFault:
    return ClusterFault(f"{finding.message}\n{finding.hint}")
