"""Sentences tile their line: nothing is lost, nothing read twice."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.page import Page
from reportedly.reading.sentences import find_sentences, split_line

PIECES = st.sampled_from(
    [
        "Lisbon", "sold", "the", "boats", "Gen.", "U.S.", "J.", "no.", "3.5", "2025", "“Yes”", "(later)", "…", "?!", ".", "!", "?", "»", "«", "—", "Ґанок", "é", "😀", "\u00a0", " ", "  ", "\t",
    ]
)  # fmt: skip


def split(text: str, language: str = "en") -> list[str]:
    return [text[start:end].strip() for start, end in split_line(text, 0, len(text), language)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Malta sold boats. Cyprus bought them.", 2),
        ("Malta sold boats! Cyprus? Yes.", 3),
        ("Gen. Borg signed the order.", 1),
        ("The U.S. Navy took the boats.", 1),
        ("J. Borg signed the order.", 1),
        ("It cost 3.5 million euros.", 1),
        ("“We sold boats.” Then he left.", 2),
        ("He said so (in May.) Then he left.", 2),
        ("Malta sold boats... and then some.", 1),
        ("The boats left. 12 of them sank.", 2),
        ("The boats left. “Good,” he said.", 2),
        ("Malta sold boats.then nothing.", 1),
        ("No stop at the end", 1),
        ("", 0),
    ],
)
def test_where_a_sentence_ends(text: str, count: int) -> None:
    assert len(split(text)) == count


@given(st.lists(PIECES, max_size=30).map("".join) | st.lists(PIECES, max_size=30).map(" ".join))
def test_sentences_tile_their_line(text: str) -> None:
    spans = split_line(text, 0, len(text), "en")
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)
    assert all(left[1] == right[0] for left, right in pairwise(spans))


@given(st.text(max_size=60), st.integers(0, 20), st.integers(0, 20))
def test_part_of_a_text_is_tiled_too(text: str, before: int, after: int) -> None:
    start, end = min(before, len(text)), max(min(before, len(text)), len(text) - after)
    spans = split_line(text, start, end, "en")
    assert "".join(text[low:high] for low, high in spans) == text[start:end]


@given(rows=st.lists(st.lists(PIECES, max_size=12).map(" ".join), min_size=1, max_size=5))
def test_no_word_of_a_page_is_lost(make_page: Callable[..., Page], rows: list[str]) -> None:
    page = make_page("\n".join(rows))
    found = list(find_sentences(page, "en"))
    read = {place for each in found for place in range(each.start, each.end)}
    assert sum(each.end - each.start for each in found) == len(read)
    assert all(place in read for place, mark in enumerate(page.text) if mark.isalnum())
    for each in found:
        line = page.lines[each.line]
        assert line.start <= each.start < each.end <= line.end
        assert page.text[each.start : each.end] == page.text[each.start : each.end].strip()


def test_what_has_no_word_is_no_sentence(make_page: Callable[..., Page]) -> None:
    assert list(find_sentences(make_page("* * *\n\n—"), "en")) == []


def test_a_line_is_always_a_border(make_page: Callable[..., Page]) -> None:
    page = make_page("Malta sold\nboats to Cyprus")
    assert [each.line for each in find_sentences(page, "en")] == [0, 1]
