"""Events: the stage of what is said to happen and how sure it is, for each way of saying it (GUIDE.md, "Stage" and "Certainty")."""

from collections.abc import Callable

import pytest

from reportedly.reading.context import SentenceContext
from reportedly.reading.events import Event

TABLE = [
    # plain
    ("Malta delivered rifles to Cyprus.", "delivery", "CT+"),
    ("Malta has donated rifles to Cyprus.", "delivery", "CT+"),
    ("Cyprus received the rifles from Malta.", "delivery", "CT+"),
    ("Malta is delivering rifles to Cyprus.", "shipment", "CT+"),
    ("Cyprus ordered rifles from Malta.", "agreement", "CT+"),
    ("Malta sold rifles to Cyprus.", "agreement", "CT+"),
    ("Cyprus signed a contract for rifles with Malta.", "agreement", "CT+"),
    ("Customs officers seized rifles on their way to Cyprus.", "seizure", "CT+"),
    # future, modals, adverbs
    ("Malta will deliver rifles to Cyprus.", "delivery", "PR+"),
    ("Malta to deliver rifles to Cyprus", "delivery", "PR+"),
    ("Malta may deliver rifles to Cyprus.", "delivery", "PS+"),
    ("Malta might not deliver rifles to Cyprus.", "delivery", "PS-"),
    ("Malta should deliver rifles to Cyprus.", "delivery", "UU"),
    ("Malta reportedly delivered rifles to Cyprus.", "delivery", "PS+"),
    # negation
    ("Malta did not deliver rifles to Cyprus.", "delivery", "CT-"),
    ("Malta has not yet delivered the rifles to Cyprus.", "delivery", "CT-"),
    ("Malta never delivered rifles to Cyprus.", "delivery", "CT-"),
    ("No rifles have been delivered to Cyprus.", "delivery", "CT-"),
    # denial and doubt
    ("Malta denied delivering rifles to Cyprus.", "delivery", "CT-"),
    ("Malta denied that it had delivered rifles to Cyprus.", "delivery", "CT-"),
    ("It is unlikely that Malta delivered rifles to Cyprus.", "delivery", "PR-"),
    # plans and hopes
    ("Malta plans to deliver rifles to Cyprus.", "delivery", "PR+"),
    ("Malta has no plans to deliver rifles to Cyprus.", "delivery", "CT-"),
    ("Malta is expected to deliver rifles to Cyprus.", "delivery", "PR+"),
    ("Malta hopes to deliver rifles to Cyprus.", "delivery", "PS+"),
    # refusals
    ("Malta will not deliver rifles to Cyprus.", "refusal", "CT+"),
    ("Malta cannot deliver rifles to Cyprus.", "refusal", "CT+"),
    ("Malta refused to deliver rifles to Cyprus.", "refusal", "CT+"),
    ("Malta banned the export of rifles to Cyprus.", "refusal", "CT+"),
    # operators
    ("Malta promised to deliver rifles to Cyprus.", "agreement", "CT+"),
    ("Malta offered to sell rifles to Cyprus.", "offer", "CT+"),
    ("Cyprus wants to buy rifles from Malta.", "interest", "CT+"),
    ("Cyprus is in talks to buy rifles from Malta.", "negotiation", "CT+"),
    ("Malta approved the sale of rifles to Cyprus.", "approval", "CT+"),
    ("Malta suspended deliveries of rifles to Cyprus.", "suspension", "CT+"),
    ("Malta cancelled the sale of rifles to Cyprus.", "cancellation", "CT+"),
    ("Malta resumed deliveries of rifles to Cyprus.", "shipment", "CT+"),
    ("Deliveries of rifles to Cyprus have begun.", "shipment", "CT+"),
    ("Malta urged Greece to deliver rifles to Cyprus.", "interest", "UU"),
    # conditions
    ("If Malta delivers rifles, Cyprus will applaud.", "delivery", "UU"),
]


def strong(context: SentenceContext) -> list[Event]:
    """Events of words that are no everyday words."""
    return [event for event in context.events if not event.innermost.weak] or list(context.events)


@pytest.mark.parametrize(("text", "stage", "certainty"), TABLE, ids=[row[0] for row in TABLE])
def test_stage_and_certainty(make_context: Callable[..., SentenceContext], text: str, stage: str, certainty: str) -> None:
    (event,) = strong(make_context(text))
    assert (event.stage, event.value.certainty) == (stage, certainty)


def test_the_levels_run_from_the_innermost_word_out(make_context: Callable[..., SentenceContext]) -> None:
    (event,) = strong(make_context("Malta suspended deliveries of rifles to Cyprus."))
    assert [level.token.text for level in event.levels] == ["deliveries", "suspended"]
    assert event.innermost is event.trigger.frame
    assert event.levels[1].token.i in event.used


def test_two_verbs_are_two_events(make_context: Callable[..., SentenceContext]) -> None:
    found = strong(make_context("Malta delivered rifles to Cyprus and may sell tanks to Greece."))
    assert [(event.stage, event.value.certainty) for event in found] == [("delivery", "CT+"), ("agreement", "PS+")]


def test_verbs_of_saying_are_noted(make_context: Callable[..., SentenceContext]) -> None:
    (event,) = strong(make_context("Cyprus announced that Malta had delivered rifles."))
    assert [token.text for token in event.reports] == ["announced"]
    assert event.value.certainty == "CT+"


def test_a_denied_report_is_remembered(make_context: Callable[..., SentenceContext]) -> None:
    (event,) = strong(make_context("Malta denied reports that it had delivered rifles to Cyprus."))
    assert event.reported is not None
    assert event.reported.text == "reports"
    assert event.value.certainty == "CT-"


def test_a_sentence_without_a_transfer_has_no_event(make_context: Callable[..., SentenceContext]) -> None:
    assert make_context("Malta celebrated its national day with a parade.").events == []
