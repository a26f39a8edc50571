"""Everything that is known about a page as one JSON object: claims with the words each field rests on, declined sentences, roles with reasons.

A *quote* is written as `{"start", "end", "text"}`, half-open code points of `text`. The fields of GUIDE.md have the names and values of the guide.
"""

from reportedly.model.claim import Claim, Declined
from reportedly.model.page import Page
from reportedly.model.quote import Quote
from reportedly.model.reading import Reading
from reportedly.outputs.gold import Json, gold_claim


def reading_record(reading: Reading) -> Json:
    """Write a page with its claims and its declined sentences."""
    return page_record(reading.page) | {
        "claims": [claim_record(claim) for claim in reading.claims],
        "declined": [_declined(one) for one in reading.declined],
    }


def page_record(page: Page) -> Json:
    """Write what the page stage found: metadata, text, and each line with its role and the reason for it."""
    return {
        "id": page.id,
        "story": page.story,
        "place": page.place,
        "url": page.url,
        "outlet": page.outlet,
        "published": page.published,
        "language": page.language,
        "title": page.title,
        "notes": list(page.notes),
        "text": page.text,
        "roles": page.roles,
        "lines": [
            {"start": line.start, "end": line.end, "role": line.role, "reason": line.reason, "language": line.language}
            for line in page.lines
        ],
        "cites": list(page.cites),
    }


def claim_record(claim: Claim) -> Json:
    """Write one claim with its id, its probability and what each field rests on."""
    sources = [
        {"name": one.name, "kind": one.kind, "party": one.party, "quote": None if one.quote is None else _quote(one.quote)}
        for one in claim.sources
    ]
    basis = [
        {"field": one.field, "rule": one.rule, "quote": None if one.quote is None else _quote(one.quote)} for one in claim.basis
    ]
    return {"id": claim.id} | gold_claim(claim) | {"sources": sources, "probability": claim.probability, "basis": basis}


def _declined(declined: Declined) -> Json:
    return {"reason": declined.reason, "detail": declined.detail, "quote": _quote(declined.quote)}


def _quote(quote: Quote) -> Json:
    return {"start": quote.start, "end": quote.end, "text": quote.text}
