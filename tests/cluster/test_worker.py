"""Which worker may build, and what is said about one that may not."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.cluster.faults import REASONS, Unfit, unfit
from sitegen.cluster.shared import Proof, SharedWay, require_shared
from sitegen.cluster.worker import Version, require_fit, require_same, version, with_own_theme
from sitegen.engine.survey import Options, survey
from sitegen.site.contract import SiteJob
from tests.helpers import HANDEP, TODAY, Province

OTHERS = [
    (replace(version(), python="3.9"), 1, "python"),
    (replace(version(), engine="lain"), 1, "versi"),
    (version(), 4, "utas"),
]


@pytest.mark.parametrize(("wanted", "threads", "code"), OTHERS, ids=lambda value: str(value))
def test_who_would_give_other_bytes_must_not_build(
    wanted: Version, threads: int, code: str
) -> None:
    with pytest.raises(Unfit) as refused:
        require_fit(wanted, threads)
    assert refused.value.code == code


def test_this_machine_may_build_for_itself() -> None:
    require_fit(version(), threads=1)


@pytest.mark.parametrize("there", [None, b"milik pembangunan lain", b"\xff"])
def test_a_folder_of_another_machine_at_the_same_path_is_noticed(
    tmp_path: Path, there: bytes | None
) -> None:
    path = tmp_path / "kluster"
    if there is not None:
        path.write_bytes(there)
    with pytest.raises(Unfit, match="folder"):
        require_shared(version(), Proof(str(path), "ini"), threads=1, room="")


def test_the_proof_of_a_shared_folder_goes_when_the_build_ends(province: Province) -> None:
    way = SharedWay(province.workspace)
    call = way.probe()
    call.function(*call.arguments, threads=1, room="")
    way.close()
    with pytest.raises(Unfit, match="folder"):
        call.function(*call.arguments, threads=1, room="")


def job(province: Province) -> SiteJob:
    """Give the job of KIM Handep."""
    options = Options(output=str(province.output), today=TODAY)
    return survey(province.workspace, options).jobs.kim[HANDEP]


def test_a_theme_is_taken_from_here_when_it_is_the_same(province: Province) -> None:
    wanted = job(province)
    elsewhere = replace(wanted, theme=tuple(f"/lain/{Path(p).name}" for p in wanted.theme))
    assert with_own_theme(elsewhere, province.workspace).theme == wanted.theme
    for other in (
        replace(wanted, theme_digest="lain"),
        replace(wanted, theme=("/lain/tiada",), theme_digest="tiada"),
    ):
        with pytest.raises(Unfit, match="tema"):
            with_own_theme(other, province.workspace)


def test_an_input_must_hold_the_bytes_that_were_planned_with(province: Province) -> None:
    name, digest = next(iter(job(province).files.items()))
    require_same(str(province.path(name)), name, digest)
    province.write(name, "lain")
    with pytest.raises(Unfit, match="isi"):
        require_same(str(province.path(name)), name, digest)
    with pytest.raises(Unfit, match="isi"):
        require_same(str(province.path("content/tiada.md")), "content/tiada.md", digest)


TOLD = dict.fromkeys(("sini", "sana", "jumlah", "folder", "tema", "berkas", "sebab"), "x")


@pytest.mark.parametrize("code", [*REASONS, "terbit-ditolak"])
def test_every_refusal_travels_and_says_what_to_do(code: str) -> None:
    answer = pickle.loads(pickle.dumps(Unfit(code, TOLD)))
    lines = str(unfit("tcp://10.0.0.7:3301", answer)).splitlines()
    assert "tcp://10.0.0.7:3301" in lines[0]
    assert len(lines) == 2
    assert "{" not in lines[0]
