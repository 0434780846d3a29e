"""Broadcasts from above as they appear on a site they are aimed at."""

from dataclasses import replace

from sitegen.content.collection import in_force, read_collection
from sitegen.content.dates import BuildDate
from sitegen.content.register import Kabupaten, Provinsi
from sitegen.site.contract import Files, SiteJob
from sitegen.site.entries import Composer
from sitegen.site.views import EntriView


def read_siaran(
    job: SiteJob,
    files: Files,
    today: BuildDate,
    composer: Composer,
    provinsi: Provinsi,
    kabupaten: Kabupaten,
) -> list[EntriView]:
    """Give the broadcasts in force, urgent ones first, then the newest.

    Findings about them belong to the site of their sender, so they are not reported again.
    """
    names = [name for name in job.siaran if name.endswith(".md")]
    collection = read_collection(names, files.read, today, drafts=job.drafts)
    entries = [entry for entry in collection.entries if in_force(entry, today)]
    before = len(composer.findings), len(composer.album.findings)
    views = composer.compose(entries)
    del composer.findings[before[0] :], composer.album.findings[before[1] :]
    senders = {
        entry.path: provinsi.nama if entry.folder == "content/siaran" else kabupaten.nama
        for entry in entries
    }
    marked = [replace(view, pengirim_siaran=senders[view.path]) for view in views]
    return sorted(marked, key=lambda view: getattr(view.data, "kelas", "") != "serta merta")
