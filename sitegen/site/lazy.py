"""Markup that is made only where a template shows it."""

from collections.abc import Callable

from markupsafe import Markup


class LazyMarkup:
    """Stands for markup in a view; a theme that does not show it costs nothing."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], Markup]) -> None:
        self._make = make

    def __html__(self) -> str:
        return self._make()

    def __str__(self) -> str:
        return self._make()
