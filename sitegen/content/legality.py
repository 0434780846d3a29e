"""What Diskominfo should look after in the register of a KIM. Pure.

A KIM shows its legality by its decree (SK); a term that is over, or soon will be, is said before
it shames the KIM. Its board has at least a chair, and it has 3 to 30 members (the frame of
Permenkominfo 08/PER/M.KOMINFO/6/2010, kept by Kalimantan Tengah).
"""

import dataclasses
from collections.abc import Iterator
from datetime import timedelta

from sitegen.content.dates import BuildDate
from sitegen.content.register import Kim

NOTICE_DAYS = 90
"""How long before its end a term is spoken of: time for a musyawarah and a new decree."""
MEMBERS = range(3, 31)


@dataclasses.dataclass(frozen=True, slots=True)
class Advice:
    """A code of :mod:`sitegen.messages`, the field it is about, and its parameters."""

    code: str
    field: str
    params: dict[str, object] = dataclasses.field(default_factory=dict)


def legality(kim: Kim, today: BuildDate) -> Iterator[Advice]:
    """Give what should be mended: term, chair, number of members, contact."""
    yield from _term(kim, today)
    if kim.pengurus is None or not kim.pengurus.ketua:
        yield Advice("ketua-kosong", "pengurus")
    if kim.jumlah_anggota is not None and kim.jumlah_anggota not in MEMBERS:
        yield Advice(
            "jumlah-anggota",
            "jumlah_anggota",
            {"jumlah": kim.jumlah_anggota, "dari": MEMBERS.start, "sampai": MEMBERS.stop - 1},
        )
    kontak = kim.kontak
    if kontak is None or not (kontak.whatsapp or kontak.telepon or kontak.surel):
        yield Advice("kontak-kosong", "kontak")


def _term(kim: Kim, today: BuildDate) -> Iterator[Advice]:
    """Say that a term is over, or will be soon; both days are asked of the build date."""
    end = kim.sk.akhir if kim.sk else None
    if end is None:
        return
    if today.passed(end):
        yield Advice("sk-berakhir", "sk.akhir", {"tanggal": end.isoformat()})
    elif today.reached(end - timedelta(days=NOTICE_DAYS)):
        yield Advice("sk-segera-berakhir", "sk.akhir", {"tanggal": end.isoformat()})
