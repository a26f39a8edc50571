import json
from pathlib import Path

import pytest

from reportedly.ledger.annotated import annotated_reading, read_annotated
from reportedly.model.errors import SourceError
from reportedly.model.reading import Failure, Reading

RECORD = {
    "id": "a", "text": "Headline\nIran delivered 20 drones.", "roles": ["headline", "body"], "cites": ["Reuters"], "published": "2024-01-04",
    "claims": [
        {
            "evidence": "Iran delivered 20 drones.", "supplier": "IR", "recipient": None, "item": "drones", "designation": None, "category": "uav",
            "quantity": {"min": 20, "max": 20}, "mode": "unspecified", "stage": "delivery", "certainty": "CT+", "when": None,
            "sources": [{"name": "Reuters", "kind": "media", "party": None}],
        }
    ],
}  # fmt: skip


def test_document_is_taken_as_it_is() -> None:
    reading = annotated_reading(RECORD)
    assert reading.page.roles == ["headline", "body"]
    (claim,) = reading.claims
    assert (claim.evidence.start, claim.probability, str(claim.quantity)) == (9, 1.0, "20")


@pytest.mark.parametrize("change", [{"roles": ["body"]}, {"text": None}, {"claims": [{}]}, {"text": "Nothing of it\nhere"}])
def test_what_is_no_document_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(SourceError):
        annotated_reading(RECORD | change, "f:1")


def test_a_bad_line_is_a_failure_and_the_next_is_read(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text("{no json\n[]\n\n" + json.dumps(RECORD) + "\n", encoding="utf-8")
    found = list(read_annotated([str(file), str(tmp_path / "none")]))
    assert [type(one) for one in found] == [Failure, Failure, Reading, Failure]
    assert isinstance(found[0], Failure)
    assert found[0].place == f"{file}:1"
