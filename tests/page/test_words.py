import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.page.words import all_words, alternatives, any_of, plain, wordings


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("sign up", "please SIGN  UP here", True),
        ("sign up", "design upset", False),
        ("subscri*", "our subscribers", True),
        ("subscri*", "unsubscribed", False),
        ("cut .. length", "cut for length", True),
        ("cut .. length", "cut a b c d e f length", False),
        ("tel.:", "Tel.: 12", True),
        ("зв'язок", "зворотний зв’язок", True),
    ],
)
def test_phrases_match_as_the_schema_says(phrase: str, text: str, found: bool) -> None:
    assert bool(any_of([phrase]).search(plain(text))) is found


def test_no_phrases_match_nothing() -> None:
    assert any_of([]).search("") is None
    assert re.search(alternatives([]), "text") is None


@given(st.lists(st.from_regex(r"[a-zа-я]{1,6}( [a-zа-я]{1,6})?\*?", fullmatch=True), min_size=1, max_size=8))
def test_each_phrase_of_many_is_found(phrases: list[str]) -> None:
    pattern = any_of(phrases)
    for phrase in phrases:
        assert pattern.search(f"- {phrase.replace('*', '')} -") is not None


def test_plain_keeps_the_length() -> None:
    assert len(plain("пʼять’ ‘x` y")) == len("пʼять’ ‘x` y")


def test_every_pack_names_twelve_months_and_its_letters() -> None:
    for wording in wordings().values():
        assert len(wording.dates.months) == 12
        assert set(wording.own) <= set(wording.alphabet)
    assert all_words().months["листопада"] == 11
