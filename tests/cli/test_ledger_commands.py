import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from reportedly.cli.main import app
from reportedly.model.errors import ReportedlyError

TEXT = "Iran has delivered 20 Shahed-136 drones to Russia, Ukraine says."
DOCUMENT = {
    "id": "page-a", "text": f"{TEXT}\nIran denies it.", "roles": ["body", "body"], "cites": [], "published": "2024-01-04", "outlet": "Example Wire",
    "claims": [
        {
            "evidence": words, "supplier": "IR", "recipient": "RU", "item": "drones", "designation": "Shahed-136", "category": "uav",
            "quantity": None, "mode": "unspecified", "stage": "delivery", "certainty": certainty, "when": None,
            "sources": [{"name": name, "kind": "government", "party": party}],
        }
        for words, certainty, name, party in ((TEXT, "CT+", "Ukraine", "UA"), ("Iran denies it.", "CT-", "Iran", "IR"))
    ],
}  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(DOCUMENT) + "\n", encoding="utf-8")
    monkeypatch.setenv("REPORTEDLY_LEDGER", str(tmp_path / "arms.db"))
    assert answers(run("add", "--gold", str(file))) == [{"new": 1, "revision": 0, "known": 0, "failure": 0, "claims": 2}]
    return file


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def answers(result: Result) -> list[dict[str, object]]:
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_adding_again_changes_nothing_and_a_failure_is_kept(ledger: Path) -> None:
    result = run("add", "--gold", str(ledger), "missing.jsonl")
    assert result.exit_code == 1
    assert answers(result) == [{"new": 0, "revision": 0, "known": 1, "failure": 1, "claims": 0}]
    assert [one["place"] for one in answers(run("failures"))] == ["missing.jsonl"]


@pytest.mark.usefixtures("ledger")
def test_deal_with_its_timeline_joins_and_contradictions() -> None:
    (listed,) = answers(run("deals", "--supplier", "IR", "--designation", "Geran-2"))
    (deal,) = answers(run("deal", str(listed["id"])[:8]))
    assert deal["families"] == ["Shahed"]
    assert [(one["certainty"], one["origin"]) for one in deal["timeline"]] == [("CT+", "word:UA"), ("CT-", "word:IR")]  # type: ignore[attr-defined]
    assert len(deal["joins"]) == 1  # type: ignore[arg-type]
    assert [one["field"] for one in deal["contradictions"]] == ["polarity"]  # type: ignore[attr-defined]
    assert [one["vouches"] for one in answers(run("origins", str(deal["id"])))] == [True, False]
    assert [one["deal"] for one in answers(run("contradictions"))] == [deal["id"]]
    assert answers(run("deals", "--as-of", "2024-01-03")) == []


@pytest.mark.usefixtures("ledger")
def test_tables_show_the_words_of_the_page() -> None:
    shown = run("deal", str(answers(run("deals"))[0]["id"]), "--format", "table").stdout
    assert f"“{TEXT}”" in shown
    for words in (["pages"], ["claims"], ["deals"], ["contradictions"], ["failures"], ["drift", "page-a"]):
        assert run(*words, "--format", "table").exit_code == 0


@pytest.mark.usefixtures("ledger")
def test_page_of_the_ledger_by_its_name() -> None:
    (page,) = answers(run("page", "page-a"))
    assert [claim["certainty"] for claim in page["claims"]] == ["CT+", "CT-"]  # type: ignore[attr-defined]


@pytest.mark.usefixtures("ledger")
def test_verdicts() -> None:
    claim = str(answers(run("claims", "--certainty", "CT+"))[0]["id"])
    (verdict,) = answers(run("verdict", claim, "correct", "supplier=KP", "--by", "Olha", "--why", "misread"))
    assert sorted(str(one["supplier"]) for one in answers(run("deals"))) == ["IR", "KP"]
    assert len(answers(run("verdict", "list"))) == 1
    run("verdict", "undo", str(verdict["id"]), "--by", "Olha")
    assert [one["supplier"] for one in answers(run("deals"))] == ["IR"]


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["verdict", "x", "accept"], "--by NAME"), (["verdict", "x", "agree", "--by", "Olha"], "no decision"), (["deal", "abcdef"], "no deal"),
        (["deals", "--stage", "sold"], "none of"), (["deals", "--as-of", "soon"], "EDTF"), (["deals", "--search", "!"], "no word"), (["page", "nope"], "no page"),
    ],
)  # fmt: skip
def test_wrong_usage_says_what_to_do(words: list[str], said: str) -> None:
    result = run(*words)
    assert isinstance(result.exception, ReportedlyError)
    assert said in str(result.exception)


@pytest.mark.usefixtures("ledger")
def test_care_of_the_store(tmp_path: Path) -> None:
    assert answers(run("ledger", "check")) == [{"ok": True, "findings": []}]
    assert answers(run("ledger", "rebuild")) == [{"pages": 1}]
    assert answers(run("ledger", "backup", str(tmp_path / "b.db")))[0]["pages"] == 1
    assert answers(run("ledger", "restore", str(tmp_path / "b.db"), "--ledger", str(tmp_path / "new.db"))) == [{"pages": 1}]
    assert answers(run("ledger", "stats", "--ledger", str(tmp_path / "new.db")))[0]["claims"] == 2
