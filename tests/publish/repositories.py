"""A real repository on this machine, as a host of pages has it, and what others do in it."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sitegen.publish.git.target import open_git
from sitegen.publish.target import Target
from tests.publish.publishing import Rig
from tests.publish.sites import Served

GIT = shutil.which("git")
KEEP = 3


def git(folder: Path, *words: str, given: bytes = b"") -> bytes:
    """Run git as someone else would."""
    who = ("-c", "user.name=Orang Lain", "-c", "user.email=lain@contoh.id")
    command = [str(GIT), *who, "-C", str(folder), *words]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout


@dataclass(frozen=True, slots=True)
class Repository:
    """A bare repository."""

    path: Path

    @classmethod
    def make(cls, path: Path, *, partial: bool = True) -> "Repository":
        """Make one; ``partial`` says that it leaves out files when asked, as the great hosts do."""
        subprocess.run([str(GIT), "init", "-q", "--bare", str(path)], check=True)
        git(path, "config", "uploadpack.allowFilter", str(partial).lower())
        return cls(path)

    def target(self, workspace: Path, url: str | None = None) -> Target:
        """Give its branch as a target of a workspace; ``url`` is where it is read."""
        return open_git(str(self.path), "", KEEP, str(workspace), url)

    def rig(self, workspace: Path) -> Rig:
        """Give its branch with what can be done behind the target's back."""
        return Rig(self.target(workspace), self.served, self.plant, self.damage, keep=KEEP)

    def run(self, *words: str, given: bytes = b"") -> str:
        """Run git in it."""
        return git(self.path, *words, given=given).decode().strip()

    def files(self) -> Served:
        """Give every file of the branch."""
        if not self.run("branch", "--list", "gh-pages"):
            return {}
        names = self.run("ls-tree", "-r", "-z", "--name-only", "gh-pages").split("\0")[:-1]
        return {name: git(self.path, "cat-file", "blob", f"gh-pages:{name}") for name in names}

    def served(self) -> Served:
        """Give what readers look for, and what others put there."""
        ours = (".sitegen/", ".nojekyll")
        return {path: data for path, data in self.files().items() if not path.startswith(ours)}

    def plant(self, path: str, data: bytes) -> Callable[[], bytes]:
        """Commit a file as someone else; give what reads it again."""
        self._commit(f'M 100644 inline "{path}"\ndata {len(data)}\n'.encode() + data + b"\n")
        return lambda: self.files().get(path, b"")

    def remove(self, path: str) -> None:
        """Commit the removal of a file as someone else."""
        self._commit(f'D "{path}"\n'.encode())

    def _commit(self, change: bytes) -> None:
        tip = self.run("for-each-ref", "--format=%(objectname)", "refs/heads/gh-pages")
        head = "commit refs/heads/gh-pages\ncommitter Orang <lain@contoh.id> 1 +0000\ndata 0\n"
        start = f"from {tip}\n" if tip else ""
        self.run("fast-import", "--quiet", given=(head + start).encode() + change)

    def damage(self) -> None:
        """Change the record that is online."""
        [record] = [path for path in self.files() if path.startswith(".sitegen/2")]
        self.plant(record, self.files()[record].replace(b'"situs"', b'"disusupi"'))

    def objects(self) -> set[str]:
        """Give the names of all its objects."""
        only_names = "--batch-check=%(objectname)"
        return set(self.run("cat-file", "--batch-all-objects", only_names).split())


def without_git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Publish from here on as on a machine that has ssh and no git."""
    folder.mkdir()
    if ssh := shutil.which("ssh"):
        (folder / "ssh").symlink_to(ssh)
    monkeypatch.setenv("PATH", str(folder))
