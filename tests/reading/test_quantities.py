"""Quantities of a sentence: their range, their kind, and the place where they stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.packs.calendar import NumberWords
from reportedly.packs.load import load_part
from reportedly.reading.numerals import NumeralReader, parse_digits, tokenize
from reportedly.reading.quantities import QuantitySpan, find_quantities

LANGUAGES = ["en", "ru", "uk"]


def quantities(text: str, language: str = "en", skip: tuple[tuple[int, int], ...] = ()) -> list[QuantitySpan]:
    """Find the quantities of a text that is one sentence."""
    return find_quantities(text, 0, len(text), language, skip)


def counts(text: str, language: str = "en") -> list[tuple[str, int, int | None]]:
    """List the counts of a text: words, least, most."""
    return [
        (span.quote.text, span.quantity.min, span.quantity.max) for span in quantities(text, language) if span.kind == "count"
    ]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("18", 18, 18),
        ("1,250", 1250, 1250),
        ("13,000", 13000, 13000),
        ("1 250", 1250, 1250),
        ("2.5 million", 2500000, 2500000),
        ("300k", 300000, 300000),
        ("three million", 3000000, 3000000),
        ("a million", 1000000, 1000000),
        ("half a million", 500000, 500000),
        ("seventeen", 17, 17),
        ("forty-two", 42, 42),
        ("two hundred and six", 206, 206),
        ("twelve hundred", 1200, 1200),
        ("three hundred thousand", 300000, 300000),
        ("two thousand five hundred", 2500, 2500),
        ("a dozen", 12, 12),
        ("half a dozen", 6, 6),
        ("three dozen", 36, 36),
        ("a pair", 2, 2),
        ("a couple", 2, 2),
        ("two hundred twelve (212)", 212, 212),
        ("dozens", 24, None),
        ("several dozen", 24, None),
        ("hundreds", 200, None),
        ("several hundred", 200, None),
        ("a few thousand", 2000, None),
        ("thousands", 2000, None),
        ("tens of thousands", 20000, None),
        ("hundreds of thousands", 200000, None),
        ("millions", 2000000, None),
        ("at least 35", 35, None),
        ("more than 150", 150, None),
        ("no fewer than nine", 9, None),
        ("upwards of 9,000", 9000, None),
        ("90 or more", 90, None),
        ("up to 70", 0, 70),
        ("up to six million", 0, 6000000),
        ("not more than twenty", 0, 20),
        ("fewer than 10", 0, 10),
        ("around 300", 300, 300),
        ("some 60", 60, 60),
        ("an estimated 2,000", 2000, 2000),
        ("between 14 and 19", 14, 19),
        ("from 14 to 19", 14, 19),
        ("14 to 19", 14, 19),
        ("14-19", 14, 19),
        ("14–19", 14, 19),
        ("two or three", 2, 3),
        ("10 to 15 thousand", 10000, 15000),
    ],
)
def test_one_number_with_its_bounds(words: str, low: int, high: int | None) -> None:
    assert counts(f"Oslo sent {words} howitzers.") == [(words, low, high)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Oslo sent another 26 boats.", [("26", 26, 26)]),
        ("Oslo sent up to another 26 boats.", [("up to another 26", 0, 26)]),
        ("Oslo sent the first three boats.", [("three", 3, 3)]),
        ("Oslo sent four of the nine boats.", [("four", 4, 4), ("nine", 9, 9)]),
        ("Oslo sent 30 120 mm mortars.", [("30", 30, 30)]),
        ("Oslo sent 30 120mm mortars.", [("30", 30, 30)]),
        ("Oslo sent a boat and another boat.", []),
        ("Oslo sent not one boat.", []),
        ("Oslo sent several boats.", []),
        ("Oslo sent seven more boats.", [("seven", 7, 7)]),
        ("2) Oslo sent boats.", []),
    ],
)
def test_counts_in_their_sentence(sentence: str, expected: list[tuple[str, int, int | None]]) -> None:
    assert counts(sentence) == expected


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The 170 mm guns", "measure"),
        ("The 155mm shells", "measure"),
        ("A 155-mm shell", "measure"),
        ("It flies 300 km far", "measure"),
        ("They sent 20,000 containers of shells", "measure"),
        ("They sent 750 tonnes of powder", "measure"),
        ("They paid 120 percent", "measure"),
        ("They paid 12% more", "measure"),
        ("They paid $1.2bn", "money"),
        ("They paid USD 40 million", "money"),
        ("They paid 8 billion pounds", "money"),
        ("They paid 60 million US dollars", "money"),
        ("They paid 8 bln pound sums", "money"),
        ("They paid in 2019", "date-like"),
        ("They paid on 4 May", "date-like"),
        ("They paid for three years", "date-like"),
        ("A 12-year-old paid", "measure"),
        ("A second battery", "ordinal"),
        ("The 8th battery", "ordinal"),
    ],
)
def test_what_is_no_count_has_another_kind(words: str, kind: str) -> None:
    (span,) = quantities(words)
    assert span.kind == kind


@pytest.mark.parametrize("words", ["F-16s and Su-35s", "the S300 and AN/TPS-77", "4x4 trucks", "at 07:55", "the 12.5.3 release"])
def test_numbers_in_names_clocks_and_versions_are_none(words: str) -> None:
    assert quantities(words) == []


def test_an_ordinal_counts_the_one_it_singles_out() -> None:
    (span,) = quantities("Oslo sent a second battery.")
    assert (span.quote.text, span.quantity.min, span.quantity.max) == ("second", 1, 1)


def test_a_letter_that_opens_a_designation_is_no_unit() -> None:
    assert counts("Oslo sent 20 T-72 tanks and 3 M-346 jets.") == [("20", 20, 20), ("3", 3, 3)]
    assert counts("Передали 20 Т-72.", "uk") == [("20", 20, 20)]


def test_designations_are_left_out_where_the_caller_says_so() -> None:
    text = "Oslo sent 5 Leopard 2 tanks."
    at = text.index("Leopard")
    assert [span.quote.text for span in quantities(text)] == ["5", "2"]
    assert [span.quote.text for span in quantities(text, skip=((at, at + len("Leopard 2")),))] == ["5"]


def test_offsets_point_into_the_page() -> None:
    page = "Menu\nOslo sent more than 40 boats.\nEnd"
    (span,) = find_quantities(page, 5, 34, "en")
    assert (span.quote.start, page[span.quote.start : span.quote.end]) == (15, "more than 40")


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("12 400", 12400, 12400),
        ("500 тис.", 500000, 500000),
        ("3 млн", 3000000, 3000000),
        ("1,5 млн", 1500000, 1500000),
        ("двадцять дві", 22, 22),
        ("триста тисяч", 300000, 300000),
        ("тисяча двісті", 1200, 1200),
        ("півтора мільйона", 1500000, 1500000),
        ("пів мільйона", 500000, 500000),
        ("два десятки", 20, 20),
        ("понад 200", 200, None),
        ("понад тисячу", 1000, None),
        ("не менше 40", 40, None),
        ("щонайменше сорок", 40, None),
        ("близько 50", 50, 50),
        ("до 50", 0, 50),
        ("до тисячі", 0, 1000),
        ("десятки", 20, None),
        ("сотні", 200, None),
        ("кілька сотень", 200, None),
        ("тисячі", 2000, None),
        ("сотні тисяч", 200000, None),
        ("від 100 до 150", 100, 150),
        ("100–150", 100, 150),
        ("два-три", 2, 3),
    ],
)
def test_ukrainian(words: str, low: int, high: int | None) -> None:
    assert counts(f"Осло передало {words} гаубиць.", "uk") == [(words, low, high)]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("двадцать девять", 29, 29),
        ("пятьсот двадцать три", 523, 523),
        ("полтора миллиона", 1500000, 1500000),
        ("порядка миллиона", 1000000, 1000000),
        ("свыше 200", 200, None),
        ("не менее 40", 40, None),
        ("около 50", 50, 50),
        ("до 50", 0, 50),
        ("до тысячи", 0, 1000),
        ("десятки", 20, None),
        ("несколько сотен", 200, None),
        ("сотни тысяч", 200000, None),
        ("тысячи", 2000, None),
        ("от 10 до 15 тысяч", 10000, 15000),
        ("двух-трёх", 2, 3),
    ],
)
def test_russian(words: str, low: int, high: int | None) -> None:
    assert counts(f"Осло передало {words} гаубиц.", "ru") == [(words, low, high)]


@pytest.mark.parametrize(
    ("words", "language", "kind"),
    [
        ("30 млн євро", "uk", "money"),
        ("80 відсотків", "uk", "measure"),
        ("35-мм гармата", "uk", "measure"),
        ("15-й пакет", "uk", "ordinal"),
        ("другу батарею", "uk", "ordinal"),
        ("у 2023 році", "uk", "date-like"),
        ("7,4 млрд долларов", "ru", "money"),
        ("30 процентов", "ru", "measure"),
        ("первый самолёт", "ru", "ordinal"),
        ("с 5 мая", "ru", "date-like"),
    ],
)
def test_kinds_in_other_languages(words: str, language: str, kind: str) -> None:
    (span,) = quantities(words, language)
    assert span.kind == kind


@pytest.mark.parametrize(
    ("digits", "decimal", "group", "value"),
    [
        ("1,500", ".", [","], 1500),
        ("1,500", ",", ["."], 1.5),
        ("1.500", ",", ["."], 1500),
        ("14,5", ",", ["."], 14.5),
        ("1 234 567", ".", [","], 1234567),
        ("1\u00a0500", ".", [","], 1500),
        ("07:55", ".", [","], None),
        ("17.04.2024", ".", [","], None),
    ],
)
def test_digits(digits: str, decimal: str, group: list[str], value: float | None) -> None:
    assert parse_digits(digits, decimal, group) == value


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_word_of_a_pack_reads_as_its_value(language: str) -> None:
    words = load_part(language, "numbers", NumberWords)
    reader = NumeralReader(words)
    for word, value in words.values.items():
        (numeral,) = reader.read(tokenize(word, 0, len(word)))
        assert (numeral.value, numeral.exact) == (value, True), word
    for word, least in words.vague.items():
        (numeral,) = reader.read(tokenize(word, 0, len(word)))
        assert (numeral.value, numeral.exact) == (least, False), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_word_is_an_ordinal_too(language: str) -> None:
    words = load_part(language, "numbers", NumberWords)
    assert not set(words.values) & set(words.ordinals)


@given(st.integers(min_value=0, max_value=999_999_999), st.sampled_from(["", ","]))
def test_whole_numbers_keep_their_value(number: int, mark: str) -> None:
    written = f"{number:{mark}}"
    (span,) = quantities(f"Oslo sent x {written} howitzers")
    assert (span.quote.text, span.quantity.min, span.quantity.max) == (written, number, number)


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_any_text_can_be_read(text: str, language: str) -> None:
    found = quantities(text, language)
    for span in found:
        assert text[span.quote.start : span.quote.end] == span.quote.text
    assert all(left.quote.end <= right.quote.start for left, right in pairwise(found))
