"""Times of a sentence become EDTF by the day of publication; the words come from the packs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.when import When
from reportedly.reading.calendar import Anchor, Tense, previous
from reportedly.reading.times import TimeSpan, dateline_of_line, find_times, resolve

PUBLISHED = "2024-04-17"
"""A Wednesday."""


def times(text: str, language: str = "en", published: str | None = PUBLISHED, tense: Tense | None = "past") -> list[TimeSpan]:
    """Find the times of a text that is one sentence."""
    return find_times(text, 0, len(text), published, language, tense)


def edtf(text: str, language: str = "en", published: str | None = PUBLISHED, tense: Tense | None = "past") -> str | None:
    """Find the only time of a text."""
    (span,) = times(text, language, published, tense)
    return span.edtf


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The boats came on 5 February 2023.", "2023-02-05"),
        ("The boats came on February 5, 2023.", "2023-02-05"),
        ("The boats came on Monday, 5 February 2023.", "2023-02-05"),
        ("The boats came on 2023-02-05.", "2023-02-05"),
        ("The boats came on 05.02.2023.", "2023-02-05"),
        ("The boats came in February 2023.", "2023-02"),
        ("The boats came in late February 2023.", "2023-02"),
        ("The boats came in the second half of February 2023.", "2023-02"),
        ("The boats came in 2019.", "2019"),
        ("The boats came in the autumn of 2019.", "2019-23"),
        ("The boats came in the second quarter of 2019.", "2019-34"),
        ("The boats came in Q3 2019.", "2019-35"),
        ("The boats came in the first half of 2019.", "2019-40"),
        ("The boats came in the eighties.", "198X"),
        ("The boats came in the late 1990s.", "199X"),
        ("The boats came in the 20th century.", "19XX"),
        ("The boats came between 2016 and 2019.", "2016/2019"),
        ("The boats came in 2016–2019.", "2016/2019"),
        ("The boats came on 3-7 February 2023.", "2023-02-03/2023-02-07"),
    ],
)
def test_dates_that_say_their_year_need_no_publication(words: str, expected: str) -> None:
    (span,) = times(words, published=None)
    assert span.edtf == expected
    assert span.base == "text"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Oslo sent them today.", "2024-04-17"),
        ("Oslo sent them yesterday.", "2024-04-16"),
        ("Oslo sent them on Wednesday.", "2024-04-17"),
        ("Oslo sent them on Friday.", "2024-04-12"),
        ("Oslo sent them last Wednesday.", "2024-04-10"),
        ("Oslo sent them on Monday night.", "2024-04-15"),
        ("Oslo sent them this week.", "2024-04-15/2024-04-21"),
        ("Oslo sent them last week.", "2024-04-08/2024-04-14"),
        ("Oslo sent them over the weekend.", "2024-04-13/2024-04-14"),
        ("Oslo sent them this month.", "2024-04"),
        ("Oslo sent them last month.", "2024-03"),
        ("Oslo sent them earlier this year.", "2024"),
        ("Oslo sent them last year.", "2023"),
        ("Oslo sent them two years ago.", "2022"),
        ("Oslo sent them a month ago.", "2024-03"),
        ("Oslo sent them three weeks ago.", "2024-03-25/2024-03-31"),
        ("Oslo sent them ten days ago.", "2024-04-07"),
        ("Oslo sent them in February.", "2024-02"),
        ("Oslo sent them in May.", "2023-05"),
        ("Oslo sent them in mid-November.", "2023-11"),
        ("Oslo sent them last June.", "2023-06"),
        ("Oslo sent them in June last year.", "2023-06"),
        ("Oslo sent them in June of last year.", "2023-06"),
        ("Oslo sent them on 9 March.", "2024-03-09"),
        ("Oslo sent them on Nov. 9.", "2023-11-09"),
        ("Oslo sent them this spring.", "2024-21"),
        ("Oslo sent them last autumn.", "2023-23"),
        ("Oslo sent them in the summer.", "2023-22"),
        ("Oslo sent them in the third quarter.", "2023-35"),
        ("Oslo sent them by Christmas.", "../2023-12"),
    ],
)
def test_past_times_lie_on_or_before_the_publication(words: str, expected: str) -> None:
    assert edtf(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Rome will send them tomorrow.", "2024-04-18"),
        ("Rome will send them on Friday.", "2024-04-19"),
        ("Rome will send them next Wednesday.", "2024-04-24"),
        ("Rome will send them next week.", "2024-04-22/2024-04-28"),
        ("Rome will send them this weekend.", "2024-04-20/2024-04-21"),
        ("Rome will send them next month.", "2024-05"),
        ("Rome will send them early next year.", "2025"),
        ("Rome will send them in January.", "2025-01"),
        ("Rome will send them in the autumn.", "2024-23"),
        ("Rome will send them next spring.", "2025-21"),
        ("Rome will send them in the first quarter.", "2025-33"),
        ("Rome will send them in the second half of the year.", "2024-41"),
        ("Rome will send them in three years.", "2027"),
        ("Rome will send them by the end of the year.", "../2024"),
        ("Rome will send them by year-end.", "../2024"),
        ("Rome will send them by 2026.", "../2026"),
        ("Rome will send them before 2027.", "../2026"),
        ("Rome will send them before winter.", "../2024-23"),
        ("Rome will send them before January 2026.", "../2025-12"),
        ("Rome will send them from September.", "2024-09/.."),
        ("Rome will send them from next year on.", "2025/.."),
        ("Rome will send them no earlier than June.", "2024-06/.."),
        ("Rome will send them on 30 June.", "2024-06-30"),
    ],
)
def test_future_times_lie_on_or_after_the_publication(words: str, expected: str) -> None:
    assert edtf(words, tense="future") == expected


@pytest.mark.parametrize(
    ("words", "expected", "kind"),
    [
        ("Delhi has flown it since 2015.", "2015/..", "since"),
        ("Delhi has flown it since November.", "2023-11/..", "since"),
        ("Delhi has flown it since the spring of 2015.", "2015-21/..", "since"),
        ("Delhi stopped it after 2015.", "2015/..", "since"),
        ("Delhi flew it until 2015.", "../2015", "until"),
        ("Delhi flew it before the full-scale invasion.", "../2022-02", "until"),
    ],
)
def test_prepositions_open_one_side(words: str, expected: str, kind: str) -> None:
    (span,) = times(words)
    assert (span.edtf, span.kind) == (expected, kind)


@pytest.mark.parametrize(
    ("words", "kind", "length"),
    [
        ("Repairs took three weeks.", "duration", "P3W"),
        ("Repairs took a year.", "duration", "P1Y"),
        ("Repairs went on for months.", "duration", "PXM"),
        ("Repairs took several days.", "duration", "PXD"),
        ("They signed a five-year contract.", "duration", "P5Y"),
        ("They fly in every week.", "set", "P1W"),
        ("They were repaired recently.", "vague", None),
        ("They will be repaired soon.", "vague", None),
    ],
)
def test_spans_without_a_place_in_the_calendar_have_no_value(words: str, kind: str, length: str | None) -> None:
    (span,) = times(words)
    assert (span.edtf, span.kind, span.length) == (None, kind, length)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Lima bought them in October.", "XXXX-10"),
        ("Lima bought them this spring.", "XXXX-21"),
        ("Lima bought them on 9 March.", "XXXX-03-09"),
        ("Lima bought them in March of last year.", "XXXX-03"),
        ("Lima will get them by October.", "../XXXX-10"),
        ("Lima bought them on Tuesday.", None),
        ("Lima bought them last year.", None),
        ("Lima bought them today.", None),
        ("Lima bought them in 2021.", "2021"),
    ],
)
def test_without_a_publication_the_year_stays_open(words: str, expected: str | None) -> None:
    assert edtf(words, published=None) == expected


def test_a_coarse_publication_gives_what_it_can() -> None:
    assert edtf("Lima bought them last year.", published="2024") == "2023"
    assert edtf("Lima bought them last month.", published="2024-04") == "2024-03"
    assert edtf("Lima bought them on Tuesday.", published="2024-04") is None
    assert edtf("Lima bought them in March.", published="2024") == "XXXX-03"


@pytest.mark.parametrize(
    "words",
    [
        "They may march on the base.",
        "The price will fall.",
        "Over 2000 drones were sent.",
        "The Mirage 2000-5 flew.",
        "Seventy Su-35s and ten T-2000s flew.",
        "The second batch was sent.",
        "The head of state spoke.",
        "Four of the 24 jets flew.",
        "The invasion was costly.",
    ],
)
def test_words_that_only_look_like_times_are_left(words: str) -> None:
    assert times(words) == []


def test_what_is_too_far_away_has_no_date() -> None:
    assert edtf("It was built 99999999 days ago.") is None
    assert edtf("It was built 9 thousand years ago.") is None


def test_a_number_behind_a_month_with_its_preposition_is_a_count() -> None:
    (span,) = times("In March 22 howitzers arrived.")
    assert (span.quote.text, span.edtf) == ("March", "2024-03")


def test_quotes_are_offsets_into_the_page() -> None:
    page = "Menu\nOslo sent them last year.\nRead on"
    (span,) = find_times(page, 5, 30, PUBLISHED, "en")
    assert (span.quote.start, span.quote.end) == (20, 29)
    assert page[span.quote.start : span.quote.end] == span.quote.text == "last year"


def test_a_possessive_ending_is_no_part_of_the_time() -> None:
    (span,) = times("They were in last year's budget.")
    assert (span.quote.text, span.edtf) == ("last year", "2023")


@pytest.mark.parametrize(
    ("words", "earlier", "expected"),
    [
        ("It was signed in the same month.", "2023-12-05", "2023-12"),
        ("It was signed in the same month.", "XXXX-12", "XXXX-12"),
        ("It was signed in the same month.", "2023", None),
        ("It was signed two years later.", "2019", "2021"),
        ("It was signed a month earlier.", "2019-01", "2018-12"),
        ("It was signed several years later.", "2019", None),
    ],
)
def test_times_that_point_back_are_worked_out_from_the_earlier_one(words: str, earlier: str, expected: str | None) -> None:
    (span,) = times(words)
    assert (span.edtf, span.base) == (None, "earlier")
    assert resolve(span, earlier) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Прага передала їх минулого вівторка.", "2024-04-16"),
        ("Прага передала їх у п'ятницю.", "2024-04-12"),
        ("Прага передала їх минулого року.", "2023"),
        ("Прага передала їх торік.", "2023"),
        ("Прага передала їх торік у грудні.", "2023-12"),
        ("Прага передала їх у березні минулого року.", "2023-03"),
        ("Прага передала їх наприкінці листопада.", "2023-11"),
        ("Прага передала їх двадцять п'ятого серпня 2022 року.", "2022-08-25"),
        ("Прага передала їх 3 лютого.", "2024-02-03"),
        ("Прага передала їх у 2020-му.", "2020"),
        ("Прага передала їх у 90-х роках.", "199X"),
        ("Прага передала їх минулої осені.", "2023-23"),
        ("Прага передала їх узимку.", "2023-24"),
        ("Прага передала їх цього тижня.", "2024-04-15/2024-04-21"),
        ("Прага передала їх два роки тому.", "2022"),
        ("Прага передає їх з 2021 року.", "2021/.."),
        ("Прага передає їх з вересня.", "2023-09/.."),
        ("Прага передала їх після 2021 року.", "2021/.."),
        ("Прага передала їх у 2018–2020 роках.", "2018/2020"),
        ("Прага передала їх з 5 по 9 лютого.", "2024-02-05/2024-02-09"),
    ],
)
def test_ukrainian_past(words: str, expected: str) -> None:
    assert edtf(words, "uk") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Прага передасть їх до кінця року.", "../2024"),
        ("Прага передасть їх до 2026 року.", "../2026"),
        ("Прага передасть їх у першому кварталі.", "2025-33"),
        ("Прага передасть їх у II кварталі 2025 року.", "2025-34"),
        ("Прага передасть їх у другому півріччі 2025 року.", "2025-41"),
        ("Прага передасть їх наступного року.", "2025"),
        ("Прага передасть їх навесні.", "2024-21"),
        ("Прага передасть їх через три місяці.", "2024-07"),
        ("Прага передасть їх за два роки.", "2026"),
        ("Прага передасть їх не раніше осені.", "2024-23/.."),
    ],
)
def test_ukrainian_future(words: str, expected: str) -> None:
    assert edtf(words, "uk", tense="future") == expected


@pytest.mark.parametrize(
    ("words", "tense", "expected"),
    [
        ("Минск получил их в прошлую пятницу.", "past", "2024-04-12"),
        ("Минск получил их во вторник.", "past", "2024-04-16"),
        ("Минск получил их в прошлом году.", "past", "2023"),
        ("Минск получил их в середине декабря.", "past", "2023-12"),
        ("Минск получил их минувшей весной.", "past", "2023-21"),
        ("Минск получил их в девяностых.", "past", "199X"),
        ("Минск получил их на прошлой неделе.", "past", "2024-04-08/2024-04-14"),
        ("Минск получает их с 2021 года.", "past", "2021/.."),
        ("Минск получает их ещё с октября 2023 года.", "past", "2023-10/.."),
        ("Минск получит их до мая.", "future", "../2024-05"),
        ("Минск получит их к 2026 году.", "future", "../2026"),
        ("Минск получит их к концу года.", "future", "../2024"),
        ("Минск получит их в первом квартале 2025 года.", "future", "2025-33"),
        ("Минск получит их во втором полугодии.", "future", "2024-41"),
        ("Минск получит их в следующем месяце.", "future", "2024-05"),
        ("Минск получит их осенью.", "future", "2024-23"),
        ("Минск получит их через год.", "future", "2025"),
    ],
)
def test_russian(words: str, tense: Tense, expected: str) -> None:
    assert edtf(words, "ru", tense=tense) == expected


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("6 October 2022 - Rabat takes the first tanks.", "en", "2022-10-06"),
        ("April 2021 – A ship leaves Gdansk.", "en", "2021-04"),
        ("2019: Six guns change hands.", "en", "2019"),
        ("OSLO, March 3 (NTB) - The ministry said", "en", "2024-03-03"),
        ("MADRID, Spain, March 3, 2023 — The ministry said", "en", "2023-03-03"),
        ("• 3 March — Ships", "en", "2024-03-03"),
        ("3 March 2023", "en", "2023-03-03"),
        ("3 March 2023 09:15", "en", "2023-03-03"),
        ("КИЇВ, 3 березня (Агенція) — Про це сказали", "uk", "2024-03-03"),
        ("6 октября 2022 года — первые танки", "ru", "2022-10-06"),
        ("09:15 Rabat asks for more", "en", None),
        ("On 6 October 2022 Rabat took tanks - at last.", "en", None),
        ("Rabat took tanks in 2022 - at last.", "en", None),
        ("2022 deliveries - a list", "en", None),
        ("", "en", None),
    ],
)
def test_the_date_at_the_head_of_an_entry(line: str, language: str, expected: str | None) -> None:
    assert dateline_of_line(line, 0, len(line), PUBLISHED, language) == expected


@pytest.mark.parametrize(
    ("date", "before"),
    [("2024", "2023"), ("2024-01", "2023-12"), ("2024-03-01", "2024-02-29"), ("2024-21", "2023-24"), ("2024-36", "2024-35"),
     ("2024-40", "2023-41"), ("199X", "198X"), ("XXXX-01", "XXXX-12"), ("2024-04-15/2024-04-21", "2024-04-14")],
)  # fmt: skip
def test_the_date_right_before_another(date: str, before: str) -> None:
    assert previous(date) == before


def test_an_anchor_reads_only_dates() -> None:
    assert Anchor.of("2024-04-17", None).day is not None
    assert Anchor.of("2024-02-30", None) == Anchor(2024, 2)
    assert Anchor.of("2024-21", None) == Anchor()
    assert Anchor.of("soon", None) == Anchor()
    assert Anchor.of("0001-01-01", None) == Anchor()
    assert Anchor.of("2024-04-17T10:00:00Z", None).month == 4


WORDS = ["last", "next", "this", "the", "end", "of", "in", "since", "by", "before", "from", "to", "-", "May", "March", "2024", "2019",
         "5", "31", "year", "week", "spring", "Tuesday", "ago", "two", "half", "second", "quarter", "Q2", "1990s", ",", "later", "."]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.sampled_from([None, "2024-02-29", "2024-12", "2024", "0001-01-01", "9999-12-31"]),
       st.sampled_from([None, "past", "future"]))  # fmt: skip
def test_every_value_is_edtf_and_every_quote_stands_in_the_text(
    words: list[str], published: str | None, tense: Tense | None
) -> None:
    text = " ".join(words)
    found = times(text, published=published, tense=tense)
    for span in found:
        assert text[span.quote.start : span.quote.end] == span.quote.text
        assert span.edtf is None or When.parse(span.edtf).edtf == span.edtf
    assert all(left.quote.end <= right.quote.start for left, right in pairwise(found))


@given(st.text(max_size=60), st.sampled_from(["en", "uk", "ru"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    for span in times(text, language):
        assert text[span.quote.start : span.quote.end] == span.quote.text
