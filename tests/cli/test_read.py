import csv
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
CLAIM = {"supplier": "NO", "recipient": "PT", "category": "ship", "stage": "delivery"}


def records(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def holds(claims: list[dict[str, Any]], wanted: dict[str, str]) -> bool:
    return any(wanted.items() <= claim.items() for claim in claims)


def test_a_pipe_gets_json_lines_and_a_terminal_a_table(run: Run, page: Path) -> None:
    (record,) = records(run("read", page).out)
    assert holds(record["claims"], CLAIM)
    assert record["declined"] is not None
    assert "NO → PT" in run("read", page, terminal=True).out


def test_gold_has_one_document_a_line_in_input_order(run: Run, page: Path, tmp_path: Path) -> None:
    collection = tmp_path / "pages.jsonl.gz"
    collection.write_bytes(
        gzip.compress(b"".join(json.dumps({"id": one, "text": page.read_text()}).encode() + b"\n" for one in "zay"))
    )
    ran = run("read", collection, page, "--format", "gold")
    documents = records(ran.out)
    assert ran.status == 0
    assert [document["id"] for document in documents[:3]] == ["z", "a", "y"]
    assert len(documents) == 4
    assert all(list(document) == ["id", "text", "roles", "cites", "claims"] for document in documents)
    assert all(holds(document["claims"], CLAIM) for document in documents)


def test_json_is_one_array(run: Run, page: Path) -> None:
    assert len(json.loads(run("read", page, page, "--format", "json").out)) == 2
    assert json.loads(run("read", page.parent / "missing", "--format", "json").out) == []


def test_csv_has_a_row_for_each_claim(run: Run, page: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("read", page, "--format", "csv").out)))
    assert holds(rows, CLAIM)


def test_standard_input_is_read(run: Run, page: Path) -> None:
    (record,) = records(run("read", "-", stdin=page.read_bytes()).out)
    assert holds(record["claims"], CLAIM)
    assert record["place"] == "-"


def test_explain_shows_what_each_field_rests_on(run: Run, page: Path) -> None:
    out = run("read", page, "--explain").out
    assert "supplier " in out
    assert "“delivered” [" in out
    assert "“delivered” [" not in run("read", page, "--format", "table").out


@pytest.mark.parametrize("output", ["gold", "csv"])
def test_explain_needs_a_format_with_room_for_it(run: Run, page: Path, output: str) -> None:
    ran = run("read", page, "--explain", "--format", output)
    assert (ran.status, ran.out) == (2, "")
    assert "table, json or jsonl" in ran.err


def test_overrides_win(run: Run, page: Path) -> None:
    (record,) = records(run("read", page, "--published", "2024-05-02", "--outlet", "Herald", "--language", "uk").out)
    assert (record["published"], record["outlet"], record["language"]) == ("2024-05-02", "Herald", "uk")


def test_claims_can_be_left_out_and_put_in_order(run: Run, page: Path) -> None:
    claims = [claim["probability"] for claim in records(run("read", page, "--sort", "probability").out)[0]["claims"]]
    assert claims == sorted(claims, reverse=True)
    assert records(run("read", page, "--min-probability", "1").out)[0]["claims"] == []


def test_what_cannot_be_read_is_named_and_the_rest_is_read(run: Run, page: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 50)
    lines = [json.dumps({"id": str(number), "text": page.read_text()}) for number in range(1, 10)]
    lines[6] = lines[6][:30]
    (tmp_path / "broken.jsonl").write_text("\n".join(lines))
    ran = run(
        "read",
        tmp_path / "empty.txt",
        tmp_path / "picture.txt",
        tmp_path / "broken.jsonl",
        tmp_path / "missing",
        page,
        "--format",
        "gold",
    )
    assert ran.status == 1
    assert [document["id"] for document in records(ran.out)][:8] == ["1", "2", "3", "4", "5", "6", "8", "9"]
    assert len(records(ran.out)) == 9
    for name in ("empty.txt", "picture.txt", "broken.jsonl:7", "missing"):
        assert sum(f"{name}: " in line for line in ran.err.splitlines()) == 1, name
    assert "Traceback" not in ran.err


def test_words_that_no_encoding_holds_are_escaped(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a\\ud800", "text": "Words."}')
    assert "\\ud800" in run("read", path).out


def test_a_page_without_claims_is_no_failure(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Home | News | Sport\nSubscribe\n")
    ran = run("read", path)
    assert (ran.status, records(ran.out)[0]["claims"]) == (0, [])


HOSTILE = {
    "a million letters": "x" * 1_000_000,
    "nothing but menus": "Home | News | Sport\n" * 500,
    "ten thousand elements deep": "<!DOCTYPE html><html><body>"
    + "<div>" * 10_000
    + "<p>Norway delivered a frigate to Portugal.</p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_or_named_and_the_next_is_read(run: Run, page: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "hostile").write_text(HOSTILE[name], encoding="utf-8")
    ran = run("read", tmp_path / "hostile", page, "--format", "gold")
    *others, last = records(ran.out)
    assert ran.status == (0 if others else 1)
    assert ("hostile: " in ran.err) == (not others)
    assert holds(last["claims"], CLAIM)


def test_a_date_in_the_future_is_left_out_and_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Norway delivered a frigate to Portugal.", "published": "2087-01-01"}')
    (record,) = records(run("read", path).out)
    assert record["published"] is None
    assert any("2087" in note for note in record["notes"])
