"""What git said, in its own English, turned into a finding."""

import re

from sitegen.publish.faults import PublishFault

_WORDS = {
    "terbit-didahului": (
        r"stale info|fetch first|non-fast-forward|is at .* but expected|reference already exists",
        r"cannot lock ref|failed to update ref|unable to set ",
    ),
    "terbit-host-asing": (
        r"Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED",
        r"server certificate verification failed|SSL certificate problem",
    ),
    "terbit-disk": (
        r"No space left|quota exceeded|Read-only file system|insufficient permission for adding",
        r"unable to create temporary|File too large",
    ),
    "terbit-ditolak": (
        r"Permission denied|Authentication failed|could not read (?:Username|Password)",
        r"error: 40[13]\b|[Uu]nauthorized|denied to|not allowed to|protected branch|hook declined",
        r"access denied|Too many authentication failures|dubious ownership",
    ),
    "terbit-tanpa-repositori": (
        r"does not appear to be a git repository|[Rr]epository .*not (?:found|exist)",
        r"No git repository was found|error: 404|not exported",
    ),
    "terbit-tak-terhubung": (
        r"Could not resolve|name resolution|Connection (?:refused|reset|closed|timed out)",
        r"[Tt]imed out|No route to host|[Nn]etwork is unreachable|early EOF|hung up",
        r"unexpected disconnect|RPC failed|error: 5\d\d|[Cc]ould not connect|Failed to connect",
        r"unexpectedly closed|Broken pipe",
    ),
}
"""Words of git, ssh and curl, in the order in which they are looked for: what is said first by the
one who knows best. ``hung up`` follows many other faults, so it comes last."""

_LEAD = re.compile(r"^(?:(?:fatal|error|remote|ERROR|ssh): ?|!\t\S+\t\[[a-z ]+\] ?)+")


def git_fault(said: str, place: str) -> PublishFault:
    """Give the fault that git's words mean.

    Args:
        said: what it wrote, in the C locale.
        place: the repository.
    """
    lines = [line.strip() for line in mask(said).splitlines() if line.strip()]
    for code, words in _WORDS.items():
        for line in lines:
            if re.search("|".join(words), line):
                return _fault(code, line, place)
    telling = [line for line in lines if _LEAD.match(line)] or lines
    return _fault("terbit-gagal", next(iter(telling), ""), place)


def _fault(code: str, line: str, place: str) -> PublishFault:
    reason = _LEAD.sub("", line).rstrip(".")
    passing = code == "terbit-tak-terhubung"
    return PublishFault(code, passing=passing, sebab=reason, tempat=mask(place))


def mask(text: str) -> str:
    """Hide passwords and tokens in the addresses of a text; the user of ssh is no secret."""
    return re.sub(r"\b(?!ssh:)([a-z][a-z0-9+.-]*)://[^/@\s'\"]+@", r"\1://***@", text)
