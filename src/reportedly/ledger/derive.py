"""Make the derived rows of a ledger from its base rows and verdicts.

# Invariant: derived rows are a pure function of base rows and verdicts. `settle` renews what pending pages touch, `rebuild` throws all away and makes it
# again with the same functions; both give the same rows, whatever the order in which pages were added.

Order: near-copies of the pages -> place of each claim (thread, origin, until when it counts) -> threads linked into deals -> states of the deals.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select

from reportedly.ledger.connect import writing
from reportedly.ledger.copies import find_copies, follow_copies, renew_copies
from reportedly.ledger.deals import write_threads
from reportedly.ledger.kinds import kind_of
from reportedly.ledger.origins import Origin, Teller, find_origin, usual_outlet
from reportedly.ledger.review import Effects
from reportedly.ledger.rows import Row, sources_of
from reportedly.ledger.store import read_verdicts
from reportedly.ledger.tables import DERIVED, claim, page, pending, place

BATCH = 500
"""Pages that are placed at a time; keeps the memory of a rebuild flat."""


def settle(engine: Engine) -> int:
    """Renew the derived rows that pending pages touch, in one transaction. Returns: how many pages were pending."""
    with writing(engine) as connection:
        waiting = list(connection.execute(select(pending.c.page_id)).scalars())
        if waiting:
            _renew(connection, waiting)
            connection.execute(delete(pending))
    return len(waiting)


def rebuild(engine: Engine) -> int:
    """Throw all derived rows away and make them again, in one transaction. Returns: how many pages there are."""
    with writing(engine) as connection:
        count = remake(connection)
        connection.execute(delete(pending))
    return count


def remake(connection: Connection) -> int:
    """Do a rebuild inside the caller's transaction. Returns: how many pages there are."""
    for table in DERIVED:
        connection.execute(delete(table))
    effects = Effects.of(read_verdicts(connection))
    find_copies(connection)
    pages = list(connection.execute(select(page.c.id).order_by(page.c.seq)).scalars())
    for batch in _batches(pages):
        _place_pages(connection, batch, effects)
    write_threads(connection, effects)
    return len(pages)


def _renew(connection: Connection, waiting: Sequence[str]) -> None:
    """Place the pending pages anew, and all pages whose place depends on theirs; then link the threads that lost or won a claim."""
    effects = Effects.of(read_verdicts(connection))
    touched = set(waiting) | _revisions(connection, waiting)
    touched |= renew_copies(connection, waiting)
    threads: set[str] = set()
    for batch in _batches(sorted(touched)):
        threads |= set(connection.execute(select(place.c.thread).where(place.c.page_id.in_(batch)).distinct()).scalars())
        connection.execute(delete(place).where(place.c.page_id.in_(batch)))
        threads |= _place_pages(connection, batch, effects)
    write_threads(connection, effects, threads)


def _revisions(connection: Connection, pages: Sequence[str]) -> set[str]:
    """Find the other revisions of pages: a new one ends the time of the one before it."""
    found: set[str] = set()
    for batch in _batches(pages):
        same = select(page.c.identity).where(page.c.id.in_(batch))
        found |= set(connection.execute(select(page.c.id).where(page.c.identity.in_(same))).scalars())
    return found


def _batches(pages: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(pages), BATCH):
        yield pages[start : start + BATCH]


def _place_pages(connection: Connection, pages: Sequence[str], effects: Effects) -> set[str]:
    """Write the places of the claims of pages that have none. Returns: their threads."""
    heads = {row["id"]: row for row in _heads(connection, pages)}
    until = _replaced(connection, heads.values())
    originals = follow_copies(connection, pages)
    found = connection.execute(
        select(claim)
        .with_only_columns(*(one for one in claim.c if one.name not in {"words", "basis"}))
        .where(claim.c.page_id.in_(pages))
    )
    changed = [effects.apply(row) for row in found.mappings() if row["id"] not in effects.rejected]
    credited = _credited(changed)
    tellers = _tellers(connection, heads, originals, {page_id for page_id, _ in credited})
    rows = []
    for row in changed:
        head = heads[row["page_id"]]
        media = credited.get((row["page_id"], _thread(row)), frozenset[str]())
        origin = find_origin(sources_of(row["sources"]), tellers[row["page_id"]], media)
        rows.append(_place(row, head, origin, until.get(head["id"])))
    _mark_apart(rows)
    if rows:
        connection.execute(insert(place), [{name: row[name] for name in place.c.keys()} for row in rows])  # noqa: SIM118 - columns are no mapping
    return {row["thread"] for row in rows}


def _heads(connection: Connection, pages: Iterable[str]) -> list[Row]:
    columns = (page.c.id, page.c.identity, page.c.revision, page.c.day, page.c.outlet, page.c.cites)
    return list(connection.execute(select(*columns).where(page.c.id.in_(list(pages)))).mappings())


def _replaced(connection: Connection, heads: Iterable[Row]) -> dict[str, str]:
    """Give the day on which a later revision took the place of each page that has one."""
    old = page.alias()
    chosen = [row["id"] for row in heads]
    found = connection.execute(
        select(old.c.id, page.c.day)
        .join(page, (page.c.identity == old.c.identity) & (page.c.revision > old.c.revision))
        .where(old.c.id.in_(chosen))
    )
    until: dict[str, str] = {}
    for name, day in found:
        until[name] = min(day, until.get(name, day))
    return until


def _tellers(connection: Connection, heads: dict[str, Row], originals: dict[str, str], crediting: set[str]) -> dict[str, Teller]:
    """Say of each page what origins look at; a near-copy has the origin of what its original says in its own voice."""
    known = heads | {row["id"]: row for row in _heads(connection, set(originals.values()) - set(heads))}
    first = {name: find_origin((), Teller(original, known[original]["outlet"])) for name, original in originals.items()}
    return {
        name: Teller(name, head["outlet"], name in crediting or head["cites"] != "[]", first.get(name))
        for name, head in heads.items()
    }


def _credited(rows: Sequence[Row]) -> dict[tuple[str, str], set[str]]:
    """Collect the media that each page credits in each thread."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        medium = next((one.name for one in sources_of(row["sources"]) if one.kind == "media"), None)
        if medium is not None:
            found.setdefault((row["page_id"], _thread(row)), set()).add(usual_outlet(medium))
    return found


def _thread(row: Row) -> str:
    return thread_name(row["supplier"], row["recipient"], kind_of(row["designation"], row["category"])[0])


def thread_name(supplier: str | None, recipient: str | None, category: str) -> str:
    """Name the thread of a supplier, recipient (each may be unsaid) and category."""
    return f"{supplier or ''}>{recipient or ''}:{category}"


def _place(row: Row, head: Row, origin: Origin, until: str | None) -> dict[str, Any]:
    category, family = kind_of(row["designation"], row["category"])
    return {
        "claim_id": row["id"], "page_id": row["page_id"], "day": head["day"], "until": until, "position": row["position"],
        "thread": thread_name(row["supplier"], row["recipient"], category), "kind": family, "origin": origin.name, "family": origin.family,
        "origin_rule": origin.rule, "beside": "",
        "sentence": (row["page_id"], row["start"], row["end"], row["stage"], row["certainty"]),
    }  # fmt: skip


def _mark_apart(rows: Sequence[dict[str, Any]]) -> None:
    """Mark the kinds that their sentence lists beside a named type of the same thread: they are something else than that type."""
    named: dict[tuple[object, ...], set[str]] = {}
    for row in rows:
        if row["kind"] is not None:
            named.setdefault((row["thread"], row["sentence"]), set()).add(row["kind"])
    for row in rows:
        if row["kind"] is None:
            row["beside"] = "|".join(sorted(named.get((row["thread"], row["sentence"]), ())))
