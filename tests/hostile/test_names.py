"""Whatever files and addresses are called, a build writes to ``output/`` and ``.sitegen/`` only."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers import HANDEP, Province, copied, entry, photo, tree

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = frozenset(
    ["rename", "remove", "mkdir", "rmdir", "link", "symlink", "truncate", "chmod", "utime"]
)
PARTS = st.sampled_from(
    ["..", ".", "x", "index.html", "manifest.json", "kim.json", "aux", "~", "C:", "%2e%2e", "a b"]
)
WAYS = st.lists(PARTS, min_size=1, max_size=5).map("/".join) | st.sampled_from(
    ["/etc/passwd", "../../../../x", "..\\..\\x", "//host/x", "file:///x", "\u202e/x", "x\n/../y"]
)
NAMES = st.text(
    st.characters(codec="utf-8", exclude_characters="/\0", exclude_categories=["Cs"]),
    min_size=1,
    max_size=40,
).filter(lambda name: name.strip(".") and len(name.encode()) < 200)

_watched: list[tuple[str, list[str]]] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if not _watched:
        return
    root, seen = _watched[-1]
    places: tuple[object, ...] = ()
    if event == "open":
        path, mode, flags = arguments
        if (isinstance(flags, int) and flags & WRITES) or (mode and set(str(mode)) & set("wax+")):
            places = (path,)
    elif event.startswith("os.") and event[3:] in CHANGES:
        places = arguments[:2]
    for place in places:
        if isinstance(place, str | bytes | os.PathLike):
            path = os.path.realpath(os.fsdecode(place))
            if not path.startswith((f"{root}/output", f"{root}/.sitegen")):
                seen.append(f"{event} {path}")


sys.addaudithook(_watch)


@contextmanager
def watched(root: Path) -> Iterator[list[str]]:
    """Give a list that is filled with whatever is changed outside of a workspace's own places."""
    seen: list[str] = []
    _watched.append((os.path.realpath(root), seen))
    try:
        yield seen
    finally:
        _watched.pop()


@settings(max_examples=10)
@given(name=NAMES, way=WAYS, other=WAYS)
def test_no_name_leads_out_of_the_output(
    original: Province, tmp_path_factory: object, name: str, way: str, other: str
) -> None:
    folder = Path(os.path.realpath(original.root)).parent / f"nama-{os.urandom(4).hex()}"
    province = copied(original, folder, built=False)
    quoted, second = json.dumps(way), json.dumps(other)
    fields = {"alias": f"[{quoted}, {second}]", "foto": quoted, "kategori": quoted}
    text = entry("Panen", f"![x](<{way}>)\n\n[x](<{other}>)", topik=second, **fields)
    try:
        province.write(f"content/{HANDEP}/berita/{name}.md", text)
        province.write(f"content/{HANDEP}/berita/{name}.jpg", photo(1))
    except OSError:
        return  # this system has no such name
    register = province.read(f"content/{HANDEP}/kim.yml")
    province.write(f"content/{HANDEP}/kim.yml", f"{register}logo: {quoted}\nfoto: {second}\n")
    before = tree(province.root / "content")
    with watched(province.root) as seen:
        province.build()
    assert seen == []
    assert tree(province.root / "content") == before
    assert not [path for path in province.output.rglob("*") if path.is_symlink()]
    province.remove(".")


def test_the_watch_sees(tmp_path: Path) -> None:
    with watched(tmp_path) as seen:
        (tmp_path / "content").mkdir()
        (tmp_path / "content" / "x").write_text("x")
        (tmp_path / "output").mkdir()
    assert [line.split()[0] for line in seen] == ["os.mkdir", "open"]
