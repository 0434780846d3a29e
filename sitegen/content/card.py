"""A card: what a build must know of a register before it plans. Small, plain, and remembered.

Kept apart from the reading of cards, so that a build with nothing to do imports no schema.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Mark = tuple[int, int, int, str]
"""Line, column, length and text of the line where a field stands."""


@dataclass(frozen=True, slots=True)
class Card:
    """The facts of one file.

    ``facts`` is the digest of what pages of other sites show of it. ``texts`` holds single facts,
    ``lists`` those with several values, ``marks`` the places of fields that are checked later.
    """

    facts: str
    texts: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]
    marks: Mapping[str, Mark]


def card_from(record: Mapping[str, object]) -> Card:
    """Bring back a card that was remembered as JSON.

    Raises:
        KeyError, TypeError, AttributeError: the record is no card.
    """
    texts, lists, marks = record["texts"], record["lists"], record["marks"]
    assert isinstance(texts, dict)
    assert isinstance(lists, dict)
    assert isinstance(marks, dict)
    return Card(
        facts=str(record["facts"]),
        texts=texts,
        lists={key: tuple(values) for key, values in lists.items()},
        marks={key: (m[0], m[1], m[2], m[3]) for key, m in marks.items()},
    )
