"""What the last build verified, and which of its sites must not go online."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sitegen.content.layout import prefix
from sitegen.diagnostics import Diagnostic, diagnose, has_errors
from sitegen.engine.build import Build, Progress
from sitegen.engine.plan import Decision
from sitegen.engine.state import SiteState, StateStore
from sitegen.engine.survey import Options, state_folder
from sitegen.publish.target import File
from sitegen.publish.tree import Mark, Tree, inside, tree_digest
from sitegen.workspace import Workspace

_UNVERIFIED = {"keluaran-hilang", "keluaran-berubah", "belum-selesai", "catatan-rusak"}
"""Reasons to build a site that also say that its files are not what a build verified."""
_NO_CHANGE = {*_UNVERIFIED, "baru", "draf", "mampat", "paksa", "versi"}
"""Reasons that do not mean that the content is newer than its pages."""


@dataclass(slots=True)
class Local:
    """The built sites of a workspace.

    ``held`` tells for each site that must not go online why; ``stale`` names those that may, but
    whose content is newer than their pages.
    """

    output: str
    states: dict[str, SiteState] = field(default_factory=dict)
    held: dict[str, Diagnostic] = field(default_factory=dict)
    stale: list[str] = field(default_factory=list)

    @property
    def ready(self) -> list[str]:
        """The sites that may go online, sorted."""
        return sorted(self.states.keys() - self.held.keys())


def read_local(workspace: Workspace, output: str, *, force: bool = False) -> Local:
    """Judge the sites of the last build.

    Args:
        workspace: where the content and the state are.
        output: the folder of the built sites.
        force: let sites with errors in their content go online too.

    Raises:
        ProvinceUnreadable: there is no province.
    """
    dry = Build(workspace, Options(output=output, dry=True), Progress())
    due = {decision.site: decision for decision in dry.run().built}
    local = Local(os.path.abspath(output))
    store = StateStore(state_folder(workspace, output))
    for site in sorted(dry.report.known):
        state = store.load(site)
        if state is None or not state.outputs:
            code = "tahan-galat" if state and has_errors(state.diagnostics) else "tahan-belum"
            local.held[site] = diagnose(code, prefix(site), situs=site or "/")
            continue
        local.states[site] = state
        if found := _reason_to_hold(state, due.get(site), force=force):
            local.held[site] = diagnose(found, prefix(site), situs=site or "/")
        elif site in due and any(r.code not in _NO_CHANGE for r in due[site].reasons):
            local.stale.append(site)
    return local


def _reason_to_hold(state: SiteState, due: Decision | None, *, force: bool) -> str:
    """Give the code of why a built site must stay back, or nothing."""
    if state.inputs.get("@draf"):
        return "tahan-draf"
    if due and any(reason.code in _UNVERIFIED for reason in due.reasons):
        return "tahan-berubah"
    if has_errors(state.diagnostics) and not force:
        return "tahan-galat"
    return ""


class BuiltSource:
    """Built sites at the places they have in one target."""

    def __init__(self, local: Local, places: Mapping[str, str]) -> None:
        """Take built sites.

        Args:
            local: the built sites.
            places: the site that stands at each place.
        """
        self._local, self._places = local, places

    @cached_property
    def sites(self) -> Mapping[str, str]:
        """The digest of each place's tree."""
        return {place: tree_digest(self.tree(place)) for place in self._places}

    def tree(self, place: str) -> Tree:
        """Give the files of a place."""
        outputs = self._local.states[self._places[place]].outputs
        return {path: Mark(digest, size) for path, (size, _changed, digest) in outputs.items()}

    def file(self, place: str, path: str) -> File:
        """Give where a file lies: below the output, as it lies below the target."""
        site, name = self._places[place], inside(place, path)
        root = self._local.output
        if site != place:
            root = os.path.join(root, *site.removesuffix(place).split("/"))
        return File(root, name)
