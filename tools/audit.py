"""Look at the sample province as its readers meet it, and say what is wrong.

``python tools/audit.py`` builds the sample and checks accessibility (axe), layout, markup (the Nu
HTML checker), speed (Lighthouse, and a slow line) and every link, feed and picture. ``--only
axe,layout,html,lighthouse,files`` runs some of these, ``--pages N`` looks at fewer pages,
``--weights FILE`` writes what each kind of page weighs. The exit status is 1 when something is
wrong. It needs Chromium, Node.js with npm, and Java; the npm packages go into ``.audit/``.
"""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from auditing import axe, feeds, html, layout, lighthouse, links, pictures, slow, tools, weights
from auditing.browser import browser
from auditing.findings import Ledger
from auditing.server import serving, serving_securely
from auditing.site import Site

CHECKS = ("files", "html", "axe", "layout", "lighthouse")


def main() -> int:
    """Run the checks that were asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", default=",".join(CHECKS), help="checks, with commas between")
    parser.add_argument("--pages", type=int, help="how many pages to look at in a browser")
    parser.add_argument("--site", type=Path, help="look at this build instead of a new one")
    parser.add_argument("--weights", type=Path, metavar="FILE", help="only write the weight table")
    asked = parser.parse_args()
    wanted = asked.only.split(",")
    if unknown := set(wanted) - set(CHECKS):
        parser.error(f"no such check: {', '.join(sorted(unknown))}; there are {', '.join(CHECKS)}")
    root = asked.site.resolve() if asked.site else tools.build()
    site = Site(root, tools.ROOT / "content")
    if asked.weights:
        weights.write(site, asked.weights)
        return 0
    if set(wanted) - {"files"}:
        tools.install()
    ledger = Ledger()
    for name in CHECKS:
        if name in wanted:
            started = time.monotonic()
            _run(name, site, asked.pages, ledger)
            print(f"{name}: {time.monotonic() - started:.0f} s", flush=True)
    ledger.print()
    return 1 if ledger.findings else 0


def _run(name: str, site: Site, most: int | None, ledger: Ledger) -> None:
    pages = site.sample()[:most]
    match name:
        case "files":
            links.check(site, ledger)
            feeds.check(site, ledger)
            pictures.check(site, ledger)
        case "html":
            html.check(site, ledger)
        case "axe":
            with browser() as running:
                axe.check(running, site, pages, ledger)
        case "layout":
            with browser() as running:
                layout.check(running, site, pages, ledger)
        case "lighthouse":
            with serving(site) as host:
                lighthouse.check(host, pages, ledger)
            with serving_securely(site) as host:
                lighthouse.check_slow(host, pages, ledger)
            with serving(site) as host, browser() as running:
                slow.check(running, host, pages, ledger)


if __name__ == "__main__":
    sys.exit(main())
