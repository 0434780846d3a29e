"""Which folders make up a theme: the child before its parent.

Kept apart from :mod:`sitegen.site.theme`, so that planning a build imports no template engine.
"""

import os
from collections.abc import Mapping

import yaml


class ThemeFault(Exception):  # noqa: N818 - carries a finding's code
    """A theme that cannot be used, with the code and parameters of the finding."""

    def __init__(self, code: str, file: str = "", line: int = 0, **params: object) -> None:
        super().__init__(code)
        self.code, self.file, self.line, self.params = code, file, line, params


def resolve_chain(name: str, folders: tuple[str, ...]) -> tuple[str, ...]:
    """Give the folders of a theme and its parents, the child first.

    Raises:
        ThemeFault: a theme does not exist, or is its own ancestor.
    """
    chain: list[str] = []
    wanted: str | None = name
    while wanted:
        places = [os.path.join(folder, wanted) for folder in folders]
        known = "/" not in wanted and "\\" not in wanted and not wanted.startswith(".")
        place = next((p for p in places if known and os.path.isfile(_settings_file(p))), None)
        if place is None:
            raise ThemeFault("tema-asing", tema=wanted, daftar=", ".join(theme_names(folders)))
        if place in chain:
            raise ThemeFault("tema-berputar", tema=wanted)
        chain.append(place)
        wanted = read_settings(place).get("induk")
    return tuple(chain)


def theme_names(folders: tuple[str, ...]) -> list[str]:
    """Give the names of all themes, sorted."""
    found = set()
    for folder in folders:
        if os.path.isdir(folder):
            found |= {
                n
                for n in os.listdir(folder)
                if os.path.isfile(_settings_file(os.path.join(folder, n)))
            }
    return sorted(found)


def _settings_file(place: str) -> str:
    return os.path.join(place, "theme.yml")


def read_settings(place: str) -> Mapping[str, str]:
    """Read a theme's ``theme.yml`` as plain texts.

    Raises:
        ThemeFault: the file is not YAML with one text per line.
    """
    name = f"themes/{os.path.basename(place)}/theme.yml"
    try:
        with open(_settings_file(place), encoding="utf-8-sig") as handle:
            settings = yaml.load(handle, Loader=yaml.BaseLoader)  # noqa: S506 - gives texts only
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ThemeFault(
            "tema-rusak", name, 1, templat=name, baris=1, sebab=short_reason(error)
        ) from error
    if not isinstance(settings, dict) or not all(isinstance(v, str) for v in settings.values()):
        raise ThemeFault("tema-rusak", name, 1, templat=name, baris=1, sebab="nama: isi")
    return settings


def short_reason(error: Exception) -> str:
    """Give the first line of an error, without the addresses of objects in memory."""
    text = str(error).strip().split("\n")[0] or type(error).__name__
    return text[:200]
