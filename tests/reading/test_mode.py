"""By which kind of bargain."""

from collections.abc import Callable

import pytest

from reportedly.model.page import Page
from reportedly.reading.reader import read_page


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Malta delivered rifles to Cyprus.", "unspecified"),
        ("Malta sold rifles to Cyprus.", "sale"),
        ("Cyprus ordered rifles from Malta.", "sale"),
        ("Malta donated rifles to Cyprus.", "aid"),
        ("Malta gave Cyprus rifles as a gift.", "aid"),
        ("Malta will lend Cyprus four howitzers.", "loan"),
        ("Malta gave Cyprus rifles in exchange for wine.", "swap"),
        ("Malta transferred missile technology to Cyprus.", "licence"),
    ],
)
def test_the_mode_and_its_reason(make_page: Callable[..., Page], text: str, mode: str) -> None:
    (claim,) = read_page(make_page(text)).claims
    assert claim.mode == mode
    (basis,) = [basis for basis in claim.basis if basis.field == "mode"]
    assert basis.rule
