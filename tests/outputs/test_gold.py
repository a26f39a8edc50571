import json
import subprocess
import sys
from pathlib import Path

from reportedly.model.reading import Reading
from reportedly.outputs.gold import gold_document


def test_a_document_has_exactly_the_fields_of_the_guide(reading: Reading) -> None:
    document = gold_document(reading)
    assert list(document) == ["id", "text", "roles", "cites", "claims"]
    assert document["roles"] == ["headline", "body", "teaser"]
    assert document["cites"] == ["Fjord Herald"]


def test_a_claim_has_exactly_the_fields_of_the_guide(reading: Reading) -> None:
    full, bare = json.loads(json.dumps(gold_document(reading)))["claims"]
    assert full == {
        "evidence": "Oslo may <b>lend</b> Kyiv the Skua, officials told the Fjord Herald.",
        "supplier": "NO",
        "recipient": "UA",
        "item": "Skua",
        "designation": "Skua",
        "category": "missile",
        "quantity": {"min": 18, "max": None},
        "mode": "loan",
        "stage": "delivery",
        "certainty": "PS+",
        "sources": [
            {"name": "officials", "kind": "officials", "party": "NO"},
            {"name": "Fjord Herald", "kind": "media", "party": None},
        ],
        "when": "2024-21",
        "span": [38, 106],
    }
    assert list(bare) == list(full)
    assert bare["quantity"] is bare["designation"] is bare["when"] is bare["supplier"] is None


def test_spans_cut_the_evidence_out_of_the_text(reading: Reading) -> None:
    document = json.loads(json.dumps(gold_document(reading)))
    for claim in document["claims"]:
        start, end = claim["span"]
        assert document["text"][start:end] == claim["evidence"]


def test_the_reference_checker_accepts_it(reading: Reading, shared: Path, tmp_path: Path) -> None:
    document = gold_document(reading) | {"story": "s", "outlet": "Herald", "language": "en"}
    (tmp_path / "run.jsonl").write_text(json.dumps(document), encoding="utf-8")
    checked = subprocess.run(
        [sys.executable, shared / "gold" / "gold.py", "check", tmp_path / "run.jsonl"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
