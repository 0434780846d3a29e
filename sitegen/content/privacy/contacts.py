"""Contacts that are declared: what stands in a contact field is published on purpose."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from sitegen.content.privacy.numbers import canonical, mobile_numbers, private_addresses
from sitegen.content.privacy.plain import plain

Contacts = frozenset[str]
"""Mobile numbers as ``62812…`` and addresses in lower case."""

__all__ = ["Contacts", "canonical", "contacts_in", "declared_by"]


def contacts_in(texts: Iterable[str]) -> Contacts:
    """Give the contacts that some texts hold."""
    return frozenset(contact for text in texts for contact in _contacts(text))


def _contacts(text: str) -> Iterator[str]:
    read = plain(text).text
    for find in (mobile_numbers, private_addresses):
        for match in find(read, every=True):
            yield canonical(read[match.start : match.end])


def declared_by(*registers: BaseModel) -> Contacts:
    """Give the contacts that registers declare (``provinsi.yml``, ``kabupaten.yml``, ``kim.yml``).

    An office or a KIM decides itself how it is reached; who is named there agreed.
    """
    shown = {"kontak", "media_sosial", "formulir_aspirasi", "situs"}
    return contacts_in(
        text for register in registers for text in _texts(register.model_dump(include=shown))
    )


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value
