"""Roles: who gives and who gets, and the rule that decided it."""

from collections.abc import Callable

import pytest

from reportedly.model.page import Page
from reportedly.reading.cast import INFERRED
from reportedly.reading.naming import Named
from reportedly.reading.reader import read_page
from reportedly.reading.roles import basis_of


def pairs(page: Page) -> list[tuple[str | None, str | None]]:
    return [(claim.supplier, claim.recipient) for claim in read_page(page).claims]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Malta delivered rifles to Cyprus.", ("MT", "CY")),
        ("Rifles were delivered to Cyprus by Malta.", ("MT", "CY")),
        ("Malta gave Cyprus rifles.", ("MT", "CY")),
        ("Cyprus bought rifles from Malta.", ("MT", "CY")),
        ("Cyprus received rifles from Malta.", ("MT", "CY")),
        ("Cyprus wants to buy Maltese rifles.", ("MT", "CY")),
        ("Malta agreed to sell rifles to Cyprus.", ("MT", "CY")),
        ("Malta suspended deliveries of rifles to Cyprus.", ("MT", "CY")),
        ("Cyprus asked Malta for rifles.", ("MT", "CY")),
        ("Malta has handed rifles over to the Cypriot army.", ("MT", "CY")),
        ("Cyprus ordered radars from Rheinmetall.", ("DE", "CY")),
        ("Cyprus bought Gripens.", ("SE", "CY")),
        ("Malta delivered rifles to Hezbollah.", ("MT", "hezbollah")),
    ],
)
def test_who_gives_and_who_gets(make_page: Callable[..., Page], text: str, pair: tuple[str, str]) -> None:
    assert pairs(make_page(text)) == [pair]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Malta sold rifles to Cyprus.\nThey were delivered in May.", ("MT", "CY")),
        ("Malta sold rifles to Cyprus.\nNicosia got them in May.", ("MT", "CY")),
        ("Malta's foreign minister spoke in Valletta.\nHe said his country had sent Cyprus rifles.", ("MT", "CY")),
    ],
)
def test_a_later_sentence_leaves_parties_out(make_page: Callable[..., Page], text: str, pair: tuple[str, str]) -> None:
    assert pairs(make_page(text))[-1] == pair


def test_who_pays_for_another_supplies(make_page: Callable[..., Page]) -> None:
    (claim,) = read_page(make_page("Spain bought howitzers from Norway for Moldova.")).claims
    assert (claim.supplier, claim.recipient, claim.mode) == ("ES", "MD", "aid")


def test_every_party_has_its_reason(make_page: Callable[..., Page]) -> None:
    page = make_page("Malta sold Cyprus rifles.\nThey were delivered in May.")
    for claim in read_page(page).claims:
        rules = {basis.field: basis.rule for basis in claim.basis}
        assert rules["supplier"]
        assert rules["recipient"]
    assert rules["supplier"] in INFERRED.values()


def test_what_the_page_tells_rests_on_no_words() -> None:
    assert basis_of("Oslo", "supplier", Named("NO", -1, -1, "page", ""), "page").quote is None
    found = basis_of("Oslo", "supplier", Named("NO", 0, 4, "capital", "named (capital)"), "frame").quote
    assert found is not None
    assert found.text == "Oslo"
