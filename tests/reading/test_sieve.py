"""Sieve: every rule says why in its docstring and refuses a draft of its own; a plain transfer passes all."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reportedly.model.page import Page
from reportedly.reading.assemble import Assembler
from reportedly.reading.context import SentenceContext
from reportedly.reading.goods import GoodsFinder
from reportedly.reading.reader import read_page
from reportedly.reading.sieve import RULES, Case, refuse

REFUSED = {
    "nobody": "The rifles were delivered on Monday.",
    "everyday_word": "Malta got the rifles.",
    "no_party": "Leopard tanks arrived in the harbour.",
    "place_missing": "The shipyard Kongsberg will build a corvette for Norway.",
    "same_party": "Norway gave howitzers to Norway.",
    "home_goods": "Norway bought Norwegian howitzers.",
    "home_maker": "Norway has ordered missiles, Kongsberg said.",
    "own_type": "Sweden received the Gripen.",
    "no_origin": "Tanks appeared in Norway.",
    "own_arms": "Norway fired howitzers.",
    "one_party": "The TB2 was delivered on Monday.",
}
"""A sentence for each rule that refuses what it says."""


def cases(context: SentenceContext) -> list[Case]:
    """Every draft of a sentence with its cast."""
    caster = Assembler(context, context.state).caster
    found = []
    for draft in GoodsFinder(context, context.state).drafts():
        cast = caster.cast(draft.event, draft.item)
        stated = sum(cast.ways.get(role) not in {None, "page", "maker"} for role in ("supplier", "recipient"))
        found.append(Case(context, context.state, draft, cast, stated))
    return found


def left_out(case: Case) -> Case:
    """The same draft with its goods left out."""
    return replace(case, draft=replace(case.draft, item=replace(case.draft.item, pronoun=True), way="state"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_says_why_and_refuses(make_context: Callable[..., SentenceContext], rule: Callable[[Case], bool]) -> None:
    assert rule.__doc__
    assert rule.__name__ in REFUSED, "write a sentence that this rule refuses"
    found = cases(make_context(REFUSED[rule.__name__]))
    if rule.__name__ == "everyday_word":
        found = [left_out(case) for case in found]
    assert any(rule(case) for case in found)


def test_no_sentence_outlives_its_rule() -> None:
    assert set(REFUSED) == {rule.__name__ for rule in RULES}


@pytest.mark.parametrize("name", sorted(set(REFUSED) - {"everyday_word"}))
def test_what_a_rule_refuses_is_declined_with_its_reason(make_page: Callable[..., Page], name: str) -> None:
    reading = read_page(make_page(REFUSED[name]))
    assert reading.claims == ()
    (declined,) = reading.declined
    doc = next(rule.__doc__ for rule in RULES if rule.__name__ == name) or ""
    assert declined.reason == name.replace("_", "-")
    assert doc.rstrip(".").lower() in declined.detail.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Malta delivered rifles to Cyprus.",
        "Cyprus ordered radars from Rheinmetall.",
        "Cypriot troops fired Maltese mortars at the hill.",
        "Malta refused to sell rifles.",
    ],
)
def test_a_transfer_passes(make_context: Callable[..., SentenceContext], text: str) -> None:
    found = cases(make_context(text))
    assert found
    assert any(refuse(case.context, case.state, case.draft, case.cast) is None for case in found)
