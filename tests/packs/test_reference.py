import csv
import re
from pathlib import Path
from typing import get_args

import pytest

from reportedly.model.claim import Category
from reportedly.packs.load import REFERENCE, read_table

SYSTEMS = sorted((REFERENCE / "systems").glob("*.csv"))
CODE = re.compile(r"[A-Z]{2}")


@pytest.mark.parametrize("path", SYSTEMS, ids=lambda path: path.stem)
def test_every_type_has_a_category_a_country_and_a_family_that_is_there(path: Path) -> None:
    known = {row["designation"] for table in SYSTEMS for row in read_table(table)}
    for row in read_table(path):
        assert row["category"] in get_args(Category), row
        assert all(CODE.fullmatch(code) for code in row["country"].split("|")), row
        assert not row["family"] or row["family"] in known, row
        assert row["bare"] in {"", "unsafe"}, row


def test_no_designation_stands_twice_in_a_table() -> None:
    for path in SYSTEMS:
        names = [row["designation"] for row in read_table(path)]
        assert len(names) == len(set(names)), path.name


def test_the_list_is_as_large_as_was_promised() -> None:
    assert sum(1 for path in SYSTEMS for _ in read_table(path)) >= 1500
    assert sum(1 for _ in read_table(REFERENCE / "makers.csv")) >= 150


@pytest.mark.parametrize("name", ["makers", "outlets", "parties"])
def test_every_table_is_counted_in_its_sources(name: str) -> None:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        count = sum(1 for _ in csv.reader(lines)) - 1
    sources = (REFERENCE / "SOURCES.md").read_text(encoding="utf-8")
    assert f"| `{name}.csv` | {count:,} |" in sources
