"""``sitegen publish`` and its companions: what goes online, what stays back, what is said."""

import json
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.helpers import HANDEP, TELO, Province, run

NOW = {"SOURCE_DATE_EPOCH": "1795564800"}  # 2026-11-25: also the day of every build here
PANEN = f"content/{HANDEP}/berita/2026-11-18-panen-raya.md"
ONLINE = "srv/terbit"


def say(province: Province, *arguments: str) -> str:
    """Run a command that must succeed, and give what it says."""
    done = run(*arguments, cwd=province.root, **NOW)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def publish(province: Province, *arguments: str, status: int = 0) -> dict[str, Any]:
    """Publish to the one target, and give its record."""
    done = run("publish", "--format", "json", *arguments, cwd=province.root, **NOW)
    assert done.returncode == status, done.stdout + done.stderr
    (record,) = json.loads(done.stdout)
    return dict(record)


def codes(record: dict[str, Any]) -> list[str]:
    """Give the codes of the findings of a publication."""
    return [finding["code"] for finding in record["diagnostics"]]


def sent(record: dict[str, Any]) -> dict[str, int]:
    """Give how many files went to each site."""
    return {site["site"]: site["sent"] for site in record["sites"]}


def name_target(province: Province, more: str = "") -> None:
    """Write a folder target into ``provinsi.yml``."""
    text = province.read("content/provinsi.yml")
    target = f"penerbitan:\n  - nama: peladen\n    jenis: folder\n    tempat: srv\n{more}"
    province.write("content/provinsi.yml", text + target)


@pytest.fixture
def ready(province: Province) -> Province:
    """Give a built province with a target to which nothing went yet."""
    name_target(province)
    say(province, "build")
    return province


def test_what_is_published_is_what_was_built(ready: Province) -> None:
    first = publish(ready)
    assert first["files_sent"] == len(ready.tree())
    for path, data in ready.tree().items():
        assert ready.path(f"{ONLINE}/{path}").read_bytes() == data
    again = publish(ready)
    assert (again["files_sent"], again["release"], again["unchanged"]) == (0, "", 6)


def test_one_edit_sends_only_its_sites_and_can_be_undone(ready: Province) -> None:
    publish(ready)
    ready.replace(PANEN, "judul: Warga", "judul: Panen besar")
    say(ready, "build")
    page = ready.path(f"{ONLINE}/{HANDEP}/berita/panen-raya/index.html")
    assert sent(publish(ready, "--dry-run")).keys() == {HANDEP, "kapuas", "/"}
    assert "Panen besar" not in page.read_text("utf-8")
    assert TELO not in sent(publish(ready))
    assert "Panen besar" in page.read_text("utf-8")
    assert "dibatalkan" in say(ready, "publish", "--rollback")
    assert "Panen besar" not in page.read_text("utf-8")
    held = publish(ready)
    assert (held["files_sent"], set(codes(held))) == (0, {"tahan-dibatalkan"})
    assert publish(ready, "--force")["files_sent"] > 0
    assert "Panen besar" in page.read_text("utf-8")


def test_the_releases_are_listed_and_any_of_them_comes_back(ready: Province) -> None:
    publish(ready)
    for title in ("Panen satu", "Panen dua"):
        ready.replace(PANEN, "judul: ", f"judul: {title} ")
        say(ready, "build")
        publish(ready)
    listed = json.loads(say(ready, "releases", "--format", "json"))
    assert [one["online"] for one in listed] == [True, False, False]
    say(ready, "publish", "--to", listed[-1]["release"])
    assert [one["online"] for one in json.loads(say(ready, "releases", "--format", "json"))] == [
        False,
        False,
        True,
    ]
    done = run("publish", "--to", "20200101T000000Z", cwd=ready.root, **NOW)
    assert done.returncode == 1
    assert "Tidak ada rilis 20200101T000000Z" in done.stdout


def _error_in_content(province: Province) -> None:
    province.replace(PANEN, "Rabu, 18 November 2026", "31-13-2026")
    run("build", cwd=province.root, **NOW)


def _built_with_drafts(province: Province) -> None:
    run("build", "--drafts", cwd=province.root, **NOW)


def _edited_by_hand(province: Province) -> None:
    province.write(f"output/{HANDEP}/index.html", "judi")


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_error_in_content, "tahan-galat"),
        (_built_with_drafts, "tahan-draf"),
        (_edited_by_hand, "tahan-berubah"),
    ],
)
def test_what_must_not_go_online_stays_back_and_the_rest_goes(
    ready: Province, spoil: Any, code: str
) -> None:
    publish(ready)
    before = ready.path(f"{ONLINE}/{HANDEP}/index.html").read_bytes()
    spoil(ready)
    record = publish(ready, status=1)
    assert code in codes(record)
    assert HANDEP not in sent(record)
    assert ready.path(f"{ONLINE}/{HANDEP}/index.html").read_bytes() == before


def test_content_that_is_newer_than_its_pages_is_pointed_out(ready: Province) -> None:
    ready.replace(PANEN, "judul: Warga", "judul: Panen besar")
    assert set(codes(publish(ready))) == {"terbit-usang"}


def test_what_others_put_online_stays_and_is_named(ready: Province) -> None:
    publish(ready)
    ready.write(f"{ONLINE}/slot-gacor.html", "judi")
    ready.write(f"{ONLINE}/{HANDEP}/index.html", "judi")
    done = run("verify", cwd=ready.root, **NOW)
    assert done.returncode == 1
    assert "slot-gacor.html" in done.stdout
    assert f"{HANDEP}/index.html" in done.stdout
    say(ready, "publish", "--adopt")
    assert ready.path(f"{ONLINE}/slot-gacor.html").exists()
    found = json.loads(run("verify", "--format", "json", cwd=ready.root, **NOW).stdout)
    assert (found[0]["changed"], found[0]["foreign"]) == ([], ["slot-gacor.html"])


def test_a_kim_is_taken_offline_only_when_its_name_is_typed_again(ready: Province) -> None:
    publish(ready)
    refused = run("unpublish", HANDEP, "--yes", TELO, cwd=ready.root, **NOW)
    assert refused.returncode == 2
    assert ready.path(f"{ONLINE}/{HANDEP}/index.html").exists()
    assert HANDEP in say(ready, "unpublish", HANDEP, "--yes", HANDEP)
    assert not ready.path(f"{ONLINE}/{HANDEP}").exists()
    assert ready.path(f"{ONLINE}/{TELO}/index.html").exists()
    assert ready.path(PANEN).exists()


def test_a_kim_that_left_the_content_stays_online_and_is_named(ready: Province) -> None:
    publish(ready)
    ready.move(f"content/{TELO}", "content/kapuas/kim-telo-baru")
    say(ready, "build")
    assert "terbit-tertinggal" in codes(publish(ready))
    assert ready.path(f"{ONLINE}/{TELO}/index.html").exists()
    assert ready.path(f"{ONLINE}/kapuas/kim-telo-baru/index.html").exists()
    say(ready, "unpublish", TELO, "--yes", TELO)
    assert not ready.path(f"{ONLINE}/{TELO}").exists()


def test_a_kim_with_its_own_domain_leaves_pages_that_lead_on(province: Province) -> None:
    name_target(province, f"    khusus:\n      - kim: {HANDEP}\n        tempat: srv-handep\n")
    register = f"content/{HANDEP}/kim.yml"
    province.write(register, province.read(register) + "situs: https://kimhandep.id\n")
    say(province, "build")
    say(province, "publish")
    own = province.path("srv-handep/terbit/berita/panen-raya/index.html")
    built = province.path(f"output/{HANDEP}/berita/panen-raya/index.html")
    assert own.read_bytes() == built.read_bytes()
    old = province.path(f"{ONLINE}/{HANDEP}/berita/panen-raya/index.html").read_text("utf-8")
    assert 'content="0; url=https://kimhandep.id/berita/panen-raya/"' in old
    photos = f"{HANDEP}/foto"
    kept = {path.name for path in province.path(f"{ONLINE}/{photos}").iterdir()}
    assert kept == {path.name for path in province.path(f"output/{photos}").iterdir()}


def test_a_kim_can_have_a_place_of_its_own_each(province: Province) -> None:
    name_target(province)
    province.replace("content/provinsi.yml", "tempat: srv", "tempat: srv/{kabupaten}-{kim}")
    say(province, "build")
    say(province, "publish", "--only", "kim-telo")
    assert province.path("srv/kapuas-kim-telo/terbit/index.html").exists()
    assert not province.path("srv/kapuas-kim-handep").exists()


def _foreign_place(province: Province) -> None:
    province.write("srv/index.html", "situs lama")


def _tampered_record(province: Province) -> None:
    publish(province)
    (record,) = province.path("srv/catatan").glob("2*.json")
    record.write_text(record.read_text("utf-8").replace('"versi": 1', '"versi": "x"'), "utf-8")


@pytest.mark.parametrize(
    ("spoil", "code"),
    [(_foreign_place, "terbit-bukan-milik"), (_tampered_record, "terbit-catatan-rusak")],
)
def test_a_target_that_cannot_be_trusted_is_not_touched_until_it_is_adopted(
    ready: Province, spoil: Any, code: str
) -> None:
    spoil(ready)
    assert codes(publish(ready, status=1)) == [code]
    adopted = publish(ready, "--adopt")
    assert adopted["files_sent"] == len(ready.tree())
    assert publish(ready)["files_sent"] == 0


def test_two_at_once_are_told_to_wait(ready: Province) -> None:
    publish(ready)
    with FileLock(ready.path("srv/catatan/kunci")):
        assert codes(publish(ready, status=1)) == ["terbit-terkunci"]
    with FileLock(ready.path(".sitegen/kunci")):
        done = run("publish", cwd=ready.root, **NOW)
    assert done.returncode == 2
    assert "Tunggu sampai selesai" in done.stderr


def test_nothing_named_or_misspelt_gets_an_answer(province: Province) -> None:
    done = run("publish", cwd=province.root, **NOW)
    assert done.returncode == 2
    assert "penerbitan:" in done.stdout
    name_target(province)
    done = run("publish", "peladn", cwd=province.root, **NOW)
    assert done.returncode == 2
    assert 'Maksud Anda "peladen"?' in done.stderr
    done = run("publish", cwd=province.root, **NOW)
    assert done.returncode == 1
    assert "belum dibangun" in done.stdout


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("jenis: rsync\n    tempat: /srv/kim\n", "bukan tujuan rsync"),
        ("jenis: s3\n    tempat: kim\n", "bukan tujuan penyimpanan objek"),
        ("jenis: git\n    tempat: https://a:rahasia@contoh.id/x.git\n", "memuat kata sandi"),
        ("jenis: ftp\n    tempat: contoh.id\n", "ftp"),
    ],
)
def test_a_target_written_wrongly_is_located(province: Province, item: str, said: str) -> None:
    text = province.read("content/provinsi.yml")
    province.write("content/provinsi.yml", f"{text}penerbitan:\n  - nama: x\n    {item}")
    done = run("publish", cwd=province.root, **NOW)
    assert done.returncode == 1
    assert said in done.stdout
    assert "content/provinsi.yml:" in done.stdout


def test_a_folder_without_permission_says_so(ready: Province, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder", "utf-8")
    ready.replace("content/provinsi.yml", "tempat: srv", f"tempat: {tmp_path}/berkas/srv")
    say(ready, "build")
    record = publish(ready, status=1)
    assert codes(record) == ["terbit-disk"]
