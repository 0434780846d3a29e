"""The registers against each other: codes, names, and whom a siaran is aimed at. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sitegen.content.card import Card
from sitegen.content.names import kabupaten_slug
from sitegen.diagnostics import Diagnostic, diagnose, suggestion


@dataclass(slots=True)
class Registry:
    """All cards by site; ``siaran`` by the name of its file."""

    provinsi: Card
    kabupaten: dict[str, Card] = field(default_factory=dict)
    kim: dict[str, Card] = field(default_factory=dict)
    siaran: dict[str, Card] = field(default_factory=dict)

    def kabupaten_facts(self, site: str) -> tuple[str, str]:
        """Give the name and code of a kabupaten's folder, from its register or the province's."""
        if card := self.kabupaten.get(site):
            return card.texts["nama"], card.texts["kode"]
        return self.listed(site) or (site.replace("-", " ").title(), "")

    def contacts(self, site: str) -> frozenset[str]:
        """Give the contacts that the registers of a site and of those above it declare."""
        cards = (self.provinsi, self.kabupaten.get(site.partition("/")[0]), self.kim.get(site))
        return frozenset(c for card in cards if card for c in card.lists.get("kontak", ()))

    def listed(self, site: str) -> tuple[str, str] | None:
        """Give the name and code that the province lists for a kabupaten's folder."""
        names, codes = (self.provinsi.lists[key] for key in ("nama_kabupaten", "kode_kabupaten"))
        pairs = zip(names, codes, strict=True)
        return next((pair for pair in pairs if kabupaten_slug(pair[0]) == site), None)


def check(registry: Registry) -> tuple[set[str], list[Diagnostic]]:
    """Check codes and names.

    Returns:
        The KIM that cannot be built because their code contradicts their place, and findings.
        Where a kabupaten.yml contradicts the province's list, the list counts: one wrong code
        must not cost every KIM of a kabupaten.
    """
    findings: list[Diagnostic] = []
    refused: set[str] = set()
    province = registry.provinsi.texts["kode"]
    known = set(registry.provinsi.lists["kode_kabupaten"])
    codes: dict[str, str] = {}
    for site, card in sorted(registry.kabupaten.items()):
        code, file = card.texts["kode"], f"content/{site}/kabupaten.yml"
        listed = registry.listed(site)
        codes[site] = listed[1] if listed else code
        if not code.startswith(province):
            findings.append(
                _at(
                    card,
                    "kode",
                    "kode-provinsi",
                    file,
                    kode=code,
                    provinsi=registry.provinsi.texts["nama"],
                    kode_provinsi=province,
                )
            )
        elif listed and code != listed[1]:
            findings.append(
                _at(card, "kode", "kode-daftar", file, kode=code, nama=listed[0], daftar=listed[1])
            )
        elif known and code not in known:
            findings.append(_at(card, "kode", "kabupaten-asing", file, kode=code))
    seen: dict[tuple[str, str], str] = {}
    for site, card in sorted(registry.kim.items()):
        file = f"content/{site}/kim.yml"
        code, level = card.texts["kode"], card.texts["level"]
        owner = site.partition("/")[0]
        expected = codes.get(owner) or registry.kabupaten_facts(owner)[1] or province
        if code != expected and not code.startswith(f"{expected}."):
            refused.add(site)
            findings.append(
                _at(
                    card,
                    "kode",
                    "kode-kabupaten",
                    file,
                    kode=code,
                    kabupaten=registry.kabupaten_facts(owner)[0],
                    kode_kabupaten=expected,
                )
            )
        elif not _fits_level(code, level):
            findings.append(_at(card, "kode", "kode-level", file, kode=code, level=level))
        other = seen.setdefault((code, card.texts["nama"].casefold()), site)
        if other != site:
            findings.append(_at(card, "kode", "kim-ganda", file, lain=f"content/{other}"))
    return refused, findings


def _fits_level(code: str, level: str) -> bool:
    """Compare a code's parts with a level; a village code's fourth part tells desa or kelurahan.

    Permendagri 58/2021: 1 is a kelurahan, 2 a desa, 3 a desa adat.
    """
    parts = code.split(".")
    if level == "kabupaten":
        return len(parts) == 2
    if level == "kecamatan":
        return len(parts) == 3
    if len(parts) != 4:
        return False
    first = parts[3][0]
    return first == "1" if level == "kelurahan" else (first in "23" or level == "dusun")


def _at(card: Card, key: str, code: str, file: str, **params: object) -> Diagnostic:
    line, column, length, text = card.marks[key]
    lines = ("",) * (line - 1) + (text,) if line else ()
    return diagnose(code, file, line, column, length=length, field=key, lines=lines, params=params)


def aims(registry: Registry, sites: Iterable[str]) -> tuple[dict[str, list[str]], list[Diagnostic]]:
    """Find for each KIM the siaran that are aimed at it.

    Args:
        registry: all cards.
        sites: the KIM that are built.

    Returns:
        The names of siaran files by site, sorted, and findings about aims that hit nobody.
    """
    result: dict[str, list[str]] = {site: [] for site in sites}
    targets = {site: _names_of(registry, site) for site in result}
    findings = []
    for name, card in sorted(registry.siaran.items()):
        sender = name.removeprefix("content/").partition("/")[0]
        below = [s for s in result if sender == "siaran" or s.startswith(f"{sender}/")]
        words = card.lists["sasaran"]
        hit: set[str] = set() if words else set(below)
        for word in words:
            wanted = _fold(word)
            found = {site for site in below if _matches(wanted, targets[site])}
            if not found and not _known(registry, wanted):
                known = {n for site in below for n in targets[site]}
                guess = suggestion(wanted, known)
                findings.append(
                    _at(card, "sasaran", "sasaran-asing", name, nilai=word, saran=guess)
                )
            hit |= found
        for site in sorted(hit):
            result[site].append(name)
    return result, findings


def _names_of(registry: Registry, site: str) -> frozenset[str]:
    """Give every word under which a KIM can be aimed at."""
    card = registry.kim[site]
    kabupaten, _, slug = site.partition("/")
    words: list[str] = [
        site,
        slug,
        kabupaten,
        registry.kabupaten_facts(kabupaten)[0],
        card.texts["nama"],
        card.texts["kecamatan"],
        card.texts["desa"],
        card.texts["kode"],
        *card.lists["bidang"],
    ]
    return frozenset(_fold(word) for word in words if word)


def _matches(wanted: str, names: frozenset[str]) -> bool:
    return wanted in names or any(
        name.startswith(f"{wanted}.") for name in names if wanted[:1].isdigit()
    )


def _known(registry: Registry, wanted: str) -> bool:
    """Say whether a word names a real place, though no KIM is there yet."""
    places: Mapping[str, tuple[str, ...]] = registry.provinsi.lists
    known = {*places["nama_kabupaten"], *places["kode_kabupaten"]}
    for site, card in registry.kabupaten.items():
        known |= {site, card.texts["nama"], card.texts["kode"], *card.lists["kecamatan"]}
    return wanted in {_fold(word) for word in known}


def _fold(word: str) -> str:
    """Bring ``Kab. Kapuas``, ``KABUPATEN KAPUAS`` and ``kapuas`` to one form."""
    words = word.casefold().replace("-", " ").replace("_", " ").split()
    prefixes = ("kabupaten", "kab", "kota", "kecamatan", "kec", "desa", "kelurahan", "kel")
    if len(words) > 1 and words[0].rstrip(".") in prefixes:
        words = words[1:]
    return " ".join(words)
