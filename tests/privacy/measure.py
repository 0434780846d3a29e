"""Measures the privacy guard on its labelled corpus: precision and recall, by class and overall.

How examples are written, and which half is for what: ``corpus/BACA-DULU.md``.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from sitegen.content.privacy import Kind, Match, scan_text
from sitegen.content.privacy.contacts import canonical, contacts_in
from sitegen.content.privacy.senders import senders

CORPUS = Path(__file__).parent / "corpus"
HALVES = ("uji", "latih")


@dataclass(frozen=True, slots=True)
class Example:
    """A text, and what must be found in it: pairs of a class and a part of the text."""

    place: str
    text: str
    expected: tuple[tuple[Kind, str], ...] = ()
    declared: tuple[str, ...] = ()
    aspirasi: bool = False
    sender: str = ""
    consents: bool = False

    def found(self) -> list[Match]:
        """Give what the guard would report."""
        matches = scan_text(self.text)
        if self.aspirasi and not self.consents:
            matches += dict.fromkeys(senders(self.text, self.sender))
        known = contacts_in([*self.declared, *self._own_contacts()])
        return [m for m in matches if canonical(self.text[m.start : m.end]) not in known]

    def _own_contacts(self) -> Iterator[str]:
        """Give what stands in the contact field of an example that has fields."""
        parts = self.text.split("---\n")
        fields = yaml.load(parts[1], yaml.BaseLoader) if len(parts) == 3 else {}
        yield from (fields.get("kontak") or {}).values()


def examples(half: str) -> Iterator[Example]:
    """Read the examples of one half of the corpus."""
    for path in sorted((CORPUS / half).glob("*.yml")):
        with path.open(encoding="utf-8") as handle:
            record = yaml.load(handle, yaml.BaseLoader)
        for key in ("ditemukan", "dibiarkan"):
            for number, item in enumerate(record.get(key, []), 1):
                one = _example(f"{half}/{path.name} {key} {number}", item)
                if (key == "ditemukan") is not bool(one.expected):
                    raise ValueError(f"{one.place}: tulis apa yang harus ditemukan, atau pindahkan")
                yield one


def _example(place: str, item: str | dict[str, str | list[str]]) -> Example:
    if isinstance(item, str):
        return Example(place, item)
    known = {"teks", "kontak", "jenis", "pengirim", "setuju"}
    if unknown := set(item) - known - set(Kind):
        raise ValueError(f"{place}: kolom tidak dikenal: {', '.join(sorted(unknown))}")
    text = str(item["teks"])
    expected = [(kind, part) for kind in Kind for part in _parts(item.get(kind, []))]
    for _kind, part in expected:
        if part not in text:
            raise ValueError(f"{place}: {part!r} tidak ada di dalam teks")
    return Example(
        place,
        text,
        tuple(expected),
        tuple(_parts(item.get("kontak", []))),
        aspirasi=item.get("jenis") == "aspirasi",
        sender=str(item.get("pengirim", "")),
        consents=item.get("setuju") == "ya",
    )


def _parts(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


@dataclass(slots=True)
class Score:
    """What was found rightly, missed and found wrongly, each counted by class."""

    right: Counter[Kind] = field(default_factory=Counter)
    missed: Counter[Kind] = field(default_factory=Counter)
    wrong: Counter[Kind] = field(default_factory=Counter)
    positive: int = 0
    negative: int = 0
    remarks: list[str] = field(default_factory=list)

    def precision(self, *kinds: Kind) -> float:
        """Give which part of what was found is right."""
        right = sum(self.right[kind] for kind in kinds or Kind)
        return right / max(1, right + sum(self.wrong[kind] for kind in kinds or Kind))

    def recall(self, *kinds: Kind) -> float:
        """Give which part of what is there was found."""
        right = sum(self.right[kind] for kind in kinds or Kind)
        return right / max(1, right + sum(self.missed[kind] for kind in kinds or Kind))

    def add(self, example: Example) -> None:
        """Compare what is found in an example with what must be."""
        self.positive += bool(example.expected)
        self.negative += not example.expected
        rest = example.found()
        for kind, part in example.expected:
            start = example.text.index(part)
            place = Match(start, start + len(part), kind)
            hits = [m for m in rest if m.kind is kind and m.overlaps(place)]
            rest = [m for m in rest if m not in hits]
            (self.right if hits else self.missed)[kind] += 1
            if not hits:
                self.remarks.append(f"luput   {kind:9} {example.place}: {part}")
        for match in rest:
            self.wrong[match.kind] += 1
            self.remarks.append(
                f"salah   {match.kind:9} {example.place}: {example.text[match.start : match.end]}"
            )


def measure(half: str) -> Score:
    """Measure on one half of the corpus."""
    score = Score()
    for example in examples(half):
        score.add(example)
    return score


def report(score: Score) -> Iterator[str]:
    """Give the table of precision and recall."""
    yield f"{score.positive} contoh dengan data pribadi, {score.negative} contoh tanpa."
    yield f"{'jenis':10}{'benar':>7}{'luput':>7}{'salah':>7}{'ketepatan':>11}{'kelengkapan':>13}"
    for kind in Kind:
        yield _row(score, kind.value, kind)
    yield _row(score, "semua", *Kind)


def _row(score: Score, name: str, *kinds: Kind) -> str:
    counts = (sum(c[kind] for kind in kinds) for c in (score.right, score.missed, score.wrong))
    numbers = "".join(f"{count:7}" for count in counts)
    return f"{name:10}{numbers}{score.precision(*kinds):11.3f}{score.recall(*kinds):13.3f}"
