from dataclasses import replace

from reportedly.ledger.timeline import as_happened, as_reported, find_contradictions
from reportedly.model.claim import Source
from reportedly.model.deal import Event
from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote

PLAIN = Event(
    claim_id="c", page_id="p", day="2024-01-01", published="2024-01-01", when=None, stage="delivery", certainty="CT+", quantity=None, item="missiles",
    designation="Fath-360", sources=(), outlet="A", origin="media:A", family="media:A", origin_rule="own-report", quote=Quote(0, 1, "x"), grade="F3",
    likelihood="almost-certain",
)  # fmt: skip
IRAN = (Source("Tehran", "government", "IR"),)
LATER = replace(PLAIN, claim_id="d", page_id="q", day="2024-02-01", family="media:B", origin="media:B")


def kinds(*events: Event) -> list[tuple[str, str, str]]:
    return [(one.field, one.kind, one.reason) for one in find_contradictions(events)]


def test_two_orders() -> None:
    old = replace(LATER, when="2023-11")
    assert [one.claim_id for one in as_reported([old, PLAIN])] == ["c", "d"]
    assert [one.claim_id for one in as_happened([PLAIN, old])] == ["d", "c"]


def test_a_wider_time_with_the_same_first_day_comes_after_the_narrower() -> None:
    year, month = replace(PLAIN, when="2024"), replace(LATER, when="2024-01")
    assert [one.when for one in as_happened([year, month])] == ["2024-01", "2024"]


def test_what_agrees_is_no_contradiction() -> None:
    assert kinds(PLAIN, LATER, replace(LATER, stage="use"), replace(LATER, certainty="PS+")) == []


def test_a_denial_by_another_is_a_contradiction_and_an_admission_by_the_denier_a_reversal() -> None:
    denial = replace(LATER, certainty="CT-", sources=IRAN, family="state:IR")
    admission = replace(LATER, claim_id="e", page_id="r", day="2024-03-01", sources=IRAN, family="state:IR")
    assert kinds(PLAIN, denial) == [("polarity", "contradiction", "delivery CT+ / delivery CT-")]
    assert kinds(denial, admission) == [("polarity", "reversal", "delivery CT- / delivery CT+")]


def test_agreed_then_called_off_is_a_reversal_of_stage() -> None:
    assert kinds(replace(PLAIN, stage="agreement"), replace(LATER, stage="cancellation")) == [
        ("stage", "reversal", "agreement / cancellation")
    ]
    assert kinds(PLAIN, replace(LATER, stage="cancellation")) == []


def test_numbers_contradict_only_where_no_number_fits_both() -> None:
    few, many, least = (replace(PLAIN, quantity=one) for one in (Quantity(200, 200), Quantity(400, 400), Quantity(100, None)))
    assert kinds(few, replace(many, day="2024-02-01")) == [("quantity", "contradiction", "200 / 400")]
    assert kinds(few, replace(least, day="2024-02-01")) == []


def test_two_near_dates_of_one_agreement_contradict() -> None:
    first, second = replace(PLAIN, stage="agreement", when="2023-12-01"), replace(LATER, stage="agreement", when="2023-12-05")
    assert kinds(first, second) == [("date", "contradiction", "2023-12-01 / 2023-12-05")]
    assert kinds(replace(first, when="2023-12"), second) == []
