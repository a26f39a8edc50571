import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, inspect, literal_column, select, text
from sqlalchemy.exc import DBAPIError

from reportedly.ledger.connect import reading, writing
from reportedly.ledger.store import Store, count_pages, open_for_reading, read_verdicts
from reportedly.ledger.tables import band, claim, failure, metadata, page, pending
from reportedly.model.errors import UsageError
from reportedly.model.reading import Failure, Reading
from reportedly.model.verdict import Verdict

MakeReading = Callable[..., Reading]
CRASHES = 200
SENTENCE = "Iran delivered drones to Russia in December."


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with Store(place) as opened:
        yield opened


def count(store: Store, table: object) -> int:
    with reading(store.engine) as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())  # type: ignore[arg-type]


def test_adding_twice_changes_nothing(store: Store, reading_of: MakeReading) -> None:
    one = reading_of(SENTENCE, {}, {"stage": "use"}, url="https://example.org/a")
    first, second = store.add(one), store.add(one)
    assert (first.outcome, first.claims, second.outcome) == ("new", 2, "known")
    assert first.page_id == second.page_id
    assert (count(store, page), count(store, claim), count(store, pending)) == (1, 2, 1)


def test_same_address_with_other_text_is_a_revision(store: Store, reading_of: MakeReading) -> None:
    store.add(reading_of("Iran may deliver drones.", url="https://Example.org/a/?utm_source=x#top"))
    second = store.add(reading_of("Iran delivered drones.", url="https://example.org/a"))
    assert second.outcome == "revision"
    with reading(store.engine) as connection:
        rows = connection.execute(select(page.c.revision, page.c.text).order_by(page.c.revision)).all()
    assert [tuple(row) for row in rows] == [(0, "Iran may deliver drones."), (1, "Iran delivered drones.")]


def test_same_text_at_another_address_is_another_page(store: Store, reading_of: MakeReading) -> None:
    store.add(reading_of(SENTENCE, url="https://example.org/a"))
    assert store.add(reading_of(SENTENCE, url="https://example.net/a")).outcome == "new"


def test_claims_that_differ_in_one_field_are_two(store: Store, reading_of: MakeReading) -> None:
    added = store.add(reading_of(SENTENCE, {"quantity": (2, 2)}, {"quantity": (3, 3)}, {"quantity": (3, 3)}))
    assert added.claims == 2


def test_failures_are_kept_once(store: Store) -> None:
    for _ in range(2):
        assert store.add(Failure("a.html", "no text", "Give a page.")).outcome == "failure"
    assert count(store, failure) == 1


def test_verdicts_are_appended(store: Store) -> None:
    first = Verdict("correct", "c1", "Olha", "2024-01-05T10:00:00+00:00", "misread", ("c1",), field="when", value="2023")
    second = Verdict("undo", first.id, "Olha", "2024-01-05T10:01:00+00:00")
    for one in (first, second):
        store.decide(one, [])
    with reading(store.engine) as connection:
        assert read_verdicts(connection) == [first, second]


def test_reader_cannot_write(store: Store, place: str, reading_of: MakeReading) -> None:
    store.add(reading_of(SENTENCE))
    engine = open_for_reading(place)
    with reading(engine) as connection, pytest.raises(DBAPIError):
        connection.execute(text("DELETE FROM page"))
    assert count_pages(engine) == 1
    engine.dispose()


def test_no_ledger_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="reportedly add"):
        open_for_reading(str(tmp_path / "none.db"))


def test_half_a_page_is_rolled_back(store: Store, reading_of: MakeReading, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(_connection: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("reportedly.ledger.store.search_insert", break_off)
    with pytest.raises(KeyboardInterrupt):
        store.add(reading_of(SENTENCE, {}))
    assert [count(store, table) for table in (page, claim, band, pending)] == [0, 0, 0, 0]


def test_migrations_make_the_tables_that_the_program_describes(store: Store) -> None:
    found = inspect(store.engine)
    for name, table in metadata.tables.items():
        assert {one["name"] for one in found.get_columns(name)} == {one.name for one in table.columns}
        assert {
            one["name"]: list(one["column_names"]) for one in found.get_indexes(name) if not one.get("duplicates_constraint")
        } == {str(one.name): [column.name for column in one.columns] for one in table.indexes}
        assert found.get_pk_constraint(name)["constrained_columns"] == [one.name for one in table.primary_key]
        nullable = {one["name"] for one in found.get_columns(name) if one["nullable"]}
        assert nullable == {one.name for one in table.columns if one.nullable}


def test_ledger_of_a_newer_program_is_refused(store: Store, place: str) -> None:
    with writing(store.engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UsageError, match="newer"):
        Store(place)


def test_killed_at_any_moment_nothing_acknowledged_is_lost(place: str) -> None:
    script = Path(__file__).with_name("crash.py")
    Store(place).close()
    run = subprocess.run([sys.executable, str(script), place, str(CRASHES), "7"], check=True, capture_output=True, text=True)
    told = json.loads(run.stdout)
    assert told["working"] > CRASHES / 4, "too few were killed inside their work to show anything"
    with Store(place) as store, reading(store.engine) as connection:
        pages = {row.id: row for row in connection.execute(select(page))}
        claims = connection.execute(select(claim.c.page_id, func.count()).group_by(claim.c.page_id)).all()
        number = "seq" if store.engine.dialect.name == "postgresql" else "rowid"
        words: set[int] = set(connection.execute(select(literal_column(number)).select_from(text("page_search"))).scalars())
        waiting = set(connection.execute(select(pending.c.page_id)).scalars())
    assert set(told["acknowledged"]) <= set(pages)
    assert {row[0]: row[1] for row in claims} == dict.fromkeys(pages, 3)
    assert words == {row.seq for row in pages.values()}
    assert waiting == set(pages)
    assert len(pages) - len(told["acknowledged"]) <= CRASHES, (
        "each child may have finished at most one page that it could not report"
    )


def test_two_processes_adding_at_once_neither_lose_nor_double(place: str) -> None:
    script = "import sys; sys.path.insert(0, sys.argv[1]); import crash\nfrom reportedly.ledger.store import Store\nstore = Store(sys.argv[2])\nfor n in range(60): store.add(crash.page(n % 2 * int(sys.argv[3]), n))"
    folder = str(Path(__file__).parent)
    runs = [
        subprocess.Popen([sys.executable, "-c", script, folder, place, str(number)], stderr=subprocess.PIPE) for number in (1, 2)
    ]
    for run in runs:
        _, said = run.communicate()
        assert run.returncode == 0, said.decode()
    with Store(place) as store:
        assert (count(store, page), count(store, claim)) == (90, 270)  # 30 pages both add, 30 each adds alone
