"""What becomes of a build whose cluster goes away."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from distributed import Client

from sitegen.cluster.executor import Call, ClusterExecutor
from sitegen.cluster.faults import ClusterFault
from sitegen.cluster.open import Plan, open_cluster
from sitegen.engine.task import Outcome, Task, run_task
from tests.cluster.machines import Machines, machines
from tests.helpers import Province

pytestmark = pytest.mark.xdist_group("cluster")


class Anything:
    """A way for tasks that no worker will ever begin."""

    def probe(self) -> Call[None]:
        """Ask for nothing."""
        return Call(print, ())

    def order(self, task: Task) -> Call[Outcome]:
        """Ask for anything."""
        del task
        return Call(Outcome, ("",))

    def receive(self, task: Task, result: Outcome) -> Outcome:
        """Give what came."""
        del task
        return result

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def lonely(tmp_path: Path) -> Iterator[Machines]:
    """Give a scheduler that has no workers."""
    with machines(tmp_path / "kluster") as started:
        yield started


TASK: Any = None


def test_a_build_does_not_wait_for_ever(lonely: Machines, province: Province) -> None:
    with (
        pytest.raises(ClusterFault, match="belum punya pekerja"),
        open_cluster(province.workspace, Plan(lonely.address)),
    ):
        pass
    with Client(lonely.address, set_as_default=False, timeout=1) as client:
        hasty = ClusterExecutor(client, Anything(), patience=0.1)
        with hasty as executor, pytest.raises(ClusterFault, match="terputus"):
            executor.submit(run_task, TASK).result()
        with ClusterExecutor(client, Anything()) as executor:
            asked = executor.submit(run_task, TASK)
            lonely.stop()
            with pytest.raises(ClusterFault, match="terputus"):
                asked.result()
