"""Object storage as tests handle it."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from obstore.store import ObjectStore

from sitegen.publish.objects.records import RELEASES, ROOM
from sitegen.publish.objects.store import open_s3
from sitegen.publish.objects.target import ObjectTarget
from tests.publish.publishing import Rig
from tests.publish.s3server import BUCKET, S3Server

KEEP = 3


def s3(server: S3Server, prefix: str, environment: pytest.MonkeyPatch) -> ObjectStore:
    """Give the store of a prefix, with an account from the environment."""
    for name, value in server.environment().items():
        environment.setenv(name, value)
    return open_s3(f"s3://{BUCKET}/{prefix}", server.endpoint, "")


def paths(store: ObjectStore, prefix: str | None = None) -> list[str]:
    """Give the paths of all objects."""
    return sorted(meta["path"] for page in store.list(prefix) for meta in page)


def read(store: ObjectStore, path: str) -> bytes:
    """Give an object, empty where none is."""
    try:
        return bytes(store.get(path).bytes())
    except FileNotFoundError:
        return b""


def served(store: ObjectStore) -> dict[str, bytes]:
    """Give what readers meet."""
    return {path: read(store, path) for path in paths(store) if not path.startswith(ROOM)}


class Shelf(NamedTuple):
    """A store, a target over it, and what the scenarios of all targets need."""

    store: ObjectStore
    target: ObjectTarget
    rig: Rig


def shelf(store: ObjectStore) -> Shelf:
    """Give a target over a store."""

    def plant(path: str, data: bytes) -> Callable[[], bytes]:
        store.put(path, data)
        return lambda: read(store, path)

    def damage() -> None:
        for path in paths(store, RELEASES):
            store.put(path, read(store, path).replace(b'"kapuas"', b'"kapuaz"'))

    target = ObjectTarget(store, "s3://kim/situs web", KEEP)
    rig = Rig(target, lambda: served(store), plant, damage, atomic=False, keep=KEEP)
    return Shelf(store, target, rig)
