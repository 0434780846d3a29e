"""The register of all KIM of a level, narrowed down by activity or by area of work."""

from collections import Counter
from collections.abc import Sequence

from sitegen.content.names import slugify
from sitegen.province.level import Level
from sitegen.province.summaries import CLASSES, MANY_PER_PAGE
from sitegen.site.views import KartuKim, Tautan


def render_register(
    level: Level, template: str, places: Sequence[Tautan], *, filtered: bool
) -> None:
    """Render the list of all KIM and, where ``filtered``, one for each class of activity and level.

    ``places`` leads to the parts of the area that have lists of their own.
    """
    out = level.out
    title = out._("Daftar KIM")
    cards = level.network.kim_cards()
    filters = _filters(level, cards) if filtered else []
    context = {"kabupaten": tuple(places), "saringan": tuple(link for link, _, _ in filters)}

    def render(path: str, name: str, shown: Sequence[KartuKim], chosen: str = "") -> None:
        out.listing(
            path,
            template,
            name,
            shown,
            changed=lambda card: card.terakhir,
            trail=(Tautan(title, "kim/"),) if chosen else (),
            context={**context, "terpilih": chosen},
            per_page=MANY_PER_PAGE,
        )

    render("kim/", title, cards)
    for link, attribute, value in filters:
        shown = [card for card in cards if getattr(card, attribute) == value]
        render(link.path, f"{title}: {link.judul}", shown, link.judul)


def _filters(level: Level, cards: Sequence[KartuKim]) -> list[tuple[Tautan, str, str]]:
    """Give each narrower list: its link, and the field of a card with the value it must have."""
    out = level.out
    activity = Counter(card.kegiatan for card in cards)
    levels = Counter(card.level for card in cards)
    filters = [
        (Tautan(out._(word), f"kim/kegiatan/{name}/", activity[name], name), "kegiatan", name)
        for name, word in CLASSES.items()
        if activity[name]
    ]
    filters += [
        (Tautan(name, f"kim/tingkat/{slugify(name)}/", levels[name], name), "level", name)
        for name in sorted(levels)
    ]
    return filters
