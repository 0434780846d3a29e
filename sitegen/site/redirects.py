"""Old addresses that lead on to where an entry is now."""

from collections.abc import Iterable

from sitegen.content.collection import locate
from sitegen.content.reader import Entry
from sitegen.diagnostics import Diagnostic
from sitegen.site.render import Renderer


def add_redirects(out: Renderer, entries: Iterable[Entry]) -> list[Diagnostic]:
    """Render a page at each old address; one that is in use is a finding.

    Call it when all other pages are rendered, so that every address in use is known.
    """
    findings = []
    owners: dict[str, str] = {}
    for entry in entries:
        for alias in entry.data.alias:
            path = alias.removesuffix("index.html").strip("/") + "/"
            if path == "/" or _in_use(out, path):
                other = owners.get(path, path)
                findings.append(locate(entry, "alias-dipakai", alias, alamat=alias, lain=other))
                continue
            owners[path] = entry.source.name
            out.redirect(path, entry.path)
    return findings


def _in_use(out: Renderer, path: str) -> bool:
    folder = path.rstrip("/").casefold()
    taken = {file.casefold() for file in out.result.files}
    return f"{folder}/index.html" in taken or folder in taken
