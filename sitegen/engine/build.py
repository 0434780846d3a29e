"""A build from survey to report: plans, runs, prunes."""

import hashlib
import os
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass, replace

from sitegen.content.layout import prefix
from sitegen.diagnostics import Diagnostic, diagnose
from sitegen.engine.jobs import engine_version, with_summaries
from sitegen.engine.known import SUMMARY, Known, look_at, thin
from sitegen.engine.manifest import lost_sites
from sitegen.engine.memo import SiteMemo
from sitegen.engine.plan import UNREADABLE, Decision, Plan, plan
from sitegen.engine.refusal import refusal
from sitegen.engine.report import Report
from sitegen.engine.run import Crashed, default_workers, run_all
from sitegen.engine.state import SiteState
from sitegen.engine.survey import Options, state_folder, survey
from sitegen.engine.writer import SiteWriter
from sitegen.site.contract import SiteJob
from sitegen.workspace import Workspace


@dataclass(slots=True)
class Progress:
    """Told how a build advances: how many sites begin, and each that is done."""

    begin: Callable[[int], object] = int
    done: Callable[[str], object] = str


class Build:
    """One run over a surveyed workspace."""

    def __init__(
        self,
        workspace: Workspace,
        options: Options,
        progress: Progress,
        make_executor: Callable[[int], Executor] | None = None,
    ) -> None:
        self.workspace, self.options, self.progress = workspace, options, progress
        self.make_executor = make_executor
        self.output = os.path.abspath(options.output)
        self.memo = os.path.join(workspace.cache, "memo")
        self.seen = survey(workspace, options)
        self.store = self.seen.store
        base = self.seen.registry.provinsi.texts["url"].rstrip("/") + "/"
        self.report = Report(output=self.output, base=base, dry=options.dry)
        self.broken: list[Diagnostic] = []
        self.known = Known()
        self.touched: set[str] = set()
        """The sites that this run tried to build: what is known of them has changed."""

    def run(self) -> Report:
        """Plan and build the KIM, then what stands above them; report."""
        started = time.perf_counter()
        jobs, report = self.seen.jobs, self.report
        report.known = frozenset((*jobs.kim, *jobs.above))
        recorded = list(self.store.sites())
        lost = list(lost_sites(self.output, report.known.union(recorded)))
        lower = (site for site in recorded if "/" in site)
        self.known = look_at(self.store, self.output, lower, report.known, jobs.inputs)
        self.known.states |= {site: None for site in lost if "/" in site}
        kim_plan = self._plan({site: jobs.inputs[site] for site in jobs.kim}, self.known)
        if self.options.only:
            kim_plan = _only(kim_plan, self.options.only)
        self._carry_out(kim_plan, jobs.kim)
        if not self.options.only:
            above, inputs = self._above()
            upper = (site for site in recorded if "/" not in site)
            states = look_at(self.store, self.output, upper, report.known, inputs)
            states.states |= {site: None for site in lost if "/" not in site}
            self.known.states |= states.states
            above_plan = self._plan(inputs, states)
            kabupaten = [d for d in above_plan.build if d.site]
            self._carry_out(replace(above_plan, build=tuple(kabupaten)), above, inputs)
            province = Plan(tuple(d for d in above_plan.build if not d.site), (), ())
            self._carry_out(province, above, inputs)
        self._gather()
        report.seconds = time.perf_counter() - started
        return report

    def _plan(self, inputs: Mapping[str, Mapping[str, str]], known: Known) -> Plan:
        force = self.options.clean
        return plan(inputs, known.states, self.seen.today, known.damage, force=force)

    def _carry_out(
        self,
        decided: Plan,
        jobs: Mapping[str, SiteJob],
        inputs: Mapping[str, dict[str, str]] | None = None,
    ) -> None:
        report = self.report
        report.built += decided.build
        report.unchanged += len(decided.unchanged)
        report.removed += decided.vanished
        for decision in decided.build:
            if UNREADABLE in decision.reasons:
                self.broken.append(diagnose("state-rusak", prefix(decision.site)))
        if self.options.dry:
            return
        for site in decided.vanished:
            writer = SiteWriter(self.output, site, self.store.load(site))
            written = writer.write({}, {})
            report.files_deleted += written.deleted
            self.broken += written.findings
            if written.findings:
                continue  # the state knows what is still to be deleted
            writer.remove_folder()
            try:
                SiteMemo(self.memo, site).forget()
                self.store.forget(site)
            except OSError as error:
                self.broken.append(refusal("tidak-terhapus", error, self.workspace.root))
        if not decided.build:
            return
        self._build(decided.build, jobs, inputs or self.seen.jobs.inputs)

    def _build(
        self,
        decisions: Collection[Decision],
        jobs: Mapping[str, SiteJob],
        inputs: Mapping[str, dict[str, str]],
    ) -> None:
        # The builders import the template engine and the schema: only when there is work.
        from sitegen.engine.task import Places, Task, run_task

        places = Places(
            root=self.workspace.root,
            output=self.output,
            state=self.store.folder,
            memo=self.memo,
        )
        os.makedirs(self.output, exist_ok=True)
        self.touched.update(d.site for d in decisions)
        tasks = [Task(jobs[d.site], inputs[d.site], places) for d in decisions]
        self.progress.begin(len(tasks))
        report = self.report
        workers = self.options.workers or default_workers()
        for outcome in run_all(tasks, run_task, workers, self.make_executor):
            if isinstance(outcome, Crashed):
                site = outcome.task.job.site
                self.broken.append(diagnose("pekerja-mati", prefix(site), situs=site or "/"))
                self.progress.done(site)
                continue
            report.files_written += outcome.files_written
            report.bytes_written += outcome.bytes_written
            report.files_deleted += outcome.files_deleted
            report.durations.append((outcome.seconds, outcome.site))
            if not outcome.recorded:
                self.broken += outcome.diagnostics
            self.progress.done(outcome.site)

    def _above(self) -> tuple[dict[str, SiteJob], dict[str, dict[str, str]]]:
        """Complete the jobs of kabupaten and province with the summaries as they are now."""
        summaries = {}
        for site in self.seen.jobs.kim:
            digest = self._summary_digest(site)
            if digest:
                summaries[site] = digest
        jobs, inputs = {}, {}
        for site, job in self.seen.jobs.above.items():
            jobs[site], inputs[site] = with_summaries(job, summaries, self.seen.jobs)
        return jobs, inputs

    def _state(self, site: str) -> SiteState | None:
        """Give what is remembered of a site now, without its files."""
        if site not in self.touched:
            return self.known.states.get(site)
        state = self.store.load(site)
        return state and thin(state, self.seen.jobs.inputs.get(site, {}))

    def _summary_digest(self, site: str) -> str:
        """Give the SHA-256 of a KIM's summary as it lies in the output, or nothing."""
        state = self._state(site)
        if state is None or SUMMARY not in state.files():
            return ""
        if state.finished and SUMMARY in state.outputs:
            return state.outputs[SUMMARY][2]
        # A build that did not end may have left the old summary or the new one.
        with suppress(OSError), open(os.path.join(self.output, site, SUMMARY), "rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
        return ""

    def _gather(self) -> None:
        """Collect the findings and numbers of all sites, built now or earlier.

        Findings of another version of sitegen are left out: it may have words that this one lacks.
        """
        report = self.report
        report.diagnostics = [*self.seen.findings, *self.broken]
        for site in (*self.seen.jobs.kim, *self.seen.jobs.above):
            state = self._state(site)
            if state and state.inputs.get("@versi") == engine_version():
                report.diagnostics += state.diagnostics
                report.scheduled += state.scheduled
                report.pages += state.pages


def _only(decided: Plan, names: Iterable[str]) -> Plan:
    """Keep the sites that were asked for; forget nothing."""
    wanted = set(names)
    return Plan(
        tuple(d for d in decided.build if d.site in wanted),
        tuple(site for site in decided.unchanged if site in wanted),
        (),
    )


def build(
    workspace: Workspace,
    options: Options,
    progress: Progress | None = None,
    make_executor: Callable[[int], Executor] | None = None,
) -> Report:
    """Build a workspace.

    Raises:
        ProvinceUnreadable: there is no province to build for.
        filelock.Timeout: another build of the same workspace is under way.
        OSError: the folder of the output or of the lock cannot be made.
    """
    if options.dry:
        return Build(workspace, options, progress or Progress(), make_executor).run()
    from filelock import FileLock

    os.makedirs(workspace.cache, exist_ok=True)
    with FileLock(os.path.join(workspace.cache, "kunci"), timeout=0):
        if options.clean:
            with suppress(OSError):
                os.unlink(os.path.join(state_folder(workspace, options.output), "berkas.json"))
        return Build(workspace, options, progress or Progress(), make_executor).run()
