"""Pages and sentences of the reading stage's tests: all invented."""

from collections.abc import Callable

import pytest

from reportedly.model.page import Line, Page, Role
from reportedly.reading.context import SentenceContext
from reportedly.reading.parse import parse
from reportedly.reading.sentences import find_sentences
from reportedly.reading.spans import PageSpans
from reportedly.reading.state import PageState

PUBLISHED = "2025-05-14"
"""A Wednesday."""


def page_of(
    text: str,
    *,
    language: str = "en",
    published: str | None = PUBLISHED,
    outlet: str | None = None,
    headline: bool = False,
    roles: tuple[Role, ...] = (),
) -> Page:
    """A page with a line for each line of the text: body, unless `headline` says that the first is one or `roles` gives every line's."""
    rows = text.split("\n")
    given = roles or tuple[Role, ...]("headline" if headline and index == 0 else "body" for index in range(len(rows)))
    lines, start = [], 0
    for row, role in zip(rows, given, strict=True):
        lines.append(Line(start, start + len(row), role, "test", language))
        start += len(row) + 1
    return Page("page", text, tuple(lines), outlet=outlet, published=published, language=language)


@pytest.fixture(scope="session")
def make_page() -> Callable[..., Page]:
    """Make a page of body lines from a text; see `page_of`."""
    return page_of


@pytest.fixture(scope="session")
def make_context() -> Callable[..., SentenceContext]:
    """Make the context of the last sentence of a text; the state of its page is fresh unless one is given."""

    def make(text: str, *, state: PageState | None = None, headline: bool = False, language: str = "en") -> SentenceContext:
        page = page_of(text, language=language)
        spans = PageSpans(page, language)
        sentence = list(find_sentences(page, language))[-1]
        words = text[sentence.start : sentence.end]
        (tree,) = parse([(words, sentence.start, spans.merges(sentence.start, sentence.end))], language, spans.stand_ins)
        known = PageState(published=page.published) if state is None else state
        return SentenceContext(spans, tree, sentence.start, sentence.end, known, headline=headline)

    return make
