"""The decision which sites are built, and the reasons: pure, so four small facts tell it all."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import pytest

from sitegen.engine.plan import REASONS, UNREADABLE, Plan, Reason, explain, plan
from sitegen.engine.state import SiteState

TODAY = date(2026, 11, 24)
TEXT = "content/kapuas/kim-handep/berita/panen.md"
SITE = "kapuas/kim-handep"


def state(inputs: Mapping[str, str] | None = None, **more: object) -> SiteState:
    """Give the state of a site that was built from some inputs."""
    made = SiteState(inputs=dict(inputs or {TEXT: "1"}))
    for name, value in more.items():
        setattr(made, name, value)
    return made


def decide(
    inputs: Mapping[str, str],
    before: SiteState | None,
    damage: Iterable[Reason] = (),
    today: date = TODAY,
) -> list[str]:
    """Give the codes of the reasons to build."""
    return [reason.code for reason in explain(inputs, before, today, damage)]


def test_a_site_that_was_never_built_is_new() -> None:
    assert decide({TEXT: "1"}, None) == ["baru"]


def test_a_site_whose_inputs_are_the_same_is_left_alone() -> None:
    assert decide({TEXT: "1"}, state()) == []


@pytest.mark.parametrize(
    ("inputs", "reason"),
    [
        ({TEXT: "2"}, Reason("berkas-berubah", TEXT)),
        ({}, Reason("berkas-hilang", TEXT)),
        ({TEXT: "1", f"{TEXT}.jpg": "1"}, Reason("berkas-baru", f"{TEXT}.jpg")),
        ({TEXT: "1", "content/siaran/x.md": "1"}, Reason("siaran", "content/siaran/x.md")),
    ],
)
def test_a_file_that_differs_is_named(inputs: dict[str, str], reason: Reason) -> None:
    assert explain(inputs, state(), TODAY, ()) == (reason,)


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        ("@provinsi", "fakta-provinsi"),
        ("@kabupaten", "fakta-kabupaten"),
        ("@kabupaten:kapuas", "fakta-kabupaten"),
        ("@tema", "tema"),
        ("@versi", "versi"),
        ("@draf", "draf"),
        ("@ringkasan", "ringkasan"),
        ("@terbit", "ringkasan"),
        ("@dari-versi-lain", "versi"),
    ],
)
def test_what_is_no_file_is_named_by_what_it_is(fact: str, code: str) -> None:
    before = state({TEXT: "1", fact: "a"})
    assert decide({TEXT: "1", fact: "b"}, before) == [code]
    assert decide({TEXT: "1"}, before) == [code]


@pytest.mark.parametrize(("day", "built"), [(-1, True), (0, False), (6, False), (7, True)])
def test_what_was_built_holds_from_its_first_day_until_before_its_last(
    day: int, built: bool
) -> None:
    until = TODAY + timedelta(days=7)
    before = state(valid_from=TODAY, valid_until=until)
    found = explain({TEXT: "1"}, before, TODAY + timedelta(days=day), ())
    passed = TODAY if day < 0 else until
    assert found == ((Reason("tanggal", passed.isoformat()),) if built else ())


def test_what_a_killed_build_left_is_built_again() -> None:
    assert decide({TEXT: "1"}, state(finished=False)) == ["belum-selesai"]


def test_damage_is_a_reason_and_all_reasons_are_told_once() -> None:
    damage = [Reason("keluaran-hilang", "index.html")] * 2
    assert decide({TEXT: "2"}, state(finished=False), damage) == [
        "belum-selesai",
        "berkas-berubah",
        "keluaran-hilang",
    ]


def test_damage_and_lost_memory_of_a_site_reach_its_decision() -> None:
    damage = Reason("keluaran-hilang", "index.html")
    inputs = {site: {TEXT: "1"} for site in ("a", "b")}
    decided = plan(inputs, {"a": state(), "b": None}, TODAY, {"a": [damage]})
    assert [(d.site, d.reasons) for d in decided.build] == [("a", (damage,)), ("b", (UNREADABLE,))]


def test_force_builds_what_is_up_to_date() -> None:
    decided = plan({SITE: {TEXT: "1"}}, {SITE: state()}, TODAY, {}, force=True)
    assert [reason.code for reason in decided.build[0].reasons] == ["paksa"]


def test_a_plan_parts_sites_in_the_order_of_their_names() -> None:
    inputs = {site: {TEXT: "1"} for site in ("b/new", "a/same", "a/changed")}
    states = {
        "a/same": state(),
        "a/changed": state({TEXT: "0"}),
        "a/gone": state(),
        "a/gone-and-unreadable": None,
    }
    decided = plan(inputs, states, TODAY, {})
    assert [decision.site for decision in decided.build] == ["a/changed", "b/new"]
    assert decided.unchanged == ("a/same",)
    assert decided.vanished == ("a/gone", "a/gone-and-unreadable")
    assert plan({}, {}, TODAY, {}) == Plan((), (), ())


def test_every_reason_is_a_sentence_that_names_what_it_is_about() -> None:
    for code, text in REASONS.items():
        shown = str(Reason(code, "panen.md"))
        assert "{" not in shown
        assert ("panen.md" in shown) is ("{nama}" in text)
