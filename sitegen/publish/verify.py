"""Reads again what is online and holds it against what was published.

Pages of gambling shops were planted on hundreds of government sites; what stands at a target and
was not put there by sitegen is named here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypedDict

from sitegen.i18n import _, ngettext
from sitegen.publish.target import Session
from sitegen.publish.tree import Mark, inside

SHOWN = 20
"""How many names of each kind a person is shown."""


class SurveyRecord(TypedDict):
    """A target as ``--format json`` prints it."""

    target: str
    release: str
    intact: int
    missing: list[str]
    changed: list[str]
    foreign: list[str]


@dataclass(slots=True)
class Survey:
    """What stands at a target: files as published, and those missing, changed or foreign."""

    target: str
    release: str = ""
    intact: int = 0
    missing: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether everything is as published."""
        return not (self.missing or self.changed or self.foreign)

    def record(self) -> SurveyRecord:
        """Give the fields that ``--format json`` promises."""
        return {
            "target": self.target,
            "release": self.release,
            "intact": self.intact,
            "missing": self.missing,
            "changed": self.changed,
            "foreign": self.foreign,
        }

    def lines(self) -> Iterator[str]:
        """Say what was found."""
        if not self.release:
            yield _("{sasaran}: belum ada yang diterbitkan.").format(sasaran=self.target)
            return
        told = ngettext("{n} berkas utuh", "{n} berkas utuh", self.intact).format(n=self.intact)
        yield _("{sasaran}: {utuh}, rilis {rilis}.").format(
            sasaran=self.target, utuh=told, rilis=self.release
        )
        yield from _named(_("Hilang"), self.missing)
        yield from _named(_("Diubah orang lain"), self.changed)
        yield from _named(_("Bukan buatan sitegen"), self.foreign)
        if self.foreign:
            yield _("Periksa berkas asing itu; halaman judi sering ditanam dengan cara ini.")
        if self.missing or self.changed:
            yield _("Pulihkan dengan: sitegen publish {sasaran} --adopt").format(
                sasaran=self.target.partition(":")[0]
            )


def _named(title: str, paths: list[str]) -> Iterator[str]:
    if not paths:
        return
    yield f"  {title} ({len(paths)}):"
    yield from (f"    {path}" for path in paths[:SHOWN])
    if len(paths) > SHOWN:
        yield "    " + _("dan {n} lagi").format(n=len(paths) - SHOWN)


def survey(session: Session, target: str) -> Survey:
    """Read every file of a target again.

    Raises:
        PublishFault: it cannot be read.
    """
    online = session.online
    expected: dict[str, Mark] = {}
    for place in online.sites:
        tree, retired = session.tree(place)
        expected |= {inside(place, path): mark for path, mark in {**retired, **tree}.items()}
    found = Survey(target, online.release)
    for path, mark in session.survey():
        wanted = expected.pop(path, None)
        if wanted is None:
            found.foreign.append(path)
        elif wanted != mark:
            found.changed.append(path)
        else:
            found.intact += 1
    found.missing = sorted(expected)
    return found
