"""What a store, or the way to it, says in exceptions of its own, said as findings."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

from sitegen.i18n import _
from sitegen.publish.faults import PublishFault


@contextmanager
def told(missing: str | None = None) -> Iterator[None]:
    """Say as a finding what a store says in an exception of its own.

    ``missing`` tells that nothing can be missing here but the bucket itself. Answers to a
    condition, and ``FileNotFoundError`` otherwise, pass.
    """
    from obstore.exceptions import (
        AlreadyExistsError,
        BaseError,
        NotSupportedError,
        PreconditionError,
    )

    try:
        yield
    except (AlreadyExistsError, PreconditionError, NotSupportedError, NotImplementedError):
        raise
    except FileNotFoundError as error:
        if missing is not None:
            raise store_fault(error) from error
        raise
    except (BaseError, OSError) as error:
        if "NotImplemented" in str(error):
            raise NotImplementedError from error
        raise store_fault(error) from error


_SAID = re.compile(r"<Code>([^<]*)</Code>(?:\s*<Message>([^<]*)</Message>)?")
_STATUS = re.compile(r"status code: (\d{3})")
_CAUSE = re.compile(r'(?:message|error): "([^"\\]+)"')
_NO_BUCKET, _FULL = ("NoSuchBucket",), ("QuotaExceeded", "InsufficientStorage", "StorageFull")
_REFUSED = (401, 403)
_CREDENTIALS = ("169.254.169.254", "169.254.170.2", "metadata.google.internal")
"""Where obstore looks for an account on machines of a cloud, once the environment names none."""


def store_fault(error: Exception) -> PublishFault:
    """Classify what a store, or the way to it, said."""
    text = str(error)
    found, status = _SAID.search(text), _STATUS.search(text)
    code = found[1] if found else ""
    number = int(status[1]) if status else 0
    if any(place in text for place in _CREDENTIALS):
        return PublishFault("terbit-ditolak", sebab=_("AWS_ACCESS_KEY_ID belum diisi"))
    if code in _NO_BUCKET or isinstance(error, FileNotFoundError):
        return PublishFault("terbit-gagal", sebab=_("bucket itu tidak ada"))
    said = _masked(": ".join(part for part in found.groups() if part)) if found else ""
    said = said.rstrip(".")
    if code in _FULL or number == 507:
        return PublishFault("terbit-disk", tempat="bucket", sebab=said or str(number))
    if number in _REFUSED or type(error).__name__ in (
        "PermissionDeniedError",
        "UnauthenticatedError",
    ):
        return PublishFault("terbit-ditolak", sebab=said or f"HTTP {number}")
    if number >= 500 or number == 429:
        return PublishFault("terbit-tak-terhubung", passing=True, sebab=said or f"HTTP {number}")
    if "HTTP error" in text and "builder error" not in text:
        causes = _CAUSE.findall(text)
        cause = causes[-1] if causes else "HTTP"
        return PublishFault("terbit-tak-terhubung", passing=True, sebab=_masked(cause))
    first = text.partition("\n")[0]
    return PublishFault("terbit-gagal", sebab=said or _masked(first.rpartition(" - ")[2]))


def _masked(text: str) -> str:
    for name in ("AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_TOKEN"):
        if secret := os.environ.get(name):
            text = text.replace(secret, "***")
    return text
