"""Many tasks on few workers, some of which die."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from unittest import mock

import pytest

from sitegen.engine.run import Crashed, default_workers, run_all
from sitegen.engine.state import SiteState, StateStore
from sitegen.engine.task import Outcome, Task, run_task
from sitegen.engine.workers import process_pool
from tests.helpers import HANDEP, SITES, Province, found, same_as_clean

FATAL = "mati"


def shout(word: str) -> str:
    """Do a task; the fatal one kills its worker."""
    if word == FATAL:
        os.kill(os.getpid(), signal.SIGKILL)
    return word.upper()


def results(
    words: list[str], workers: int, make_executor: Callable[[int], Executor] | None = None
) -> tuple[list[str], list[str]]:
    """Give the results, and the tasks that killed their workers, each sorted."""
    done, crashed = [], []
    for result in run_all(words, shout, workers, make_executor):
        if isinstance(result, Crashed):
            crashed.append(result.task)
        else:
            done.append(result)
    return sorted(done), sorted(crashed)


WORDS = [f"kim{n}" for n in range(7)]
LOUD = sorted(word.upper() for word in WORDS)


@pytest.mark.parametrize("workers", [1, 2, 50])
def test_each_task_has_one_result(workers: int) -> None:
    assert results(WORDS, workers) == (LOUD, [])
    assert results([], workers) == ([], [])


@pytest.mark.parametrize("position", [0, 3, 7])
def test_a_worker_that_dies_costs_its_own_task_only(position: int) -> None:
    words = [*WORDS[:position], FATAL, *WORDS[position:]]
    assert results(words, 2) == (LOUD, [FATAL])


def test_many_workers_may_die(tmp_path: Path) -> None:
    words = [FATAL, *WORDS[:4], FATAL, FATAL, *WORDS[4:]]
    assert results(words, 2) == (LOUD, [FATAL] * 3)


def test_any_executor_will_do() -> None:
    assert results(WORDS, 3, ThreadPoolExecutor) == (LOUD, [])


def test_as_many_workers_as_there_are_processors() -> None:
    assert 1 <= default_workers() <= (os.cpu_count() or 1)


def fatal_for_handep(task: Task) -> Outcome:
    """Build a site; KIM Handep kills its worker."""
    if task.job.site == HANDEP:
        os.kill(os.getpid(), signal.SIGKILL)
    return run_task(task)


def test_a_build_names_the_kim_that_kills_its_worker_and_builds_the_rest(
    province: Province, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.engine.task.run_task", fatal_for_handep)
    report = province.build(workers=2)
    assert found(report) == {f"content/{HANDEP}/": "pekerja-mati"}
    assert report.failed
    built = {site for site in SITES if (province.output / site / "index.html").exists()}
    assert built == set(SITES) - {HANDEP}
    monkeypatch.undo()
    assert not province.build().failed
    same_as_clean(province, tmp_path / "lain")


def fatal_after_the_files(task: Task) -> Outcome:
    """Build a site; KIM Handep kills its worker when its files are written, before its state."""
    save = StateStore.save

    def die_instead(store: StateStore, site: str, state: SiteState) -> None:
        if site == HANDEP and state.finished:
            os.kill(os.getpid(), signal.SIGKILL)
        save(store, site, state)

    with mock.patch.object(StateStore, "save", die_instead):
        return run_task(task)


def test_what_a_dead_worker_left_is_known_for_what_it_is(
    built: Province, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"content/{HANDEP}/berita/2026-11-20-titian-baru.md"
    with monkeypatch.context() as patch:
        patch.setattr("sitegen.engine.task.run_task", fatal_after_the_files)
        built.replace(text, "Titian RT 003 selesai", "Titian RT 004 selesai")
        report = built.build(workers=2, make_executor=process_pool)
    assert found(report) == {f"content/{HANDEP}/": "pekerja-mati"}
    assert "RT 004" in built.read("output/index.html")
    built.replace(text, "Titian RT 004 selesai", "Titian RT 003 selesai")
    built.build()
    same_as_clean(built, tmp_path / "lain")
