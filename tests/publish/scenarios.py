"""What every target must do, told once: a function for each promise.

A module of tests makes a :class:`Rig` around a target and runs :data:`SCENARIOS` with it::

    @pytest.mark.parametrize("scenario", SCENARIOS, ids=named)
    def test_as_every_target(scenario: Scenario, rig: Rig, sites: Sites) -> None:
        scenario(rig, sites)
"""

import time
from collections.abc import Callable
from unittest import mock

from tests.publish.publishing import (
    KILLED,
    Rig,
    Sent,
    killed,
    marks,
    publish,
    refused,
    surveyed,
)
from tests.publish.sites import HOME, KABUPATEN, KIM, PAGE, PHOTO, PROVINSI, Sites


def first_publication(rig: Rig, sites: Sites) -> None:
    """All is sent, each file once, and online as it was built."""
    done = publish(rig.target, sites)
    wanted = sites.expected()
    assert rig.served() == wanted
    assert done.paths == wanted.keys()
    assert (done.files, done.bytes) == (len(wanted), sum(map(len, wanted.values())))
    with rig.target.session() as session:
        assert session.online.release == done.release
        assert session.online.sites == sites.sites
        assert [release.name for release in session.releases()] == [done.release]
    assert surveyed(rig.target) == marks(wanted)


def nothing_to_do(rig: Rig, sites: Sites) -> None:
    """A second publication sends nothing and makes no release."""
    first = publish(rig.target, sites)
    again = publish(rig.target, sites)
    assert again == Sent(first.release, frozenset(), frozenset(), 0, 0)


def one_edit(rig: Rig, sites: Sites) -> None:
    """Only what was edited or added travels."""
    publish(rig.target, sites)
    sites.write(KIM, PAGE, "Panen raya, 13 ton beras")
    sites.write(KIM, "berita/baru/index.html", "Baru")
    done = publish(rig.target, sites)
    assert done.paths == {f"{KIM}/{PAGE}", f"{KIM}/berita/baru/index.html"}
    assert (done.files, done.bytes) == (2, 28)
    assert rig.served() == sites.expected()


def deletion(rig: Rig, sites: Sites) -> None:
    """A page that is gone leaves at once; a picture stays one release, for pages still open."""
    publish(rig.target, sites)
    before = sites.expected()
    sites.remove(KIM, PAGE)
    sites.remove(KIM, PHOTO)
    done = publish(rig.target, sites)
    photo = f"{KIM}/{PHOTO}"
    assert done.deleted == {f"{KIM}/{PAGE}"}
    assert rig.served() == {**sites.expected(), photo: before[photo]}
    sites.write(KIM, HOME, "beranda tanpa foto")
    assert publish(rig.target, sites).deleted == {photo}
    assert rig.served() == sites.expected()


def file_becomes_folder(rig: Rig, sites: Sites) -> None:
    """What was a file can become a folder, and a folder a file."""
    sites.write(KIM, "a.html", "berkas")
    sites.write(KIM, "b.html/index.html", "isi folder")
    publish(rig.target, sites)
    sites.remove(KIM, "a.html")
    sites.remove(KIM, "b.html/index.html")
    sites.path(KIM, "b.html").rmdir()
    sites.write(KIM, "a.html/index.html", "isi folder")
    sites.write(KIM, "b.html", "berkas")
    publish(rig.target, sites)
    assert rig.served() == sites.expected()


def site_leaves(rig: Rig, sites: Sites) -> None:
    """A site that is taken offline goes as a whole; the others stay, and it may come back."""
    publish(rig.target, sites)
    done = publish(rig.target, sites, gone=[KIM])
    assert done.files == 0
    assert rig.served() == sites.expected([PROVINSI, KABUPATEN])
    publish(rig.target, sites)
    assert rig.served() == sites.expected()


def rollback(rig: Rig, sites: Sites) -> None:
    """An older release comes back as it was; what it replaces is held until it changes."""
    first = publish(rig.target, sites)
    good, good_tree = sites.expected(), sites.sites[KIM]
    sites.write(KIM, PAGE, "Nomor rekening yang salah")
    sites.remove(KIM, "#tagar.html")
    bad = sites.sites[KIM]
    made = time.strptime(first.release[:16], "%Y%m%dT%H%M%SZ")
    with mock.patch("time.gmtime", return_value=made):  # within the same second
        publish(rig.target, sites)
    with rig.target.session() as session:
        older = session.releases()[1]
        assert older.sites[KIM] == good_tree
        session.rollback(older)
    assert rig.served() == good
    with rig.target.session() as session:
        assert session.online.sites[KIM] == good_tree
        assert session.online.held == {bad}
        assert first.release in {release.name for release in session.releases()}
    sites.write(KIM, PAGE, "Nomor rekening yang benar")
    publish(rig.target, sites)
    assert rig.served() == sites.expected()


def few_releases_stay(rig: Rig, sites: Sites) -> None:
    """Old releases go, and the newest stay, newest first."""
    names = []
    for number in range(rig.keep + 2):
        sites.write(KIM, HOME, f"beranda {number}")
        names.append(publish(rig.target, sites).release)
    with rig.target.session() as session:
        assert [release.name for release in session.releases()] == names[: -rig.keep - 1 : -1]
        session.rollback(session.releases()[-1])
    assert rig.served()[f"{KIM}/{HOME}"] == b"beranda 2"


def killed_and_repeated(rig: Rig, sites: Sites) -> None:
    """A process that dies half-way leaves what was online; the next publication completes it."""
    publish(rig.target, sites)
    before = sites.expected()
    for path in (HOME, PAGE, PHOTO, "#tagar.html", "manifest.json"):
        sites.write(KIM, path, f"isi baru {path}")
    assert killed(rig.target, sites, after=2) == KILLED
    if rig.atomic:
        assert rig.served() == before
    publish(rig.target, sites)
    assert rig.served() == sites.expected()
    assert publish(rig.target, sites).files == 0


def foreign_file_stays(rig: Rig, sites: Sites) -> None:
    """What someone else put online stays, whatever is published around it."""
    publish(rig.target, sites)
    names = ["google1234.html", f"{KIM}/berita/titipan désa.txt", f"{KIM}/lain/a.txt"]
    found = [rig.plant(name, name.encode()) for name in names]
    sites.remove(KIM, PAGE)
    publish(rig.target, sites)
    publish(rig.target, sites, gone=[KIM])
    assert [read() for read in found] == [name.encode() for name in names]
    with rig.target.session() as session:
        assert session.foreign([*names, "tidak-ada.html"]) == set(names)
    assert rig.served() == {
        **sites.expected([PROVINSI, KABUPATEN]),
        **{name: name.encode() for name in names},
    }


def not_ours(rig: Rig, sites: Sites) -> None:
    """A place with files and no record is refused; when it is adopted, those files stay."""
    found = rig.plant("penting.txt", b"milik orang lain")
    refused("terbit-bukan-milik", rig, sites)
    assert found() == b"milik orang lain"
    publish(rig.target, sites, adopt=True)
    assert found() == b"milik orang lain"
    assert sites.expected().items() <= rig.served().items()
    assert publish(rig.target, sites).files == 0


def damaged_record(rig: Rig, sites: Sites) -> None:
    """A record that was tampered with is noticed; adopting starts a new one and deletes nothing."""
    publish(rig.target, sites)
    before = sites.expected()
    rig.damage()
    sites.write(KIM, HOME, "beranda baru")
    refused("terbit-catatan-rusak", rig, sites)
    assert rig.served() == before
    sites.remove(KIM, PAGE)
    done = publish(rig.target, sites, adopt=True)
    assert done.paths == sites.expected().keys()
    assert rig.served() == {**before, **sites.expected()}
    assert publish(rig.target, sites).files == 0


def changed_since_built(rig: Rig, sites: Sites) -> None:
    """Bytes that no build verified do not go online."""
    publish(rig.target, sites)
    before = sites.expected()
    sites.write(KIM, PAGE, "dibangun")
    sites.path(KIM, PAGE).write_text("disusupi")
    refused("terbit-berubah", rig, sites)
    assert rig.served() == before
    sites.path(KIM, PAGE).unlink()
    refused("terbit-berubah", rig, sites)
    assert rig.served() == before


def planted_content_is_found_and_mended(rig: Rig, sites: Sites) -> None:
    """A page that was overwritten online shows in the survey, and sending everything mends it."""
    publish(rig.target, sites)
    page = f"{KIM}/{PAGE}"
    rig.plant(page, b"judi online")
    found = surveyed(rig.target)
    wanted = marks(sites.expected())
    assert {path for path in found if found[path] != wanted.get(path)} == {page}
    publish(rig.target, sites, everything=True)
    assert rig.served() == sites.expected()


def two_at_once(rig: Rig, sites: Sites) -> None:
    """The second publisher is told that, and by whom, the target is being published."""
    with rig.target.session():
        fault = refused("terbit-terkunci", rig, sites)
        assert fault.params["sebab"]
    publish(rig.target, sites)
    assert rig.served() == sites.expected()


Scenario = Callable[[Rig, Sites], None]

SCENARIOS: tuple[Scenario, ...] = (
    first_publication,
    nothing_to_do,
    one_edit,
    deletion,
    file_becomes_folder,
    site_leaves,
    rollback,
    few_releases_stay,
    killed_and_repeated,
    foreign_file_stays,
    not_ours,
    damaged_record,
    changed_since_built,
    planted_content_is_found_and_mended,
)
"""For every target. :func:`two_at_once` is for those that hold a lock."""


def named(scenario: Scenario) -> str:
    """Give a scenario's name for the list of tests."""
    return scenario.__name__
