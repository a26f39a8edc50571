"""Pages and claims as rows, and back.

A page's *identity* is its URL without fragment and tracking parameters, else the id that its source gave it; a page id hashes identity and
text, so the same text at the same place is the same page, and another text there is a *revision*. A claim's id hashes everything that was read.
A page's *day* is the last day on which it can have come out: the end of `published`, or the day it was added, whichever is earlier.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from sqlalchemy import RowMapping

from reportedly.ledger.likeness import signature
from reportedly.model.claim import Basis, Claim, Declined, Source
from reportedly.model.ids import content_id
from reportedly.model.page import Line, Page
from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote
from reportedly.model.reading import Reading
from reportedly.model.when import When

Row: TypeAlias = Mapping[str, Any] | RowMapping
TRACKING = ("utm_", "fbclid", "gclid", "yclid", "mc_")
"""Beginnings of query parameters that say where a click came from, not what is shown."""


def identity(page: Page) -> str:
    """Name the place at which a page stands, for telling its revisions from other pages."""
    if page.url:
        return plain_url(page.url)
    return f"id:{page.id}"


def plain_url(url: str) -> str:
    """Write a URL without what does not change the page: fragment, tracking parameters, letter case of the host; unreadable ones as they are."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    query = urlencode(
        [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not name.startswith(TRACKING)]
    )
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path.rstrip("/"), query, ""))


def page_id(page: Page) -> str:
    """Hash what makes a page: where it stands and what it says."""
    return content_id("page", identity(page), page.text)


def public_day(published: str | None, added: date) -> str:
    """Give the last day on which a page can have come out, `YYYY-MM-DD`; a date after `added` is an error of the page and counts as `added`."""
    end = When.parse(published).end if published else None
    last = added if end is None else min(end - timedelta(days=1), added)
    return last.isoformat()


def page_row(reading: Reading, revision: int, at: datetime) -> dict[str, Any]:
    """Write a page as its row."""
    page = reading.page
    return {
        "id": page_id(page), "identity": identity(page), "revision": revision, "name": page.id, "url": page.url, "outlet": page.outlet,
        "published": page.published, "day": public_day(page.published, at.date()), "language": page.language, "title": page.title,
        "story": page.story, "place": page.place, "text": page.text, "cites": _json(page.cites), "notes": _json(page.notes),
        "lines": _json([[one.start, one.end, one.role, one.reason, one.language] for one in page.lines]),
        "declined": _json([[one.quote.start, one.quote.end, one.reason, one.detail] for one in reading.declined]),
        "signature": _json(signature(page)), "added_at": at.isoformat(timespec="seconds"),
    }  # fmt: skip


def claim_rows(reading: Reading) -> Iterator[dict[str, Any]]:
    """Write the claims of a page as rows, in the order of the reading; a claim that stands twice is written once."""
    owner = page_id(reading.page)
    seen: set[str] = set()
    for claim in reading.claims:
        row = _claim_row(claim, owner, len(seen))
        if row["id"] not in seen:
            seen.add(row["id"])
            yield row


def _claim_row(claim: Claim, owner: str, position: int) -> dict[str, Any]:
    quantity = claim.quantity
    row: dict[str, Any] = {
        "page_id": owner, "supplier": claim.supplier, "recipient": claim.recipient, "item": claim.item, "designation": claim.designation,
        "category": claim.category, "least": quantity and quantity.min, "most": quantity and quantity.max, "mode": claim.mode,
        "stage": claim.stage, "certainty": claim.certainty, "happened": claim.when,
        "start": claim.evidence.start, "end": claim.evidence.end, "words": claim.evidence.text,
        "sources": _json([[one.name, one.kind, one.party, _span(one.quote)] for one in claim.sources]),
    }  # fmt: skip
    row["id"] = content_id("claim", *(row[name] for name in sorted(row)))
    return row | {
        "position": position,
        "probability": claim.probability,
        "basis": _json([[one.field, one.rule, _span(one.quote)] for one in claim.basis]),
    }


def check_claim_id(row: Row) -> bool:
    """Say whether a claim's id still follows from its row."""
    left = sorted({str(name) for name in row} - {"id", "position", "probability", "basis"})
    return bool(row["id"] == content_id("claim", *(row[name] for name in left)))


def page_of(row: Row) -> Page:
    """Read a page back from its row; its id is the ledger's."""
    lines = tuple(Line(*one) for one in json.loads(row["lines"]))
    return Page(
        id=row["id"], text=row["text"], lines=lines, url=row["url"], outlet=row["outlet"], published=row["published"],
        language=row["language"], title=row["title"], story=row["story"], cites=tuple(json.loads(row["cites"])),
        place=row["place"], notes=tuple(json.loads(row["notes"])),
    )  # fmt: skip


def declined_of(row: Row) -> tuple[Declined, ...]:
    """Read back the sentences of a page that were declined."""
    return tuple(
        Declined(Quote(start, end, row["text"][start:end]), reason, detail)
        for start, end, reason, detail in json.loads(row["declined"])
    )


def claim_of(row: Row, text: str = "") -> Claim:
    """Read a claim back from its row; `text` (the page's) gives the quotes of sources and fields their words, empty without it."""
    return Claim(
        id=row["id"], evidence=Quote(row["start"], row["end"], row["words"]), supplier=row["supplier"], recipient=row["recipient"],
        item=row["item"], designation=row["designation"], category=row["category"],
        quantity=None if row["least"] is None else Quantity(row["least"], row["most"]), mode=row["mode"], stage=row["stage"],
        certainty=row["certainty"], sources=sources_of(row["sources"], text), when=row["happened"], probability=row["probability"],
        basis=tuple(Basis(name, rule, _quote(span, text)) for name, rule, span in json.loads(row["basis"])),
    )  # fmt: skip


def sources_of(written: str, text: str = "") -> tuple[Source, ...]:
    """Read back a chain of sources, from the origin to the one nearest the page."""
    return tuple(Source(name, kind, party, _quote(span, text)) for name, kind, party, span in json.loads(written))


def _quote(span: list[int] | None, text: str) -> Quote | None:
    return None if span is None or not text else Quote(span[0], span[1], text[span[0] : span[1]])


def _span(quote: Quote | None) -> tuple[int, int] | None:
    return None if quote is None else (quote.start, quote.end)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def now() -> datetime:
    """Tell the time in UTC."""
    return datetime.now(tz=UTC)
