import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SENTENCE = "Norway delivered a Nansen-class frigate to Portugal on Tuesday, the Portuguese defence ministry said."


def claim(**values: Any) -> dict[str, Any]:
    core = {"supplier": "NO", "recipient": "PT", "category": "ship", "stage": "delivery", "certainty": "CT+"}
    return (
        {"evidence": SENTENCE, "item": "frigate", "sources": [], "when": None, "quantity": None, "mode": "unspecified"}
        | core
        | values
    )


@pytest.fixture
def write(tmp_path: Path, page: Path) -> Callable[..., Path]:
    def _write(name: str, *claims: dict[str, Any]) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        document = {
            "id": "a",
            "language": "en",
            "text": page.read_text(),
            "roles": ["headline", "body", "body", "body"],
            "cites": [],
            "claims": claims,
        }
        path.write_text(json.dumps(document) + "\n", encoding="utf-8")
        return path

    return _write


Write = Callable[..., Path]


def test_a_run_is_scored(run: Run, write: Write) -> None:
    ran = run("score", write("gold.jsonl", claim()), "--pred", write("run.jsonl", claim(stage="use")), "--format", "json")
    scored = json.loads(ran.out)
    assert scored["measures"]["claim place"]["f1"] == 1.0
    assert scored["measures"]["claim core"]["f1"] == 0.0
    assert scored["languages"]["en"] == scored["measures"]
    assert scored["confusion"]["stage"] == {"delivery > use": 1}
    assert scored["directions"] == {"placed": 1, "swapped": 0}


def test_without_a_run_the_texts_are_read(run: Run, write: Write) -> None:
    scored = json.loads(run("score", write("gold.jsonl", claim()), "--format", "json").out)
    assert scored["measures"]["claim core"]["recall"] == 1.0


def test_the_table_shows_measures_confusion_and_directions(run: Run, write: Write) -> None:
    out = run("score", write("gold.jsonl", claim()), "--pred", write("run.jsonl", claim(supplier="PT", recipient="NO"))).out
    for part in (
        "claim core",
        "slot when",
        "stage: gold down, run across",
        "certainty: gold down, run across",
        "swapped: 1 of 1",
    ):
        assert part in out


def test_diff_shows_the_sentences_that_changed(run: Run, write: Write) -> None:
    gold, new, old = write("gold.jsonl", claim()), write("new.jsonl", claim()), write("old.jsonl", claim(stage="use"))
    out = run("score", gold, "--pred", new, "--diff", old).out
    assert "1 fixed, 0 broken, 1 dropped, 0 added" in out
    assert SENTENCE in out
    assert [
        one["kind"] for one in json.loads(run("score", gold, "--pred", new, "--diff", old, "--format", "json").out)["changes"]
    ] == ["dropped", "fixed"]


@pytest.mark.parametrize("hidden", [0, 1, 2])
def test_diff_refuses_what_is_blind(run: Run, write: Write, hidden: int) -> None:
    paths = [write(f"blind/{number}.jsonl" if number == hidden else f"{number}.jsonl", claim()) for number in range(3)]
    ran = run("score", paths[0], "--pred", paths[1], "--diff", paths[2])
    assert (ran.status, ran.out) == (2, "")
    assert "blind" in ran.err


def test_the_score_of_blind_gold_shows_no_sentence(run: Run, write: Write) -> None:
    gold = write("blind/gold.jsonl", claim())
    for output in ("table", "json"):
        ran = run("score", gold, "--pred", write("run.jsonl", claim(stage="use")), "--format", output)
        assert ran.status == 0
        assert "Nansen" not in ran.out + ran.err


def test_gold_that_is_none_is_wrong_usage(run: Run, page: Path) -> None:
    ran = run("score", page)
    assert (ran.status, ran.out) == (2, "")
    assert "page.txt:1: not JSON" in ran.err
