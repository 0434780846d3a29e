"""Turns a workspace at one moment into jobs: what each site is made from."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from sitegen.content.addresses import own_addresses
from sitegen.content.card import Card
from sitegen.content.layout import Folder, Layout, prefix
from sitegen.content.registry import Registry
from sitegen.diagnostics import Diagnostic, diagnose
from sitegen.engine.libraries import versions
from sitegen.engine.scan import StampCache, scan
from sitegen.site.contract import OUTPUT_PREFIX, SiteJob
from sitegen.site.themechain import ThemeFault, resolve_chain

LIBRARIES = (
    "babel",
    "brotli",
    "holidays",
    "icalendar",
    "jinja2",
    "markdown",
    "nh3",
    "pillow",
    "pydantic",
    "pyyaml",
    "rcssmin",
    "zxing-cpp",
)


@dataclass(frozen=True, slots=True)
class Chain:
    """The folders of a theme chain, and the digest of everything in them."""

    places: tuple[str, ...]
    digest: str


@dataclass(slots=True)
class Themes:
    """Finds theme chains, each once."""

    folders: tuple[str, ...]
    stamps: StampCache
    _chains: dict[str, Chain | ThemeFault] = field(default_factory=dict)

    def chain(self, name: str) -> Chain:
        """Give the chain of a theme.

        Raises:
            ThemeFault: it or a parent of it does not exist.
        """
        found = self._chains.get(name)
        if found is None:
            found = self._chains[name] = self._find(name)
        if isinstance(found, ThemeFault):
            raise found
        return found

    def _find(self, name: str) -> Chain | ThemeFault:
        try:
            places = resolve_chain(name, self.folders)
        except ThemeFault as fault:
            return fault
        hasher = hashlib.blake2b(digest_size=16)
        for place in places:
            hasher.update(f"{os.path.basename(place)}\0\0".encode())
            digests = scan(place, f"@tema:{place}", self.stamps).digests
            for inner, digest in sorted(digests.items()):
                hasher.update(f"{inner.removeprefix(f'@tema:{place}')}\0{digest}\0".encode())
        return Chain(places, hasher.hexdigest())


@dataclass(slots=True)
class Jobs:
    """The jobs of all sites, and the inputs by which each is judged."""

    kim: dict[str, SiteJob] = field(default_factory=dict)
    above: dict[str, SiteJob] = field(default_factory=dict)
    inputs: dict[str, dict[str, str]] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    """The code of each kabupaten's folder."""
    findings: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build is asked for besides its inputs."""

    today: date
    drafts: bool = False
    precompress: bool = False


@cache
def engine_version() -> str:
    """Give the digest of sitegen's own code and of the versions of the libraries it builds with."""
    hasher = hashlib.blake2b(digest_size=16)
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(f for f in folders if f not in ("__pycache__", "bundled"))
        for name in sorted(names):
            if name.endswith((".py", ".mo")):
                with open(os.path.join(folder, name), "rb") as handle:
                    hasher.update(name.encode() + b"\0" + handle.read())
    for library, version in sorted(versions(LIBRARIES).items()):
        hasher.update(f"{library} {version}\0".encode())
    return hasher.hexdigest()


def make_jobs(
    layout: Layout,
    digests: Mapping[str, str],
    registry: Registry,
    aimed: Mapping[str, list[str]],
    themes: Themes,
    settings: Settings,
) -> Jobs:
    """Make the job of every site that should exist.

    The inputs of sites above the KIM lack the digest of their summaries, which is known only when
    the KIM are built: see :func:`with_summaries`.
    """
    jobs = Jobs()
    province = registry.provinsi
    common = {
        "@provinsi": province.facts,
        "@versi": engine_version(),
        "@draf": "ya" if settings.drafts else "",
        "@mampat": "ya" if settings.precompress else "",
    }
    own, found = own_addresses(registry)
    jobs.findings += found
    senders = (layout.provinsi, *layout.kabupaten.values())
    shared = {n: digests[n] for folder in senders for n in folder.files}
    levels = [("", layout.provinsi)]
    levels += sorted(layout.kabupaten.items()) + sorted(layout.kim.items())
    for site, folder in levels:
        card = registry.kim.get(site)
        if "/" in site and card is None:
            continue
        try:
            chain = themes.chain((card.texts["tema"] if card else "") or province.texts["tema"])
        except ThemeFault as fault:
            jobs.findings.append(_theme_finding(site, card or province, fault))
            continue
        owner = site.partition("/")[0]
        job = SiteJob(
            site=site,
            files=_pick(folder, digests),
            provinsi=f"{prefix('')}provinsi.yml",
            kabupaten=_kabupaten_file(owner, registry),
            theme=chain.places,
            theme_digest=chain.digest,
            today=settings.today,
            drafts=settings.drafts,
            precompress=settings.precompress,
            siaran=_siaran(registry, aimed.get(site, []), shared),
            below=() if "/" in site else _below(site, layout),
            contacts=registry.contacts(site),
            own=own.get(site, ""),
        )
        inputs = {**job.files, **job.siaran, **common, "@tema": chain.digest}
        if job.own:
            inputs["@alamat"] = job.own
        if site:
            facts = (*registry.kabupaten_facts(owner), *sorted(registry.contacts(owner)))
            inputs["@kabupaten"] = "\0".join(facts)
        if site == owner != "":
            jobs.codes[site] = registry.kabupaten_facts(site)[1]
            if not job.kabupaten:
                # The province's list stands in for its register.
                inputs[job.provinsi] = digests[job.provinsi]
        if "/" not in site:
            inputs["@terbit"] = "\0".join(job.below)
        (jobs.kim if "/" in site else jobs.above)[site] = job
        jobs.inputs[site] = inputs
    return jobs


def _kabupaten_file(owner: str, registry: Registry) -> str:
    """Give the register of a kabupaten, or nothing where it cannot be read."""
    return f"{prefix(owner)}kabupaten.yml" if owner in registry.kabupaten else ""


def _below(site: str, layout: Layout) -> tuple[str, ...]:
    """Give the folders of the sites directly below one, also of those that cannot be built."""
    if not site:
        return tuple(sorted(layout.kabupaten))
    return tuple(sorted(s.partition("/")[2] for s in layout.kim if s.startswith(f"{site}/")))


def _pick(folder: Folder, digests: Mapping[str, str]) -> dict[str, str]:
    return {name: digests[name] for name in folder.files}


def _siaran(registry: Registry, names: Iterable[str], digests: Mapping[str, str]) -> dict[str, str]:
    """Give the siaran aimed at a site and the photos they show, with their digests.

    ``digests`` holds the files that belong to a site, so that a photo that was refused where it
    lies is not published elsewhere.
    """
    wanted = [n for name in names for n in (name, *registry.siaran[name].lists["foto"])]
    return {name: digests[name] for name in wanted if name in digests}


def _theme_finding(site: str, card: Card, fault: ThemeFault) -> Diagnostic:
    """Point at the line that names a theme that cannot be used."""
    if fault.file:
        return diagnose(fault.code, fault.file, fault.line, params={**fault.params, "situs": site})
    file = f"{prefix(site)}{'kim' if '/' in site else 'provinsi'}.yml"
    if "/" not in site:
        file = f"{prefix('')}provinsi.yml"
    line, column, length, text = card.marks.get("tema", (0, 0, 1, ""))
    lines = ("",) * (line - 1) + (text,) if line else ()
    return diagnose(
        fault.code,
        file,
        line,
        column,
        length=length,
        field="tema",
        lines=lines,
        params=fault.params,
    )


def with_summaries(
    job: SiteJob, summaries: Mapping[str, str], jobs: Jobs
) -> tuple[SiteJob, dict[str, str]]:
    """Complete a job above the KIM with the summaries below it.

    Args:
        job: the job of a kabupaten or the province.
        summaries: the SHA-256 of each KIM's summary, for those that have one.
        jobs: all jobs.

    Returns:
        The job, and its inputs.
    """
    below = {s: d for s, d in summaries.items() if not job.site or s.startswith(f"{job.site}/")}
    text = "".join(f"{site}\0{digest}\0" for site, digest in sorted(below.items()))
    inputs = {
        **jobs.inputs[job.site],
        "@ringkasan": hashlib.blake2b(text.encode(), digest_size=16).hexdigest(),
    }
    names = tuple(f"{OUTPUT_PREFIX}{site}/kim.json" for site in sorted(below))
    if job.site:
        return replace(job, summaries=names), inputs
    sites = tuple(sorted(jobs.codes.items()))
    published = tuple(sorted({s for s in jobs.above if s} | below.keys()))
    for site, code in sites:
        inputs[f"@kabupaten:{site}"] = code
    inputs["@terbit"] += hashlib.blake2b("\0".join(published).encode(), digest_size=16).hexdigest()
    return replace(job, summaries=names, kabupaten_sites=sites, published=published), inputs
