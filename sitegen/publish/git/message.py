"""What a commit says: how much it changes, and when. Pure."""

from calendar import timegm
from time import strptime

from sitegen.i18n import _, ngettext
from sitegen.publish.changes import Changes

SHOWN = 20
"""How many sites a commit names."""


def moment(release: str) -> int:
    """Give the moment that a release is named after, in seconds since 1970."""
    return timegm(strptime(release.partition("-")[0], "%Y%m%dT%H%M%SZ"))


def published(changes: Changes, release: str) -> str:
    """Tell what a publication changes."""
    sites = changes.sites
    sent, deleted = sum(len(c.send) for c in sites), sum(len(c.delete) for c in sites)
    head = ngettext(
        "Terbitkan {n} situs: {kirim} berkas dikirim, {hapus} dihapus",
        "Terbitkan {n} situs: {kirim} berkas dikirim, {hapus} dihapus",
        len(sites),
    )
    lines = [head.format(n=len(sites), kirim=sent, hapus=deleted), ""]
    for change in sites[:SHOWN]:
        numbers = {"kirim": len(change.send), "hapus": len(change.delete)}
        told = _("{situs}: {kirim} dikirim, {hapus} dihapus")
        lines.append(told.format(situs=change.place or "/", **numbers))
    if len(sites) > SHOWN:
        lines.append(_("dan {n} lagi").format(n=len(sites) - SHOWN))
    if sites:
        lines.append("")
    return "\n".join([*lines, _("Rilis {rilis}").format(rilis=release), ""])


def brought_back(release: str) -> str:
    """Tell of a rollback."""
    return _("Kembali ke rilis {rilis}").format(rilis=release) + "\n"
