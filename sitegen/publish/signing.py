"""Signs each site's list of files at publishing, so that a mirror can be told from a forgery.

The key never comes near ``content/``: the environment names its file. ``ssh-keygen`` signs with any
key of OpenSSH (also one held by its agent, if the public half is named), ``minisign`` with its own.
Both run without a terminal, so a key that asks for a passphrase is refused rather than waited for.
"""

import hashlib
import os
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sitegen.engine.state import write_atomically
from sitegen.publish.faults import PublishFault
from sitegen.publish.sending import verified
from sitegen.publish.target import File, Source
from sitegen.publish.tree import Mark, Tree, inside, tree_digest
from sitegen.site.contract import MANIFEST

KEY_VARIABLE = "SITEGEN_KUNCI_TANDA"
NAMESPACE = "sitegen"
"""What an OpenSSH signature is for (``ssh-keygen -Y sign -n``): it proves nothing elsewhere."""
SSH_SIGNATURE, MINISIGN_SIGNATURE = f"{MANIFEST}.sig", f"{MANIFEST}.minisig"
_MINISIGN = b"untrusted comment:"


@dataclass(frozen=True, slots=True)
class Signer:
    """A key, and the program it belongs to."""

    key: str
    minisign: bool

    @property
    def file(self) -> str:
        """The name of the signature beside the list of files."""
        return MINISIGN_SIGNATURE if self.minisign else SSH_SIGNATURE

    @property
    def mark(self) -> str:
        """Tell this key from others, by its public half where that lies beside it."""
        public = self.key + ".pub"
        with open(public if os.path.isfile(public) else self.key, "rb") as handle:
            return hashlib.sha256(handle.read()).hexdigest()[:16]

    def sign(self, data: bytes) -> bytes:
        """Give the detached signature of some bytes.

        Raises:
            PublishFault: the program is missing or refuses the key.
        """
        if not self.minisign:
            return run_signer(
                ["ssh-keygen", "-q", "-Y", "sign", "-n", NAMESPACE, "-f", self.key], data
            )
        with tempfile.TemporaryDirectory() as folder:
            file, signature = os.path.join(folder, MANIFEST), os.path.join(folder, "sig")
            write_atomically(file, data)
            # A comment of our own: minisign's names the moment, and so would change each time.
            run_signer(
                ["minisign", "-S", "-s", self.key, "-m", file, "-x", signature, "-t", NAMESPACE]
            )
            with open(signature, "rb") as handle:
                return handle.read()


def signer_from(environment: Mapping[str, str]) -> Signer:
    """Give the signer whose key the environment names.

    Raises:
        PublishFault: it names none, or the file cannot be read.
    """
    key = os.path.expanduser(environment.get(KEY_VARIABLE, ""))
    if not key:
        raise PublishFault("terbit-tanda-tangan", sebab=KEY_VARIABLE)
    try:
        with open(key, "rb") as handle:
            minisign = handle.read(len(_MINISIGN)) == _MINISIGN
    except OSError as error:
        raise PublishFault("terbit-tanda-tangan", sebab=f"{key}: {error.strerror}") from error
    return Signer(os.path.abspath(key), minisign)


def run_signer(command: list[str], data: bytes = b"") -> bytes:
    """Run a program of signatures away from the terminal; give what it writes.

    Raises:
        PublishFault: it is missing or refuses.
    """
    try:
        done = subprocess.run(  # noqa: S603 - fixed words and the user's own key
            command,
            input=data,
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C", "SSH_ASKPASS_REQUIRE": "never"},
            start_new_session=True,
        )
    except FileNotFoundError as missing:
        raise PublishFault("terbit-tanpa-program", program=command[0]) from missing
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise PublishFault("terbit-tanda-tangan", sebab=said[-1] if said else command[0])
    return done.stdout


@dataclass(frozen=True)
class SignedSource:
    """A source that adds a signature to each site that has a list of files.

    ``folder`` keeps signatures by what they sign: an unchanged site is not signed anew, so that
    also a kind of key whose signatures differ each time leaves it unchanged.
    """

    source: Source
    signer: Signer
    folder: str

    @cached_property
    def _signatures(self) -> dict[str, bytes]:
        return {place: self._signature(place) for place in self.source.sites}

    @cached_property
    def _key(self) -> str:
        return self.signer.mark

    def _signature(self, place: str) -> bytes:
        """Give the signature of a site, or nothing where it has no list of files."""
        listed = self.source.tree(place).get(MANIFEST)
        if listed is None:
            return b""
        kept = os.path.join(self.folder, self._key, listed.sha256)
        try:
            with open(kept, "rb") as handle:
                return handle.read()
        except FileNotFoundError:
            made = self.signer.sign(verified(self.source, place, MANIFEST, listed))
        os.makedirs(os.path.dirname(kept), exist_ok=True)
        write_atomically(kept, made)
        return made

    @cached_property
    def sites(self) -> Mapping[str, str]:
        """The digest of each place's tree."""
        return {place: tree_digest(self.tree(place)) for place in self.source.sites}

    def tree(self, place: str) -> Tree:
        """Give the files of a place, the signature among them."""
        tree, signature = self.source.tree(place), self._signatures[place]
        if not signature:
            return tree
        mark = Mark(hashlib.sha256(signature).hexdigest(), len(signature))
        return {**tree, self.signer.file: mark}

    def file(self, place: str, path: str) -> File:
        """Give where a file lies; a signature is written to where it can be sent from."""
        if path != self.signer.file:
            return self.source.file(place, path)
        root = os.path.join(self.folder, f"{self._key}-situs")
        name = inside(place, path)
        target = os.path.join(root, *name.split("/"))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        write_atomically(target, self._signatures[place])
        return File(root, name)
