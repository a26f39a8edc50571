import json
from collections.abc import Iterator

from reportedly.model.reading import Reading
from reportedly.outputs.gold import gold_document
from reportedly.outputs.record import page_record, reading_record


def quotes(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            yield value
        for inner in value.values():
            yield from quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from quotes(inner)


def test_a_record_says_what_gold_says_and_more(reading: Reading) -> None:
    record, gold = (json.loads(json.dumps(write(reading))) for write in (reading_record, gold_document))
    for name in ("id", "text", "roles", "cites"):
        assert record[name] == gold[name]
    for said, wanted in zip(record["claims"], gold["claims"], strict=True):
        assert {name: value for name, value in said.items() if name in wanted and name != "sources"} == {
            name: value for name, value in wanted.items() if name != "sources"
        }
    assert [claim["probability"] for claim in record["claims"]] == [0.75, 0.25]
    assert record["claims"][0]["basis"][0] == {
        "field": "certainty",
        "rule": "cue 'may'",
        "quote": {"start": 43, "end": 46, "text": "may"},
    }
    assert record["claims"][0]["sources"][1] == {"name": "Fjord Herald", "kind": "media", "party": None, "quote": None}
    assert record["declined"][0]["reason"] == "no-event"


def test_every_quote_equals_its_slice(reading: Reading) -> None:
    record = json.loads(json.dumps(reading_record(reading)))
    found = list(quotes(record))
    assert len(found) == 3
    assert all(record["text"][one["start"] : one["end"]] == one["text"] for one in found)


def test_lines_of_a_page_have_role_and_reason(reading: Reading) -> None:
    record = page_record(reading.page)
    assert "claims" not in record
    assert record["lines"][2] == {"start": 125, "end": 143, "role": "teaser", "reason": "why teaser", "language": "en"}  # type: ignore[index]
