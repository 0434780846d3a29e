"""Gather every message of the code and the themes into the catalogues, and compile them.

``python tools/update_catalogues.py`` keeps what is translated, adds what is new and drops what is
gone; ``--check`` only says what is wrong with the catalogues, and fails when something is.
"""

import io
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

sys.path.insert(0, str(Path(__file__).resolve().parent))
from compile_catalogues import LOCALE, compile_catalogues, read_catalogue

ROOT = Path(__file__).resolve().parent.parent
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
OPTIONS = {
    "**.html": {
        "trimmed": "true",
        "silent": "false",
        "extensions": "jinja2.ext.do,jinja2.ext.loopcontrols",
    }
}
TRANSLATED = ("en",)
"""Languages that translate every message."""
BEGUN = ("nij",)
"""Languages that translate some messages of the pages; what they lack is shown in Indonesian."""
PAGES = ("themes/", "sitegen/site/", "sitegen/province/", "sitegen/content/choices.py")
"""Where the messages of the pages stand."""
HEAD = """\
# Translation of the messages of sitegen, which are written in Indonesian.
msgid ""
msgstr ""
"Project-Id-Version: sitegen\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"
"""
"""How a new catalogue begins; without dates, so that nothing changes where no message did."""
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|\{\w*(?:![rsa])?(?::[^{}]*)?\}")


def gather() -> Catalog:
    """Give all messages, each with the files where it stands."""
    template = Catalog(project="sitegen", charset="utf-8")
    for folder in ("sitegen", "themes"):
        found = extract_from_dir(ROOT / folder, METHODS, options_map=OPTIONS, keywords=KEYWORDS)
        for file, _line, message, comments, context in found:
            place = (f"{folder}/{file}".replace("\\", "/"), 0)
            template.add(message, None, [place], auto_comments=comments, context=context)
    return template


def wanted(language: str, template: Catalog) -> Catalog:
    """Give the messages that the catalogue of a language holds."""
    if language in TRANSLATED:
        return template
    pages = Catalog(project="sitegen", charset="utf-8")
    for message in template:
        if message.id and any(place.startswith(PAGES) for place, _line in message.locations):
            pages.add(message.id, None, message.locations, auto_comments=message.auto_comments)
    return pages


def catalogue_path(language: str) -> Path:
    """Give the file of a language."""
    return LOCALE / language / "LC_MESSAGES" / "sitegen.po"


def texts(value: str | Sequence[str] | None) -> tuple[str, ...]:
    """Give the forms of a message or of its translation; a message without plural has one."""
    return (value,) if isinstance(value, str) else tuple(value or ())


def placeholders(text: str) -> list[str]:
    """Give what a text leaves open, such as ``{nama}`` and ``%(num)s``, sorted."""
    return sorted(PLACEHOLDER.findall(text))


def faults(language: str, template: Catalog) -> Iterator[str]:
    """Say what is wrong with the catalogue of a language."""
    known = read_catalogue(catalogue_path(language))
    messages = wanted(language, template)
    if language in TRANSLATED:
        for message in messages:
            found = known.get(message.id) if message.id else message
            if found is None or (message.id and not any(texts(found.string))):
                yield f"not translated: {texts(message.id)[0]}"
    for message in known:
        if message.id and any(texts(message.string)):
            yield from _faults_of(message, messages, known.num_plurals)


def _faults_of(message: Message, messages: Catalog, forms: int) -> Iterator[str]:
    name = texts(message.id)[0]
    source = messages.get(message.id)
    if source is None:
        yield f"not a message of the code: {name}"
        return
    if message.fuzzy:
        yield f"marked as fuzzy: {name}"
    given = texts(message.string)
    if len(given) != (forms if source.pluralizable else 1) or not all(given):
        yield f"wrong number of plural forms: {name}"
    allowed = [placeholders(text) for text in texts(source.id)]
    for text in filter(None, given):
        if placeholders(text) not in allowed:
            yield f"other placeholders: {name} -> {text}"
        if text.count("\n") != name.count("\n"):
            yield f"other line breaks: {name} -> {text}"


def update(language: str, template: Catalog) -> None:
    """Bring the catalogue of a language up to date; its head stays as it stands in the file."""
    path = catalogue_path(language)
    if path.exists():
        known = read_catalogue(path)
        head = path.read_text(encoding="utf-8").partition("\n\n")[0] + "\n"
    else:
        known = Catalog(locale=language)
        head = HEAD.format(language=language, plural=known.plural_forms)
    known.update(wanted(language, template), no_fuzzy_matching=True)
    known.obsolete.clear()
    body = io.BytesIO()
    write_po(body, known, omit_header=True, sort_output=True, include_lineno=False, width=98)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{head}\n{body.getvalue().decode()}", encoding="utf-8", newline="\n")


def main() -> int:
    """Update, or check."""
    template = gather()
    if "--check" not in sys.argv:
        for language in (*TRANSLATED, *BEGUN):
            update(language, template)
        compile_catalogues()
    found = [
        f"{language}: {f}" for language in (*TRANSLATED, *BEGUN) for f in faults(language, template)
    ]
    print("\n".join(found) or f"{len(template)} messages, nothing to mend.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
