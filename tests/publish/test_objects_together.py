"""Object storage with two publishers, and after one that was killed."""

import pytest

from sitegen.publish.faults import PublishFault
from sitegen.publish.objects import lease
from sitegen.publish.objects.lease import Holder
from sitegen.publish.objects.records import LEASE, PLANS
from sitegen.publish.tree import inside
from sitegen.publish.turn import me
from tests.publish.objectrig import Shelf, paths, read, served
from tests.publish.publishing import KILLED, killed, publish, refused
from tests.publish.sites import HOME, KABUPATEN, KIM, PAGE, PHOTO, PROVINSI, Sites

ELSEWHERE = Holder("a1", "dian@laptop (proses 7), 2026-11-25 01.00.00 UTC", "laptop", 7)


def test_who_comes_during_a_publication_is_told_by_whom_and_sends_nothing(
    objects: Shelf, sites: Sites
) -> None:
    publish(objects.target, sites)
    sites.write(KIM, PAGE, "lebih baru")
    said: list[str] = []

    def come(_place: str, _size: int) -> None:
        said.append(str(refused("terbit-terkunci", objects.rig, sites).params["sebab"]))

    publish(objects.target, sites, tell=come)
    assert me().partition(",")[0] in said[0]
    assert served(objects.store) == sites.expected()


def test_who_read_before_another_published_must_read_again(objects: Shelf, sites: Sites) -> None:
    publish(objects.target, sites)
    with objects.target.session() as early:
        older = early.releases()[0]
        sites.write(KIM, PAGE, "lebih baru")
        publish(objects.target, sites)
        with pytest.raises(PublishFault) as refusal:
            early.rollback(older)
    assert refusal.value.code == "terbit-didahului"
    assert served(objects.store) == sites.expected()


def test_the_lease_of_a_publisher_elsewhere_holds_until_it_is_old(
    objects: Shelf, sites: Sites, monkeypatch: pytest.MonkeyPatch
) -> None:
    objects.store.put(LEASE, ELSEWHERE.encode())
    assert ELSEWHERE.who in str(refused("terbit-terkunci", objects.rig, sites).params["sebab"])
    assert read(objects.store, LEASE) == ELSEWHERE.encode()
    monkeypatch.setattr(lease, "LASTS", -1)
    publish(objects.target, sites)
    assert served(objects.store) == sites.expected()
    assert [path for path in paths(objects.store) if "kunci" in path] == []


def test_where_the_store_knows_no_conditions_the_last_to_write_the_lease_has_it(
    bucket: Shelf, sites: Sites, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(bucket.target, sites)
    before = sites.expected()
    sites.write(KIM, PAGE, "lebih baru")

    def somebody_writes(_seconds: float) -> None:
        bucket.store.put(LEASE, ELSEWHERE.encode())

    monkeypatch.setattr(lease.time, "sleep", somebody_writes)
    assert ELSEWHERE.who in str(refused("terbit-terkunci", bucket.rig, sites).params["sebab"])
    assert read(bucket.store, LEASE) == ELSEWHERE.encode()
    assert served(bucket.store) == before


def test_a_lease_that_this_process_could_not_give_back_is_no_hindrance(
    objects: Shelf, sites: Sites
) -> None:
    objects.store.put(LEASE, Holder.here().encode())
    publish(objects.target, sites)
    assert served(objects.store) == sites.expected()


def test_a_publisher_that_lost_its_lease_does_not_finish(objects: Shelf, sites: Sites) -> None:
    first = publish(objects.target, sites)
    sites.write(KIM, PAGE, "lebih baru")
    with pytest.raises(PublishFault) as refusal:
        publish(
            objects.target,
            sites,
            tell=lambda _place, _size: objects.store.put(LEASE, ELSEWHERE.encode()),
        )
    assert refusal.value.code == "terbit-didahului"
    assert read(objects.store, LEASE) == ELSEWHERE.encode()
    with objects.target.session() as session:
        assert session.online.release == first.release
    objects.store.delete(LEASE)
    publish(objects.target, sites)
    assert served(objects.store) == sites.expected()


def test_a_first_publication_that_was_killed_goes_on_where_it_stopped(
    bucket: Shelf, sites: Sites
) -> None:
    assert killed(bucket.target, sites, after=4) == KILLED
    there = served(bucket.store)
    assert 0 < len(there) < len(sites.expected())
    sites.remove(KIM, PHOTO)
    with bucket.target.session() as session:
        assert session.foreign(sites.expected()) == set()
    done = publish(bucket.target, sites)
    assert done.files == len(sites.expected().keys() - there.keys())
    assert served(bucket.store) == sites.expected()


def test_after_a_kill_what_was_online_before_can_be_published_again(
    bucket: Shelf, sites: Sites
) -> None:
    publish(bucket.target, sites)
    good, page = sites.expected(), sites.path(KIM, PAGE).read_text("utf-8")
    sites.write(KIM, PAGE, "setengah jadi")
    sites.write(KIM, "berita/lain/index.html", "setengah jadi")
    assert killed(bucket.target, sites, after=2) == KILLED
    assert served(bucket.store)[inside(KIM, PAGE)] == b"setengah jadi"
    sites.write(KIM, PAGE, page)
    sites.remove(KIM, "berita/lain/index.html")
    publish(bucket.target, sites)
    assert served(bucket.store) == good
    assert paths(bucket.store, PLANS) == []


def test_after_a_kill_an_older_release_comes_back(bucket: Shelf, sites: Sites) -> None:
    publish(bucket.target, sites)
    good = sites.expected()
    for path in (HOME, PAGE, "berita/lain/index.html"):
        sites.write(KIM, path, "setengah jadi")
    assert killed(bucket.target, sites, after=2) == KILLED
    with bucket.target.session() as session:
        session.rollback(session.releases()[0])
    assert served(bucket.store) == good


def test_after_a_kill_other_sites_can_go_first(bucket: Shelf, sites: Sites) -> None:
    publish(bucket.target, sites)
    good = sites.expected()
    sites.write(KIM, PAGE, "setengah jadi")
    assert killed(bucket.target, sites, after=1) == KILLED
    sites.write(KABUPATEN, HOME, "kabupaten baru")
    only = Sites(sites.root)
    for place in (PROVINSI, KABUPATEN):
        for path in sites.tree(place):
            only.write(place, path, sites.path(place, path).read_text("utf-8"))
    for number in range(5):  # until the kept files of releases that went are deleted
        only.write(PROVINSI, HOME, f"provinsi {number}")
        publish(bucket.target, only)
    with bucket.target.session() as session:
        session.rollback(session.releases()[-1])
    assert served(bucket.store)[inside(KIM, PAGE)] == good[inside(KIM, PAGE)]
    sites.write(PROVINSI, HOME, "provinsi sesudahnya")
    publish(bucket.target, sites)
    assert served(bucket.store)[inside(KIM, PAGE)] == b"setengah jadi"
