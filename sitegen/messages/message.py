"""What a finding says: one sentence for what is wrong, one for how to mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """The sentences of one code; ``{…}`` stand for a diagnostic's parameters."""

    severity: str
    text: str
    hint: str = ""


def galat(text: str, hint: str = "") -> Message:
    """Give a message about something that is left out."""
    return Message("galat", text, hint)


def peringatan(text: str, hint: str = "") -> Message:
    """Give a message about something that is built and should be mended."""
    return Message("peringatan", text, hint)


def saran(text: str, hint: str = "") -> Message:
    """Give a message about something that could be better."""
    return Message("saran", text, hint)
