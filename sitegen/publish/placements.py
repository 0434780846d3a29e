"""Which site stands where: ``provinsi.yml`` turned into targets with their places. Pure."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.content.register import Penerbitan, TempatKhusus
from sitegen.publish.faults import PublishFault
from sitegen.publish.target import Source, Target


@dataclass(frozen=True, slots=True)
class Placement:
    """One target with the sites it holds.

    ``sites`` gives for each place in the target the site that stands there; the empty place is
    its root. ``settings`` is what ``provinsi.yml`` says, ``address`` its place filled in.
    ``moved`` are places whose site stands in a target of its own: old links still lead here.
    ``url`` is where its root is read, ``None`` where that is not known.
    """

    settings: Penerbitan
    address: str
    branch: str
    sites: Mapping[str, str]
    moved: frozenset[str] = frozenset()
    url: str | None = None

    @property
    def name(self) -> str:
        """What messages call it: its name, with the site where it holds a single one."""
        alone = self.sites.get("", "")
        return f"{self.settings.nama}:{alone}" if alone else self.settings.nama


def placements(settings: Penerbitan, sites: Iterable[str]) -> Iterator[Placement]:
    """Give the targets that one item of ``penerbitan`` stands for.

    A place with ``{kim}`` is one target for each KIM, with ``{kabupaten}/{kim}`` filled in. A KIM
    named in ``khusus`` goes there instead, also at the root of its own target.

    Raises:
        PublishFault: ``khusus`` names a KIM that is not there.
    """
    known = list(sites)
    elsewhere = {_resolve(other, known, settings): other for other in settings.khusus}
    for site, other in elsewhere.items():
        branch = other.cabang or settings.cabang or ""
        yield Placement(settings, _fill(other.tempat, site), branch, {"": site})
    rest = [site for site in known if site not in elsewhere]
    if "{kim}" in settings.tempat:
        for site in rest:
            if "/" in site:
                address = _fill(settings.tempat, site)
                yield Placement(settings, address, settings.cabang or "", {"": site})
    else:
        everywhere = {site: site for site in known}
        branch, moved = settings.cabang or "", frozenset(elsewhere)
        yield Placement(settings, settings.tempat, branch, everywhere, moved)


def _fill(place: str, site: str) -> str:
    kabupaten, _, kim = site.partition("/")
    return place.replace("{kabupaten}", kabupaten).replace("{kim}", kim)


def _resolve(other: TempatKhusus, known: Iterable[str], settings: Penerbitan) -> str:
    wanted = other.kim.strip("/")
    found = [site for site in known if "/" in site and wanted in (site, site.partition("/")[2])]
    if len(found) != 1:
        raise PublishFault("terbit-kim-asing", nilai=other.kim, sasaran=settings.nama)
    return found[0]


def open_target(placement: Placement, root: str) -> Target:
    """Make the target of a placement.

    Args:
        placement: the target's settings and address.
        root: the workspace; addresses on this machine are relative to it.
    """
    settings = placement.settings
    keep = max(2, settings.simpan)
    if settings.jenis in ("folder", "zip"):
        from sitegen.publish.folder.target import FolderTarget

        return FolderTarget(local_path(placement.address, root), keep)
    if settings.jenis == "rsync":
        from sitegen.publish.ssh.target import RsyncTarget

        return RsyncTarget(placement.address, keep)
    if settings.jenis == "git":
        from sitegen.publish.git.target import open_git

        return open_git(placement.address, placement.branch, keep, root, placement.url)
    if settings.jenis == "s3":
        from sitegen.publish.objects.store import open_s3
        from sitegen.publish.objects.target import ObjectTarget

        store = open_s3(placement.address, settings.titik_akhir or "", settings.wilayah or "")
        return ObjectTarget(store, placement.address, keep)
    raise PublishFault("terbit-gagal", sebab=settings.jenis)


def open_source(placement: Placement, source: Source, folder: str) -> Source:
    """Give what a target is sent of its sites.

    Args:
        placement: the target.
        source: its sites as built.
        folder: where what is made for it is kept, in a folder of the target's own.
    """
    kind = placement.settings.jenis
    own = hashlib.sha256(f"{kind} {placement.address} {placement.branch}".encode()).hexdigest()[:16]
    if placement.settings.tanda_tangan:
        from sitegen.publish.signing import SignedSource, signer_from

        signer = signer_from(os.environ)
        source = SignedSource(source, signer, os.path.join(folder, own, "tanda"))
    if kind == "s3":
        from sitegen.publish.objects.twins import WithoutTwins

        return WithoutTwins(source)
    if kind == "zip":
        from sitegen.publish.folder.archive import ArchiveSource

        kim = [p for p, site in placement.sites.items() if "/" in site and p not in placement.moved]
        return ArchiveSource(source, kim, os.path.join(folder, own))
    return source


def local_path(address: str, root: str) -> str:
    """Give an address on this machine as an absolute path."""
    return os.path.normpath(os.path.join(root, os.path.expanduser(address)))
