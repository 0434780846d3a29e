"""Writes the file that an officer begins with: every field with its hint, from its declaration."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sitegen.content.kinds import Kind
from sitegen.content.types import TYPES
from sitegen.content.validate import nested_model
from sitegen.content.yamltext import value
from sitegen.i18n import _

_WORDS = ("teks", "teks panjang")
_FIRST = ("judul", "nama", "tanggal", "draf")


def entry_template(jenis: str, given: Mapping[str, str]) -> str:
    """Give a new entry of a type, with the fields in ``given`` filled in.

    It is a draft until its writer says otherwise; fields that must be there hold examples.
    """
    model = TYPES[jenis]
    lines = [
        "---",
        _("# Baris yang diawali # adalah petunjuk; boleh dihapus."),
        _("# Hapus tanda # di depan nama kolom untuk memakainya."),
    ]
    lines += _fields(model, {"draf": "ya", **given}, indent="", active=True)
    lines += ["---", ""]
    lines += [f"<!-- {_(hint)} -->" for hint in model.petunjuk]
    return "\n".join(lines) + "\n\n"


def register_template(model: type[BaseModel], given: Mapping[str, str]) -> str:
    """Give a new register (``kim.yml`` and its kin), with the fields in ``given`` filled in."""
    lines = [_("# Hapus tanda # di depan nama kolom untuk memakainya.")]
    lines += _fields(model, given, indent="", active=True)
    return "\n".join(lines) + "\n"


def _fields(
    model: type[BaseModel], given: Mapping[str, str], *, indent: str, active: bool
) -> Iterator[str]:
    names = sorted(
        model.model_fields,
        key=lambda name: (
            name not in _FIRST,
            not model.model_fields[name].is_required() and name not in given,
        ),
    )
    for name in names:
        yield from _field(name, model.model_fields[name], given, indent, active)


def _field(
    name: str, field: FieldInfo, given: Mapping[str, str], indent: str, active: bool
) -> Iterator[str]:
    used = active and (name in given or field.is_required())
    mark = "" if used else "# "
    hint = _(field.description) if field.description else ""
    choices = next((k.choices for k in field.metadata if isinstance(k, Kind)), ())
    if choices:
        hint = f"{hint}: {', '.join(choices)}"
    group = nested_model(field.annotation)
    if active:
        yield f"{indent}# {hint}"
    if group is None:
        example = value(given.get(name, "") or _example(field, hint, used=used))
        yield f"{indent}{mark}{name}: {example}".rstrip()
        return
    yield f"{indent}{mark}{name}:"
    listed = str(field.annotation).startswith("tuple")
    inner = list(_fields(group, {}, indent="", active=False))
    for number, line in enumerate(inner):
        lead = ("  - " if number == 0 else "    ") if listed else "  "
        plain = line.removeprefix("# ")
        yield f"{indent}{mark}{lead}{plain}"


def _example(field: FieldInfo, hint: str, *, used: bool) -> str:
    """Give an example; words that would be published as they are stand in brackets instead."""
    if used and any(isinstance(k, Kind) and k.name in _WORDS for k in field.metadata):
        return f"({hint})"
    return str((field.examples or [""])[0])


def fields_of(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo, str]]:
    """Yield each field with its name and the name of its kind, for guides."""
    for name, field in model.model_fields.items():
        kind = next((k.name for k in field.metadata if isinstance(k, Kind)), "")
        yield name, field, kind or _("kelompok kolom")
