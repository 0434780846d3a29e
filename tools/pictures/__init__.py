"""Draws the photos of the sample province, each kind of photo by a scene of its own."""

from collections.abc import Callable

from . import craft, land, village, water
from .canvas import Canvas

SCENES: dict[str, Callable[[Canvas], None]] = {
    draw.__name__: draw for part in (water, land, village, craft) for draw in part.SCENES
}
