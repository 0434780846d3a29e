"""``sitegen new``: begin a file with its fields and hints; never overwrite one."""

import os
import re
from datetime import date

import click

from sitegen.cli.common import IndonesianDate, kim_sites, resolve_kim, stop, workspace_option
from sitegen.content.names import kabupaten_slug, slugify
from sitegen.content.reader import read_kabupaten, read_provinsi
from sitegen.content.register import Kabupaten, Kim, Provinsi
from sitegen.content.template import entry_template, register_template
from sitegen.content.types import TYPES
from sitegen.diagnostics import suggestion
from sitegen.engine.survey import build_date
from sitegen.i18n import _
from sitegen.workspace import PROVINCE_FILE, Workspace

_UNDATED = ("potensi", "halaman")


@click.group(
    name="new",
    help=_("Mulai tulisan atau KIM baru: berkas berisi kolom, petunjuk, dan contoh."),
)
def command() -> None:
    """Gather the kinds of file that can be begun."""


def _entry_command(jenis: str) -> click.Command:
    model = TYPES[jenis]

    @click.command(
        name=jenis,
        help=_("{jenis} baru. Berkas yang sudah ada tidak pernah ditimpa.").format(
            jenis=_(model.nama_jenis)
        ),
    )
    @click.argument("title", metavar="JUDUL")
    @workspace_option
    @click.option("--kim", metavar="KIM", help=_("KIM pemilik tulisan; bawaannya folder ini."))
    @click.option("--date", "day", type=IndonesianDate(), help=_("Tanggal; bawaannya hari ini."))
    def write(title: str, workspace: Workspace, kim: str | None, day: date | None) -> None:
        site = resolve_kim(workspace, kim) if kim else _kim_here(workspace)
        _write_entry(workspace, jenis, title, f"content/{site}", day)

    return write


def _siaran_command() -> click.Command:
    @click.command(
        name="siaran", help=_("Siaran baru dari provinsi, atau dari kabupaten dengan --kabupaten.")
    )
    @click.argument("title", metavar="JUDUL")
    @workspace_option
    @click.option("--kabupaten", metavar="FOLDER", help=_("Folder kabupaten pengirim."))
    @click.option("--date", "day", type=IndonesianDate(), help=_("Tanggal; bawaannya hari ini."))
    def write(title: str, workspace: Workspace, kabupaten: str | None, day: date | None) -> None:
        folder = "content"
        if kabupaten:
            folder = f"content/{kabupaten_slug(kabupaten)}"
            if not os.path.isdir(workspace.locate(folder)):
                stop(_("Tidak ada folder {folder}.").format(folder=folder))
        _write_entry(workspace, "siaran", title, folder, day)

    return write


for _jenis in TYPES:
    command.add_command(_siaran_command() if _jenis == "siaran" else _entry_command(_jenis))


@command.command(
    name="kim",
    help=_(
        "KIM baru di sebuah kabupaten.\n\n"
        "NAMA: nama KIM, atau kabupaten/folder-kim bila foldernya ingin ditentukan."
    ),
)
@click.argument("name", metavar="NAMA")
@workspace_option
@click.option("--kabupaten", metavar="FOLDER", help=_("Folder kabupaten, misalnya kapuas."))
def new_kim(name: str, workspace: Workspace, kabupaten: str | None) -> None:
    """Write ``kim.yml``, and ``kabupaten.yml`` where the kabupaten is new too."""
    title = name
    if "/" in name:
        kabupaten, _slash, folder = name.strip("/").partition("/")
        title = "KIM " + folder.removeprefix("kim-").replace("-", " ").title()
        slug = slugify(folder)
    else:
        slug = slugify(name)
        slug = slug if slug.startswith("kim") else f"kim-{slug}"
    if not kabupaten:
        stop(_("Sebut kabupatennya: --kabupaten kapuas"))
    if slug in ("", "kim-"):
        stop(_('Nama "{nama}" tidak dapat dijadikan nama folder.').format(nama=name))
    provinsi = _province(workspace)
    owner = kabupaten_slug(kabupaten)
    listed = next((k for k in provinsi.kabupaten if kabupaten_slug(k.nama) == owner), None)
    register = f"content/{owner}/kabupaten.yml"
    exists = os.path.exists(workspace.locate(register))
    if listed is None and provinsi.kabupaten and not exists:
        known = [kabupaten_slug(k.nama) for k in provinsi.kabupaten]
        near = suggestion(owner, known)
        hint = _(' Maksud Anda "{saran}"?').format(saran=near) if near else ""
        stop(_("Tidak ada kabupaten {nama} di provinsi.yml.").format(nama=kabupaten) + hint)
    code = _code_of(workspace, register) or (listed.kode if listed else f"{provinsi.kode}.01")
    if not exists:
        facts = {"nama": listed.nama if listed else kabupaten, "kode": code}
        _write(workspace, register, register_template(Kabupaten, facts))
        if listed is None:
            click.echo(_("Kode {kode} hanya contoh; perbaiki di berkas itu.").format(kode=code))
    # Codes of a kota begin at 71, and its villages are kelurahan (Permendagri 58/2021).
    town = code.split(".")[1] >= "71"
    given = {"nama": title, "kode": f"{code}.01.{1001 if town else 2001}"}
    given["level"] = "kelurahan" if town else "desa"
    given |= {"desa": _("(nama desa)"), "kecamatan": _("(nama kecamatan)")}
    _write(workspace, f"content/{owner}/{slug}/kim.yml", register_template(Kim, given))
    for jenis in ("berita", "potensi", "aspirasi", "agenda", "pengumuman"):
        os.makedirs(workspace.locate(f"content/{owner}/{slug}/{jenis}"), exist_ok=True)


def _code_of(workspace: Workspace, register: str) -> str:
    """Give the code in a ``kabupaten.yml``, or nothing where it cannot be read."""
    try:
        with open(workspace.locate(register), "rb") as handle:
            kabupaten, _findings = read_kabupaten(register, handle.read())
    except OSError:
        return ""
    return kabupaten.kode if kabupaten else ""


def _write_entry(
    workspace: Workspace, jenis: str, title: str, folder: str, day: date | None
) -> None:
    slug = slugify(title)
    if not slug:
        stop(
            _('Judul "{judul}" tidak memuat huruf yang dapat dijadikan alamat.').format(judul=title)
        )
    today = day or build_date(_province(workspace).zona_waktu, None)
    given = {"judul": title}
    if jenis == "agenda":
        given["mulai"] = f"{today.isoformat()} 08:00"
    elif jenis not in _UNDATED:
        given["tanggal"] = today.isoformat()
    if jenis == "aspirasi":
        given["nomor"] = _next_number(workspace, f"{folder}/{jenis}", today.year)
    stem = slug if jenis in _UNDATED else f"{today.isoformat()}-{slug}"
    name = f"{folder}/{jenis}/{stem}.md"
    _write(workspace, name, entry_template(jenis, given))
    click.echo(_("Isi berkas itu, lalu ubah draf: ya menjadi draf: tidak bila siap terbit."))


def _next_number(workspace: Workspace, folder: str, year: int) -> str:
    """Give the number after the highest that a KIM has used in a year."""
    highest = 0
    place = workspace.locate(folder)
    for name in os.listdir(place) if os.path.isdir(place) else ():
        if name.endswith(".md"):
            with open(os.path.join(place, name), encoding="utf-8", errors="replace") as handle:
                head = handle.read(4096)
            for found in re.findall(rf"^nomor:\s*[\"']?(\d+)/{year}\b", head, re.M):
                highest = max(highest, int(found))
    return f"{highest + 1:03}/{year}"


def _province(workspace: Workspace) -> Provinsi:
    name = f"content/{PROVINCE_FILE}"
    with open(workspace.locate(name), "rb") as handle:
        provinsi, _findings = read_provinsi(name, handle.read())
    if provinsi is None:
        stop(_("provinsi.yml tidak dapat dibaca; lihat sitegen check."))
    return provinsi


def _kim_here(workspace: Workspace) -> str:
    """Give the KIM in whose folder the command was called, or the only one there is."""
    here = os.path.relpath(os.getcwd(), workspace.content).replace(os.sep, "/")
    sites = kim_sites(workspace)
    for site in sites:
        if here == site or here.startswith(f"{site}/"):
            return site
    if len(sites) == 1:
        return sites[0]
    stop(
        _("Sebut KIM pemiliknya dengan --kim, misalnya --kim {contoh}.").format(
            contoh=sites[0] if sites else "kapuas/kim-handep"
        )
    )


def _write(workspace: Workspace, name: str, text: str) -> None:
    path = workspace.locate(name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as handle:
            handle.write(text)
    except FileExistsError:
        stop(_("{berkas} sudah ada, jadi tidak ditimpa. Pilih judul lain.").format(berkas=name))
    click.echo(_("Dibuat: {berkas}").format(berkas=path))
