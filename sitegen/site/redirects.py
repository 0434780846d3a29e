"""Old addresses that lead on to where an entry is now."""

from collections.abc import Iterable

from sitegen.content.collection import locate
from sitegen.content.reader import Entry
from sitegen.diagnostics import Diagnostic
from sitegen.site.contract import MANIFEST
from sitegen.site.render import Renderer


def add_redirects(
    out: Renderer, entries: Iterable[Entry], below: Iterable[str] = ()
) -> list[Diagnostic]:
    """Render a page at each old address; one that is in use is a finding.

    Call it when all other pages are rendered, so that every address in use is known.

    Args:
        out: the site's renderer.
        entries: the entries with their old addresses.
        below: folders inside this site's that belong to other sites.
    """
    findings = []
    owners: dict[str, str] = {}
    taken = {file.casefold() for file in (*out.result.files, *below, MANIFEST)}
    for entry in entries:
        for alias in entry.data.alias:
            path = alias.removesuffix("index.html").strip("/") + "/"
            folder = path.rstrip("/").casefold()
            if not folder or f"{folder}/index.html" in taken or taken & _steps(folder):
                other = owners.get(path, path)
                findings.append(locate(entry, "alias-dipakai", alias, alamat=alias, lain=other))
                continue
            owners[path] = entry.source.name
            taken.add(f"{folder}/index.html")
            out.redirect(path, entry.path)
    return findings


def _steps(folder: str) -> set[str]:
    """Give a folder and those it lies in: ``a`` and ``a/b`` for ``a/b``."""
    parts = folder.split("/")
    return {"/".join(parts[:length]) for length in range(1, len(parts) + 1)}
