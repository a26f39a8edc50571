"""Which page is a near-copy of which: the *original* is the page that came out first among those of a bucket that are alike.

A page has at most one original, always a page that came out before it (by day, then id); so what comes out later changes nothing about earlier pages.
Originals are compared with the first page of each bucket only, which keeps a thousand reprints linear.
"""

import json
from collections.abc import Iterable

from sqlalchemy import Connection, Select, delete, func, insert, select

from reportedly.ledger.likeness import ALIKE, buckets, likeness
from reportedly.ledger.tables import band, copy, page

CHUNK = 500


def find_copies(connection: Connection) -> None:
    """Write the near-copies of all pages; the table must be empty."""
    first = _firsts(connection)
    found: dict[str, set[tuple[str, str]]] = {}
    rows = connection.execute(select(band.c.bucket, band.c.page_id, band.c.day).where(band.c.bucket.in_(_shared())))
    for bucket, name, day in rows:
        if first[bucket] < (day, name):
            found.setdefault(name, set()).add(first[bucket])
    _write(connection, found)


def renew_copies(connection: Connection, pages: Iterable[str]) -> set[str]:
    """Write the near-copies of pages that came in, and of those that share a bucket with them. Returns: the pages whose original changed."""
    touched: set[str] = set()
    for name in pages:
        row = connection.execute(select(page.c.day, page.c.signature).where(page.c.id == name)).one()
        touched.add(name)
        shared = list(buckets(json.loads(row.signature)))
        later = select(band.c.page_id).where(band.c.bucket.in_(shared), band.c.day >= row.day)
        touched |= set(connection.execute(later).scalars())
    before = dict(_chosen(connection, touched))
    for start in range(0, len(touched), CHUNK):
        connection.execute(delete(copy).where(copy.c.page_id.in_(sorted(touched)[start : start + CHUNK])))
    _write(connection, {name: _earlier(connection, name) for name in touched})
    after = dict(_chosen(connection, touched))
    changed = {name for name in touched if before.get(name) != after.get(name)}
    return changed | _descendants(connection, changed)


def _descendants(connection: Connection, pages: set[str]) -> set[str]:
    """Find the copies of pages, the copies of these, and so on."""
    found: set[str] = set()
    left = set(pages)
    while left:
        rows: set[str] = set()
        for start in range(0, len(left), CHUNK):
            part = sorted(left)[start : start + CHUNK]
            rows |= set(connection.execute(select(copy.c.page_id).where(copy.c.original.in_(part))).scalars())
        left = rows - found
        found |= left
    return found


def follow_copies(connection: Connection, pages: Iterable[str]) -> dict[str, str]:
    """Give for each near-copy among pages the first of the chain of its originals."""
    found = dict(_chosen(connection, set(pages)))
    above = dict(found)
    while above:
        above = dict(_chosen(connection, set(above.values())))
        found = {name: above.get(original, original) for name, original in found.items()}
    return found


def _chosen(connection: Connection, pages: set[str]) -> list[tuple[str, str]]:
    chosen = sorted(pages)
    rows: list[tuple[str, str]] = []
    for start in range(0, len(chosen), CHUNK):
        part = chosen[start : start + CHUNK]
        rows += [(row.page_id, row.original) for row in connection.execute(select(copy).where(copy.c.page_id.in_(part)))]
    return rows


def _shared() -> Select[str]:
    return select(band.c.bucket).group_by(band.c.bucket).having(func.count() > 1)


def _firsts(connection: Connection) -> dict[str, tuple[str, str]]:
    """Give the first page of each bucket that several pages share, as (day, id)."""
    first: dict[str, tuple[str, str]] = {}
    rows = connection.execute(select(band.c.bucket, band.c.day, band.c.page_id).where(band.c.bucket.in_(_shared())))
    for bucket, day, name in rows:
        first[bucket] = min(first.get(bucket, (day, name)), (day, name))
    return first


def _earlier(connection: Connection, name: str) -> set[tuple[str, str]]:
    """Give the first page of each bucket of a page, where it came out before the page."""
    row = connection.execute(select(page.c.day, page.c.signature).where(page.c.id == name)).one()
    found: set[tuple[str, str]] = set()
    for bucket in buckets(json.loads(row.signature)):
        first = connection.execute(
            select(band.c.day, band.c.page_id).where(band.c.bucket == bucket).order_by(band.c.day, band.c.page_id).limit(1)
        ).one()
        if tuple(first) < (row.day, name):
            found.add((first.day, first.page_id))
    return found


def _write(connection: Connection, candidates: dict[str, set[tuple[str, str]]]) -> None:
    """Write the original of each page: the first of its candidates that is alike."""
    names = sorted(set(candidates) | {name for found in candidates.values() for _, name in found})
    signatures: dict[str, list[int]] = {}
    for start in range(0, len(names), CHUNK):
        part = names[start : start + CHUNK]
        rows = connection.execute(select(page.c.id, page.c.signature).where(page.c.id.in_(part)))
        signatures |= {name: json.loads(written) for name, written in rows}
    chosen = []
    for name, found in candidates.items():
        for _, original in sorted(found):
            alike = likeness(signatures[name], signatures[original])
            if alike >= ALIKE:
                chosen.append({"page_id": name, "original": original, "likeness": alike})
                break
    if chosen:
        connection.execute(insert(copy), chosen)
