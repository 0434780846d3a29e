"""Markdown becomes HTML that can do no harm, whatever was written."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.site.excess import TooMuchError
from sitegen.site.markdown import TAGS, convert, forbidden_markup

SCHEMES = ("http:", "https:", "mailto:", "tel:")
ATTRIBUTES = {
    *("lang", "dir", "title", "id", "href", "src", "alt", "start"),
    *("colspan", "rowspan", "align", "scope"),
}


class _Inspector(HTMLParser):
    """Collects what a browser would make of HTML."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)


def assert_harmless(markup: str) -> None:
    """Read HTML as a browser does: it holds nothing but what is allowed."""
    seen = _Inspector(markup)
    assert seen.tags <= TAGS
    assert seen.attributes <= ATTRIBUTES
    for address in seen.addresses:
        plain = re.sub(r"[\t\n\r]", "", address).strip("\0\x01\x1f ")
        scheme = re.match(r"[a-z][a-z0-9+.-]*:", plain, re.IGNORECASE)
        assert scheme is None or scheme[0].casefold() in SCHEMES, address


VECTORS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example></sCrIpT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    '<img src="x" srcset="//evil.example/x 1x" style="position:fixed">',
    "<svg onload=alert(1)><animate onbegin=alert(1)></svg>",
    "<math><mi//xlink:href='data:x,<script>alert(4)</script>'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=x></object><embed src=x><applet code=x>",
    "<style>*{display:none}</style><link rel=stylesheet href=//evil.example>",
    "<base href=//evil.example><meta http-equiv=refresh content='0;url=//evil.example'>",
    "<form action=//evil.example><input name=q><button>x</button></form>",
    "<body onload=alert(1)><details open ontoggle=alert(1)>x</details>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<textarea><script>alert(1)</script></textarea>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><!DOCTYPE x>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "<javascript:alert(1)>",
    "[x]\n\n[x]: javascript:alert(1)",
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="java&#10;script:alert(1)">x</a>',
    '[x](https://contoh.id "a\\" onclick=\\"alert(1)")',
    "[x](https://contoh.id){: onclick=alert(1) style=x target=_blank }",
    "# Judul {: onmouseover=alert(1) class=x }",
    "`<script>alert(1)</script>`",
    "```\n<script>alert(1)</script>\n```",
    "https://contoh.id/<script>alert(1)</script>",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=y> |",
    "\x02wzxhzdk:0\x03<script>alert(1)</script>",
]


@pytest.mark.parametrize("text", VECTORS)
def test_known_ways_to_smuggle_a_script(text: str) -> None:
    assert_harmless(convert(text))


PIECE = st.sampled_from(
    [
        *("<", ">", "</", "/>", '"', "'", "=", " ", "\n", "\n\n", "`", "```\n", "&#106;", "&lt;"),
        *("script", "img", "svg", "a", "b", "div", "style", "iframe", "<!--", "-->", "[x]", "("),
        *("](", ")", "{: ", "}", "javascript:", "data:", "onclick", "href", "src", "x", "# ", "> "),
        *("- ", "| ", "\\", "\x00", "\x02", "\x03", "https://a.id", "*", "_"),
    ]
)


@given(st.lists(PIECE, max_size=40).map("".join))
def test_whatever_is_written_is_harmless(text: str) -> None:
    assert_harmless(convert(text))


@given(st.lists(PIECE, max_size=12).map("".join), st.lists(PIECE, max_size=12).map("".join))
def test_a_text_does_not_depend_on_the_one_before(first: str, second: str) -> None:
    alone = convert(second)
    convert(first)
    assert convert(second) == alone


def test_a_reference_ends_with_its_text() -> None:
    convert("[padi]: https://contoh.id\n\n# Judul")
    assert convert("[padi]\n\n# Judul") == '<p>[padi]</p>\n<h2 id="judul">Judul</h2>'


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("Dua **tebal** dan *miring*.", "<p>Dua <strong>tebal</strong> dan <em>miring</em>.</p>"),
        ("12 < 13 & 14", "<p>12 &lt; 13 &amp; 14</p>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("[a](../potensi/b.md#c)", '<p><a href="../potensi/b.md#c">a</a></p>'),
        ("[a](tel:+62)", '<p><a href="tel:+62">a</a></p>'),
        ("<https://a.id>", '<p><a href="https://a.id">https://a.id</a></p>'),
        ("Lihat https://a.id/x.", '<p>Lihat <a href="https://a.id/x">https://a.id/x</a>.</p>'),
        ("(https://a.id)", '<p>(<a href="https://a.id">https://a.id</a>)</p>'),
        ("`https://a.id`", "<p><code>https://a.id</code></p>"),
        ("[https://a.id](https://b.id)", '<p><a href="https://b.id">https://a.id</a></p>'),
        ("![a](b c.jpg)", '<p><img alt="a" src="b c.jpg"></p>'),
        ("<!-- catatan -->\n\nIsi", "<p>Isi</p>"),
        ("# Satu\n\n### Dua", '<h2 id="satu">Satu</h2>\n<h3 id="dua">Dua</h3>'),
        ('<span lang="nij">Isen mulang</span>', '<p><span lang="nij">Isen mulang</span></p>'),
    ],
)
def test_what_is_meant_is_kept(text: str, markup: str) -> None:
    made = convert(text).strip()
    assert made == markup


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Halo <script>x</script>", [(5, "<script>")]),
        ("<b onclick=x>a</b>", [(0, "onclick")]),
        ("<IFRAME src=x>", [(0, "<iframe>")]),
        ("<b>a</b> <h1>b</h1>", []),
        ("`<script>`", []),
        ("```\n<script>\n```", []),
        ("    <script>", []),
        ("<kim@contoh.id> <https://contoh.id>", []),
        ("a < b dan c > d", []),
    ],
)
def test_what_is_removed_is_said(text: str, found: list[tuple[int, str]]) -> None:
    assert forbidden_markup(text) == found


@pytest.mark.parametrize("piece", ["[", "![", "[a](", "[a][", "<a ", '<a b="', "<!--", "(", "<"])
def test_a_tangle_of_brackets_is_refused_at_once(piece: str) -> None:
    """The library would need hours for them."""
    text = piece * 100_000
    assert forbidden_markup(text) == []
    with pytest.raises(TooMuchError):
        convert(text)
