"""Where a field of a register stands, for findings that are made after it was read."""

from sitegen.content.source import decode
from sitegen.content.yamltree import Span, parse
from sitegen.diagnostics import Diagnostic, diagnose


class Register:
    """A ``kim.yml`` or its kin that was read without fault; parsed again only for a finding."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name, self.data = name, data

    def diagnose(self, code: str, field: str, **params: object) -> Diagnostic:
        """Make a finding at a field such as ``sk.akhir``."""
        source, _ = decode(self.name, self.data)
        lines = source.lines if source else ()
        tree = parse(self.name, source.text, source.lines)[0] if source else None
        span = (tree.span(tuple(field.split("."))) if tree else None) or Span(1, 1)
        return diagnose(
            code,
            self.name,
            span.line,
            span.column,
            length=span.length,
            field=field,
            lines=lines,
            params=params,
        )
