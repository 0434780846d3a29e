"""Why a cluster cannot be used, in the words of the person who gave the command."""

from collections.abc import Mapping

from sitegen.diagnostics import diagnose
from sitegen.i18n import N_, _
from sitegen.messages import MESSAGES


class ClusterFault(Exception):  # noqa: N818 - read as a sentence where it is caught
    """Nothing more can be built on the cluster; the text says why and what to do."""


class Unfit(Exception):  # noqa: N818 - an answer of a worker
    """A worker would give other bytes, or none; travels from it as plain data.

    ``code`` is one of ``REASONS`` or of the findings about publishing; ``told`` its parameters.
    """

    def __init__(self, code: str, told: Mapping[str, str]) -> None:
        super().__init__(code, told)
        self.code, self.told = code, told


_SAME = N_("Pasang sitegen[cluster] yang sama di sana, lalu jalankan ulang pekerjanya.")
REASONS = {
    "tanpa": (N_("belum punya sitegen: {sebab}."), _SAME),
    "python": (
        N_("memakai Python {sana}, padahal di sini {sini}."),
        N_("Samakan versi Python-nya, lalu jalankan ulang pekerjanya."),
    ),
    "versi": (N_("memakai versi sitegen atau pustaka yang berbeda dari di sini."), _SAME),
    "utas": (
        N_("mengerjakan {jumlah} tugas sekaligus dalam satu proses."),
        N_("Jalankan pekerjanya dengan --nthreads 1; tambah --nworkers untuk prosesor lain."),
    ),
    "folder": (
        N_("tidak melihat folder kerja {folder} yang sama dengan di sini."),
        N_("Pasang folder bersama itu di sana pada jalur yang sama, atau pakai --content-from."),
    ),
    "tema": (
        N_('tidak punya tema "{tema}" yang sama dengan di sini.'),
        N_("Commit dan kirim tema itu, atau samakan versi sitegen."),
    ),
    "isi": (
        N_("menemukan {berkas} yang berbeda dari di sini."),
        N_("Commit dan kirim perubahan di folder kerja ini, lalu sebut commit itu."),
    ),
}
"""What is wrong with a worker, after its address; and what to do."""


def unfit(where: str, answer: Unfit) -> ClusterFault:
    """Say what is wrong with a worker, or with the scheduler.

    Args:
        where: its address.
        answer: what it said.
    """
    if answer.code in MESSAGES:
        finding = diagnose(answer.code, "", params={"sasaran": where, "sebab": "", **answer.told})
        return ClusterFault(f"{finding.message}\n{finding.hint}")
    what, hint = REASONS[answer.code]
    told = _(what).format(**answer.told)
    return ClusterFault(f"{where} {told}\n{_(hint)}")


def lost() -> ClusterFault:
    """Say that scheduler or workers went away."""
    return ClusterFault(
        _(
            "Hubungan dengan kluster terputus: penjadwal atau semua pekerjanya tidak ada lagi.\n"
            "Situs yang sudah selesai tetap. Jalankan lagi bila klusternya sudah hidup."
        )
    )
