import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.cli.output import Failures, json_array, json_line
from reportedly.model.page import Page
from reportedly.model.reading import Failure


@given(st.lists(st.dictionaries(st.text(), st.text() | st.integers() | st.none())))
def test_an_array_is_json_with_an_element_a_line(values: list[object]) -> None:
    written = "".join(json_array(values))
    assert json.loads(written) == values
    assert written.count("\n") == (len(values) + 2 if values else 1)


@given(st.text())
def test_a_line_is_one_line(text: str) -> None:
    line = json_line({"text": text})
    assert json.loads(line) == {"text": text}
    assert line.count("\n") == 1


def test_failures_are_counted_named_and_dropped(capsys: pytest.CaptureFixture[str]) -> None:
    failures = Failures()
    items: list[Page | Failure] = [Failure("a\x1b[2J", "is no page", "Give a page."), Page("p", "", ())]
    pages = list(failures.drop(items))
    assert [page.id for page in pages] == ["p"]
    assert failures.count == 1
    assert capsys.readouterr().err == "reportedly: a�[2J: is no page. Give a page.\n"
