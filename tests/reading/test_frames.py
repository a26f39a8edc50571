"""Triggers and the places beside them: written for the active voice, found in every other."""

from collections.abc import Callable

import pytest

from reportedly.reading.context import SentenceContext
from reportedly.reading.frames import Places, Trigger, find_triggers, is_relative
from reportedly.reading.tree import Token


def triggers(make_context: Callable[..., SentenceContext], text: str) -> dict[str, Trigger]:
    return {trigger.token.text: trigger for trigger in find_triggers(make_context(text).tree, "en")}


def at(make_context: Callable[..., SentenceContext], text: str, verb: str, place: str) -> list[str]:
    """The words in a place of a verb."""
    tree = make_context(text).tree
    return [token.text for token in Places(tree, "en").find(token_of(tree.tokens, verb), place)]


def token_of(tokens: tuple[Token, ...], text: str) -> Token:
    return next(token for token in tokens if token.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "place", "words"),
    [
        ("Malta delivered boats to Cyprus.", "delivered", "subject", ["Malta"]),
        ("Malta delivered boats to Cyprus.", "delivered", "object", ["boats"]),
        ("Malta delivered boats to Cyprus.", "delivered", "to", ["Cyprus"]),
        ("Malta delivered boats and radars to Cyprus.", "delivered", "object", ["boats", "radars"]),
        ("The boats were delivered to Cyprus by Malta.", "delivered", "subject", ["Malta"]),
        ("The boats were delivered to Cyprus by Malta.", "delivered", "object", ["boats"]),
        ("The boats were delivered to Cyprus by Malta.", "delivered", "to", ["Cyprus"]),
        ("Malta gave Cyprus two boats.", "gave", "indirect", ["Cyprus"]),
        ("Cyprus was given two boats.", "given", "indirect", ["Cyprus"]),
        ("Malta plans to deliver boats to Cyprus.", "deliver", "subject", ["Malta"]),
        ("Malta persuaded Cyprus to buy boats.", "buy", "subject", ["Cyprus"]),
        ("Malta, which delivered the boats, is small.", "delivered", "subject", ["Malta"]),
        ("Malta has bought boats and sold rifles.", "sold", "subject", ["Malta"]),
        ("Malta accused Cyprus of selling rifles.", "selling", "subject", ["Cyprus"]),
    ],
)
def test_who_stands_where(
    make_context: Callable[..., SentenceContext], text: str, verb: str, place: str, words: list[str]
) -> None:
    assert at(make_context, text, verb, place) == words


def test_a_relative_clause_is_about_its_noun(make_context: Callable[..., SentenceContext]) -> None:
    assert "boats" in at(make_context, "The boats that Malta delivered have sunk.", "delivered", "object")


def test_the_owner_of_an_event_noun(make_context: Callable[..., SentenceContext]) -> None:
    assert at(make_context, "Malta's delivery of boats began.", "delivery", "owner") == ["Malta"]


def test_passive_is_told_from_active(make_context: Callable[..., SentenceContext]) -> None:
    for text, passive in (("Malta delivered boats.", False), ("The boats were delivered.", True)):
        tree = make_context(text).tree
        assert Places(tree, "en").passive(token_of(tree.tokens, "delivered")) is passive


def test_a_relative_pronoun(make_context: Callable[..., SentenceContext]) -> None:
    tree = make_context("The boats that Malta delivered have sunk.").tree
    assert [token.text for token in tree.tokens if is_relative(token)] == ["that"]


def test_triggers_come_in_order_with_their_stage(make_context: Callable[..., SentenceContext]) -> None:
    found = triggers(make_context, "Malta ordered boats that Cyprus had delivered.")
    assert [(word, trigger.frame.stage) for word, trigger in found.items()] == [
        ("ordered", "agreement"),
        ("delivered", "delivery"),
    ]


def test_a_verb_with_a_particle_needs_it(make_context: Callable[..., SentenceContext]) -> None:
    handed = triggers(make_context, "Malta handed over the boats.")["handed"]
    assert handed.frame.stage == "delivery"
    assert "over" in handed.frame.particle


def test_a_phrase_wins_over_its_words(make_context: Callable[..., SentenceContext]) -> None:
    found = triggers(make_context, "Two boats for Cyprus are in the pipeline.")
    phrase = next(trigger for trigger in found.values() if len(trigger.tokens) > 1)
    assert phrase.frame.words == ["in the pipeline"]
    assert not any(trigger.tokens & phrase.tokens for trigger in found.values() if trigger is not phrase)


def test_auxiliaries_and_other_words_open_no_frame(make_context: Callable[..., SentenceContext]) -> None:
    assert triggers(make_context, "Malta slept through the long winter night.") == {}
