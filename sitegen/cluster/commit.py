"""The content of single sites out of a git commit, on a machine that has no checkout.

The history is not fetched, and of the newest state only the folders: the files of a site come when
that site is built, all at once (a shallow partial clone).
"""

import errno
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from sitegen.i18n import _
from sitegen.publish.faults import PublishFault
from sitegen.publish.git.faults import git_fault
from sitegen.publish.git.store import clean_environment

_MISSING = re.compile(r"pathspec '(.+)' did not match any file")
_NAME = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_SSH = "ssh -oBatchMode=yes -oConnectTimeout=20 -oServerAliveInterval=15"
_STORED = {
    "remote.origin.promisor": "true",
    "remote.origin.partialCloneFilter": "blob:none",
    "core.autocrlf": "false",
    "core.symlinks": "false",
    "core.attributesFile": os.devnull,
}


@dataclass(frozen=True, slots=True)
class Origin:
    """A commit in a repository; ``inside`` is the workspace's folder there, ending in ``/``."""

    url: str
    commit: str
    inside: str = ""


def find_origin(text: str, workspace: str) -> Origin:
    """Give the commit that ``url#commit`` means; a branch means its newest commit.

    Args:
        text: as the command was given; without ``#…`` it means the repository's main branch.
        workspace: a checkout of it; tells where in the repository the workspace lies.

    Raises:
        PublishFault: git is missing, or the repository cannot be read.
    """
    url, _hash, name = text.partition("#")
    inside = ""
    if shutil.which("git"):
        # Not every workspace is a checkout: then it is taken for the repository's root.
        shown = _start("-C", workspace, "rev-parse", "--show-prefix")
        inside = shown.stdout.decode("utf-8", "replace").strip() if not shown.returncode else ""
    if _NAME.fullmatch(name):
        return Origin(url, name, inside)
    wanted = name or "HEAD"
    for row in _run(url, "ls-remote", "--", url, wanted).decode().splitlines():
        commit, _tab, ref = row.partition("\t")
        if ref in (wanted, f"refs/heads/{wanted}", f"refs/tags/{wanted}"):
            return Origin(url, commit, inside)
    missing = _("cabang atau commit {nama} tidak ada di sana").format(nama=wanted)
    raise PublishFault("terbit-tanpa-repositori", sebab=missing)


class CommitStore:
    """What is known here of a commit; a folder that may be deleted at any time.

    Raises:
        PublishFault: git is missing, or the repository or the commit cannot be read.
    """

    def __init__(self, folder: str, origin: Origin) -> None:
        self._folder, self._origin = folder, origin
        if not os.path.isdir(folder):
            beside = f"{folder}.tmp"
            shutil.rmtree(beside, ignore_errors=True)
            self._git("init", "--quiet", "--bare", "--template=", beside)
            for key, value in {"remote.origin.url": origin.url, **_STORED}.items():
                self._git(f"--git-dir={beside}", "config", key, value)
            os.rename(beside, folder)
        here = f"--git-dir={folder}"
        known = _start(here, "rev-parse", "--verify", "--quiet", f"{origin.commit}^{{commit}}")
        if known.returncode:
            words = ("fetch", "--quiet", "--no-tags", "--depth=1", "--filter=blob:none")
            self._git(here, *words, "origin", origin.commit)

    def take(self, names: Iterable[str], folder: str) -> None:
        """Write files, or folders with all in them, of the commit below a folder.

        Each call has an index of its own, so that several may work with one store.

        Raises:
            FileNotFoundError: the commit lacks one.
            PublishFault: the repository cannot be read.
        """
        os.makedirs(folder, exist_ok=True)
        paths = "".join(f"{self._origin.inside}{name}\0" for name in names).encode()
        where = (f"--git-dir={self._folder}", f"--work-tree={folder}")
        words = ("checkout", "--quiet", self._origin.commit, "--pathspec-file-nul")
        index = f"{os.path.abspath(folder)}.indeks"
        done = _start(
            *where, *words, "--pathspec-from-file=-", given=paths, more={"GIT_INDEX_FILE": index}
        )
        with suppress(OSError):
            os.unlink(index)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace")
            if missing := _MISSING.search(said):
                name = missing[1].removeprefix(self._origin.inside)
                raise FileNotFoundError(errno.ENOENT, "commit", name)
            raise git_fault(said, self._origin.url)

    def _git(self, *words: str) -> bytes:
        return _run(self._origin.url, *words)


def _run(url: str, *words: str) -> bytes:
    if not shutil.which("git"):
        raise PublishFault("terbit-tanpa-program", program="git")
    done = _start(*words)
    if done.returncode:
        raise git_fault(done.stderr.decode("utf-8", "replace"), url)
    return done.stdout


def _start(
    *words: str, given: bytes | None = None, more: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    environment = {
        "GIT_SSH_COMMAND": _SSH,
        **clean_environment(),
        "GIT_LITERAL_PATHSPECS": "1",
        **(more or {}),
    }
    command = ["git", *words]
    return subprocess.run(  # noqa: S603 - fixed words, and an address after a --
        command,
        env=environment,
        input=given or b"",
        capture_output=True,
        check=False,
    )
