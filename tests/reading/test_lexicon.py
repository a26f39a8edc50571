"""Lexicons: longest form first, on word borders, also in capitals."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.lexicon import Lexicon

NAMES = Lexicon([("Guinea", "GN"), ("Guinea-Bissau", "GW"), ("New Guinea", "PG"), ("UAE", "AE"), ("Oman", "OM")])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Guinea and Oman", ["GN", "OM"]),
        ("Guinea-Bissau", ["GW"]),
        ("in New Guinea-Bissau trade", ["PG"]),
        ("Omani troops", []),
        ("the woman", []),
        ("GUINEA SAYS", ["GN"]),
        ("guinea pigs", []),
        ("uae", []),
        ("(Oman)", ["OM"]),
        ("", []),
    ],
)
def test_forms_are_found_on_word_borders(text: str, values: list[str]) -> None:
    assert [value for _, _, value in NAMES.find(text)] == values


def test_the_first_value_of_a_form_wins() -> None:
    assert list(Lexicon([("Skua", 1), ("Skua", 2)]).find("a Skua")) == [(2, 6, 1)]


def test_a_tail_may_follow_inside_the_word() -> None:
    planes = Lexicon([("Skua 2", "Skua 2")], tail=re.compile(r"(?:[A-Z]\d?)?s?"))
    text = "Skua 2s, Skua 2B1 and Skua 2xyz"
    assert [text[start:end] for start, end, _ in planes.find(text)] == ["Skua 2s", "Skua 2B1"]


def test_short_forms_are_not_found_in_capitals() -> None:
    assert list(Lexicon([("Ada", 1)]).find("ADA")) == []
    assert [value for *_, value in Lexicon([("Adal", 1)]).find("ADAL")] == [1]


@given(st.lists(st.sampled_from(["Guinea", "Guinea-Bissau", "New", "Oman", "UAE", "é", ",", "and", "Żubr"]), max_size=14))
def test_finds_are_in_order_and_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    last = 0
    for start, end, value in NAMES.find(text):
        assert last <= start < end <= len(text)
        assert next(NAMES.find(text[start:end])) == (0, end - start, value)
        last = end
