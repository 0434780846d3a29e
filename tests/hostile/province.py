"""A province whose every text was written by someone who wants to run script in its pages."""

import json
from pathlib import Path

from tests.helpers import HANDEP, Province, entry, photo, small_province

TRAP = "jebakan.invalid"
"""The host that attacks send something to."""

_LINES = (Path(__file__).parent / "vectors.txt").read_text(encoding="utf-8").splitlines()
VECTORS = tuple(
    line.replace("\\n", "\n")
    .replace("\\\\", "\0")
    .encode("latin-1", "backslashreplace")
    .decode("unicode_escape")
    .replace("\0", "\\")
    for line in _LINES
    if line and not line.startswith("##")
)
"""Attacks of every known class; ``\\n`` and ``\\x01`` in the file stand for characters."""

POLYGLOTS = tuple(v for v in VECTORS if v.startswith(('"><', "</script><script", "jaVasCript")))
NAMES = ('"><img src=x onerror=alert(1)>', "' onload=alert(1) '", "javascript:alert(1)", "<svg>")
"""Names of files, where the system allows them."""


def scalar(text: str) -> str:
    """Write a text so that YAML reads it whole; what it refuses there stands in the body only."""
    return json.dumps("".join(c for c in " ".join(text.split()) if c >= " "))


def attack_of(number: int, vector: str) -> str:
    """Give a berita that carries an attack in its text and in each field that pages show."""
    shown = ("judul", "ringkasan", "keterangan_foto", "alt_foto", "penulis", "tempat", "sumber")
    fields = {name: scalar(f"{vector} x") for name in shown}
    if number % 12 == 0:
        fields |= {"kategori": scalar(f"{vector} x"), "topik": scalar(f"{vector} x")}
    title = fields.pop("judul")
    return entry(title, f"{vector}\n\n- {vector}\n\n> {vector}", foto="panen.jpg", **fields)


def others(vector: str) -> dict[str, str]:
    """Give an entry of each other type with an attack wherever a text may stand."""
    v = scalar(f"{vector} x")
    day = {"tanggal": ""}
    place = f"{{nama: {v}, dusun: {v}}}"
    contact = f"{{nama: {v}, whatsapp: 0840-0000-0001}}"
    history = f"[{{tanggal: 2026-11-20, status: diteruskan, kepada: {v}, catatan: {v}}}]"
    answer = f"{{tanggal: 2026-11-21, oleh: {v}, isi: {v}}}"
    source = f"[{{nama: {v}, tautan: 'https://contoh.id/{vector[:1]}'}}]"
    given = {
        "potensi": {**day, "jenis": "wisata", "pembuat": v, "satuan": v, "kontak": contact,
                    "harga": "5000", "tempat": place},
        "agenda": {**day, "mulai": "2026-11-28", "tempat": v, "koordinator": v, "kontak": contact},
        "aspirasi": {"nomor": v, "jenis": "aspirasi", "tempat": place, "riwayat": history,
                     "jawaban": answer, "pengirim": f"{{nama: {v}, persetujuan: ya}}"},
        "pengumuman": {"untuk": v, "tempat": v, "kontak": contact, "alias": v},
        "klarifikasi": {"klaim": v, "putusan": "hoaks", "sumber": source},
        "halaman": {**day, "menu": "ya", "judul_menu": v},
    }  # fmt: skip
    return {jenis: entry(v, vector, **fields) for jenis, fields in given.items()}


def hostile_province(folder: Path) -> Province:
    """Give the province, with the theme that real sites use; not built."""
    province = small_province(folder)
    themes = Path(__file__).parents[2] / "themes"
    (province.root / "themes" / "dasar").symlink_to(themes / "dasar")
    register = province.read("content/provinsi.yml")
    hostile = scalar(POLYGLOTS[0])
    register = register.replace("tema: polos", "tema: dasar\nkartu_bagikan: tidak")
    province.write("content/provinsi.yml", register.replace("Isen mulang", hostile))
    kim = province.read(f"content/{HANDEP}/kim.yml").replace("Handep hapakat", hostile)
    kim = kim.replace("nama: KIM Handep", f"nama: {hostile}").replace("kecamatan: Timpah", (
        f"kecamatan: {hostile}\ntentang: {scalar(POLYGLOTS[1])}\nvisi: {hostile}\n"
        f"misi: [{hostile}]\npengurus: {{ketua: {hostile}, sekretaris: {scalar(POLYGLOTS[-1])}}}"
    ))  # fmt: skip
    province.write(f"content/{HANDEP}/kim.yml", kim)
    for number, vector in enumerate(VECTORS):
        province.write(f"content/{HANDEP}/berita/s{number}.md", attack_of(number, vector))
    for number, vector in enumerate(POLYGLOTS):
        for jenis, text in others(vector).items():
            province.write(f"content/{HANDEP}/{jenis}/p{number}.md", text)
        siaran = entry(scalar(vector), vector, foto="asap.jpg", alt_foto=scalar(vector))
        province.write(f"content/siaran/p{number}.md", siaran)
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
    )
    for name in ("gambar.svg", "gambar.jpg"):
        province.write(f"content/{HANDEP}/berita/{name}", svg)
        text = entry("Gambar", f"![x]({name})", foto=name, galeri=f"[{{foto: {name}}}]")
        province.write(f"content/{HANDEP}/berita/gambar-{name[-3:]}.md", text)
    for number, name in enumerate(NAMES):
        province.write(f"content/{HANDEP}/berita/{name}.jpg", photo(number))
        text = entry(f"Nama {number}", f"![x](<{name}.jpg>)", foto=scalar(f"{name}.jpg"))
        province.write(f"content/{HANDEP}/berita/{name}.md", text)
    return province
