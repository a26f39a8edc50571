"""Verify the invariants of a ledger; each finding is one line that says what does not hold and where.

Checked: the database's own integrity; ids follow from content; evidence stands in its page; claims, buckets and search belong to pages and every page has
its words; revisions are numbered without a gap; verdicts name claims that are there; derived rows are those that a rebuild gives.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, select, text

from reportedly.ledger.connect import reading, writing
from reportedly.ledger.derive import remake
from reportedly.ledger.rows import check_claim_id, page_id, page_of
from reportedly.ledger.store import read_verdicts
from reportedly.ledger.tables import DERIVED, claim, page, pending

CHUNK = 500


class _Undo(Exception):  # noqa: N818 - no error: it rolls the trial rebuild back
    """Ends the transaction of a trial rebuild."""


def check(engine: Engine) -> list[str]:
    """Verify every invariant. Returns: what does not hold; empty where all does."""
    found: list[str] = []
    with reading(engine) as connection:
        for look in (_integrity, _pages, _claims, _search, _revisions, _verdicts):
            found += look(connection)
        waiting = connection.execute(select(pending.c.page_id).limit(1)).first()
    return found + ([] if waiting else list(_derived(engine)))


def _integrity(connection: Connection) -> Iterator[str]:
    if connection.dialect.name == "sqlite":
        for (line,) in connection.execute(text("PRAGMA integrity_check")):
            if line != "ok":
                yield f"database: {line}"
        for row in connection.execute(text("PRAGMA foreign_key_check")):
            yield f"database: a row of {row[0]} refers to nothing"


def _pages(connection: Connection) -> Iterator[str]:
    found = connection.execute(select(page).execution_options(yield_per=CHUNK)).mappings()
    for row in found:
        made = page_of(dict(row) | {"id": row["name"]})
        if page_id(made) != row["id"]:
            yield f"page {row['id']}: its id does not follow from its text"
        if made.lines and made.lines[-1].end != len(made.text):
            yield f"page {row['id']}: its lines do not cover its text"


def _claims(connection: Connection) -> Iterator[str]:
    chosen = select(claim, page.c.text.label("page_text")).join(page, page.c.id == claim.c.page_id)
    for row in connection.execute(chosen.execution_options(yield_per=CHUNK)).mappings():
        plain = {name: value for name, value in row.items() if name != "page_text"}
        if not check_claim_id(plain):
            yield f"claim {row['id']}: its id does not follow from what was read"
        if row["page_text"][row["start"] : row["end"]] != row["words"]:
            yield f"claim {row['id']}: its evidence does not stand in page {row['page_id']}"


def _search(connection: Connection) -> Iterator[str]:
    number = "seq" if connection.dialect.name == "postgresql" else "rowid"
    words = set(connection.execute(text(f"SELECT {number} FROM page_search")).scalars())  # noqa: S608 - one of two constants
    pages = set(connection.execute(select(page.c.seq)).scalars())
    for left, what in ((pages - words, "cannot be searched"), (words - pages, "can be searched and is not there")):
        for seq in sorted(left):
            yield f"page number {seq} {what}"


def _revisions(connection: Connection) -> Iterator[str]:
    last: dict[str, int] = {}
    for row in connection.execute(select(page.c.identity, page.c.revision).order_by(page.c.identity, page.c.revision)):
        if row.revision != last.get(row.identity, -1) + 1:
            yield f"{row.identity}: revision {row.revision} has none before it"
        last[row.identity] = row.revision


def _verdicts(connection: Connection) -> Iterator[str]:
    claims = set(connection.execute(select(claim.c.id)).scalars()) if (verdicts := read_verdicts(connection)) else set()
    known: set[str] = set()
    for one in verdicts:
        known.add(one.id)
        for name in (*one.claims, *one.others):
            if name not in claims:
                yield f"verdict {one.id}: there is no claim {name}"
        if one.kind == "undo" and one.target not in known:
            yield f"verdict {one.id}: there is no verdict {one.target} before it"


def _derived(engine: Engine) -> Iterator[str]:
    """Make all derived rows anew in a transaction that is given up, and compare."""
    lines: list[str] = []
    try:
        with writing(engine) as connection:
            before = snapshot(connection)
            remake(connection)
            after = snapshot(connection)
            lines += [
                f"derived rows of {name} are not those of a rebuild; run: reportedly ledger rebuild"
                for name in before
                if before[name] != after[name]
            ]
            raise _Undo  # noqa: TRY301 - the way out of the transaction
    except _Undo:
        yield from lines


def snapshot(connection: Connection) -> dict[str, int]:
    """Digest each derived table, whatever the order of its rows: two equal snapshots mean equal rows (but for collisions of 64-bit hashes)."""
    return {
        table.name: sum(hash(tuple(row)) for row in connection.execute(select(table).execution_options(yield_per=CHUNK)))
        for table in DERIVED
    }
