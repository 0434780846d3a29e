"""Object storage as this package uses it: a few requests, their faults said as findings.

Any store of ``obstore`` will do. Credentials come from the environment (``AWS_ACCESS_KEY_ID``,
``AWS_SECRET_ACCESS_KEY``, ``AWS_WEB_IDENTITY_TOKEN_FILE`` and what else obstore reads), never from
a file of the workspace.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sitegen.publish.objects.faults import told
from sitegen.publish.objects.headers import Headers

if TYPE_CHECKING:
    from obstore import UpdateVersion
    from obstore.store import ClientConfig, ObjectStore, S3Config

AT_ONCE = 16
"""Requests under way at the same time to one target."""
_RETRIES, _RETRY_SECONDS = 5, 60
_PAGE = 1000
"""Objects that one request lists, at most (S3 API, ``ListObjectsV2``)."""
_INTERNAL = Headers("application/json", "no-cache")

_T = TypeVar("_T")
_R = TypeVar("_R")


class Overtaken(Exception):  # noqa: N818 - an answer of the store, not a fault
    """An object is no longer what it was when it was read."""


class Version(NamedTuple):
    """Tells one content of an object from the next, as far as the store says."""

    tag: str | None
    number: str | None


class Found(NamedTuple):
    """What was read, its version, and when it was written by the store's clock, as far as known."""

    data: bytes
    version: Version
    written: datetime | None = None


class Listed(NamedTuple):
    """An object in a listing; ``tag`` is the MD5 of its bytes in most stores, without quotes."""

    path: str
    size: int
    tag: str


def open_s3(address: str, endpoint: str, region: str) -> "ObjectStore":
    """Give the store of ``s3://bucket/prefix``.

    Args:
        address: as ``provinsi.yml`` has it.
        endpoint: the service; empty means Amazon's, or what ``AWS_ENDPOINT_URL`` says.
        region: empty means what ``AWS_REGION`` says.

    Raises:
        PublishFault: the environment sets what obstore does not understand.
    """
    from obstore.store import S3Store

    bucket, _slash, prefix = address.removeprefix("s3://").partition("/")
    config: S3Config = {}
    client: ClientConfig = {}
    if endpoint:
        config["endpoint"] = endpoint.rstrip("/")
        client["allow_http"] = endpoint.startswith("http://")
    if region:
        config["region"] = region
    with told():
        return S3Store(
            bucket,
            prefix=prefix.strip("/") or None,
            config=config,
            client_options=client,
            retry_config={
                "max_retries": _RETRIES,
                "retry_timeout": timedelta(seconds=_RETRY_SECONDS),
            },
        )


class Objects:
    """The objects below one prefix. Every method may raise ``PublishFault``."""

    def __init__(self, store: "ObjectStore") -> None:
        self._store = store

    def read(self, path: str) -> Found | None:
        """Give an object, or nothing where none is."""
        try:
            with told():
                result = self._store.get(path)
                meta = result.meta
                data = bytes(result.bytes())
        except FileNotFoundError:
            return None
        return Found(data, Version(meta["e_tag"], meta["version"]), meta["last_modified"])

    def exists(self, path: str) -> bool:
        """Say whether an object is there."""
        try:
            with told():
                self._store.head(path)
        except FileNotFoundError:
            return False
        return True

    def write(self, path: str, data: bytes, headers: Headers = _INTERNAL) -> Version:
        """Put an object in one request, so that its tag is the MD5 of its bytes."""
        with told(missing=path):
            return self._put(path, data, headers)

    def write_if(self, path: str, data: bytes, seen: Version | None) -> Version:
        """Put an object only if it is still what was seen; nothing seen: only if none is there.

        A store that knows no conditions writes always; :mod:`~sitegen.publish.objects.lease`
        reckons with that.

        Raises:
            Overtaken: it is something else by now.
        """
        from obstore.exceptions import AlreadyExistsError, NotSupportedError, PreconditionError

        mode: UpdateVersion | str = "create"
        if seen:
            mode = {}
            if seen.tag:
                mode["e_tag"] = seen.tag
            if seen.number:
                mode["version"] = seen.number
        try:
            with told(missing=path):
                return self._put(path, data, _INTERNAL, mode)
        except (AlreadyExistsError, PreconditionError) as refused:
            # The store may have kept the first of two tries whose answer was lost on the way.
            there = self.read(path)
            if there is None or there.data != data:
                raise Overtaken(path) from refused
            return there.version
        except (NotSupportedError, NotImplementedError):
            return self.write(path, data)

    def knows_conditions(self, path: str, data: bytes) -> bool:
        """Say whether the store refuses to create an object that is there, by trying it."""
        from obstore.exceptions import AlreadyExistsError, NotSupportedError

        try:
            with told(missing=path):
                self._put(path, data, _INTERNAL, "create")
        except AlreadyExistsError:
            return True
        except (NotSupportedError, NotImplementedError):
            return False
        return False

    def _put(
        self, path: str, data: bytes, headers: Headers, mode: "UpdateVersion | str | None" = None
    ) -> Version:
        attributes = {
            "Content-Type": headers.content_type,
            "Cache-Control": headers.cache_control,
        }
        result = self._store.put(
            path,
            data,
            attributes=attributes,
            mode=mode,  # type: ignore[arg-type]
            use_multipart=False,
        )
        return Version(result["e_tag"], result["version"])

    def copy(self, path: str, target: str) -> bool:
        """Copy an object with its headers at the store; say whether there was one."""
        try:
            with told():
                self._store.copy(path, target)
        except FileNotFoundError:
            return False
        return True

    def delete(self, paths: Iterable[str]) -> None:
        """Delete objects; one that is gone already is no fault."""
        wanted = list(paths)
        if not wanted:
            return
        try:
            with told():
                self._store.delete(wanted)
        except FileNotFoundError:  # some stores mind, and stop there
            for path in wanted:
                try:
                    with told():
                        self._store.delete(path)
                except FileNotFoundError:
                    continue

    def listing(self, prefix: str = "") -> Iterator[Listed]:
        """Yield what lies below a prefix, ``""`` or a path of whole folders."""
        with told(missing=prefix):
            for page in self._store.list(prefix or None, chunk_size=_PAGE):
                for meta in page:
                    yield Listed(meta["path"], meta["size"], (meta["e_tag"] or "").strip('"'))

    def each(self, work: Callable[[_T], _R], items: Iterable[_T]) -> list[_R]:
        """Do the same for several things at a time; give the results in order.

        The first fault ends it: what has not begun is left.
        """
        with ThreadPoolExecutor(AT_ONCE, "objek") as pool:
            futures = [pool.submit(work, item) for item in items]
            try:
                wait(futures, return_when=FIRST_EXCEPTION)
            finally:
                pool.shutdown(wait=False, cancel_futures=True)
            for future in futures:
                if future.done() and not future.cancelled() and (fault := future.exception()):
                    raise fault
            return [future.result() for future in futures]
