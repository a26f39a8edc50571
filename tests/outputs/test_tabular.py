import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.reading import Reading
from reportedly.outputs.tabular import COLUMNS, FORMULA, _cell, csv_lines


def rows(reading: Reading) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(csv_lines([reading])), newline="")))


def test_a_row_for_each_claim(reading: Reading) -> None:
    full, bare = rows(reading)
    assert (full["supplier"], full["recipient"], full["min"], full["max"], full["when"]) == ("NO", "UA", "18", "", "2024-21")
    assert full["sources"] == "officials > Fjord Herald"
    assert (bare["supplier"], bare["designation"], bare["min"], bare["sources"]) == ("", "", "", "")
    assert reading.page.text[int(full["start"]) : int(full["end"])] == full["evidence"]


def test_every_row_is_as_long_as_the_header(reading: Reading) -> None:
    lines = list(csv.reader(io.StringIO("".join(csv_lines([reading, reading])), newline="")))
    assert lines[0] == list(COLUMNS)
    assert [len(line) for line in lines] == [len(COLUMNS)] * 5


def test_words_of_a_page_are_no_formula(reading: Reading) -> None:
    assert rows(reading)[1]["evidence"] == "'=1+1 is no offer."


@pytest.mark.parametrize("start", FORMULA)
def test_no_cell_starts_a_formula(start: str) -> None:
    assert _cell(f"{start}x") == f"'{start}x"


@given(st.text())
def test_other_words_stand_as_they_are(text: str) -> None:
    assert _cell(text).removeprefix("'") == text.removeprefix("'")
