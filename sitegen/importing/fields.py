"""Fields by their path, ``sk.nomor``: their order in the declaration, and as groups."""

from collections.abc import Mapping

from sitegen.content.register import Kim
from sitegen.content.validate import nested_model
from sitegen.content.yamltree import Value
from sitegen.importing.kimfile import cell_text
from sitegen.importing.names import folded


def with_chairs(new: Value, old: Value) -> Value:
    """Keep the chairs of sections that a list names without them."""
    if not isinstance(new, list) or not isinstance(old, list):
        return new
    chairs = {folded(cell_text(o.get("nama"))): o.get("ketua") for o in old if isinstance(o, dict)}
    result: list[Value] = []
    for item in new:
        chair = chairs.get(folded(cell_text(item.get("nama")))) if isinstance(item, dict) else None
        kept = isinstance(item, dict) and chair and not item.get("ketua")
        result.append({**item, "ketua": chair} if kept and isinstance(item, dict) else item)
    return result


def in_order(wanted: Mapping[str, Value]) -> dict[str, Value]:
    """Sort paths as the declaration has them."""

    def place(path: str) -> list[int]:
        model, places = Kim, []
        for name in path.split("."):
            places.append(list(model.model_fields).index(name))
            model = nested_model(model.model_fields[name].annotation) or model  # type: ignore[assignment]
        return places

    return dict(sorted(wanted.items(), key=lambda item: place(item[0])))


def nested(wanted: Mapping[str, Value]) -> dict[str, Value]:
    """Give groups of fields instead of paths."""
    result: dict[str, Value] = {}
    for path, new in in_order(wanted).items():
        head, _dot, rest = path.partition(".")
        if rest:
            group = result.setdefault(head, {})
            assert isinstance(group, dict)
            group[rest] = new
        else:
            result[head] = new
    return result
