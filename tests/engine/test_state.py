"""What is remembered of a site: kept whole, written in one step, absent when it is broken."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sitegen.diagnostics import diagnose
from sitegen.engine.scan import StampCache
from sitegen.engine.state import SiteState, StateStore, write_atomically

SITE = "kapuas/kim-handep"
FULL = SiteState(
    inputs={"content/kapuas/kim-handep/kim.yml": "a1", "@draf": ""},
    outputs={"index.html": (12, 1_700_000_000_000_000_001, "ff" * 32)},
    valid_from=date(2026, 11, 24),
    valid_until=date(2026, 12, 1),
    finished=False,
    owned=["berita/panen/index.html", "index.html"],
    diagnostics=[diagnose("kolom-asing", "a.md", 3, 1, field="jdul", kolom="jdul", saran="judul")],
    scheduled=[date(2026, 12, 1)],
    pages=7,
)


@pytest.fixture
def store(tmp_path: Path) -> StateStore:
    """Give an empty store."""
    return StateStore(str(tmp_path / "state"))


@pytest.mark.parametrize("site", ["", "kapuas", SITE])
def test_a_state_comes_back_as_it_was(store: StateStore, site: str) -> None:
    for state in (FULL, replace(FULL, finished=True, owned=["nama-\udcff"])):
        store.save(site, state)
        assert store.load(site) == state
    assert list(store.sites()) == [site]


def test_files_beside_the_states_are_no_states(store: StateStore) -> None:
    assert list(store.sites()) == []
    store.save(SITE, FULL)
    for name in (".x.json", "x.txt", ".x.json.sitegen-tmp"):
        (Path(store.folder) / "situs" / name).write_bytes(b"{}")
    assert list(store.sites()) == [SITE]


def test_sites_keep_apart_and_are_forgotten_one_by_one(store: StateStore) -> None:
    for site in ("", "kapuas", SITE, "kapuas%2Fkim-handep", "@"):
        store.save(site, SiteState(pages=len(site)))
    store.forget(SITE)
    store.forget(SITE)
    assert sorted(store.sites()) == ["", "@", "kapuas", "kapuas%2Fkim-handep"]
    assert {site: store.load(site).pages for site in store.sites()} == {  # type: ignore[union-attr]
        "": 0,
        "@": 1,
        "kapuas": 6,
        "kapuas%2Fkim-handep": 19,
    }


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


@pytest.mark.parametrize(
    "damage",
    [
        _cut,
        lambda _: b"",
        lambda _: b"\xff\xfe\x00",
        lambda _: b"[]",
        lambda _: b"{}",
        lambda data: data.replace(b'"versi":2', b'"versi":1'),
        lambda data: data.replace(b"2026-12-01", b"kemarin"),
        lambda data: data.replace(
            b'"outputs":[["index.html"],[12', b'"outputs":[["index.html"],["?"'
        ),
        lambda data: data.replace(b'"diagnostics":[{', b'"diagnostics":[{"baru":1,'),
        lambda data: data.replace(b'"owned":', b'"dulu":'),
    ],
)
def test_a_state_that_cannot_be_read_is_absent_but_its_site_is_known(
    store: StateStore, damage: Callable[[bytes], bytes]
) -> None:
    store.save(SITE, FULL)
    (path,) = (Path(store.folder) / "situs").iterdir()
    path.write_bytes(damage(path.read_bytes()))
    assert store.load(SITE) is None
    assert list(store.sites()) == [SITE]


def test_stamps_come_back_and_broken_ones_are_forgotten(store: StateStore) -> None:
    cache = StampCache(fresh={"content/a.md": ((1, 2, 3, 4), "digest")})
    store.save_stamps(cache, looked_at=9)
    assert store.load_stamps() == StampCache({"content/a.md": ((1, 2, 3, 4), "digest")}, 9)
    path = Path(store.folder) / "berkas.json"
    for broken in (b"{", b'{"versi":2,"looked_at":1,"files":["a","x",""]}'):
        path.write_bytes(broken)
        assert store.load_stamps() == StampCache()


def test_another_record_comes_back_and_a_broken_one_is_empty(store: StateStore) -> None:
    assert store.load_record("kartu") == {}
    store.save_record("kartu", {"sitegen": "1", "kartu": {"é": [1]}})
    assert store.load_record("kartu") == {"versi": 2, "sitegen": "1", "kartu": {"é": [1]}}
    assert store.load_record("lain") == {}
    (Path(store.folder) / "kartu.json").write_bytes(b"{")
    assert store.load_record("kartu") == {}


def test_a_file_is_replaced_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "index.html"
    path.write_bytes(b"lama")
    seen: list[bytes] = []

    def replace(source: str, target: str) -> None:
        seen.append(path.read_bytes())
        os.rename(source, target)

    monkeypatch.setattr(os, "replace", replace)
    write_atomically(str(path), b"baru")
    assert (seen, path.read_bytes()) == ([b"lama"], b"baru")
    assert os.listdir(tmp_path) == ["index.html"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "index.html"
    path.write_bytes(b"lama")

    def refuse(source: str, target: str = "") -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="No space left") as refused:
        write_atomically(str(path), b"baru")
    assert (refused.value.errno, refused.value.filename) == (28, str(path))
    assert path.read_bytes() == b"lama"
    assert os.listdir(tmp_path) == ["index.html"]
    monkeypatch.setattr(os, "unlink", refuse)
    with pytest.raises(OSError, match="No space left") as refused:
        write_atomically(str(path), b"baru")
    assert refused.value.filename == str(path)
