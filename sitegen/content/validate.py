"""Applies a declaration to a tree: every fault at once, each at its place."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from sitegen.content.source import Source
from sitegen.content.yamltree import Path, Span, Tree, Value
from sitegen.diagnostics import Diagnostic, diagnose, suggestion

M = TypeVar("M", bound=BaseModel)

_SHAPES = {
    "model_type": "harus-kelompok",
    "model_attributes_type": "harus-kelompok",
    "dict_type": "harus-kelompok",
    "tuple_type": "harus-daftar",
    "list_type": "harus-daftar",
    "string_type": "harus-teks",
}


def validate(
    model: type[M], tree: Tree, source: Source, *, fence: Span, lenient: bool = False
) -> tuple[M | None, list[Diagnostic]]:
    """Convert a tree to a model.

    Args:
        model: the declaration.
        tree: the fields as text.
        source: the file, for findings.
        fence: where a finding about a missing field points.
        lenient: leave faulty optional fields out instead of refusing the whole.

    Returns:
        The model, or ``None`` when a fault forbids it, with every finding.
    """
    data = tree.data
    findings: list[Diagnostic] = []
    while True:
        try:
            return model.model_validate(data), findings
        except ValidationError as error:
            details = error.errors(include_url=False)
        for detail in details:
            finding = _finding(model, detail, tree, source, fence)
            if finding not in findings:
                findings.append(finding)
        paths = [_removable(model, detail, lenient=lenient) for detail in details]
        reduced = _without(data, [_written(data, path) for path in paths if path])
        if None in paths or reduced == data:
            return None, findings
        data = reduced


def _removable(model: type[BaseModel], detail: ErrorDetails, *, lenient: bool) -> Path | None:
    """Give what may be left out so that the rest can stand, if anything may."""
    loc = detail["loc"]
    if detail["type"] == "extra_forbidden":
        return loc
    for end in range(len(loc), 0, -1) if lenient else ():
        field = _field_at(model, loc[:end])
        if isinstance(loc[end - 1], int) or (field and not field.is_required()):
            return loc[:end]
    return None


def _written(data: Value, loc: Path) -> Path:
    """Give a path as it was typed: the only item of a list may stand without a dash."""
    path: Path = ()
    for part in loc:
        if isinstance(part, int) and not isinstance(data, list):
            continue
        path = (*path, part)
        if isinstance(data, list) and isinstance(part, int):
            data = data[part] if part < len(data) else None
        else:
            data = data.get(str(part)) if isinstance(data, dict) else None
    return path


def _without(data: Mapping[str, Value], paths: list[Path]) -> dict[str, Value]:
    """Copy the data without what stands at some paths."""

    def copy(value: Value, here: Path) -> Value:
        if isinstance(value, dict):
            return {k: copy(v, (*here, k)) for k, v in value.items() if (*here, k) not in paths}
        if isinstance(value, list):
            items = [((*here, number), item) for number, item in enumerate(value)]
            return [copy(item, path) for path, item in items if path not in paths]
        return value

    return {k: copy(v, (k,)) for k, v in data.items() if (k,) not in paths}


def _finding(
    model: type[BaseModel], detail: ErrorDetails, tree: Tree, source: Source, fence: Span
) -> Diagnostic:
    kind, context = detail["type"], detail.get("ctx", {})
    loc = _written(tree.data, detail["loc"])
    field = _dotted(loc)
    params: dict[str, object] = {k: v for k, v in context.items() if k not in ("code", "_pilihan")}
    code, span = kind, tree.span(loc)
    if kind == "missing" or (detail["input"] is None and loc and kind in _SHAPES):
        code, span = "kolom-wajib", tree.keys.get(loc) or tree.span(loc[:-1]) or fence
        params["contoh"] = _example(model, loc)
    elif kind == "extra_forbidden":
        known = _known(model, loc[:-1])
        code, span = "kolom-asing", tree.keys.get(loc, fence)
        params["saran"] = suggestion(str(loc[-1]), known)
        params["daftar"] = ", ".join(known)
    elif kind == "pilihan":
        params["saran"] = suggestion(str(context["nilai"]), context["_pilihan"])
    elif kind in _SHAPES:
        code = _SHAPES[kind]
    elif "kolom" in context:
        span = tree.span((*loc, str(context["kolom"]))) or fence
        field = ".".join(part for part in (field, str(context["kolom"])) if part)
    if code in ("harus-daftar", "harus-kelompok"):
        params["contoh"] = _inner_example(model, loc, listed=code == "harus-daftar")
    params.setdefault("kolom", _name(loc))
    span = span or fence
    return diagnose(
        code,
        source.name,
        span.line,
        span.column,
        length=span.length,
        field=field,
        lines=() if code in _SECRET else source.lines,
        params=params,
    )


_SECRET = ("terbit-rahasia",)
"""Findings whose line must not be repeated where others read it."""


def _model_at(model: type[BaseModel], loc: Path) -> type[BaseModel] | None:
    """Follow a path of field names to the group of fields it leads to."""
    current: type[BaseModel] | None = model
    for part in loc:
        if current is None or isinstance(part, int):
            continue
        field = current.model_fields.get(part)
        current = nested_model(field.annotation) if field else None
    return current


def nested_model(annotation: object) -> type[BaseModel] | None:
    """Give the group of fields inside ``X``, ``X | None`` or ``tuple[X, ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if found := nested_model(argument):
            return found
    return None


def _known(model: type[BaseModel], loc: Path) -> list[str]:
    group = _model_at(model, loc)
    return list(group.model_fields) if group else []


def _field_at(model: type[BaseModel], loc: Path) -> FieldInfo | None:
    names = [part for part in loc if isinstance(part, str)]
    group = _model_at(model, tuple(names[:-1]))
    return group.model_fields.get(names[-1]) if group and names else None


def _example(model: type[BaseModel], loc: Path) -> str:
    """Give a line that fills a field: ``judul: Panen raya`` or ``tempat: {nama: Balai Desa}``."""
    field = _field_at(model, loc)
    inner = nested_model(field.annotation) if field else None
    if field and inner and not field.examples:
        return f"{loc[-1]}: {{{_first_line(inner)}}}"
    return f"{loc[-1]}: {_first_word(field)}"


def _inner_example(model: type[BaseModel], loc: Path, *, listed: bool) -> str:
    """Give a line that stands below a group of fields or a list."""
    field = _field_at(model, loc)
    inner = nested_model(field.annotation) if field else None
    line = _first_line(inner) if inner else _first_word(field).partition(",")[0]
    return f"- {line}" if listed else line


def _first_line(group: type[BaseModel]) -> str:
    name, field = next(iter(group.model_fields.items()))
    return f"{name}: {_first_word(field)}"


def _first_word(field: FieldInfo | None) -> str:
    return str(field.examples[0]) if field and field.examples else "…"


def _dotted(loc: Path) -> str:
    """Give a path as programs get it: ``galeri.2.foto``."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in loc)


def _name(loc: Path) -> str:
    """Give the name under which a reader finds a field; an item of a list is ``galeri.2``."""
    if len(loc) > 1 and isinstance(loc[-1], int):
        return f"{loc[-2]}.{loc[-1] + 1}"
    return str(loc[-1]) if loc else ""


def left_examples(tree: Tree, source: Source) -> list[Diagnostic]:
    """Report words that ``sitegen new`` wrote in brackets and nobody replaced."""
    found = []
    for path, span in tree.values.items():
        written = source.lines[span.line - 1][span.column - 1 :].strip(" \"'")
        if written.startswith("(") and written.endswith(")"):
            found.append(
                diagnose(
                    "masih-contoh",
                    source.name,
                    span.line,
                    span.column,
                    length=span.length,
                    field=_dotted(path),
                    lines=source.lines,
                    kolom=_name(path),
                    isi=written,
                )
            )
    return found
