"""``sitegen build``: build what changed."""

import os
import sys
from dataclasses import replace
from datetime import date

import click

from sitegen.cli.cluster import BUCKET, cluster, local_output
from sitegen.cli.common import (
    FAILED,
    UNUSABLE,
    IndonesianDate,
    format_option,
    print_findings,
    print_json,
    print_lines,
    resolve_kim,
    stop,
    workspace_option,
)
from sitegen.engine.build import Progress, build
from sitegen.engine.report import Report
from sitegen.engine.survey import Options, ProvinceUnreadable
from sitegen.i18n import _
from sitegen.workspace import Workspace


@click.command(
    name="build",
    help=_(
        "Bangun situs semua KIM yang berubah, lalu halaman kabupaten dan provinsi.\n\n"
        "Satu tulisan yang salah hanya merugikan tulisan itu; sisanya tetap terbit. "
        "Selesai dengan status 0 bila semua baik, 1 bila ada galat pada isi, "
        "2 bila perintah tidak dapat berjalan."
    ),
)
@workspace_option
@click.option("--only", multiple=True, metavar="KIM", help=_("Hanya KIM ini; boleh diulang."))
@click.option(
    "--jobs",
    "-j",
    metavar="N",
    type=click.IntRange(1, 256),
    help=_("Jumlah pekerja; bawaannya jumlah prosesor."),
)
@click.option(
    "--date", "today", type=IndonesianDate(), help=_("Tanggal bangun; bawaannya hari ini.")
)
@click.option("--drafts", is_flag=True, help=_("Tampilkan juga draf dan yang belum waktunya."))
@click.option(
    "--precompress", is_flag=True, help=_("Simpan juga salinan .gz dan .br untuk peladen web.")
)
@click.option("--clean", is_flag=True, help=_("Bangun semuanya dari awal."))
@click.option("--dry-run", is_flag=True, help=_("Tunjukkan yang akan dibangun dan alasannya saja."))
@click.option("--output", metavar="DIR", help=_("Folder hasil; bawaannya output/ di folder kerja."))
@click.option(
    "--scheduler",
    metavar="ALAMAT",
    help=_("Bangun di banyak mesin, lewat penjadwal dask ini, misalnya tcp://10.0.0.5:8786."),
)
@click.option(
    "--content-from",
    metavar="REPO#COMMIT",
    help=_("Untuk pekerja tanpa folder bersama: mereka mengambil isi dari commit git ini."),
)
@format_option(
    _("Bentuk laporan: untuk orang, untuk program, atau untuk GitHub."), "json", "github"
)
def command(
    workspace: Workspace,
    only: tuple[str, ...],
    jobs: int | None,
    today: date | None,
    drafts: bool,
    precompress: bool,
    clean: bool,
    dry_run: bool,
    output: str | None,
    scheduler: str | None,
    content_from: str | None,
    format_: str,
) -> None:
    """Parse, build, print."""
    from filelock import Timeout

    far = bool(output and output.startswith(BUCKET))
    if output and far:
        apart = bool(scheduler and content_from)
        folder = local_output(workspace, output, apart=apart, drafts=drafts)
    else:
        folder = _own_folder(workspace, output) if output else workspace.output
    options = Options(
        output=folder,
        today=today,
        drafts=drafts,
        precompress=precompress,
        clean=clean,
        dry=dry_run,
        only=tuple(resolve_kim(workspace, name) for name in only),
        workers=jobs,
    )
    try:
        with (
            cluster(workspace, scheduler, content_from, output, dry=dry_run) as machines,
            _Display(enabled=format_ == "text" and sys.stderr.isatty()) as display,
        ):
            if machines:
                options = replace(options, workers=jobs or machines.at_once)
            make = machines.make_executor if machines else None
            report = build(workspace, options, display.progress, make)
            if machines:
                machines.clear(report, workspace)
    except ProvinceUnreadable as unreadable:
        if format_ == "json":
            print_json(Report(diagnostics=unreadable.findings).record())
        else:
            print_findings(unreadable.findings, format_)
        click.echo(_("provinsi.yml tidak dapat dibaca, jadi tidak ada yang dibangun."), err=True)
        sys.exit(FAILED)
    except Timeout:
        stop(_("Pembangunan lain sedang berjalan di folder kerja ini. Tunggu sampai selesai."))
    except KeyboardInterrupt:
        click.echo(_("Dihentikan. Jalankan lagi kapan saja; tidak ada yang rusak."), err=True)
        sys.exit(UNUSABLE)
    if far:
        report.output = output or ""
    _print(report, workspace, format_)
    sys.exit(FAILED if report.failed else 0)


def _own_folder(workspace: Workspace, named: str) -> str:
    """Give the folder that was named for the output, if it keeps apart from the inputs."""
    folder = os.path.realpath(named) + os.sep
    for place in (workspace.content, workspace.locate("themes"), workspace.cache):
        other = os.path.realpath(place) + os.sep
        if folder.startswith(other) or other.startswith(folder):
            stop(
                _("{folder} memuat {lain} atau ada di dalamnya; pilih folder hasil lain.").format(
                    folder=named, lain=place
                )
            )
    return os.path.abspath(named)


def _print(report: Report, workspace: Workspace, format_: str) -> None:
    if format_ == "json":
        print_json(report.record())
        return
    if format_ == "github":
        print_findings(report.diagnostics, format_)
        return
    print_lines(report.lines())
    front = os.path.join(report.output, "index.html")
    if not report.dry and os.path.exists(front):
        click.echo(_("Buka di peramban: {berkas}").format(berkas=front))
        here = os.path.abspath(os.getcwd()) == workspace.root
        where = "" if here else f" -w {workspace.root}"
        click.echo(_("Pratinjau sambil menulis: sitegen serve{tempat}").format(tempat=where))


class _Display:
    """A progress bar on a terminal, nothing elsewhere."""

    def __init__(self, *, enabled: bool) -> None:
        self.enabled = enabled
        self.progress = Progress()

    def __enter__(self) -> "_Display":
        if self.enabled:
            from rich.console import Console
            from rich.progress import Progress as Bar

            bar = Bar(console=Console(stderr=True), transient=True, auto_refresh=False)
            line = bar.add_task(_("Membangun"), total=0)
            self._bar = bar
            bar.start()

            def begin(total: int) -> None:
                bar.update(line, total=(bar.tasks[0].total or 0) + total, refresh=True)

            def done(site: str) -> None:
                bar.update(line, advance=1, description=site or "/", refresh=True)

            self.progress = Progress(begin, done)
        return self

    def __exit__(self, *_details: object) -> None:
        if self.enabled:
            self._bar.stop()
