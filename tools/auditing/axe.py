"""Accessibility: axe-core with all its rules, best practices included."""

from collections import Counter

from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from .browser import PROBES, Scheme, Visit
from .findings import Finding, Ledger
from .site import Page, Site
from .tools import AXE

SIZES = (360, 1280)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
_RUN = """async () => {
  const found = await axe.run(document, {
    resultTypes: ["violations", "incomplete"], rules: {"target-size": {enabled: true}},
  });
  const nodes = (rule) => rule.nodes.map((n) => ({
    rule: rule.id, where: n.target.flat(9).join(" "),
    detail: [...n.any, ...n.all, ...n.none].map((c) => c.message).join("; "), fix: rule.help,
  }));
  return [found.violations.flatMap(nodes), found.incomplete.flatMap(nodes)];
}"""


def check(running: Browser, site: Site, pages: list[Page], ledger: Ledger) -> None:
    """Look at each page at each size in each colour scheme."""
    source = AXE.read_text(encoding="utf-8")
    unsure: Counter[tuple[str, str]] = Counter()
    for width in SIZES:
        for scheme in SCHEMES:
            visit = Visit(running, site, width, scheme)
            for page in pages:
                tab = visit.open(page.path)
                tab.evaluate(source)
                tab.evaluate(PROBES)
                label = f"{page.path or '/'} ({width} {scheme})"
                violations, incomplete = tab.evaluate(_RUN)
                for node in violations:
                    ledger.add([Finding("axe", node.pop("rule"), label, **node)])
                for node in incomplete:
                    if node["rule"] == "color-contrast":
                        ledger.add(_contrast(tab, node["where"], label))
                    else:
                        unsure[node["rule"], node["where"][:80]] += 1
            visit.close()
    ledger.notes.append(f"axe: {len(pages)} pages, sizes {SIZES}, light and dark.")
    ledger.notes += [
        f"axe cannot tell: {rule} at {where} ({n} times)"
        for (rule, where), n in sorted(unsure.items())
    ]


def _contrast(tab: Tab, where: str, label: str) -> list[Finding]:
    """Judge a contrast that axe left open: text over a pattern, in a drawing or half in sight."""
    found = tab.evaluate("where => audit.legible(where)", where)
    if found["ratio"] >= found["wanted"]:
        return []
    detail = f"{found['ratio']:.2f}, should be {found['wanted']}"
    return [Finding("axe", "color-contrast (own measure)", label, where, detail)]
