"""Mends what can be mended without touching what was meant. Pure: bytes to bytes."""

import codecs
import re

from sitegen.content.yamltext import quoted
from sitegen.content.yamltree import parse
from sitegen.i18n import N_

FIXES = {
    "utf16": N_("disimpan ulang sebagai UTF-8"),
    "bom": N_("tanda BOM dihapus"),
    "akhir-baris": N_("akhir baris diseragamkan"),
    "tab": N_("tab di bagian kolom diganti spasi"),
    "kutip": N_("tanda kutip melengkung di sekeliling isi kolom diganti"),
    "titik-dua": N_("isi kolom yang memuat titik dua diapit tanda kutip"),
}

_FENCE = re.compile(r"-{3,}\s*$")
_FIELD = re.compile(r"(\s*(?:- )?)([A-Za-z_][\w ]*):[ ]+(\S.*?)[ ]*$")
_CURLY = re.compile(r"[“”„«»]([^“”„«»]*)[“”„«»]|[‘’]([^‘’]*)[‘’]")
_BLOCK = re.compile(r"[:-][ ]+[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
MAX_STUMBLES = 200
"""Each stumble is found by parsing anew; a file with more of them is no file of fields."""
_REMARK = re.compile(r"\s#.*$")


def mend(data: bytes, *, entry: bool) -> tuple[bytes, tuple[str, ...]]:
    """Mend a file.

    Args:
        data: the whole file.
        entry: whether only its front matter holds fields; else the whole file does.

    Returns:
        The file as it should be, and the codes of what was mended. A file that cannot be read
        with certainty is given back as it is.
    """
    done: list[str] = []
    text = _decoded(data, done)
    if text is None or "\0" in text:
        return data, ()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        done.append("akhir-baris")
    lines = text.split("\n")
    start, end = _fields(lines) if entry else (0, len(lines))
    lines[start:end] = _mend_colons(_mend_fields(lines[start:end], done), done)
    return "\n".join(lines).encode(), tuple(dict.fromkeys(done))


def _decoded(data: bytes, done: list[str]) -> str | None:
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = data.decode("utf-16")
            done.append("utf16")
            return text
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if text.startswith("\ufeff"):
        done.append("bom")
    return text.removeprefix("\ufeff")


def _fields(lines: list[str]) -> tuple[int, int]:
    """Give the lines between the fences; none where the fences are not both there."""
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.match(lines[first]):
        return 0, 0
    end = next((i for i in range(first + 1, len(lines)) if _FENCE.match(lines[i])), None)
    return (first + 1, end) if end is not None else (0, 0)


def _mend_fields(lines: list[str], done: list[str]) -> list[str]:
    result = []
    block_indent: int | None = None
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if block_indent is not None and (not line.strip() or indent > block_indent):
            # Inside a block of text every character is meant.
            result.append(line)
            continue
        block_indent = indent if _BLOCK.search(line) else None
        result.append(_mend_field(line, done))
    return result


def _mend_field(line: str, done: list[str]) -> str:
    if "\t" in line:
        head = line[: len(line) - len(line.lstrip())]
        mended = head.replace("\t", "  ") + re.sub(r":\t+", ": ", line.lstrip()).replace("\t", " ")
        done.append("tab")
        line = mended
    found = _FIELD.match(line)
    if not found:
        return line
    lead, key, value = found.groups()
    curly = _CURLY.fullmatch(value)
    if curly:
        done.append("kutip")
        return f"{lead}{key}: {quoted(curly[1] or curly[2] or '')}"
    return line


def _mend_colons(lines: list[str], done: list[str]) -> list[str]:
    """Quote the value of each line whose colon the parser stumbles on, and of no other line."""
    result = list(lines)
    for _attempt in lines[:MAX_STUMBLES]:
        _tree, findings = parse("", "\n".join(result) + "\n", tuple(result))
        stumble = next((d for d in findings if d.code == "yaml-titik-dua"), None)
        found = _FIELD.match(result[stumble.line - 1]) if stumble else None
        if stumble is None or found is None or found[3][0] in "\"'[{|>&*#":
            break
        lead, key, value = found.groups()
        remark = _REMARK.search(value)
        kept = value[: remark.start()] if remark else value
        result[stumble.line - 1] = f"{lead}{key}: {quoted(kept.rstrip())}{value[len(kept) :]}"
        done.append("titik-dua")
    return result
