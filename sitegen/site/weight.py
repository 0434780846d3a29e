"""What a page weighs on its way to a phone, and how much it may.

The first 14 KB travel in one round trip (RFC 6928: an initial window of ten segments); at 400 kbps
100 KB take about three seconds and 150 KB four.
"""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.site.contract import Content

FIRST_TRIP = 14 * 1024
"""Most bytes of a page's HTML with its style, compressed."""
FIRST_SIGHT = 100 * 1024
"""Most bytes of that and the pictures that load at once."""
FRONT_PAGE = 150 * 1024
"""Most bytes of a front page with all its pictures."""

_PICTURE = re.compile(r'<source [^>]*srcset="([^"]+)" sizes="([^"]*)">(<img [^>]*>)')
_CANDIDATE = re.compile(r"([^\s,]+) (\d+)w")
_LENGTH = re.compile(r"([\d.]+)(vw|rem)$")
_SCREEN = 360
"""Width of a phone in CSS pixels."""
_DENSITY = 2
"""Pixels of the screen for each of those, on the phones of most readers."""
_REM = 16


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of a page: text and style compressed, pictures as a phone takes them."""

    text: int
    style: int
    eager: int
    lazy: int

    @property
    def page(self) -> int:
        """The HTML with its style."""
        return self.text + self.style

    @property
    def total(self) -> int:
        """All of it."""
        return self.page + self.eager + self.lazy

    def excess(self, *, front: bool) -> tuple[int, int] | None:
        """Give what a page weighs and what it may, in bytes, where it weighs too much."""
        limits = [(self.page, FIRST_TRIP), (self.page + self.eager, FIRST_SIGHT)]
        if front:
            limits.append((self.total, FRONT_PAGE))
        return next((pair for pair in limits if pair[0] > pair[1]), None)


class Scale:
    """Weighs the pages of one site, whose style sheet is the same on each.

    ``elsewhere`` gives the bytes of pictures in other sites.
    """

    def __init__(
        self, style: str, files: Mapping[str, Content], elsewhere: Mapping[str, int]
    ) -> None:
        self.style, self._files, self._elsewhere = style, files, elsewhere
        self._style_weight = _compressed(style)

    def weigh(self, markup: str) -> Weight:
        """Weigh a page. Text and style are compressed apart, which is never less than together."""
        before, style, after = markup.partition(self.style) if self.style else (markup, "", "")
        eager = lazy = 0
        for sources, sizes, image in _PICTURE.findall(markup):
            size = self._picture(sources, sizes)
            if 'loading="lazy"' in image:
                lazy += size
            else:
                eager += size
        return Weight(_compressed(before + after), self._style_weight if style else 0, eager, lazy)

    def _picture(self, sources: str, sizes: str) -> int:
        wanted = wanted_pixels(sizes)
        candidates = [(int(width), path) for path, width in _CANDIDATE.findall(sources)]
        fitting = [c for c in candidates if c[0] >= wanted] or candidates[-1:]
        path = min(fitting)[1].replace("../", "").removeprefix("./")
        file = self._files.get(path)
        if file is None:
            return self._elsewhere.get(path, 0)
        return len(file) if isinstance(file, bytes) else file.size


def wanted_pixels(sizes: str) -> float:
    """Give the pixels a phone asks for; what it takes is the smallest file that has them."""
    length = _LENGTH.search(sizes)
    if not length:
        return _SCREEN * _DENSITY
    unit = _SCREEN / 100 if length[2] == "vw" else _REM
    return float(length[1]) * unit * _DENSITY


def _compressed(text: str) -> int:
    return len(zlib.compress(text.encode(), 6))


def kilobytes(size: int) -> int:
    """Give a size in whole kilobytes, rounded up."""
    return -(-size // 1024)
