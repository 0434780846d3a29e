"""Films of YouTube: recognised in every form people paste, shown without asking YouTube."""

import html
import re

_ADDRESS = re.compile(
    r"(?i:https?://(?:(?:www|m|music)\.)?)(?:"
    r"(?i:youtube(?:-nocookie)?\.com)/(?:watch\?(?:[^#\s]*&)?v=|(?:shorts|live|embed|v)/)"
    r"|(?i:youtu\.be)/)(?!videoseries)(?P<id>[\w-]{11})(?![\w-])"
)
_ALONE = re.compile(r'<p>\s*<a href="([^"]+)"[^>]*>(.*?)</a>\s*</p>', re.S)


def video_id(address: str) -> str:
    """Give the eleven letters that name a film, or nothing."""
    found = _ADDRESS.match(address)
    return found["id"] if found else ""


def film_links(markup: str) -> list[tuple[str, str, str]]:
    """Find links to films that stand alone in a paragraph.

    Returns:
        For each: the whole paragraph, the film's name, and the words of the link where they are
        more than the address.
    """
    found = []
    for paragraph in _ALONE.finditer(markup):
        address = html.unescape(paragraph[1])
        if name := video_id(address):
            words = html.unescape(re.sub(r"<[^>]+>", "", paragraph[2])).strip()
            found.append((paragraph[0], name, "" if words.casefold().startswith("http") else words))
    return found
