"""The shortcut for plain Markdown gives what the library gives, or nothing."""

import re
from importlib.metadata import version
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.site.markdown import by_library
from sitegen.site.plain import PROVEN, direct

ROOT = Path(__file__).parents[2]

WORDS = [
    "Warga",
    "desa",
    "Rp",
    "12.500",
    "kg",
    "padi",
    "dan/atau",
    "panen:",
    "di",
    "rumah",
    "é",
    "air.",
]
ODD = ["&", "(RT", "02)", '"air"', "1.", "2)", "-", "C#", "a>b", "!", "a_b", "3*4", "x:", "http:"]


def phrase(choice: list[str]) -> st.SearchStrategy[str]:
    """Give some words."""
    return st.lists(st.sampled_from(choice), min_size=1, max_size=6).map(" ".join)


words = phrase(WORDS)
links = st.builds(
    "{}[{}]({}{})".format,
    st.sampled_from(["", "!"]),
    words,
    st.sampled_from(["https://contoh.id/a_b?c=1", "panen-raya.jpg", "../profil/", "#bagian"]),
    st.sampled_from(["", ' "Judul foto"']),
)
marked = st.builds("{0}{1}{0}".format, st.sampled_from(["*", "**", "_", "__"]), words)
addresses = st.sampled_from(["https://contoh.id/x_y*z.", "(HTTP://a.id)", "http://a.id/?b&c=1,"])
lines = st.lists(words | links | marked | addresses, min_size=1, max_size=3).map(" ".join)
lines |= phrase([*WORDS, *WORDS, *ODD])
blocks = st.one_of(
    st.lists(lines, min_size=1, max_size=3).map("\n".join),
    st.builds(
        "{} {}{}".format, st.sampled_from(["#", "##", "####"]), words, st.sampled_from(["", " ##"])
    ),
    st.lists(lines.map("- {}".format), min_size=1, max_size=4).map("\n".join),
    st.lists(lines.map("1. {}".format), min_size=1, max_size=4).map("\n".join),
    st.lists(lines.map("> {}".format), min_size=1, max_size=3).map("\n".join),
)
cells = st.lists(lines, min_size=2, max_size=2).map(" | ".join)
rules = st.sampled_from(["|---|---|", "| :-- | --: |", "|:-:|-|", "| - |", "|---|---"])
tables = st.builds(
    lambda head, rule, rows: "\n".join([head, rule, *rows]),
    cells.map("| {} |".format),
    rules,
    st.lists(cells.map("| {} |".format) | cells, max_size=3),
)
grammar = st.lists(
    st.tuples(blocks | tables, st.sampled_from(["\n", "\n\n", "\n\n\n", " \n\n", "\n  \n"])),
    max_size=6,
).map(lambda parts: "".join(map("".join, parts)))
noise = st.text(
    st.sampled_from("ab 1.\n\n  *_-+#>[]()!&;:/\"'=`~|\\{}<@\t\x0b\xa0\u2028•é\x02W"), max_size=60
)
WORDS_AND_BREAKS = ["a", "b c", " ", "  ", "\n", "\n\n"]
SIGNS = ["*", "**", "_", "[", "]", "(", ")", "](", "!", "&", ".", ",", ":", '"', "=", "•", "|"]
BEGINNINGS = ["#", "## ", "> ", "- ", "1. ", "2) ", "https://", "x.id/", "|-|-|", "| a | b |\n"]
pieces = st.lists(st.sampled_from([*WORDS_AND_BREAKS, *SIGNS, *BEGINNINGS]), max_size=25).map(
    "".join
)


def assert_equal_to_the_library(text: str) -> None:
    """Compare, where the shortcut takes the text upon itself."""
    made = direct(text)
    assert made is None or made == by_library(text)


@settings(max_examples=400)
@given(grammar)
@example("Kata\n- satu\n- dua\n\nLalu **tebal**.")
def test_a_plain_text_becomes_what_the_library_makes_of_it(text: str) -> None:
    assert_equal_to_the_library(text)


@settings(max_examples=600)
@given(noise | pieces)
def test_what_is_not_plain_is_left_to_the_library(text: str) -> None:
    assert_equal_to_the_library(text)


def test_the_sample_texts_come_out_the_same_and_most_go_the_short_way() -> None:
    texts = [
        re.split(r"^---\n", path.read_text("utf-8"), maxsplit=2, flags=re.M)[-1]
        for path in sorted((ROOT / "content").rglob("*.md"))
    ]
    for text in texts:
        assert_equal_to_the_library(text)
    short = sum(direct(text) is not None for text in texts)
    assert short > 0.6 * len(texts)


def test_the_installed_library_was_proven() -> None:
    assert version("markdown").rpartition(".")[0] in PROVEN
