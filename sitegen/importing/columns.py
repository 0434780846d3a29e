"""The columns of a register: what each is called, there and in the lists that offices keep.

The fields are those that a registration asks for (Permenkominfo 4/2024; the ministry's form).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel

from sitegen.content.kinds import Kind
from sitegen.content.register import Kim
from sitegen.content.validate import nested_model
from sitegen.i18n import N_
from sitegen.importing.vocabulary import ABOUT_A_PERSON, IGNORED_NAMES, fold


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    ``key`` is the field's path in ``kim.yml``; a key that begins with ``_`` helps to find or to
    make fields and stands in no file. ``names`` are what headings call it, in the words that
    :func:`fold` gives. A column without ``heading`` is understood but not given back.
    """

    key: str
    heading: str
    names: tuple[str, ...]
    help: str = ""


def _column(key: str, heading: str, names: str, about: str = "") -> Column:
    given = tuple(name.strip() for name in names.split("|") if name.strip())
    return Column(key, heading, (*((fold(heading),) if heading else ()), *given), about)


COLUMNS = (
    _column(
        "nama",
        "Nama KIM",
        "kim | nama | nama kelompok | nama kelompok kim | nama lembaga | nama komunitas | "
        "nama kim desa kelurahan | nama kim kelurahan desa | kelompok",
    ),
    _column(
        "nomor_induk",
        "Nomor induk",
        "nomor induk kim | nib | nib komunitas | id kim | nomor id kim | nomor registrasi | "
        "nomor register | nomor registrasi kim | nomor induk dari kementerian",
    ),
    _column(
        "level",
        "Level",
        "tingkat | tingkatan | level kim | tingkat kim | wilayah kerja | "
        "jenis wilayah | status wilayah",
    ),
    _column(
        "kode",
        "Kode wilayah",
        "kode | kode desa | kode kelurahan | kode desa kelurahan | kode kelurahan desa | "
        "kode kemendagri | kode wilayah desa | kode wilayah kemendagri | id desa",
    ),
    _column("_kode_kecamatan", "", "kode kecamatan"),
    _column(
        "_kabupaten",
        "Kabupaten/Kota",
        "kabupaten | kota | kota kabupaten | nama kabupaten | nama kabupaten kota | daerah | "
        "asal kabupaten | asal kabupaten kota | kabupaten atau kota",
        N_("Nama seperti di provinsi.yml, misalnya Kabupaten Kapuas"),
    ),
    _column("kecamatan", "Kecamatan", "nama kecamatan | kecamatan distrik | asal kecamatan"),
    _column(
        "desa",
        "Desa/Kelurahan",
        "desa | kelurahan desa | nama desa | nama desa kelurahan | nama kelurahan desa | "
        "desa atau kelurahan | asal desa | asal desa kelurahan | alamat desa | "
        "alamat desa kelurahan",
    ),
    _column("_kelurahan", "", "kelurahan | nama kelurahan"),
    _column("dusun", "Dusun", "nama dusun | dusun lingkungan | lingkungan"),
    _column(
        "sk.nomor",
        "Nomor SK",
        "sk | sk nomor | sk kim | nomor sk kim | nomor sk pembentukan | nomor sk pengukuhan | "
        "sk pembentukan | sk pengukuhan | nomor dan tanggal sk | nomor tanggal sk | "
        "sk nomor dan tanggal | dasar pembentukan | legalitas | nomor sk desa | sk kepala desa | "
        "sk nomor tanggal | nomor sk pembentukan kim",
    ),
    _column(
        "sk.tanggal",
        "Tanggal SK",
        "sk tanggal | tanggal sk kim | tanggal penetapan | tanggal sk pembentukan | "
        "tanggal ditetapkan | tanggal terbit sk",
    ),
    _column(
        "sk.penerbit",
        "Penerbit SK",
        "sk penerbit | penerbit | pejabat penerbit | pejabat penerbit sk | penandatangan sk | "
        "sk penandatangan | pejabat penandatangan | yang menerbitkan | sk diterbitkan oleh | "
        "diterbitkan oleh | pejabat yang menetapkan | sk pejabat penerbit",
    ),
    _column(
        "_masa_bakti",
        "",
        "masa bakti | masa jabatan | periode | periode sk | masa berlaku | masa berlaku sk | "
        "periode kepengurusan | masa bakti pengurus | masa bakti sk | sk masa bakti | "
        "sk masa berlaku | masa bakti kepengurusan | sk periode | masa kepengurusan",
    ),
    _column(
        "sk.mulai",
        "Masa bakti mulai",
        "mulai | awal masa bakti | masa bakti awal | mulai berlaku | tanggal mulai | "
        "berlaku mulai | masa jabatan mulai | masa bakti dari | mulai masa bakti | tmt | "
        "periode mulai | masa berlaku mulai | sk mulai | sk berlaku mulai",
    ),
    _column(
        "sk.akhir",
        "Masa bakti akhir",
        "akhir | akhir masa bakti | masa bakti berakhir | masa bakti selesai | berakhir | "
        "selesai | berlaku sampai | masa bakti sampai | tanggal berakhir | masa berlaku sampai | "
        "berlaku sampai dengan | masa bakti sampai dengan | masa jabatan akhir | periode akhir | "
        "masa jabatan berakhir | sk berakhir | sk akhir | sk berlaku sampai | sampai",
    ),
    _column(
        "surat_persetujuan",
        "Surat persetujuan",
        "surat izin | surat persetujuan desa kelurahan | surat izin atau persetujuan | "
        "surat rekomendasi | persetujuan",
    ),
    _column(
        "pengurus.ketua",
        "Ketua",
        "nama ketua | ketua kim | nama ketua kim | pengurus ketua | ketua nama | ketua kelompok | "
        "susunan pengurus ketua | kepengurusan ketua | nama pengurus ketua",
    ),
    _column(
        "pengurus.sekretaris",
        "Sekretaris",
        "nama sekretaris | sekretaris kim | pengurus sekretaris | sekretaris nama | "
        "susunan pengurus sekretaris | kepengurusan sekretaris | nama pengurus sekretaris",
    ),
    _column(
        "pengurus.bendahara",
        "Bendahara",
        "nama bendahara | bendahara kim | pengurus bendahara | bendahara nama | "
        "susunan pengurus bendahara | kepengurusan bendahara | nama pengurus bendahara",
    ),
    _column("pengurus.pembina", "Pembina", "nama pembina | pembina kim | pengurus pembina"),
    _column(
        "pengurus.bidang",
        "Bidang/Seksi",
        "bidang | seksi | bidang atau seksi | pengurus bidang | pengurus bidang seksi",
        N_("Satu per baris di dalam sel, misalnya Penyebaran informasi: nama ketuanya"),
    ),
    _column(
        "jumlah_anggota",
        "Jumlah anggota",
        "anggota jumlah | jumlah anggota kim | jumlah anggota orang | jumlah personil | "
        "jumlah anggota aktif | total anggota",
    ),
    _column("anggota", "Anggota", "nama anggota | daftar anggota | daftar nama anggota"),
    _column("bidang_fokus", "Bidang fokus", "fokus | bidang yang ditekuni | fokus kegiatan"),
    _column(
        "kelas",
        "Kelas",
        "klasifikasi | strata | status kim | status keaktifan | keaktifan | "
        "kelas kim | kategori | status | aktif tidak aktif",
    ),
    _column(
        "kontak.nama",
        "Sekretariat",
        "nama sekretariat | kontak sekretariat",
        N_("Nama sekretariat KIM"),
    ),
    _column(
        "kontak.alamat",
        "Alamat",
        "alamat sekretariat | alamat kim | alamat kantor | alamat lengkap | sekretariat alamat | "
        "alamat sekretariat kim | kontak alamat",
    ),
    _column(
        "kontak.whatsapp",
        "WhatsApp",
        "nomor whatsapp | nomor whatsapp kim | whatsapp kim | kontak whatsapp | hp | nomor hp | "
        "nomor hp whatsapp | nomor whatsapp hp | hp whatsapp | nomor hp kim | nomor kontak | "
        "kontak | kontak hp | kontak nomor hp | kontak kim | nomor telepon hp | nomor hp telepon | "
        "nomor telepon whatsapp | telepon hp | narahubung | contact person | kontak person | "
        "nomor kontak person | kontak nomor whatsapp | nomor hp aktif | nomor hp wa kim",
    ),
    _column(
        "kontak.telepon",
        "Telepon",
        "nomor telepon | telepon kantor | nomor telepon kim | kontak telepon | "
        "nomor telepon kantor | kontak nomor telepon",
    ),
    _column("kontak.surel", "Surel", "alamat surel | surel kim | kontak surel | e surel"),
    _column("kontak.jam_layanan", "Jam layanan", "jam pelayanan | jam buka"),
    *(
        _column(
            f"media_sosial.{name}",
            shown,
            f"media sosial {name} | akun {name} | media {name} | link {name} | alamat {name}",
        )
        for name, shown in (
            ("facebook", "Facebook"),
            ("instagram", "Instagram"),
            ("youtube", "YouTube"),
            ("tiktok", "TikTok"),
        )
    ),
    _column("media_sosial.x", "X", "twitter | x twitter | twitter x | media sosial x | akun x"),
    _column(
        "_media_sosial", "", "media sosial | media | akun media sosial | medsos kim | media sos"
    ),
    _column(
        "situs",
        "Situs",
        "situs kim | alamat situs | situs situs | alamat situs kim | link situs | "
        "situs alamat | situs web | alamat web | url | url situs",
    ),
    _column(
        "koordinat", "Koordinat", "letak | lokasi koordinat | koordinat lokasi | letak koordinat"
    ),
    _column("_lintang", "", "lintang | latitude | lat | koordinat lintang | koordinat latitude"),
    _column("_bujur", "", "bujur | longitude | long | lng | koordinat bujur | koordinat longitude"),
    _column(
        "_folder",
        "Folder",
        "folder kim | nama folder",
        N_("Nama folder KIM di content; jangan diubah"),
    ),
)
"""Every column, in the order in which a register is given back."""

BY_KEY = {column.key: column for column in COLUMNS}
EXPORTED = tuple(column for column in COLUMNS if column.heading)
_BY_NAME = {name: column.key for column in COLUMNS for name in column.names}

IGNORED, PERSONAL = "#", "!"
"""What :func:`meaning` says of a column that nothing is taken from, and of one about a person."""


_GROUPS = {
    "sk.nomor": "sk",
    "pengurus.ketua": "ketua",
    "pengurus.sekretaris": "sekretaris",
    "pengurus.bendahara": "bendahara",
    "_masa_bakti": "masa bakti",
    "_media_sosial": "media sosial",
}
"""What a heading that spans others is called in their names."""
_OF_THE_KIM = frozenset({"kim", "kelompok", "identitas", "data", "profil", "lembaga"})


@lru_cache(maxsize=4096)
def meaning(parent: str, own: str) -> str:
    """Give the key of a column by its heading and the heading that spans it, else nothing."""
    if not parent or not own:
        return _meaning(parent or own)
    group = _meaning(parent)
    for head in (parent, _GROUPS.get(group, "")):
        found = _meaning(f"{head} {own}") if head else ""
        if found not in ("", IGNORED):
            return found
    if fold(own) == "nama" and not _OF_THE_KIM & set(fold(parent).split()):
        return group if group in _GROUPS else ""
    return _meaning(own)


def _meaning(heading: str) -> str:
    for text in (heading, re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", heading)):
        folded = fold(text)
        if folded in _BY_NAME:
            return _BY_NAME[folded]
        if ABOUT_A_PERSON.search(folded):
            return PERSONAL
        if folded in IGNORED_NAMES:
            return IGNORED
    return ""


def about(column: Column) -> tuple[str, str]:
    """Give the sentence that says what a column takes, and an example."""
    if column.help:
        return column.help, ""
    *groups, name = column.key.split(".")
    model: type[BaseModel] = Kim
    for group in groups:
        model = nested_model(model.model_fields[group].annotation) or model
    field = model.model_fields[name]
    kind = next((mark for mark in field.metadata if isinstance(mark, Kind)), None)
    choices = ", ".join(kind.choices) if kind else ""
    return field.description or "", choices or str((field.examples or [""])[0])
