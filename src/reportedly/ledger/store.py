"""The base rows of a ledger: pages with their claims, failures, verdicts.

# Invariant: base rows are inserted, never updated or deleted. A page, its claims, its buckets and its words for search stand in one
# transaction: either all are there or none. Derived rows are somebody else's (`derive.py`); the store only notes which pages wait for them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, Self

from sqlalchemy import Connection, Engine, func, insert, select, text
from sqlalchemy.dialects import postgresql, sqlite

from reportedly.ledger.connect import ledger_url, open_engine, reading, writing
from reportedly.ledger.likeness import buckets, words_of
from reportedly.ledger.migrate import require_current, upgrade
from reportedly.ledger.rows import claim_rows, identity, now, page_id, page_row
from reportedly.ledger.tables import band, claim, failure, page, pending, verdict
from reportedly.model.errors import UsageError
from reportedly.model.ids import content_id
from reportedly.model.reading import Failure, Reading
from reportedly.model.verdict import Verdict

Outcome = Literal["new", "revision", "known", "failure"]


@dataclass(frozen=True, slots=True)
class Added:
    """What adding one input did: its page (None for a failure), whether it was new, and how many claims came with it."""

    outcome: Outcome
    page_id: str | None
    claims: int = 0


class Store:
    """Appends base rows. Safe for several processes: each call is one transaction behind the ledger's writer lock."""

    def __init__(self, place: str | None = None) -> None:
        """Open a ledger for writing; it is made where there is none, and brought up to date where it is old.

        Raises: UsageError: the place cannot be a ledger, or a newer program made it.
        """
        self.url = ledger_url(place)
        self.engine = open_engine(self.url)
        try:
            upgrade(self.engine)
        except UsageError:
            self.engine.dispose()
            raise

    def close(self) -> None:
        """Give back the connections."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        """Use as a context manager, which closes it at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def add(self, item: Reading | Failure) -> Added:
        """Keep one page with its claims, or one failure; returns when it is on disk. What is known already is left alone."""
        with writing(self.engine) as connection:
            return add_failure(connection, item) if isinstance(item, Failure) else add_reading(connection, item)

    def decide(self, decided: Verdict, pages: Iterable[str]) -> Verdict:
        """Append a verdict and note the pages whose derived rows it changes."""
        with writing(self.engine) as connection:
            connection.execute(insert(verdict), verdict_row(decided))
            await_derived(connection, pages)
        return decided


def open_for_reading(place: str | None = None) -> Engine:
    """Open a ledger whose connections refuse to write.

    Raises: UsageError: there is no ledger, or its schema is not ours.
    """
    engine = open_engine(ledger_url(place), read_only=True)
    try:
        require_current(engine)
    except UsageError:
        engine.dispose()
        raise
    return engine


def add_reading(connection: Connection, item: Reading) -> Added:
    """Insert a page and everything that belongs to it, inside the caller's transaction."""
    known = connection.execute(select(page.c.id).where(page.c.id == page_id(item.page))).first()
    if known is not None:
        return Added("known", known.id)
    last = connection.execute(select(func.max(page.c.revision)).where(page.c.identity == identity(item.page))).scalar()
    row = page_row(item, 0 if last is None else last + 1, now())
    seq = connection.execute(insert(page).returning(page.c.seq), row).scalar_one()
    claims = list(claim_rows(item))
    if claims:
        connection.execute(insert(claim), claims)
    marks = [{"bucket": one, "day": row["day"], "page_id": row["id"]} for one in buckets([int(one) for one in _numbers(row)])]
    if marks:
        connection.execute(insert(band), marks)
    connection.execute(
        text(search_insert(connection)), {"seq": seq, "words": " ".join(words_of(f"{item.page.title or ''}\n{item.page.text}"))}
    )
    connection.execute(insert(pending), {"page_id": row["id"]})
    return Added("new" if last is None else "revision", row["id"], len(claims))


def _numbers(row: dict[str, Any]) -> list[str]:
    inner = row["signature"].strip("[]")
    return inner.split(",") if inner else []


def search_insert(connection: Connection) -> str:
    """Write the statement that puts a page's words into the search; the databases differ in it."""
    if connection.dialect.name == "postgresql":
        return "INSERT INTO page_search (seq, words) VALUES (:seq, to_tsvector('simple', :words))"
    return "INSERT INTO page_search (rowid, words) VALUES (:seq, :words)"


def add_failure(connection: Connection, item: Failure) -> Added:
    """Insert a failure; the same input with the same reason is kept once."""
    chosen = content_id("failure", item.place, item.reason)
    if connection.execute(select(failure.c.id).where(failure.c.id == chosen)).first() is None:
        row = {
            "id": chosen,
            "place": item.place,
            "reason": item.reason,
            "advice": item.advice,
            "failed_at": now().isoformat(timespec="seconds"),
        }
        connection.execute(insert(failure), row)
    return Added("failure", None)


def await_derived(connection: Connection, pages: Iterable[str]) -> None:
    """Note pages whose derived rows are to be made again."""
    rows = [{"page_id": one} for one in sorted(set(pages))]
    if rows:
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        connection.execute(dialect.insert(pending).on_conflict_do_nothing(), rows)


def verdict_row(decided: Verdict) -> dict[str, Any]:
    """Write a verdict as its row."""
    return {
        "id": decided.id, "kind": decided.kind, "target": decided.target, "detail": decided.detail_json(), "decided_by": decided.by,
        "why": decided.why, "decided_at": decided.at,
    }  # fmt: skip


def read_verdicts(connection: Connection) -> list[Verdict]:
    """Read all verdicts in the order in which they were given."""
    rows = connection.execute(select(verdict).order_by(verdict.c.seq)).mappings()
    return [
        Verdict.of_json(row["kind"], row["target"], row["detail"], by=row["decided_by"], why=row["why"], at=row["decided_at"])
        for row in rows
    ]


def count_pages(engine: Engine) -> int:
    """Count the pages of a ledger, revisions included."""
    with reading(engine) as connection:
        return int(connection.execute(select(func.count()).select_from(page)).scalar_one())
