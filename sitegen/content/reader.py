"""Reads one file into one typed entry: text, fields, checks."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from pydantic import BaseModel

from sitegen.content import frontmatter
from sitegen.content.names import reserved_slug, slugify, split_dated
from sitegen.content.privacy.allow import Allowance, read_allowances
from sitegen.content.privacy.contacts import Contacts
from sitegen.content.privacy.guard import Fields, inspect
from sitegen.content.register import Kabupaten, Kim, Provinsi
from sitegen.content.source import Source, decode
from sitegen.content.types import TYPES, Tulisan
from sitegen.content.validate import left_examples, validate
from sitegen.content.yamltree import Span, Tree, parse
from sitegen.diagnostics import Diagnostic, diagnose, has_errors

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Entry:
    """One text: its fields, its Markdown, its address and where it came from."""

    jenis: str
    slug: str
    data: Tulisan
    body: str
    source: Source
    body_line: int
    tree: Tree

    @property
    def hari(self) -> date | None:
        """The day it is sorted by."""
        return self.data.hari

    @property
    def path(self) -> str:
        """Its address inside its site, ``berita/panen-raya/``."""
        return f"{self.jenis}/{self.slug}/"

    @property
    def folder(self) -> str:
        """The folder of its file, relative to the workspace."""
        return self.source.name.rpartition("/")[0]


def read_entry(
    name: str, data: bytes, declared: Contacts = frozenset()
) -> tuple[Entry | None, list[Diagnostic]]:
    """Read an entry from the bytes of its file.

    Args:
        name: the path relative to the workspace; its folder is the type.
        data: the whole file.
        declared: contacts of the registers above it, which it may repeat.

    Returns:
        The entry, or ``None`` when an error forbids it, with every finding.
    """
    folder, _, filename = name.rpartition("/")
    jenis = folder.rpartition("/")[2]
    model = TYPES[jenis]
    source, findings = decode(name, data)
    if source is None:
        return None, findings
    source, more = inspect(
        source, partial(_fields_of_entry, source), declared, aspirasi=jenis == "aspirasi"
    )
    findings += more
    parts, more = frontmatter.split(source)
    findings += more
    if parts is None:
        return None, findings
    named_day, rest = split_dated(filename.rpartition(".")[0])
    if named_day and model.tanggal_wajib and "tanggal" in model.model_fields:
        parts.tree.data.setdefault("tanggal", named_day.isoformat())
    slug = slugify(rest)
    if not slug or reserved_slug(slug):
        findings.append(diagnose("alamat-kosong", name, nama=filename))
    typed, more = validate(model, parts.tree, source, fence=Span(1, 1, 3))
    findings += more
    if typed is None or has_errors(findings):
        return None, findings
    if not typed.draf:
        findings += left_examples(parts.tree, source)
    if not _without_comments(parts.body).strip():
        findings.append(diagnose("tanpa-isi", name, parts.body_line - 1, 1, lines=source.lines))
    return Entry(jenis, slug, typed, parts.body, source, parts.body_line, parts.tree), findings


def _without_comments(text: str) -> str:
    """Give a text without HTML comments, in time that grows with its length alone."""
    shown, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        shown.append(text[at:start])
        at = end + 3
    return "".join([*shown, text[at:]])


def read_allowed(name: str, data: bytes) -> list[Allowance]:
    """Give what the ``izinkan_privasi`` of an entry or register lets stand, with the reasons."""
    if b"izinkan_privasi" not in data:
        return []
    source, _findings = decode(name, data)
    if source is None:
        return []
    read = _fields_of_entry if name.endswith(".md") else _fields_of_register
    return read_allowances(source, read(source).tree)


def _fields_of_entry(source: Source) -> Fields:
    parts, _findings = frontmatter.split(source)
    return Fields(parts.tree, parts.body_line) if parts else Fields(None, 0)


def _fields_of_register(source: Source) -> Fields:
    return Fields(parse(source.name, source.text, source.lines)[0], len(source.lines) + 1)


def _read_register(
    model: type[M],
    name: str,
    data: bytes,
    declared: Contacts = frozenset(),
    *,
    lenient: bool,
) -> tuple[M | None, list[Diagnostic]]:
    source, findings = decode(name, data)
    if source is None:
        return None, findings
    source, more = inspect(source, partial(_fields_of_register, source), declared)
    findings += more
    tree, more = parse(name, source.text, source.lines)
    findings += more
    if tree is None or has_errors(findings):
        return None, findings
    typed, more = validate(model, tree, source, fence=Span(1, 1), lenient=lenient)
    return typed, [*findings, *more, *left_examples(tree, source)]


def read_kim(
    name: str, data: bytes, declared: Contacts = frozenset()
) -> tuple[Kim | None, list[Diagnostic]]:
    """Read a ``kim.yml``; one fault refuses the whole, for a site must not show half a register."""
    kim, findings = _read_register(Kim, name, data, declared, lenient=False)
    if kim and kim.level in ("desa", "kelurahan", "dusun") and not kim.desa:
        findings.append(diagnose("desa-wajib", name, 1, 1, field="desa", level=kim.level))
        return None, findings
    return kim, findings


def read_kabupaten(name: str, data: bytes) -> tuple[Kabupaten | None, list[Diagnostic]]:
    """Read a ``kabupaten.yml``; a faulty field that may be absent is left out."""
    return _read_register(Kabupaten, name, data, lenient=True)


def read_provinsi(name: str, data: bytes) -> tuple[Provinsi | None, list[Diagnostic]]:
    """Read ``provinsi.yml``; a faulty field that may be absent is left out."""
    return _read_register(Provinsi, name, data, lenient=True)
