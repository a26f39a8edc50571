import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_each_line_has_a_role_and_a_reason(run: Run, page: Path) -> None:
    record = json.loads(run("page", page).out)
    assert len(record["lines"]) == len(record["roles"]) == page.read_text().count("\n") + 1
    assert all(line["reason"] for line in record["lines"])
    assert "claims" not in record


def test_a_terminal_gets_a_table(run: Run, page: Path) -> None:
    for ran in (run("page", page, terminal=True), run("page", page, "--format", "table")):
        assert "Norway delivered" in ran.out
        assert "body " in ran.out


def test_a_failure_gives_status_one(run: Run, page: Path) -> None:
    ran = run("page", page.parent / "missing", page)
    assert ran.status == 1
    assert "missing" in ran.err
    assert json.loads(ran.out)["text"] == page.read_text()
