"""The story clusters of the gold: the right deals, and answers as of a day that are those of a ledger of that day."""

import json
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from reportedly.ledger.annotated import read_annotated
from reportedly.ledger.filters import Filters
from reportedly.ledger.ledger import Ledger
from reportedly.model.reading import Reading

LEAST_F1 = 0.90


def gold(shared: Path) -> list[str]:
    return [*(str(one) for one in sorted((shared / "gold" / "dev").glob("*.jsonl"))), str(shared / "gold" / "seed.jsonl")]


def test_same_deal_on_the_story_clusters(shared: Path, root: Path) -> None:
    spec = spec_from_file_location("bench_ledger", root / "bench" / "ledger.py")
    assert spec is not None
    assert spec.loader is not None
    bench = module_from_spec(spec)
    sys.modules[spec.name] = bench
    spec.loader.exec_module(bench)
    found = bench.score(gold(shared))
    assert found["claims"] == len((root / "bench" / "deals-key.jsonl").read_text(encoding="utf-8").splitlines())
    assert found["f1"] >= LEAST_F1


@pytest.mark.parametrize("day", ["2024-09-15", "2024-11-18", "2025-02-01"])
def test_as_of_is_what_a_ledger_of_that_day_says(shared: Path, tmp_path: Path, day: str) -> None:
    pages = [one for one in read_annotated(gold(shared)) if isinstance(one, Reading)]
    early = [one for one in pages if one.page.published is not None and one.page.published <= day]
    with Ledger(str(tmp_path / "all.db")) as whole, Ledger(str(tmp_path / "then.db")) as then:
        list(whole.add_all(pages))
        list(then.add_all(early))
        assert len(early) > 2
        assert whole.deals(Filters(as_of=day)) == then.deals(Filters(as_of=day))
        assert whole.deals(Filters(as_of=day, search="missile")) == then.deals(Filters(search="missile"))
        names = [one.id for one in then.deals()]
        assert [whole.events(name, day) for name in names] == [then.events(name) for name in names]
        assert [whole.origins(name, day) for name in names] == [then.origins(name) for name in names]
        assert json.dumps([one.id for one in whole.deals()]) != json.dumps(names)
