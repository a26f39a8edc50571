"""Building one claim: its id counts page, sentence, parties, item, stage and certainty, and nothing else."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reportedly.model.claim import Claim, Source
from reportedly.model.quantity import Quantity
from reportedly.reading.claims import Values, build_claim, claim_id
from reportedly.reading.context import SentenceContext

VALUES = Values("MT", "CY", "unspecified", "delivery", "CT+")


def built(
    make_context: Callable[..., SentenceContext], values: Values = VALUES, text: str = "Malta delivered six M777A7s to Cyprus."
) -> Claim:
    context = make_context(text)
    return build_claim(context, context.items[0], values)


def test_the_goods_come_from_the_item(make_context: Callable[..., SentenceContext]) -> None:
    claim = built(make_context)
    assert (claim.item, claim.designation, claim.category, claim.quantity) == ("M777A7s", "M777A7", "artillery", Quantity(6, 6))
    assert claim.evidence.text == "Malta delivered six M777A7s to Cyprus."


def test_the_same_words_read_alike_give_the_same_id(make_context: Callable[..., SentenceContext]) -> None:
    assert built(make_context) == built(make_context)


@pytest.mark.parametrize(
    "values",
    [
        replace(VALUES, supplier=None),
        replace(VALUES, recipient="GR"),
        replace(VALUES, stage="shipment"),
        replace(VALUES, certainty="PS+"),
    ],
)
def test_core_fields_change_the_id(make_context: Callable[..., SentenceContext], values: Values) -> None:
    assert built(make_context, values).id != built(make_context).id


@pytest.mark.parametrize(
    "values",
    [
        replace(VALUES, mode="aid"),
        replace(VALUES, when="2024"),
        replace(VALUES, probability=0.1),
        replace(VALUES, sources=(Source("Oslo", "government", "NO"),)),
    ],
)
def test_other_fields_do_not(make_context: Callable[..., SentenceContext], values: Values) -> None:
    assert built(make_context, values).id == built(make_context).id


def test_another_sentence_has_another_id(make_context: Callable[..., SentenceContext]) -> None:
    other = built(make_context, text="It is known: Malta delivered six M777A7s to Cyprus.")
    assert other.id != built(make_context).id


def test_a_changed_claim_gets_the_id_it_would_have_been_built_with(make_context: Callable[..., SentenceContext]) -> None:
    context = make_context("Malta delivered six M777A7s to Cyprus.")
    changed = replace(built(make_context), certainty="CT-")
    assert claim_id(context, changed) == built(make_context, replace(VALUES, certainty="CT-")).id
