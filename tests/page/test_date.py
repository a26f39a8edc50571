from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.page import Line, RawPage
from reportedly.page.date import date_lines, find_dates, line_date, read_published, url_date


def raw(**fields: object) -> RawPage:
    return RawPage("p", b"x", "text/plain", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7 May 2023, 11:42", "2023-05-07"),
        ("Posted on May 7th, 2023", "2023-05-07"),
        ("Sunday 7th of May 2023", "2023-05-07"),
        ("07.05.2023 10:05", "2023-05-07"),
        ("5/13/2023", "2023-05-13"),
        ("2023-05-07T10:00", "2023-05-07"),
        ("неділя, 7 травня 2023 року", "2023-05-07"),
        ("воскресенье, 7 мая 2023", "2023-05-07"),
        ("7 May", None),
        ("31.02.2023", None),
        ("version 10.2.2023.4 of May", None),
        ("7 men 2023", None),
    ],
)
def test_full_dates_are_read(text: str, day: str | None) -> None:
    assert line_date([text]) == day


def test_a_short_date_has_no_day_of_the_calendar() -> None:
    (found,) = find_dates("RIGA, Sept 11 (BW)")
    assert (found.year, found.month, found.day, found.edtf) == (None, 9, 11, None)


@given(st.dates(min_value=datetime(1990, 1, 1, tzinfo=UTC).date()))
def test_every_day_is_read_back_in_every_notation(day: object) -> None:
    assert isinstance(day, datetime) is False
    text = day.strftime("%d.%m.%Y")  # type: ignore[attr-defined]
    iso = day.isoformat()  # type: ignore[attr-defined]
    if iso < "2100":
        assert line_date([text]) == line_date([iso]) == url_date(f"https://x.org/{iso.replace('-', '/')}/a") == iso


@given(st.text())
def test_spans_of_dates_lie_in_the_text(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in find_dates(text))


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.org/2024/01/04/title", "2024-01-04"),
        ("https://x.org/a-20240104.html", "2024-01-04"),
        ("https://x.org/1234", None),
        ("https://x.org/2024/13/40/", None),
        (None, None),
    ],
)
def test_urls_carry_days(url: str | None, day: str | None) -> None:
    assert url_date(url) == day


def test_what_the_source_knew_wins() -> None:
    page = raw(published="2022-03", url="https://x.org/2024/01/04/")
    assert read_published(page, "2023-01-01", ["5 May 2021"]) == ("2022-03", ())


def test_markup_beats_url_and_url_beats_text() -> None:
    page = raw(url="https://x.org/2024/01/04/")
    assert read_published(page, "2023-01-01", ["5 May 2021"])[0] == "2023-01-01"
    assert read_published(page, None, ["5 May 2021"])[0] == "2024-01-04"
    assert read_published(raw(), None, ["5 May 2021"])[0] == "2021-05-05"


def test_a_date_after_the_capture_is_ignored_with_a_note() -> None:
    page = raw(fetched=datetime(2022, 6, 1, tzinfo=UTC))
    day, notes = read_published(page, "2022-06-03", ["31 May 2022"])
    assert day == "2022-05-31"
    assert notes == ("date 2022-06-03 of the markup is in the future and was ignored",)
    assert read_published(page, "2022-06-02", [])[0] == "2022-06-02"


def test_a_word_that_is_no_date_is_ignored_with_a_note() -> None:
    day, notes = read_published(raw(published="yesterday"), None, [])
    assert day is None
    assert "no EDTF date" in notes[0]


def lines_of(*pairs: tuple[str, str]) -> tuple[str, list[Line]]:
    text = "\n".join(words for _, words in pairs)
    lines, start = [], 0
    for role, words in pairs:
        lines.append(Line(start, start + len(words), role, "", None))  # type: ignore[arg-type]
        start += len(words) + 1
    return text, lines


def test_only_furniture_headline_ends_and_datelines_give_the_day() -> None:
    text, lines = lines_of(
        ("headline", "What fell on 3 May 2020 in Riga"),
        ("body", "On 4 May 2020 two drones fell. More."),
        ("teaser", "Old - 5 May 2020"),
        ("boilerplate", "6 May 2020"),
    )
    assert line_date(date_lines(text, lines)) == "2020-05-06"
    text, lines = lines_of(("headline", "Digest, 3 May 2020"), ("body", "Two drones fell."))
    assert line_date(date_lines(text, lines)) == "2020-05-03"
    text, lines = lines_of(("headline", "Drones"), ("body", "RIGA, 7 May 2020 (BW) - Two drones fell."))
    assert line_date(date_lines(text, lines)) == "2020-05-07"


def test_entries_of_a_chronology_are_no_dateline() -> None:
    text, lines = lines_of(
        ("headline", "A chronology"), ("body", "3 May 2020 - Two drones fell."), ("body", "4 May 2020 - Three.")
    )
    assert date_lines(text, lines) == []
