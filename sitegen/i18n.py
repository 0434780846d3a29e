"""The language of messages and pages.

Messages are written in Indonesian in the code and looked up in ``locale/<code>/LC_MESSAGES``;
a message that a catalogue lacks is shown in Indonesian. The operating system's locale is never
asked, so the same workspace gives the same text on every machine.
"""

import gettext as _gettext
import os
from functools import cache

SOURCE_LANGUAGE = "id"
DOMAIN = "sitegen"
LOCALE_DIR = os.path.join(os.path.dirname(__file__), "locale")

_language = SOURCE_LANGUAGE
_current: _gettext.NullTranslations = _gettext.NullTranslations()


def N_(message: str) -> str:  # noqa: N802 - the name that message extractors know
    """Mark a message for the catalogues without translating it yet."""
    return message


@cache
def catalogue(language: str) -> _gettext.NullTranslations:
    """Give the catalogue of a language code; one that says nothing when there is none."""
    return _gettext.translation(DOMAIN, LOCALE_DIR, languages=[language], fallback=True)


def available_languages() -> tuple[str, ...]:
    """Give the codes of the source language and of every catalogue, sorted."""
    found = {SOURCE_LANGUAGE}
    with os.scandir(LOCALE_DIR) as entries:
        found.update(entry.name for entry in entries if entry.is_dir())
    return tuple(sorted(found))


def use_language(language: str) -> None:
    """Choose the language of messages on the terminal for the rest of the process."""
    global _current, _language
    _current, _language = catalogue(language), language


def current_language() -> str:
    """Give the code of the language of messages."""
    return _language


def _(message: str) -> str:
    """Translate a message to the chosen language."""
    return _current.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a message that names a count."""
    return _current.ngettext(singular, plural, count)
