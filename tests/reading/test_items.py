"""Goods: head nouns, designations, parts of weapons, and what only looks like goods."""

from collections.abc import Callable

import pytest

from reportedly.reading.context import SentenceContext
from reportedly.reading.items import Item, find_items, head_nouns


def items(make_context: Callable[..., SentenceContext], text: str) -> list[Item]:
    return list(make_context(text).items)


@pytest.mark.parametrize(
    ("text", "words", "designation", "category"),
    [
        ("Malta bought three patrol boats.", "patrol boats", None, "ship"),
        ("Malta bought Su-35 fighters.", "Su-35 fighters", "Su-35", "aircraft"),
        ("Malta bought Leopard 2A9X tanks.", "Leopard 2A9X tanks", "Leopard 2A9X", "armour"),
        ("Malta bought Patriot missiles.", "Patriot missiles", "Patriot", "air-defence"),
        ("Malta bought Viper helicopters.", "Viper helicopters", "Viper", "helicopter"),
        ("Malta bought Hawk jets.", "Hawk jets", "Hawk", "aircraft"),
        ("Malta bought HIMARS.", "HIMARS", "HIMARS", "artillery"),
        ("Malta bought two Archers.", "Archers", "Archer", "artillery"),
        ("Malta bought anti-aircraft guns.", "anti-aircraft guns", None, "air-defence"),
        ("Malta bought engines for Gripens.", "engines for Gripens", "Gripen", "component"),
        ("Malta bought Gripen engines.", "Gripen engines", "Gripen", "component"),
        ("Malta bought missile technology.", "missile technology", None, "technology"),
        ("Malta bought weapons.", "weapons", None, "arms"),
        ("Malta bought night-vision goggles.", "night-vision goggles", None, "sensor"),
    ],
)
def test_what_the_words_name(
    make_context: Callable[..., SentenceContext], text: str, words: str, designation: str | None, category: str
) -> None:
    (item,) = items(make_context, text)
    assert (item.quote.text, item.designation, item.category) == (words, designation, category)


@pytest.mark.parametrize(
    "text",
    [
        "Malta condemned the missile strike.",
        "Malta visited the arms fair.",
        "Malta took part in it.",
        "Malta bought wheat and cement.",
        "The archer won a medal.",
        "A cruise ship sank.",
    ],
)
def test_what_only_looks_like_goods(make_context: Callable[..., SentenceContext], text: str) -> None:
    assert items(make_context, text) == []


def test_goods_stand_in_the_order_of_the_text(make_context: Callable[..., SentenceContext]) -> None:
    found = items(make_context, "Malta bought radars, TB2 drones, rifles and a frigate.")
    assert [item.category for item in found] == ["sensor", "uav", "small-arms", "ship"]
    assert [item.quote.start for item in found] == sorted(item.quote.start for item in found)


def test_the_head_is_one_of_the_tokens(make_context: Callable[..., SentenceContext]) -> None:
    context = make_context("Malta bought six Ground Master 200 radars from France.")
    (item,) = context.items
    assert item.head in item.tokens
    assert context.text[item.quote.start : item.quote.end] == item.quote.text


def test_unsafe_names_need_to_be_believed(make_context: Callable[..., SentenceContext]) -> None:
    context = make_context("The Viper came late.")
    systems = context.spans.systems
    assert find_items(context.text, context.tree, systems, "en", believed=False) == []
    (item,) = find_items(context.text, context.tree, systems, "en", believed=True)
    assert item.designation == "Viper"


def test_a_head_noun_makes_an_unsafe_name_safe(make_context: Callable[..., SentenceContext]) -> None:
    context = make_context("The Viper helicopter came late.")
    (item,) = find_items(context.text, context.tree, context.spans.systems, "en", believed=False)
    assert item.system is not None
    assert item.system.category == "helicopter"


def test_words_for_any_weapon_are_general(make_context: Callable[..., SentenceContext]) -> None:
    context = make_context("Malta bought the item.")
    found = find_items(context.text, context.tree, [], "en", believed=True)
    assert [(item.quote.text, item.general) for item in found] == [("item", True)]


def test_head_nouns_are_compared_without_hyphens() -> None:
    nouns = head_nouns("en")
    assert nouns["surface to air missile"] == "air-defence"
    assert not any("-" in noun or noun != noun.lower() for noun in nouns)
