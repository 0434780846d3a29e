"""Every finding by its code: how much it costs, what it says and how to mend it."""

import errno
import os

from sitegen.i18n import N_
from sitegen.messages import (
    engine,
    files,
    frontmatter,
    importing,
    pages,
    privacy,
    publishing,
    sense,
    values,
)
from sitegen.messages.message import Message

MESSAGES: dict[str, Message] = {
    **files.MESSAGES,
    **frontmatter.MESSAGES,
    **values.MESSAGES,
    **sense.MESSAGES,
    **privacy.MESSAGES,
    **pages.MESSAGES,
    **engine.MESSAGES,
    **importing.MESSAGES,
    **publishing.MESSAGES,
}
"""All messages by code."""

REASONS = {
    os.strerror(number): words
    for number, words in {
        errno.ENOENT: N_("berkasnya tidak ada"),
        errno.EACCES: N_("tidak ada izin"),
        errno.EPERM: N_("tidak ada izin"),
        errno.EIO: N_("media simpannya rusak"),
        errno.ENOSPC: N_("ruang simpan penuh"),
        errno.EROFS: N_("media simpannya hanya dapat dibaca"),
        errno.ELOOP: N_("tautannya berputar"),
        errno.ENAMETOOLONG: N_("namanya terlalu panjang"),
        errno.EISDIR: N_("ini folder"),
        errno.ENOTDIR: N_("bagian dari jalurnya bukan folder"),
    }.items()
} | {
    "excess-brackets": N_("terlalu banyak kurung yang tidak ditutup"),
    "excess-tags": N_("terlalu banyak tanda HTML yang tidak ditutup"),
    "excess-comments": N_("terlalu banyak komentar HTML"),
    "excess-ticks": N_("terlalu banyak tanda kutip miring"),
    "excess-headings": N_("terlalu banyak judul bagian"),
    "excess-lines": N_("terlalu banyak baris"),
    "excess-letters": N_("terlalu panjang"),
    "excess-depth": N_("bersarang terlalu dalam"),
}
"""What the operating system says, and what a text has too much of, in the reader's words."""

SEVERITY_WORDS = (N_("galat"), N_("peringatan"), N_("saran"))
