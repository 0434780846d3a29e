"""Finds the KIM that a row is about among those that are known. Pure.

The number that the ministry gave decides, else code and name, else name and place: names of
villages repeat within one kabupaten, and several KIM may work in one village.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.importing.names import folded, kim_key


@dataclass(slots=True)
class Known:
    """A KIM by what tells it apart; ``row`` is the row of the list that is about it."""

    kabupaten: str
    nama: str
    folder: str = ""
    nomor_induk: str = ""
    kode: str = ""
    kecamatan: str = ""
    desa: str = ""
    row: int = 0


class Index:
    """All that are known, to be asked row by row."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._folders: dict[tuple[str, str], Known] = {}
        self._numbers: defaultdict[str, list[Known]] = defaultdict(list)
        self._names: defaultdict[tuple[str, str], list[Known]] = defaultdict(list)
        for one in known:
            self.add(one)

    def add(self, one: Known) -> None:
        """Know one more."""
        if one.folder:
            self._folders[one.kabupaten, one.folder] = one
        if one.nomor_induk:
            self._numbers[folded(one.nomor_induk)].append(one)
        self._names[one.kabupaten, kim_key(one.nama)].append(one)

    def find(self, row: Known) -> list[Known]:
        """Give the KIM that a row is about; several where it does not tell, none when it is new."""
        if row.folder and (found := self._folders.get((row.kabupaten, row.folder))):
            return [found]
        if row.nomor_induk and (numbered := self._numbers.get(folded(row.nomor_induk))):
            return [one for one in numbered if not _apart(one, row)]
        named = self._names.get((row.kabupaten, kim_key(row.nama)), [])
        named = [one for one in named if not _apart(one, row)]
        coded = [one for one in named if row.kode and one.kode == row.kode]
        if len(coded) == 1:
            return coded
        named = coded or named
        same = [one for one in named if _place(one) == _place(row)]
        return same or [one for one in named if _may_be(one, row)]


def _apart(one: Known, row: Known) -> bool:
    """Say whether a list names two folders, so that it means two KIM."""
    return bool(one.row and row.folder and one.folder != row.folder)


def _place(one: Known) -> tuple[str, str]:
    return folded(one.desa), folded(one.kecamatan)


def _may_be(one: Known, row: Known) -> bool:
    """Say whether nothing that both tell differs."""
    pairs = [*zip(_place(one), _place(row), strict=True), (_village(one.kode), _village(row.kode))]
    return all(not left or not right or left == right for left, right in pairs)


def _village(kode: str) -> str:
    """Give a code that names a village; others stand for many."""
    return kode if kode.count(".") == 3 else ""
