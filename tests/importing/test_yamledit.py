"""A change of one field leaves every other byte of a ``kim.yml`` as an officer wrote it."""

import difflib

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.register import Kim
from sitegen.content.yamltree import Value, parse
from sitegen.importing.fields import nested
from sitegen.importing.yamledit import CannotEdit, edit

OFFICER = """\
# Diisi oleh Bu Ratna, jangan diubah tanpa bertanya
nama:   "KIM Handep"   # nama lama: KIM Maju

level: desa
kode: '62.03.09.2004'
desa: Handep
kecamatan: Timpah
catatan_sendiri: [a, b]   # tidak dikenal, dibiarkan
sk:
    nomor: 17 Tahun 2023
    # tanggalnya menyusul
    penerbit: >-
      Kepala Desa
      Handep

pengurus: {ketua: Budi, sekretaris: "Siti"}
anggota:
- Ani   # bendahara lama
- Budi

bidang_fokus: pertanian, UMKM
kontak:
  whatsapp:   # menunggu izin
tentang: |
  Kami bekerja di tepi sungai.

  Sejak 2019.
"""

CASES = {
    "a plain value": ("desa", "Handep Hulu", "desa: Handep", "desa: Handep Hulu"),
    "a value beside a remark": (
        "nama",
        "KIM Baru: Handep",
        '"KIM Handep"   # nama lama',
        '"KIM Baru: Handep"   # nama lama',
    ),
    "a folded block": (
        "sk.penerbit",
        "Lurah",
        "penerbit: >-\n      Kepala Desa\n      Handep\n",
        "penerbit: Lurah\n",
    ),
    "a field of a group on one line": ("pengurus.ketua", "Tuti", "ketua: Budi", "ketua: Tuti"),
    "a new field of a group on one line": (
        "pengurus.bendahara",
        "Tono",
        '"Siti"}',
        '"Siti", bendahara: Tono}',
    ),
    "a new field behind the one before it": (
        "sk.tanggal",
        "9 Juli 2024",
        "nomor: 17 Tahun 2023\n",
        "nomor: 17 Tahun 2023\n    tanggal: 9 Juli 2024\n",
    ),
    "a new field at the top": (
        "nomor_induk",
        "KIM-1",
        "nama lama: KIM Maju\n",
        "nama lama: KIM Maju\nnomor_induk: KIM-1\n",
    ),
    "a new group": (
        "media_sosial.x",
        "https://x.com/kim",
        "# menunggu izin\n",
        '# menunggu izin\nmedia_sosial:\n  x: "https://x.com/kim"\n',
    ),
    "a field that stands empty": (
        "kontak.whatsapp",
        "0840-0000-0001",
        "whatsapp:   #",
        "whatsapp: 0840-0000-0001   #",
    ),
    "an item of a list": ("anggota", ["Ani", "Tuti"], "- Budi\n", "- Tuti\n"),
    "a longer list": (
        "anggota",
        ["Ani", "Budi", "Tuti, S.Pd"],
        "- Budi\n",
        '- Budi\n- "Tuti, S.Pd"\n',
    ),
    "a shorter list": ("anggota", ["Ani"], "- Budi\n", ""),
    "a list on one line": ("bidang_fokus", ["literasi"], "pertanian, UMKM", "literasi"),
    "a list that needs quotes": (
        "bidang_fokus",
        ["padi, jagung", "UMKM"],
        "pertanian, UMKM",
        '["padi, jagung", UMKM]',
    ),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_changes_just_this(case: str, newline: str) -> None:
    path, new, old_text, new_text = CASES[case]
    before = OFFICER.replace("\n", newline)
    after = OFFICER.replace(old_text, new_text, 1).replace("\n", newline)
    assert edit(before, nested({path: new}), Kim) == after


def test_a_new_file_has_the_order_of_the_declaration() -> None:
    wanted: dict[str, Value] = {
        "kontak.surel": "kim@contoh.id",
        "pengurus.bidang": [{"nama": "Penyebaran", "ketua": "Ani"}, {"nama": "Pengumpulan"}],
        "sk.nomor": "17 Tahun 2023",
        "kode": "62.03.09.2004",
        "nama": "KIM Handep",
    }
    assert edit("", nested(wanted), Kim) == (
        'nama: KIM Handep\nkode: "62.03.09.2004"\nsk:\n  nomor: 17 Tahun 2023\n'
        "pengurus:\n  bidang:\n    - nama: Penyebaran\n      ketua: Ani\n    - nama: Pengumpulan\n"
        'kontak:\n  surel: "kim@contoh.id"\n'
    )


def test_the_last_line_may_end_without_a_break() -> None:
    assert edit("nama: KIM\nlevel: desa", {"desa": "X"}, Kim) == "nama: KIM\nlevel: desa\ndesa: X"


def test_what_cannot_be_changed_with_certainty_is_refused() -> None:
    for text in ("nama: [KIM\n", "nama: KIM\nsk: tidak ada\n- a\n", "sk: &a\n  nomor: 1\n"):
        with pytest.raises(CannotEdit):
            edit(text, nested({"sk.nomor": "2"}), Kim)


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp", "Zs"])
    | st.sampled_from(" :#'\"[]{},&*!|>%@`-?\\"),
    min_size=1,
    max_size=20,
).map(lambda text: " ".join(text.split()))
SAID = TEXT.filter(lambda text: text not in ("", "~", "\ufeff") and "\ufeff" not in text)
LISTS = st.lists(SAID.filter(lambda t: t.strip(" ,")), min_size=1, max_size=3)
FIELDS = st.dictionaries(
    st.sampled_from(["nama", "desa", "sk.nomor", "sk.penerbit", "pengurus.ketua", "kontak.alamat"]),
    SAID,
    min_size=1,
) | st.fixed_dictionaries({"anggota": LISTS})
STYLES = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, '"', "'", "|", ">"]),
        "default_flow_style": st.sampled_from([True, False, None]),
        "indent": st.sampled_from([2, 4]),
        "width": st.sampled_from([20, 80]),
        "allow_unicode": st.just(True),
    }
)


@given(old=FIELDS, new=FIELDS, style=STYLES)
def test_any_change_of_any_style(
    old: dict[str, Value], new: dict[str, Value], style: dict[str, str]
) -> None:
    """However a file is written, a change holds what was wanted and keeps the other lines."""
    before = "# catatan\n" + yaml.dump(nested(old), sort_keys=False, **style)  # type: ignore[call-overload]
    tree, _findings = parse("", before, tuple(before.split("\n")))
    if tree is None:
        return
    try:
        after = edit(before, nested(new), Kim)
    except CannotEdit:
        assert style["default_style"] in ("|", ">") or "{" in before or "[" in before
        return

    read, _findings = parse("", after, tuple(after.split("\n")))
    assert read is not None
    for path, value in new.items():
        group, _dot, name = path.rpartition(".")
        holder = read.data[group] if group else read.data
        assert isinstance(holder, dict)
        found = holder[name]
        if isinstance(value, list) and isinstance(found, str):
            found = [part.strip() for part in found.split(",")]
        assert found == value
    assert after.startswith("# catatan\n")


@given(texts=st.lists(SAID, min_size=3, max_size=3), comment=TEXT)
def test_lines_of_other_fields_stay(texts: list[str], comment: str) -> None:
    """A difference never reaches beyond the field that changes."""
    first, second, third = (yaml.dump(t, default_style='"', width=9999).strip() for t in texts)
    before = f"nama: {first}  # {comment}\ndesa: {second}\nkecamatan: {third} # {comment}\n"
    after = edit(before, {"desa": "Handep"}, Kim)
    changed = list(difflib.ndiff(before.split("\n"), after.split("\n")))
    assert [line for line in changed if line.startswith("+ ")] == ["+ desa: Handep"]
