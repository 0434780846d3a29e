"""Checks a copy of a site: that its list of files is signed by the right key, and that it holds.

The list alone proves nothing, because who plants a page can also rewrite the list.
"""

import hashlib
import os
import tempfile
from dataclasses import dataclass, field

from sitegen.engine.manifest import owned_by_manifest
from sitegen.engine.state import write_atomically
from sitegen.publish.faults import PublishFault
from sitegen.publish.signing import (
    MINISIGN_SIGNATURE,
    NAMESPACE,
    SSH_SIGNATURE,
    run_signer,
)
from sitegen.site.contract import MANIFEST

_APART = {MANIFEST, SSH_SIGNATURE, MINISIGN_SIGNATURE}
_TWINS = (".gz", ".br")


@dataclass(slots=True)
class Checked:
    """What a copy of a site is; ``signed`` says that the right key signed its list of files."""

    signed: bool = False
    intact: int = 0
    missing: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)

    @property
    def genuine(self) -> bool:
        """Whether every listed file is as it was published."""
        return self.signed and not (self.missing or self.changed)


def check_copy(folder: str, public_key: str) -> Checked:
    """Check a copy of a site on this machine.

    Files that the list does not name are no part of the site; other sites may lie below it.

    Args:
        folder: the copy.
        public_key: the file of the public key, of OpenSSH or of minisign.

    Raises:
        PublishFault: the program for that key is missing.
    """
    found = Checked(signed=is_signed(folder, public_key))
    listed = owned_by_manifest(folder)
    for path, digest in sorted(listed.items()):
        try:
            with open(os.path.join(folder, *path.split("/")), "rb") as handle:
                same = hashlib.file_digest(handle, "sha256").hexdigest() == digest
        except OSError:
            if not (path.endswith(_TWINS) and path[:-3] in listed):  # not every host takes them
                found.missing.append(path)
            continue
        if same:
            found.intact += 1
        else:
            found.changed.append(path)
    return found


def is_signed(folder: str, public_key: str) -> bool:
    """Say whether a key signed the list of files in a folder.

    Raises:
        PublishFault: the program for that key is missing.
    """
    with open(public_key, encoding="utf-8") as handle:
        key = handle.read().strip()
    try:
        if key.startswith("untrusted comment:"):
            _check_minisign(folder, public_key)
        else:
            _check_ssh(folder, key)
    except FileNotFoundError:
        return False
    except PublishFault as refused:
        if refused.code == "terbit-tanpa-program":
            raise
        return False
    return True


def _check_minisign(folder: str, public_key: str) -> None:
    file, signature = (os.path.join(folder, name) for name in (MANIFEST, MINISIGN_SIGNATURE))
    run_signer(["minisign", "-V", "-q", "-p", public_key, "-m", file, "-x", signature])


def _check_ssh(folder: str, key: str) -> None:
    with open(os.path.join(folder, MANIFEST), "rb") as handle:
        data = handle.read()
    with tempfile.TemporaryDirectory() as private:
        allowed = os.path.join(private, "allowed")
        words = " ".join(key.split()[:2])
        write_atomically(allowed, f'{NAMESPACE} namespaces="{NAMESPACE}" {words}\n'.encode())
        verify = ["ssh-keygen", "-q", "-Y", "verify", "-f", allowed, "-I", NAMESPACE]
        signature = os.path.join(folder, SSH_SIGNATURE)
        run_signer([*verify, "-n", NAMESPACE, "-s", signature], data)
