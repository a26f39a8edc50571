import importlib.util
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reportedly.measure.documents import load_gold, load_run
from reportedly.measure.scores import Tally, score, score_languages

Record = dict[str, Any]
Write = Callable[[str, Sequence[Record]], Path]
Gold = Callable[[int], list[Record]]
Run = Callable[[Sequence[Record], int], list[Record]]


@pytest.fixture(scope="session")
def reference(shared: Path) -> ModuleType:
    """The reference scorer, loaded from beside the repository."""
    spec = importlib.util.spec_from_file_location("gold", shared / "gold" / "gold.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(40))
def test_figures_are_those_of_the_reference_scorer(
    write: Write, make_documents: Gold, make_run: Run, reference: ModuleType, seed: int
) -> None:
    gold = make_documents(seed)
    paths = [write("gold.jsonl", gold), write("run.jsonl", make_run(gold, seed + 1000))]
    documents = load_gold(paths[:1])
    ours = {name: tally.row() for name, tally in score(documents, load_run(paths[1], documents)).items()}
    assert ours == reference.score([str(paths[0])], str(paths[1]))


def figures(write: Write, gold: list[Record], run: list[Record]) -> dict[str, Tally]:
    documents = load_gold([write("gold.jsonl", gold)])
    return score(documents, load_run(write("run.jsonl", run), documents))


def test_gold_against_itself_is_perfect(write: Write, make_documents: Gold) -> None:
    gold = make_documents(7)
    for name, tally in figures(write, gold, gold).items():
        assert tally.hit == tally.run == tally.gold, name
        assert tally.gold > 0, name


def test_a_page_that_the_run_lacks_counts_as_one_where_nothing_was_found(write: Write, make_documents: Gold) -> None:
    gold = make_documents(7)
    scores = figures(write, gold, [])
    assert all(tally.hit == tally.run == 0 for tally in scores.values())
    assert scores["claim core"].gold == len([claim for one in gold for claim in one["claims"]])
    assert scores["page article text"].recall == 0.0


def test_core_needs_all_four_and_certainty_is_counted_beside_it(write: Write) -> None:
    claim: Record = {"evidence": "x", "supplier": "NO", "recipient": "PT", "category": "ship", "stage": "use", "certainty": "CT+"}
    gold: list[Record] = [{"id": "a", "text": "x", "roles": ["body"], "cites": [], "claims": [claim]}]
    cases: list[tuple[Record, int, int, int]] = [
        ({}, 1, 1, 1),
        ({"certainty": "PS+"}, 1, 1, 0),
        ({"certainty": "CT-"}, 1, 0, 0),
        ({"stage": "offer"}, 0, 0, 0),
        ({"supplier": None}, 0, 0, 0),
    ]
    for changed, core, polarity, certainty in cases:
        scores = figures(write, gold, [gold[0] | {"claims": [claim | changed]}])
        hits = [scores[name].hit for name in ("claim core", "claim core+polarity", "claim core+certainty", "claim place")]
        assert hits == [core, polarity, certainty, 1], changed


def test_article_text_is_counted_in_characters(write: Write) -> None:
    gold: list[Record] = [{"id": "a", "text": "12345\n123\n1", "roles": ["body", "teaser", "caption"], "cites": [], "claims": []}]
    run = [gold[0] | {"roles": ["body", "body", "boilerplate"]}]
    tally = figures(write, gold, run)["page article text"]
    assert (tally.hit, tally.run, tally.gold) == (5, 8, 6)
    assert figures(write, gold, [gold[0] | {"roles": ["body"]}])["page article text"].run == 0


def test_languages_are_measured_by_themselves(write: Write, make_documents: Gold, make_run: Run) -> None:
    gold = make_documents(3)
    documents = load_gold([write("gold.jsonl", gold)])
    run = load_run(write("run.jsonl", make_run(gold, 4)), documents)
    languages = score_languages(documents, run)
    assert list(languages) == ["en", "uk"]
    whole = score(documents, run)
    for name, tally in whole.items():
        assert tally.hit == sum(scores[name].hit for scores in languages.values() if name in scores), name


def test_shares_of_nothing_are_zero() -> None:
    assert Tally().row() == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 0, "pred": 0}
    assert Tally(1, 2, 4).row() == {"precision": 0.5, "recall": 0.25, "f1": 0.3333, "gold": 4, "pred": 2}
    assert json.dumps(Tally(1, 1, 1).row())
