import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.claim import Claim
from reportedly.model.page import Line, Page
from reportedly.model.quote import Quote
from reportedly.model.reading import Reading


def claim(text: str, start: int, end: int, item: str = "Skua") -> Claim:
    return Claim(
        "c", Quote.of(text, start, end), "NO", None, item, None, "missile", None, "unspecified", "delivery", "CT+", (), None, 0.5
    )


def page(text: str) -> Page:
    lines, start = [], 0
    for number, line in enumerate(text.split("\n")):
        lines.append(Line(start, start + len(line), "body" if number % 2 == 0 else "teaser", "test"))
        start += len(line) + 1
    return Page("p", text, tuple(lines))


def shown(html: str) -> list[str]:
    """Take the tags off again: what a reader of the notebook sees, line by line."""
    return [
        unescape(re.sub(r"<[^>]*>", "", line)).replace("\xa0", "")
        for line in re.findall(r'<div title="[^"]*"[^>]*>(.*?)</div>', html, re.DOTALL)
    ]


def test_evidence_is_marked_and_explained() -> None:
    text = "One. Oslo sent Skuas. Three."
    html = Reading(page(text), (claim(text, 5, 21),))._repr_html_()
    assert '<mark title="NO → ?: Skua, delivery CT+">Oslo sent Skuas.</mark> Three.' in html


def test_overlapping_evidence_is_cut_into_stretches() -> None:
    text = "abcdef"
    html = Reading(page(text), (claim(text, 0, 4, "A"), claim(text, 2, 6, "B")))._repr_html_()
    assert re.findall(r"<mark[^>]*>(.*?)</mark>", html) == ["ab", "cd", "ef"]
    assert 'title="NO → ?: A, delivery CT+; NO → ?: B, delivery CT+">cd' in html


def test_lines_that_are_not_read_are_grey() -> None:
    html = Reading(page("body\nteaser"))._repr_html_()
    assert '<div title="body">body</div>' in html
    assert '<div title="teaser" style="color:#999">teaser</div>' in html


def test_nothing_of_a_page_becomes_markup() -> None:
    text = "<script>alert('x')</script> & \"quoted\""
    html = Reading(page(text), (claim(text, 0, 27, '"><img src=x>'),))._repr_html_()
    assert "<script" not in html
    assert "<img" not in html


@given(
    st.text(alphabet=st.characters(exclude_characters="\xa0\r", exclude_categories=["Cs", "Cc"]) | st.just("\n"), min_size=1),
    st.data(),
)
def test_all_of_the_text_is_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert "\n".join(shown(Reading(page(text), (claim(text, start, end),))._repr_html_())) == text
