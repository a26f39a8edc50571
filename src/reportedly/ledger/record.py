"""What the ledger answers as JSON: the fields of the types in `model/deal.py` under their own names (docs/reference/ledger.md lists them)."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, is_dataclass
from typing import Any

from reportedly.ledger.timeline import as_happened
from reportedly.model.claim import Claim
from reportedly.model.deal import Contradiction, Deal, Event, Join
from reportedly.model.page import Page
from reportedly.model.reading import Failure
from reportedly.model.verdict import Verdict

Json = dict[str, Any]


def record(value: object) -> Json:
    """Write one of the ledger's answers with the names of its fields."""
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{type(value).__name__} is none of the ledger's answers")
    return asdict(value)


def deal_record(deal: Deal, events: Sequence[Event], joins: Sequence[Join], contradictions: Sequence[Contradiction]) -> Json:
    """Write a deal with its timeline as reported, the order in which the events happened (claim ids), the reasons for its joins, and what contradicts what."""
    return record(deal) | {
        "timeline": [record(one) for one in events],
        "as_happened": [one.claim_id for one in as_happened(events)],
        "joins": [record(one) for one in joins],
        "contradictions": [contradiction_record(one) for one in contradictions],
    }


def contradiction_record(one: Contradiction) -> Json:
    """Write a contradiction with both quotes."""
    return record(one)


def claim_record(claim: Claim, page: Page, deal_id: str) -> Json:
    """Write a claim with the page that it stands on and the deal that it belongs to."""
    where = {"id": page.id, "url": page.url, "outlet": page.outlet, "published": page.published, "title": page.title}
    return {name: value for name, value in record(claim).items() if name != "basis"} | {"deal": deal_id, "page": where}


def failure_record(failure: Failure) -> Json:
    """Write a failure."""
    return record(failure)


def verdict_record(verdict: Verdict) -> Json:
    """Write a verdict with its id."""
    return {"id": verdict.id} | record(verdict)


def flat(rows: Iterable[Json]) -> list[Json]:
    """Make rows of plain values for a data frame: fields of an inner object get its name before theirs, lists become text."""
    return [_flat_row(row) for row in rows]


def _flat_row(row: Json, prefix: str = "") -> Json:
    made: Json = {}
    for name, value in row.items():
        if isinstance(value, dict):
            made |= _flat_row(value, f"{prefix}{name}_")
        elif isinstance(value, list | tuple):
            made[prefix + name] = "; ".join(
                one if isinstance(one, str) else str(one.get("name", one)) if isinstance(one, dict) else str(one) for one in value
            )
        else:
            made[prefix + name] = value
    return made
