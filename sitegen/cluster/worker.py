"""What a worker checks before it builds: that it would give the bytes that anyone gives."""

import hashlib
import os
import platform
from dataclasses import dataclass, replace
from functools import cache

from sitegen.cluster.faults import Unfit
from sitegen.engine.jobs import Themes, engine_version
from sitegen.engine.scan import StampCache
from sitegen.site.contract import SiteJob
from sitegen.site.themechain import ThemeFault
from sitegen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Version:
    """What the bytes of a site depend on besides its inputs."""

    engine: str
    python: str


@cache
def version() -> Version:
    """Give the version of sitegen, of its libraries and of Python here."""
    return Version(engine_version(), ".".join(platform.python_version_tuple()[:2]))


def require_fit(wanted: Version, threads: int) -> None:
    """Refuse to build with another version, or two sites at once in one process.

    Args:
        wanted: that of the machine that gave the command.
        threads: how many tasks this worker takes at once; renderers are kept per process.

    Raises:
        Unfit: this worker cannot build for that machine.
    """
    here = version()
    if here.python != wanted.python:
        raise Unfit("python", {"sini": wanted.python, "sana": here.python})
    if here != wanted:
        raise Unfit("versi", {})
    if threads != 1:
        raise Unfit("utas", {"jumlah": str(threads)})


def with_own_theme(job: SiteJob, workspace: Workspace) -> SiteJob:
    """Give a job whose theme lies where it lies here, after its bytes were compared.

    Raises:
        Unfit: the theme here is another one.
    """
    name = os.path.basename(job.theme[0])
    return replace(job, theme=_theme(name, workspace.theme_folders(), job.theme_digest))


@cache
def _theme(name: str, folders: tuple[str, ...], digest: str) -> tuple[str, ...]:
    try:
        chain = Themes(folders, StampCache()).chain(name)
    except ThemeFault as fault:
        raise Unfit("tema", {"tema": name}) from fault
    if chain.digest != digest:
        raise Unfit("tema", {"tema": name})
    return chain.places


def require_same(path: str, name: str, digest: str) -> None:
    """Refuse an input that is not what the machine that gave the command has.

    Raises:
        Unfit: it differs or is not there.
    """
    try:
        with open(path, "rb") as handle:
            found = hashlib.file_digest(handle, lambda: hashlib.blake2b(digest_size=16))
    except OSError as error:
        raise Unfit("isi", {"berkas": name}) from error
    if found.hexdigest() != digest:
        raise Unfit("isi", {"berkas": name})
