"""The kinds of field that a declaration is built from.

Each kind is a type annotation: it converts the text that was typed, refuses it with a coded
finding, and says what it is called in guides. Scalars arrive as text (see
:mod:`sitegen.content.yamltree`), so nothing is converted twice.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated, Any, NoReturn
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError, PydanticUseDefault

from sitegen.content import dates
from sitegen.content.dates import Moment
from sitegen.content.names import refused_by_windows
from sitegen.i18n import N_


@dataclass(frozen=True, slots=True)
class Kind:
    """What a field takes, for guides and templates: its name and, for a choice, the words."""

    name: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Harga:
    """A price in whole rupiah, or a range of prices."""

    dari: int
    sampai: int


@dataclass(frozen=True, slots=True)
class Koordinat:
    """A position in degrees, WGS 84."""

    lintang: float
    bujur: float


def isian(bantuan: str, contoh: str = "", *, wajib: bool = False, bawaan: Any = None) -> Any:  # noqa: ANN401 - stands for the field's own type
    """Declare one field: what it is for, an example of its value, and whether it must be there."""
    examples = [contoh] if contoh else None
    if wajib:
        return Field(description=bantuan, examples=examples)
    return Field(default=bawaan, description=bantuan, examples=examples)


def daftar(bantuan: str, contoh: str = "") -> Any:  # noqa: ANN401 - stands for the field's own type
    """Declare a list that is empty unless written."""
    return isian(bantuan, contoh, bawaan=())


def refuse(code: str, **params: object) -> NoReturn:
    """Refuse a value with a message code of :mod:`sitegen.messages`."""
    raise PydanticCustomError(code, "{code}", {"code": code, **params})


def _as_text(value: object) -> object:
    if value is None:
        raise PydanticUseDefault
    if not isinstance(value, str):
        refuse("harus-teks")
    return value


def _converted(convert: Callable[[str], object], code: str) -> BeforeValidator:
    """Make a validator from a function that raises ``ValueError`` on what it cannot read."""

    def validate(value: object) -> object:
        if value is None:
            raise PydanticUseDefault
        if not isinstance(value, str):
            refuse("harus-teks") if isinstance(value, (dict, list)) else None
            return value
        try:
            return convert(value)
        except (ValueError, OverflowError):
            refuse(code, nilai=value)

    return BeforeValidator(validate)


def truth(text: str) -> bool:
    words = {
        "ya": True, "iya": True, "y": True, "yes": True, "true": True, "benar": True, "on": True,
        "tidak": False, "tdk": False, "no": False, "n": False, "false": False, "off": False,
        "bukan": False,
    }  # fmt: skip
    if text.casefold() not in words:
        raise ValueError(text)
    return words[text.casefold()]


def _price(text: str) -> Harga:
    text = re.sub(r",-+(?!\d)", "", text)
    unit = re.search(r"(ribu|rb|k|juta|jt)\s*$", text.casefold())
    parts = re.split(
        r"\s*(?:–|—|\bs[./]*d\b\.?|\bsampai\b|\bhingga\b|-(?!\s*$))\s*", text, maxsplit=1
    )
    amounts = [dates.parse_rupiah(part) for part in parts]
    if unit and amounts[0] < 1000:
        # "1 - 2 juta" names its unit once; "Rp 750.000 - Rp 2 juta" needs none for the first.
        amounts[0] = dates.parse_rupiah(f"{parts[0]} {unit[1]}")
    if amounts[0] > amounts[-1]:
        raise ValueError(text)
    return Harga(amounts[0], amounts[-1])


def _coordinates(text: str) -> Koordinat:
    parts = re.split(r"\s*[,;]\s+|\s*,\s*|\s+", text.strip().replace("−", "-"))
    latitude, longitude = (float(part) for part in parts)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(text)
    return Koordinat(latitude, longitude)


def _phone(text: str) -> str:
    """Give the international form without sign: ``0812 3456 789`` is ``628123456789``.

    A number that a spreadsheet robbed of its zero is refused: it would ring in another country.
    """
    digits = re.sub(r"[\s().–-]", "", text.replace("(0)", ""))
    if not re.fullmatch(r"(?:\+|62|0|1)[0-9]{5,14}", digits):
        raise ValueError(text)
    digits = digits.removeprefix("+")
    return "62" + digits[1:] if digits.startswith("0") else digits


def _url(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"\s", text):
        raise ValueError(text)
    return text


def _email(text: str) -> str:
    if not re.fullmatch(r"[^@\s<>\"']+@[^@\s<>\"']+\.[a-zA-Z]{2,}", text):
        raise ValueError(text)
    return text


def _colour(text: str) -> str:
    found = re.fullmatch(r"#?([0-9a-f]{6}|[0-9a-f]{3})", text.casefold())
    if not found:
        raise ValueError(text)
    digits = found[1] if len(found[1]) == 6 else "".join(c * 2 for c in found[1])
    return f"#{digits}"


def _code(text: str) -> str:
    """Check the form of a region code, ``PP.KK.CC.DDDD`` (Permendagri 58/2021)."""
    if not re.fullmatch(r"\d{2}(\.\d{2}(\.\d{2}(\.[123]\d{3})?)?)?", text, re.ASCII):
        raise ValueError(text)
    return text


def _path(text: str) -> str:
    """Check a path that stays below the folder of the file that names it."""
    parts = text.split("/")
    named = [part for part in parts if part not in ("", ".")]
    if "\\" in text or text.startswith("/") or ":" in parts[0] or ".." in parts or not named:
        raise ValueError(text)
    return "/".join(named)


def _site_path(text: str) -> str:
    """Check an address below the root of the site, with names that every system can store."""
    path = _path(text.lstrip("/"))
    if any(refused_by_windows(part) or part.startswith(".") for part in path.split("/")):
        raise ValueError(text)
    return path


def _language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", text):
        raise ValueError(text)
    return text


def _count(text: str) -> int:
    number = dates.parse_number(text)
    if number != int(number) or number < 0:
        raise ValueError(text)
    return int(number)


def _zone(text: str) -> str:
    if text.upper() not in dates.ZONES:
        raise ValueError(text)
    return text.upper()


Teks = Annotated[str, BeforeValidator(_as_text), Kind(N_("teks"))]
Paragraf = Annotated[str, BeforeValidator(_as_text), Kind(N_("teks panjang"))]
Tanggal = Annotated[date, _converted(dates.parse_date, "tanggal"), Kind(N_("tanggal"))]
Waktu = Annotated[Moment, _converted(dates.parse_moment, "waktu"), Kind(N_("tanggal dan jam"))]
YaTidak = Annotated[bool, _converted(truth, "ya-tidak"), Kind(N_("ya atau tidak"))]
Bilangan = Annotated[int, _converted(_count, "bilangan"), Kind(N_("bilangan"))]
HargaRupiah = Annotated[Harga, _converted(_price, "harga"), Kind(N_("harga atau kisaran harga"))]
Titik = Annotated[Koordinat, _converted(_coordinates, "koordinat"), Kind(N_("lintang, bujur"))]
Telepon = Annotated[str, _converted(_phone, "telepon"), Kind(N_("nomor telepon"))]
Tautan = Annotated[str, _converted(_url, "tautan"), Kind(N_("alamat web"))]
Surel = Annotated[str, _converted(_email, "surel"), Kind(N_("alamat surel"))]
Warna = Annotated[str, _converted(_colour, "warna"), Kind(N_("warna #rrggbb"))]
Kode = Annotated[str, _converted(_code, "kode"), Kind(N_("kode wilayah"))]
BerkasFoto = Annotated[str, _converted(_path, "jalur"), Kind(N_("nama berkas foto"))]
Jalur = Annotated[str, _converted(_site_path, "alamat-situs"), Kind(N_("alamat di situs ini"))]
Bahasa = Annotated[str, _converted(_language, "bahasa"), Kind(N_("kode bahasa"))]
Zona = Annotated[str, _converted(_zone, "zona"), Kind(N_("WIB, WITA, atau WIT"))]


def _choose(choices: Mapping[str, str], value: object) -> object:
    if value is None:
        raise PydanticUseDefault
    if not isinstance(value, str):
        refuse("harus-teks")
    folded = " ".join(value.casefold().replace("_", " ").replace("-", " ").split())
    if folded not in choices:
        refuse("pilihan", nilai=value, pilihan=", ".join(choices), _pilihan=tuple(choices))
    return folded


def pilihan(choices: Mapping[str, str]) -> Any:  # noqa: ANN401 - used inside Annotated
    """Make the validator of a closed choice; case, dashes and underscores do not matter."""
    return BeforeValidator(partial(_choose, choices))


def _as_list(value: object) -> object:
    if value is None:
        raise PydanticUseDefault
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if isinstance(value, dict):
        refuse("harus-daftar")
    return value


def _as_lines(value: object) -> object:
    if isinstance(value, str):
        return tuple(line.strip(" -•") for line in value.split("\n") if line.strip(" -•"))
    return _as_list(value)


DaftarBaris = Annotated[
    tuple[Teks, ...],
    BeforeValidator(_as_lines),
    Kind(N_("daftar, satu per baris")),
]
DaftarTeks = Annotated[
    tuple[Teks, ...],
    BeforeValidator(_as_list),
    Kind(N_("daftar, dipisah koma")),
]
DaftarJalur = Annotated[
    tuple[Jalur, ...], BeforeValidator(_as_list), Kind(N_("daftar alamat di situs ini"))
]
