from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.measure.compare import compare
from reportedly.measure.documents import SLOTS, Document, Statement, Value
from reportedly.measure.scores import score

TEXT = "Sentence number one. Sentence number two. Sentence number three."
SPANS = ((0, 20), (21, 41), (42, 64))


def said(sentence: int, **values: Value) -> Statement:
    return Statement(dict.fromkeys(SLOTS) | {"supplier": "NO", "stage": "offer"} | values, (), SPANS[sentence])


GOLD = [Document("a", "en", TEXT, statements=(said(0), said(1)))]


def run(*statements: Statement) -> dict[str, Document]:
    return {"a": Document("a", statements=statements)}


def kinds(older: dict[str, Document], newer: dict[str, Document]) -> list[tuple[str, str]]:
    return [(change.kind, change.sentence) for change in compare(GOLD, older, newer)]


def test_a_run_against_itself_changes_nothing() -> None:
    assert kinds(run(said(0), said(2)), run(said(0), said(2))) == []


def test_what_was_mended_and_what_was_broken() -> None:
    assert kinds(run(said(0)), run(said(1))) == [("broken", TEXT[0:20]), ("fixed", TEXT[21:41])]


def test_wrong_claims_come_and_go() -> None:
    assert kinds(run(said(2)), run(said(1, stage="use"))) == [("added", TEXT[21:41]), ("dropped", TEXT[42:64])]


def test_a_wrong_value_put_right_is_fixed_and_dropped() -> None:
    assert kinds(run(said(0, supplier="PT")), run(said(0))) == [("dropped", TEXT[0:20]), ("fixed", TEXT[0:20])]


def test_a_page_missing_in_a_run_counts_as_nothing_found() -> None:
    assert kinds({}, run(said(0))) == [("fixed", TEXT[0:20])]


statements = st.lists(
    st.builds(lambda number, supplier: said(number, supplier=supplier), st.integers(0, 2), st.sampled_from(["NO", "PT"])),
    max_size=5,
)


@given(statements, statements, statements)
def test_changes_account_for_the_difference_in_hits(
    gold: list[Statement], older: list[Statement], newer: list[Statement]
) -> None:
    documents = [replace(GOLD[0], statements=tuple(gold))]
    changes = [change.kind for change in compare(documents, run(*older), run(*newer))]
    before, now = (score(documents, run(*one))["claim core"] for one in (older, newer))
    assert now.hit - before.hit == changes.count("fixed") - changes.count("broken")
    assert (now.run - now.hit) - (before.run - before.hit) == changes.count("added") - changes.count("dropped")


@pytest.mark.parametrize("place", [None, (0, 20)])
def test_a_claim_without_a_place_has_no_sentence_to_show(place: tuple[int, int] | None) -> None:
    lost = Statement(dict.fromkeys(SLOTS), (), place)
    assert len(compare(GOLD, {}, run(lost))) == (place is not None)
