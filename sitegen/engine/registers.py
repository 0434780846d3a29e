"""Reads the cards of all registers, each only when its file changed."""

from collections.abc import Mapping
from dataclasses import asdict

from sitegen.content.card import Card, card_from
from sitegen.content.layout import Layout, prefix
from sitegen.content.registry import Registry, aims, check
from sitegen.diagnostics import Diagnostic, diagnose
from sitegen.engine.state import StateStore, diagnostic_from
from sitegen.site.contract import Files

RECORD = "kartu"


class CardReader:
    """Gives cards by the name and digest of their files, from memory where it can."""

    def __init__(self, store: StateStore, files: Files, version: str) -> None:
        self._store, self._files, self._version = store, files, version
        record = store.load_record(RECORD)
        known = record.get("kartu") if record.get("sitegen") == version else None
        self._known: dict[str, dict[str, object]] = known if isinstance(known, dict) else {}
        self._used: dict[str, dict[str, object]] = {}

    def card(self, name: str, digest: str) -> tuple[Card | None, list[Diagnostic]]:
        """Give a file's card, and the findings about it."""
        known = self._known.get(name)
        if known is not None and known["digest"] == digest:
            self._used[name] = known
            return _revive(known)
        # Reading imports the schema, which costs more than a build with nothing to do.
        from sitegen.content.cards import read_card

        try:
            card, findings = read_card(name, self._files.read(name))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            return None, [diagnose("tidak-terbaca", name, sebab=reason)]
        self._used[name] = {
            "digest": digest,
            "card": asdict(card) if card else None,
            "findings": [asdict(finding) for finding in findings],
        }
        return card, findings

    def save(self) -> None:
        """Remember the cards that were used."""
        if self._used != self._known:
            self._store.save_record(RECORD, {"sitegen": self._version, "kartu": self._used})


def _revive(known: Mapping[str, object]) -> tuple[Card | None, list[Diagnostic]]:
    card, findings = known["card"], known["findings"]
    assert isinstance(findings, list)
    revived = card_from(card) if isinstance(card, dict) else None
    return revived, [diagnostic_from(finding) for finding in findings]


def read_registers(
    layout: Layout, digests: Mapping[str, str], cards: CardReader
) -> tuple[Registry | None, dict[str, list[str]], list[Diagnostic]]:
    """Read all registers and hold them against each other.

    Returns:
        The registry without KIM that cannot be built (``None`` when there is no province), for
        each KIM the siaran aimed at it, and findings that no site will report itself.
    """
    province_file = f"{prefix('')}provinsi.yml"
    if province_file not in digests:
        return None, {}, []
    province, findings = cards.card(province_file, digests[province_file])
    if province is None:
        return None, {}, findings
    registry = Registry(province)
    registry.kabupaten = _read_kabupaten(layout, digests, cards, findings)
    registry.kim = _read_kim(layout, digests, cards, findings)
    for folder in (layout.provinsi, *layout.kabupaten.values()):
        for name in folder.entries():
            # What is wrong with a siaran is reported by the site of its sender.
            found = cards.card(name, digests[name])[0] if "/siaran/" in name else None
            if found:
                registry.siaran[name] = found
    refused, more = check(registry)
    findings += more
    for site in refused:
        del registry.kim[site]
    aimed, more = aims(registry, sorted(registry.kim))
    return registry, aimed, findings + more


def _read_kabupaten(
    layout: Layout, digests: Mapping[str, str], cards: CardReader, findings: list[Diagnostic]
) -> dict[str, Card]:
    result = {}
    for site, folder in layout.kabupaten.items():
        name = f"{prefix(site)}kabupaten.yml"
        if not folder.holds("kabupaten.yml"):
            findings.append(diagnose("folder-tanpa-kabupaten", prefix(site)))
            continue
        card, about = cards.card(name, digests[name])
        findings += about
        if card:
            result[site] = card
    return result


def _read_kim(
    layout: Layout, digests: Mapping[str, str], cards: CardReader, findings: list[Diagnostic]
) -> dict[str, Card]:
    result = {}
    for site, folder in layout.kim.items():
        name = f"{prefix(site)}kim.yml"
        if not folder.holds("kim.yml"):
            findings.append(diagnose("folder-tanpa-kim", prefix(site), situs=site))
            continue
        card, about = cards.card(name, digests[name])
        if card:
            result[site] = card
        else:
            findings += about
    return result
