"""What is remembered of many sites, held thinly: their lists of files do not stay in memory."""

import os
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace

from sitegen.engine.plan import Reason
from sitegen.engine.state import SiteState, StateStore

SUMMARY = "kim.json"
"""The one file of a site that a build asks about again."""


@dataclass(slots=True)
class Known:
    """The states of sites without their files, and what is wrong with their files on disk."""

    states: dict[str, SiteState | None] = field(default_factory=dict)
    damage: dict[str, list[Reason]] = field(default_factory=dict)


def look_at(
    store: StateStore,
    output: str,
    sites: Iterable[str],
    existing: Container[str],
    inputs: Mapping[str, dict[str, str]],
) -> Known:
    """Load the states of sites, and compare the files of those that should exist with them.

    ``inputs`` are those that the sites have now; hardly any state has others.
    """
    known = Known()
    for site in sites:
        state = store.load(site)
        if state and state.finished and site in existing:
            known.damage[site] = _damage(os.path.join(output, site) if site else output, state)
        known.states[site] = state and thin(state, inputs.get(site, {}))
    return known


def thin(state: SiteState, inputs: dict[str, str]) -> SiteState:
    """Give a state that knows no other file than the summary.

    Where it was made from the same inputs as there are now, it holds those and no twins of them.
    """
    return replace(
        state,
        inputs=inputs if inputs == state.inputs else state.inputs,
        outputs={SUMMARY: state.outputs[SUMMARY]} if SUMMARY in state.outputs else {},
        owned=[SUMMARY] if SUMMARY in state.owned else [],
    )


def _damage(folder: str, state: SiteState) -> list[Reason]:
    """Compare a site's files on disk with what was written."""
    reasons = []
    for path, (size, changed, _) in state.outputs.items():
        try:
            details = os.lstat(f"{folder}/{path}")
        except OSError:
            reasons.append(Reason("keluaran-hilang", path))
            continue
        if (details.st_size, details.st_mtime_ns) != (size, changed):
            reasons.append(Reason("keluaran-berubah", path))
    return reasons
