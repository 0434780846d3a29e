"""Object storage against a real S3 server, and against a store that knows conditions."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from obstore.store import ObjectStore

from sitegen.publish.faults import PublishFault
from sitegen.publish.objects.records import KEPT, LEASE, RELEASES
from sitegen.publish.objects.target import ObjectTarget
from sitegen.publish.tree import inside
from tests.publish.objectrig import KEEP, Shelf, paths, read, served
from tests.publish.publishing import publish
from tests.publish.scenarios import SCENARIOS, Scenario, killed_and_repeated
from tests.publish.sites import HOME, KIM, PAGE, Sites

CASES = [("s3", scenario) for scenario in SCENARIOS] + [
    # A process of its own cannot see what this one has in its memory.
    ("memory", scenario)
    for scenario in SCENARIOS
    if scenario is not killed_and_repeated
]


@pytest.mark.parametrize(
    ("objects", "scenario"), CASES, indirect=["objects"], ids=lambda v: getattr(v, "__name__", v)
)
def test_as_every_target(scenario: Scenario, objects: Shelf, sites: Sites) -> None:
    scenario(objects.rig, sites)


class Counted:
    """A store that notes what is asked of it."""

    def __init__(self, store: ObjectStore) -> None:
        self.store = store
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Any:
        self.asked.append(name)
        return getattr(self.store, name)


def test_with_nothing_to_do_two_small_objects_are_read(objects: Shelf, sites: Sites) -> None:
    publish(objects.target, sites)
    counted = Counted(objects.store)
    publish(ObjectTarget(counted, "s3://kim", KEEP), sites)  # type: ignore[arg-type]
    assert counted.asked == ["get", "get"]


HEADERS = {
    "kapuas/kim-handep/index.html": ("text/html; charset=utf-8", "max-age=300"),
    "kapuas/kim-handep/404.html": ("text/html; charset=utf-8", "no-cache"),
    "sw.js": ("text/javascript; charset=utf-8", "no-cache"),
    "aset/gaya.0123456789.css": ("text/css; charset=utf-8", "immutable"),
    "kapuas/kim-handep/foto/panen-0123456789-640.webp": ("image/webp", "immutable"),
    "situs.webmanifest": ("application/manifest+json", "max-age=300"),
    "kapuas/kim-handep/agenda.ics": ("text/calendar; charset=utf-8", "max-age=300"),
    "data/kim.geojson": ("application/geo+json", "max-age=300"),
    "feed.json": ("application/json", "max-age=300"),
    "cari/indeks.pf_meta": ("application/octet-stream", "max-age=300"),
}


def test_readers_are_told_what_a_file_is_and_how_long_it_holds(
    objects: Shelf, tmp_path: Path
) -> None:
    sites = Sites(tmp_path / "output")
    for path in HEADERS:
        sites.write("", path, path)
    publish(objects.target, sites)
    for path, (kind, cached) in HEADERS.items():
        told = objects.store.get(path).attributes
        assert told["Content-Type"] == kind, path
        assert cached in told["Cache-Control"], path
        assert "Content-Encoding" not in told, path


def test_a_release_comes_back_with_its_headers_and_without_an_upload(
    objects: Shelf, sites: Sites
) -> None:
    publish(objects.target, sites)
    good = sites.expected()
    sites.remove(KIM, PAGE)
    sites.write(KIM, HOME, "beranda yang keliru")
    publish(objects.target, sites)
    shutil.rmtree(sites.root)
    with objects.target.session() as session:
        session.rollback(session.releases()[-1])
    assert served(objects.store) == good
    told = objects.store.get(inside(KIM, PAGE)).attributes
    assert told["Content-Type"] == "text/html; charset=utf-8"


def test_what_was_kept_and_then_changed_by_others_does_not_come_back(
    objects: Shelf, sites: Sites
) -> None:
    publish(objects.target, sites)
    sites.write(KIM, PAGE, "lebih baru")
    publish(objects.target, sites)
    for path in paths(objects.store, KEPT):
        objects.store.put(path, b"judi online")
    with objects.target.session() as session, pytest.raises(PublishFault) as refusal:
        session.rollback(session.releases()[-1])
    assert refusal.value.code == "terbit-catatan-rusak"
    assert served(objects.store) == sites.expected()


def test_what_no_release_needs_is_deleted(objects: Shelf, sites: Sites) -> None:
    for number in range(3 * KEEP):
        sites.write(KIM, HOME, f"beranda {number}")
        publish(objects.target, sites)
    kept = [read(objects.store, path) for path in paths(objects.store, KEPT)]
    assert sorted(kept) == [b"beranda 6", b"beranda 7"]
    assert len(paths(objects.store, RELEASES)) == KEEP
    assert LEASE not in paths(objects.store)


def test_what_others_put_in_place_of_a_page_is_not_kept_as_that_page(
    objects: Shelf, sites: Sites
) -> None:
    publish(objects.target, sites)
    objects.store.put(inside(KIM, PAGE), b"judi online")
    publish(objects.target, sites, everything=True)
    assert served(objects.store) == sites.expected()
    assert paths(objects.store, KEPT) == []
