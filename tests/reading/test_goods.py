"""Goods of events: which goods each event of a sentence is about."""

from collections.abc import Callable

import pytest

from reportedly.model.quote import Quote
from reportedly.reading.context import SentenceContext
from reportedly.reading.goods import GoodsFinder
from reportedly.reading.items import Item
from reportedly.reading.state import PageState


def drafts(context: SentenceContext) -> list[tuple[str, str]]:
    """Trigger and goods of every draft of a word that is no everyday word."""
    found = GoodsFinder(context, context.state).drafts()
    return [(draft.event.trigger.token.text, draft.item.quote.text) for draft in found if not draft.event.innermost.weak]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malta delivered boats to Cyprus.", [("delivered", "boats")]),
        (
            "Malta delivered boats, radars and rifles to Cyprus.",
            [("delivered", "boats"), ("delivered", "radars"), ("delivered", "rifles")],
        ),
        ("Malta delivered boats and sold rifles to Cyprus.", [("delivered", "boats"), ("sold", "rifles")]),
        ("Malta delivered arms to Cyprus, including boats and radars.", [("delivered", "boats"), ("delivered", "radars")]),
        ("The boats that Malta delivered to Cyprus have sunk.", [("delivered", "boats")]),
        ("Malta delivered wheat to Cyprus.", []),
    ],
)
def test_goods_of_each_event(make_context: Callable[..., SentenceContext], text: str, expected: list[tuple[str, str]]) -> None:
    assert drafts(make_context(text)) == expected


def test_a_list_may_change_its_subject(make_context: Callable[..., SentenceContext]) -> None:
    context = make_context("Malta sent Cyprus boats, and Greece two radars.")
    last = GoodsFinder(context, context.state).drafts()[-1]
    assert last.item.quote.text == "radars"
    assert last.instead is not None
    assert last.instead.party == "GR"


def test_goods_behind_a_colon(make_context: Callable[..., SentenceContext]) -> None:
    context = make_context("Malta has delivered to Cyprus the following: boats.")
    assert ("delivered", "boats") in drafts(context)


def test_a_pronoun_stands_for_the_goods_of_the_page(make_context: Callable[..., SentenceContext]) -> None:
    state = PageState()
    state.note_item(Item(Quote(0, 5, "boats"), 0, "ship"))
    context = make_context("Malta delivered them to Cyprus.", state=state)
    (draft,) = GoodsFinder(context, state).drafts()
    assert draft.item.pronoun
    assert draft.item.category == "ship"


def test_a_pronoun_without_goods_stands_for_none(make_context: Callable[..., SentenceContext]) -> None:
    assert drafts(make_context("Malta delivered them to Cyprus.")) == []
