"""``security.txt``: whom to tell, for a time that the build knows of (RFC 9116)."""

from datetime import date, timedelta

import pytest

from sitegen.content.dates import BuildDate
from sitegen.content.register import KontakLembaga
from sitegen.province.contact import PATH, security_txt
from tests.helpers import TODAY, Province

OFFICE = KontakLembaga(nama="Diskominfo", surel="info@contoh.id", whatsapp="0840-0000-0062")


def test_the_province_says_whom_to_tell(built: Province) -> None:
    text = (built.output / PATH).read_text()
    assert text == (
        "Contact: mailto:info@contoh.id\n"
        "Expires: 2027-11-01T00:00:00Z\n"
        "Preferred-Languages: id, en\n"
        "Canonical: https://kim.contoh.id/.well-known/security.txt\n"
    )


@pytest.mark.parametrize(
    "day", [TODAY, date(2026, 12, 31), date(2027, 1, 1), date(2028, 2, 29), date(2028, 3, 1)]
)
def test_it_holds_for_the_month_in_which_it_was_made(day: date) -> None:
    today = BuildDate(day)
    text = security_txt(OFFICE, "https://kim.contoh.id/", "id", today)
    assert today.valid_from == day.replace(day=1)
    last = today.valid_until - timedelta(days=1)
    assert last.month == day.month
    assert (last + timedelta(days=1)).day == 1
    for other in (today.valid_from, last):
        assert security_txt(OFFICE, "https://kim.contoh.id/", "id", BuildDate(other)) == text
    assert (
        security_txt(OFFICE, "https://kim.contoh.id/", "id", BuildDate(today.valid_until)) != text
    )
    assert text is not None
    expires = date.fromisoformat(text.decode().partition("Expires: ")[2][:10])
    assert timedelta(days=330) < expires - day < timedelta(days=367)


@pytest.mark.parametrize(
    ("office", "url"),
    [
        (None, "https://kim.contoh.id/"),
        (KontakLembaga(nama="Diskominfo"), "https://kim.contoh.id/"),
        (OFFICE, "https://kalteng.contoh.id/kim/"),
    ],
)
def test_nothing_is_said_where_nobody_answers_or_the_host_is_another_s(
    office: KontakLembaga | None, url: str
) -> None:
    assert security_txt(office, url, "id", BuildDate(TODAY)) is None
