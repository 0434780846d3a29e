"""What a build must know of each register before it plans: small, plain, and remembered.

Planning reads thousands of registers and changes none of them, so each is read once and its card
is kept by the digest of its file.
"""

import hashlib
import re
from posixpath import normpath
from urllib.parse import unquote

from sitegen.content.card import Card, Mark
from sitegen.content.privacy.contacts import declared_by
from sitegen.content.reader import Entry, read_entry, read_kabupaten, read_kim, read_provinsi
from sitegen.content.register import Kabupaten, Kim, Provinsi
from sitegen.diagnostics import Diagnostic

_BODY_PHOTO = re.compile(
    r"""!\[[^\]]*\]\(\s*(?:<([^>\n]+)>|([^)\s]+))|<img\s[^<>]*?src=["']([^"'<>]+)|^\[[^\]]+\]:\s*(\S+)""",
    re.MULTILINE,
)
"""A photo in a text: in Markdown, in HTML, or where a reference of Markdown leads."""


def read_card(name: str, data: bytes) -> tuple[Card | None, list[Diagnostic]]:
    """Read the card of a ``provinsi.yml``, ``kabupaten.yml``, ``kim.yml`` or siaran."""
    filename = name.rpartition("/")[2]
    if filename == "provinsi.yml":
        return _provinsi(name, data)
    if filename == "kabupaten.yml":
        return _kabupaten(name, data)
    if filename == "kim.yml":
        return _kim(name, data)
    entry, findings = read_entry(name, data)
    return (_siaran(entry, data) if entry else None), findings


def _digest(text: str | bytes) -> str:
    raw = text.encode() if isinstance(text, str) else text
    return hashlib.blake2b(raw, digest_size=16).hexdigest()


def _mark(data: bytes, key: str) -> Mark:
    """Find a field at the outer level of a YAML file."""
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), 1):
        if found := re.match(rf"\ufeff?{key}\s*:\s*(\S.*?)?\s*$", line):
            value = found[1] or ""
            return number, found.start(1) + 1 if value else 1, max(1, len(value)), line[:400]
    return 0, 0, 1, ""


def _contacts(register: Provinsi | Kabupaten | Kim) -> tuple[str, ...]:
    return tuple(sorted(declared_by(register)))


def _provinsi(name: str, data: bytes) -> tuple[Card | None, list[Diagnostic]]:
    provinsi, findings = read_provinsi(name, data)
    if provinsi is None:
        return None, findings
    card = Card(
        facts=_digest(provinsi.model_dump_json(exclude={"kabupaten", "penerbitan"})),
        texts={
            "nama": provinsi.nama,
            "kode": provinsi.kode,
            "url": provinsi.url,
            "zona": provinsi.zona_waktu,
            "tema": provinsi.tema,
            "alamat_kim": provinsi.alamat_kim,
        },
        lists={
            "kode_kabupaten": tuple(k.kode for k in provinsi.kabupaten),
            "nama_kabupaten": tuple(k.nama for k in provinsi.kabupaten),
            "kontak": _contacts(provinsi),
        },
        marks={"tema": _mark(data, "tema")},
    )
    return card, findings


def _kabupaten(name: str, data: bytes) -> tuple[Card | None, list[Diagnostic]]:
    kabupaten, findings = read_kabupaten(name, data)
    if kabupaten is None:
        return None, findings
    card = Card(
        facts=_digest(f"{kabupaten.nama}\0{kabupaten.kode}"),
        texts={"nama": kabupaten.nama, "kode": kabupaten.kode},
        lists={
            "kecamatan": tuple(k.nama for k in kabupaten.kecamatan),
            "kontak": _contacts(kabupaten),
        },
        marks={"kode": _mark(data, "kode")},
    )
    return card, findings


def _kim(name: str, data: bytes) -> tuple[Card | None, list[Diagnostic]]:
    kim, findings = read_kim(name, data)
    if kim is None:
        return None, findings
    card = Card(
        facts=_digest(data),
        texts={
            "nama": kim.nama,
            "kode": kim.kode,
            "level": kim.level,
            "kecamatan": kim.kecamatan,
            "desa": kim.desa or "",
            "tema": kim.tema or "",
            "situs": kim.situs or "",
        },
        lists={"bidang": kim.bidang_fokus, "kontak": _contacts(kim)},
        marks={key: _mark(data, key) for key in ("kode", "tema", "situs")},
    )
    return card, findings


def _siaran(entry: Entry, data: bytes) -> Card:
    fields = entry.data
    photos = [fields.foto, *(item.foto for item in fields.galeri)]
    photos += [unquote("".join(found)) for found in _BODY_PHOTO.findall(entry.body)]
    return Card(
        facts=_digest(data),
        texts={"judul": fields.judul},
        lists={
            "sasaran": getattr(fields, "sasaran", ()),
            "foto": tuple(normpath(f"{entry.folder}/{photo}") for photo in photos if photo),
        },
        marks={"sasaran": _mark(data, "sasaran")},
    )
