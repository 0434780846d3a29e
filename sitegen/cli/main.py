"""The way in: chooses the language before any command is read, so that help speaks it too."""

import gc
import gettext
import os
import sys

from sitegen.i18n import DOMAIN, LOCALE_DIR, SOURCE_LANGUAGE, available_languages, use_language


def main() -> None:
    """Run the command line. Ends the process with status 0, 1 or 2."""
    _speak(_wanted_language(sys.argv[1:]))
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot show a letter shows a mark instead of ending the program.
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    # Looking at a whole province makes many objects and no rings of them: the collector's rounds
    # were a tenth of a build with nothing to do.
    gc.set_threshold(50_000, 50, 100)
    from sitegen.cli.group import sitegen

    sitegen(prog_name="sitegen")


def _wanted_language(arguments: list[str]) -> str:
    """Give the language of ``--lang``, else of ``SITEGEN_LANG``, else Indonesian."""
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            return arguments[position + 1]
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return os.environ.get("SITEGEN_LANG", SOURCE_LANGUAGE)


def _speak(language: str) -> None:
    """Use a language for our own messages and for those of the command-line library.

    The library asks the standard gettext, which asks ``LANGUAGE``.
    """
    known = language if language in available_languages() else SOURCE_LANGUAGE
    use_language(known)
    os.environ["LANGUAGE"] = known
    gettext.bindtextdomain(DOMAIN, LOCALE_DIR)
    gettext.textdomain(DOMAIN)
