"""What a noun phrase stands for: a party, a source, a person."""

from collections.abc import Callable

import pytest

from reportedly.reading.context import SentenceContext
from reportedly.reading.naming import adpositions, party_names
from reportedly.reading.state import PageState
from reportedly.reading.tree import Token


def token_of(context: SentenceContext, word: str) -> Token:
    return next(token for token in context.tree.tokens if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "party"),
    [
        ("Norway signed.", "Norway", "NO"),
        ("The Spanish government signed.", "government", "ES"),
        ("Officials in Seoul signed.", "Officials", "KR"),
        ("Norway's navy signed.", "navy", "NO"),
        ("The Kremlin signed.", "Kremlin", "RU"),
        ("The farmers signed.", "farmers", None),
    ],
)
def test_the_party_of_a_phrase(make_context: Callable[..., SentenceContext], text: str, word: str, party: str | None) -> None:
    context = make_context(text)
    named = context.namer.party(token_of(context, word))
    assert (None if named is None else named.party) == party
    if named is not None:
        assert context.start <= named.start < named.end <= context.end


def test_a_shallow_look_sees_only_the_word_itself(make_context: Callable[..., SentenceContext]) -> None:
    context = make_context("Officials in Seoul signed.")
    assert context.namer.party(token_of(context, "Officials"), deep=False) is None


@pytest.mark.parametrize(
    ("text", "word", "kind", "party"),
    [
        ("Norway's ministry said so.", "ministry", "government", "NO"),
        ("Norwegian officials said so.", "officials", "officials", "NO"),
        ("The Norwegian army said so.", "army", "military", "NO"),
        ("Rheinmetall said so.", "Rheinmetall", "company", "DE"),
        ("Reuters said so.", "Reuters", "media", None),
        ("A spokesman said so.", "spokesman", "government", None),
        ("Two sources said so.", "sources", "sources", None),
    ],
)
def test_the_kind_of_a_source(
    make_context: Callable[..., SentenceContext], text: str, word: str, kind: str, party: str | None
) -> None:
    context = make_context(text)
    source = context.namer.source(token_of(context, word))
    assert source is not None
    assert (source.kind, source.party) == (kind, party)
    assert source.quote is not None
    assert context.text[source.quote.start : source.quote.end] == source.quote.text


def test_a_pronoun_is_no_source_by_itself(make_context: Callable[..., SentenceContext]) -> None:
    context = make_context("She said so.")
    assert context.namer.source(token_of(context, "She")) is None


def test_a_person_is_remembered_over_the_page(make_context: Callable[..., SentenceContext]) -> None:
    state = PageState()
    first = make_context("Norwegian lawmaker Kari Berg said so.", state=state)
    source = first.namer.source(token_of(first, "Berg"))
    assert source is not None
    assert source.party == "NO"
    later = make_context("Berg said so.", state=state)
    again = later.namer.source(token_of(later, "Berg"))
    assert again is not None
    assert (again.name, again.kind, again.party) == (source.name, source.kind, "NO")


def test_adpositions_mark_one_side_only() -> None:
    sides = adpositions("en")
    assert "from" in sides["supplier"]
    assert "to" in sides["recipient"]
    assert not sides["supplier"] & sides["recipient"]


def test_reference_parties_have_names() -> None:
    assert party_names()["NO"] == "Norway"
    assert all(party_names().values())
