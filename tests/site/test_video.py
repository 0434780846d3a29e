"""A film of YouTube is known in every form people paste it, and nothing else is."""

import pytest

from sitegen.site.markdown import convert
from sitegen.site.video import film_links, video_id

NAME = "dQw4w9WgXcQ"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={NAME}",
        f"http://youtube.com/watch?v={NAME}",
        f"https://m.youtube.com/watch?v={NAME}&feature=share",
        f"https://music.youtube.com/watch?v={NAME}",
        f"https://www.youtube.com/watch?app=desktop&v={NAME}",
        f"https://www.youtube.com/watch?v={NAME}&list=PL0123456789&index=2",
        f"https://www.youtube.com/watch?v={NAME}#t=30",
        f"https://youtu.be/{NAME}",
        f"https://youtu.be/{NAME}?si=AbCdEfGhIjKlMnOp",
        f"https://youtu.be/{NAME}?t=42",
        f"https://www.youtube.com/shorts/{NAME}",
        f"https://youtube.com/shorts/{NAME}?feature=share",
        f"https://www.youtube.com/live/{NAME}?si=x",
        f"https://www.youtube.com/embed/{NAME}",
        f"https://www.youtube-nocookie.com/embed/{NAME}",
        f"https://www.youtube.com/v/{NAME}",
        f"Https://youtu.be/{NAME}",
        f"HTTPS://WWW.YouTube.com/watch?v={NAME}",
    ],
)
def test_every_form_that_is_pasted(address: str) -> None:
    assert video_id(address) == NAME
    (found,) = film_links(convert(f"Lihat:\n\n{address}\n\nSelesai."))
    assert found[1:] == (NAME, "")


@pytest.mark.parametrize(
    "address",
    [
        f"https://youtube.com.contoh.id/watch?v={NAME}",
        f"https://youtu.be.contoh.id/{NAME}",
        f"https://bukanyoutube.com/watch?v={NAME}",
        f"https://youtube.com@contoh.id/watch?v={NAME}",
        f"https://contoh.id/https://youtu.be/{NAME}",
        f"https://contoh.id/?u=https://youtu.be/{NAME}",
        f"ftp://youtu.be/{NAME}",
        "https://youtu.be/pendek",
        f"https://youtu.be/{NAME}lebih",
        "https://www.youtube.com/",
        "https://www.youtube.com/@kimhandep",
        "https://www.youtube.com/KimHandepID",
        "https://www.youtube.com/channel/UCdQw4w9WgXcQdQw4w9WgXcQ",
        "https://www.youtube.com/playlist?list=PL0123456789",
        "https://www.youtube.com/embed/videoseries?list=PL0123456789",
        f"https://www.youtube.com/results?search_query={NAME}",
        f"https://www.youtube.com/redirect?q=https://youtu.be/{NAME}",
    ],
)
def test_what_only_looks_like_one_is_left_a_link(address: str) -> None:
    assert video_id(address) == ""
    assert film_links(convert(f"Lihat:\n\n{address}\n\nSelesai.")) == []


def test_a_link_with_words_keeps_them() -> None:
    (found,) = film_links(convert(f"[Panen & syukuran](https://youtu.be/{NAME})"))
    assert found == (found[0], NAME, "Panen & syukuran")


@pytest.mark.parametrize(
    "text",
    [
        f"Lihat https://youtu.be/{NAME} malam ini.",
        f"- https://youtu.be/{NAME}",
        f"`https://youtu.be/{NAME}`",
    ],
)
def test_a_link_within_a_text_stays_one(text: str) -> None:
    assert film_links(convert(text)) == []


def test_each_film_of_a_text_is_found() -> None:
    other = "oHg5SJYRHA0"
    found = film_links(convert(f"https://youtu.be/{NAME}\n\nLalu:\n\nhttps://youtu.be/{other}"))
    assert [name for _, name, _ in found] == [NAME, other]
