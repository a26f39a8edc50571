import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from reportedly.measure.documents import Document, Statement, is_blind, load_gold, load_run
from reportedly.model.errors import SourceError, UsageError

Record = dict[str, Any]
Write = Callable[[str, Sequence[Record]], Path]
CLAIM: Record = {"evidence": "two", "supplier": "NO", "recipient": None, "category": "ship", "stage": "offer", "certainty": "CT+"}


def statement(write: Write, **fields: object) -> Statement:
    (document,) = load_gold([write("g.jsonl", [{"id": "a", "text": "one two", "claims": [CLAIM | fields]}])])
    return document.statements[0]


def test_values_are_brought_into_the_form_in_which_they_are_compared(write: Write) -> None:
    slots = statement(write, designation="Su-35 S", mode="unspecified", when="2024-01~?", quantity={"min": 2, "max": None}).slots
    assert (slots["designation"], slots["mode"], slots["when"], slots["quantity"]) == ("su35s", None, "2024-01", (2, None))
    assert statement(write, designation="–").slots["designation"] is None


def test_sources_are_media_by_name_and_others_by_whom_they_speak_for(write: Write) -> None:
    sources = [
        {"name": "The Fjord-Herald", "kind": "media", "party": "NO"},
        {"name": "he", "kind": "official", "party": "NO"},
        {"name": "they", "kind": "officials", "party": None},
    ]
    assert statement(write, sources=sources).sources == (("media", "fjordherald"), ("NO",), ("officials",))


def test_the_place_is_the_span_or_where_the_evidence_stands_first(write: Write) -> None:
    assert statement(write).span == (4, 7)
    assert statement(write, span=[0, 3]).span == (0, 3)
    assert statement(write, evidence="three").span is None


def test_core_is_who_whom_what_and_how_far(write: Write) -> None:
    assert statement(write).core == ("NO", None, "ship", "offer")


def test_a_run_keeps_to_the_pages_of_the_gold(write: Write) -> None:
    run = load_run(write("r.jsonl", [{"id": "a", "claims": [CLAIM]}, {"id": "other", "claims": []}]), [Document("a", text="two")])
    assert list(run) == ["a"]
    assert run["a"].statements[0].span == (0, 3)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "no document"),
        ('{"id": 3, "claims": []}', "no document"),
        ('{"id": "a", "claims": []}', "no field `text`"),
        ('{"id": "a", "text": "t", "claims": [3]}', "wrong type"),
        ('{"id": "a", "text": "t", "claims": [{"span": 3}]}', "wrong type"),
        ('{"id": "a", "text": "t", "claims": [{"sources": [{}]}]}', "wrong type"),
        ('{"id": "a", "text": "t", "cites": [3]}', "wrong type"),
    ],
)
def test_what_is_no_document_is_named(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "g.jsonl"
    path.write_text(f"\n{line}\n")
    with pytest.raises(SourceError, match=r"g\.jsonl:2") as caught:
        load_gold([path])
    assert reason in caught.value.reason


def test_gold_that_is_not_there_or_empty_or_ambiguous_is_refused(write: Write, tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        load_gold([tmp_path / "none.jsonl"])
    with pytest.raises(UsageError, match="no gold document"):
        load_gold([write("empty.jsonl", [])])
    path = write("g.jsonl", [{"id": "a", "text": "t", "claims": []}])
    with pytest.raises(UsageError, match="twice"):
        load_gold([path, path])


def test_blind_is_told_by_the_folder_links_followed(tmp_path: Path) -> None:
    (tmp_path / "gold" / "Blind").mkdir(parents=True)
    (tmp_path / "gold" / "dev").mkdir()
    hidden = tmp_path / "gold" / "Blind" / "en.jsonl"
    hidden.write_text(json.dumps({}))
    (tmp_path / "gold" / "dev" / "link.jsonl").symlink_to(hidden)
    assert is_blind(hidden)
    assert is_blind(tmp_path / "gold" / "dev" / "link.jsonl")
    assert not is_blind(tmp_path / "gold" / "dev" / "blind")
