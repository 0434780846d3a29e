"""Git by its program, with commands that touch neither an index nor files on disk.

``fast-import`` takes the files of a release as one stream and writes them into one pack: a process
for 20,000 files. Trees are fetched without the files in them (``--filter=blob:none``). The store
never fetches by itself what it lacks: that would be one connection for each file.
"""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from sitegen.publish.git.faults import git_fault
from sitegen.publish.git.store import (
    Branch,
    Draft,
    Edit,
    Entry,
    clean_environment,
    committer,
)

_ONLINE = "refs/sitegen/online"
_NEW = "refs/sitegen/baru"
_PARTIAL = ("-c", "remote.origin.promisor=true", "-c", "remote.origin.partialCloneFilter=blob:none")
"""For this command only: a store that says so in its configuration would fetch by itself."""
_SSH = "ssh -oBatchMode=yes -oConnectTimeout=20 -oServerAliveInterval=15"
_PATIENCE = ("-c", "http.lowSpeedLimit=100", "-c", "http.lowSpeedTime=60")


class ProgramStore:
    """The store of a branch; made where it is not there."""

    def __init__(self, branch: Branch) -> None:
        self._branch = branch
        self._environment = clean_environment()
        ssh = ("GIT_SSH_COMMAND", "GIT_SSH")
        if not any(name in os.environ for name in ssh) and not self._configured("core.sshCommand"):
            self._environment["GIT_SSH_COMMAND"] = _SSH
        if not os.path.isdir(branch.store):
            self._make()

    def _make(self) -> None:
        """Make the store beside its place, so that it is there complete or not at all."""
        beside = self._branch.store + ".tmp"
        shutil.rmtree(beside, ignore_errors=True)
        self._run("init", "--quiet", "--bare", "--template=", beside, store=None)
        self._run("config", "remote.origin.url", self._branch.url, store=beside)
        tracked = f"+{self._branch.ref}:{_ONLINE}"
        self._run("config", "remote.origin.fetch", tracked, store=beside)
        os.rename(beside, self._branch.store)

    def head(self) -> str:
        """Ask for the commit that the branch names; empty where there is no such branch."""
        said = self._run("ls-remote", "origin", self._branch.ref)
        return said.split(b"\t")[0].decode()

    def has(self, commit: str) -> bool:
        """Say whether a commit is known here with all its trees."""
        command = self._command("cat-file", "-e", f"{commit}^{{tree}}")
        return not subprocess.run(  # noqa: S603 - fixed words and the name of a commit
            command, env=self._environment, capture_output=True, check=False
        ).returncode

    def fetch(self, depth: int) -> str:
        """Fetch the newest commits with their trees, without files; give the newest."""
        fetch = ("fetch", "--quiet", "--no-tags", "--filter=blob:none", f"--depth={depth}")
        self._run(*fetch, "origin", options=_PARTIAL)
        return self._run("rev-parse", "--verify", _ONLINE).decode().strip()

    def listing(self, commit: str, below: str = "") -> dict[str, Entry]:
        """Give every file of a commit by its path, or those below a folder."""
        rows = self._run("ls-tree", "-r", "-z", "--full-tree", commit, *([below] if below else []))
        found = {}
        for row in rows.decode("utf-8", "surrogateescape").split("\0")[:-1]:
            about, _, path = row.partition("\t")
            mode, _, oid = about.split(" ")
            found[path] = Entry(mode, oid)
        return found

    def blobs(self, oids: Iterable[str]) -> Iterator[bytes]:
        """Give the bytes of files in the order asked for; fetch those not known, all at once."""
        asked = list(oids)
        self.obtain(asked)
        with self._feed(asked) as stdin, self._start("cat-file", "--batch", stdin=stdin) as process:
            assert process.stdout
            for _ in asked:
                size = int(process.stdout.readline().split()[2])
                yield process.stdout.read(size)
                process.stdout.read(1)

    def obtain(self, oids: Iterable[str]) -> None:
        """Fetch those files that are not known here, all at once."""
        unique = list(dict.fromkeys(oids))
        with self._feed(unique) as stdin:
            said = self._run("cat-file", "--batch-check", stdin=stdin)
        missing = [row.split()[0].decode() for row in said.splitlines() if row.endswith(b"missing")]
        if not missing:
            return
        noop = (
            "-c",
            "fetch.negotiationAlgorithm=noop",
        )  # as git fetches what a partial clone lacks
        fetch = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--filter=blob:none")
        with self._feed(missing) as stdin:
            self._run(*fetch, "--stdin", "origin", stdin=stdin, options=(*_PARTIAL, *noop))

    def history(self, commit: str, limit: int) -> list[str]:
        """Give the commits known here from one back to its ancestors."""
        said = self._run("rev-list", "--first-parent", f"--max-count={limit}", commit)
        return said.decode().split()

    def commit(self, draft: Draft, edits: Iterable[Edit]) -> str:
        """Make a commit here: removals come first among the edits."""
        command = ("fast-import", "--quiet", "--force", "--done", "--date-format=raw")
        with self._start(*command, stdin=subprocess.PIPE) as process:
            assert process.stdin
            try:
                process.stdin.write(self._opening(draft))
                for edit in edits:
                    _write(process.stdin, edit)
                process.stdin.write(b"done\n")
                process.stdin.close()
            except BaseException as error:
                stream, process.stdin = process.stdin, None
                with contextlib.suppress(OSError):
                    stream.close()
                if not isinstance(error, BrokenPipeError):  # then it says itself why it ended
                    process.kill()
                    raise
        return self._run("rev-parse", "--verify", _NEW).decode().strip()

    def _opening(self, draft: Draft) -> bytes:
        message = draft.message.encode()
        lines = [
            f"commit {_NEW}",
            f"committer {committer(self._configured)} {draft.when} +0000",
            f"data {len(message)}",
        ]
        opening = "\n".join(lines).encode() + b"\n" + message + b"\n"
        if draft.parent:
            opening += f"from {draft.parent}\n".encode()
        if draft.base != draft.parent:
            tree = self._run("rev-parse", "--verify", f"{draft.base}^{{tree}}").decode().strip()
            opening += f'M 040000 {tree} ""\n'.encode()
        return opening

    def push(self, commit: str, expected: str) -> None:
        """Let the branch name a commit, if it still names the expected one; send new objects.

        Without ``--no-thin`` git would look for older versions of the files, which are not here.
        """
        lease = f"--force-with-lease={self._branch.ref}:{expected}"
        push = ("push", "--quiet", "--porcelain", "--no-thin", "--no-verify", lease)
        self._run(*push, "origin", f"{commit}:{self._branch.ref}")
        tidy = ("-c", "gc.autoDetach=false", *_PARTIAL)
        self._run("gc", "--auto", "--quiet", options=tidy)

    def close(self) -> None:
        """Nothing is open between commands."""

    def _configured(self, key: str) -> str:
        """Give what the user's or the workspace's configuration says."""
        command = ("git", "-C", self._branch.workspace, "config", "--get", key)
        said = subprocess.run(  # noqa: S603 - fixed words and the user's own folder
            command, env=self._environment, capture_output=True, check=False
        )
        return said.stdout.decode("utf-8", "replace").strip()

    def _command(
        self, *words: str, options: Sequence[str] = (), store: str | None = ""
    ) -> list[str]:
        where = [f"--git-dir={store or self._branch.store}"] if store is not None else []
        hooks = os.path.join(self._branch.store, "hooks")  # there are none: the user's stay out
        return ["git", *where, "-c", f"core.hooksPath={hooks}", *_PATIENCE, *options, *words]

    def _run(
        self,
        *words: str,
        stdin: IO[bytes] | int = subprocess.DEVNULL,
        options: Sequence[str] = (),
        store: str | None = "",
    ) -> bytes:
        done = subprocess.run(  # noqa: S603 - addresses stand in the store's configuration
            self._command(*words, options=options, store=store),
            env=self._environment,
            stdin=stdin,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            told = done.stdout if words[0] == "push" else b""
            self._fail(done.stderr + told)
        return done.stdout

    @contextlib.contextmanager
    def _start(self, *words: str, stdin: IO[bytes] | int) -> Iterator["subprocess.Popen[bytes]"]:
        """Run a command that reads or writes much; it must end well."""
        with (
            tempfile.TemporaryFile() as said,
            subprocess.Popen(  # noqa: S603 - fixed words
                self._command(*words),
                env=self._environment,
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=said,
            ) as process,
        ):
            try:
                yield process
            except GeneratorExit:
                process.kill()
                raise
            if process.wait():
                said.seek(0)
                self._fail(said.read())

    def _fail(self, said: bytes) -> None:
        raise git_fault(said.decode("utf-8", "replace"), self._branch.url)

    @staticmethod
    @contextlib.contextmanager
    def _feed(names: Iterable[str]) -> Iterator[IO[bytes]]:
        """Give names to a command by a file: two pipes would wait for each other."""
        with tempfile.TemporaryFile() as names_file:
            names_file.write("".join(f"{name}\n" for name in names).encode())
            names_file.seek(0)
            yield names_file


def _write(stream: IO[bytes], edit: Edit) -> None:
    """Write an edit as fast-import reads it; a quoted path may hold anything."""
    path = edit.path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    quoted = b'"' + path.encode("utf-8", "surrogateescape") + b'"'
    match edit.content:
        case None:
            stream.write(b"D %s\n" % quoted)
        case Entry(mode, oid):
            stream.write(b"M %s %s %s\n" % (mode.encode(), oid.encode(), quoted))
        case data:
            stream.write(b"M 100644 inline %s\ndata %d\n" % (quoted, len(data)))
            stream.write(data)
            stream.write(b"\n")
