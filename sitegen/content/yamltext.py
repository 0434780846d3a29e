"""Writes a text as a YAML value (YAML 1.1, chapter 5)."""

import re

_SAFE = re.compile(r"[^\W_][^:#\n\"'\[\]{},&*!|>%@`]*", re.UNICODE)


def quoted(text: str) -> str:
    """Give a text in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def value(text: str) -> str:
    """Give a text plain where that is safe, else in double quotes."""
    return text if _SAFE.fullmatch(text) and text == text.strip() else quoted(text)
