"""Gather every message of the code and the themes into the catalogues, and compile them.

``python tools/update_catalogues.py`` keeps what is translated, adds what is new and drops what is
gone; ``--check`` only says what a translation lacks, and fails when it lacks something.
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

sys.path.insert(0, str(Path(__file__).resolve().parent))
from compile_catalogues import LOCALE, compile_catalogues

ROOT = Path(__file__).resolve().parent.parent
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
OPTIONS = {"**.html": {"trimmed": "true", "silent": "false"}}
TRANSLATED = ("en",)
"""Languages that translate the Indonesian messages; ``id`` holds the words of libraries."""


def gather() -> Catalog:
    """Give all messages, each with the places where it stands."""
    template = Catalog(project="sitegen", charset="utf-8")
    for folder in ("sitegen", "themes"):
        found = extract_from_dir(
            ROOT / folder, METHODS, options_map=OPTIONS, keywords=KEYWORDS, strip_comment_tags=True
        )
        for file, _line, message, comments, context in found:
            place = (f"{folder}/{file}", 0)
            template.add(message, None, [place], auto_comments=comments, context=context)
    return template


def catalogue_path(language: str) -> Path:
    """Give the file of a language."""
    return LOCALE / language / "LC_MESSAGES" / "sitegen.po"


def read_catalogue(language: str) -> Catalog:
    """Read the catalogue of a language."""
    with catalogue_path(language).open("rb") as handle:
        return read_po(handle, locale=language)


def missing(language: str, template: Catalog) -> list[str]:
    """Give the messages that a language does not translate."""
    known = read_catalogue(language)
    lacking = []
    for message in template:
        if not message.id:
            continue
        found = known.get(message.id)
        if found is None or not found.string or found.fuzzy:
            lacking.append(str(message.id))
    return lacking


def update(language: str, template: Catalog) -> None:
    """Bring the catalogue of a language up to date."""
    path = catalogue_path(language)
    known = read_catalogue(language) if path.exists() else Catalog(locale=language)
    known.update(template, no_fuzzy_matching=True)
    known.obsolete.clear()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as handle:
        write_po(handle, known, omit_header=False, sort_output=True, include_lineno=False, width=98)


def main() -> int:
    """Update, or check."""
    template = gather()
    if "--check" not in sys.argv:
        for language in TRANSLATED:
            update(language, template)
        compile_catalogues()
    lacking = {language: missing(language, template) for language in TRANSLATED}
    for language, messages in lacking.items():
        for message in messages:
            print(f"{language}: {message}")
    return 1 if any(lacking.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
