"""Stored ledgers of every released schema open in this program; `old/` holds one for each."""

import gzip
from pathlib import Path

import pytest

from reportedly.ledger.filters import Filters
from reportedly.ledger.ledger import Ledger, View
from reportedly.model.errors import UsageError

OLD = sorted((Path(__file__).parent / "old").glob("schema-*.db.gz"))


@pytest.fixture(params=OLD, ids=lambda path: path.name)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    place = tmp_path / "old.db"
    place.write_bytes(gzip.decompress(request.param.read_bytes()))
    return str(place)


def test_there_is_a_stored_ledger() -> None:
    assert [path.name for path in OLD][:1] == ["schema-0001.db.gz"]


def test_a_reader_says_what_to_do_with_an_old_ledger(old: str) -> None:
    with pytest.raises(UsageError, match="reportedly ledger check"):
        View(old)


def test_an_old_ledger_keeps_all_and_gets_its_deals(old: str) -> None:
    with Ledger(old) as ledger:
        assert ledger.settle() == 4
        assert ledger.check() == []
        assert {name: number for name, number in ledger.stats().items() if name != "deals"} == {
            "pages": 4, "claims": 4, "failures": 1, "pending": 0, "verdicts": 1,
        }  # fmt: skip
        (deal,) = ledger.deals()
        assert (deal.families, deal.state.stage, deal.state.claims) == (("Fath-360",), "delivery", 3)
        assert next(event.certainty for event in ledger.events(deal.id)) == "PR+"
        assert [one["language"] for one in ledger.pages(Filters(search="ракет"))] == ["uk"]
        assert [str(event.quantity) for event in ledger.events(deal.id, "2024-09-07")][-1] == "200"
