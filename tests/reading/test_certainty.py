"""Values after FactBank, and what changes them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.claim import CERTAINTIES, Certainty
from reportedly.packs.load import load_part
from reportedly.packs.schema import CueWords
from reportedly.reading.certainty import RANK, Value, embedding, is_negator, judge, negated_argument
from reportedly.reading.context import SentenceContext

VALUES = st.builds(Value, strength=st.sampled_from(["CT", "PR", "PS", "UU"]), positive=st.booleans())


@given(VALUES)
def test_every_value_has_a_name_of_the_guide(value: Value) -> None:
    assert value.certainty in CERTAINTIES


@given(VALUES, st.sampled_from(["CT", "PR", "PS", "UU"]))
def test_weaker_never_makes_surer(value: Value, strength: str) -> None:
    weaker = value.weaker(strength)
    assert RANK[weaker.strength] == max(RANK[value.strength], RANK[strength])
    assert weaker.positive == value.positive


@given(VALUES)
def test_flipping_twice_changes_nothing(value: Value) -> None:
    assert value.flipped() != value
    assert value.flipped().flipped() == value


@given(VALUES, st.sampled_from(CERTAINTIES))
def test_an_embedding_word_turns_round_only_where_it_denies(value: Value, certainty: Certainty) -> None:
    assert (value.under(certainty).positive != value.positive) == certainty.endswith("-")


@given(VALUES)
def test_what_is_certainly_so_changes_nothing(value: Value) -> None:
    assert value.under("CT+").certainty == value.certainty


@pytest.mark.parametrize(
    ("start", "under", "expected"),
    [
        (Value(), "PS+", "PS+"),
        (Value(), "CT-", "CT-"),
        (Value(), "PR-", "PR-"),
        (Value("CT", positive=False), "CT-", "CT+"),
        (Value("UU"), "PR+", "UU"),
        (Value(), "UU", "UU"),
    ],
)
def test_embedding(start: Value, under: Certainty, expected: str) -> None:
    assert start.under(under).certainty == expected


@pytest.mark.parametrize(
    ("text", "expected", "refusing"),
    [
        ("Malta delivered boats.", "CT+", False),
        ("Malta will deliver boats.", "PR+", False),
        ("Malta may deliver boats.", "PS+", False),
        ("Malta may not deliver boats.", "PS-", False),
        ("Malta did not deliver boats.", "CT-", False),
        ("Malta never delivered boats.", "CT-", False),
        ("Malta will not deliver boats.", "PR-", True),
        ("Malta allegedly delivered boats.", "PS+", False),
        ("Malta probably delivered boats.", "PR+", False),
        ("Nobody knows whether Malta delivered boats.", "UU", False),
        ("If Malta delivered boats, it lied.", "UU", False),
        ("Malta must deliver boats.", "UU", False),
    ],
)
def test_what_stands_on_the_verb(make_context: Callable[..., SentenceContext], text: str, expected: str, refusing: bool) -> None:
    tree = make_context(text).tree
    value = judge(tree, next(token for token in tree.tokens if token.lemma == "deliver"), Value(), "en")
    assert value.certainty == expected
    assert value.refusing is refusing
    assert all(cue in tree.tokens for cue in value.cues)
    assert bool(value.cues) == (expected != "CT+")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Malta plans to deliver boats.", "plans", "PR+"),
        ("Malta hopes to deliver boats.", "hopes", "PS+"),
        ("Malta denied that boats were delivered.", "denied", "CT-"),
        ("It is unlikely that boats were delivered.", "unlikely", "PR-"),
        ("Malta urged Cyprus to deliver boats.", "urged", "UU"),
        ("Malta painted boats.", "painted", None),
    ],
)
def test_words_that_colour_their_clause(
    make_context: Callable[..., SentenceContext], text: str, word: str, expected: str | None
) -> None:
    token = next(token for token in make_context(text).tree.tokens if token.text == word)
    assert embedding(token, "en") == expected


@pytest.mark.parametrize(
    ("text", "noun", "cue"),
    [
        ("No boats were delivered.", "boats", "No"),
        ("Malta delivered boats.", "boats", None),
        ("None were delivered.", "None", "None"),
    ],
)
def test_a_negated_argument(make_context: Callable[..., SentenceContext], text: str, noun: str, cue: str | None) -> None:
    tree = make_context(text).tree
    found = negated_argument(tree, next(token for token in tree.tokens if token.text == noun), "en")
    assert (None if found is None else found.text) == cue


def test_only_a_negating_child_is_a_negator(make_context: Callable[..., SentenceContext]) -> None:
    words = load_part("en", "cues", CueWords)
    tokens = make_context("Malta did not deliver boats.").tree.tokens
    assert [token.text for token in tokens if is_negator(token, words)] == ["not"]
