from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.ledger.grades import LIKELIHOOD, credibility_of, load_reliability, reliability_of
from reportedly.ledger.signs import Member
from reportedly.model.claim import CERTAINTIES
from reportedly.model.errors import UsageError

PLAIN = Member(
    "c",
    "p",
    "2024-01-01",
    0,
    "IR>RU:uav",
    None,
    "drones",
    "delivery",
    "CT+",
    "unspecified",
    None,
    None,
    None,
    None,
    "media:A",
    "media:A",
)
OTHER = replace(PLAIN, claim_id="d", page_id="q", origin="media:B", origin_family="media:B")


def test_credibility_needs_another_voice() -> None:
    assert credibility_of(PLAIN, [PLAIN]) == 3
    assert credibility_of(PLAIN, [PLAIN, replace(OTHER, origin_family="media:A")]) == 3
    assert credibility_of(PLAIN, [PLAIN, OTHER]) == 1
    assert credibility_of(PLAIN, [PLAIN, replace(OTHER, stage="agreement")]) == 2


def test_credibility_falls_with_contradiction() -> None:
    denial = replace(OTHER, certainty="CT-")
    assert credibility_of(PLAIN, [PLAIN, denial]) == 4
    assert credibility_of(PLAIN, [PLAIN, denial, replace(denial, claim_id="e", origin_family="media:C")]) == 5
    assert credibility_of(replace(PLAIN, certainty="UU"), [OTHER]) == 6


def test_reliability_is_the_users_and_unknown_is_f(tmp_path: Path) -> None:
    table = tmp_path / "sources.csv"
    table.write_text("outlet,reliability,why\nWSJ,b,own correspondents\n", encoding="utf-8")
    found = load_reliability(str(table))
    assert reliability_of("media:The Wall Street Journal", found) == "B"
    assert reliability_of("media:Reuters", found) == "F"
    assert load_reliability(None) == {}


@pytest.mark.parametrize("row", ["WSJ,Z,", "WSJ,B,why,more"])
def test_a_wrong_table_is_refused(tmp_path: Path, row: str) -> None:
    table = tmp_path / "sources.csv"
    table.write_text(f"outlet,reliability,why\n{row}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"sources\.csv"):
        load_reliability(str(table))


def test_every_certainty_has_its_word() -> None:
    assert set(LIKELIHOOD) == set(CERTAINTIES)
