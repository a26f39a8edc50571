import sqlite3
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import text

from reportedly.ledger import connect
from reportedly.ledger.connect import ledger_url, open_engine, reading
from reportedly.model.errors import UsageError


def hold(path: Path, held: Event, seconds: float) -> None:
    """Keep a new SQLite file to ourselves for a while, as another process that makes it does."""
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    held.set()
    Event().wait(seconds)
    other.rollback()
    other.close()


def test_a_ledger_that_another_process_is_making_is_waited_for(tmp_path: Path) -> None:
    path, held = tmp_path / "new.db", Event()
    other = Thread(target=hold, args=(path, held, 0.3))
    other.start()
    assert held.wait(10)
    engine = open_engine(ledger_url(path))
    with reading(engine) as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    other.join()
    engine.dispose()


def test_a_ledger_that_is_never_let_go_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "WAIT_MS", 100)
    path, held = tmp_path / "kept.db", Event()
    other = Thread(target=hold, args=(path, held, 2))
    other.start()
    assert held.wait(10)
    engine = open_engine(ledger_url(path))
    with pytest.raises(UsageError, match=r"kept\.db"), reading(engine):
        pass
    other.join()
    engine.dispose()
