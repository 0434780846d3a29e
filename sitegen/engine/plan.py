"""Decides which sites are built, and why. Pure: the disk is looked at elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sitegen.engine.state import SiteState
from sitegen.i18n import N_, _

REASONS = {
    "baru": N_("belum pernah dibangun"),
    "catatan-rusak": N_("catatan pembangunan terakhir tidak terbaca"),
    "paksa": N_("diminta membangun ulang (--clean)"),
    "belum-selesai": N_("pembangunan terakhir belum selesai"),
    "berkas-baru": N_("berkas baru: {nama}"),
    "berkas-berubah": N_("berkas berubah: {nama}"),
    "berkas-hilang": N_("berkas dihapus: {nama}"),
    "siaran": N_("siaran berubah: {nama}"),
    "fakta-provinsi": N_("data provinsi berubah"),
    "fakta-kabupaten": N_("data kabupaten berubah"),
    "tema": N_("tema berubah"),
    "versi": N_("versi sitegen atau pustakanya berubah"),
    "draf": N_("pilihan --drafts berubah"),
    "mampat": N_("pilihan --precompress berubah"),
    "ringkasan": N_("ringkasan KIM berubah"),
    "tanggal": N_("tanggal bangun melewati {nama}"),
    "keluaran-hilang": N_("berkas hasil hilang: {nama}"),
    "keluaran-berubah": N_("berkas hasil diubah: {nama}"),
}

FACTS = {
    "@provinsi": "fakta-provinsi",
    "@kabupaten": "fakta-kabupaten",
    "@tema": "tema",
    "@versi": "versi",
    "@draf": "draf",
    "@ringkasan": "ringkasan",
    "@terbit": "ringkasan",
    "@mampat": "mampat",
}
"""Names of inputs that are no files, and the reason that a change of each is."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a site is built."""

    code: str
    name: str = ""

    def __str__(self) -> str:
        return _(REASONS[self.code]).format(nama=self.name)


UNREADABLE = Reason("catatan-rusak")


@dataclass(frozen=True, slots=True)
class Decision:
    """A site that is built, and all reasons for it."""

    site: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build will do: sites to build, sites left alone, sites whose files go."""

    build: tuple[Decision, ...]
    unchanged: tuple[str, ...]
    vanished: tuple[str, ...]


def plan(
    inputs: Mapping[str, Mapping[str, str]],
    states: Mapping[str, SiteState | None],
    today: date,
    damaged: Mapping[str, Iterable[Reason]],
    *,
    force: bool = False,
) -> Plan:
    """Decide what to build.

    Args:
        inputs: for each site that should exist, its inputs' digests by name.
        states: what is remembered of each site, also of those that should not exist; ``None``
            where that cannot be read.
        today: the build date.
        damaged: for each site, what is wrong with its files on disk.
        force: build everything.
    """
    build, unchanged = [], []
    for site in sorted(inputs):
        reasons = explain(inputs[site], states.get(site), today, damaged.get(site, ()), force=force)
        if site in states and states[site] is None:
            reasons = (UNREADABLE,)
        if reasons:
            build.append(Decision(site, reasons))
        else:
            unchanged.append(site)
    vanished = sorted(site for site in states if site not in inputs)
    return Plan(tuple(build), tuple(unchanged), tuple(vanished))


def explain(
    inputs: Mapping[str, str],
    state: SiteState | None,
    today: date,
    damage: Iterable[Reason],
    *,
    force: bool = False,
) -> tuple[Reason, ...]:
    """Give all reasons to build a site; none when it is up to date."""
    if state is None:
        return (Reason("baru"),)
    reasons = [Reason("paksa")] if force else []
    if not state.finished:
        reasons.append(Reason("belum-selesai"))
    different = inputs != state.inputs
    for name in sorted(inputs.keys() | state.inputs.keys()) if different else ():
        if inputs.get(name) != state.inputs.get(name):
            reasons.append(_changed(name, name in state.inputs, name in inputs))
    if not state.valid_from <= today < state.valid_until:
        passed = state.valid_until if today >= state.valid_until else state.valid_from
        reasons.append(Reason("tanggal", passed.isoformat()))
    reasons += damage
    return tuple(dict.fromkeys(reasons))


def _changed(name: str, before: bool, after: bool) -> Reason:
    if name.startswith("@"):
        # A state of another version may hold facts that this one does not know.
        return Reason(FACTS.get(name.partition(":")[0], "versi"))
    if "/siaran/" in name:
        return Reason("siaran", name)
    if before and after:
        return Reason("berkas-berubah", name)
    return Reason("berkas-baru" if after else "berkas-hilang", name)
