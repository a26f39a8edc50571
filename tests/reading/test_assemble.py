"""Claims of one sentence: one for each supplier, recipient and item, every field with its reason."""

from collections.abc import Callable

import pytest

from reportedly.model.claim import CATEGORIES, CERTAINTIES, MODES, STAGES, Claim
from reportedly.reading.assemble import Assembler
from reportedly.reading.context import SentenceContext


def claims(context: SentenceContext) -> list[Claim]:
    return Assembler(context, context.state).claims()


def test_one_claim_for_each_combination(make_context: Callable[..., SentenceContext]) -> None:
    found = claims(make_context("Malta and Greece delivered boats and radars to Cyprus."))
    assert {(claim.supplier, claim.recipient, claim.item) for claim in found} == {
        ("MT", "CY", "boats"), ("MT", "CY", "radars"), ("GR", "CY", "boats"), ("GR", "CY", "radars"),
    }  # fmt: skip
    assert len(found) == len({claim.id for claim in found}) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Malta may deliver six M777s to Cyprus in March.",
        "Oslo said that Malta did not sell rifles to Cyprus.",
        "Cyprus wants to buy Maltese boats.",
    ],
)
def test_values_are_those_of_the_guide_with_their_reasons(make_context: Callable[..., SentenceContext], text: str) -> None:
    context = make_context(text)
    found = claims(context)
    assert found
    for claim in found:
        assert claim.category in CATEGORIES
        assert claim.stage in STAGES
        assert claim.certainty in CERTAINTIES
        assert claim.mode in MODES
        assert 0 <= claim.probability <= 1
        assert {claim.supplier, claim.recipient} == {"MT", "CY"}
        assert {"item", "category", "stage", "mode", "supplier", "recipient"} <= {basis.field for basis in claim.basis}
        quotes = [basis.quote for basis in claim.basis if basis.quote is not None]
        assert all(context.text[quote.start : quote.end] == quote.text for quote in quotes)


def test_certainty_names_its_cue(make_context: Callable[..., SentenceContext]) -> None:
    (claim,) = claims(make_context("Malta may deliver boats to Cyprus."))
    cues = [basis.quote.text for basis in claim.basis if basis.field == "certainty" and basis.quote is not None]
    assert cues == ["may"]


def test_a_question_is_open(make_context: Callable[..., SentenceContext]) -> None:
    (claim,) = claims(make_context("Will Malta deliver boats to Cyprus?"))
    assert claim.certainty == "UU"


def test_both_sides_of_a_war(make_context: Callable[..., SentenceContext]) -> None:
    found = claims(make_context("Malta sent rifles to either side of the war between Chad and Sudan."))
    assert {(claim.supplier, claim.recipient) for claim in found} == {("MT", "TD"), ("MT", "SD")}


def test_goods_after_but_are_not_negated(make_context: Callable[..., SentenceContext]) -> None:
    found = {claim.item: claim.certainty for claim in claims(make_context("Malta delivered no tanks but rifles to Cyprus."))}
    assert found == {"tanks": "CT-", "rifles": "CT+"}


def test_what_yields_nothing_is_declined_with_a_reason(make_context: Callable[..., SentenceContext]) -> None:
    context = make_context("The rifles were delivered on Monday.")
    assembler = Assembler(context, context.state)
    assert assembler.claims() == []
    (declined,) = assembler.declined
    assert declined.quote == context.quote
    assert declined.reason
    assert "delivered" in declined.detail
