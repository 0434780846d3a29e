"""What is run on a server: POSIX shell with GNU coreutils and findutils, ``flock`` and ``rsync``.

Every script names things relative to the target's folder. Paths of published files come through
the input, separated by zeros, and are never part of a script.
"""

import shlex
from collections.abc import Sequence

from sitegen.publish.layout import (
    CURRENT,
    HELD,
    HOLDER,
    LOCK,
    RECORDS,
    RELEASES,
    TREES,
    UNFINISHED,
    record_of,
)
from sitegen.publish.ssh.wire import BEGIN, END

BUSY, NOT_OURS, OVERTAKEN, NO_PROGRAM, CHANGED = 91, 92, 93, 94, 95
CODES = {
    BUSY: "terbit-terkunci",
    NOT_OURS: "terbit-bukan-milik",
    OVERTAKEN: "terbit-didahului",
    NO_PROGRAM: "terbit-tanpa-program",
    CHANGED: "terbit-berubah",
}
"""What the statuses of the scripts mean."""

_HEAD = "set -eu; export LC_ALL=C; CDPATH=; umask 022\n"
_FRAME = """frame() {
  if [ -f "$1" ]; then printf '%s %s\\n' "$(wc -c <"$1")" "$1"; cat "$1"; fi
}
"""
_PULSE = 15
"""Seconds between signs of life: without them a line that broke unnoticed would keep the lock."""
_PATIENCE = 3
"""Seconds to wait for the lock of a publisher that was killed a moment ago."""


def _quoted(path: str) -> str:
    return shlex.quote(path if path.startswith("/") else f"./{path}")


def _into(path: str) -> str:
    return f"cd {_quoted(path)}\n"


def open_place(path: str, holder: str, *, adopt: bool) -> str:
    """Make the folder, lock it, give the record of what is online, and keep the lock.

    It says the name of the release, then its record and what is held, and ends with its input.
    """
    return f"""{_HEAD}{_FRAME}
for program in flock rsync sha256sum; do
  command -v $program >/dev/null || {{ echo $program >&2; exit {NO_PROGRAM}; }}
done
mkdir -p {_quoted(path)}
{_into(path)}
[ -d {RECORDS} ] || [ -z "$(ls -A)" ] || {"true" if adopt else f"exit {NOT_OURS}"}
mkdir -p {RECORDS}; mkdir -p {TREES} {RELEASES}
exec 9>>{LOCK}
flock -w {_PATIENCE} 9 || {{ cat {HOLDER} >&2; exit {BUSY}; }}
printf %s {shlex.quote(holder)} >{HOLDER}
[ -L {CURRENT} ] || [ ! -e {CURRENT} ] || exit {NOT_OURS}
name=
if [ -d {CURRENT}/ ]; then name=$(readlink {CURRENT}); name=${{name##*/}}; fi
printf '{BEGIN.decode()} %s\\n' "$name"
frame "{RECORDS}/$name.json"
frame {HELD}
echo {END.decode()}
{{ exec 9>&-; while sleep {_PULSE} >/dev/null 2>&1; do echo; done; }} &
cat >/dev/null
kill $!
"""


def _mine(path: str, holder: str) -> str:
    """Begin a script that changes something: not after the lock was lost to someone else."""
    guard = f'[ "$(cat {HOLDER})" = {shlex.quote(holder)} ] || exit {OVERTAKEN}\n'
    return _HEAD + _into(path) + guard


def read_each(path: str) -> str:
    """Give the files below the target's folder that the lines of the input name."""
    return f"""{_HEAD}{_FRAME}{_into(path)}
echo {BEGIN.decode()}
while read -r file; do frame "$file"; done
echo {END.decode()}
"""


def read_releases(path: str) -> str:
    """Give the records of the releases whose folder stands."""
    return f"""{_HEAD}{_FRAME}{_into(path)}
echo {BEGIN.decode()}
for file in {RECORDS}/*.json; do
  name=${{file##*/}}
  if [ -d "{RELEASES}/${{name%.json}}" ]; then frame "$file"; fi
done
echo {END.decode()}
"""


def prepare(path: str, holder: str, stage: str) -> str:
    """Remove what a killed publication left, and link what is online into a new folder.

    It gives, each with a zero behind it, ``r`` and the name of each release, and ``l`` and the
    path of each link among what is online. Where a file cannot be linked, as one of another user
    (``fs.protected_hardlinks``), rsync copies it.
    """
    return f"""{_mine(path, holder)}
rm -rf {RELEASES}/*{UNFINISHED} {RECORDS}/*{UNFINISHED}
for file in {RECORDS}/*.json; do
  name=${{file##*/}}
  [ -d "{RELEASES}/${{name%.json}}" ] || rm -f "$file"
done
mkdir {stage}
if [ -d {CURRENT}/ ]; then
  cp -al {CURRENT}/. {stage} 2>/dev/null || {{
    rm -rf {stage}; mkdir {stage}
    rsync -rlpt --link-dest="$(pwd)/{CURRENT}/" {CURRENT}/ {stage}/
  }}
fi
chmod 755 {stage}
find {RECORDS} -maxdepth 1 -name '*.json' -printf 'r%f\\0'
find {stage} -type l -printf 'l%P\\0'
"""


def delete(path: str, holder: str, stage: str) -> str:
    """Delete the files that the input names, and the folders they leave empty."""
    listed = f"{stage}.daftar{UNFINISHED}"
    return f"""{_mine(path, holder)}
cat >{listed}
cd {stage}
xargs -0 -r rm -f -- <"$OLDPWD/{listed}"
xargs -0 -r dirname -z -- <"$OLDPWD/{listed}" | sort -zru |
  xargs -0 -r rmdir -p --ignore-fail-on-non-empty -- 2>/dev/null || true
rm -f "$OLDPWD/{listed}"
"""


def survey(path: str) -> str:
    """Give type, size and path of everything that is served, a zero, and the digests of files."""
    return f"""{_HEAD}{_into(path)}
[ -d {CURRENT}/ ] || exit 0
cd {CURRENT}/
find . ! -type d -printf '%y %s %P\\0'
printf '\\0'
find . -type f -printf '%P\\0' | xargs -0 -r sha256sum -z --
"""


def standing(path: str) -> str:
    """Give those of the paths in the input at which something stands."""
    test = 'for path; do if [ -e "$path" ] || [ -L "$path" ]; then printf "%s\\0" "$path"; fi; done'
    return f"""{_HEAD}{_into(path)}
[ -d {CURRENT}/ ] || exit 0
cd {CURRENT}/
xargs -0 -r sh -c {shlex.quote(test)} sh
"""


_RECEIVE = f"""while read -r size file; do
  head -c "$size" >"$file{UNFINISHED}"
  [ "$(wc -c <"$file{UNFINISHED}")" -eq "$size" ]
  mv -T "$file{UNFINISHED}" "$file"
done
"""
"""Write the files in the input, each a line with its size and name before its bytes."""


def _switch(release: str) -> str:
    """Let the link name a release, by one rename(2)."""
    beside = CURRENT + UNFINISHED
    return f"rm -f {beside}; ln -s {RELEASES}/{release} {beside}; mv -T {beside} {CURRENT}\n"


def sums_of(stage: str) -> str:
    """Give where the digests lie that a release is checked by."""
    return f"{stage}.sha256{UNFINISHED}"


def finish(path: str, holder: str, stage: str, release: str, gone: Sequence[str]) -> str:
    """Write records, check what was received, and let a release go online.

    Then older ones are removed, and trees that no record names.
    """
    removals = "".join(
        f"mv -T {RELEASES}/{name} {RELEASES}/{name}{UNFINISHED}; rm -f {record_of(name)}\n"
        f"rm -rf {RELEASES}/{name}{UNFINISHED}\n"
        for name in map(shlex.quote, gone)
    )
    named, needed = f"{RECORDS}/disebut{UNFINISHED}", f"{RECORDS}/perlu{UNFINISHED}"
    sums = sums_of(stage)
    return f"""{_mine(path, holder)}{_RECEIVE}
cd {stage}
[ ! -s "$OLDPWD/{sums}" ] ||
  sha256sum -c --quiet --strict "$OLDPWD/{sums}" >&2 2>/dev/null || exit {CHANGED}
cd "$OLDPWD"
sync -f {stage}
mv -T {stage} {RELEASES}/{release}
{_switch(release)}{removals}cat {RECORDS}/*.json >{named}
grep -oE '[0-9a-f]{{64}}' {named} | sort -u | sed 's/$/.json/' >{needed}
[ ! -s {needed} ] || ls {TREES} | sort | comm -23 - {needed} | while read -r file; do
  rm -f "{TREES}/$file"
done
rm -f {named} {needed} {sums}
"""


def back(path: str, holder: str, release: str) -> str:
    """Let an older release go online."""
    return f"{_mine(path, holder)}[ -d {RELEASES}/{release}/ ]\n{_RECEIVE}{_switch(release)}"
