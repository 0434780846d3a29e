"""Templates compiled once: texts translated while they are compiled, the outcome kept on disk.

The environment of a theme speaks one language, so ``_("Cari")`` is a constant; and compiling the
templates of one page takes as long as rendering a hundred.
"""

import hashlib
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from gettext import NullTranslations

import jinja2
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

_RECIPE = "1"
"""Names what compiling does here; part of the folder in which its work is kept."""
_CALL = ("name", "lparen", "string", "rparen")


class Translated(Extension):
    """Replaces ``_("…")`` by its translation, which is markup as what the call gives is.

    A call with more than a text in its brackets stays a call.
    """

    messages = NullTranslations()

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Look for the four tokens of such a call in a row."""
        tokens = list(stream)
        at = 0
        while at < len(tokens):
            call = tokens[at : at + len(_CALL)]
            if call[0].value == "_" and tuple(token.type for token in call) == _CALL:
                yield from self._constant(call[2])
                at += len(_CALL)
            else:
                yield tokens[at]
                at += 1

    def _constant(self, text: Token) -> Iterator[Token]:
        """Give the tokens of ``("…"|safe)``; ``%%`` is one sign, as in the call."""
        translation = self.messages.gettext(text.value) % ()
        for kind, value in (
            ("lparen", "("),
            ("string", translation),
            ("pipe", "|"),
            ("name", "safe"),
            ("rparen", ")"),
        ):
            yield Token(text.lineno, kind, value)


def speak(environment: jinja2.Environment, messages: NullTranslations) -> None:
    """Give an environment its language, once and for all templates."""
    environment.install_gettext_translations(messages, newstyle=True)  # type: ignore[attr-defined]
    environment.add_extension(Translated)
    translated = environment.extensions[Translated.identifier]
    assert isinstance(translated, Translated)
    translated.messages = messages


class Kept(BytecodeCache):
    """Compiled templates in a folder; what cannot be read is compiled again, and what cannot be
    written is not kept.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code if it is whole and its source is still the same."""
        with suppress(OSError):
            with open(self._place(bucket), "rb") as handle:
                data = handle.read()
            seal, code = data[:_SEAL], data[_SEAL:]
            if seal == _sealed(bucket, code):
                bucket.code = marshal.loads(code)  # noqa: S302 - our own, by its seal

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code, in one step."""
        code, place = marshal.dumps(bucket.code), self._place(bucket)
        beside = f"{place}.{os.getpid()}"
        with suppress(OSError):
            os.makedirs(self.folder, exist_ok=True)
            with open(beside, "wb") as handle:
                handle.write(_sealed(bucket, code) + code)
            os.replace(beside, place)

    def _place(self, bucket: Bucket) -> str:
        return os.path.join(self.folder, f"{bucket.key}.bin")


_SEAL = 16


def _sealed(bucket: Bucket, code: bytes) -> bytes:
    return hashlib.blake2b(bucket.checksum.encode() + code, digest_size=_SEAL).digest()


def kept_in(folder: str, messages: NullTranslations) -> Kept:
    """Give the compiled templates in a folder, of one version of everything they depend on."""
    catalogue = repr(sorted(getattr(messages, "_catalog", {}).items(), key=repr))
    made_from = "\0".join((_RECIPE, sys.version, jinja2.__version__, catalogue))
    name = hashlib.blake2b(made_from.encode(), digest_size=8).hexdigest()
    return Kept(os.path.join(folder, name))
