"""Connections to the database of a ledger: SQLite for a path, PostgreSQL for a URL.

Order of a write: one writer at a time (SQLite: `BEGIN IMMEDIATE`; PostgreSQL: an advisory lock of the transaction) -> rows -> commit, which
returns only when the rows are on disk (`synchronous=FULL`). Readers never wait: SQLite's write-ahead log and PostgreSQL give them a snapshot.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from reportedly.model.errors import UsageError

DEFAULT = "reportedly.db"
WAIT_MS = 60_000
"""How long a writer waits for another writer of an SQLite ledger, in milliseconds."""
RETRY_S = 0.02
"""Pause between two tries to switch a new SQLite ledger to its write-ahead log, in seconds."""
CACHE_KIB = 64 << 10
"""Memory for a connection's pages of an SQLite ledger, in KiB; its own default of 2 MiB reads the same pages of a large ledger again and again."""
LOG_BYTES = 64 << 20
"""Size to which SQLite's write-ahead log shrinks again after a large transaction such as a rebuild."""
LOCK = 0x7265706F
"""Number of the advisory lock of a PostgreSQL ledger's writer (the letters `repo`)."""


def ledger_url(place: str | os.PathLike[str] | None = None) -> str:
    """Turn what a user names as the ledger into a database URL: a URL stays, a path becomes SQLite.

    None takes the environment's `REPORTEDLY_LEDGER`, else `reportedly.db` in the working folder.
    Raises: UsageError: a URL of a database that we do not serve.
    """
    named = os.fspath(place) if place is not None else os.environ.get("REPORTEDLY_LEDGER") or DEFAULT
    if "://" not in named:
        return f"sqlite:///{named}"
    scheme, _, rest = named.partition("://")
    if scheme in {"postgres", "postgresql"}:
        return f"postgresql+psycopg://{rest}"
    if scheme not in {"sqlite", "postgresql+psycopg"}:
        raise UsageError(f"{scheme}:// is no ledger; give a file for SQLite, or postgresql://USER@HOST/NAME")
    return named


def open_engine(url: str, *, read_only: bool = False) -> Engine:
    """Make the engine of a ledger; connections of a read-only one refuse every write.

    Raises: UsageError: the URL cannot be read, or a read-only SQLite ledger is not there.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise UsageError(f"{url} is no database URL: {error}") from error
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(url, parsed.database or "", read_only=read_only)
    options = "-c default_transaction_read_only=on" if read_only else ""
    return create_engine(url, connect_args={"options": options} if options else {}, pool_pre_ping=True)


def _sqlite(url: str, path: str, *, read_only: bool) -> Engine:
    if read_only and not Path(path).is_file():
        raise UsageError(f"no ledger at {path}; make one with: reportedly add INPUT... --ledger {path}")
    if path and path != ":memory:" and not Path(path).absolute().parent.is_dir():
        raise UsageError(f"no folder {Path(path).absolute().parent} to put a ledger into; make it first")
    engine = create_engine(url, connect_args={"timeout": WAIT_MS / 1000, "check_same_thread": False})

    def set_up(connection: object, _record: object) -> None:
        connection.isolation_level = None  # type: ignore[attr-defined]  # sqlite3's own; we say BEGIN ourselves
        cursor = connection.cursor()  # type: ignore[attr-defined]
        cursor.execute(f"PRAGMA busy_timeout={WAIT_MS}")
        if read_only:
            cursor.execute("PRAGMA query_only=ON")
        else:
            _write_ahead(cursor)
            cursor.execute("PRAGMA synchronous=FULL")
            cursor.execute(f"PRAGMA journal_size_limit={LOG_BYTES}")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA temp_store=MEMORY")
        cursor.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
        cursor.close()

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _write_ahead(cursor: sqlite3.Cursor) -> None:
    """Switch to the write-ahead log; SQLite gives up at once where another process holds the file just then, so the waiting is ours.

    Raises: sqlite3.OperationalError: the file was kept longer than `WAIT_MS`.
    """
    until = monotonic() + WAIT_MS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if monotonic() > until:
                raise
            sleep(RETRY_S)
        else:
            return


def _begin(connection: Connection) -> None:
    """Begin a transaction of SQLite: a writer takes the lock at once, so that it never has to give up half way."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writing") else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open the one transaction that may write; it commits at the end of the block and rolls back where the block raises.

    Raises: UsageError: the ledger cannot be reached, or another writer kept it longer than `WAIT_MS`.
    """
    try:
        connection = engine.connect().execution_options(writing=True)
        connection.begin()
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    except OperationalError as error:
        raise UsageError(f"cannot write to the ledger {engine.url.render_as_string()}: {error.orig}") from error
    try:
        yield connection
        connection.commit()
    finally:
        connection.close()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a snapshot of the ledger for reading.

    Raises: UsageError: the ledger cannot be reached.
    """
    try:
        connection = engine.connect()
    except OperationalError as error:
        raise UsageError(f"cannot open the ledger {engine.url.render_as_string()}: {error.orig}") from error
    try:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection
    finally:
        connection.close()
