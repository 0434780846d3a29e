"""Markup: the Nu HTML checker over every HTML and SVG file, with the CSS inside."""

import json
import subprocess
from collections import Counter

from .findings import Finding, Ledger
from .site import Site
from .tools import VNU, program


def check(site: Site, ledger: Ledger) -> None:
    """Check all files; an error is a fault, other messages are counted."""
    command = [program("java"), "-Xss8m", "-jar", str(VNU), "--format", "json", "--stdout"]
    command += ["--exit-zero-always", "--skip-non-html", "--also-check-css", "--also-check-svg"]
    command.append(str(site.root))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout.startswith("{"):
        ledger.add([Finding("html", "checker", "-", detail=done.stdout + done.stderr)])
        return
    others: Counter[str] = Counter()
    for message in json.loads(done.stdout)["messages"]:
        text = message["message"]
        if message["type"] == "info":
            # Read from disk a page has no origin, so its policy seems to forbid its own scripts.
            if "Content Security Policy" not in text:
                others[text] += 1
            continue
        page = message.get("url", "").rpartition(f"{site.root.as_posix()}/")[2]
        extract = message.get("extract", "")
        ledger.add([Finding("html", message["type"], page, where=extract, detail=text)])
    vectors = len(list(site.root.rglob("*.svg")))
    ledger.notes.append(f"html: {len(site.pages)} HTML and {vectors} SVG files checked.")
    ledger.notes += [f"html says: {text} ({n} times)" for text, n in others.most_common()]
