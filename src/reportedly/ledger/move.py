"""Backups: the base rows of a ledger of either database in one SQLite file, written beside and renamed when complete."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, false, func, insert, select, text

from reportedly.ledger.connect import open_engine, reading, writing
from reportedly.ledger.likeness import words_of
from reportedly.ledger.migrate import require_current, upgrade
from reportedly.ledger.store import search_insert
from reportedly.ledger.tables import BASE, page, pending
from reportedly.model.errors import UsageError

CHUNK = 500


def back_up(engine: Engine, file: Path) -> int:
    """Copy all base rows into a new SQLite ledger. Returns: how many pages.

    Raises: UsageError: the file is there already; a backup is never overwritten.
    """
    if file.exists():
        raise UsageError(f"{file} is there already; name a new file")
    partial = file.with_name(f".{file.name}.{os.getpid()}.partial")
    target = open_engine(f"sqlite:///{partial}")
    try:
        upgrade(target)
        with reading(engine) as source, writing(target) as out:
            count = _copy(source, out)
        with target.connect() as connection:
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]  # sqlite3's own
        target.dispose()
        partial.replace(file)
    finally:
        target.dispose()
        for left in partial.parent.glob(f"{partial.name}*"):
            left.unlink()
    return count


def restore(engine: Engine, file: Path) -> int:
    """Copy all base rows of a backup into an empty ledger. Returns: how many pages.

    Raises: UsageError: the ledger has pages, or the file is no ledger of this program's schema.
    """
    source = open_engine(f"sqlite:///{file}", read_only=True)
    try:
        require_current(source)
        with reading(source) as rows, writing(engine) as out:
            if out.execute(select(func.count()).select_from(page)).scalar_one():
                raise UsageError("the ledger has pages already; restore into a new one")
            return _copy(rows, out)
    finally:
        source.dispose()


def _copy(source: Connection, out: Connection) -> int:
    """Copy the base rows in the order in which they were added, and note every page as pending."""
    count = 0
    for table in BASE:
        for rows in _chunks(source, table):
            if table is page:
                count += len(rows)
                out.execute(text(search_insert(out)), [{"seq": row["seq"], "words": _words(row)} for row in rows])
                out.execute(insert(pending), [{"page_id": row["id"]} for row in rows])
            out.execute(insert(table), rows)
        if out.dialect.name == "postgresql" and "seq" in table.c:
            next_number = select(func.coalesce(func.max(table.c.seq), 0) + 1).scalar_subquery()
            out.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "seq"), next_number, false())))
    return count


def _words(row: dict[str, Any]) -> str:
    return " ".join(words_of(f"{row['title'] or ''}\n{row['text']}"))


def _chunks(source: Connection, table: Table) -> Iterator[Sequence[dict[str, Any]]]:
    order = table.c.seq if "seq" in table.c else table.primary_key.columns.values()[0]
    found = source.execute(select(table).order_by(order).execution_options(yield_per=CHUNK)).mappings()
    for part in found.partitions(CHUNK):
        yield [dict(row) for row in part]
