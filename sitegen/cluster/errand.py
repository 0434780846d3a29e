"""What goes to a worker that shares no folder with this machine, and what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sitegen.cluster.commit import Origin
from sitegen.cluster.upload import Bucket, Shelf, Uploaded, tree_of, without_twins
from sitegen.cluster.worker import Version
from sitegen.content.layout import prefix
from sitegen.diagnostics import Diagnostic, diagnose, has_errors
from sitegen.engine.state import SiteState
from sitegen.engine.task import Outcome, Task
from sitegen.publish.faults import PublishFault

SUMMARY = "kim.json"


@dataclass(frozen=True, slots=True)
class Terms:
    """What all sites of a build have in common for workers."""

    version: Version
    origin: Origin
    bucket: Bucket | None


@dataclass(frozen=True, slots=True)
class Order:
    """One site for a worker.

    ``inputs`` are all files it is made from, with digests; ``themes`` are folders of the commit.
    ``known`` are the files that need not come back, by path and SHA-256.
    """

    task: Task
    inputs: Mapping[str, str]
    themes: tuple[str, ...]
    known: Mapping[str, str]


@dataclass(slots=True)
class Made:
    """What a worker gives back. ``log`` are details of a fault of sitegen, for its makers."""

    outcome: Outcome
    state: SiteState | None = None
    files: dict[str, bytes] = field(default_factory=dict)
    log: str = ""


_NOTHING = Uploaded()


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of an upload; ``again`` says that the next build is to repeat it."""

    done: Uploaded = _NOTHING
    findings: tuple[Diagnostic, ...] = ()
    again: bool = False

    def told(self, outcome: Outcome) -> Outcome:
        """Give what became of a site that was built so and brought so."""
        if self.again:
            return Outcome(outcome.site, diagnostics=list(self.findings), recorded=False)
        return replace(
            outcome,
            files_written=self.done.files,
            bytes_written=self.done.bytes,
            files_deleted=self.done.deleted,
            diagnostics=[*outcome.diagnostics, *self.findings],
        )


def bring(shelf: Shelf, site: str, state: SiteState, folder: str) -> Brought:
    """Upload a site that has no errors; what is online of one that has stays as it is."""
    about = prefix(site)
    if has_errors(state.diagnostics):
        return Brought(findings=(diagnose("tahan-galat", about, situs=site or "/"),))
    try:
        done = shelf.bring(site, without_twins(tree_of(state.outputs.items())), folder)
    except PublishFault as fault:
        return Brought(findings=(fault.finding(shelf.address, about),), again=True)
    if done.foreign:
        params = {"situs": site or "/", "sasaran": shelf.address, "berkas": done.foreign}
        return Brought(findings=(diagnose("tahan-asing", about, params=params),), again=True)
    return Brought(done)
