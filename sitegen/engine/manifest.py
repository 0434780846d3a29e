"""The list of a site's files with their digests: who owns what in an output folder."""

import hashlib
import json
import os
from collections.abc import Container, Iterator, Mapping
from typing import Any

from sitegen.site.contract import MANIFEST, Content


def manifest(site: str, digests: Mapping[str, tuple[str, int]]) -> bytes:
    """Give the list of a site's files with SHA-256 and size: what a mirror can be checked by."""
    files = {path: {"sha256": d, "ukuran": size} for path, (d, size) in sorted(digests.items())}
    record = {"versi": 1, "situs": site, "berkas": files}
    return (json.dumps(record, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n").encode()


def digests_of(files: Mapping[str, Content]) -> dict[str, tuple[str, int]]:
    """Give the SHA-256 and size of each file of a result."""
    return {
        path: (hashlib.sha256(content).hexdigest(), len(content))
        if isinstance(content, bytes)
        else (content.digest, content.size)
        for path, content in files.items()
    }


def owned_by_manifest(folder: str) -> dict[str, str]:
    """Give the files, with digests, that a manifest on disk lists; for when the state is lost."""
    try:
        berkas = _manifest(folder)["berkas"]
        listed = {str(p): str(entry["sha256"]) for p, entry in berkas.items()}
    except (KeyError, TypeError, AttributeError):
        return {}
    return {path: digest for path, digest in listed.items() if is_safe(path)}


def _manifest(folder: str) -> Mapping[str, Any]:
    try:
        with open(os.path.join(folder, MANIFEST), "rb") as handle:
            record = json.loads(handle.read())
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def lost_sites(output: str, known: Container[str]) -> Iterator[str]:
    """Give sites that only their manifests in an output folder tell of."""
    owners = _folders_in(output, "")
    below = (site for owner in owners for site in _folders_in(output, f"{owner}/"))
    for site in ("", *owners, *below):
        if site not in known and _manifest(os.path.join(output, site)).get("situs") == site:
            yield site


def _folders_in(output: str, inside: str) -> list[str]:
    try:
        with os.scandir(os.path.join(output, *inside.split("/"))) as listing:
            names = [entry.name for entry in listing if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []
    return sorted(inside + name for name in names)


def is_safe(path: str) -> bool:
    """Say whether a path from a record stays inside its folder, on every system."""
    parts = path.split("/")
    return "\\" not in path and not any(part in ("", ".", "..") or ":" in part for part in parts)
