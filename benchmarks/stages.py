"""Where the time of a build goes: by stage, by template and by site.

``python benchmarks/stages.py [WORKSPACE]`` builds a workspace from nothing in this process, into a
folder that is thrown away; without one it makes a province, builds that with each theme of the
comparison, and keeps the outcome for ``docs/kinerja.md``. Seconds are the processor's, so that
other work on the machine hardly matters; those of a stage are its own, without those of the stages
it calls.
"""

import importlib
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import report
import results
from contestants.ours import Sitegen
from corpus import write_province
from scenarios import THEMES

from sitegen.engine.build import build
from sitegen.engine.survey import Options
from sitegen.workspace import Workspace

STAGES = {
    "look at the files": ["sitegen.engine.survey:scan"],
    "read the registers": ["sitegen.engine.survey:read_registers"],
    "read texts: fields": ["sitegen.content.frontmatter:split"],
    "read texts: privacy": ["sitegen.content.reader:inspect"],
    "read texts: schema": ["sitegen.content.reader:validate"],
    "read texts: the rest": ["sitegen.content.collection:read_entry"],
    "Markdown": ["sitegen.site.markdown:convert"],
    "entries to views": ["sitegen.site.entries:Composer.compose"],
    "photos": ["sitegen.site.album:render"],
    "share cards": ["sitegen.site.sharecard:draw_card"],
    "QR codes": ["sitegen.site.render:qr_code"],
    "structured data": ["sitegen.site.render:Renderer._meaning"],
    "templates: compile": ["jinja2.environment:Environment.compile"],
    "templates: render": ["sitegen.site.theme:Theme.render", "sitegen.site.theme:Theme.macro"],
    "weigh pages": ["sitegen.site.weight:Scale.weigh"],
    "feeds": ["sitegen.site.feeds:atom", "sitegen.site.feeds:json_feed"],
    "search index": ["sitegen.site.pages:render_search"],
    "SHA-256": ["sitegen.engine.task:digests_of"],
    "write files": [
        "sitegen.engine.writer:SiteWriter.claim",
        "sitegen.engine.writer:SiteWriter.write",
    ],
    "state and memo": [
        "sitegen.engine.state:StateStore.save",
        "sitegen.engine.state:StateStore.load",
        "sitegen.engine.memo:SiteMemo.save",
    ],
    "the rest of a KIM": ["sitegen.site.kim:build_kim"],
    "the rest of a kabupaten": ["sitegen.province.kabupaten:build_kabupaten"],
    "the rest of the province": ["sitegen.province.provinsi:build_provinsi"],
}
"""The functions of each stage, under the name by which they are called."""

_MADE = 10, 100
"""KIM, and berita in each."""
_ROWS, _SITES = 24, 5
_HEAD = f"""\
## Where the time of a cold build goes

{_MADE[0]} KIM with {_MADE[1]} berita each, built by one process (`make profile`). Seconds are the
processor's; those of a stage are its own, without those of the stages it calls.
"""


@dataclass(slots=True)
class Stopwatch:
    """Adds up the own seconds and the calls of named functions."""

    seconds: dict[str, float] = field(default_factory=dict)
    calls: dict[str, int] = field(default_factory=dict)
    _inner: list[float] = field(default_factory=lambda: [0.0])

    def timed(self, function: Callable[..., Any], name: Callable[..., str]) -> Callable[..., Any]:
        """Wrap a function; ``name`` gives the name under which a call is added up."""

        @wraps(function)
        def call(*args: object, **kwargs: object) -> object:
            started = time.process_time()
            self._inner.append(0.0)
            try:
                return function(*args, **kwargs)
            finally:
                whole = time.process_time() - started
                own = whole - self._inner.pop()
                self._inner[-1] += whole
                label = name(*args)
                self.seconds[label] = self.seconds.get(label, 0.0) + own
                self.calls[label] = self.calls.get(label, 0) + 1

        return call


@contextmanager
def watched(places: Mapping[str, list[str]], watch: Stopwatch) -> Iterator[None]:
    """Time the functions of stages while the block runs."""
    before = []
    for label, names in places.items():
        for name in names:
            module, _, path = name.partition(":")
            holder: Any = importlib.import_module(module)
            *outer, last = path.split(".")
            for part in outer:
                holder = getattr(holder, part)
            function = getattr(holder, last)
            before.append((holder, last, function))
            setattr(holder, last, watch.timed(function, lambda *_, label=label: label))
    try:
        yield
    finally:
        for holder, last, function in reversed(before):
            setattr(holder, last, function)


@contextmanager
def watched_templates(watch: Stopwatch) -> Iterator[None]:
    """Time each template while the block runs."""
    from sitegen.site.theme import Theme

    render = Theme.render
    Theme.render = watch.timed(render, lambda _theme, template, *_: template)  # type: ignore[method-assign]
    try:
        yield
    finally:
        Theme.render = render  # type: ignore[method-assign]


def table(title: str, watch: Stopwatch, whole: float, texts: int) -> Iterator[str]:
    """Give what a stopwatch added up as lines of Markdown, the slowest first."""
    yield f"\n| {title} | s | % | calls | ms per call | ms per berita |"
    yield "|---|--:|--:|--:|--:|--:|"
    for name, seconds in sorted(watch.seconds.items(), key=lambda item: -item[1])[:_ROWS]:
        calls = watch.calls[name]
        yield (
            f"| {name} | {seconds:.2f} | {100 * seconds / whole:.1f} | {calls:,} "
            f"| {1000 * seconds / calls:.3f} | {1000 * seconds / texts:.3f} |"
        )


def profile(root: Path) -> Iterator[str]:
    """Build a workspace with the content and themes of another, and tell where time went."""
    with tempfile.TemporaryDirectory(prefix="sitegen-stages-") as name:
        copy = Path(name)
        for inner in ("content", "themes"):
            if (root / inner).exists():
                (copy / inner).symlink_to((root / inner).resolve(), target_is_directory=True)
        stages, templates = Stopwatch(), Stopwatch()
        options = Options(output=str(copy / "output"), today=date(2026, 11, 24), workers=1)
        with watched(STAGES, stages), watched_templates(templates):
            started = time.process_time()
            done = build(Workspace(str(copy)), options)
            whole = time.process_time() - started
    texts = sum(1 for _ in (root / "content").glob("*/*/*/*.md")) or 1
    stages.seconds["everything else"] = whole - sum(stages.seconds.values())
    stages.calls["everything else"] = 1
    yield f"{len(done.durations)} sites, {texts:,} texts, {done.pages:,} pages: {whole:.2f} s"
    yield from table("stage", stages, whole, texts)
    yield from table("template", templates, whole, texts)
    yield "\n| slowest sites | s |\n|---|--:|"
    for seconds, site in sorted(done.durations, reverse=True)[:_SITES]:
        yield f"| {site or 'the province'} | {seconds:.2f} |"


def profile_made(place: Path) -> Iterator[str]:
    """Make a province, and profile its build with each theme of the comparison."""
    yield _HEAD
    write_province(place / "corpus", *_MADE)
    for theme in THEMES:
        folder = place / theme
        folder.mkdir()
        Sitegen(theme).prepare(place / "corpus", (), folder)
        yield f"### Theme {theme}\n"
        yield from profile(folder)
        yield ""


def main() -> None:
    """Profile the workspace that is named, or a made-up one into ``docs/kinerja.md``."""
    if len(sys.argv) > 1:
        print("\n".join(profile(Path(sys.argv[1]))))
        return
    with tempfile.TemporaryDirectory(prefix="sitegen-stages-") as place:
        text = "\n".join(profile_made(Path(place))).rstrip()
    print(text)
    results.keep_profile(text)
    print(report.write(quick=False))


if __name__ == "__main__":
    main()
