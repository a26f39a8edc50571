"""What holds on both databases: deals, as of a day, revisions, verdicts, backups, search."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import select, text

from reportedly.ledger.connect import open_engine, reading, writing
from reportedly.ledger.derive import settle
from reportedly.ledger.filters import Filters
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.migrate import upgrade
from reportedly.ledger.store import add_reading
from reportedly.ledger.tables import DERIVED
from reportedly.model.errors import UsageError
from reportedly.model.reading import Reading

MakeReading = Callable[..., Reading]
MISSILES = {"item": "Fath-360 missiles", "designation": "Fath-360", "category": "missile"}


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger(place) as opened:
        yield opened


def derived(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    with reading(ledger.store.engine) as connection:
        return {table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=str) for table in DERIVED}


def story(reading_of: MakeReading) -> list[Reading]:
    """Three reports of one deal and one of another, on different days."""
    return [
        reading_of("Iran may deliver missiles.", MISSILES | {"certainty": "PS+"}, id="a", published="2024-01-04"),
        reading_of(
            "Iran agreed to deliver missiles.",
            MISSILES | {"stage": "agreement"},
            id="b",
            published="2024-02-10",
            outlet="Other Post",
        ),
        reading_of(
            "Iran handed over 200 missiles.",
            MISSILES | {"quantity": (200, 200)},
            id="c",
            published="2024-09-06",
            outlet="Third Times",
        ),
        reading_of(
            "Russia delivered jets.",
            {"supplier": "RU", "recipient": "IR", "category": "aircraft", "designation": "Su-35"},
            id="d",
        ),
    ]


def test_reports_of_one_deal_meet_and_the_other_direction_stays_apart(ledger: Ledger, reading_of: MakeReading) -> None:
    list(ledger.add_all(story(reading_of)))
    deals = ledger.deals()
    assert sorted((one.supplier, one.state.claims) for one in deals) == [("IR", 3), ("RU", 1)]
    iran = next(one for one in deals if one.supplier == "IR")
    assert (iran.families, iran.state.stage, iran.state.independent) == (("Fath-360",), "delivery", 3)
    joins = ledger.joins(iran.id)
    assert [round(sum(one.weight for one in join.findings), 3) == join.weight for join in joins] == [True, True]


@pytest.mark.parametrize(
    ("day", "stage", "claims"),
    [
        ("2024-01-04", None, 1),
        ("2024-02-09", None, 1),
        ("2024-02-10", "agreement", 2),
        ("2024-09-05", "agreement", 2),
        ("2024-09-06", "delivery", 3),
    ],
)
def test_as_of_changes_on_the_day_of_publication(
    ledger: Ledger, reading_of: MakeReading, day: str, stage: str | None, claims: int
) -> None:
    list(ledger.add_all(story(reading_of)))
    found = ledger.deals(Filters(supplier="IR", as_of=day))
    assert [(one.state.stage, one.state.claims) for one in found] == [(stage, claims)]
    assert len(ledger.events(found[0].id, day)) == claims
    assert ledger.deal(found[0].id, day) == found[0]


def test_nothing_is_known_before_the_first_page(ledger: Ledger, reading_of: MakeReading) -> None:
    list(ledger.add_all(story(reading_of)))
    assert ledger.deals(Filters(as_of="2024-01-03")) == []
    with pytest.raises(UsageError, match="published by"):
        ledger.deal(ledger.deals()[0].id, "2024-01-03")


def test_order_of_adding_does_not_matter_and_rebuild_gives_the_same(ledger: Ledger, reading_of: MakeReading) -> None:
    pages = story(reading_of)
    for one in reversed(pages):
        ledger.add(one)
        ledger.settle()
    one_by_one = derived(ledger)
    ledger.rebuild()
    assert derived(ledger) == one_by_one
    assert len(one_by_one["deal"]) == 2
    assert ledger.check() == []


def test_a_revision_takes_the_place_of_the_page_on_its_day(ledger: Ledger, reading_of: MakeReading) -> None:
    first = reading_of("Iran delivered missiles.", MISSILES, url="https://example.org/a", published="2024-01-04")
    second = reading_of(
        "Iran may deliver missiles.", MISSILES | {"certainty": "PS+"}, url="https://example.org/a", published="2024-01-06"
    )
    list(ledger.add_all([first, second]))
    assert [one.state.stage for one in ledger.deals(Filters(as_of="2024-01-05"))] == ["delivery"]
    after = ledger.deals()[0]
    assert (after.state.stage, after.state.claims, after.state.pages) == (None, 1, 1)
    assert [one.certainty for one in ledger.events(after.id)] == ["PS+"]
    settled = derived(ledger)
    ledger.rebuild()
    assert derived(ledger) == settled


def test_near_copies_share_their_origin(ledger: Ledger, reading_of: MakeReading) -> None:
    words = "Iran delivered missiles to Russia by ship across the sea in early September, two officials who had seen the papers told reporters in London on Friday, and more may follow before the winter."
    first = reading_of(words, MISSILES, id="a", published="2024-09-01", outlet="First Paper")
    copy = reading_of(
        words + " Share this story.", MISSILES | {"evidence": words}, id="b", published="2024-09-02", outlet="Second Site"
    )
    list(ledger.add_all([copy, first]))
    found = ledger.origins(ledger.deals()[0].id)
    assert [(one.origin, len(one.pages)) for one in found] == [("media:First Paper", 2)]
    copied = ledger.copy_of("b")
    assert copied is not None
    assert copied[0] == ledger.page("a").page.id
    assert ledger.drift("b")[1] == []


def test_papers_that_credit_one_scoop_are_one_origin(ledger: Ledger, reading_of: MakeReading) -> None:
    credited = MISSILES | {"sources": (("US officials", "officials", "US"), ("The Wall Street Journal", "media", None))}
    pages = [reading_of(f"Paper {number} says so.", credited, id=str(number), outlet=f"Paper {number}") for number in range(3)]
    list(ledger.add_all([*pages, reading_of("We saw it.", MISSILES, id="own", outlet="Reuters")]))
    state = ledger.deals()[0].state
    assert (state.pages, state.origins, state.independent) == (4, 2, 2)


def test_analysts_decisions_survive_a_rebuild_and_can_be_undone(ledger: Ledger, reading_of: MakeReading) -> None:
    list(ledger.add_all(story(reading_of)))
    before = derived(ledger)
    iran, russia = (ledger.deals(Filters(supplier=code))[0] for code in ("IR", "RU"))
    joined = ledger.join(iran.id, russia.id, by="Olha", why="a swap")
    assert len(ledger.deals()) == 1
    held = ledger.claims_of(ledger.deals()[0].id)
    split = ledger.split(ledger.deals()[0].id, held[:1], by="Olha")
    assert sorted(one.state.claims for one in ledger.deals()) == [1, 3]
    kept = derived(ledger)
    ledger.rebuild()
    assert derived(ledger) == kept
    for verdict in (split, joined):
        ledger.undo(verdict.id, by="Olha")
    assert derived(ledger) == before
    assert ledger.stats()["verdicts"] == 4
    assert ledger.check() == []


def test_a_correction_moves_a_claim_and_keeps_what_was_read(ledger: Ledger, reading_of: MakeReading) -> None:
    list(ledger.add_all(story(reading_of)[:1]))
    name = ledger.claims_of(ledger.deals()[0].id)[0]
    ledger.correct(name, "supplier", "KP", by="Olha")
    assert [one.supplier for one in ledger.deals()] == ["KP"]
    assert [one.supplier for one in ledger.page("a").claims] == ["IR"]
    ledger.reject(name, by="Olha")
    assert ledger.deals() == []


@pytest.mark.parametrize(("field", "value"), [("item", "x"), ("stage", "sold"), ("when", "yesterday"), ("quantity", "many")])
def test_a_correction_that_cannot_be_is_refused(ledger: Ledger, reading_of: MakeReading, field: str, value: str) -> None:
    list(ledger.add_all(story(reading_of)[:1]))
    name = ledger.claims_of(ledger.deals()[0].id)[0]
    with pytest.raises(UsageError):
        ledger.correct(name, field, value, by="Olha")
    assert ledger.stats()["verdicts"] == 0


def test_search_finds_words_by_their_beginning_in_three_languages(ledger: Ledger, reading_of: MakeReading) -> None:
    pages = {
        "en": "Iran handed over ballistic missiles.",
        "uk": "Іран передав балістичні ракети.",
        "ru": "Иран передал баллистические ракеты.",
    }
    list(ledger.add_all(reading_of(words, MISSILES, id=code, language=code) for code, words in pages.items()))
    assert [one["name"] for one in ledger.pages(Filters(search="MISSILE ballistic"))] == ["en"]
    assert [one["name"] for one in ledger.pages(Filters(search="Балістичн"))] == ["uk"]
    assert sorted(one["name"] for one in ledger.pages(Filters(search="ракет"))) == ["ru", "uk"]
    assert len(ledger.deals(Filters(search="ракет передал"))) == 1
    assert ledger.deals(Filters(search="helicopter")) == []


def test_filters(ledger: Ledger, reading_of: MakeReading) -> None:
    list(ledger.add_all(story(reading_of)))
    for filters, wanted in (
        (Filters(recipient="RU"), 1), (Filters(category="aircraft"), 1), (Filters(designation="Fateh-360"), 1), (Filters(stage="delivery"), 2),
        (Filters(stage="use"), 0), (Filters(since="2024-09"), 1), (Filters(until="2024-01-04"), 0), (Filters(min_origins=2), 1), (Filters(limit=1), 1),
    ):  # fmt: skip
        assert len(ledger.deals(filters)) == wanted, filters
    assert len(list(ledger.claims(Filters(supplier="IR", as_of="2024-03")))) == 2


def test_backup_and_restore(ledger: Ledger, reading_of: MakeReading, tmp_path: object) -> None:
    list(ledger.add_all(story(reading_of)))
    ledger.accept(ledger.deals()[0].id, by="Olha")
    file = f"{tmp_path}/backup.db"
    assert ledger.back_up(file) == 4
    with pytest.raises(UsageError, match="already"):
        ledger.back_up(file)
    with Ledger(f"{tmp_path}/other.db") as other:
        assert other.restore(file) == 4
        assert other.deals() == ledger.deals()
        assert derived(other) == derived(ledger)
        assert other.check() == []
        with pytest.raises(UsageError, match="already"):
            other.restore(file)


def test_a_backup_is_restored_into_the_same_kind_of_database(place: str, reading_of: MakeReading, tmp_path: object) -> None:
    with Ledger(f"{tmp_path}/first.db") as first:
        list(first.add_all(story(reading_of)))
        first.back_up(f"{tmp_path}/backup.db")
    with Ledger(place) as second:
        second.restore(f"{tmp_path}/backup.db")
        assert second.add(story(reading_of)[0]).outcome == "known"
        assert second.add(reading_of("A new page.", id="new")).outcome == "new"
        second.settle()
        assert second.check() == []


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE claim SET words = 'something else'", "evidence does not stand"),
        ("UPDATE claim SET stage = 'use'", "id does not follow"),
        ("UPDATE page SET text = 'Iran delivered nothing!!!!!'", "id does not follow from its text"),
        ("DELETE FROM link", "not those of a rebuild"),
        ("UPDATE deal_state SET independent = 9", "not those of a rebuild"),
    ],
)
def test_check_names_what_is_broken(ledger: Ledger, reading_of: MakeReading, damage: str, said: str) -> None:
    list(ledger.add_all(story(reading_of)[:1]))
    assert ledger.check() == []
    with writing(ledger.store.engine) as connection:
        connection.execute(text(damage))
    assert any(said in line for line in ledger.check())


def test_an_old_schema_with_pages_is_brought_up_to_date(place: str, reading_of: MakeReading) -> None:
    with Ledger(place) as newest:
        url = newest.store.url
        with writing(newest.store.engine) as connection:
            for name in [
                *(table.name for table in DERIVED),
                "pending",
                "band",
                "claim",
                "page_search",
                "page",
                "failure",
                "verdict",
                "alembic_version",
            ]:
                connection.execute(text(f"DROP TABLE {name}"))
    engine = open_engine(url)
    upgrade(engine, "0001")
    with writing(engine) as connection:
        for one in story(reading_of):
            add_reading(connection, one)
        connection.execute(text("DELETE FROM pending"))
    upgrade(engine)
    assert settle(engine) == 4
    engine.dispose()
    with Ledger(place) as ledger:
        assert [one.state.claims for one in ledger.deals(Filters(supplier="IR"))] == [3]
        assert ledger.check() == []
