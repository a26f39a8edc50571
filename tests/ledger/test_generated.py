"""A made-up ledger: page by page, in any order, or all at once, the derived rows are the same."""

import random
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import select

from reportedly.ledger.connect import reading
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.tables import DERIVED

PAGES = 60


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = spec_from_file_location("bench_ledger", Path(__file__).resolve().parents[2] / "bench" / "ledger.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def derived(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    with reading(ledger.store.engine) as connection:
        return {table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=str) for table in DERIVED}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_order_and_any_batches_give_the_same_rows(bench: ModuleType, tmp_path: Path, seed: int) -> None:
    generator = bench.Generator(seed)
    generator.parties = generator.parties[:3]
    generator.types = [one for one in generator.types if one[1] in {"missile", "uav"}][:40]
    pages = [generator.page(number) for number in range(PAGES)]
    mixed = random.Random(seed).sample(pages, len(pages))
    with Ledger(str(tmp_path / "one.db")) as slowly, Ledger(str(tmp_path / "all.db")) as at_once:
        list(at_once.add_all(pages))
        for number, one in enumerate(mixed):
            slowly.add(one)
            if number % 3 == 0:
                slowly.settle()
        slowly.settle()
        found = derived(slowly)
        assert found == derived(at_once)
        assert found["copy"]
        slowly.rebuild()
        assert derived(slowly) == found
        assert slowly.check() == []
