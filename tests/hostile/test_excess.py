"""What would take the Markdown library too long is told before it is tried."""

from pathlib import Path

import pytest

from sitegen.messages import REASONS
from sitegen.site.excess import LIMITS, TooMuchError, excess, refuse_excess
from sitegen.site.markdown import convert

MANY = {kind: limit + 1 for kind, limit in LIMITS.items()}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("brackets", "[" * MANY["brackets"]),
        ("brackets", "![" * MANY["brackets"]),
        ("brackets", "[x](" * MANY["brackets"]),
        ("tags", "<div>" * MANY["tags"] + "</div>" * MANY["tags"]),
        ("tags", "<b><I>" * MANY["tags"]),
        ("comments", "<!-- x -->\n" * MANY["comments"]),
        ("ticks", "".join("`" * n + "x" for n in range(1, MANY["ticks"] + 1))),
        ("headings", "# x\n\n" * MANY["headings"]),
        ("headings", "x\n===\n\n" * MANY["headings"]),
        ("lines", "- x\n" * MANY["lines"]),
        ("letters", "x" * MANY["letters"]),
    ],
)
def test_too_much_of_anything_is_refused(kind: str, text: str) -> None:
    assert excess(text) == kind
    with pytest.raises(TooMuchError):
        refuse_excess(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x " * 30_000,
        "Kalimat (dengan kurung) dan [tautan](https://contoh.id).\n\n" * 1_000,
        "<br>\n" * 2_000,
        "| a | b |\n|---|---|\n" + "| <b>x</b> | `y` |\n" * 2_000,
        "## Bagian\n\nIsi.\n\n" * 200,
        "a < b dan c > d, 1 < 2\n" * 190,
    ],
)
def test_what_people_write_is_let_through(text: str) -> None:
    assert excess(text) == ""


def test_no_text_of_the_sample_is_refused() -> None:
    texts = list((Path(__file__).parents[2] / "content").glob("**/*.md"))
    assert texts
    assert {excess(path.read_text(encoding="utf-8")) for path in texts} == {""}


def test_the_conversion_asks_first() -> None:
    with pytest.raises(TooMuchError):
        convert("# x\n\n" * MANY["headings"])


def test_every_limit_has_words_for_the_reader() -> None:
    assert {f"excess-{name}" for name in LIMITS} <= REASONS.keys()
