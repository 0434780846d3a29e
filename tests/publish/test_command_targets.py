"""``sitegen publish`` to targets whose files are not the built ones as they are."""

import io
import json
import zipfile

import pytest

from tests.helpers import HANDEP, Province, run
from tests.publish.objectrig import s3, served
from tests.publish.s3server import BUCKET, S3Server
from tests.publish.test_command import NOW, PANEN, publish, say, sent


def name_target(province: Province, kind: str, address: str, more: str = "") -> None:
    """Write a target into ``provinsi.yml``."""
    text = province.read("content/provinsi.yml")
    target = f"penerbitan:\n  - nama: sasaran\n    jenis: {kind}\n    tempat: {address}\n{more}"
    province.write("content/provinsi.yml", text + target)


def test_a_province_in_object_storage(
    province: Province, s3_server: S3Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = s3(s3_server, "situs", monkeypatch)
    address = f"s3://{BUCKET}/situs"
    name_target(province, "s3", address, f"    titik_akhir: {s3_server.endpoint}\n")
    say(province, "build", "--precompress")
    built = {p: d for p, d in province.tree().items() if not p.endswith((".gz", ".br"))}
    assert publish(province)["files_sent"] == len(built)
    assert served(store) == built
    assert publish(province)["files_sent"] == 0

    province.replace(PANEN, "judul: Warga", "judul: Panen besar")
    say(province, "build", "--precompress")
    assert sent(publish(province)).keys() == {HANDEP, "kapuas", "/"}
    say(province, "publish", "--rollback")
    assert served(store) == built

    store.put("slot-gacor.html", b"judi")
    done = run("verify", "--format", "json", cwd=province.root, **NOW)
    assert (done.returncode, json.loads(done.stdout)[0]["foreign"]) == (1, ["slot-gacor.html"])
    say(province, "unpublish", HANDEP, "--yes", HANDEP)
    assert not any(path.startswith(f"{HANDEP}/") for path in served(store))


def test_the_archives_of_a_province(province: Province) -> None:
    name_target(province, "zip", "arsip")
    say(province, "build")
    first = publish(province)
    assert (first["files_sent"], len(first["sites"])) == (3, 3)
    file = province.path(f"arsip/terbit/{HANDEP}/kim-handep.zip")
    good = file.read_bytes()
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        assert "kim-handep/berita/panen-raya/index.html" in archive.namelist()
    assert publish(province)["files_sent"] == 0

    province.replace(PANEN, "judul: Warga", "judul: Panen besar")
    say(province, "build")
    assert sent(publish(province)) == {HANDEP: 1}
    say(province, "publish", "--rollback")
    assert file.read_bytes() == good
    say(province, "verify")
