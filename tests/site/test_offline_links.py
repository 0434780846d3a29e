"""Links in a folder that is opened without a server: to files inside it, whole outside."""

import pytest

from sitegen.offline import unserved

URL = "https://kim.contoh.id/kapuas/kim-handep/"
PAGE = "berita/panen-raya/index.html"


@pytest.mark.parametrize(
    ("page", "link", "rewritten"),
    [
        (PAGE, "../../", "../../index.html"),
        (PAGE, "../../potensi/beras/", "../../potensi/beras/index.html"),
        (PAGE, "../../potensi/beras/#harga", "../../potensi/beras/index.html#harga"),
        (PAGE, "../", "../index.html"),
        (PAGE, "../..", "../../index.html"),
        (PAGE, "agenda.ics", "agenda.ics"),
        (PAGE, "#utama", "#utama"),
        (PAGE, "../../../../", "https://kim.contoh.id/"),
        (PAGE, "../../../", "https://kim.contoh.id/kapuas/"),
        (PAGE, "../../../kim-telo/", "https://kim.contoh.id/kapuas/kim-telo/"),
        (PAGE, "../../../kim-telo/#a", "https://kim.contoh.id/kapuas/kim-telo/#a"),
        (PAGE, "../../../../data/kim.csv", "https://kim.contoh.id/data/kim.csv"),
        (PAGE, "https://www.lapor.go.id", "https://www.lapor.go.id"),
        (PAGE, "mailto:kim@contoh.id", "mailto:kim@contoh.id"),
        (PAGE, "https://wa.me/?text=a/", "https://wa.me/?text=a/"),
        (PAGE, "", ""),
        ("index.html", "./", "./index.html"),
        ("index.html", "berita/", "berita/index.html"),
        ("index.html", "./berita/?q=a", "./berita/index.html?q=a"),
        ("index.html", "../", "https://kim.contoh.id/kapuas/"),
        ("index.html", "../../", "https://kim.contoh.id/"),
    ],
)
def test_links_work_without_a_server(page: str, link: str, rewritten: str) -> None:
    for before, after in (("", ""), ('class="a" ', ""), ("", ' rel="next"')):
        markup = '<p><a {}href="{}"{}>x</a></p>'
        given, wanted = (markup.format(before, to, after) for to in (link, rewritten))
        assert unserved(given, page, URL) == wanted


def test_links_in_a_drawing_are_rewritten_too() -> None:
    given = '<svg><a href="../../" tabindex="-1"><circle r="3"/></a></svg>'
    assert 'href="../../index.html"' in unserved(given, PAGE, URL)


def test_what_is_no_link_stays() -> None:
    given = '<link rel="canonical" href="x/"><img src="../foto/a.jpg"><code>&lt;a href="x/"</code>'
    assert unserved(given, PAGE, URL) == given


def test_the_manifest_of_the_application_is_left_out() -> None:
    given = '<link rel="manifest" href="../../situs.webmanifest">\n<title>a</title>'
    assert unserved(given, PAGE, URL) == "<title>a</title>"


def test_a_redirect_leads_to_a_file() -> None:
    given = '<meta http-equiv="refresh" content="0; url=../../berita/panen/">'
    wanted = '<meta http-equiv="refresh" content="0; url=../../berita/panen/index.html">'
    assert unserved(given, PAGE, URL) == wanted
