"""Echoes: denials and admissions that point back, denied reports, compounds."""

from collections.abc import Callable

import pytest

from reportedly.model.claim import Claim
from reportedly.model.page import Page
from reportedly.reading.reader import read_page

FIRST = "Malta sent drones to Kenya last month."


def claims(page: Page) -> list[Claim]:
    return list(read_page(page).claims)


@pytest.mark.parametrize(
    ("second", "certainty"),
    [
        ("Valletta denied the accusation.", "CT-"),
        ("Valletta admitted it.", "CT+"),
        ("“Fake news,” the Maltese embassy said.", "CT-"),
    ],
)
def test_the_last_claim_is_denied_or_admitted(make_page: Callable[..., Page], second: str, certainty: str) -> None:
    first, again = claims(make_page(f"{FIRST}\n{second}"))
    assert (again.supplier, again.recipient, again.item, again.stage) == (
        first.supplier,
        first.recipient,
        first.item,
        first.stage,
    )
    assert again.certainty == certainty
    assert again.evidence.text == second
    assert [source.party for source in again.sources] == ["MT"]
    assert again.when is None
    assert again.id != first.id


def test_a_denial_of_nothing_claims_nothing(make_page: Callable[..., Page]) -> None:
    assert claims(make_page("Valletta denied the accusation.")) == []


def test_a_denied_report_makes_two_claims(make_page: Callable[..., Page]) -> None:
    denial, report = claims(make_page("Malta denied reports that it had sent drones to Kenya."))
    assert (denial.certainty, report.certainty) == ("CT-", "PS+")
    assert [source.party for source in denial.sources] == ["MT"]
    assert report.sources == ()
    assert (denial.supplier, denial.recipient, denial.item) == (report.supplier, report.recipient, report.item)


def test_a_compound_says_that_the_goods_were_delivered(make_page: Callable[..., Page]) -> None:
    found = claims(make_page("Kenyan troops lost two Maltese-supplied carriers."))
    assert [(claim.supplier, claim.recipient, claim.stage, claim.certainty) for claim in found] == [
        ("MT", "KE", "delivery", "CT+")
    ]


def test_a_mere_origin_says_nothing(make_page: Callable[..., Page]) -> None:
    assert claims(make_page("Kenyan troops lost two Maltese-made carriers.")) == []
