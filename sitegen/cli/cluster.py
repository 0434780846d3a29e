"""What ``sitegen build`` needs of a cluster: its options turned into an executor."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sitegen.cli.common import stop
from sitegen.i18n import _
from sitegen.workspace import Workspace

if TYPE_CHECKING:
    from sitegen.cluster.open import Cluster

BUCKET = "s3://"


def local_output(workspace: Workspace, output: str, *, apart: bool, drafts: bool) -> str:
    """Give the folder here for an output in object storage; the command ends if that cannot be.

    Args:
        workspace: the workspace.
        output: the bucket.
        apart: whether workers of a cluster build out of a commit.
        drafts: whether the build shows what the public must not read.
    """
    from sitegen.cluster.open import thin_output

    if not apart:
        stop(_("--output s3://… hanya bersama --scheduler dan --content-from."))
    if drafts:
        stop(_("Hasil --drafts tidak boleh daring; pilih folder hasil di mesin ini."))
    return thin_output(workspace, output)


@contextmanager
def cluster(
    workspace: Workspace,
    scheduler: str | None,
    content_from: str | None,
    output: str | None,
    *,
    dry: bool,
) -> "Iterator[Cluster | None]":
    """Give the cluster that the options name, if they do and it is needed."""
    if content_from and not scheduler:
        stop(_("--content-from hanya bersama --scheduler."))
    if dry or scheduler is None:
        yield None
        return
    from sitegen.cluster.faults import ClusterFault
    from sitegen.cluster.open import Plan, bucket_of, open_cluster

    bucket = bucket_of(output, os.environ) if output and output.startswith(BUCKET) else None
    try:
        with open_cluster(workspace, Plan(scheduler, content_from or "", bucket)) as opened:
            yield opened
    except ClusterFault as fault:
        stop(str(fault))
