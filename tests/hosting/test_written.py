"""The settings themselves: what they must never let in, and that the servers take them."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.hosting import caddy, nginx
from sitegen.hosting.plan import Home, Hosting, HostUnusable, make_hosting
from sitegen.hosting.settings import Settings
from sitegen.hosting.trial import judge
from tests.helpers import HANDEP, Province, copied, run, tree
from tests.hosting.conftest import OWN, TWIN
from tests.hosting.servers import Server, free_port, program_of, serve, started

WRITERS = {"nginx": nginx.write, "caddy": caddy.write}
PLAIN = Hosting("kim.contoh.id", "/", ())
FULL = Hosting(
    "kim.contoh.id",
    "/",
    (
        Home("kapuas/kim-handep", "https://kimhandep.id/", "kimhandep.id"),
        Home("kapuas/kim-telo", "https://desa.contoh.id/kim/", ""),
        *(Home(f"kapuas/kim-{n}", f"https://kim-{n}.kim.contoh.id/", f"kim-{n}.kim.contoh.id")
          for n in range(300)),
    ),
)  # fmt: skip


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("folder", ['a b; } # "c"', "x\\y", "'", "{a}; root /etc", "é ü", "a$host"])
def test_a_path_is_a_path_or_refused(name: str, folder: str, tmp_path: Path) -> None:
    """A name that would mean more to a server is refused; every other is served as it is."""
    root, port = tmp_path / folder, free_port()
    root.mkdir(parents=True)
    (root / "index.html").write_text("benar")
    settings = Settings(str(root), http=f"127.0.0.1:{port}")
    program_of(name)
    if set(folder) & set({"nginx": "$", "caddy": "{}"}[name]):
        with pytest.raises(ValueError, match=r"x|a"):
            WRITERS[name](PLAIN, settings)
        return
    file = tmp_path / "kim.conf"
    file.write_text(WRITERS[name](PLAIN, settings))
    with started(name, file, tmp_path):
        assert Server(port).get("https://kim.contoh.id/").body == b"benar"


@pytest.mark.parametrize("quoted", [nginx.quoted, caddy.quoted])
def test_a_line_break_is_refused(quoted: Callable[[str], str]) -> None:
    with pytest.raises(ValueError, match="root"):
        quoted("/srv\nroot /")


@pytest.mark.parametrize(
    "url", ["https://kim;contoh.id/", "https://k_m/", "https://kim.id/a;b", "https://kim.id/a b"]
)
def test_an_address_that_no_server_can_answer_for_is_refused(url: str) -> None:
    with pytest.raises(HostUnusable):
        make_hosting(url, {})


def test_hosts_and_paths_are_told_apart() -> None:
    hosting = make_hosting(
        "https://Provinsi.id/kim", {"a/b": "https://b.id/", "a/c": "https://c.id/kim/"}
    )
    assert (hosting.host, hosting.base) == ("provinsi.id", "/kim/")
    assert hosting.names() == ("provinsi.id", "b.id")
    assert [home.site for home in hosting.moved] == ["a/b", "a/c"]


def test_nginx_takes_the_settings_for_https(tmp_path: Path) -> None:
    key, certificate = tmp_path / "kunci.pem", tmp_path / "sertifikat.pem"
    make = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    make += ["-nodes", "-subj", "/CN=kim.contoh.id", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(make, check=True, capture_output=True)
    settings = Settings("/srv/kim/terbit", certificate=str(certificate), key=str(key))
    text = nginx.write(FULL, settings)
    assert judge("nginx", program_of("nginx"), text) == ""
    assert text.count("Strict-Transport-Security") == len(FULL.names())
    assert "ssl_reject_handshake on;" in text


def test_one_certificate_serves_the_sub_domains() -> None:
    text = nginx.write(FULL, Settings("/srv/kim"))
    assert text.count('"/etc/letsencrypt/live/kim.contoh.id/fullchain.pem"') == 301
    assert text.count('"/etc/letsencrypt/live/kimhandep.id/fullchain.pem"') == 1


def test_caddy_takes_the_settings_for_https() -> None:
    text = caddy.write(FULL, Settings("/srv/kim/terbit"))
    assert judge("caddy", program_of("caddy"), text) == ""
    assert "Strict-Transport-Security" in text


@pytest.mark.parametrize("name", WRITERS)
def test_what_a_server_refuses_is_told(name: str) -> None:
    assert judge(name, program_of(name), "tidak_ada;\n{") != ""


@pytest.mark.parametrize("name", WRITERS)
def test_a_province_below_a_path_of_its_host(
    name: str, addressed: Province, tmp_path: Path
) -> None:
    province = copied(addressed, tmp_path / "provinsi", built=True)
    province.replace("content/provinsi.yml", "kim.contoh.id", "kalteng.contoh.id/kim")
    home = "https://kalteng.contoh.id/kim/"
    (photo, *_rest) = sorted((province.output / HANDEP / "foto").iterdir())
    with serve(name, province, tmp_path) as server:
        assert server.get(home).body == (province.output / "index.html").read_bytes()
        assert server.get(f"{home}kapuas").headers["Location"] == "/kim/kapuas/"
        missing = server.get(f"{home}{TWIN}/tidak-ada/")
        assert missing.status == 404
        assert missing.body == (province.output / TWIN / "404.html").read_bytes()
        assert server.get(f"{home}.sitegen").status == 404
        assert server.get("https://kalteng.contoh.id/").status == 404
        assert server.get(f"{home}{HANDEP}/profil/").headers["Location"] == f"{OWN}profil/"
        assert server.get(f"{home}{HANDEP}/foto/{photo.name}").body == photo.read_bytes()


def test_the_command_tells_what_it_cannot_use_beside_the_settings(addressed: Province) -> None:
    before = tree(addressed.root)
    done = run("server-config", "caddy", "--no-check", cwd=addressed.root)
    assert done.returncode == 0
    assert done.stderr.count("[subdomain-ganda]") == 2
    assert "kim-telo.kim.contoh.id {" in done.stdout
    assert "kim-sanggu" not in done.stdout
    assert tree(addressed.root) == before


@pytest.mark.parametrize("port", ["0", "70000", "semua", "kim.contoh.id:80"])
def test_a_port_that_is_none_is_refused(addressed: Province, port: str) -> None:
    done = run("server-config", "nginx", "--http", port, cwd=addressed.root)
    assert done.returncode == 2
    assert "127.0.0.1:8080" in done.stderr
