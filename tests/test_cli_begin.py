"""The commands that begin something: a workspace, a KIM, an entry. They never overwrite."""

import json
import re
from pathlib import Path

import pytest

from sitegen.content.choices import JENIS_TULISAN
from tests.helpers import TELO, Province, run, tree


def test_an_empty_workspace_can_be_built_at_once(tmp_path: Path) -> None:
    root = tmp_path / "provinsi saya"
    done = run("init", "provinsi saya", "--empty", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "sitegen new kim" in done.stdout
    assert (root / "content" / "provinsi.yml").is_file()
    plan = run("build", "--dry-run", "--format", "json", cwd=root)
    record = json.loads(plan.stdout)
    assert plan.returncode == 0
    assert [d for d in record["diagnostics"] if d["severity"] != "saran"] == []
    assert [built["site"] for built in record["built"]] == ["/"]


def test_the_sample_province_is_copied_whole(tmp_path: Path) -> None:
    assert run("init", "contoh", cwd=tmp_path).returncode == 0
    kim = list((tmp_path / "contoh" / "content").glob("*/*/kim.yml"))
    assert len(kim) >= 12
    assert not list((tmp_path / "contoh").rglob(".git"))
    plan = json.loads(run("build", "--dry-run", "--format", "json", cwd=tmp_path / "contoh").stdout)
    built = {site["site"] for site in plan["built"]}
    assert {path.parent.relative_to(tmp_path / "contoh/content").as_posix() for path in kim} < built


@pytest.mark.parametrize("kind", [(), ("--empty",)])
def test_a_workspace_that_is_there_is_left_alone(province: Province, kind: tuple[str, ...]) -> None:
    before = tree(province.root)
    done = run("init", str(province.root), *kind, cwd=province.root.parent)
    assert done.returncode == 2
    assert "tidak diubah" in done.stderr
    assert tree(province.root) == before


@pytest.mark.parametrize("kind", JENIS_TULISAN)
def test_an_entry_that_was_begun_passes_the_check_when_it_is_filled_in(
    province: Province, kind: str
) -> None:
    owner = () if kind == "siaran" else ("--kim", "kim-telo")
    begin = ("new", kind, "Kabar: dari “Telo”", *owner, "--date", "20/11/2026")
    done = run(*begin, cwd=province.root)
    assert (done.returncode, done.stderr) == (0, "")
    (path,) = province.root.glob(f"content/**/{kind}/*kabar-dari-telo.md")
    begun = path.read_text(encoding="utf-8")

    again = run(*begin, cwd=province.root)
    assert again.returncode == 2
    assert "tidak ditimpa" in again.stderr
    assert path.read_text(encoding="utf-8") == begun

    assert "\ndraf: ya\n" in begun
    filled = re.sub(r'"\(.*\)"', '"Terisi"', begun.replace("\ndraf: ya\n", "\ndraf: tidak\n"))
    path.write_text(f"{filled}\nIsi tulisan.\n", encoding="utf-8")
    check = run("check", str(path), "--format", "json", cwd=province.root)
    found = json.loads(check.stdout)["diagnostics"]
    assert [d["message"] for d in found if d["severity"] != "saran"] == []
    assert check.returncode == 0


def test_an_entry_begins_in_the_kim_where_one_stands(province: Province) -> None:
    inside = province.root / "content" / TELO / "berita"
    done = run("new", "berita", "Kabar baru", "--date", "2026-11-20", cwd=inside)
    assert done.returncode == 0
    assert (inside / "2026-11-20-kabar-baru.md").is_file()
    nowhere = run("new", "berita", "Kabar baru", cwd=province.root)
    assert nowhere.returncode == 2
    assert "--kim" in nowhere.stderr


def test_an_aspirasi_gets_the_next_number_of_its_year(province: Province) -> None:
    begin = ("new", "aspirasi", "--kim", "kim-telo")
    run(*begin, "Jalan rusak", "--date", "2026-11-20", cwd=province.root)
    run(*begin, "Lampu padam", "--date", "2027-01-02", cwd=province.root)
    numbers = {
        re.search(r"^nomor: (.*)$", path.read_text(), re.M)[1]  # type: ignore[index]
        for path in (province.root / "content" / TELO / "aspirasi").iterdir()
    }
    assert numbers == {"001/2026", "002/2026", "001/2027"}


@pytest.mark.parametrize("name", ["KIM Tumbang", "gunung-mas/kim-tumbang"])
def test_a_kim_that_was_begun_can_be_built(province: Province, name: str) -> None:
    owner = () if "/" in name else ("--kabupaten", "Gunung Mas")
    done = run("new", "kim", name, *owner, cwd=province.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert (province.root / "content/gunung-mas/kabupaten.yml").is_file()
    again = run("new", "kim", name, *owner, cwd=province.root)
    assert again.returncode == 2
    build = run("build", "--only", "kim-tumbang", cwd=province.root)
    assert build.returncode == 0
    assert (province.output / "gunung-mas" / "kim-tumbang" / "index.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new", "berita", "!!!", "--kim", "kim-telo"), "tidak memuat huruf"),
        (("new", "berita", "Kabar", "--kim", "kim-tello"), 'Maksud Anda "kim-telo"?'),
        (("new", "kim", "KIM Baru"), "--kabupaten"),
        (("new", "kim", "KIM Baru", "--kabupaten", "Tidak Ada"), "provinsi.yml"),
        (("new", "siaran", "Kabar", "--kabupaten", "tidak-ada"), "tidak-ada"),
        (("init", "content/provinsi.yml"), "provinsi.yml"),
    ],
)
def test_what_cannot_be_begun_is_refused(
    province: Province, arguments: tuple[str, ...], said: str
) -> None:
    before = tree(province.root.parent)
    done = run(*arguments, cwd=province.root)
    assert done.returncode == 2
    assert said in done.stderr
    assert tree(province.root.parent) == before
