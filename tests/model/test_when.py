"""Dates are half-open intervals of days, read from EDTF and compared without guessing."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.when import PARTS, When

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 30))


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1)),
        ("2024-12", date(2024, 12, 1), date(2025, 1, 1)),
        ("2024-12-31", date(2024, 12, 31), date(2025, 1, 1)),
        ("2024-21", date(2024, 3, 1), date(2024, 6, 1)),
        ("2024-24", date(2024, 12, 1), date(2025, 3, 1)),
        ("2025-33", date(2025, 1, 1), date(2025, 4, 1)),
        ("2025-36", date(2025, 10, 1), date(2026, 1, 1)),
        ("2025-38", date(2025, 5, 1), date(2025, 9, 1)),
        ("2025-41", date(2025, 7, 1), date(2026, 1, 1)),
        ("199X", date(1990, 1, 1), date(2000, 1, 1)),
        ("19XX", date(1900, 1, 1), date(2000, 1, 1)),
        ("2022/..", date(2022, 1, 1), None),
        ("2022-23/", date(2022, 9, 1), None),
        ("../2026", None, date(2027, 1, 1)),
        ("2024-11-25/2024-12-01", date(2024, 11, 25), date(2024, 12, 2)),
        ("XXXX-12", None, None),
        ("XXXX-21", None, None),
        ("../XXXX-12", None, None),
        ("2024?", date(2024, 1, 1), date(2025, 1, 1)),
        ("2024-03~", date(2024, 3, 1), date(2024, 4, 1)),
        ("2024-03-05%", date(2024, 3, 5), date(2024, 3, 6)),
        ("2024-XX", date(2024, 1, 1), date(2025, 1, 1)),
        ("2024-05-XX", date(2024, 5, 1), date(2024, 6, 1)),
        ("2024-01-04T10:15:00Z", date(2024, 1, 4), date(2024, 1, 5)),
        ("9999", date(9999, 1, 1), None),
    ],
)
def test_edtf_becomes_the_days_it_could_mean(edtf: str, start: date | None, end: date | None) -> None:
    when = When.parse(edtf)
    assert (when.start, when.end, str(when)) == (start, end, edtf)


@pytest.mark.parametrize(
    "edtf",
    ["", "soon", "24", "2024-13", "2024-20", "2024-42", "2024-02-30", "2023-02-29", "2024-21-05", "2025/2024", "../..", "/",
    "1X9X", "XXXX-XX-05", "2024-1-1", "2024/2025/2026", "0000", "2024-00"],
)  # fmt: skip
def test_nonsense_is_refused_with_the_value_in_the_message(edtf: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        When.parse(edtf)


def test_a_leap_day_is_a_day_in_leap_years_and_where_the_year_is_open() -> None:
    assert When.parse("2024-02-29").end == date(2024, 3, 1)
    assert When.parse("XXXX-02-29").known is False


def test_an_unknown_year_keeps_its_month_and_a_part_of_the_year_has_none() -> None:
    assert When.parse("XXXX-12").month == 12
    assert When.parse("2024-05-09").month == 5
    assert When.parse("XXXX-21").month is None
    assert When.parse("2022/..").month is None


def test_a_year_is_not_before_a_month_inside_it() -> None:
    year, march = When.parse("2023"), When.parse("2023-03")
    assert not year.surely_before(march)
    assert not march.surely_before(year)
    assert year.overlaps(march)


def test_open_sides_are_compared_only_where_they_are_known() -> None:
    until, since = When.parse("../2022"), When.parse("2023/..")
    assert until.surely_before(since)
    assert not since.surely_before(until)
    assert not until.overlaps(since)
    assert When.parse("2022/..").overlaps(When.parse("2040"))
    assert not When.parse("2022/..").surely_before(When.parse("2040"))


def test_unknown_years_exclude_only_another_month() -> None:
    assert When.parse("XXXX-12").overlaps(When.parse("2024-12-05"))
    assert not When.parse("XXXX-12").overlaps(When.parse("2024-05"))
    assert When.parse("XXXX-12").overlaps(When.parse("2024"))
    assert not When.parse("XXXX-12").surely_before(When.parse("2999"))


def test_days_are_written_in_the_shortest_form() -> None:
    assert str(When.of_days(date(2024, 1, 1), date(2025, 1, 1))) == "2024"
    assert str(When.of_days(date(2024, 2, 1), date(2024, 3, 1))) == "2024-02"
    assert str(When.of_days(date(2024, 2, 1), date(2024, 2, 2))) == "2024-02-01"
    assert str(When.of_days(date(2024, 11, 25), date(2024, 12, 2))) == "2024-11-25/2024-12-01"
    with pytest.raises(ValueError, match="no day"):
        When.of_days(date(2024, 2, 1), date(2024, 2, 1))


@given(DAYS, st.integers(min_value=1, max_value=2000))
def test_days_survive_the_way_through_edtf(start: date, length: int) -> None:
    end = min(start + timedelta(days=length), date(9999, 1, 1))
    written = When.of_days(start, end)
    assert When.parse(written.edtf) == written
    assert (written.start, written.end) == (start, end)


@given(st.integers(min_value=1, max_value=9998), st.sampled_from(sorted(PARTS)), st.sampled_from(["", "?", "~", "%"]))
def test_parts_of_the_year_are_whole_months(year: int, part: int, qualifier: str) -> None:
    when = When.parse(f"{year:04}-{part}{qualifier}")
    assert when.start is not None
    assert when.end is not None
    months = (when.end.year - when.start.year) * 12 + when.end.month - when.start.month
    assert (when.start.day, when.end.day, when.start.year, months) == (1, 1, year, PARTS[part][1])


@given(DAYS, DAYS)
def test_two_days_are_before_after_or_the_same(left: date, right: date) -> None:
    one, other = When.parse(left.isoformat()), When.parse(right.isoformat())
    assert one.surely_before(other) == (left < right)
    assert one.overlaps(other) == (left == right)


@given(st.text(alphabet="0123456789X-/.?~%T", max_size=21))
def test_any_text_parses_to_its_own_words_or_is_refused(text: str) -> None:
    try:
        when = When.parse(text)
    except ValueError:
        return
    assert when.edtf == text
    assert when.start is None or when.end is None or when.start < when.end
