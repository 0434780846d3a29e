"""The privacy guard: finds personal data in texts, fields, file names and tables.

The rules come from UU 27/2022 on personal data (articles 65 to 67 forbid and punish), UU
Administrasi Kependudukan (article 84) and UU ITE (article 26); :class:`Kind` says which rule
protects what. Reading order: :mod:`plain` and :mod:`rows` prepare a text, :mod:`numbers`,
:mod:`accounts`, :mod:`births`, :mod:`people` and :mod:`senders` each look for one thing,
:mod:`scan` brings them together, :mod:`guard` holds a file against the rules, :mod:`allow` knows
the exceptions. How well it works is measured on ``tests/privacy/corpus``.
"""

from sitegen.content.privacy.match import Kind, Match, hide
from sitegen.content.privacy.scan import scan_text

__all__ = ["Kind", "Match", "hide", "scan_text"]
