"""Events of deals from rows: the claim, its page, its origin and its grade."""

from collections.abc import Sequence

from reportedly.ledger.grades import LIKELIHOOD, credibility_of, reliability_of
from reportedly.ledger.members import claim_member
from reportedly.ledger.rows import Row, sources_of
from reportedly.ledger.signs import Member
from reportedly.ledger.stages import ASSERTED
from reportedly.model.deal import Event, OriginSummary, Reliability
from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote


def build_events(rows: Sequence[Row], reliability: dict[str, Reliability]) -> list[Event]:
    """Build the events of rows in their order; each is graded beside the others of its deal among the rows."""
    members = {row["claim_id"]: claim_member(row) for row in rows}
    deals: dict[str, list[Member]] = {}
    for row in rows:
        deals.setdefault(row["deal_id"], []).append(members[row["claim_id"]])
    return [_event(row, members[row["claim_id"]], deals[row["deal_id"]], reliability) for row in rows]


def _event(row: Row, member: Member, others: Sequence[Member], reliability: dict[str, Reliability]) -> Event:
    return Event(
        claim_id=row["claim_id"], page_id=row["page_id"], day=row["day"], published=row["published"], when=row["happened"],
        stage=row["stage"], certainty=row["certainty"],
        quantity=None if row["least"] is None else Quantity(row["least"], row["most"]), item=row["item"], designation=row["designation"],
        sources=sources_of(row["sources"]), outlet=row["outlet"], origin=row["origin"], family=row["family"], origin_rule=row["origin_rule"],
        quote=Quote(row["start"], row["end"], row["words"]),
        grade=f"{reliability_of(row['origin'], reliability)}{credibility_of(member, others)}", likelihood=LIKELIHOOD[row["certainty"]],
    )  # fmt: skip


def summarise(events: Sequence[Event]) -> list[OriginSummary]:
    """Count the pages and claims of each origin; origins that vouch for the deal come first, then those with more pages."""
    names = sorted({event.origin for event in events})
    found = [_summary(name, [event for event in events if event.origin == name]) for name in names]
    return sorted(found, key=lambda one: (not one.vouches, -len(one.pages), one.origin))


def _summary(name: str, events: Sequence[Event]) -> OriginSummary:
    return OriginSummary(
        origin=name,
        family=events[0].family,
        vouches=any(event.certainty in ASSERTED for event in events),
        rules=tuple(sorted({event.origin_rule for event in events})),
        pages=tuple(sorted({event.page_id for event in events})),
        claims=len(events),
    )
