"""Decides what a list changes: which KIM are new, which fields differ, what stays. Pure.

Only fields that the list holds are changed; an empty cell says nothing. Whatever would make a
``kim.yml`` that the register refuses is left out and said where the list holds it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sitegen.content.reader import read_kim
from sitegen.content.yamltext import quoted, value
from sitegen.content.yamltree import Value
from sitegen.diagnostics import Diagnostic, Severity, suggestion
from sitegen.importing.beginning import code_of, folders_for, is_free, level_of
from sitegen.importing.claims import Claims, read_claims
from sitegen.importing.columns import BY_KEY
from sitegen.importing.fields import in_order, nested, with_chairs
from sitegen.importing.findings import at_cell
from sitegen.importing.kimfile import KimFile, Registers, cell_text
from sitegen.importing.match import Index, Known
from sitegen.importing.names import Region, folded
from sitegen.importing.rows import Record
from sitegen.importing.values import Claim
from sitegen.importing.yamledit import CannotEdit


@dataclass(frozen=True, slots=True)
class Change:
    """One field as it was and as it becomes."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Step:
    """What is done to one KIM; ``before`` is missing for a new one, ``after`` where it stays."""

    site: str
    file: str
    row: int
    changes: tuple[Change, ...] = ()
    before: bytes | None = None
    after: bytes | None = None


@dataclass(slots=True)
class Plan:
    """All that a list does; ``kabupaten`` holds registers that KIM need and that are missing."""

    steps: list[Step] = field(default_factory=list)
    kabupaten: dict[str, bytes] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Source:
    """The rows of one sheet, and the kabupaten of rows that name none."""

    records: tuple[Record, ...]
    region: Region | None = None


def make_plan(registers: Registers, sources: Iterable[Source], only: Region | None = None) -> Plan:
    """Hold a list against the registers.

    Args:
        registers: what the workspace holds.
        sources: the sheets.
        only: the kabupaten whose rows are taken; rows of others are left out.
    """
    planner = _Planner(registers, only)
    for source in sources:
        planner.elsewhere = {}
        for record in source.records:
            planner.take(record, source.region)
        planner.plan.findings += planner.elsewhere.values()
    return planner.plan


class _Planner:
    """Goes through the rows in their order, and knows what the rows before them did."""

    def __init__(self, registers: Registers, only: Region | None) -> None:
        self.registers, self.only = registers, only
        self.plan = Plan()
        self.files = {kim.site: kim for kim in registers.kim}
        self.taken = {kim.site for kim in registers.kim}
        self.index = Index(
            Known(
                kim.kabupaten,
                kim.text("nama"),
                kim.folder,
                kim.text("nomor_induk"),
                kim.text("kode"),
                kim.text("kecamatan"),
                kim.text("desa"),
            )
            for kim in registers.kim
        )
        self.elsewhere: dict[str, Diagnostic] = {}
        self.uncoded: set[str] = set()
        self.districts: set[tuple[str, str, str]] = set()

    def say(self, *findings: Diagnostic) -> None:
        """Note findings."""
        self.plan.findings += findings

    def take(self, record: Record, default: Region | None) -> None:
        """Plan one row."""
        claims, findings = read_claims(record)
        kode = _text(claims, "kode")
        region = self._region(record, kode, default)
        if region is None:
            return
        if self.only and region.folder != self.only.folder:
            self.elsewhere.setdefault(
                region.folder, record.finding("impor-kabupaten-lain", kabupaten=region.nama)
            )
            return
        if kode and region.kode and not f"{kode}.".startswith(f"{region.kode}."):
            params = {"kode": kode, "kabupaten": region.nama, "kode_kabupaten": region.kode}
            self.say(record.finding("kode-kabupaten", "kode", **params))
            return
        row = Known(
            region.folder,
            _text(claims, "nama"),
            record.text("_folder").rpartition("/")[2],
            _text(claims, "nomor_induk"),
            kode,
            _text(claims, "kecamatan"),
            _text(claims, "desa"),
            record.row,
        )
        found = self.index.find(row)
        if len(found) > 1:
            names = ", ".join(f"{one.kabupaten}/{one.folder}" for one in found)
            self.say(record.finding("impor-banyak-cocok", "nama", daftar=names))
        elif found and found[0].row:
            self.say(record.finding("impor-ganda", "nama", nama=row.nama, baris=found[0].row))
        elif found and found[0].kabupaten != region.folder:
            site = f"{found[0].kabupaten}/{found[0].folder}"
            self.say(record.finding("impor-pindah", "_kabupaten", situs=site))
        elif found:
            found[0].row = record.row
            self._change(record, self.files[f"{found[0].kabupaten}/{found[0].folder}"], region)
        else:
            self.say(*findings)
            self._begin(record, claims, region, row)

    def _region(self, record: Record, kode: str, default: Region | None) -> Region | None:
        regions = self.registers.regions
        if written := record.text("_kabupaten"):
            region = regions.find(written)
            if region is None:
                guess = regions.guess(written)
                self.say(
                    record.finding(
                        "impor-kabupaten-asing", "_kabupaten", nilai=written, saran=guess
                    )
                )
            return region
        region = (regions.of_code(kode) if kode else None) or default or self.only
        if region is None:
            self.say(record.finding("impor-tanpa-kabupaten"))
        return region

    def _change(self, record: Record, kim: KimFile, region: Region) -> None:
        """Plan what a row changes in a KIM that is there."""
        settled = {
            key
            for key in record.cells
            if not key.startswith("_") and kim.text(key).split() == record.text(key).split()
        }
        claims, findings = read_claims(record, settled)
        self.say(*findings)
        wanted: dict[str, Value] = {}
        for path, said in claims.items():
            new = with_chairs(said.value, kim.get(path))
            if not replace(said, value=new).agrees(path, kim.get(path)):
                wanted[path] = new
        if not kim.get("sk.nomor") and "sk.nomor" not in wanted:
            wanted = self._without_decree(record, wanted)
        step = Step(kim.site, record.file, record.row, before=kim.data)
        changes = [Change(p, kim.text(p), cell_text(v)) for p, v in in_order(wanted).items()]
        if "kecamatan" in wanted:
            self._check_district(record, str(wanted["kecamatan"]), region)
        if changes:
            after = self._written(record, kim, wanted)
            if after is None:
                return
            step = replace(step, changes=tuple(changes), after=after)
        self.plan.steps.append(step)

    def _begin(self, record: Record, claims: Claims, region: Region, row: Known) -> None:
        """Plan a KIM that is not there yet."""
        wanted = {path: said.value for path, said in claims.items()}
        wanted.setdefault("level", level_of(record, row))
        if not row.kode:
            wanted["kode"], exact = code_of(record, str(wanted["level"]), region)
            if not exact and record.file not in self.uncoded:
                self.uncoded.add(record.file)
                self.say(record.finding("impor-tanpa-kode", "kode", kode=wanted["kode"]))
        if not wanted.get("sk.nomor"):
            wanted = self._without_decree(record, wanted)
        self._check_district(record, row.kecamatan, region)
        folder = self._folder(record, row, region)
        if not folder:
            return
        site = f"{region.folder}/{folder}"
        after = self._written(record, KimFile(site, b"", {}), wanted)
        if after is None:
            return
        self.taken.add(site)
        self.index.add(replace(row, folder=folder))
        changes = [Change(path, "", cell_text(v)) for path, v in in_order(wanted).items()]
        self.plan.steps.append(Step(site, record.file, record.row, tuple(changes), after=after))
        if region.folder not in self.registers.listed:
            text = f"nama: {value(region.nama)}\nkode: {quoted(region.kode)}\n"
            self.plan.kabupaten[f"content/{region.folder}/kabupaten.yml"] = text.encode()

    def _without_decree(self, record: Record, wanted: Mapping[str, Value]) -> dict[str, Value]:
        """Drop what a row says of a decree without a number: the register would refuse it."""
        about = next((path for path in wanted if path.startswith("sk.")), "")
        if about:
            key = about if about in record.labels else "_masa_bakti"
            self.say(record.finding("impor-sk-tanpa-nomor", key))
        return {path: v for path, v in wanted.items() if not path.startswith("sk.")}

    def _check_district(self, record: Record, name: str, region: Region) -> None:
        names = list(region.kecamatan)
        seen = (record.file, region.folder, folded(name))
        if name and names and seen not in self.districts and seen[2] not in map(folded, names):
            self.districts.add(seen)
            guess = suggestion(name, names)
            params = {"nama": name, "kabupaten": region.nama, "saran": guess}
            self.say(record.finding("impor-kecamatan-asing", "kecamatan", **params))

    def _folder(self, record: Record, row: Known, region: Region) -> str:
        for name in folders_for(row):
            site = f"{region.folder}/{name}"
            if site in self.registers.broken:
                self.say(record.finding("impor-kim-rusak", "nama", situs=site))
                return ""
            if is_free(site, self.taken):
                return name
        self.say(record.finding("impor-nama-folder", "nama", nilai=row.nama))
        return ""

    def _written(self, record: Record, kim: KimFile, wanted: Mapping[str, Value]) -> bytes | None:
        """Give the file with the wanted fields, if the register takes it."""
        try:
            after = kim.edited(nested(wanted))
        except CannotEdit:
            self.say(record.finding("impor-tak-tersunting", "nama", berkas=kim.name))
            return None
        _kim, findings = read_kim(kim.name, after)
        already = read_kim(kim.name, kim.data)[1] if kim.data else []
        known = {(d.code, d.field) for d in already}
        faults = [
            _moved(d, record)
            for d in findings
            if d.severity is Severity.GALAT and (d.code, d.field) not in known
        ]
        self.say(*faults)
        return None if faults else after


def _moved(found: Diagnostic, record: Record) -> Diagnostic:
    """Say of the list what was found in the file that would come of it."""
    column = BY_KEY.get(found.field)
    label = record.labels.get(found.field) or (column.heading if column else found.field)
    text = record.text(found.field)
    return at_cell(found.code, record.file, record.row, label, text, dict(found.params))


def _text(claims: Mapping[str, Claim], path: str) -> str:
    return str(claims[path].value) if path in claims else ""
