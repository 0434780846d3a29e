"""What an audit found, gathered over pages and printed by rule."""

from collections.abc import Iterable
from dataclasses import dataclass, field

_SHOWN = 3
"""Pages named under each finding."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault on one page; ``where`` is a selector, an address or a line."""

    check: str
    rule: str
    page: str
    where: str = ""
    detail: str = ""
    fix: str = ""


@dataclass(slots=True)
class Ledger:
    """All findings of a run, and lines that are worth reading but no faults."""

    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, findings: Iterable[Finding]) -> None:
        """Add findings."""
        self.findings.extend(findings)

    def print(self) -> None:
        """Print the findings grouped by check, rule and place, each with some of its pages."""
        for note in self.notes:
            print(note)
        groups: dict[tuple[str, str, str, str, str], list[str]] = {}
        for f in self.findings:
            groups.setdefault((f.check, f.rule, f.where, f.detail, f.fix), []).append(f.page)
        last = ""
        for (check, rule, where, detail, fix), pages in sorted(groups.items()):
            if check != last:
                print(f"\n== {check}")
                last = check
            print(f"{rule}: {' '.join(where.split())}" if where else rule)
            if detail:
                print(f"    {' '.join(detail.split())}")
            if fix:
                print(f"    fix: {' '.join(fix.split())}")
            known = list(dict.fromkeys(pages))
            rest = f" and {len(known) - _SHOWN} more" if len(known) > _SHOWN else ""
            print(f"    on {', '.join(known[:_SHOWN])}{rest}")
        print(f"\n{len(self.findings)} findings in {len(groups)} groups.")


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Lay out a table for a terminal; all columns but the first are numbers."""
    lines = [head, *rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )
