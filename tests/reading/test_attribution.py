"""Who says so: verbs of saying, phrases, headline marks, words that point back."""

from collections.abc import Callable

import pytest

from reportedly.model.claim import Source
from reportedly.model.page import Page
from reportedly.reading.attribution import find_media, innermost
from reportedly.reading.context import SentenceContext
from reportedly.reading.reader import read_page
from reportedly.reading.state import PageState

Names = list[tuple[str, str, str | None]]


def sources(context: SentenceContext, word: str) -> Names:
    """The sources of what a word names, origin first."""
    token = next(token for token in context.tree.tokens if token.text == word)
    return [(s.name, s.kind, s.party) for each in innermost(context.attributions, token) for s in each.chain]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malta delivered boats.", []),
        ("Oslo said that Malta delivered boats.", [("Oslo", "government", "NO")]),
        ("Malta delivered boats, Norwegian officials said.", [("Norwegian officials", "officials", "NO")]),
        ("According to Bloomberg, Malta delivered boats.", [("Bloomberg", "media", None)]),
        (
            "US officials told Reuters that Malta delivered boats.",
            [("US officials", "officials", "US"), ("Reuters", "media", None)],
        ),
        ("Norway's foreign minister admitted that Malta delivered boats.", [("Norway's foreign minister", "official", "NO")]),
    ],
)
def test_who_says_so(make_context: Callable[..., SentenceContext], text: str, expected: Names) -> None:
    assert sources(make_context(text), "delivered") == expected


def test_a_headline_names_its_speaker_before_the_colon(make_context: Callable[..., SentenceContext]) -> None:
    context = make_context("Oslo: Malta delivered boats", headline=True)
    assert sources(context, "delivered") == [("Oslo", "government", "NO")]


def test_a_headline_names_its_source_behind_the_dash(make_context: Callable[..., SentenceContext]) -> None:
    context = make_context("Malta delivered boats – Reuters", headline=True)
    assert sources(context, "delivered") == [("Reuters", "media", None)]


def test_the_speaker_is_outside_what_is_said(make_context: Callable[..., SentenceContext]) -> None:
    context = make_context("Oslo said that Malta delivered boats.")
    (saying,) = context.attributions
    assert not any(saying.holds(token) for token in context.tree.tokens if token.text == "Oslo")
    assert any(saying.holds(token) for token in context.tree.tokens if token.text == "boats")


def test_words_that_point_back_bring_the_whole_chain(make_context: Callable[..., SentenceContext]) -> None:
    state = PageState()
    chain = (Source("Norwegian officials", "officials", "NO"), Source("Reuters", "media"))
    state.note_chain(chain)
    text = "{} added that Malta delivered boats."
    for speaker in ("They", "The officials"):
        assert sources(make_context(text.format(speaker), state=state), "delivered") == [(s.name, s.kind, s.party) for s in chain]


def test_mere_closeness_carries_nothing_over(make_context: Callable[..., SentenceContext]) -> None:
    state = PageState()
    state.note_chain((Source("Norwegian officials", "officials", "NO"),))
    assert sources(make_context("Malta delivered boats.", state=state), "delivered") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Reuters and AFP wrote it.", ["Reuters", "Agence France-Presse"]),
        ("REUTERS", ["Reuters"]),
        ("The Wall Street Journal wrote it.", ["The Wall Street Journal"]),
        ("the Wall Street Journal wrote it.", ["The Wall Street Journal"]),
        ("Nobody wrote it.", []),
    ],
)
def test_media_have_their_full_name(text: str, names: list[str]) -> None:
    assert [name for _, _, name in find_media(text, "en")] == names


def test_a_phrase_that_points_back_brings_the_last_chain_along(make_page: Callable[..., Page]) -> None:
    page = make_page(
        "Министр обороны Чили заявил, что Норвегия передала Перу шесть гаубиц. По его словам, Швеция поставила Перу ракеты.",
        language="ru",
    )
    claims = [claim for claim in read_page(page).claims if claim.supplier == "SE"]
    assert claims
    assert all([source.party for source in claim.sources] == ["CL"] for claim in claims)
