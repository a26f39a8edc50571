"""The context of a sentence: counts and origins of goods, times of events, questions."""

from collections.abc import Callable

import pytest

from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote
from reportedly.reading.context import SentenceContext
from reportedly.reading.items import Item
from reportedly.reading.state import PageState
from reportedly.reading.systems import systems


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("Malta sent six rifles.", Quantity(6, 6)),
        ("Malta sent 18 of the older main battle tanks.", Quantity(18, 18)),
        ("Malta sent at least 40 rifles.", Quantity(40, None)),
        ("Malta sent up to 50 rifles.", Quantity(0, 50)),
        ("Malta sent rifles (200).", Quantity(200, 200)),
        ("Malta sent rifles.", None),
        ("Malta sent Su-35 jets.", None),
        ("Malta sent rifles and six radars.", None),
    ],
)
def test_the_count_of_the_goods(make_context: Callable[..., SentenceContext], text: str, quantity: Quantity | None) -> None:
    assert make_context(text).items[0].quantity == quantity


@pytest.mark.parametrize(
    ("text", "origin", "says"),
    [
        ("Kenya lost Maltese rifles.", "MT", "origin"),
        ("Kenya lost Maltese-made rifles.", "MT", "origin"),
        ("Kenya lost Maltese-supplied rifles.", "MT", "delivery"),
        ("Kenya lost rifles made in Malta.", "MT", "origin"),
        ("Kenya lost Maltese-funded rifles.", "MT", "payer"),
        ("Kenya lost rifles.", None, "origin"),
    ],
)
def test_the_origin_of_the_goods(make_context: Callable[..., SentenceContext], text: str, origin: str | None, says: str) -> None:
    (item,) = make_context(text).items
    assert (item.origin, item.origin_says) == (origin, says)


@pytest.mark.parametrize(
    ("text", "question"),
    [("Will Malta send rifles?", True), ("“Will Malta send rifles?”", True), ("Malta will send rifles.", False)],
)
def test_a_question(make_context: Callable[..., SentenceContext], text: str, question: bool) -> None:
    assert make_context(text).question is question


def test_a_definite_kind_takes_the_type_named_before(make_context: Callable[..., SentenceContext]) -> None:
    state = PageState()
    state.note_item(Item(Quote(0, 6, "Gripen"), 0, "aircraft", "Gripen", systems()["Gripen"]))
    assert make_context("Malta sent the jets.", state=state).items[0].designation == "Gripen"
    assert make_context("Malta sent jets.", state=state).items[0].designation is None
    assert make_context("Malta sent the rifles.", state=state).items[0].designation is None


def test_general_words_need_goods_named_before(make_context: Callable[..., SentenceContext]) -> None:
    assert make_context("Malta bought the item.").items == []


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Malta delivered rifles in March 2024.", "2024-03"),
        ("Malta delivered rifles on Monday.", "2025-05-12"),
        ("Malta delivered rifles.", None),
        ("Oslo said on Monday that Malta delivered rifles in March 2024.", "2024-03"),
    ],
)
def test_the_time_is_that_of_the_event(make_context: Callable[..., SentenceContext], text: str, when: str | None) -> None:
    context = make_context(text)
    event = next(event for event in context.events if event.trigger.token.text == "delivered")
    edtf, basis = context.when_for(event)
    assert edtf == when
    assert (basis is None) == (when is None)


def test_goods_and_names_open_no_frame(make_context: Callable[..., SentenceContext]) -> None:
    context = make_context("Malta delivered rifles to Cyprus.")
    assert [trigger.token.text for trigger in context.triggers] == ["delivered"]
    goods = {i for item in context.items for i in item.tokens}
    assert not goods & context.trigger_tokens


def test_quotes_are_slices(make_context: Callable[..., SentenceContext]) -> None:
    context = make_context("Nothing here. Malta delivered rifles to Cyprus.")
    assert context.quote.text == "Malta delivered rifles to Cyprus."
    assert all(context.quote_of(token).text == token.text for token in context.tree.tokens)
    assert {mention.party for mention in context.parties} == {"MT", "CY"}
