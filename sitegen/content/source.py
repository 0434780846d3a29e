"""Text files as officers save them, brought to one form.

Notepad may add a byte order mark, write UTF-16 or end lines with CRLF; each is read, and said
where it can harm. What cannot be read with certainty is a located error: guessing an encoding
would publish wrong letters.
"""

import codecs
from dataclasses import dataclass, field

from sitegen.diagnostics import Diagnostic, diagnose

MAX_BYTES = 512 * 1024
"""Largest text file that is read. A long berita has 6 KB; a book chapter 60 KB."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text with its name in the workspace; line ends are ``\\n``, no byte order mark."""

    name: str
    text: str
    lines: tuple[str, ...] = field(repr=False)


def decode(name: str, data: bytes) -> tuple[Source | None, list[Diagnostic]]:
    """Turn a file's bytes to text.

    Args:
        name: the path relative to the workspace, for the findings.
        data: the whole file.

    Returns:
        The source, or ``None`` when it cannot be read, with what was found.
    """
    if len(data) > MAX_BYTES:
        return None, [
            diagnose("terlalu-besar", name, ukuran=len(data) // 1024, batas=MAX_BYTES // 1024)
        ]
    if not data.strip():
        return None, [diagnose("berkas-kosong", name)]
    findings: list[Diagnostic] = []
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError:
            return None, [diagnose("bukan-utf8", name, 1, 1)]
        findings.append(diagnose("utf16", name))
    else:
        if data.startswith(codecs.BOM_UTF8):
            data = data[len(codecs.BOM_UTF8) :]
            findings.append(diagnose("bom", name))
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            return None, [*findings, _not_utf8(name, data, error.start)]
    if "\r" in text:
        findings.append(diagnose("akhir-baris", name))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        before = text[: text.index("\0")]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        lines = tuple(text.split("\n"))
        return None, [*findings, diagnose("byte-nul", name, line, column, lines=lines)]
    return Source(name, text, tuple(text.split("\n"))), findings


def _not_utf8(name: str, data: bytes, start: int) -> Diagnostic:
    before = data[:start]
    line = before.count(b"\n") + 1
    head = before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")
    rest = data[start:].split(b"\n", 1)[0].decode("utf-8", "replace").rstrip("\r")
    lines = ("",) * (line - 1) + (head + rest,)
    return diagnose("bukan-utf8", name, line, len(head) + 1, lines=lines)
