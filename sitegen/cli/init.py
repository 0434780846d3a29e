"""``sitegen init``: a new workspace, with sample content or without."""

import os
import shutil

import click

from sitegen.cli.common import stop
from sitegen.i18n import _
from sitegen.workspace import PROVINCE_FILE, bundled


@click.command(
    name="init",
    help=_(
        "Buat folder kerja baru berisi contoh satu provinsi, siap dibangun.\n\n"
        "Berkas yang sudah ada tidak pernah ditimpa."
    ),
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False))
@click.option("--empty", is_flag=True, help=_("Tanpa isi contoh: hanya provinsi.yml untuk diisi."))
def command(folder: str, empty: bool) -> None:
    """Make the folders and say what comes next."""
    root = os.path.abspath(folder)
    if os.path.exists(os.path.join(root, "content")):
        stop(_("{folder} sudah berisi content/, jadi tidak diubah.").format(folder=root))
    try:
        os.makedirs(os.path.join(root, "themes"), exist_ok=True)
        os.makedirs(os.path.join(root, "output"), exist_ok=True)
        if empty:
            _write_empty(root)
        else:
            shutil.copytree(
                bundled("content"),
                os.path.join(root, "content"),
                ignore=shutil.ignore_patterns(".*", "__pycache__"),
            )
        _write(root, ".gitignore", ".sitegen/\noutput/\n")
        _write(os.path.join(root, "themes"), _("BACA-AKU.txt"), _THEMES)
    except OSError as error:
        stop(
            _("{berkas} tidak dapat dibuat: {sebab}").format(
                berkas=error.filename or root, sebab=error.strerror
            )
        )
    click.echo(_("Folder kerja siap: {folder}").format(folder=root))
    click.echo(_("Langkah berikutnya:"))
    click.echo(f"  cd {folder}")
    if empty:
        click.echo(_("  Isi content/provinsi.yml dengan Notepad, lalu:"))
        click.echo('  sitegen new kim "KIM Contoh" --kabupaten kapuas')
    click.echo("  sitegen build")
    click.echo("  sitegen serve")


_THEMES = _(
    "Tema buatan sendiri diletakkan di sini, satu folder per tema.\n"
    "Tema dasar dan kahayan sudah ikut di dalam sitegen. Tema anak cukup berisi theme.yml\n"
    "(induk: dasar) dan berkas yang berbeda saja, di dalam templates/ dan static/.\n"
)


def _write_empty(root: str) -> None:
    """Write a province that can be built at once and shows what to fill in."""
    from sitegen.content.register import Provinsi
    from sitegen.content.template import register_template

    content = os.path.join(root, "content")
    os.makedirs(os.path.join(content, "siaran"))
    given = {
        "nama": _("Nama Provinsi"),
        "kode": "62",
        "url": "https://kim.contoh.id",
        "zona_waktu": "WIB",
    }
    _write(content, PROVINCE_FILE, register_template(Provinsi, given))


def _write(folder: str, name: str, text: str) -> None:
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        with open(path, "w", encoding="utf-8", newline="\n") as handle:
            handle.write(text)
