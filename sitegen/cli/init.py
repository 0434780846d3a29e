"""``sitegen init``: a new workspace, with sample content or without."""

import os
import shutil

import click

from sitegen.automation.pipeline import PATHS
from sitegen.cli.common import stop
from sitegen.i18n import _
from sitegen.workspace import PROVINCE_FILE, Workspace, bundled


@click.command(
    name="init",
    help=_(
        "Buat folder kerja baru berisi contoh satu provinsi, siap dibangun.\n\n"
        "Berkas yang sudah ada tidak pernah ditimpa.\n\n"
        "Dengan --ci, juga di folder kerja yang sudah ada: tulis jalur otomatis yang memeriksa "
        "setiap perubahan, membangun, dan menerbitkan."
    ),
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False))
@click.option("--empty", is_flag=True, help=_("Tanpa isi contoh: hanya provinsi.yml untuk diisi."))
@click.option(
    "--ci",
    "forge",
    type=click.Choice(list(PATHS)),
    help=_("Tulis jalur otomatis untuk GitHub Actions atau GitLab CI."),
)
def command(folder: str, empty: bool, forge: str | None) -> None:
    """Make the folders and say what comes next."""
    root = os.path.abspath(folder)
    there = os.path.exists(os.path.join(root, "content"))
    if forge:
        _refuse_existing(os.path.join(root, PATHS[forge]))
    if not there or not forge:
        _begin(root, folder, empty=empty)
    if forge:
        _write_pipeline(root, forge)


def _begin(root: str, folder: str, *, empty: bool) -> None:
    """Make a workspace."""
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


def _refuse_existing(path: str) -> None:
    if os.path.lexists(path):
        stop(_("{berkas} sudah ada, jadi tidak ditimpa.").format(berkas=path))


def _write_pipeline(root: str, forge: str) -> None:
    """Write the pipeline for a forge, as the province's zone and targets ask for it."""
    from sitegen import __version__
    from sitegen.automation.pipeline import WRITERS, Pipeline
    from sitegen.cli.registers import read_province

    province = read_province(Workspace(root))
    targets = {target.jenis for target in province.penerbitan}
    pipeline = Pipeline(__version__, province.zona_waktu, git="git" in targets)
    path = os.path.join(root, *PATHS[forge].split("/"))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "x", encoding="utf-8", newline="\n") as handle:
        handle.write(WRITERS[forge](pipeline))
    click.echo(_("Jalur otomatis ditulis: {berkas}").format(berkas=path))
    if not targets:
        click.echo(_("Isi penerbitan: di provinsi.yml, supaya ada tempat untuk menerbitkan."))


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
