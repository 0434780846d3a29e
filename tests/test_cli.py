"""The commands: what they answer, where they work, and the status they end with."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from sitegen.cli.group import COMMANDS
from sitegen.serve import Preview
from tests.helpers import HANDEP, TELO, Province, run, sitegen, tree

PANEN = f"content/{HANDEP}/berita/2026-11-18-panen-raya.md"
DAY = ("--date", "24 November 2026")


def break_entry(province: Province) -> None:
    """Give an entry a day that does not exist."""
    province.replace(PANEN, "Rabu, 18 November 2026", "31-13-2026")


def test_a_build_says_what_it_did(province: Province) -> None:
    done = sitegen("build", *DAY, cwd=province.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "6 situs dibangun, 0 tidak berubah" in done.stdout
    assert str(province.output / "index.html") in done.stdout
    assert "sitegen serve" in done.stdout


def test_an_error_in_the_content_is_shown_in_its_line_and_ends_with_status_1(
    built: Province,
) -> None:
    break_entry(built)
    for word in ("build", "check"):
        done = run(word, *DAY, cwd=built.root)
        assert done.returncode == 1
        assert f'{PANEN}:3:10: galat [tanggal] "31-13-2026" bukan tanggal' in done.stdout
        assert "    3 | tanggal: 31-13-2026\n      |          ^^^^^^^^^^\n" in done.stdout


def _no_province(province: Province) -> None:
    province.remove("content/provinsi.yml")


def _output_is_a_file(province: Province) -> None:
    province.write("output", "")


def _memory_is_a_file(province: Province) -> None:
    province.remove(".sitegen")
    province.write(".sitegen", "")


def _as_it_is(_: Province) -> None:
    """Change nothing: the command is what is wrong."""


@pytest.mark.parametrize(
    ("prepare", "arguments", "said"),
    [
        (_no_province, ("build",), "Tidak ada content/provinsi.yml"),
        (_output_is_a_file, ("build",), "output tidak dapat dibuka atau ditulis"),
        (_memory_is_a_file, ("build",), ".sitegen tidak dapat dibuka atau ditulis"),
        (_as_it_is, ("build", "--date", "31-13-2026"), '"31-13-2026" bukan tanggal'),
        (_as_it_is, ("build", "--only", "kim-handpe"), 'Maksud Anda "kim-handep"?'),
        (_as_it_is, ("build", "--jobs", "0"), "--jobs"),
        (_as_it_is, ("build", "--output", "content/hasil"), "pilih folder hasil lain"),
        (_as_it_is, ("build", "--output", "."), "pilih folder hasil lain"),
        (_as_it_is, ("build", "--workspace", "tidak-ada"), "Tidak ada content/provinsi.yml"),
        (_as_it_is, ("check", "tidak-ada.md"), "tidak ada di content/"),
        (_as_it_is, ("why", "kim-tidak-ada"), "Tidak ada KIM bernama kim-tidak-ada"),
        (_as_it_is, ("why", "kapuass"), 'Maksud Anda "kapuas"?'),
        (_as_it_is, ("bangun",), "bangun"),
    ],
)
def test_a_command_that_cannot_run_says_why_and_ends_with_status_2(
    province: Province,
    prepare: Callable[[Province], None],
    arguments: tuple[str, ...],
    said: str,
) -> None:
    prepare(province)
    done = run(*arguments, cwd=province.root)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_time_that_is_none_is_refused(province: Province) -> None:
    done = run("build", cwd=province.root, SOURCE_DATE_EPOCH="besok")
    assert done.returncode == 2
    assert 'SOURCE_DATE_EPOCH berisi "besok"' in done.stderr


def test_a_second_build_at_the_same_time_is_refused(built: Province) -> None:
    with FileLock(built.root / ".sitegen" / "kunci"):
        done = run("build", cwd=built.root)
    assert done.returncode == 2
    assert "Pembangunan lain sedang berjalan" in done.stderr


def test_a_province_that_cannot_be_read_is_an_error_in_the_content(built: Province) -> None:
    built.replace("content/provinsi.yml", "kode:", "kod:")
    done = run("build", cwd=built.root)
    assert done.returncode == 1
    assert "content/provinsi.yml" in done.stdout
    record = json.loads(run("build", "--format", "json", cwd=built.root).stdout)
    assert {d["file"] for d in record["diagnostics"]} == {"content/provinsi.yml"}


def test_the_report_for_programs_has_every_promised_key(built: Province) -> None:
    break_entry(built)
    done = run("build", *DAY, "--format", "json", cwd=built.root)
    record = json.loads(done.stdout)
    assert record["built"][0] == {"site": HANDEP, "reasons": [f"berkas berubah: {PANEN}"]}
    assert record["built"][-1]["site"] == "/"
    assert record["unchanged"] == 3
    assert record["files_written"] > 0
    assert record["bytes_written"] > record["files_written"]
    assert record["files_deleted"] > 0
    assert record["pages"] > 75
    assert record["seconds"] > 0
    (error,) = [d for d in record["diagnostics"] if d["severity"] == "galat"]
    assert error == {
        "severity": "galat",
        "code": "tanggal",
        "file": PANEN,
        "line": 3,
        "column": 10,
        "field": "tanggal",
        "message": '"31-13-2026" bukan tanggal yang ada.',
        "hint": "Tulis tanggal seperti 2026-12-31 atau 31 Desember 2026.",
    }


@pytest.mark.parametrize("word", ["build", "check"])
def test_a_forge_is_told_the_place(built: Province, word: str) -> None:
    break_entry(built)
    done = run(word, *DAY, "--format", "github", cwd=built.root)
    assert done.returncode == 1
    assert f'::error file={PANEN},line=3,col=10,title=tanggal::"31-13-2026"' in done.stdout


def test_a_dry_run_tells_the_plan_and_writes_nothing(built: Province) -> None:
    built.replace(PANEN, "12 ton", "13 ton")
    before = tree(built.root)
    done = run("build", *DAY, "--dry-run", cwd=built.root)
    assert done.returncode == 0
    assert f"{HANDEP}\n  - berkas berubah: {PANEN}\n" in done.stdout
    assert "1 situs akan dibangun, 5 tidak berubah." in done.stdout
    assert tree(built.root) == before


def test_why_gives_the_reasons_for_one_site(built: Province) -> None:
    def why(site: str) -> str:
        done = run("why", site, cwd=built.root, SOURCE_DATE_EPOCH="1795455000")
        assert done.returncode == 0
        return done.stdout

    assert why(HANDEP) == f"{HANDEP} sudah mutakhir.\n"
    built.replace(PANEN, "12 ton", "13 ton")
    (built.output / "kapuas" / "index.html").unlink()
    built.remove(f"content/{TELO}")
    built.remove(".sitegen/state/situs/@.json")
    assert f"{HANDEP} akan dibangun, karena:\n  - berkas berubah: {PANEN}\n" in why("kim-handep")
    assert "  - berkas hasil hilang: index.html\n" in why("kapuas")
    assert why("Kab. Kapuas") == why("kapuas")
    assert why("/") == "/ akan dibangun, karena:\n  - belum pernah dibangun\n"
    assert why(TELO) == f"{TELO}: tidak ada lagi, berkasnya akan dihapus\n"


def test_commands_work_from_any_folder(built: Province, tmp_path: Path) -> None:
    before = built.tree()
    built.remove("output")
    run("build", *DAY, cwd=built.root / "content" / HANDEP / "berita")
    assert built.tree() == before
    elsewhere = tmp_path / "di tempat lain"
    elsewhere.mkdir()
    run("build", *DAY, "-w", "../provinsi", "--output", "hasil", cwd=elsewhere)
    assert tree(elsewhere / "hasil") == before


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS), ("new", "berita")])
def test_every_command_has_help(command: tuple[str, ...], tmp_path: Path) -> None:
    shown = run(*command, "--help", cwd=tmp_path)
    assert shown.returncode == 0
    assert "Pilihan:" in shown.stdout or "Options:" in shown.stdout
    assert len(shown.stdout.splitlines()) > 5


@pytest.mark.parametrize(
    ("variables", "arguments", "said"),
    [
        ({}, ("--help",), "Bahasa pesan"),
        ({"SITEGEN_LANG": "en"}, ("--help",), "Language of messages"),
        ({"SITEGEN_LANG": "en"}, ("--lang", "id", "build", "--help"), "Pilihan:"),
        ({}, ("--lang=en", "build", "--help"), "Options:"),
        ({"SITEGEN_LANG": "tidak-ada"}, ("build", "--help"), "Pilihan:"),
        ({"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}, ("build", "--help"), "Pilihan:"),
    ],
)
def test_the_language_is_chosen_and_never_taken_from_the_system(
    variables: dict[str, str], arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    done = sitegen(*arguments, cwd=tmp_path, **variables)
    assert done.returncode == 0
    assert said in done.stdout


def test_a_preview_outlives_a_disk_that_refuses(province: Province) -> None:
    preview = Preview(province.workspace, str(province.root / "pratinjau"))
    assert preview.rebuild() is not None
    province.remove(".sitegen")
    province.write(".sitegen", "")
    assert preview.rebuild() is None
    assert [found.code for found in preview.findings] == ["tidak-tertulis"]
    province.remove(".sitegen")
    assert preview.rebuild() is not None
