"""Writes the settings for nginx: one file for its ``http`` context, such as ``conf.d/kim.conf``.

Directives and their contexts: nginx.org/en/docs/dirindex.html; nothing newer than nginx 1.19.4.
"""

import re
from collections.abc import Iterable, Iterator

from sitegen.hosting import policy
from sitegen.hosting.plan import Home, Hosting
from sitegen.hosting.settings import Settings

_NAMES_BUCKET, _NAMES_MOST = 64, 512
"""What nginx gives its table of server names: bytes of a name with its links, and names."""

_TITLE = """\
# Situs KIM, ditulis oleh sitegen server-config nginx dari daftar induk.
# Jangan disunting; ubah provinsi.yml atau kim.yml, lalu tulis lagi.
# Tempatnya di dalam http { }, misalnya /etc/nginx/conf.d/kim.conf.
"""


def quoted(text: str) -> str:
    """Give a text as one parameter of a directive.

    Raises:
        ValueError: it holds a control character, or the sign that begins a variable.
    """
    if "$" in text or not text.isprintable():
        raise ValueError(text)
    return _literal(text)


def _literal(text: str) -> str:
    """Quote a text of our own, in which ``$`` may stand."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write(hosting: Hosting, settings: Settings) -> str:
    """Give the whole file.

    Raises:
        ValueError: a path cannot be written as a parameter.
    """
    return "\n".join(_file(hosting, settings)) + "\n"


def _file(hosting: Hosting, settings: Settings) -> Iterator[str]:
    yield _TITLE
    yield from _maps(hosting.base)
    yield from _name_table(hosting.names())
    yield "\n# Nama yang tidak terdaftar ditolak."
    yield from _unknown(settings)
    if not settings.http:
        yield from _to_https(hosting, settings)
    yield "\n# Provinsi, kabupaten, dan KIM yang beralamat di bawahnya."
    yield from _block("server", _province(hosting, settings))
    for home in hosting.homes:
        yield f"\n# {home.site}"
        yield from _block("server", _home(home, hosting, settings))


def _maps(base: str) -> Iterator[str]:
    """How long a file may be kept, and the folders whose page for what is missing is shown."""
    kept = {
        policy.FINGERPRINT: policy.FINGERPRINTED,
        policy.WORKER: policy.ALWAYS_ASKED,
        r"/404\.html$": policy.ALWAYS_ASKED,
    }
    yield from _block(
        "map $uri $sitegen_simpan",
        [
            f"default {_literal(policy.PAGES)};",
            *(f"{_literal('~' + pattern)} {_literal(value)};" for pattern, value in kept.items()),
        ],
    )
    start = re.escape(base.rstrip("/"))
    for name, depth, default in (("kabupaten", 1, '""'), ("kim", 2, "$sitegen_kabupaten")):
        pattern = _literal(f"~^{start}({'/[^/]+' * depth})/")
        lines = [f"default {default};", f"{pattern} $1;"]
        yield from _block(f"map $uri $sitegen_{name}", lines)


def _name_table(names: tuple[str, ...]) -> Iterator[str]:
    """Make room for the names where they need more than nginx gives by itself."""
    need = max(map(len, names)) + 32
    if need > _NAMES_BUCKET:
        yield f"server_names_hash_bucket_size {_power(need)};"
    if len(names) > _NAMES_MOST // 4:
        yield f"server_names_hash_max_size {_power(4 * len(names))};"


def _power(least: int) -> int:
    return 1 << (least - 1).bit_length()


def _unknown(settings: Settings) -> Iterator[str]:
    """Refuse hosts that are not in the register, without an answer."""
    lines = [f"listen {where} default_server;" for where in _plain(settings)]
    if not settings.http:
        lines += ["listen 443 ssl default_server;", "listen [::]:443 ssl default_server;"]
        lines += ["ssl_reject_handshake on;"]
    yield from _block("server", [*lines, "server_tokens off;", "return 444;"])


def _to_https(hosting: Hosting, settings: Settings) -> Iterator[str]:
    yield from _block(
        "server",
        [
            *(f"listen {where};" for where in _plain(settings)),
            f"server_name {' '.join(hosting.names())};",
            "server_tokens off;",
            *_challenge(settings),
            *_block("location /", ["return 308 https://$host$request_uri;"]),
        ],
    )


def _plain(settings: Settings) -> list[str]:
    return [settings.http] if settings.http else ["80", "[::]:80"]


def _challenge(settings: Settings) -> Iterator[str]:
    """Answer the certificate authority (RFC 8555, 8.3)."""
    yield from _block(
        "location ^~ /.well-known/acme-challenge/",
        [f"root {quoted(settings.challenges)};", "default_type text/plain;"],
    )


def _province(hosting: Hosting, settings: Settings) -> Iterator[str]:
    yield from _every(hosting.host, hosting.host, settings)
    yield f"root {quoted(settings.root)};"
    yield from _missing("$sitegen_kim/404.html $sitegen_kabupaten/404.html /404.html")
    for home in hosting.moved:
        yield from _moved(home, hosting.base, settings)
    if hosting.base == "/":
        yield from _hidden()
        yield from _block(f"location = {policy.CONTACT}", [])
        return
    inside = [f"alias {quoted(settings.root + '/')};", *_hidden()]
    yield from _block(f"location {hosting.base}", inside)
    yield from _block("location /", ["return 404;"])


def _moved(home: Home, base: str, settings: Settings) -> Iterator[str]:
    """Lead from a KIM's old addresses to its own; its photos stay, for the province shows them."""
    old = f"{base}{home.site}"
    pattern = _literal(f"^{re.escape(old)}/?(.*)$")
    target = quoted(home.address)[:-1] + '$1"'
    rewrite = f"rewrite {pattern} {target} permanent;"
    yield from _block(f"location = {quoted(old)}", [rewrite])
    yield from _block(f"location ^~ {quoted(old + '/')}", [rewrite])
    photos = quoted(f"{settings.root}/{home.site}/foto/")
    yield from _block(f"location ^~ {quoted(old + '/foto/')}", [f"alias {photos};"])


def _home(home: Home, hosting: Hosting, settings: Settings) -> Iterator[str]:
    yield from _every(home.host, hosting.host, settings)
    yield f"root {quoted(f'{settings.root}/{home.site}')};"
    yield from _missing("/404.html")
    yield from _hidden()
    if hosting.base == "/":
        yield from _block(f"location = {policy.CONTACT}", [f"root {quoted(settings.root)};"])


def _every(host: str, province: str, settings: Settings) -> Iterator[str]:
    """What the server of each site says."""
    if settings.http:
        yield f"listen {settings.http};"
    else:
        yield "listen 443 ssl http2;"
        yield "listen [::]:443 ssl http2;"
    yield f"server_name {host};"
    if settings.http:
        yield from _challenge(settings)
    else:
        owner = province if host.endswith(f".{province}") else host
        yield f"ssl_certificate {quoted(settings.certificate.replace('{host}', owner))};"
        yield f"ssl_certificate_key {quoted(settings.key.replace('{host}', owner))};"
        yield "ssl_protocols TLSv1.2 TLSv1.3;"
        yield "ssl_session_cache shared:sitegen:10m;"
    yield "server_tokens off;"
    yield "autoindex off;"
    yield "index index.html;"
    yield "absolute_redirect off;"
    yield "open_file_cache off;"
    yield from _block("types", (f"{t} {' '.join(s)};" for t, s in policy.MEDIA_TYPES.items()))
    yield "default_type application/octet-stream;"
    yield "charset utf-8;"
    yield f"charset_types {' '.join(t for t in policy.TEXTS if t.startswith('text/'))};"
    yield "gzip on;"
    yield "gzip_static on;"
    yield "gzip_vary on;"
    yield "gzip_proxied any;"
    yield "gzip_min_length 512;"
    yield f"gzip_types {' '.join(policy.TEXTS)};"
    # The module for brotli finds no file while links are refused (seen with 1.0.0rc).
    yield "brotli_static on;" if settings.brotli else "disable_symlinks on from=$document_root;"
    headers = dict(policy.SECURITY_HEADERS)
    if not settings.http:
        headers["Strict-Transport-Security"] = policy.TRANSPORT
    for name, value in headers.items():
        yield f"add_header {name} {quoted(value)} always;"
    yield "add_header Cache-Control $sitegen_simpan always;"


def _missing(places: str) -> Iterator[str]:
    yield "error_page 403 =404 @hilang;"
    yield "error_page 404 @hilang;"
    yield from _block("location @hilang", [f"try_files {places} =404;"])


def _hidden() -> Iterator[str]:
    yield from _block(r'location ~ "/\\."', ["return 404;"])


def _block(head: str, lines: Iterable[str]) -> Iterator[str]:
    inside = [f"    {line}" for line in lines]
    if not inside:
        yield f"{head} {{ }}"
        return
    yield f"{head} {{"
    yield from inside
    yield "}"
