"""What ``sitegen new`` writes can be read again; only its emptiness is remarked."""

import re

import pytest
from pydantic import BaseModel

from sitegen.content.reader import read_entry, read_kabupaten, read_kim, read_provinsi
from sitegen.content.register import Kabupaten, Kim, Provinsi
from sitegen.content.template import entry_template, register_template
from sitegen.content.types import TYPES
from sitegen.diagnostics import Diagnostic, Severity

TITLES = ["Panen raya", "Panen: 12 ton", 'Kata "kunci"', "#1 se-kabupaten", "'ya'", "no", "\\"]
KIM = {"nama": "KIM Handep", "kode": "62.03.09.2004", "kecamatan": "Timpah", "desa": "Handep"}


def complaints(findings: list[Diagnostic]) -> list[str]:
    """Give the codes of findings that ask for a change."""
    return [found.code for found in findings if found.severity is not Severity.SARAN]


def used(template: str) -> str:
    """Remove the sign before each field, as an officer does to use it."""
    return re.sub(r"^# ((?:  )*(?:- )?[a-z_]+:)", r"\1", template, flags=re.M)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("jenis", TYPES)
def test_an_entry(jenis: str, title: str) -> None:
    text = entry_template(jenis, {"judul": title})
    entry, findings = read_entry(f"content/a/kim-b/{jenis}/x.md", text.encode())
    assert complaints(findings) == ["tanpa-isi"]
    assert entry is not None
    assert entry.data.judul == title
    assert entry.data.draf


@pytest.mark.parametrize("jenis", TYPES)
def test_every_field_of_an_entry_can_be_used(jenis: str) -> None:
    text = used(entry_template(jenis, {"judul": "Panen raya"}))
    entry, findings = read_entry(f"content/a/kim-b/{jenis}/x.md", text.encode())
    assert complaints(findings) == ["tanpa-isi"]
    assert entry is not None
    assert {str(path[0]) for path in entry.tree.keys} == TYPES[jenis].model_fields.keys()


@pytest.mark.parametrize(
    ("model", "given", "read"),
    [
        (Kim, KIM, read_kim),
        (Kabupaten, {"nama": "Kabupaten Kapuas", "kode": "62.03"}, read_kabupaten),
        (Provinsi, {"nama": "Kalimantan Tengah", "kode": "62"}, read_provinsi),
    ],
    ids=["kim", "kabupaten", "provinsi"],
)
def test_a_register(model: type[BaseModel], given: dict[str, str], read: object) -> None:
    assert callable(read)
    for text in (register_template(model, given), used(register_template(model, given))):
        made, findings = read("x.yml", text.encode())
        assert complaints(findings) == []
        assert isinstance(made, model)
        assert made.model_dump().items() >= given.items()
