from dataclasses import replace

from reportedly.ledger.drift import Ends, find_drift
from reportedly.model.claim import Source
from reportedly.model.deal import Event
from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote

ENDS: Ends = ("IR", "RU", "missile")
ORIGINAL = Event(
    claim_id="c", page_id="p", day="2024-01-01", published=None, when=None, stage="delivery", certainty="PS+", quantity=Quantity(200, 200), item="missiles",
    designation="Fath-360", sources=(Source("two officials", "officials", "US"),), outlet="A", origin="media:A", family="media:A", origin_rule="own-report",
    quote=Quote(0, 1, "x"), grade="F3", likelihood="roughly-even",
)  # fmt: skip


def changes(retelling: Event, ends: Ends = ENDS) -> list[str]:
    return [one.change for one in find_drift([(ENDS, ORIGINAL)], [(ends, retelling)])]


def test_a_faithful_retelling_changed_nothing() -> None:
    assert changes(replace(ORIGINAL, claim_id="d", sources=(Source("US officials", "officials"), Source("A", "media")))) == []


def test_each_change_has_its_name() -> None:
    assert changes(replace(ORIGINAL, certainty="CT+")) == ["certainty-raised"]
    assert changes(replace(ORIGINAL, certainty="CT-")) == ["certainty-lowered"]
    assert changes(replace(ORIGINAL, stage="agreement")) == ["stage-moved"]
    assert changes(replace(ORIGINAL, quantity=Quantity(400, 400))) == ["number-changed"]
    assert changes(replace(ORIGINAL, sources=())) == ["source-dropped"]
    assert changes(replace(ORIGINAL, designation=None)) == ["item-generalised"]


def test_a_claim_about_others_is_lost_and_added() -> None:
    assert changes(ORIGINAL, ("KP", "RU", "missile")) == ["claim-added", "claim-lost"]
    assert changes(replace(ORIGINAL, designation="Ababil")) == ["claim-added", "claim-lost"]


def test_both_quotes_stand_side_by_side() -> None:
    found = find_drift([(ENDS, ORIGINAL)], [(ENDS, replace(ORIGINAL, certainty="CT+", quote=Quote(5, 6, "y")))])
    assert [(one.original.quote.text, one.retelling.quote.text) for one in found if one.original and one.retelling] == [
        ("x", "y")
    ]
