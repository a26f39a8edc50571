"""The interchange format of GUIDE.md: one object a page with `id, text, roles, cites, claims`, so that any scorer of the guide can measure it."""

from reportedly.model.claim import Claim, Source
from reportedly.model.reading import Reading

Json = dict[str, object]


def gold_document(reading: Reading) -> Json:
    """Write one page with its claims in the fields and order of the guide."""
    page = reading.page
    return {
        "id": page.id,
        "text": page.text,
        "roles": page.roles,
        "cites": list(page.cites),
        "claims": [gold_claim(claim) for claim in reading.claims],
    }


def gold_claim(claim: Claim) -> Json:
    """Write one claim; `span` is the place of its evidence in the text, `[start, end)` in code points."""
    quantity = claim.quantity
    return {
        "evidence": claim.evidence.text,
        "supplier": claim.supplier,
        "recipient": claim.recipient,
        "item": claim.item,
        "designation": claim.designation,
        "category": claim.category,
        "quantity": None if quantity is None else {"min": quantity.min, "max": quantity.max},
        "mode": claim.mode,
        "stage": claim.stage,
        "certainty": claim.certainty,
        "sources": [_source(source) for source in claim.sources],
        "when": claim.when,
        "span": [claim.evidence.start, claim.evidence.end],
    }


def _source(source: Source) -> Json:
    return {"name": source.name, "kind": source.kind, "party": source.party}
