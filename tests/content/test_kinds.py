"""The kinds of field: what each takes, what it makes of it, what it refuses."""

from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from sitegen.content.choices import JENIS_POTENSI
from sitegen.content.kinds import (
    Bahasa,
    BerkasFoto,
    Bilangan,
    DaftarTeks,
    Jalur,
    Kode,
    Koordinat,
    Surel,
    Tautan,
    Telepon,
    Titik,
    Warna,
    YaTidak,
    Zona,
    pilihan,
)

TAKEN: list[tuple[Any, str, object]] = [
    (Telepon, "0812 0000 1234", "6281200001234"),
    (Telepon, "0812-0000-1234", "6281200001234"),
    (Telepon, "+62 812–0000–1234", "6281200001234"),
    (Telepon, "+62 (0)812 0000 1234", "6281200001234"),
    (Telepon, "62812.0000.1234", "6281200001234"),
    (Telepon, "(0536) 000-1234", "625360001234"),
    (Telepon, "+60 3-0000 1234", "60300001234"),
    (Telepon, "1500-123", "1500123"),
    (Titik, "-1.763, 114.303", Koordinat(-1.763, 114.303)),
    (Titik, "-1.763 114.303", Koordinat(-1.763, 114.303)),
    (Titik, "−1.763; 114.303", Koordinat(-1.763, 114.303)),
    (Titik, "0,114", Koordinat(0, 114)),
    (Kode, "62", "62"),
    (Kode, "62.03.09.2004", "62.03.09.2004"),
    (BerkasFoto, "panen.jpg", "panen.jpg"),
    (BerkasFoto, "./foto//panen raya.jpg", "foto/panen raya.jpg"),
    (Jalur, "/berita/panen/", "berita/panen"),
    (Jalur, "2019/05/panen.html", "2019/05/panen.html"),
    (Tautan, "https://contoh.id/a?b=c#d", "https://contoh.id/a?b=c#d"),
    (Surel, "kim.handep@contoh.go.id", "kim.handep@contoh.go.id"),
    (Warna, "#1F6F4A", "#1f6f4a"),
    (Warna, "abc", "#aabbcc"),
    (YaTidak, "Ya", True),
    (YaTidak, "TIDAK", False),
    (YaTidak, "no", False),
    (Bilangan, "1.250", 1250),
    (Bahasa, "nij", "nij"),
    (Zona, "wita", "WITA"),
    (DaftarTeks, "padi, ladang,, ", ("padi", "ladang")),
]

REFUSED: list[tuple[Any, str, list[str]]] = [
    (Telepon, "telepon", ["812-0000-1234", "5360001", "0812", "0812 0000 1234 / 0813", "٠٨١٢٠٠٠٠"]),
    (Telepon, "telepon", ["wa.me/62812", "0" * 16, "+", "112"]),
    (Titik, "koordinat", ["114.303, -1.763", "1", "a, b", "nan, nan", "inf, 0", "-1,763, 114,303"]),
    (Kode, "kode", ["6203092004", "62.3", "62.03.09.4004", "62.03.09.204", "KAPUAS", "٦٢"]),
    (BerkasFoto, "jalur", ["../a.jpg", "a/../../b.jpg", "/a.jpg", "C:\\a.jpg", "C:a.jpg"]),
    (BerkasFoto, "jalur", ["a\\b.jpg", "https://contoh.id/a.jpg", ".", "./"]),
    (
        Jalur,
        "alamat-situs",
        ["../a", "/", "https://contoh.id/a", "a?b=c", "a/con", ".git/x", "a/b."],
    ),
    (Tautan, "tautan", ["contoh.id", "javascript:alert(1)", "https://", "https://a b", "http://["]),
    (Surel, "surel", ["kim", "kim@", "@contoh.id", "kim @contoh.id", "<kim@contoh.id>"]),
    (Warna, "warna", ["hijau", "#12345", "red;}", "url(x)"]),
    (YaTidak, "ya-tidak", ["mungkin", "1"]),
    (Bilangan, "bilangan", ["dua", "1,5", "-1", "9" * 400]),
    (Bahasa, "bahasa", ["Dayak Ngaju", "NIJ", '"']),
    (Zona, "zona", ["GMT+7", "Asia/Jakarta"]),
]


@pytest.mark.parametrize(("kind", "text", "value"), TAKEN, ids=[str(t[1])[:30] for t in TAKEN])
def test_taken(kind: Any, text: str, value: object) -> None:
    assert TypeAdapter(kind).validate_python(text) == value


@pytest.mark.parametrize(
    ("kind", "code", "text"),
    [(kind, code, text) for kind, code, texts in REFUSED for text in texts],
    ids=[f"{code}:{text[:25]}" for _, code, texts in REFUSED for text in texts],
)
def test_refused(kind: Any, code: str, text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(text)
    (detail,) = caught.value.errors()
    assert detail["type"] == code
    assert detail["ctx"]["nilai"] == text


@pytest.mark.parametrize("text", ["sumber daya", "Sumber Daya", "sumber-daya", "SUMBER_DAYA"])
def test_a_choice_is_recognised_however_it_is_written(text: str) -> None:
    adapter = TypeAdapter(Annotated[str, pilihan(JENIS_POTENSI)])
    assert adapter.validate_python(text) == "sumber daya"
