"""Writes the settings for Caddy: a Caddyfile, or a file that a Caddyfile imports.

Directives: caddyserver.com/docs/caddyfile/directives; nothing newer than Caddy 2.6. Certificates
are Caddy's own work.
"""

import re
from collections.abc import Iterable, Iterator

from sitegen.hosting import policy
from sitegen.hosting.plan import Home, Hosting
from sitegen.hosting.settings import Settings

_KNOWN = frozenset(
    ("avif", "css", "gif", "html", "jpg", "js", "json", "pdf", "png", "svg", "wasm", "webp", "xml")
)
"""Suffixes whose type Caddy knows on every system (Go's ``mime`` package)."""
_TITLE = """\
# Situs KIM, ditulis oleh sitegen server-config caddy dari daftar induk.
# Jangan disunting; ubah provinsi.yml atau kim.yml, lalu tulis lagi.
"""


def quoted(text: str) -> str:
    """Give a text as one token.

    Raises:
        ValueError: it holds a control character, or a sign that begins a placeholder.
    """
    if not text.isprintable() or set(text) & set("{}`") or text.endswith("\\"):
        raise ValueError(text)
    return _literal(text)


def _literal(text: str) -> str:
    """Quote a text of our own, in which placeholders may stand."""
    return '"' + text.replace('"', '\\"') + '"'


def write(hosting: Hosting, settings: Settings) -> str:
    """Give the whole file.

    Raises:
        ValueError: a path cannot be written as a token.
    """
    return "\n".join(_file(hosting, settings)) + "\n"


def _file(hosting: Hosting, settings: Settings) -> Iterator[str]:
    yield _TITLE
    yield from _block("(sitegen_aman)", _safety(settings))
    yield from _block("(sitegen_kepala)", _headers())
    yield from _block("(sitegen_berkas)", _files())
    yield "\n# Nama yang tidak terdaftar ditolak."
    yield from _block(_site("", settings), [*_bind(settings), "abort"])
    yield "\n# Provinsi, kabupaten, dan KIM yang beralamat di bawahnya."
    yield from _block(_site(hosting.host, settings), _province(hosting, settings))
    for home in hosting.homes:
        yield f"\n# {home.site}"
        yield from _block(_site(home.host, settings), _home(home, hosting, settings))


def _site(host: str, settings: Settings) -> str:
    """Give the address of a site; no host stands for every host that no site has."""
    if settings.http:
        return f"http://{host}:{settings.http.rpartition(':')[2]}"
    return host or "http://"


def _bind(settings: Settings) -> list[str]:
    """Give the line that keeps a server to one address of the machine."""
    address = settings.http.rpartition(":")[0]
    return [f"bind {address}"] if address else []


def _safety(settings: Settings) -> Iterator[str]:
    headers = dict(policy.SECURITY_HEADERS)
    if not settings.http:
        headers["Strict-Transport-Security"] = policy.TRANSPORT
    lines = [f"{name} {quoted(value)}" for name, value in headers.items()]
    yield from _block("header", [*lines, "-Server"])


def _headers() -> Iterator[str]:
    yield "import sitegen_aman"
    yield f"@sitegen_tetap path_regexp {_literal(policy.FINGERPRINT)}"
    yield f"header @sitegen_tetap Cache-Control {quoted(policy.FINGERPRINTED)}"
    yield f"@sitegen_pekerja path_regexp {_literal(policy.WORKER)}"
    yield f"header @sitegen_pekerja Cache-Control {quoted(policy.ALWAYS_ASKED)}"
    lines = [f"not path_regexp {_literal(p)}" for p in (policy.FINGERPRINT, policy.WORKER)]
    yield from _block("@sitegen_lain", lines)
    yield f"header @sitegen_lain Cache-Control {quoted(policy.PAGES)}"
    unknown = {k: s for k, s in policy.MEDIA_TYPES.items() if s[0] not in _KNOWN}
    for kind, suffixes in unknown.items():
        shown = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
        name = f"@sitegen_{suffixes[0]}"
        yield f"{name} path {' '.join(f'*.{suffix}' for suffix in suffixes)}"
        yield f"header {name} Content-Type {quoted(shown)}"


def _files() -> Iterator[str]:
    lines = ['path_regexp "/\\."', f"not path {policy.CONTACT}"]
    yield from _block("@sitegen_tersembunyi", lines)
    yield "error @sitegen_tersembunyi 404"
    yield "encode zstd gzip"
    yield from _block("file_server", ["precompressed br gzip"])


def _province(hosting: Hosting, settings: Settings) -> Iterator[str]:
    yield from _bind(settings)
    yield f"root * {quoted(settings.root)}"
    yield "import sitegen_kepala"
    moved = [
        line
        for number, home in enumerate(hosting.moved)
        for line in _moved(f"@sitegen_pindah_{number}", home, hosting.base)
    ]
    if hosting.base == "/":
        yield from moved
        yield "import sitegen_berkas"
    else:
        # Only inside "route" does Caddy keep the order of what stands here.
        below = _block(f"handle_path {hosting.base}*", ["import sitegen_berkas"])
        yield from _block("route", [*moved, *below, "error 404"])
    start = re.escape(hosting.base.rstrip("/"))
    one, two = (_literal(f"~^{start}({'/[^/]+' * depth})/.*$") for depth in (1, 2))
    yield from _missing(
        [
            *_block("map {path} {sitegen_kabupaten}", [f'{one} "${{1}}"', 'default ""']),
            *_block("map {path} {sitegen_kim}", [f'{two} "${{1}}"', "default {sitegen_kabupaten}"]),
            "try_files {sitegen_kim}/404.html {sitegen_kabupaten}/404.html /404.html",
        ]
    )


def _moved(name: str, home: Home, base: str) -> Iterator[str]:
    """Lead from a KIM's old addresses to its own; its photos stay, for the province shows them."""
    old = f"{base}{home.site}"
    paths = f"path {quoted(old)} {quoted(old + '/*')}"
    yield from _block(name, [paths, f"not path {quoted(old + '/foto/*')}"])
    target = quoted(home.address.rstrip("/"))[:-1] + '{uri}"'
    yield from _block(
        f"route {name}", [f"uri strip_prefix {quoted(old)}", f"redir {target} permanent"]
    )


def _home(home: Home, hosting: Hosting, settings: Settings) -> Iterator[str]:
    yield from _bind(settings)
    yield f"root * {quoted(f'{settings.root}/{home.site}')}"
    if hosting.base == "/":
        yield f"root {policy.CONTACT} {quoted(settings.root)}"
    yield "import sitegen_kepala"
    yield "import sitegen_berkas"
    yield from _missing(["rewrite * /404.html"])


def _missing(lines: Iterable[str]) -> Iterator[str]:
    """Show the page for what is missing; it must never be taken for the file itself."""
    shown = ["import sitegen_aman", f"header Cache-Control {quoted(policy.ALWAYS_ASKED)}"]
    shown += [f"header Content-Type {quoted('text/html; charset=utf-8')}", *lines]
    yield from _block("handle_errors", [*shown, *_block("file_server", ["precompressed br gzip"])])


def _block(head: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"{head} {{"
    yield from (f"\t{line}" for line in lines)
    yield "}"
