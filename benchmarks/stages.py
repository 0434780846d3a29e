"""Where the time of a build goes: by stage, by template and by site.

``python benchmarks/stages.py [WORKSPACE]`` builds a workspace from nothing in this process, into a
folder that is thrown away; without one it makes a province of 10 KIM with 100 berita each. Seconds
are the processor's, so that other work on the machine hardly matters; those of a stage are its
own, without those of the stages it calls.
"""

import importlib
import shutil
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

from corpus import write_province

from sitegen.engine.build import Options, build
from sitegen.workspace import Workspace

STAGES = {
    "look at the files": ["sitegen.engine.build:scan"],
    "read the registers": ["sitegen.engine.build:read_registers"],
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

SHOWN = 12


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


def print_table(title: str, watch: Stopwatch, whole: float, texts: int) -> None:
    """Print what a stopwatch added up, the slowest first."""
    print(f"\n{title:26}{'s':>8}{'%':>7}{'calls':>9}{'ms/call':>9}{'ms/berita':>11}")
    for name, seconds in sorted(watch.seconds.items(), key=lambda item: -item[1]):
        calls = watch.calls[name]
        print(
            f"{name:26}{seconds:8.2f}{100 * seconds / whole:7.1f}{calls:9}"
            f"{1000 * seconds / calls:9.3f}{1000 * seconds / texts:11.3f}"
        )


def measure(root: Path, copy: Path) -> None:
    """Build a workspace with the content and themes of another, and print where time went."""
    for name in ("content", "themes"):
        if (root / name).exists():
            (copy / name).symlink_to((root / name).resolve(), target_is_directory=True)
    stages, templates = Stopwatch(), Stopwatch()
    options = Options(output=str(copy / "output"), today=date(2026, 11, 24), workers=1)
    with watched(STAGES, stages), watched_templates(templates):
        started = time.process_time()
        report = build(Workspace(str(copy)), options)
        whole = time.process_time() - started
    texts = sum(1 for _ in (root / "content").glob("*/*/*/*.md")) or 1
    stages.seconds["everything else"] = whole - sum(stages.seconds.values())
    stages.calls["everything else"] = 1
    print(f"{len(report.durations)} sites, {texts} texts, {report.pages} pages: {whole:.2f} s")
    print_table("stage", stages, whole, texts)
    print_table("template", templates, whole, texts)
    print("\nslowest sites")
    for seconds, site in sorted(report.durations, reverse=True)[:SHOWN]:
        print(f"{seconds:8.2f} s  {site or '(province)'}")


def main() -> None:
    """Measure the workspace that is named, or a made-up one."""
    made = Path(tempfile.mkdtemp(prefix="sitegen-stages-"))
    try:
        root = Path(sys.argv[1]) if len(sys.argv) > 1 else made / "province"
        if len(sys.argv) < 2:
            write_province(root, 10, 100)
        copy = made / "copy"
        copy.mkdir()
        measure(root, copy)
    finally:
        shutil.rmtree(made)


if __name__ == "__main__":
    main()
