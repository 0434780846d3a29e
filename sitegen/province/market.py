"""The potensi of all KIM in one market, narrowed down by jenis or by kabupaten."""

from collections import Counter

from sitegen.content.choices import JENIS_POTENSI
from sitegen.content.names import slugify
from sitegen.province.level import Level
from sitegen.province.summaries import MANY_PER_PAGE
from sitegen.site.views import KartuEntri, Tautan


def render_market(level: Level) -> None:
    """Render the whole market and a list for each jenis and kabupaten that has something."""
    out, title = level.out, level.out._("Potensi")
    found = level.network.potensi()
    per_kind = Counter(kind for kind, _ in found)
    per_place = Counter(card.kabupaten for _, card in found)
    kinds = tuple(
        Tautan(out._(label), f"potensi/jenis/{slugify(kind)}/", per_kind[kind], kind)
        for kind, label in JENIS_POTENSI.items()
        if per_kind[kind]
    )
    places = tuple(
        Tautan(name, f"potensi/kabupaten/{slugify(name)}/", per_place[name], name)
        for name in sorted(per_place)
    )

    def render(link: Tautan, cards: list[KartuEntri]) -> None:
        chosen = link.judul if link.kode else ""
        out.listing(
            link.path,
            "provinsi/potensi.html",
            f"{title}: {chosen}" if chosen else title,
            cards,
            changed=lambda card: card.hari,
            trail=(Tautan(title, "potensi/"),) if chosen else (),
            per_page=MANY_PER_PAGE,
            context={"jenis": kinds, "kabupaten": places, "terpilih": chosen},
        )

    render(Tautan(title, "potensi/"), [card for _, card in found])
    for link in kinds:
        render(link, [card for kind, card in found if kind == link.kode])
    for link in places:
        render(link, [card for _, card in found if card.kabupaten == link.kode])
