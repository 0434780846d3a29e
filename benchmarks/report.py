"""Writes ``docs/kinerja.md`` from what was measured.

``python benchmarks/report.py`` writes it again without measuring.
"""

import sys
from collections.abc import Iterator

import results
from contestants import Work
from contestants.hugo import ONE_SITE
from results import Results
from scenarios import QUICK_SIZES, SCENARIOS, SIZES, THEMES
from targets import COLD, EDIT, NOOP, TARGETS, Found, hugo_per_kim, ours
from toolbox import ROOT

_HEAD = """\
# Speed, measured

Made by `make bench`, `make bench-scale` and `make profile`; do not edit by hand. The runs
themselves are in `benchmarks/results/`.

Every contestant is given the same made-up texts: 250 to 600 words each, headings, lists, quotes,
links, a table in a tenth. Each makes one site per KIM with a front page, articles, a list and lists
by kategori (12 to a page), a feed of 20 entries and a sitemap, from equally plain templates. Hugo
also makes the whole province as one big site, which is its best case. It has no memory of what it
built, so it builds all again after any change; whoever knows which KIM was edited can build that
one alone, which is shown too. sitegen always runs over the whole province.

sitegen runs with the plain theme of its tests (`polos`, without drawn share cards), which shows
what the peers show, and with its real one (`dasar`: share cards, QR codes, structured data, a sheet
to print). With both it also does what the peers do not: pages of each kabupaten and the province,
search indexes, open data, a guard against private data, sanitised HTML, the weight of each page.

Contestants take turns within a round, on all cores. Ratios are taken within a round; the middle of
all rounds is shown, and below 1 sitegen is ahead. *Wall* is the time until the command returns,
*CPU* the kernel's account of the command with all its descendants, *memory* the most that the whole
tree held at once, pages that its processes share counted once (the sum of `Pss`, looked at every
20 ms, a peak known to 3 %). Texts and pages lie in memory (a tmpfs), where the machine has room for
them: making thousands of files costs a disk many times what it costs a generator, and more from
round to round. Seconds are of one machine on one day: look at the ratios.
"""
_BOUNDS = """
What bounds the rest, as the profile below shows: a cold build spends more on what the peers do not
do than on Markdown and templates together; after one edit all files are looked at, the builders are
imported, and every page of that KIM is rendered to find those that differ; a new theme means that
every page is rendered, weighed and written; and whoever plans a build knows each text by its name,
digest and stamp, whoever builds the province each KIM by its summary.
"""
_PHOTOS = """\
The photos have 12 megapixels and 2 MB; six were drawn, and each berita has a copy that differs in
its bytes, so that none can be taken for another. All make the same pictures with the same filter
(Lanczos): WebP 240 and 480 (quality 60), 960 and 1600 (quality 68), JPEG 960 (76) and 1200×630
(78). Hugo's own default filter, box, is quicker and coarser.
"""
_SCALE_HEAD = (
    "| theme | KIM | berita each | pages | cold, s | CPU, s | wall per page, ms | CPU per page, ms "
    "| memory, MB | nothing changed, s | one berita edited, s | memory then, MB |\n"
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
)
_WORKS = tuple(work.value for work in Work)


def write(*, quick: bool) -> str:
    """Write the page, and say where it is."""
    sizes = QUICK_SIZES if quick else SIZES
    names = [scenario.name for scenario in SCENARIOS]
    names += [f"scale-{t}-{kim}" for t in THEMES for kim in sizes]
    kept = {name: results.read(name, quick=quick) for name in names}
    found = {name: value for name, value in kept.items() if value}
    target = results.place(quick=True) / "kinerja.md" if quick else ROOT / "docs" / "kinerja.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(_page(found, quick=quick)) + "\n", encoding="utf-8")
    return f"{target.relative_to(ROOT)} is written"


def _page(found: Found, *, quick: bool) -> Iterator[str]:
    yield _HEAD
    if quick:
        yield "**A quick try over tiny provinces: its figures say nothing about the promises.**\n"
    yield "## Against the promises\n"
    yield "| work | promise | theme polos | theme dasar |\n|---|---|---|---|"
    for target in TARGETS:
        verdicts = " | ".join(target.verdict(found, theme) for theme in THEMES)
        yield f"| {target.work} | {target.promise} | {verdicts} |"
    yield _BOUNDS
    for scenario in SCENARIOS:
        if scenario.name in found:
            yield from _comparison(found[scenario.name])
    yield from _growth(found)
    if profile := results.read_profile():
        yield f"\n{profile.rstrip()}"
    yield from _origin(found)


def _comparison(one: Results) -> Iterator[str]:
    photos = ", each with a photo" if one.photos else ""
    yield f"\n## {one.kim} KIM × {one.entries} berita{photos}\n"
    if one.photos:
        yield _PHOTOS
    peers = (hugo_per_kim(one), ONE_SITE)
    pairs = [(theme, peer) for theme in THEMES for peer in peers]
    yield "| work | " + " | ".join(f"{t} ÷ {p}" for t, p in pairs) + " |"
    yield "|---|" + "--:|" * len(pairs)
    for work in _WORKS:
        own = EDIT if work == Work.EDIT_KNOWN.value else work
        cells = [_ratios(one, (ours(theme), own), (peer, work)) for theme, peer in pairs]
        if any(cells):
            yield f"| {work} | " + " | ".join(cell or "–" for cell in cells) + " |"
    yield "\n| contestant | work | wall, s | CPU, s | memory, MB | ms per berita | runs |"
    yield "|---|---|--:|--:|--:|--:|--:|"
    for contestant in one.counted:
        for work in _WORKS:
            if runs := one.taken(contestant, work):
                wall, cpu, pss = (one.median(contestant, work, w) or 0 for w in _WHAT)
                each = f"{wall / one.articles * 1000:.2f}" if work == COLD else ""
                yield (
                    f"| {contestant} | {work} | {wall:.2f} | {cpu:.2f} | {pss:.0f} | {each} "
                    f"| {len(runs)} |"
                )
    yield "\nWhat each made; every article holds the words of its text, in their order.\n"
    yield "| contestant | articles | pages | files | MB |\n|---|--:|--:|--:|--:|"
    for name, c in one.counted.items():
        yield f"| {name} | {c.articles:,} | {c.pages:,} | {c.files:,} | {c.bytes / 1e6:.1f} |"


_WHAT = ("wall", "cpu", "pss")


def _ratios(one: Results, own: tuple[str, str], peer: tuple[str, str]) -> str:
    wall, cpu = one.ratio(own, peer, "wall"), one.ratio(own, peer, "cpu")
    return f"wall {wall:.3f}, CPU {cpu:.3f}" if wall and cpu else ""


def _growth(found: Found) -> Iterator[str]:
    rows = [(name, one) for name, one in found.items() if name.startswith("scale-")]
    if not rows:
        return
    yield f"\n## From 96 KIM to 3,555\n\n{_SCALE_HEAD}"
    for _, one in rows:
        [(name, counted)] = one.counted.items()
        wall, cpu, pss = (one.median(name, COLD, what) or 0 for what in _WHAT)
        noop, edit = (one.median(name, work, "wall") or 0 for work in (NOOP, EDIT))
        theme = name.rpartition(" ")[2]
        yield (
            f"| {theme} | {one.kim:,} | {one.entries} | {counted.pages:,} | {wall:.1f} | {cpu:.1f} "
            f"| {wall / counted.pages * 1000:.2f} | {cpu / counted.pages * 1000:.2f} | {pss:.0f} "
            f"| {noop:.2f} | {edit:.2f} | {one.median(name, EDIT, 'pss') or 0:.0f} |"
        )
    most = max(one.entries for _, one in rows)
    if any(one.entries < most for _, one in rows):
        yield (
            f"\nWhere a KIM has fewer than {most} berita, a cold build of so many would have taken "
            "longer than the time set for one run."
        )


def _origin(found: Found) -> Iterator[str]:
    yield "\n## Machine and versions\n"
    for name, one in found.items():
        m = one.machine
        yield (
            f"- {name}: {m['date']}, {m['processor']}, {m['cores']} cores, {m['memory']}, "
            f"{m['system']}, files {m['files']}, load before the first run {m['load']}"
        )
    for versions in {tuple(one.versions.items()) for one in found.values()}:
        yield "\n" + ", ".join(f"{name} {version}" for name, version in versions)


if __name__ == "__main__":
    print(write(quick="--quick" in sys.argv))
