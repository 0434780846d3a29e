"""What every server must say about the files of a site, whichever program serves them.

Headers follow the OWASP Secure Headers Project; media types are those registered with IANA.
"""

from sitegen.site.theme import SECURITY

SECURITY_HEADERS = {
    "Content-Security-Policy": f"{SECURITY}; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "microphone=(), midi=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Sent with every answer; the policy is that of the pages, which cannot name who may frame them."""

TRANSPORT = "max-age=31536000"
"""HSTS (RFC 6797), over https only. It leaves out sub-domains: they may belong to others."""

PAGES = "public, max-age=300"
"""Pages, feeds and data: a reader sees what is new after minutes at most."""
ALWAYS_ASKED = "no-cache"
"""What must never be old: the worker that keeps pages, and the answer that a page is missing."""
FINGERPRINTED = "public, max-age=31536000, immutable"
"""Files that hold a hash of their content in their name: a new content gets a new name."""

FINGERPRINT = (
    r"/(?:(?:aset|cari)/.+\.[0-9a-f]{10}(?:\.[a-z0-9]+)?|(?:foto|bagikan)/[^/]+-[0-9a-f]{10}[^/]*)$"
)
"""The end of the address of such a file: see ``theme.py``, ``search.py``, ``album.py``."""
WORKER = r"/sw\.js$"

CONTACT = "/.well-known/security.txt"
"""The one file whose path begins with a dot that readers may have (RFC 9116)."""

MEDIA_TYPES = {
    "text/html": ("html",),
    "text/css": ("css",),
    "text/javascript": ("js",),
    "text/plain": ("txt",),
    "text/csv": ("csv",),
    "text/calendar": ("ics",),
    "application/xml": ("xml",),
    "application/json": ("json",),
    "application/geo+json": ("geojson",),
    "application/manifest+json": ("webmanifest",),
    "application/wasm": ("wasm",),
    "application/pdf": ("pdf",),
    "application/zip": ("zip",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ("xlsx",),
    "font/woff2": ("woff2",),
    "image/avif": ("avif",),
    "image/gif": ("gif",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/png": ("png",),
    "image/svg+xml": ("svg",),
    "image/webp": ("webp",),
    "image/x-icon": ("ico",),
}
TEXTS = (
    "text/css",
    "text/javascript",
    "text/plain",
    "text/csv",
    "text/calendar",
    "application/xml",
    "application/json",
    "application/geo+json",
    "application/manifest+json",
    "image/svg+xml",
)
"""Types besides HTML that are worth compressing where no compressed twin lies beside the file."""
